//! What only the consultant reads; never built for the client.

use serde::Serialize;

use super::internal_answers::{self, AnswerGroup, NoteView};
use super::{Material, evidence, findings};
use crate::assessment::Answer;
use crate::evaluation::{FindingEvaluation, ItemState, MissingReason};
use crate::questionnaire::Finding;

/// What the client's version leaves out.
#[derive(Debug, Serialize)]
pub(super) struct Internal {
    glance: Vec<Line>,
    open_points: Vec<String>,
    consistency: Vec<String>,
    priorities: Vec<Priority>,
    disputed: Vec<Reaction>,
    reactions: Vec<Reaction>,
    not_evaluable: Vec<NotJudged>,
    areas: Vec<AreaSum>,
    metrics: Vec<MetricLine>,
    answers: Vec<AnswerGroup>,
    notes: Vec<NoteView>,
}

/// What the consultant reads beside a finding in full.
#[derive(Debug, Serialize)]
pub(super) struct FindingNotes {
    priority: String,
    context: Vec<findings::Context>,
    reaction: Option<String>,
    pain: bool,
}

#[derive(Debug, Serialize)]
struct Line {
    label: String,
    value: String,
}

#[derive(Debug, Serialize)]
struct Priority {
    id: String,
    statement: String,
    priority: String,
    severity: String,
    weight: String,
    gap: String,
    confidence: String,
    effort: String,
    pain: String,
    label: String,
    printed: String,
}

#[derive(Debug, Serialize)]
struct Reaction {
    id: String,
    statement: String,
    reaction: String,
}

#[derive(Debug, Serialize)]
struct NotJudged {
    id: String,
    statement: String,
    needs: String,
}

#[derive(Debug, Serialize)]
struct AreaSum {
    title: String,
    score: String,
    range: String,
    coverage: String,
    confidence: String,
    gap: String,
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    label: String,
    weight: String,
    points: String,
    state: String,
}

#[derive(Debug, Serialize)]
struct MetricLine {
    label: String,
    id: String,
    value: String,
    note: String,
}

/// Builds everything the consultant needs beside the client's version.
pub(super) fn build(material: &Material) -> Internal {
    let (disputed, reactions) = reactions(material);
    Internal {
        glance: glance(material),
        open_points: open_points(material),
        consistency: consistency(material),
        priorities: priorities(material),
        disputed,
        reactions,
        not_evaluable: not_evaluable(material),
        areas: areas(material),
        metrics: metrics(material),
        answers: internal_answers::groups(material),
        notes: internal_answers::notes(material),
    }
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

fn glance(material: &Material) -> Vec<Line> {
    let words = material.words;
    let said = |key: &str, id: Option<&str>| {
        let question = material.selection.question(id?)?;
        let answer = material.answer(&question.id)?;
        let value = internal_answers::said(material, question, answer);
        (!value.is_empty()).then(|| Line { label: words.get(key).to_owned(), value })
    };
    let mut lines = Vec::new();
    for questionnaire in &material.selection.questionnaires {
        let uses = &questionnaire.uses;
        lines.extend(said("internal.decider", uses.decider.as_deref()));
        lines.extend(said("internal.agreed", uses.agreed.as_deref()));
        lines.extend(said("internal.spare", uses.spare_hours.as_deref()));
    }
    lines.extend(said("internal.limits", Some(&material.outline.internal.limits)));
    for (questionnaire, evaluation) in material.selection.questionnaires.iter().zip(&material.evaluation.questionnaires)
    {
        let overall = &evaluation.overall;
        if let Some(score) = overall.equal_weight_score {
            let key = if overall.band_depends_on_weights { "internal.equal_differs" } else { "internal.equal_same" };
            let value = format!("{} ({})", material.show.internal_score(score), words.get(key));
            lines.push(Line { label: words.get("internal.equal").to_owned(), value });
        }
        if let Some(next) = evaluation.suggested_next.and_then(|index| questionnaire.next.get(index)) {
            let value = format!("{}: {}", next.questionnaire, material.text(&next.reason));
            lines.push(Line { label: words.get("internal.next_questionnaire").to_owned(), value });
        }
    }
    lines
}

fn open_points(material: &Material) -> Vec<String> {
    let words = material.words;
    let label = |id: &str| {
        material.selection.question(id).map_or_else(|| id.to_owned(), |one| material.text(&one.label).to_owned())
    };
    let mut points = Vec::new();
    for pair in &material.evaluation.contradictions {
        let (question, at_most) = (label(&pair.question), label(&pair.at_most));
        points.push(words.fill("internal.contradiction", &[("question", &question), ("at_most", &at_most)]));
    }
    if material.assessment.next_step.is_none() {
        points.push(words.get("internal.next_step_missing").to_owned());
    }
    if super::summary::opening_question(material).is_none() {
        points.push(words.get("internal.no_quote").to_owned());
    }
    points
}

fn consistency(material: &Material) -> Vec<String> {
    let pairs = material.selection.questionnaires.iter().zip(&material.evaluation.questionnaires);
    pairs
        .flat_map(|(questionnaire, evaluation)| {
            let held = questionnaire.consistency.iter().filter(|one| evaluation.consistency.contains(&one.id));
            held.map(|one| material.text(&one.text).to_owned())
        })
        .collect()
}

fn priorities(material: &Material) -> Vec<Priority> {
    let words = material.words;
    let (in_full, in_all) = material.printed_counts();
    let places: Vec<_> = material.presentable().map(|(_, fired)| fired.id.as_str()).collect();
    let two = |value: f64| material.show.number(value, 2);
    let line = |(_, fired): (&Finding, &FindingEvaluation)| {
        let factors = fired.factors;
        let factor = |of: fn(&crate::evaluation::PriorityFactors) -> f64| {
            factors.as_ref().map(|factors| two(of(factors))).unwrap_or_default()
        };
        let place = places.iter().position(|id| *id == fired.id);
        let printed = match place {
            Some(place) if place < in_full => "internal.printed_full",
            Some(place) if place < in_all => "internal.printed_line",
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

/// Disputed findings, and what the client said of the others.
fn reactions(material: &Material) -> (Vec<Reaction>, Vec<Reaction>) {
    let view = |one: &crate::assessment::Reveal| {
        let fired = material.fired().find(|(_, fired)| fired.id == one.finding);
        Reaction {
            id: one.finding.clone(),
            statement: fired.map(|(_, fired)| material.finding_statement(fired)).unwrap_or_default(),
            reaction: one.reaction.clone(),
        }
    };
    let (disputed, others): (Vec<_>, Vec<_>) = material.assessment.reveal.iter().partition(|one| one.disputed);
    (disputed.into_iter().map(view).collect(), others.into_iter().map(view).collect())
}

fn not_evaluable(material: &Material) -> Vec<NotJudged> {
    let all = material.evaluation.questionnaires.iter().flat_map(|one| &one.not_evaluable);
    all.map(|one| {
        let labels = labels(material, &one.missing);
        let finding = material.selection.finding(&one.id);
        let statement = finding.map(|finding| material.statement(&finding.statement, None, &[]));
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
