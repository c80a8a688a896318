//! Every answer with its evidence, quote and private note, for the consultant.

use serde::Serialize;

use super::{Material, internal};
use crate::assessment::{Answer, NoteKind, Status};
use crate::evaluation::Standing;
use crate::questionnaire::{Kind, Question};

/// The answers of one area.
#[derive(Debug, Serialize)]
pub(super) struct AnswerGroup {
    /// The part's name.
    title: String,
    /// One line for each answer.
    rows: Vec<AnswerLine>,
}

#[derive(Debug, Serialize)]
struct AnswerLine {
    /// The question, as a short noun phrase.
    label: String,
    /// What was answered, with its unit.
    answer: String,
    /// How well it is known.
    evidence: String,
    /// Marks of the consultant: hurts, ask later, set aside.
    marks: Vec<String>,
    /// The client's words, and whether they may be printed; absent without any.
    quote: Option<String>,
    /// The private note; absent without one.
    note: Option<String>,
}

/// A private note.
#[derive(Debug, Serialize)]
pub(super) struct NoteView {
    /// What kind of note it is.
    #[serde(skip)]
    of: NoteKind,
    /// What kind of note it is, in words.
    kind: String,
    /// The part or question it is about; empty where it is about nothing in particular.
    about: String,
    /// What was noted.
    text: String,
}

impl NoteView {
    /// Whether it is of that kind.
    pub(super) fn is(&self, kind: NoteKind) -> bool {
        self.of == kind
    }

    /// The note in one line, with what it is about.
    pub(super) fn into_line(self) -> String {
        if self.about.is_empty() { self.text } else { format!("{}: {}", self.about, self.text) }
    }
}

/// All answers, area by area, those set aside included.
pub(super) fn groups(material: &Material) -> Vec<AnswerGroup> {
    let areas = material.selection.questionnaires.iter().flat_map(|one| one.areas.iter().map(move |area| (one, area)));
    areas
        .map(|(questionnaire, area)| AnswerGroup {
            title: material.text(&area.title).to_owned(),
            rows: questionnaire
                .questions_of(&area.id)
                .filter_map(|question| {
                    let answer = material.assessment.answer(&question.id)?;
                    internal::says_something(answer).then(|| line(material, question, answer))
                })
                .collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .collect()
}

fn line(material: &Material, question: &Question, answer: &Answer) -> AnswerLine {
    let words = material.words;
    let mut marks = Vec::new();
    let hidden = material.evaluation.standing(&question.id) == Standing::Hidden;
    for (is_so, key) in
        [(answer.pain, "internal.pain_mark"), (answer.later, "internal.later_mark"), (hidden, "internal.hidden")]
    {
        if is_so {
            marks.push(words.get(key).to_owned());
        }
    }
    let key = if answer.shareable { "internal.quote_shareable" } else { "internal.quote_private" };
    let text =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    AnswerLine {
        label: material.text(&question.label).to_owned(),
        answer: said(material, question, answer),
        evidence: answer.value().map(|_| material.show.evidence(answer.evidence())).unwrap_or_default(),
        marks,
        quote: text(&answer.quote).map(|quote| words.fill(key, &[("quote", &quote)])),
        note: text(&answer.note),
    }
}

/// What was answered, or why there is no answer.
pub(super) fn said(material: &Material, question: &Question, answer: &Answer) -> String {
    match &answer.status {
        Status::Answered(value) if matches!(question.kind, Kind::Text { .. }) => {
            value.as_text().unwrap_or_default().trim().to_owned()
        }
        Status::Answered(_) => material.answer_line(question, answer).unwrap_or_default(),
        Status::NotApplicable { reason } if !reason.is_empty() => {
            format!("{}: {reason}", material.show.status(&answer.status))
        }
        Status::Owed { who, by } => {
            let by = by.map(|date| material.show.date(date));
            let parts = [Some(material.show.status(&answer.status)), Some(who.clone()), by];
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Status::Open => String::new(),
        status => material.show.status(status),
    }
}

/// All private notes, in order of entry.
pub(super) fn notes(material: &Material) -> Vec<NoteView> {
    let about = |id: &str| match material.selection.question(id) {
        Some(question) => material.text(&question.label).to_owned(),
        None => material.area_title(Some(id)),
    };
    let kind = |kind: NoteKind| match kind {
        NoteKind::Note => "internal.note_kind.note",
        NoteKind::Todo => "internal.note_kind.todo",
        NoteKind::Scratch => "internal.note_kind.scratch",
    };
    let view = |note: &crate::assessment::Note| NoteView {
        of: note.kind,
        kind: material.words.get(kind(note.kind)).to_owned(),
        about: about(&note.area),
        text: note.text.trim().to_owned(),
    };
    material.assessment.notes.iter().map(view).collect()
}
