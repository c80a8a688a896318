//! The call sheet: what the consultant wants on one page before picking up the telephone.

use serde::Serialize;

use super::internal_answers::{self, NoteView};
use super::printed::{self, Fired};
use super::{Material, summary};
use crate::assessment::NoteKind;
use crate::evaluation::Standing;

/// The call sheet.
#[derive(Debug, Serialize)]
pub(super) struct CallSheet {
    /// What one wants to see first, line by line.
    glance: Vec<Line>,
    /// Lists with a title each, none of them empty.
    lists: Vec<Points>,
    /// Private notes.
    notes: Vec<NoteView>,
}

#[derive(Debug, Serialize)]
struct Points {
    /// What the list is.
    title: String,
    /// Its entries, a sentence or a name each.
    points: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Line {
    /// What it is.
    label: String,
    /// What it came to.
    value: String,
}

/// Builds the call sheet.
pub(super) fn build(material: &Material) -> CallSheet {
    let (todos, notes) = internal_answers::notes(material).into_iter().partition(|note| note.is(NoteKind::Todo));
    let lists = [
        ("internal.open_points", open_points(material)),
        ("internal.consistency", consistency(material)),
        ("internal.sheet_todo", texts(todos)),
        ("internal.sheet_next", summary::next_questions(material)),
        ("internal.sheet_later", later(material)),
        ("internal.disputed", reactions(material, true)),
        ("internal.reactions", reactions(material, false)),
    ];
    let points = |(key, points): (&str, Vec<String>)| {
        (!points.is_empty()).then(|| Points { title: material.words.get(key).to_owned(), points })
    };
    CallSheet { glance: glance(material), lists: lists.into_iter().filter_map(points).collect(), notes }
}

fn texts(notes: Vec<NoteView>) -> Vec<String> {
    notes.into_iter().map(NoteView::into_line).collect()
}

/// Questions in the ask-later tray.
fn later(material: &Material) -> Vec<String> {
    let questions = material.selection.questions();
    let kept = questions.filter(|question| material.answer(&question.id).is_some_and(|answer| answer.later));
    kept.map(|question| material.text(&question.label).to_owned()).collect()
}

/// What the client said of the findings that were revealed: of those disputed, or of the others.
fn reactions(material: &Material, disputed: bool) -> Vec<String> {
    let all = material.assessment.reveal.iter().filter(|one| one.disputed == disputed);
    all.map(|one| {
        let fired = material.fired().find(|(_, fired)| fired.id == one.finding);
        let statement = fired.map(|(_, fired)| material.finding_statement(fired)).unwrap_or_default();
        let said = one.reaction.trim();
        let said = if said.is_empty() { String::new() } else { material.words.fill("list.quoted", &[("name", said)]) };
        [one.finding.as_str(), &statement, &said]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    })
    .collect()
}

/// The few answers that the call turns on, and what follows from the scores.
fn glance(material: &Material) -> Vec<Line> {
    let words = material.words;
    let said = |key: &str, id: Option<&str>| {
        let question = material.selection.question(id?)?;
        let answer = material.answer(&question.id)?;
        let value = internal_answers::said(material, question, answer);
        (!value.is_empty()).then(|| Line { label: words.get(key).to_owned(), value })
    };
    let mut lines: Vec<_> = contact(material).into_iter().collect();
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
            let value = format!("{} ({})", material.text(&next.reason), next.questionnaire);
            lines.push(Line { label: words.get("internal.next_questionnaire").to_owned(), value });
        }
    }
    lines.push(counts(material));
    lines.extend(work(material));
    lines
}

/// How the client is reached.
fn contact(material: &Material) -> Option<Line> {
    let client = &material.assessment.client;
    let all = [&client.contact, &client.phone, &client.email, &client.address, &client.website, &client.size];
    let known: Vec<_> = all.into_iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
    let label = material.words.get("internal.contact").to_owned();
    (!known.is_empty()).then(|| Line { label, value: known.join(" · ") })
}

fn counts(material: &Material) -> Line {
    let count = |standing| material.standing(standing).count().to_string();
    let values = [
        ("answered", count(Standing::Answered)),
        ("unknown", count(Standing::Unknown)),
        ("owed", count(Standing::Owed)),
        ("open", count(Standing::Open)),
    ];
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let words = material.words;
    Line { label: words.get("internal.counts").to_owned(), value: words.fill("internal.counts_text", &values) }
}

/// The hours behind the findings and in the plan: what an offer is made from.
fn work(material: &Material) -> Vec<Line> {
    let words = material.words;
    let show = &material.show;
    let printed = printed::printed(material);
    if printed.full.is_empty() {
        return Vec::new();
    }
    let sum = |some: &[Fired]| {
        let hours = some.iter().map(|(finding, _)| finding.hours);
        let (low, high) = hours.fold((0.0, 0.0), |(low, high), one| (low + one.0, high + one.1));
        show.hours_range(low, high)
    };
    let values = [("full", sum(&printed.full)), ("line", sum(&printed.lines)), ("beyond", sum(&printed.beyond))];
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let label = |key: &str| words.get(key).to_owned();
    let mut lines =
        vec![Line { label: label("internal.hours_work"), value: words.fill("internal.hours_work_text", &values) }];
    let plan = &material.evaluation.plan;
    if plan.months.iter().any(|month| month.hours > 0.0) {
        let months: Vec<_> = plan.months.iter().map(|month| show.hours(month.hours)).collect();
        lines.push(Line { label: label("internal.hours_plan"), value: show.names(&months) });
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
    if summary::opening_question(material).is_none() {
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
