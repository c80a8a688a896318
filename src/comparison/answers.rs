//! Ratings and scored choices that differ, and whether that was seen or only said.

use super::{AnswerChange, Certainty, Side};
use crate::assessment::{Answer, Cell, Evidence, Value};
use crate::evaluation::{ItemState, Standing};
use crate::questionnaire::{CellKind, Kind, Question, Questionnaire, SINGLE_COLUMN};

/// What differs among the ratings and scored choices of a questionnaire.
pub(super) fn compare(earlier: Side<'_>, later: Side<'_>, questionnaire: &Questionnaire) -> Vec<AnswerChange> {
    questionnaire.questions.iter().flat_map(|question| changes(earlier, later, question)).collect()
}

/// The answer to a question, when it counts in that assessment.
pub(super) fn counting<'a>(side: Side<'a>, question: &str) -> Option<&'a Answer> {
    if side.evaluation.standing(question) != Standing::Answered {
        return None;
    }
    side.assessment.answer(question)
}

fn changes(earlier: Side<'_>, later: Side<'_>, question: &Question) -> Vec<AnswerChange> {
    let (Some(before), Some(now)) = (counting(earlier, &question.id), counting(later, &question.id)) else {
        return Vec::new();
    };
    let (Some(then), Some(today)) = (before.value(), now.value()) else { return Vec::new() };
    let evidence = (before.evidence(), now.evidence());
    let single = |before: Cell, now: Cell| {
        let points = (points(earlier, &question.id), points(later, &question.id));
        let is_better = match points {
            (Some(before), Some(now)) if before != now => Some(now > before),
            _ => None,
        };
        change(question, None, None, (before, now), evidence, is_better)
    };
    match (&question.kind, then, today) {
        (Kind::Rating(_), Value::Number(before), Value::Number(now)) if before != now => {
            vec![single(Cell::Number(*before), Cell::Number(*now))]
        }
        (Kind::One(choices), Value::Text(before), Value::Text(now)) if before != now => {
            let is_scored = choices.iter().any(|choice| choice.points.is_some());
            if is_scored { vec![single(Cell::Text(before.clone()), Cell::Text(now.clone()))] } else { Vec::new() }
        }
        (Kind::Rows { .. }, ..) => rated_rows(question, then, today, evidence),
        _ => Vec::new(),
    }
}

/// Points of a scored question, when it counts.
fn points(side: Side<'_>, question: &str) -> Option<f64> {
    let items = side.evaluation.questionnaires.iter().flat_map(|one| &one.areas).flat_map(|area| &area.items);
    items.filter(|item| item.id == question && item.state == ItemState::Answered).find_map(|item| item.points)
}

/// Ratings that differ in a table with fixed rows.
fn rated_rows(question: &Question, then: &Value, today: &Value, evidence: (Evidence, Evidence)) -> Vec<AnswerChange> {
    let mut changes = Vec::new();
    for row in question.fixed_rows() {
        for column in question.columns().iter().filter(|column| matches!(column.kind, CellKind::Rating(_))) {
            let rating = |value: &Value| value.cell(&row.id, &column.id).and_then(Cell::as_number);
            let (Some(before), Some(now)) = (rating(then), rating(today)) else { continue };
            if before != now {
                let name = (column.id != SINGLE_COLUMN).then(|| column.id.clone());
                let cells = (Cell::Number(before), Cell::Number(now));
                changes.push(change(question, Some(row.id.clone()), name, cells, evidence, Some(now > before)));
            }
        }
    }
    changes
}

fn change(
    question: &Question,
    row: Option<String>,
    column: Option<String>,
    (before, now): (Cell, Cell),
    evidence: (Evidence, Evidence),
    is_better: Option<bool>,
) -> AnswerChange {
    let is_seen = |evidence: Evidence| matches!(evidence, Evidence::Record | Evidence::Observed);
    let certainty = if is_seen(evidence.0) && is_seen(evidence.1) { Certainty::Clear } else { Certainty::Reported };
    AnswerChange { question: question.id.clone(), row, column, before, now, evidence, is_better, certainty }
}
