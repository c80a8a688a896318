//! The stable JSON of `gapwise compare --json`: format 1, as its help describes it.

use serde_json::{Value as Json, json};

use super::failure::Failure;
use super::printable::printable_json;
use crate::assessment::Cell;
use crate::comparison::{
    AnswerChange, AreaChange, Comparison, DifferenceRule, FigureChange, FigureOf, GoalProgress, NotCompared,
    NotComparedReason, QuestionnaireComparison, ScoreChange,
};

/// A comparison as JSON.
pub(super) fn text(comparison: &Comparison) -> Result<String, Failure> {
    let json = json!({
        "format": 1,
        "before": comparison.before.to_string(),
        "now": comparison.now.to_string(),
        "days": comparison.days,
        "same_season": comparison.same_season,
        "same_currency": comparison.same_currency,
        "questionnaires": comparison.questionnaires.iter().map(questionnaire).collect::<Vec<_>>(),
        "goals": comparison.goals.iter().map(goal).collect::<Vec<_>>(),
        "not_compared": comparison.not_compared.iter().map(not_compared).collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&json);
    let text = text.map_err(|error| Failure::work(format!("the comparison could not be written: {error}"), ""))?;
    Ok(format!("{}\n", printable_json(&text)))
}

fn questionnaire(one: &QuestionnaireComparison) -> Json {
    json!({
        "id": one.id,
        "version": one.version,
        "overall": one.overall.map(score),
        "areas": one.areas.iter().map(area).collect::<Vec<_>>(),
        "answers": one.answers.iter().map(answer).collect::<Vec<_>>(),
        "figures": one.figures.iter().map(figure).collect::<Vec<_>>(),
    })
}

fn score(change: ScoreChange) -> Json {
    json!({ "before": change.before, "now": change.now, "change": change.points(), "size": change.size.id() })
}

fn area(one: &AreaChange) -> Json {
    json!({
        "id": one.id,
        "weight": one.weight,
        "shared": one.shared,
        "before": one.change.map(|change| change.before),
        "now": one.change.map(|change| change.now),
        "change": one.change.map(|change| change.points()),
        "size": one.change.map(|change| change.size.id()),
        "printed_before": one.printed.0,
        "printed_now": one.printed.1,
    })
}

fn answer(one: &AnswerChange) -> Json {
    json!({
        "id": one.question,
        "row": one.row,
        "column": one.column,
        "before": cell(&one.before),
        "now": cell(&one.now),
        "evidence_before": one.evidence.0.id(),
        "evidence_now": one.evidence.1.id(),
        "better": one.is_better,
        "certainty": one.certainty.id(),
    })
}

fn cell(cell: &Cell) -> Json {
    match cell {
        Cell::Text(text) => json!(text),
        Cell::Number(number) => json!(number),
        Cell::Flag(flag) => json!(flag),
        Cell::Unknown | Cell::NotApplicable => Json::Null,
    }
}

fn figure(one: &FigureChange) -> Json {
    let (rule, more_than) = match one.difference.map(|difference| difference.rule) {
        Some(DifferenceRule::Counts { more_than }) => (Some("counts"), Some(more_than)),
        Some(DifferenceRule::Intervals) => (Some("intervals"), None),
        None => (None, None),
    };
    json!({
        "id": one.id,
        "of": match one.of { FigureOf::Question => "question", FigureOf::Metric => "metric" },
        "before": one.before,
        "now": one.now,
        "change": one.now - one.before,
        "clear": one.difference.map(|difference| difference.is_clear),
        "rule": rule,
        "more_than": more_than,
    })
}

fn goal(one: &GoalProgress) -> Json {
    json!({
        "metric": one.metric,
        "owner": one.owner,
        "deadline": one.deadline.map(|date| date.to_string()),
        "due": one.is_due,
        "closed": one.is_closed,
        "baseline": one.baseline,
        "target": one.target,
        "before": one.before,
        "now": one.now,
        "progress": one.share,
        "standing": one.standing.id(),
        "change_tactic": one.change_tactic,
        "lowered_from": one.lowered.map(|lowered| lowered.from),
        "lowered_to": one.lowered.map(|lowered| lowered.to),
        "lowered_with_reason": one.lowered.map(|lowered| lowered.has_reason),
    })
}

fn not_compared(one: &NotCompared) -> Json {
    let (reason, before, now) = match &one.reason {
        NotComparedReason::OtherVersion { before, now } => ("other_version", Some(before), Some(now)),
        NotComparedReason::OnlyBefore => ("only_before", None, None),
        NotComparedReason::OnlyNow => ("only_now", None, None),
    };
    json!({ "questionnaire": one.questionnaire, "reason": reason, "before": before, "now": now })
}
