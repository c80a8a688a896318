//! Area scores with coverage, confidence and possible range (domain.md 4, rulings.md 3, 4, 7, 8).

use super::facts::Facts;
use super::metrics;
use super::{AreaEvaluation, GapClass, ItemEvaluation, ItemState, Standing};
use crate::assessment::{Cell, Evidence, Value};
use crate::questionnaire::{Area, Kind, Metric, MetricScore, Question, QuestionScore, Questionnaire, Scoring};

/// Scores one area of a questionnaire; the area must have a weight.
pub fn evaluate(facts: &Facts<'_>, questionnaire: &Questionnaire, area: &Area, weight: f64) -> AreaEvaluation {
    let items = items(facts, questionnaire, |id| id == area.id);
    let mut result = of_items(facts, &area.id, weight, items);
    state_gap(facts, questionnaire, &mut result);
    result
}

/// Everything a questionnaire scores as if it were one area, for those that are scored by items (rulings.md 17).
pub fn whole(facts: &Facts<'_>, questionnaire: &Questionnaire) -> AreaEvaluation {
    of_items(facts, "", 100.0, items(facts, questionnaire, |_| true))
}

/// What items come to; the gap is left open.
fn of_items(facts: &Facts<'_>, id: &str, weight: f64, items: Vec<ItemEvaluation>) -> AreaEvaluation {
    let applicable: Vec<&ItemEvaluation> = items.iter().filter(|item| item.state != ItemState::NotApplicable).collect();
    let total: f64 = applicable.iter().map(|item| item.weight).sum();
    let mut result = AreaEvaluation {
        id: id.to_owned(),
        weight,
        score: None,
        applicable: total > 0.0,
        printed: false,
        low: None,
        high: None,
        coverage: None,
        confidence: None,
        wanted: None,
        gap: 0.0,
        gap_class: None,
        items: Vec::new(),
    };
    if total > 0.0 {
        let sum =
            |part: &dyn Fn(&ItemEvaluation) -> f64| applicable.iter().map(|item| item.weight * part(item)).sum::<f64>();
        let answered: f64 = applicable.iter().filter(|item| item.points.is_some()).map(|item| item.weight).sum();
        if answered > 0.0 {
            result.score = Some(sum(&|item| item.points.unwrap_or(0.0)) / answered);
        }
        let coverage = sum(&|item| item.share) / total;
        result.low = Some(sum(&lower) / total);
        result.high = Some(sum(&upper) / total);
        result.confidence = Some(sum(&|item| item.share * item.evidence) / total);
        result.printed =
            result.score.is_some() && super::rounding::at_least(100.0 * coverage, facts.scoring.area_coverage);
        result.coverage = Some(coverage);
    }
    result.items = items;
    result
}

/// The least points an item can still come to.
fn lower(item: &ItemEvaluation) -> f64 {
    item.points.map_or(0.0, |points| item.share * (points - item.spread).max(0.0))
}

/// The most points an item can still come to.
fn upper(item: &ItemEvaluation) -> f64 {
    item.points.map_or(100.0, |points| item.share * (points + item.spread).min(100.0) + (1.0 - item.share) * 100.0)
}

/// What is scored in the areas wanted.
fn items(facts: &Facts<'_>, questionnaire: &Questionnaire, wanted: impl Fn(&str) -> bool) -> Vec<ItemEvaluation> {
    let of_questions = questionnaire
        .questions
        .iter()
        .filter(|question| wanted(&question.area))
        .filter_map(|question| question.score.as_ref().map(|score| question_item(facts, question, score)));
    let of_metrics = questionnaire.metrics.iter().filter_map(|metric| {
        let score = metric.score.as_ref().filter(|score| wanted(&score.area))?;
        Some(metric_item(facts, metric, score))
    });
    of_questions.chain(of_metrics).collect()
}

fn question_item(facts: &Facts<'_>, question: &Question, score: &QuestionScore) -> ItemEvaluation {
    let (state, points) = match facts.standing(&question.id) {
        Standing::Answered => {
            let points = facts.answered(&question.id).and_then(|value| points(question, score, value));
            (if points.is_some() { ItemState::Answered } else { ItemState::Open }, points)
        }
        Standing::Unknown => (ItemState::Unknown, None),
        Standing::Open | Standing::Owed => (ItemState::Open, None),
        Standing::NotApplicable | Standing::Hidden => (ItemState::NotApplicable, None),
    };
    let evidence = points.and(facts.evidence(&question.id));
    ItemEvaluation {
        id: question.id.clone(),
        weight: score.weight,
        state,
        points,
        spread: evidence.map_or(0.0, |one| metrics::spread(facts.scoring, one)),
        evidence: evidence.map_or(0.0, |one| metrics::evidence_weight(facts.scoring, one)),
        share: if points.is_some() { 1.0 } else { 0.0 },
    }
}

/// Points of an answer, 0 to 100.
pub fn points(question: &Question, score: &QuestionScore, value: &Value) -> Option<f64> {
    let x = match (&question.kind, value) {
        (Kind::One(choices), Value::Text(id)) => {
            return choices.iter().find(|choice| choice.id == *id).and_then(|choice| choice.points);
        }
        (Kind::Rating(labels), Value::Number(rating)) if score.curve.is_none() => {
            return Some(100.0 * rating / (labels.len().max(2) - 1) as f64);
        }
        (Kind::Many { .. } | Kind::List { .. }, Value::Texts(ticked)) => ticked.len() as f64,
        (_, Value::Number(number)) => *number,
        _ => return None,
    };
    Some(score.curve.as_ref().map_or(x, |curve| curve.at(x)).clamp(0.0, 100.0))
}

fn metric_item(facts: &Facts<'_>, metric: &Metric, score: &MetricScore) -> ItemEvaluation {
    let mut item = ItemEvaluation {
        id: metric.id.clone(),
        weight: score.weight,
        state: ItemState::Open,
        points: None,
        spread: 0.0,
        evidence: 0.0,
        share: 0.0,
    };
    let Some(result) = facts.metrics.get(metric.id.as_str()).and_then(|fact| fact.result.get()) else { return item };
    item.state = metrics::item_state(facts, result);
    item.points = result.number().map(|x| score.curve.as_ref().map_or(x, |curve| curve.at(x)).clamp(0.0, 100.0));
    let covered = score.covers.as_deref().map(|table| rated_share(facts, table));
    item.share = covered.unwrap_or(if item.points.is_some() { 1.0 } else { 0.0 });
    item.evidence = result.evidence;
    let known: Vec<Evidence> = match metric.evidence {
        Some(fixed) => vec![fixed],
        None => facts.leaves([metric.id.as_str()]).iter().filter_map(|id| facts.evidence(id)).collect(),
    };
    item.spread = metrics::mean_of(&known, |one| metrics::spread(facts.scoring, one));
    item
}

/// The share of a table's cells that are rated.
fn rated_share(facts: &Facts<'_>, table: &str) -> f64 {
    let Some(read) = facts.table(table) else { return 0.0 };
    if read.applicable() == 0 { 0.0 } else { read.known() as f64 / read.applicable() as f64 }
}

/// Sets the wish, the gap and its class (domain.md 4, "Gap").
fn state_gap(facts: &Facts<'_>, questionnaire: &Questionnaire, area: &mut AreaEvaluation) {
    let wish = questionnaire
        .uses
        .wanted
        .as_deref()
        .and_then(|id| facts.answered(id))
        .and_then(|value| value.cell(&area.id, crate::questionnaire::SINGLE_COLUMN))
        .and_then(Cell::as_number);
    let scoring: &Scoring = facts.scoring;
    let Some(current) = area.score.filter(|_| area.printed) else {
        area.wanted = wish.filter(|level| *level > 0.0).map(|level| scoring.wanted_step * level);
        return;
    };
    let wanted = match wish {
        Some(level) if level <= 0.0 => current,
        Some(level) => current.max(scoring.wanted_step * level),
        None => current.max(scoring.default_wanted),
    };
    area.gap = wanted - current;
    if wish.is_some() {
        area.wanted = Some(wanted);
        area.gap_class = Some(gap_class(scoring, area.gap));
    }
}

fn gap_class(scoring: &Scoring, gap: f64) -> GapClass {
    let [moderate, large, very_large] = scoring.gap_limits;
    match gap {
        gap if gap < moderate => GapClass::Small,
        gap if gap < large => GapClass::Moderate,
        gap if gap < very_large => GapClass::Large,
        _ => GapClass::VeryLarge,
    }
}
