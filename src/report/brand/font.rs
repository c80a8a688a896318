//! Font families that come with systems: a report brings none along and asks for none.

/// Families, and what stands in where one is missing: the last word of each line is the kind.
const FAMILIES: &[(&str, &str)] = &[
    ("Arial", "sans-serif"),
    ("Avenir Next", "sans-serif"),
    ("Calibri", "sans-serif"),
    ("Cambria", "serif"),
    ("Candara", "sans-serif"),
    ("Charter", "serif"),
    ("Constantia", "serif"),
    ("Corbel", "sans-serif"),
    ("DejaVu Sans", "sans-serif"),
    ("Garamond", "serif"),
    ("Georgia", "serif"),
    ("Gill Sans", "sans-serif"),
    ("Helvetica", "sans-serif"),
    ("Helvetica Neue", "sans-serif"),
    ("Hoefler Text", "serif"),
    ("Liberation Sans", "sans-serif"),
    ("Liberation Serif", "serif"),
    ("Noto Sans", "sans-serif"),
    ("Noto Serif", "serif"),
    ("Optima", "sans-serif"),
    ("Palatino", "serif"),
    ("Segoe UI", "sans-serif"),
    ("Tahoma", "sans-serif"),
    ("Times New Roman", "serif"),
    ("Trebuchet MS", "sans-serif"),
    ("Verdana", "sans-serif"),
];

/// Families with the scripts that few others have.
const OTHER_SCRIPTS: &str =
    "\"Noto Sans\", \"PingFang SC\", \"Hiragino Sans\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", \"Malgun Gothic\"";

/// The family of this name, however its capitals are written.
pub(super) fn find(name: &str) -> Option<&'static str> {
    FAMILIES.iter().map(|(family, _)| *family).find(|family| family.eq_ignore_ascii_case(name.trim()))
}

/// What to say of a family that is not among them.
pub(super) fn unknown(name: &str) -> String {
    let names: Vec<_> = FAMILIES.iter().map(|(family, _)| *family).collect();
    format!(
        "the font \"{name}\" is not among those that come with systems; the built-in ones are used. These can be named: {}",
        names.join(", ")
    )
}

/// The rules for a family.
pub(super) fn css(family: &'static str) -> String {
    let kind = FAMILIES.iter().find(|(one, _)| *one == family).map_or("sans-serif", |(_, kind)| kind);
    format!("\nbody {{ font-family: \"{family}\", {OTHER_SCRIPTS}, {kind}; }}\n")
}
