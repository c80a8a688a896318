//! What only the consultant reads; never built for the client.

use serde::Serialize;

use super::call_sheet::{self, CallSheet};
use super::internal_answers::{self, AnswerGroup};
use super::printed::{self, Fired};
use super::{Material, evidence, findings};
use crate::assessment::Answer;
use crate::evaluation::{FindingEvaluation, ItemState, Label, MissingReason};
use crate::questionnaire::Finding;
use crate::report::charts::{Scatter, Spot};

/// What the client's version leaves out.
#[derive(Debug, Serialize)]
pub(super) struct Internal {
    /// What one wants on a page before picking up the telephone.
    sheet: CallSheet,
    /// Every finding with the factors of its priority, in print order.
    priorities: Vec<Priority>,
    /// Effect against effort, drawn.
    impact: Option<Scatter>,
    /// Findings that could not be judged yet, and what they need.
    not_evaluable: Vec<NotJudged>,
    /// How each part's score came about.
    areas: Vec<AreaSum>,
    /// Everything that was calculated, and why what is missing is missing.
    metrics: Vec<MetricLine>,
    /// Every answer, part by part.
    answers: Vec<AnswerGroup>,
}

/// What the consultant reads beside a finding in full.
#[derive(Debug, Serialize)]
pub(super) struct FindingNotes {
    /// Its priority, two decimals.
    priority: String,
    /// Cited figures for the consultant's eyes only.
    context: Vec<findings::Context>,
    /// What the client said to it; absent where nothing was noted.
    reaction: Option<String>,
    /// Whether an answer it rests on is marked as one that hurts.
    pain: bool,
}

#[derive(Debug, Serialize)]
struct Priority {
    /// The finding's id.
    id: String,
    /// What is the case, in a sentence.
    statement: String,
    /// The product of the factors, two decimals.
    priority: String,
    /// How bad it is, 1 to 3.
    severity: String,
    /// Weight of its part, as a factor.
    weight: String,
    /// How far the wish lies away, as a factor.
    gap: String,
    /// How firmly it is known, as a factor from 0 to 1.
    confidence: String,
    /// The class of effort, 1 to 4, by which the product is divided.
    effort: String,
    /// The factor for what hurts.
    pain: String,
    /// What kind of work it is.
    label: String,
    /// Where the client reads it: in full, in one line, or not at all.
    printed: String,
}

#[derive(Debug, Serialize)]
struct NotJudged {
    /// The finding's id.
    id: String,
    /// What it would state.
    statement: String,
    /// The questions whose answers are missing, by their labels.
    needs: String,
}

#[derive(Debug, Serialize)]
struct AreaSum {
    /// The part's name.
    title: String,
    /// Its score with one decimal; empty where too little is known.
    score: String,
    /// The possible range with one decimal.
    range: String,
    /// How much of it was answered, in percent with one decimal.
    coverage: String,
    /// How firmly the answers are known, in percent with one decimal.
    confidence: String,
    /// How far the wish lies away, in points.
    gap: String,
    /// What the score is made of.
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    /// The question or the figure.
    label: String,
    /// Its weight within the part.
    weight: String,
    /// Its points, 0 to 100; empty where it has none.
    points: String,
    /// Answered, unknown, open, or does not apply.
    state: String,
}

#[derive(Debug, Serialize)]
struct MetricLine {
    /// What it is.
    label: String,
    /// Its id, as formulas name it.
    id: String,
    /// What it came to, with its unit; empty where it is missing.
    value: String,
    /// How it is made, or why it is missing.
    note: String,
}

/// Builds everything the consultant needs beside the client's version.
pub(super) fn build(material: &Material) -> Internal {
    Internal {
        sheet: call_sheet::build(material),
        priorities: priorities(material),
        impact: impact(material),
        not_evaluable: not_evaluable(material),
        areas: areas(material),
        metrics: metrics(material),
        answers: internal_answers::groups(material),
    }
}

/// Every finding by its effect (priority without the effort) and the hours of its action.
fn impact(material: &Material) -> Option<Scatter> {
    let spot = |(finding, fired): (&Finding, &FindingEvaluation)| {
        let factors = fired.factors.as_ref()?;
        Some(Spot {
            name: fired.id.clone(),
            x: finding.midpoint_hours(),
            y: fired.priority? * f64::from(factors.effort_class),
            filled: fired.foundation || fired.label == Label::QuickWin,
        })
    };
    let mut spots: Vec<_> = material.fired().filter_map(spot).collect();
    // The most pressing get the best places for their names.
    spots.sort_by(|a, b| b.y.total_cmp(&a.y).then_with(|| a.name.cmp(&b.name)));
    let ticks: Vec<_> = [4.0, 8.0, 16.0, 24.0, 40.0, 60.0, 80.0]
        .map(|hours| (hours, material.words.fill("internal.impact_hours", &[("n", &material.show.plain(hours))])))
        .into();
    (spots.len() > 1).then(|| Scatter::of(&spots, &ticks))
}

/// Priority, private context and reaction of one finding.
pub(super) fn finding_notes(material: &Material, finding: &Finding, fired: &FindingEvaluation) -> FindingNotes {
    let context = finding.context_internal.iter().filter_map(|id| material.selection.benchmark(id));
    let reaction = material.assessment.reveal.iter().find(|one| one.finding == fired.id);
    FindingNotes {
        priority: fired.priority.map(|value| material.show.number(value, 2)).unwrap_or_default(),
        context: context.filter_map(|one| findings::context(material, one)).collect(),
        reaction: reaction.map(|one| one.reaction.clone()).filter(|text| !text.is_empty()),
        pain: fired.pain,
    }
}

fn priorities(material: &Material) -> Vec<Priority> {
    let words = material.words;
    let lists = printed::printed(material);
    let is_in = |list: &[Fired], id: &str| list.iter().any(|(_, one)| one.id == id);
    let two = |value: f64| material.show.number(value, 2);
    let line = |(_, fired): (&Finding, &FindingEvaluation)| {
        let factors = fired.factors;
        let factor = |of: fn(&crate::evaluation::PriorityFactors) -> f64| {
            factors.as_ref().map(|factors| two(of(factors))).unwrap_or_default()
        };
        let printed = match &fired.id {
            id if is_in(&lists.full, id) => "internal.printed_full",
            id if is_in(&lists.lines, id) => "internal.printed_line",
            _ if material.is_disputed(&fired.id) => "internal.printed_disputed",
            _ => "internal.printed_no",
        };
        Priority {
            id: fired.id.clone(),
            statement: material.finding_statement(fired),
            priority: fired.priority.map(two).unwrap_or_default(),
            severity: fired.severity.to_string(),
            weight: factor(|one| one.weight),
            gap: factor(|one| one.gap),
            confidence: factor(|one| one.confidence),
            effort: factors.as_ref().map(|one| one.effort_class.to_string()).unwrap_or_default(),
            pain: factor(|one| one.pain),
            label: material.show.label(fired.label),
            printed: words.get(printed).to_owned(),
        }
    };
    material.fired().map(line).collect()
}

fn not_evaluable(material: &Material) -> Vec<NotJudged> {
    let all = material.evaluation.questionnaires.iter().flat_map(|one| &one.not_evaluable);
    all.map(|one| {
        let labels = labels(material, &one.missing);
        let finding = material.selection.finding(&one.id);
        let statement = finding.map(|finding| material.show.statement(&finding.statement, None, &[]));
        NotJudged { id: one.id.clone(), statement: statement.unwrap_or_default(), needs: material.show.names(&labels) }
    })
    .collect()
}

/// The labels of questions.
fn labels(material: &Material, ids: &[String]) -> Vec<String> {
    let label = |id: &String| {
        material.selection.question(id).map_or_else(|| id.clone(), |one| material.text(&one.label).to_owned())
    };
    ids.iter().map(label).collect()
}

fn areas(material: &Material) -> Vec<AreaSum> {
    let show = &material.show;
    let all = material.evaluation.questionnaires.iter().flat_map(|one| &one.areas);
    all.filter(|area| area.applicable)
        .map(|area| AreaSum {
            title: material.area_title(Some(&area.id)),
            score: area.score.map(|score| show.internal_score(score)).unwrap_or_default(),
            range: area.low.zip(area.high).map(|(low, high)| show.internal_score_range(low, high)).unwrap_or_default(),
            coverage: area.coverage.map(|share| show.percent(100.0 * share, 1)).unwrap_or_default(),
            confidence: area.confidence.map(|share| show.percent(100.0 * share, 1)).unwrap_or_default(),
            gap: show.number(area.gap, 1),
            items: area.items.iter().map(|one| item(material, one)).collect(),
        })
        .collect()
}

fn item(material: &Material, item: &crate::evaluation::ItemEvaluation) -> Item {
    let question = material.selection.question(&item.id).map(|one| &one.label);
    let label = question.or_else(|| material.selection.metric(&item.id).map(|one| &one.label));
    let state = match item.state {
        ItemState::Answered => "state.answered",
        ItemState::Unknown => "state.unknown",
        ItemState::Open => "state.open",
        ItemState::NotApplicable => "state.na",
    };
    Item {
        label: label.map_or_else(|| item.id.clone(), |label| material.text(label).to_owned()),
        weight: material.show.plain(item.weight),
        points: item.points.map(|points| material.show.number(points, 1)).unwrap_or_default(),
        state: material.words.get(state).to_owned(),
    }
}

fn metrics(material: &Material) -> Vec<MetricLine> {
    let pairs = material.selection.questionnaires.iter().zip(&material.evaluation.questionnaires);
    let mut lines = Vec::new();
    for (questionnaire, evaluation) in pairs {
        for computed in &evaluation.metrics {
            let Some(metric) = questionnaire.metric(&computed.id) else { continue };
            let reason = computed.reason.as_ref().map(|reason| match reason {
                MissingReason::Needs => material.text(&metric.needs_text).to_owned(),
                other => why(material, other, &computed.missing),
            });
            let explained = material.text(&metric.explain).to_owned();
            lines.push(MetricLine {
                label: material.text(&metric.label).to_owned(),
                id: metric.id.clone(),
                value: evidence::value(material, metric, computed).unwrap_or_default(),
                note: reason.unwrap_or(explained),
            });
        }
    }
    lines
}

fn why(material: &Material, reason: &MissingReason, missing: &[String]) -> String {
    let words = material.words;
    match reason {
        MissingReason::Inputs => {
            words.fill("reason.inputs", &[("missing", &material.show.names(&labels(material, missing)))])
        }
        MissingReason::Cell { question, row } => {
            let question = labels(material, std::slice::from_ref(question)).join("");
            words.fill("reason.cell", &[("question", &question), ("row", row)])
        }
        MissingReason::NotApplicable => words.get("reason.na").to_owned(),
        MissingReason::Contradiction => words.get("reason.contradiction").to_owned(),
        MissingReason::Needs | MissingReason::Undefined => words.get("reason.undefined").to_owned(),
    }
}

/// Whether an answer says anything the consultant would want to read.
pub(super) fn says_something(answer: &Answer) -> bool {
    !answer.is_blank()
}
