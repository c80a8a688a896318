//! Reads the answers: status, value in whatever shape, evidence and the rest.

use std::collections::BTreeMap;

use toml::de::{DeArray, DeTable, DeValue};

use super::fields::{Field, Reader, civil_date};
use crate::assessment::{Answer, Cell, Evidence, Row, Status, Value};
use crate::questionnaire::SINGLE_COLUMN;

/// The keys of an answer, in the order they are written.
pub(in crate::assessment) const KEYS: [&str; 14] = [
    "value",
    "status",
    "reason",
    "who",
    "by",
    "evidence",
    "low",
    "high",
    "quote",
    "shareable",
    "pain",
    "note",
    "later",
    "at",
];

impl Reader<'_> {
    pub(super) fn answers(&mut self, document: &DeTable<'_>) -> BTreeMap<String, Answer> {
        let Some(field) = document.get("answers") else { return BTreeMap::new() };
        let Some(table) = self.table(field, "'answers'") else { return BTreeMap::new() };
        let mut answers = BTreeMap::new();
        for (id, field) in table {
            let Some(entry) = self.table(field, &format!("the answer to '{}'", id.get_ref())) else { continue };
            if let Some(answer) = self.answer(id.get_ref(), entry) {
                answers.insert(id.get_ref().to_string(), answer);
            }
        }
        answers
    }

    /// One answer; nothing when its value has a shape this version has no use for.
    fn answer(&mut self, id: &str, entry: &DeTable<'_>) -> Option<Answer> {
        self.known_keys(entry, &KEYS, &format!("in the answer to '{id}'"));
        let evidence = Evidence::ALL.map(|evidence| (evidence.id(), evidence));
        Some(Answer {
            status: self.status(id, entry)?,
            evidence: self.word(entry, "evidence", &evidence),
            low: self.number(entry, "low"),
            high: self.number(entry, "high"),
            quote: self.text(entry, "quote"),
            shareable: self.flag(entry, "shareable").unwrap_or_default(),
            pain: self.flag(entry, "pain").unwrap_or_default(),
            note: self.text(entry, "note"),
            later: self.flag(entry, "later").unwrap_or_default(),
            at: self.timestamp(entry, "at"),
        })
    }

    fn status(&mut self, id: &str, entry: &DeTable<'_>) -> Option<Status> {
        #[derive(Clone, Copy)]
        enum Word {
            Answered,
            Open,
            Unknown,
            NotApplicable,
            Owed,
        }
        let words = [
            ("unknown", Word::Unknown),
            ("na", Word::NotApplicable),
            ("owed", Word::Owed),
            ("open", Word::Open),
            ("answered", Word::Answered),
        ];
        let value = entry.get("value");
        let word = match entry.get("status") {
            None => None,
            Some(_) => Some(self.word(entry, "status", &words)?),
        };
        if let (Some(value), Some(Word::Unknown | Word::NotApplicable | Word::Owed | Word::Open)) = (value, word) {
            self.error(
                value.span(),
                format!("the answer to '{id}' has both a value and a status"),
                "Keep the value, or keep the status",
            );
        }
        match (word, value) {
            (None | Some(Word::Answered), Some(value)) => self.value(id, value).map(Status::Answered),
            (None | Some(Word::Open | Word::Answered), _) => Some(Status::Open),
            (Some(Word::Unknown), _) => Some(Status::Unknown),
            (Some(Word::NotApplicable), _) => {
                Some(Status::NotApplicable { reason: self.text(entry, "reason").unwrap_or_default() })
            }
            (Some(Word::Owed), _) => {
                Some(Status::Owed { who: self.text(entry, "who").unwrap_or_default(), by: self.date(entry, "by") })
            }
        }
    }

    fn value(&mut self, id: &str, field: &Field<'_>) -> Option<Value> {
        match field.get_ref() {
            DeValue::String(text) => Some(Value::Text(text.to_string())),
            DeValue::Integer(_) | DeValue::Float(_) => self.finite(field).map(Value::Number),
            DeValue::Datetime(datetime) => {
                let date = civil_date(datetime);
                if date.is_none() {
                    self.wrong_type(field, &format!("the answer to '{id}'"), "a date such as 2026-11-22");
                }
                date.map(Value::Date)
            }
            DeValue::Boolean(_) => {
                let wanted = "a choice's id, a text, a number, a date, a list or a table";
                self.wrong_type(field, &format!("the answer to '{id}'"), wanted);
                None
            }
            DeValue::Array(array) => self.array(id, field, array),
            DeValue::Table(table) => {
                let mut rows = BTreeMap::new();
                for (key, field) in table {
                    rows.insert(key.get_ref().to_string(), self.fixed_row(id, field)?);
                }
                Some(Value::Cells(rows))
            }
        }
    }

    /// A list of texts or the rows of a table.
    fn array(&mut self, id: &str, field: &Field<'_>, array: &DeArray<'_>) -> Option<Value> {
        if let Some(texts) = array.iter().map(|entry| entry.get_ref().as_str()).collect::<Option<Vec<_>>>() {
            return Some(Value::Texts(texts.into_iter().map(str::to_owned).collect()));
        }
        if !array.iter().all(|entry| entry.get_ref().is_table()) {
            let wanted = "a list of texts, or rows";
            self.error(
                field.span(),
                format!("the answer to '{id}' mixes kinds of entries"),
                format!("It takes {wanted}"),
            );
            return None;
        }
        let rows = array.iter().filter_map(|entry| entry.get_ref().as_table());
        if rows.clone().any(|row| row.get("nodes").is_some_and(|nodes| nodes.get_ref().is_array())) {
            return Some(Value::Maps(rows.map(|row| self.process_map(id, row)).collect()));
        }
        rows.map(|row| self.row(id, row)).collect::<Option<Vec<_>>>().map(Value::Table)
    }

    fn row(&mut self, id: &str, table: &DeTable<'_>) -> Option<Row> {
        let cells = table.iter().map(|(key, field)| Some((key.get_ref().to_string(), self.cell(id, field)?)));
        cells.collect()
    }

    /// `row = cell`, or `row = { column = cell }`.
    fn fixed_row(&mut self, id: &str, field: &Field<'_>) -> Option<Row> {
        match field.get_ref().as_table() {
            Some(table) if status_of_cell(table).is_none() => self.row(id, table),
            _ => Some(BTreeMap::from([(SINGLE_COLUMN.to_owned(), self.cell(id, field)?)])),
        }
    }

    fn cell(&mut self, id: &str, field: &Field<'_>) -> Option<Cell> {
        match field.get_ref() {
            DeValue::String(text) => Some(Cell::Text(text.to_string())),
            DeValue::Integer(_) | DeValue::Float(_) => self.finite(field).map(Cell::Number),
            DeValue::Boolean(flag) => Some(Cell::Flag(*flag)),
            DeValue::Table(table) if status_of_cell(table).is_some() => status_of_cell(table),
            DeValue::Table(table) if table.get("status").is_some() => {
                self.error(
                    field.span(),
                    format!("a cell of '{id}' has a status that is not known"),
                    "A cell without a value is { status = \"unknown\" } or { status = \"na\" }",
                );
                None
            }
            // other programs may keep richer things in a cell, for example the steps of a process map
            _ => {
                self.warn(
                    field.span(),
                    format!("a cell of '{id}' holds something this version cannot use"),
                    "The answer is kept as it is and counts as open",
                );
                None
            }
        }
    }
}

/// The cell that `{ status = "unknown" }` or `{ status = "na" }` stands for.
fn status_of_cell(table: &DeTable<'_>) -> Option<Cell> {
    let status = table.get("status").filter(|_| table.len() == 1)?;
    match status.get_ref().as_str()? {
        "unknown" => Some(Cell::Unknown),
        "na" => Some(Cell::NotApplicable),
        _ => None,
    }
}
