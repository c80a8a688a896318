//! Typed access to the fields of a table, noting what is wrong on the way.

use jiff::Timestamp;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use crate::problem::{Problem, Severity, Source, Span, nearest, note};

/// A field's value with its place.
pub(super) type Field<'a> = Spanned<DeValue<'a>>;

/// Most unknown keys of one table that are told; looking for what each could have meant takes its time.
const MOST_UNKNOWN: usize = 200;

/// Collects problems while fields are read.
pub(super) struct Reader<'s> {
    source: &'s Source,
    problems: Vec<Problem>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s Source) -> Self {
        Self { source, problems: Vec::new() }
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    pub(super) fn error(&mut self, span: Span, message: impl Into<String>, remedy: impl Into<String>) {
        note(&mut self.problems, || Problem::error(self.source, span, message, remedy), Severity::Error);
    }

    pub(super) fn warn(&mut self, span: Span, message: impl Into<String>, remedy: impl Into<String>) {
        note(&mut self.problems, || Problem::warning(self.source, span, message, remedy), Severity::Warning);
    }

    /// Reports keys that are not in the vocabulary; they stay in the file.
    pub(super) fn known_keys(&mut self, table: &DeTable<'_>, known: &[&str], of: &str) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())).take(MOST_UNKNOWN) {
            let remedy = match nearest(key.get_ref(), known.iter().copied()) {
                Some(near) => format!("Did you mean '{near}'? It is kept as it is and not used"),
                None => "It is kept as it is and not used".to_owned(),
            };
            self.warn(key.span(), format!("unknown key '{}' {of}", key.get_ref()), remedy);
        }
    }

    /// A table, or an error and nothing.
    pub(super) fn table<'a, 't>(&mut self, field: &'t Field<'a>, what: &str) -> Option<&'t DeTable<'a>> {
        let table = field.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(field, what, "a table");
        }
        table
    }

    pub(super) fn text(&mut self, table: &DeTable<'_>, key: &str) -> Option<String> {
        let field = table.get(key)?;
        let text = field.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong_type(field, &format!("'{key}'"), "a text in quotation marks");
        }
        text
    }

    pub(super) fn flag(&mut self, table: &DeTable<'_>, key: &str) -> Option<bool> {
        let field = table.get(key)?;
        let flag = field.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(field, &format!("'{key}'"), "true or false");
        }
        flag
    }

    pub(super) fn number(&mut self, table: &DeTable<'_>, key: &str) -> Option<f64> {
        let field = table.get(key)?;
        if !matches!(field.get_ref(), DeValue::Integer(_) | DeValue::Float(_)) {
            self.wrong_type(field, &format!("'{key}'"), "a number");
            return None;
        }
        self.finite(field)
    }

    /// The number of an integer or float; `nan`, infinity and what no float can hold are refused.
    pub(super) fn finite(&mut self, field: &Field<'_>) -> Option<f64> {
        let number = match field.get_ref() {
            DeValue::Integer(digits) if digits.radix() == 10 => digits.as_str().parse().ok(),
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok().map(|it| it as f64),
            DeValue::Float(digits) => digits.as_str().parse().ok(),
            _ => None,
        };
        let number = number.filter(|number: &f64| number.is_finite());
        if number.is_none() {
            self.error(
                field.span(),
                "this is not a number anyone could count",
                "Write a finite number, or status = \"unknown\" where nobody knows it",
            );
        }
        number
    }

    pub(super) fn date(&mut self, table: &DeTable<'_>, key: &str) -> Option<Date> {
        let field = table.get(key)?;
        let date = field.get_ref().as_datetime().and_then(civil_date);
        if date.is_none() {
            self.wrong_type(field, &format!("'{key}'"), "a date such as 2026-11-22, without quotation marks");
        }
        date
    }

    pub(super) fn timestamp(&mut self, table: &DeTable<'_>, key: &str) -> Option<Timestamp> {
        let field = table.get(key)?;
        let time = field.get_ref().as_datetime().and_then(|datetime| datetime.to_string().parse().ok());
        if time.is_none() {
            self.wrong_type(field, &format!("'{key}'"), "a time such as 2026-11-22T09:14:03Z, without quotation marks");
        }
        time
    }

    /// One of several words.
    pub(super) fn word<T: Copy>(&mut self, table: &DeTable<'_>, key: &str, words: &[(&str, T)]) -> Option<T> {
        let field = table.get(key)?;
        let text = self.text(table, key)?;
        if let Some((_, found)) = words.iter().find(|(word, _)| *word == text) {
            return Some(*found);
        }
        let all: Vec<_> = words.iter().map(|(word, _)| *word).collect();
        let remedy = match nearest(&text, all.iter().copied()) {
            Some(near) => format!("Did you mean \"{near}\"?"),
            None => format!("It is one of {}", all.join(", ")),
        };
        self.error(field.span(), format!("'{text}' is not a word for '{key}'"), remedy);
        None
    }

    pub(super) fn wrong_type(&mut self, field: &Field<'_>, what: &str, wanted: &str) {
        let found = match field.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time of another kind",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.error(field.span(), format!("{what} holds {found}"), format!("It takes {wanted}"));
    }
}

/// The date of a TOML date-time that is nothing but a date.
pub(super) fn civil_date(datetime: &Datetime) -> Option<Date> {
    if datetime.time.is_some() || datetime.offset.is_some() {
        return None;
    }
    let date = datetime.date?;
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}
