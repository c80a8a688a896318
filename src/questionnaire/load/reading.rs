//! Reading one TOML file: every problem is collected, nothing stops at the first.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::reference::Reference;
use crate::problem::{Problem, Severity, Source, Span, note};
use crate::questionnaire::LocalText;
use crate::questionnaire::check::Lost;
use crate::questionnaire::expression::Expression;

/// A value of the file with its place.
pub(super) type Node<'t> = Spanned<DeValue<'t>>;

/// Most elements of one kind a file may have; more is a mistake or an attack.
pub(super) const MOST_ELEMENTS: usize = 10_000;

/// Most places with broken syntax that are told; finding the line of each takes a walk through the file.
const MOST_SYNTAX_ERRORS: usize = 200;

/// What has been learnt while reading one file.
pub(super) struct Reading<'s> {
    pub source: &'s Source,
    /// The questionnaire's id, once it is read.
    pub questionnaire: String,
    /// Languages every text must have; any language when empty.
    pub locales: Vec<Arc<str>>,
    pub problems: Vec<Problem>,
    /// Names to be looked up once all files have been read.
    pub references: Vec<Reference>,
    /// What was given but could not be understood.
    pub lost: Lost,
    /// Lines with broken syntax: what is odd there follows from that.
    damaged: Vec<usize>,
}

impl<'s> Reading<'s> {
    /// Starts with what the parser reported.
    pub fn new(source: &'s Source, syntax: &[toml::de::Error]) -> Self {
        let mut reading = Self {
            source,
            questionnaire: String::new(),
            locales: Vec::new(),
            problems: Vec::new(),
            references: Vec::new(),
            lost: Lost { anything: !syntax.is_empty(), ids: Vec::new() },
            damaged: Vec::new(),
        };
        for error in syntax.iter().take(MOST_SYNTAX_ERRORS) {
            let span = error.span().unwrap_or(0..0);
            let line = source.line_and_column(span.start).0;
            if !reading.damaged.contains(&line) {
                let (message, remedy) = match error.message() {
                    "duplicate key" => ("this key or table is given twice".to_owned(), "Leave one of the two out"),
                    other if error.span().is_none() => (other.to_owned(), "Is it the right file?"),
                    other => {
                        (format!("this is not TOML: {other}"), "Mend the line; the rest was read as far as possible")
                    }
                };
                reading.problems.push(Problem::error(source, span, message, remedy));
                reading.damaged.push(line);
            }
        }
        reading
    }

    /// Reports what makes the file unusable, unless broken syntax on the same line explains it.
    pub fn error(&mut self, span: Span, message: impl Into<String>, remedy: impl Into<String>) {
        if self.damaged.is_empty() || !self.damaged.contains(&self.source.line_and_column(span.start).0) {
            note(&mut self.problems, || Problem::error(self.source, span, message, remedy), Severity::Error);
        }
    }

    /// Reports what is missing, unless broken syntax may have swallowed it.
    pub fn missing(&mut self, span: Span, message: impl Into<String>, remedy: impl Into<String>) {
        if self.damaged.is_empty() {
            self.error(span, message, remedy);
        }
    }

    /// Reports what is worth knowing.
    pub fn warning(&mut self, span: Span, message: impl Into<String>, remedy: impl Into<String>) {
        note(&mut self.problems, || Problem::warning(self.source, span, message, remedy), Severity::Warning);
    }

    fn mismatch(&mut self, node: &Node<'_>, what: &str, wanted: &str) {
        let found = kind_of(node.get_ref());
        self.error(node.span(), format!("{what} must be {wanted}, but is {found}"), "");
    }

    /// The text of a string.
    pub fn string<'t>(&mut self, node: &'t Node<'_>, what: &str) -> Option<&'t str> {
        let text = node.get_ref().as_str();
        if text.is_none() {
            self.mismatch(node, what, "text in quotes");
        }
        text
    }

    /// A finite number.
    pub fn number(&mut self, node: &Node<'_>, what: &str) -> Option<f64> {
        let value = match node.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(|n| n as f64),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => {
                self.mismatch(node, what, "a number");
                return None;
            }
        };
        let value = value.filter(|number: &f64| number.is_finite());
        if value.is_none() {
            self.error(node.span(), format!("{what} is not a number one can compute with"), "Write an ordinary number");
        }
        value
    }

    /// A number within bounds.
    pub fn number_within(&mut self, node: &Node<'_>, what: &str, low: f64, high: f64) -> Option<f64> {
        let value = self.number(node, what)?;
        if (low..=high).contains(&value) {
            return Some(value);
        }
        self.error(node.span(), format!("{what} is {value}, but must lie between {low} and {high}"), "");
        None
    }

    /// A whole number from 0.
    pub fn whole(&mut self, node: &Node<'_>, what: &str) -> Option<u32> {
        let value = self.number(node, what)?;
        if value >= 0.0 && value.fract() == 0.0 && value <= f64::from(u32::MAX) {
            return Some(value as u32);
        }
        self.error(node.span(), format!("{what} must be a whole number from 0, but is {value}"), "");
        None
    }

    /// A whole number within bounds.
    pub fn whole_within(&mut self, node: &Node<'_>, what: &str, low: u32, high: u32) -> Option<u32> {
        let value = self.whole(node, what)?;
        if (low..=high).contains(&value) {
            return Some(value);
        }
        self.error(node.span(), format!("{what} is {value}, but must lie between {low} and {high}"), "");
        None
    }

    /// True or false.
    pub fn boolean(&mut self, node: &Node<'_>, what: &str) -> Option<bool> {
        let value = node.get_ref().as_bool();
        if value.is_none() {
            self.mismatch(node, what, "true or false");
        }
        value
    }

    /// The elements of a list.
    pub fn list<'t>(&mut self, node: &'t Node<'t>, what: &str) -> Option<Vec<&'t Node<'t>>> {
        let Some(array) = node.get_ref().as_array() else {
            self.mismatch(node, what, "a list in square brackets");
            return None;
        };
        if array.len() > MOST_ELEMENTS {
            let message = format!("{what} has {} entries; the most is {MOST_ELEMENTS}", array.len());
            self.error(node.span(), message, "Split it");
            return None;
        }
        Some(array.iter().collect())
    }

    /// Two numbers, the second not below the first.
    pub fn pair(&mut self, node: &Node<'_>, what: &str) -> Option<(f64, f64)> {
        let list = self.list(node, what)?;
        let numbers: Vec<f64> = list.iter().filter_map(|one| self.number(one, what)).collect();
        match (list.len(), numbers.as_slice()) {
            (2, &[low, high]) if low <= high => return Some((low, high)),
            (2, &[low, high]) => {
                let message = format!("{what} must ascend, but {low} is more than {high}");
                self.error(node.span(), message, format!("Write [{high}, {low}]"));
            }
            (2, _) => {}
            (found, _) => {
                self.error(node.span(), format!("{what} must be two numbers, but has {found}"), "Write [from, to]")
            }
        }
        None
    }

    /// A table.
    pub fn table<'t>(&mut self, node: &'t Node<'t>, what: &str) -> Option<&'t DeTable<'t>> {
        let table = node.get_ref().as_table();
        if table.is_none() {
            self.mismatch(node, what, "a table of keys");
        }
        table
    }

    /// A text in one or several languages; `required` makes a missing language an error.
    pub fn text(&mut self, node: &Node<'_>, what: &str, required: bool) -> LocalText {
        if let Some(text) = node.get_ref().as_str() {
            if text.trim().is_empty() && required {
                self.error(node.span(), format!("{what} is empty"), "Write what a person is to read");
            }
            let first = self.locales.first().cloned().unwrap_or_else(|| Arc::from("en"));
            self.languages_missing(node, what, required, &[&first]);
            return LocalText { texts: vec![(first, text.to_owned())] };
        }
        let Some(table) = node.get_ref().as_table() else {
            self.mismatch(node, what, "text in quotes, or a table with one text a language");
            return LocalText::default();
        };
        let mut texts: Vec<(Arc<str>, String)> = Vec::new();
        for (tag, value) in table.iter() {
            if !self.locales.is_empty() && !self.locales.iter().any(|one| **one == **tag.get_ref()) {
                let message = format!("{what} is given in '{}', which `locales` does not list", tag.get_ref());
                self.error(tag.span(), message, "Add the language to `locales`, or leave it out here");
            }
            if let Some(text) = self.string(value, what) {
                if text.trim().is_empty() && required {
                    let message = format!("{what} is empty in '{}'", tag.get_ref());
                    self.error(value.span(), message, "Write what a person is to read");
                }
                texts.push((Arc::from(&**tag.get_ref()), text.to_owned()));
            }
        }
        let given: Vec<Arc<str>> = table.keys().map(|tag| Arc::from(&**tag.get_ref())).collect();
        self.languages_missing(node, what, required, &given.iter().collect::<Vec<_>>());
        let order = |tag: &str| self.locales.iter().position(|one| **one == *tag);
        texts.sort_by_key(|(tag, _)| order(tag));
        LocalText { texts }
    }

    fn languages_missing(&mut self, node: &Node<'_>, what: &str, required: bool, given: &[&Arc<str>]) {
        let missing: Vec<_> =
            self.locales.iter().filter(|one| !given.contains(one)).map(|one| format!("'{one}'")).collect();
        if missing.is_empty() {
            return;
        }
        let message = format!("{what} has no text in {}", missing.join(", "));
        let remedy = "Write a table with one text a language, such as { en = \"…\", de = \"…\" }";
        if required {
            self.error(node.span(), message, remedy);
        } else {
            self.warning(node.span(), message, remedy);
        }
    }

    /// A condition or formula.
    pub fn expression(&mut self, node: &Node<'_>, what: &str) -> Option<Expression> {
        let text = self.string(node, what)?;
        if text.trim().is_empty() {
            self.error(node.span(), format!("{what} is empty"), "Write a condition or formula, or leave the key out");
            return None;
        }
        match Expression::compile_in(text, content_span(&self.source.text, node.span()), &self.questionnaire) {
            Ok(expression) => Some(expression),
            Err(errors) => {
                for error in errors {
                    self.error(error.span, format!("{what}: {}", error.message), error.remedy);
                }
                None
            }
        }
    }
}

/// What a value is, in an author's words.
fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The place of a string's content, without its quotes.
fn content_span(text: &str, span: Span) -> Span {
    let raw = text.get(span.clone()).unwrap_or("");
    let quotes = if raw.len() >= 6 && (raw.starts_with("\"\"\"") || raw.starts_with("'''")) { 3 } else { 1 };
    if raw.len() < 2 * quotes {
        return span;
    }
    // A line break right after three quotes does not belong to the text.
    let opening = &raw[quotes..];
    let skipped = match (quotes, opening) {
        (3, rest) if rest.starts_with("\r\n") => 2,
        (3, rest) if rest.starts_with('\n') => 1,
        _ => 0,
    };
    (span.start + quotes + skipped).min(span.end - quotes)..span.end - quotes
}

#[cfg(test)]
mod tests {
    use super::content_span;

    #[test]
    fn content_lies_between_the_quotes() {
        for (text, content) in [
            ("\"a > 1\"", "a > 1"),
            ("'a'", "a"),
            ("\"\"", ""),
            ("\"\"\"a\n\"\"\"", "a\n"),
            ("'''\na'''", "a"),
            ("\"\"\"\r\na\"\"\"", "a"),
        ] {
            assert_eq!(&text[content_span(text, 0..text.len())], content, "{text:?}");
        }
    }
}
