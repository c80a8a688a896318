//! What a list is ranked by, read from the answers (domain.md 2.5).

use super::criterion::{Criterion, Trait, parse_map};
use super::gate::{Gate, Operator, values};
use super::number::{DecimalSign, parse_cell};
use super::words::plain;
use crate::assessment::{Assessment, Cell, Row, Value};
use crate::questionnaire::{AccountUses, SINGLE_COLUMN, Selection};

/// Criteria, gates, and the columns of white space and rivals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// The criteria that can be used; at least one.
    pub criteria: Vec<Criterion>,
    /// The gates.
    pub gates: Vec<Gate>,
    /// How many accounts can be worked in a quarter, when that is known.
    pub slots: Option<u64>,
    /// The column with what a company spends today.
    pub current_spend: Option<String>,
    /// The column with what it could spend.
    pub potential_spend: Option<String>,
    /// The column that says who supplies it.
    pub rival_column: Option<String>,
    /// The rivals' names, [`plain`].
    pub rivals: Vec<String>,
    /// Rows of the answers that cannot be used.
    pub unused: Vec<Unused>,
}

/// A row of the answers that cannot be used, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    /// The question.
    pub question: String,
    /// The name in the row, or its number from 1.
    pub row: String,
    /// What is wrong with it.
    pub why: String,
}

/// Why there is nothing to rank by.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// No questionnaire of the assessment asks for criteria.
    #[error("none of this assessment's questionnaires asks what makes a company ideal")]
    NoQuestionnaire,
    /// The criteria have not been answered.
    #[error("there are no traits to rank by yet: {question} is not answered")]
    NoCriteria {
        /// The question.
        question: String,
    },
    /// No row of the answers can be used.
    #[error("none of the traits in {question} can be used")]
    NoneUsable {
        /// The question.
        question: String,
        /// All of them, with reasons.
        unused: Vec<Unused>,
    },
}

impl Profile {
    /// The profile of an assessment, with the questions it came from.
    ///
    /// # Errors
    /// When nothing can be ranked by it.
    pub fn of<'a>(selection: &'a Selection, assessment: &Assessment) -> Result<(Self, &'a AccountUses), ProfileError> {
        let uses = selection.questionnaires.iter().map(|of| &of.uses.accounts).find(|uses| uses.criteria.is_some());
        let uses = uses.ok_or(ProfileError::NoQuestionnaire)?;
        let value = |id: &Option<String>| id.as_deref().and_then(|id| assessment.value(id));
        let question = uses.criteria.clone().unwrap_or_default();
        let mut unused = Vec::new();
        let rows = value(&uses.criteria).map_or(&[][..], Value::rows);
        if rows.is_empty() {
            return Err(ProfileError::NoCriteria { question });
        }
        let criteria: Vec<Criterion> = usable(&question, "name", rows, criterion, &mut unused);
        if criteria.is_empty() {
            return Err(ProfileError::NoneUsable { question, unused });
        }
        let gates = uses.gates.clone().unwrap_or_default();
        let gates = usable(&gates, "column", value(&uses.gates).map_or(&[][..], Value::rows), gate, &mut unused);
        let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let space = |row: &str| {
            value(&uses.white_space)
                .and_then(|cells| cells.cell(row, SINGLE_COLUMN))
                .and_then(Cell::as_text)
                .and_then(filled)
        };
        let slots = value(&uses.slots).and_then(Value::as_number).filter(|slots| *slots >= 0.0);
        let profile = Self {
            criteria,
            gates,
            slots: slots.map(|slots| slots.round() as u64),
            current_spend: space("current_spend"),
            potential_spend: space("potential_spend"),
            rival_column: value(&uses.rival_column).and_then(Value::as_text).and_then(filled),
            rivals: value(&uses.rivals).map_or(&[][..], Value::texts).iter().map(|name| plain(name)).collect(),
            unused,
        };
        Ok((profile, uses))
    }

    /// The sum of the criteria's weights.
    pub fn weight(&self) -> f64 {
        self.criteria.iter().map(|criterion| criterion.weight).sum()
    }
}

/// The rows that can be used; the others are noted.
fn usable<T>(
    question: &str,
    called: &str,
    rows: &[Row],
    read: fn(&Row) -> Result<T, String>,
    unused: &mut Vec<Unused>,
) -> Vec<T> {
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match read(row) {
            Ok(one) => found.push(one),
            Err(why) => {
                let name = text(row, called);
                let row = if name.is_empty() { (at + 1).to_string() } else { name };
                unused.push(Unused { question: question.to_owned(), row, why });
            }
        }
    }
    found
}

fn text(row: &Row, column: &str) -> String {
    row.get(column).and_then(Cell::as_text).unwrap_or_default().trim().to_owned()
}

/// A criterion; without a column its name is the column's, without a weight it counts 1.
fn criterion(row: &Row) -> Result<Criterion, String> {
    let number = |column: &str| row.get(column).and_then(Cell::as_number);
    let name = text(row, "name");
    let column = Some(text(row, "csv_column")).filter(|column| !column.is_empty()).unwrap_or_else(|| name.clone());
    if column.is_empty() {
        return Err("it names no column of the list".to_owned());
    }
    let weight = number("weight").unwrap_or(1.0);
    if weight <= 0.0 {
        return Err("its weight is not above 0".to_owned());
    }
    let ends = (number("worst"), number("best"));
    let map = text(row, "map");
    let kind = match (text(row, "kind").as_str(), ends) {
        ("number", (Some(worst), Some(best))) | ("", (Some(worst), Some(best))) if worst == best => {
            return Err(format!("its worst and its best value are both {worst}"));
        }
        ("number" | "", (Some(worst), Some(best))) => Trait::Number { worst, best },
        ("number", _) => return Err("a number needs its worst and its best value".to_owned()),
        ("yesno", _) => Trait::YesNo,
        ("map" | "", _) if !map.is_empty() => match parse_map(&map) {
            Ok(map) => Trait::Map(map),
            Err(part) => return Err(format!("'{part}' is not a word with points from 0 to 100, such as retail=60")),
        },
        ("map", _) => return Err("it names no words with points, such as logistics=100, retail=60".to_owned()),
        _ => return Err("it does not say whether it is a number, a word, or yes or no".to_owned()),
    };
    Ok(Criterion { name, column, kind, weight })
}

fn gate(row: &Row) -> Result<Gate, String> {
    let (column, value) = (text(row, "column"), text(row, "value"));
    if column.is_empty() {
        return Err("it names no column of the list".to_owned());
    }
    let limit = || {
        parse_cell(&value, DecimalSign::Unsure).ok_or_else(|| match value.as_str() {
            "" => "it names no number to compare with".to_owned(),
            other => format!("'{other}' is no number to compare with"),
        })
    };
    let several = || Some(values(&value)).filter(|all| !all.is_empty()).ok_or("it names no value to compare with");
    let operator = match text(row, "operator").as_str() {
        "at_least" => Operator::AtLeast(limit()?),
        "at_most" => Operator::AtMost(limit()?),
        "equals" if value.is_empty() => return Err("it names no value to compare with".to_owned()),
        "equals" => Operator::Equals,
        "not" | "not_one_of" => Operator::NoneOf(several()?),
        "one_of" => Operator::OneOf(several()?),
        "filled" => Operator::Filled,
        _ => return Err("it does not say how to compare".to_owned()),
    };
    Ok(Gate { column, operator, value })
}
