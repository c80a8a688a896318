//! The types of expressions: what a value can be, as narrowly as the questionnaire says.

use crate::questionnaire::{CellKind, Choice, Kind, LocalText, Metric, Question, Unit};

/// What an expression gives.
#[derive(Debug, Clone)]
pub(in crate::questionnaire::check) enum Type<'a> {
    /// Nothing is known, or what is wrong was told already.
    Any,
    /// A number between two bounds.
    Number(Range),
    /// True or false.
    Truth,
    /// A text, perhaps one of a few.
    Text(Option<Words>),
    /// A list.
    List(Box<Type<'a>>),
    /// A row of a table.
    Row(&'a Question),
}

/// The bounds of a number; infinite where there are none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::questionnaire::check) struct Range {
    pub low: f64,
    pub high: f64,
}

/// The texts a value can be.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::questionnaire::check) struct Words {
    pub words: Vec<String>,
    /// What is said of a word that is none of them, such as `question 'ga_model' has no choice`; literals of the
    /// expression belong to nobody.
    pub of: Option<String>,
}

impl Range {
    pub const ANY: Self = Self { low: f64::NEG_INFINITY, high: f64::INFINITY };
    pub const COUNT: Self = Self { low: 0.0, high: f64::INFINITY };
    pub const PERCENT: Self = Self { low: 0.0, high: 100.0 };

    pub const fn new(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    pub fn contains(self, number: f64) -> bool {
        self.low <= number && number <= self.high
    }

    /// The smallest range with both in it.
    pub fn join(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// All that an operation can give for values of two ranges, when it is monotonous in each.
    pub fn combine(self, other: Self, operation: impl Fn(f64, f64) -> f64) -> Self {
        let ends = [
            operation(self.low, other.low),
            operation(self.low, other.high),
            operation(self.high, other.low),
            operation(self.high, other.high),
        ];
        if ends.iter().any(|end| end.is_nan()) {
            return Self::ANY;
        }
        Self {
            low: ends.into_iter().fold(f64::INFINITY, f64::min),
            high: ends.into_iter().fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

impl<'a> Type<'a> {
    pub fn number() -> Self {
        Self::Number(Range::ANY)
    }

    pub fn list(of: Type<'a>) -> Self {
        Self::List(Box::new(of))
    }

    /// What it is, in an author's words.
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Any => "anything",
            Self::Number(_) => "a number",
            Self::Truth => "true or false",
            Self::Text(_) => "a text",
            Self::List(of) if matches!(**of, Self::Row(_)) => "a table",
            Self::List(_) => "a list",
            Self::Row(_) => "a row of a table",
        }
    }

    /// A type both fit, when there is one.
    pub fn join(self, other: Self) -> Option<Self> {
        Some(match (self, other) {
            (Self::Any, one) | (one, Self::Any) => one,
            (Self::Number(a), Self::Number(b)) => Self::Number(a.join(b)),
            (Self::Truth, Self::Truth) => Self::Truth,
            (Self::Text(a), Self::Text(b)) => Self::Text(join_words(a, b)),
            (Self::List(a), Self::List(b)) => Self::list(a.join(*b)?),
            (Self::Row(a), Self::Row(b)) if a.id == b.id => Self::Row(a),
            _ => return None,
        })
    }
}

fn join_words(a: Option<Words>, b: Option<Words>) -> Option<Words> {
    let (mut a, b) = (a?, b?);
    if a.of != b.of {
        a.of = None;
    }
    for word in b.words {
        if !a.words.contains(&word) {
            a.words.push(word);
        }
    }
    Some(a)
}

fn words<'s>(words: impl IntoIterator<Item = &'s String>, of: String) -> Option<Words> {
    Some(Words { words: words.into_iter().cloned().collect(), of: Some(of) })
}

fn choice<'a>(choices: &[Choice], of: String) -> Type<'a> {
    Type::Text(words(choices.iter().map(|choice| &choice.id), of))
}

fn rating<'a>(points: &[LocalText]) -> Type<'a> {
    // Without labels the scale was not found, which is reported there.
    let range = if points.is_empty() { Range::ANY } else { Range::new(0.0, (points.len() - 1) as f64) };
    Type::Number(range)
}

/// The type of a question's answer.
pub(in crate::questionnaire::check) fn of_question(question: &Question) -> Type<'_> {
    let of = || format!("question '{}' has no choice", question.id);
    match &question.kind {
        Kind::One(choices) => choice(choices, of()),
        Kind::Many { choices, .. } => Type::list(choice(choices, of())),
        Kind::Number(spec) => Type::Number(Range::new(spec.bounds.0, spec.bounds.1)),
        Kind::Rating(points) => rating(points),
        Kind::Text { .. } | Kind::Date => Type::Text(None),
        Kind::List { .. } | Kind::Maps { .. } => Type::list(Type::Text(None)),
        Kind::Table { .. } | Kind::Rows { .. } | Kind::Grid { .. } => Type::list(Type::Row(question)),
    }
}

/// The type of a field of a table's rows.
pub(in crate::questionnaire::check) fn of_field<'a>(question: &'a Question, field: &str) -> Option<Type<'a>> {
    if let Some(column) = question.columns().iter().find(|column| column.id == field) {
        let of = || format!("column '{field}' of '{}' has no choice", question.id);
        return Some(match &column.kind {
            CellKind::Text => Type::Text(None),
            CellKind::Number(spec) => Type::Number(Range::new(spec.bounds.0, spec.bounds.1)),
            CellKind::One(choices) => choice(choices, of()),
            CellKind::YesNo => Type::Truth,
            CellKind::Rating(points) => rating(points),
        });
    }
    if question.computed.iter().any(|computed| computed.id == field) {
        return Some(Type::number());
    }
    match (field, &question.kind) {
        ("row", Kind::Rows { rows, .. } | Kind::Grid { rows, .. }) => {
            let rows = rows.iter().map(|row| &row.id);
            Some(Type::Text(words(rows, format!("'{}' has no row", question.id))))
        }
        ("label", Kind::Rows { .. } | Kind::Grid { .. }) | ("column", Kind::Grid { .. }) => Some(Type::Text(None)),
        ("value", Kind::Grid { points, .. }) => Some(rating(points)),
        _ => None,
    }
}

/// The fields a table's rows have.
pub(in crate::questionnaire::check) fn fields(question: &Question) -> Vec<&str> {
    let mut fields: Vec<&str> = match &question.kind {
        Kind::Rows { .. } => vec!["row", "label"],
        Kind::Grid { .. } => vec!["row", "label", "column", "value"],
        _ => Vec::new(),
    };
    fields.extend(question.columns().iter().map(|column| column.id.as_str()));
    fields.extend(question.computed.iter().map(|computed| computed.id.as_str()));
    fields
}

/// The type a metric's unit promises.
pub(super) fn of_unit<'a>(metric: &Metric) -> Type<'a> {
    match metric.unit {
        Unit::Text if metric.texts.is_empty() => Type::Text(None),
        Unit::Text => Type::Text(words(metric.texts.keys(), format!("metric '{}' is never", metric.id))),
        Unit::List => Type::list(Type::Text(None)),
        Unit::Percent | Unit::Number | Unit::Points | Unit::Money | Unit::Hours | Unit::Days => Type::number(),
    }
}
