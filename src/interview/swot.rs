//! Strengths, weaknesses, openings and threats drafted from what was said: each line with its origin, taken, changed or
//! dropped.

use jiff::Timestamp;

use super::call::{Stays, letter};
use super::{Edit, Effect, Interview, Line, step};
use crate::assessment::{Cell, Change, Row, Value};
use crate::questionnaire::{CellKind, Kind, Question};

/// The draft while it is open.
#[derive(Debug, Clone)]
pub struct Drafting {
    /// The lines, quadrant by quadrant.
    pub lines: Vec<DraftLine>,
    /// The line under the cursor.
    pub cursor: usize,
    /// The line while it is being changed.
    pub changing: Option<Line>,
}

/// One drafted line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLine {
    /// The id of its quadrant.
    pub quadrant: String,
    /// What it says.
    pub text: String,
    /// The strength, finding or area it comes from.
    pub origin: String,
    /// What became of it.
    pub state: DraftState,
}

/// What became of a drafted line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftState {
    /// Nothing yet.
    Offered,
    /// It stands in the table.
    Taken,
    /// It is not wanted.
    Dropped,
}

impl Drafting {
    /// The lines that follow from the answers as they stand.
    pub fn new(interview: &Interview) -> Self {
        Self { lines: interview.draft(), cursor: 0, changing: None }
    }
}

impl Interview {
    /// The table of four quadrants.
    pub fn swot_question(&self) -> Option<&Question> {
        let id = self.selection.questionnaires.iter().find_map(|one| one.uses.swot.as_deref())?;
        self.selection.question(id)
    }

    /// The ids of the quadrants: strengths, weaknesses, openings, threats.
    pub(super) fn quadrant_ids(&self) -> Option<(String, Vec<String>)> {
        let Kind::Table { columns, quadrants: Some(by), .. } = &self.swot_question()?.kind else { return None };
        let column = columns.iter().find(|column| column.id == *by)?;
        match &column.kind {
            CellKind::One(choices) => Some((by.clone(), choices.iter().map(|one| one.id.clone()).collect())),
            _ => None,
        }
    }

    pub(super) fn swot_rows(&self) -> &[Row] {
        let value = self.swot_question().and_then(|question| self.assessment.value(&question.id));
        value.map(Value::rows).unwrap_or_default()
    }

    pub(super) fn edit_swot(&mut self, drafting: &mut Drafting, edit: &Edit, now: Timestamp) -> (Stays, Vec<Effect>) {
        let count = drafting.lines.len();
        let Some(line) = drafting.lines.get_mut(drafting.cursor) else {
            return (if *edit == Edit::Enter { Stays::Closed } else { Stays::Open }, Vec::new());
        };
        if let Some(typed) = &mut drafting.changing {
            if *edit != Edit::Enter {
                typed.edit(edit);
                return (Stays::Open, Vec::new());
            }
            let text = typed.text().trim().to_owned();
            drafting.changing = None;
            if text.is_empty() {
                return (Stays::Open, Vec::new());
            }
            line.text = text;
            line.state = DraftState::Taken;
            let line = line.clone();
            return (Stays::Open, self.take_line(&line, now));
        }
        match (edit, letter(edit)) {
            (Edit::Up | Edit::Down, _) => {
                drafting.cursor = step(Some(drafting.cursor), count, *edit == Edit::Down).unwrap_or(0);
            }
            (Edit::Enter, _) | (_, Some("t" | " ")) if line.state != DraftState::Taken => {
                line.state = DraftState::Taken;
                let line = line.clone();
                drafting.cursor = step(Some(drafting.cursor), count, true).unwrap_or(0);
                return (Stays::Open, self.take_line(&line, now));
            }
            (_, Some("e")) if line.state != DraftState::Taken => drafting.changing = Some(Line::new(line.text.clone())),
            (_, Some("d")) if line.state != DraftState::Taken => {
                line.state = if line.state == DraftState::Dropped { DraftState::Offered } else { DraftState::Dropped };
                drafting.cursor = step(Some(drafting.cursor), count, true).unwrap_or(0);
            }
            _ => {}
        }
        (Stays::Open, Vec::new())
    }

    /// Adds a drafted line to the table; whether it is a fact and what is done about it stays to be asked.
    fn take_line(&mut self, line: &DraftLine, now: Timestamp) -> Vec<Effect> {
        let Some((by, _)) = self.quadrant_ids() else { return Vec::new() };
        let Some(question) = self.swot_question() else { return Vec::new() };
        let Kind::Table { columns, most, .. } = &question.kind else { return Vec::new() };
        let text = columns.iter().find(|column| matches!(column.kind, CellKind::Text)).map(|column| column.id.clone());
        let (id, most) = (question.id.clone(), *most);
        let mut rows = self.swot_rows().to_vec();
        let (Some(text), true) = (text, rows.len() < most) else {
            self.message = Some(super::Message::Refused(super::Refusal::TooMany(most)));
            return Vec::new();
        };
        rows.push(Row::from([(by, Cell::Text(line.quadrant.clone())), (text, Cell::Text(line.text.clone()))]));
        self.record_for(&id, Change::value(Value::Table(rows)), now)
    }
}
