//! Agreement: what there is beside what is wanted, and whether both sides see the same gap.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::call::{Stays, letter};
use super::{Edit, Effect, Interview, Line, step};
use crate::assessment::{Cell, Change, Row, Status, Value};
use crate::evaluation::AreaEvaluation;
use crate::questionnaire::{Area, CellKind, Kind, LocalText, Question, SINGLE_COLUMN};

/// The agreement while it is open.
#[derive(Debug, Clone)]
pub struct Agreeing {
    /// The area under the cursor.
    pub cursor: usize,
    /// What is missing, in the client's words, while it is being typed.
    pub missing: Option<Line>,
}

/// One area: what there is, what is wanted.
#[derive(Debug, Clone)]
pub struct AgreementRow<'a> {
    /// The area.
    pub area: &'a Area,
    /// Its score, with range and coverage.
    pub current: &'a AreaEvaluation,
    /// The level that is wanted, 0 first; nothing while nobody has said.
    pub wanted: Option<usize>,
}

impl Agreeing {
    /// The cursor on the first area.
    pub fn new(_interview: &Interview) -> Self {
        Self { cursor: 0, missing: None }
    }
}

impl Interview {
    /// The question that holds the wanted levels.
    fn wanted_question(&self) -> Option<&Question> {
        let id = self.selection.questionnaires.iter().find_map(|one| one.uses.wanted.as_deref())?;
        self.selection.question(id)
    }

    /// The question whether the gap is agreed.
    pub fn agreed_question(&self) -> Option<&Question> {
        let id = self.selection.questionnaires.iter().find_map(|one| one.uses.agreed.as_deref())?;
        self.selection.question(id)
    }

    /// The words for the levels, the lowest first.
    pub fn wanted_levels(&self) -> &[LocalText] {
        match self.wanted_question().map(|question| &question.kind) {
            Some(Kind::Rows { columns, .. }) => match columns.first().map(|column| &column.kind) {
                Some(CellKind::Rating(points)) => points,
                _ => &[],
            },
            _ => &[],
        }
    }

    /// Every scored area, in the order of the conversation.
    pub fn agreement(&self) -> Vec<AgreementRow<'_>> {
        let wanted = self.wanted_question().and_then(|question| self.assessment.value(&question.id));
        let level = |area: &str| wanted?.cell(area, SINGLE_COLUMN)?.as_number().map(|level| level as usize);
        let pairs = self.selection.questionnaires.iter().zip(&self.evaluation.questionnaires);
        let rows = pairs.flat_map(|(questionnaire, evaluated)| {
            evaluated.areas.iter().filter(|current| current.applicable).filter_map(|current| {
                let area = questionnaire.area(&current.id)?;
                Some(AgreementRow { area, current, wanted: level(&area.id) })
            })
        });
        rows.collect()
    }

    pub(super) fn edit_agreement(
        &mut self,
        agreeing: &mut Agreeing,
        edit: &Edit,
        now: Timestamp,
    ) -> (Stays, Vec<Effect>) {
        if let Some(line) = &mut agreeing.missing {
            if *edit != Edit::Enter {
                line.edit(edit);
                return (Stays::Open, Vec::new());
            }
            let text = line.text().trim().to_owned();
            agreeing.missing = None;
            let mut effects = self.agree("partly", now);
            // Words that were not shown are not taken away by leaving the field empty.
            let keeps = text.is_empty() && self.said_to_gap().is_none();
            if let Some(id) = self.agreed_question().map(|one| one.id.clone()).filter(|_| !keeps) {
                effects.extend(self.record_for(&id, Change::Quote(Some(text)), now));
            }
            return (Stays::Open, effects);
        }
        let rows = self.agreement();
        let here = rows.get(agreeing.cursor).map(|row| (row.area.id.clone(), row.wanted));
        let count = rows.len();
        let most = self.wanted_levels().len().saturating_sub(1);
        match (edit, letter(edit)) {
            (Edit::Up | Edit::Down, _) => {
                agreeing.cursor = step(Some(agreeing.cursor), count, *edit == Edit::Down).unwrap_or(0);
            }
            (Edit::Left | Edit::Right, _) => {
                let Some((area, level)) = here else { return (Stays::Open, Vec::new()) };
                let to = match (level, *edit == Edit::Right) {
                    (None, true) => Some(0),
                    (None | Some(0), false) => None,
                    (Some(level), true) => Some((level + 1).min(most)),
                    (Some(level), false) => Some(level - 1),
                };
                return (Stays::Open, self.want(&area, to, now));
            }
            (_, Some("y")) => return (Stays::Open, self.agree("yes", now)),
            (_, Some("n")) => return (Stays::Open, self.agree("no", now)),
            (_, Some("p")) => {
                agreeing.missing = Some(Line::new(self.said_to_gap().unwrap_or_default()));
            }
            (_, Some(typed)) => {
                let level = typed.parse().ok().filter(|level| *level <= most);
                if let (Some(level), Some((area, _))) = (level, here) {
                    agreeing.cursor = step(Some(agreeing.cursor), count, true).unwrap_or(0);
                    return (Stays::Open, self.want(&area, Some(level), now));
                }
            }
            (Edit::Enter, _) => return (Stays::Closed, Vec::new()),
            _ => {}
        }
        (Stays::Open, Vec::new())
    }

    /// Records the level that is wanted of an area, or that nobody has said.
    fn want(&mut self, area: &str, level: Option<usize>, now: Timestamp) -> Vec<Effect> {
        let Some(id) = self.wanted_question().map(|question| question.id.clone()) else { return Vec::new() };
        let mut cells: BTreeMap<String, Row> = match self.assessment.value(&id) {
            Some(Value::Cells(cells)) => cells.clone(),
            _ => BTreeMap::new(),
        };
        match level {
            Some(level) => {
                cells.entry(area.to_owned()).or_default().insert(SINGLE_COLUMN.to_owned(), Cell::Number(level as f64));
            }
            None => {
                cells.remove(area);
            }
        }
        let change = if cells.is_empty() { Change::Clear } else { Change::value(Value::Cells(cells)) };
        self.record_for(&id, change, now)
    }

    /// Records whether the gap is agreed.
    fn agree(&mut self, choice: &str, now: Timestamp) -> Vec<Effect> {
        let Some(question) = self.agreed_question() else { return Vec::new() };
        let has_choice = matches!(&question.kind, Kind::One(choices) if choices.iter().any(|one| one.id == choice));
        if !has_choice {
            return Vec::new();
        }
        let id = question.id.clone();
        self.record_for(&id, Change::value(Value::Text(choice.to_owned())), now)
    }

    /// What the client said to the gap, as far as it may be read here.
    pub fn said_to_gap(&self) -> Option<String> {
        let answer = self.assessment.answer(&self.agreed_question()?.id)?;
        answer.quote.clone().filter(|_| answer.shareable || self.shows_private())
    }

    /// The choice that was made on the gap.
    pub fn agreed(&self) -> Option<&str> {
        match &self.assessment.answer(&self.agreed_question()?.id)?.status {
            Status::Answered(Value::Text(choice)) => Some(choice),
            _ => None,
        }
    }

    /// Changes the answer to a question that is not on the screen, so that it can be taken back like any other.
    pub(super) fn record_for(&mut self, question: &str, change: Change, now: Timestamp) -> Vec<Effect> {
        let effects = self.record_of(question.to_owned(), change, now);
        self.show_answer();
        effects
    }
}
