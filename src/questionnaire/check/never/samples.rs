//! Values to try: bounds, choices, the literals of a condition, and what lies beside and between them.

use std::collections::HashMap;

use cel::Value;
use cel::common::value::Val;

use super::subjects::{Literals, text};
use crate::questionnaire::check::typing::{Range, Type, fields, of_field};
use crate::questionnaire::{Choice, Question};

/// Numbers that are tried in any case, where they are possible.
const ORDINARY: [f64; 9] = [0.0, 1.0, 2.0, 10.0, 50.0, 100.0, 1_000.0, 1_000_000.0, -1_000.0];
/// Most values tried for one name.
const MOST: usize = 40;
/// Most different rows tried in a table.
const MOST_ROWS: usize = 24;

/// A value to try.
#[derive(Debug)]
pub(super) struct Sample {
    /// The value; nothing when it is unknown or open.
    pub value: Option<Box<dyn Val>>,
    /// How many entries it has, where it is a list.
    pub count: f64,
    /// Whether the client does not know.
    pub unknown: bool,
    /// How a person reads it.
    pub title: String,
}

impl Sample {
    /// The client does not know.
    pub fn unknown() -> Self {
        Self { value: None, count: 0.0, unknown: true, title: "unknown".to_owned() }
    }

    /// Nobody has asked.
    pub fn open() -> Self {
        Self { value: None, count: 0.0, unknown: false, title: "open".to_owned() }
    }

    fn new(value: Value, title: impl Into<String>) -> Self {
        let count = match &value {
            Value::List(items) => items.len() as f64,
            _ => 0.0,
        };
        Self { value: value.try_into().ok(), count, unknown: false, title: title.into() }
    }
}

/// Makes samples around the literals of a condition.
pub(super) struct Samples<'l>(pub &'l Literals);

impl Samples<'_> {
    /// Values of a type.
    pub fn of_type(&self, found: &Type<'_>, whole: bool) -> Vec<Sample> {
        match found {
            Type::Number(range) => self
                .numbers(*range, whole)
                .into_iter()
                .map(|number| Sample::new(Value::Float(number), number.to_string()))
                .collect(),
            Type::Truth => [true, false].map(|flag| Sample::new(Value::Bool(flag), flag.to_string())).into(),
            Type::Text(Some(words)) => {
                words.words.iter().take(MOST).map(|word| Sample::new(text(word), word)).collect()
            }
            Type::Text(None) => self.texts().iter().map(|word| Sample::new(text(word), format!("'{word}'"))).collect(),
            Type::List(of) => match &**of {
                Type::Row(question) => self.tables(question),
                Type::Number(range) => {
                    let numbers = self.numbers(*range, whole);
                    lists(&numbers.iter().map(|number| (Value::Float(*number), number.to_string())).collect::<Vec<_>>())
                }
                Type::Text(Some(words)) => {
                    lists(&words.words.iter().map(|word| (text(word), word.clone())).collect::<Vec<_>>())
                }
                _ => lists(&self.texts().iter().map(|word| (text(word), format!("'{word}'"))).collect::<Vec<_>>()),
            },
            Type::Row(_) | Type::Any => vec![Sample::open()],
        }
    }

    /// Selections of several choices: none, each alone, pairs of those the condition names, all that go together.
    pub fn of_many(&self, choices: &[Choice], exclusive: Option<&str>) -> Vec<Sample> {
        let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
        let together: Vec<&str> = ids.iter().copied().filter(|id| Some(*id) != exclusive).collect();
        let named: Vec<&str> = together.iter().copied().filter(|id| self.0.texts.contains(*id)).collect();
        let mut selections: Vec<Vec<&str>> = vec![Vec::new(), together.clone(), named.clone()];
        selections.extend(ids.iter().map(|id| vec![*id]));
        // As many as there are, so that every count is tried, with and without the named ones.
        selections.extend((2..together.len()).map(|count| together[..count].to_vec()));
        selections.extend((2..together.len()).map(|count| together[together.len() - count..].to_vec()));
        selections.extend(named.iter().map(|id| together.iter().copied().filter(|other| other != id).collect()));
        let sample = |ids: &Vec<&str>| {
            let items: Vec<Value> = ids.iter().map(|id| text(id)).collect();
            Sample::new(Value::List(items.into()), format!("[{}]", ids.join(", ")))
        };
        selections.sort();
        selections.dedup();
        selections.iter().map(sample).collect()
    }

    fn numbers(&self, range: Range, whole: bool) -> Vec<f64> {
        let mut marks: Vec<f64> = self.0.numbers.clone();
        marks.extend([range.low, range.high].into_iter().filter(|end| end.is_finite()));
        marks.sort_by(f64::total_cmp);
        marks.dedup();
        let mut numbers = marks.clone();
        numbers.extend(marks.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0));
        numbers.extend(marks.iter().flat_map(|mark| [mark - 1.0, mark + 1.0]));
        numbers.extend(marks.iter().flat_map(|mark| [mark * 2.0, mark / 2.0]));
        numbers.extend(ORDINARY);
        if whole {
            numbers.iter_mut().for_each(|number| *number = number.round());
        }
        let mut kept: Vec<f64> = Vec::new();
        for number in numbers {
            if range.contains(number) && !kept.contains(&number) && kept.len() < MOST {
                kept.push(number);
            }
        }
        kept
    }

    fn texts(&self) -> Vec<String> {
        let mut texts = vec![String::new(), "x".to_owned(), "2020-01-01".to_owned(), "2100-01-01".to_owned()];
        texts.extend(self.0.texts.iter().take(MOST).cloned());
        texts.dedup();
        texts
    }

    /// Tables: empty, one of each row, several of each, all together.
    fn tables(&self, question: &Question) -> Vec<Sample> {
        let mut rows: Vec<(HashMap<String, Value>, String)> = vec![(HashMap::new(), String::new())];
        for field in fields(question).into_iter().filter(|field| self.0.fields.contains(*field)) {
            let Some(found) = of_field(question, field) else { continue };
            let values = self.cell_values(&found);
            let extended = rows.iter().flat_map(|(row, title)| {
                values.iter().map(move |(value, shown)| {
                    let mut row = row.clone();
                    row.insert(field.to_owned(), value.clone());
                    let comma = if title.is_empty() { "" } else { ", " };
                    (row, format!("{title}{comma}{field}: {shown}"))
                })
            });
            rows = extended.take(MOST_ROWS).collect();
        }
        let rows: Vec<(Value, String)> = rows.into_iter().map(|(row, title)| (Value::from(row), title)).collect();
        lists(&rows)
    }

    /// Values of a cell, and how a person reads them.
    fn cell_values(&self, found: &Type<'_>) -> Vec<(Value, String)> {
        let words = |words: &[String]| words.iter().take(8).map(|word| (text(word), format!("'{word}'"))).collect();
        match found {
            Type::Number(range) => {
                let numbers = self.numbers(*range, false).into_iter().take(8);
                numbers.map(|number| (Value::Float(number), number.to_string())).collect()
            }
            Type::Truth => [true, false].map(|flag| (Value::Bool(flag), flag.to_string())).into(),
            Type::Text(Some(known)) => words(&known.words),
            _ => words(&self.texts()),
        }
    }
}

/// Lists of these entries: empty, each alone, each several times, all together.
fn lists(entries: &[(Value, String)]) -> Vec<Sample> {
    let list = |items: Vec<Value>, title: String| Sample::new(Value::List(items.into()), title);
    let mut samples = vec![list(Vec::new(), "empty".to_owned())];
    samples.extend(entries.iter().take(MOST).map(|(value, title)| list(vec![value.clone()], format!("[{title}]"))));
    for times in [2, 3, 5, 10] {
        for (value, title) in entries.iter().take(MOST / 4) {
            samples.push(list(vec![value.clone(); times], format!("{times} times {title}")));
        }
    }
    if entries.len() > 1 {
        samples.push(list(entries.iter().map(|(value, _)| value.clone()).collect(), "all together".to_owned()));
    }
    samples
}
