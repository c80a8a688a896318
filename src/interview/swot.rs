//! Strengths, weaknesses, openings and threats drafted from what was said: each line with its origin, taken, changed or
//! dropped.

use jiff::Timestamp;
use rust_i18n::t;

use super::call::{Stays, letter};
use super::{Edit, Effect, Interview, Line, step};
use crate::assessment::{Cell, Change, Row, Value};
use crate::questionnaire::{CellKind, Kind, Question};

/// Severity from which a finding is a weakness worth a line, where the questionnaire names no quadrant.
const WEAK_FROM: u8 = 3;

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
    fn quadrant_ids(&self) -> Option<(String, Vec<String>)> {
        let Kind::Table { columns, quadrants: Some(by), .. } = &self.swot_question()?.kind else { return None };
        let column = columns.iter().find(|column| column.id == *by)?;
        match &column.kind {
            CellKind::One(choices) => Some((by.clone(), choices.iter().map(|one| one.id.clone()).collect())),
            _ => None,
        }
    }

    fn draft(&self) -> Vec<DraftLine> {
        let Some((_, ids)) = self.quadrant_ids() else { return Vec::new() };
        let locale = &self.assessment.locale;
        let display = self.display();
        let mut lines = Vec::new();
        for (questionnaire, evaluated) in self.selection.questionnaires.iter().zip(&self.evaluation.questionnaires) {
            for held in &evaluated.strengths {
                let Some(strength) = questionnaire.strengths.iter().find(|one| one.id == held.id) else { continue };
                let text = display.statement(&strength.statement, None, &held.names);
                lines.extend(ids.first().map(|id| (id.clone(), text, held.id.clone())));
            }
            for fired in &evaluated.findings {
                let Some(finding) = questionnaire.finding(&fired.id) else { continue };
                let quadrant = if finding.swot.is_empty() { ids.get(1).cloned() } else { Some(finding.swot.clone()) };
                let Some(quadrant) =
                    quadrant.filter(|id| !finding.swot.is_empty() || fired.severity >= WEAK_FROM && !id.is_empty())
                else {
                    continue;
                };
                // One line a row reads better in a quadrant than all of them in one.
                let states = |names| display.statement(&finding.statement, Some(&finding.statement_one), names);
                if !finding.swot.is_empty() && !finding.statement_one.get(locale).is_empty() {
                    let each = fired.names.chunks(1).map(states);
                    lines.extend(each.map(|text| (quadrant.clone(), text, fired.id.clone())));
                } else {
                    lines.push((quadrant, states(&fired.names), fired.id.clone()));
                }
            }
        }
        lines.extend(self.drafted_from_areas(&ids));
        let place = |quadrant: &str| ids.iter().position(|id| id == quadrant).unwrap_or(ids.len());
        lines.sort_by_key(|(quadrant, ..)| place(quadrant));
        let stands =
            |text: &str| self.swot_rows().iter().any(|row| row.values().any(|cell| cell.as_text() == Some(text)));
        let state = |text: &str| if stands(text) { DraftState::Taken } else { DraftState::Offered };
        let line = |(quadrant, text, origin): (String, String, String)| DraftLine {
            state: state(&text),
            quadrant,
            text,
            origin,
        };
        lines.into_iter().map(line).collect()
    }

    /// The area that stands best as a strength and the one that has furthest to go as a weakness, where they differ.
    fn drafted_from_areas(&self, ids: &[String]) -> Vec<(String, String, String)> {
        let [strengths, weaknesses, ..] = ids else { return Vec::new() };
        let locale = &self.assessment.locale;
        let mut lines = Vec::new();
        for (questionnaire, evaluated) in self.selection.questionnaires.iter().zip(&self.evaluation.questionnaires) {
            let printed = || evaluated.areas.iter().filter(|area| area.printed);
            let scored = || printed().filter_map(|area| Some((area.id.as_str(), area.score?)));
            let best = scored().max_by(|(_, one), (_, other)| one.total_cmp(other));
            let worst = scored().min_by(|(_, one), (_, other)| one.total_cmp(other));
            let (Some(best), Some(worst)) = (best, worst) else { continue };
            if best.1 <= worst.1 {
                continue;
            }
            for (quadrant, key, id) in
                [(strengths, "call.swot.best_area", best.0), (weaknesses, "call.swot.worst_area", worst.0)]
            {
                let name = questionnaire.area(id).map_or(id, |area| area.title.get(locale));
                let text = t!(key, locale = locale, area = name).into_owned();
                lines.push((quadrant.clone(), text, id.to_owned()));
            }
        }
        lines
    }

    fn swot_rows(&self) -> &[Row] {
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
