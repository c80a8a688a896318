//! `report-templates/CONTEXT.md`, made from the code: every name a template may print, with what it means.
//!
//! `UPDATE_CONTEXT=1 cargo test --test suite context_page` writes it anew.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use gapwise::assessment::Assessment;
use gapwise::evaluation::evaluate;
use gapwise::report::{Audience, Format, ReportOptions, render};

/// One struct that templates see.
struct Group {
    about: String,
    names: Vec<(String, String, String)>,
}

/// Every such struct by `module.Name`.
struct Code {
    groups: BTreeMap<String, Group>,
    /// Which module's a bare name is, by the file that uses it.
    imports: BTreeMap<(String, String), String>,
}

/// The files that hold them, each with the module they are named by.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report");
    let mut files = Vec::new();
    for folder in ["view", "charts", "brand", "process"] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder of the report") {
            let path = entry.expect("an entry").path();
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let module = if folder == "view" && stem != "mod" { stem } else { folder.to_owned() };
            files.push((module, fs::read_to_string(&path).expect("a source file")));
        }
    }
    let rules = fs::read_to_string(root.join("rules.rs")).expect("the rules");
    files.push(("rules".to_owned(), rules));
    files.sort();
    files
}

fn code() -> Code {
    let mut code = Code { groups: BTreeMap::new(), imports: BTreeMap::new() };
    for (module, text) in files() {
        let (mut about, mut serialised, mut skipped) = (String::new(), false, false);
        let mut group: Option<(String, Group)> = None;
        for line in text.lines() {
            let bare = line.trim();
            if let Some(doc) = bare.strip_prefix("///") {
                let _ = write!(about, "{}{}", if about.is_empty() { "" } else { " " }, doc.trim());
            } else if bare.starts_with("#[") {
                serialised |= bare.starts_with("#[derive(") && bare.contains("Serialize");
                skipped |= bare == "#[serde(skip)]";
            } else if let Some((name, open)) = &mut group {
                let field = shown(bare);
                match field.split_once(": ") {
                    Some((field, kind)) => {
                        assert!(skipped || !about.is_empty(), "{name}.{field} has no doc comment");
                        if !skipped {
                            let kind = kind.trim_end_matches(',').to_owned();
                            open.names.push((field.to_owned(), kind, std::mem::take(&mut about)));
                        }
                    }
                    None if bare == "}" => code.groups.extend(group.take()),
                    None => {}
                }
                (about, skipped) = (String::new(), false);
            } else {
                let item = shown(bare);
                if let Some(name) = item.strip_prefix("struct ").filter(|_| serialised) {
                    let name = name.split([' ', '{', '<']).next().unwrap_or(name);
                    let empty = Group { about: std::mem::take(&mut about), names: Vec::new() };
                    group = Some((format!("{module}.{name}"), empty));
                }
                if let Some(path) = item.strip_prefix("use ").and_then(|path| path.strip_suffix(';')) {
                    import(&mut code, &module, path);
                }
                (about, serialised) = (String::new(), false);
            }
        }
    }
    code
}

/// A line without the word for who may see it.
fn shown(line: &str) -> &str {
    ["pub(super) ", "pub(crate) ", "pub "].iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line)
}

/// `super::tables::{self, Table}` says whose `Table` is.
fn import(code: &mut Code, module: &str, path: &str) {
    let (from, names) = path.rsplit_once("::{").map_or_else(
        || path.rsplit_once("::").unwrap_or(("", path)),
        |(from, names)| (from, names.trim_end_matches('}')),
    );
    let from = from.rsplit("::").next().unwrap_or_default();
    for name in names.split(',').map(str::trim) {
        code.imports.insert((module.to_owned(), name.to_owned()), from.to_owned());
    }
}

impl Code {
    /// A type as the page names it: `text`, `list of areas.AreaRow`.
    fn kind(&self, module: &str, kind: &str) -> String {
        let inner = |outer: &str| kind.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>'));
        if let Some(inner) = inner("Option<") {
            return format!("{}, or nothing", self.kind(module, inner));
        }
        if let Some(inner) = inner("Vec<") {
            return format!("list of {}", self.kind(module, inner));
        }
        if let Some(inner) = kind.strip_prefix("&'a [").and_then(|rest| rest.strip_suffix(']')) {
            return format!("list of {}", self.kind(module, inner));
        }
        match kind {
            "String" | "&'static str" | "&'a str" => "text".to_owned(),
            "bool" => "yes or no".to_owned(),
            "usize" | "u64" | "u8" => "number".to_owned(),
            "(String, String)" => "list of text".to_owned(),
            other => {
                let (of, name) = other.rsplit_once("::").unwrap_or((module, other));
                let of = of.rsplit("::").next().unwrap_or(of);
                let known = format!("{of}.{name}");
                if self.groups.contains_key(&known) {
                    return known;
                }
                let from = &self.imports[&(module.to_owned(), name.to_owned())];
                let from = if from == "super" { "view" } else { from };
                let known = format!("{from}.{name}");
                assert!(self.groups.contains_key(&known), "{module} uses {other}, which is not known");
                known
            }
        }
    }
}

const HEAD: &str = "\
# What report templates may print

Made from the code; `gapwise templates context` prints it, and `gapwise check` holds your own templates against it.

Every amount is a text that is ready to print: with its unit, its separators and its currency. What is a place in a drawing
is a text too, in percent of the drawing's width, from `0.00` to `100.00`. \"or nothing\" may be absent: ask for it with
`{% if … %}` before it is printed. A list may be empty. `[ ]` behind a list's name gives one entry: `summary.gaps[0].area`.

Beside the names of the view, `w` holds the report's words as `words.en.toml` has them (`w.areas.label`).
A report on one questionnaire has `areas`, `answers` and `maps`; one on `several` has them in each of its `systems`.
";

/// What is added to the view when it is rendered.
const BESIDE: [(&str, &str, &str); 4] = [
    ("w", "words", "The report's own words, from `words.en.toml` and a person's own over it."),
    ("brand", "brand.Shown", "Whose report it is."),
    ("style", "text, or nothing", "The style sheet, for the page's one style element; in HTML only."),
    ("policy", "text, or nothing", "What the page may load: nothing; in HTML only."),
];

/// The title of a group's section.
fn title(group: &str) -> String {
    match group {
        "view.View" => "Everything".to_owned(),
        "rules.Page" => "Everything on a page of rules".to_owned(),
        _ => format!("`{group}`"),
    }
}

fn page(code: &Code) -> String {
    let mut out = HEAD.to_owned();
    let mut done = BTreeSet::new();
    for root in ["view.View", "rules.Page"] {
        let mut pending = VecDeque::from([root.to_owned()]);
        while let Some(name) = pending.pop_front() {
            if done.insert(name.clone()) {
                section(code, root, &name, &mut pending, &mut out);
            }
        }
    }
    out
}

fn section(code: &Code, root: &str, name: &str, pending: &mut VecDeque<String>, out: &mut String) {
    let group = &code.groups[name];
    let module = name.split('.').next().expect("a module");
    let _ = write!(out, "\n## {}\n\n{}\n\n| Name | Holds | Meaning |\n|:---|:---|:---|\n", title(name), group.about);
    let names = group.names.iter();
    let mut lines: Vec<_> =
        names.map(|(field, kind, about)| (field.clone(), code.kind(module, kind), about.clone())).collect();
    if name == root {
        lines.extend(BESIDE.map(|(name, kind, about)| (name.to_owned(), kind.to_owned(), about.to_owned())));
    }
    for (field, kind, about) in lines {
        let _ = writeln!(out, "| `{field}` | {kind} | {} |", about.replace('|', "\\|"));
        let group = kind.trim_start_matches("list of ").trim_end_matches(", or nothing");
        if group.contains('.') {
            pending.push_back(group.to_owned());
        }
    }
}

#[test]
fn the_page_is_what_the_code_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("report-templates/CONTEXT.md");
    let page = page(&code());
    if std::env::var_os("UPDATE_CONTEXT").is_some() {
        fs::write(&path, &page).expect("the page");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let differs = page.lines().zip(written.lines()).find(|(code, written)| code != written);
    assert!(
        page == written,
        "report-templates/CONTEXT.md is not what the code says; UPDATE_CONTEXT=1 cargo test --test suite context_page \
         writes it anew. First difference: {differs:?}"
    );
}

#[test]
fn every_meaning_is_a_sentence() {
    for (name, group) in &code().groups {
        for (field, _, about) in &group.names {
            let first = about.chars().next().expect("a doc comment");
            assert!(
                about.ends_with('.') && (first.is_uppercase() || "\"`0".contains(first)),
                "{name}.{field}: {about}"
            );
        }
    }
}

/// The names that the page has for a group, with what they hold.
fn names_of(page: &str, group: &str) -> BTreeMap<String, String> {
    let (_, rest) =
        page.split_once(&format!("\n## {}\n", title(group))).unwrap_or_else(|| panic!("{group} is not on the page"));
    let table = rest.split("\n## ").next().expect("a section");
    let line = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split(" | ");
        Some((cells.next()?.trim_end_matches('`').to_owned(), cells.next()?.to_owned()))
    };
    table.lines().filter_map(line).collect()
}

/// Asserts that a value is what the page says of it.
fn assert_holds(page: &str, place: &str, kind: &str, value: &serde_json::Value) {
    use serde_json::Value;
    let bare = kind.trim_end_matches(", or nothing");
    match value {
        Value::Null => assert!(kind.ends_with(", or nothing"), "{place} holds nothing, and the page says {kind}"),
        Value::Array(entries) => {
            let inner = bare.strip_prefix("list of ").unwrap_or_else(|| panic!("{place} is a list, not {kind}"));
            entries.iter().for_each(|entry| assert_holds(page, &format!("{place}[]"), inner, entry));
        }
        Value::Object(_) if bare == "words" => {}
        Value::Object(fields) => {
            let names = names_of(page, bare);
            for (name, value) in fields {
                let kind = names.get(name).unwrap_or_else(|| panic!("{place}.{name} is not on the page"));
                assert_holds(page, &format!("{place}.{name}"), kind, value);
            }
            let missing: Vec<_> = names.keys().filter(|name| !fields.contains_key(*name)).collect();
            let extra = if place.is_empty() { &["style", "policy"][..] } else { &[] };
            assert!(missing.iter().all(|name| extra.contains(&name.as_str())), "{place} has no {missing:?}");
        }
        Value::String(_) => assert_eq!(bare, "text", "{place}"),
        Value::Bool(_) => assert_eq!(bare, "yes or no", "{place}"),
        Value::Number(_) => assert_eq!(bare, "number", "{place}"),
    }
}

/// Everything a template is given, printed by one.
fn context(assessment: &Assessment) -> serde_json::Value {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("dump.md"), "{{ __tera_context | safe }}").expect("a template");
    let ids: Vec<String> = assessment.questionnaires.clone();
    let selection = gapwise::questionnaire::Library::builtin().select(&ids).expect("they are built in");
    let evaluation = evaluate(&selection, assessment);
    let options = ReportOptions {
        templates: Some(folder.path()),
        root: Some("dump"),
        ..ReportOptions::new(Audience::Internal, Format::Markdown)
    };
    let text = render(&selection, assessment, &evaluation, &options).expect("it is rendered");
    // what is absent is printed as nothing at all, and some letters by their number
    let mut text = text.replace("\": ,", "\": null,").replace("\": }", "\": null}");
    while let Some((before, (number, after))) =
        text.split_once("\\u{").and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        let letter = u32::from_str_radix(number, 16).ok().and_then(char::from_u32).expect("a letter");
        text = format!("{before}{}{after}", if letter.is_control() { ' ' } else { letter });
    }
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {}", &text[..text.len().min(400)]))
}

#[test]
fn what_templates_are_given_is_on_the_page() {
    let page = page(&code());
    for assessment in [crate::shared::brightwater(), crate::three::everything(), crate::combined::all_six()] {
        let context = context(&assessment);
        assert_holds(&page, "", "view.View", &context);
    }
}
