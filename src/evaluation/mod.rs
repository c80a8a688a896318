//! Everything computed: a pure function of questionnaires, assumptions and an assessment.
//!
//! [`evaluate`] goes through it in one direction: `order` says what rests on what, `visibility` and `metrics` settle the
//! `facts` in that order, `areas` and `overall` score, `goals` forecast, `findings` and `strengths` judge, `worth`, `swing`
//! and the plan of the goals follow.
//! Expressions run in `judge`, over `facts`, through `values` and `table`.

mod areas;
mod cases;
mod computed;
mod condition;
mod could;
mod explain;
mod facts;
mod findings;
mod funnel;
mod goals;
mod judge;
mod metrics;
mod model;
mod order;
mod outcome;
mod overall;
mod overview;
mod rests;
mod result;
mod rounding;
mod score;
mod shared_row;
mod strengths;
mod swing;
mod table;
mod values;
mod visibility;
mod worth;

pub use cases::cases_since;
pub use computed::computed_cells;
pub use condition::first_true;
pub use explain::{Explained, Explanation, Input, explain};
pub use funnel::{FunnelEvaluation, Stage, funnel};
pub use goals::*;
pub use model::*;
pub use outcome::*;
pub use overall::band_of;
pub use overview::{Overview, overview};
pub use rests::{questions_behind, resting_on};
pub use result::*;
pub use rounding::{round_half_up, to_tenth};
pub use score::*;
pub use table::{Table, TableRow};
pub use values::fits;

use crate::assessment::Assessment;
use crate::questionnaire::{Questionnaire, ScoredBy, Selection};
use facts::Facts;
use goals::Outlook;
use judge::{Judge, Truth};
use order::Step;

/// Computes everything from one assessment, without a record of past goals: same inputs, same result.
pub fn evaluate(selection: &Selection, assessment: &Assessment) -> Evaluation {
    evaluate_with(selection, assessment, &TrackRecord::default())
}

/// Computes everything from one assessment; the record of past goals calibrates its forecasts.
pub fn evaluate_with(selection: &Selection, assessment: &Assessment, record: &TrackRecord) -> Evaluation {
    let facts = Facts::gather(selection, assessment);
    let judge = Judge::over(&facts);
    settle(selection, &facts, &judge);
    let areas: Vec<Vec<AreaEvaluation>> =
        selection.questionnaires.iter().map(|questionnaire| scored_areas(&facts, questionnaire)).collect();
    let scores =
        areas.iter().flatten().filter(|area| area.printed).filter_map(|area| Some((area.id.clone(), area.score?)));
    let _ = facts.area_scores.set(scores.collect());
    let mut outlook = Outlook::of(selection, assessment, record, &facts, &judge, &areas);
    if let Some(beyond) = outlook.wanted_beyond_high() {
        // Set once; findings read it.
        let _ = facts.wanted_beyond_high.set(beyond);
    }
    let questionnaires: Vec<QuestionnaireEvaluation> = selection
        .questionnaires
        .iter()
        .zip(areas)
        .map(|(questionnaire, areas)| one_questionnaire(selection, &facts, &judge, questionnaire, areas))
        .collect();
    outlook.complete(selection, assessment, &questionnaires);
    let all = selection.questionnaires.iter().map(AsRef::as_ref);
    Evaluation {
        standings: facts.questions.iter().map(|(id, fact)| ((*id).to_owned(), fact.standing())).collect(),
        contradictions: visibility::contradictions(&facts),
        worth: worth::evaluate(&facts, &judge, &selection.assumptions, all),
        next_questions: swing::next_questions(&facts, selection, &questionnaires),
        questionnaires,
        goals: outlook.goals,
        options: outlook.options,
        recommendation: outlook.recommendation,
        plan: outlook.plan,
    }
}

/// Shows or hides every question and computes every metric, each after what it rests on.
fn settle<'a>(selection: &'a Selection, facts: &Facts<'a>, judge: &Judge<'_>) {
    for step in order::order(selection, facts) {
        match step {
            Step::Question(id) => {
                if let Some(fact) = facts.questions.get(id) {
                    fact.settle(visibility::is_hidden(facts, judge, fact.question));
                }
            }
            Step::Metric(id) => {
                if let Some(fact) = facts.metrics.get(id) {
                    // Each metric comes once in the order.
                    let _ = fact.result.set(metrics::compute(facts, judge, fact.metric));
                }
            }
        }
    }
}

fn scored_areas(facts: &Facts<'_>, questionnaire: &Questionnaire) -> Vec<AreaEvaluation> {
    if questionnaire.scored_by == ScoredBy::Items {
        return Vec::new();
    }
    let scored = questionnaire.areas.iter().filter_map(|area| Some((area, area.weight?)));
    scored.map(|(area, weight)| areas::evaluate(facts, questionnaire, area, weight)).collect()
}

/// The overall score, and the items it is made of where they make it themselves.
fn overall_of(
    facts: &Facts<'_>,
    questionnaire: &Questionnaire,
    areas: &[AreaEvaluation],
) -> (Overall, Vec<ItemEvaluation>) {
    match questionnaire.scored_by {
        ScoredBy::Items => {
            let whole = areas::whole(facts, questionnaire);
            (overall::of_items(facts.scoring, &questionnaire.bands, &whole), whole.items)
        }
        _ => (overall::evaluate(facts.scoring, &questionnaire.bands, areas), Vec::new()),
    }
}

fn one_questionnaire(
    selection: &Selection,
    facts: &Facts<'_>,
    judge: &Judge<'_>,
    questionnaire: &Questionnaire,
    areas: Vec<AreaEvaluation>,
) -> QuestionnaireEvaluation {
    let judged = findings::evaluate(facts, judge, questionnaire, &areas);
    let results = questionnaire.metrics.iter().filter_map(|metric| facts.metrics.get(metric.id.as_str())?.result.get());
    let (overall, items) = overall_of(facts, questionnaire, &areas);
    let notes = questionnaire.consistency.iter().filter(|note| judge.truth(&note.when) == Truth::True);
    QuestionnaireEvaluation {
        id: questionnaire.id.clone(),
        version: questionnaire.version.clone(),
        overall,
        lowest: overall::lowest(&items, facts.scoring.print.lowest_items),
        items,
        metrics: results.cloned().collect(),
        strengths: strengths::evaluate(judge, questionnaire, &judged.fired),
        findings: judged.fired,
        not_evaluable: judged.not_evaluable,
        consistency: notes.map(|note| note.id.clone()).collect(),
        suggested_next: questionnaire
            .next
            .iter()
            .position(|next| !selection.carries(&next.questionnaire) && judge.truth(&next.when) == Truth::True),
        areas,
    }
}
