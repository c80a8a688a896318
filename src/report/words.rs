//! The report's own words, from `report-templates/words.<language>.toml`.

use toml::{Table, Value};

use crate::display::sentence_start;

/// The words of one language; what it lacks is taken from the built-in English.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    root: Table,
}

impl Words {
    /// Lays words over others: what `over` does not have is kept.
    pub(crate) fn layered(mut base: Table, over: Table) -> Self {
        lay(&mut base, over);
        Self { root: base }
    }

    /// Puts the words of a group in place of those of the same name outside it.
    pub(crate) fn prefer(&mut self, group: &str) {
        if let Some(Value::Table(own)) = self.root.get(group).cloned() {
            lay(&mut self.root, own);
        }
    }

    /// All words, for templates.
    pub(crate) fn table(&self) -> &Table {
        &self.root
    }

    /// The words under a dotted key; the key itself where there are none, so that a gap shows.
    pub(crate) fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).and_then(Value::as_str).unwrap_or(key)
    }

    /// The words under a dotted key, when there are any.
    pub(crate) fn maybe(&self, key: &str) -> Option<&str> {
        self.find(key).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// The words of a group for an id, when there are any.
    pub(crate) fn maybe_in(&self, group: &str, id: &str) -> Option<&str> {
        self.find(group)?.get(id)?.as_str().filter(|text| !text.is_empty())
    }

    /// The rows under a dotted key; none where there are none.
    pub(crate) fn rows(&self, key: &str) -> &[Value] {
        self.find(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    /// Words with their placeholders filled.
    pub(crate) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// The form for a number, with `{n}` as digits and `{N}` as a word with a capital.
    pub(crate) fn counted(&self, key: &str, number: usize, values: &[(&str, &str)]) -> String {
        let form = if number == 1 { "one" } else { "other" };
        let digits = number.to_string();
        let word = sentence_start(&self.number(number));
        // What the caller says of `n` comes before the digits.
        let mut all = values.to_vec();
        all.extend([("n", digits.as_str()), ("N", word.as_str())]);
        fill(self.get(&format!("{key}.{form}")), &all)
    }

    /// A small number as a word, a larger one in digits.
    pub(crate) fn number(&self, number: usize) -> String {
        let word = self.find("number.words").and_then(Value::as_array).and_then(|words| words.get(number)?.as_str());
        word.map_or_else(|| number.to_string(), str::to_owned)
    }

    fn find(&self, key: &str) -> Option<&Value> {
        let mut parts = key.split('.');
        let mut value = self.root.get(parts.next()?)?;
        for part in parts {
            value = value.get(part)?;
        }
        Some(value)
    }
}

/// Puts values where their names stand in braces, in one pass: what a value holds is never read again.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let tail = &rest[open + 1..];
        let named = tail.find('}').and_then(|close| {
            let value = values.iter().find(|(name, _)| *name == &tail[..close])?.1;
            Some((value, close))
        });
        if let Some((value, close)) = named {
            out.push_str(value);
            rest = &tail[close + 1..];
        } else {
            out.push('{');
            rest = tail;
        }
    }
    out.push_str(rest);
    out
}

fn lay(base: &mut Table, over: Table) {
    for (key, value) in over {
        match (base.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => lay(below, above),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let base = toml::from_str(
            "[gap]\none = \"{N} gap\"\nother = \"{N} gaps\"\n[number]\nwords = [\"no\", \"one\", \"two\"]",
        );
        Words::layered(base.unwrap(), toml::from_str("[gap]\none = \"just {n} gap\"").unwrap())
    }

    #[test]
    fn numbers_choose_their_form() {
        assert_eq!(words().counted("gap", 1, &[]), "just 1 gap");
        assert_eq!(words().counted("gap", 2, &[]), "Two gaps");
        assert_eq!(words().counted("gap", 33, &[]), "33 gaps");
    }

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "x")]), "{b} and x");
        assert_eq!(fill("{unknown} {", &[]), "{unknown} {");
        assert_eq!(fill("{{a}", &[("a", "x")]), "{x");
    }

    #[test]
    fn a_missing_key_shows() {
        assert_eq!(words().get("no.such"), "no.such");
        assert_eq!(words().maybe("no.such"), None);
    }
}
