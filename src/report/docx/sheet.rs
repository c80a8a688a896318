//! What a page's style sheet says of colours, fonts and drawings, for a reader that is no browser.

/// The root's font size in points of the screen: what `rem` in a style sheet means.
const REM: f32 = 16.0;

/// A page's style sheet, as paper has it.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    text: String,
    values: Vec<(String, String)>,
}

impl Sheet {
    /// Reads a style sheet.
    pub(super) fn of(text: &str) -> Self {
        Self { text: text.to_owned(), values: custom_properties(text) }
    }

    /// What a name stands for on paper, with names inside it filled in.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let value = &self.values.iter().find(|(one, _)| one == name)?.1;
        Some(filled(value, &self.values).trim().to_owned())
    }

    /// A property of the first selector that is exactly this; later rules win.
    pub(super) fn property(&self, selector: &str, property: &str) -> Option<String> {
        let declarations = rules(&self.text).into_iter().filter(|(one, _)| *one == selector);
        let mut pairs = declarations.flat_map(|(_, body)| body.split(';')).filter_map(|one| one.split_once(':'));
        let value = pairs.rfind(|(name, _)| name.trim() == property)?.1;
        Some(filled(value, &self.values).trim().to_owned())
    }

    /// The sheet without what only a browser knows: names filled in, rules for screens and paper left out.
    pub(super) fn for_drawings(&self) -> String {
        let mut out = String::new();
        for (selector, body) in rules(&self.text) {
            if selector.starts_with('@') || selector.contains(":root") || selector.contains("::") {
                continue;
            }
            let body = in_points(&filled(body, &self.values)).replace("font: inherit;", "");
            out.push_str(&format!("{selector} {{ {body} }}\n"));
        }
        out
    }
}

/// Top-level rules: the selector and what stands in its braces.
fn rules(sheet: &str) -> Vec<(&str, &str)> {
    let mut rules = Vec::new();
    let mut rest = sheet;
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let Some(open) = rest.find('{') else { return rules };
        let mut depth = 0_usize;
        let end = rest[open..].char_indices().find_map(|(at, c)| {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            (depth == 0).then_some(open + at)
        });
        let Some(end) = end else { return rules };
        rules.push((rest[..open].trim(), &rest[open + 1..end]));
        rest = &rest[end + 1..];
    }
}

/// The page's named values on paper, a later rule over an earlier one: those for a dark screen are left out.
fn custom_properties(sheet: &str) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = Vec::new();
    let mut take = |body: &str| {
        for declaration in body.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let (name, value) = (name.trim().to_owned(), value.trim().to_owned());
            if name.starts_with("--") {
                names.retain(|(one, _)| *one != name);
                names.push((name, value));
            }
        }
    };
    for (selector, body) in rules(sheet) {
        if selector == ":root" {
            take(body);
        } else if selector.starts_with("@media print") {
            rules(body).into_iter().filter(|(inner, _)| *inner == ":root").for_each(|(_, body)| take(body));
        }
    }
    names
}

/// `var(--name)` and `var(--name, other)` as what they stand for.
fn filled(body: &str, names: &[(String, String)]) -> String {
    let mut out = body.to_owned();
    // A value may name another one; more than a few steps are a loop.
    for _ in 0..8 {
        let Some(start) = out.find("var(") else { break };
        let Some(length) = out[start..].find(')') else { break };
        let inner = out[start + 4..start + length].to_owned();
        let (name, other) = inner.split_once(',').unwrap_or((&inner, ""));
        let value = names.iter().find(|(one, _)| one == name.trim()).map_or(other.trim(), |(_, value)| value);
        let value = value.to_owned();
        out.replace_range(start..=start + length, &value);
    }
    out
}

/// Lengths in `rem` as points of the screen.
fn in_points(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find("rem") {
        let digits = rest[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        out.push_str(&rest[..digits]);
        match rest[digits..at].parse::<f32>() {
            Ok(number) => out.push_str(&format!("{}px", number * REM)),
            Err(_) => out.push_str(&rest[digits..at + 3]),
        }
        rest = &rest[at + 3..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_paper() {
        let sheet = "/* x { */ :root { --a: #111111; --b: var(--a); }\n@media (prefers-color-scheme: dark) { :root { --a: #eeeeee; } }\n\
                     .d { fill: var(--b); font-size: .75rem }\n@media print { :root { --a: #222222; } .d { fill: red } }";
        assert_eq!(Sheet::of(sheet).for_drawings().trim(), ".d {  fill: #222222; font-size: 12px  }");
    }

    #[test]
    fn a_property_is_found_by_its_selector() {
        let sheet = Sheet::of("body { font-family: \"A\", sans-serif } b { x: y } body { font-family: \"B\"; }");
        assert_eq!(sheet.property("body", "font-family").as_deref(), Some("\"B\""));
        assert_eq!(sheet.property("p", "font-family"), None);
    }
}
