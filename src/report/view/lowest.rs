//! The answers that stand lowest where single answers make the score, and where each of them points (domain.md 2.2).

use serde::Serialize;

use super::Material;
use super::scales::{self, Rating};
use crate::display::sentence_start;
use crate::evaluation::QuestionnaireEvaluation;
use crate::questionnaire::{Kind, Question, Questionnaire, ScoredBy};

/// The lowest answers; pointers, never findings of their own.
#[derive(Debug, Serialize)]
pub(super) struct Lowest {
    /// What to see, in a sentence.
    headline: String,
    /// The answers, the lowest first.
    answers: Vec<LowAnswer>,
    /// How to read them, a sentence or two.
    note: String,
}

impl Lowest {
    /// What to see, in a sentence.
    pub(super) fn headline(&self) -> &str {
        &self.headline
    }
}

/// One of the lowest answers.
#[derive(Debug, Serialize)]
struct LowAnswer {
    /// What was asked, as a short noun phrase.
    label: String,
    /// What was answered.
    answer: String,
    /// What a fuller look would probably find; absent where the answer points nowhere.
    look: Option<String>,
    /// What usually helps; absent where the answer points nowhere.
    action: Option<String>,
}

/// Builds the list; nothing where areas are scored, without a score, or where every answer is the best there is.
pub(super) fn build(
    material: &Material,
    questionnaire: &Questionnaire,
    evaluation: &QuestionnaireEvaluation,
) -> Option<Lowest> {
    if questionnaire.scored_by != ScoredBy::Items || evaluation.overall.score.is_none() {
        return None;
    }
    let could_be_better = |id: &&String| {
        let item = evaluation.items.iter().find(|item| item.id == **id);
        item.and_then(|item| item.points).is_some_and(|points| points < 100.0)
    };
    let answers: Vec<_> =
        evaluation.lowest.iter().filter(could_be_better).filter_map(|id| low_answer(material, id)).collect();
    let headline = material.words.counted("systems.lowest", answers.len(), &[]);
    let fuller = questionnaire.questions.iter().any(|one| has_fuller(material, one));
    let note = material.words.get(if fuller { "systems.lowest_fuller" } else { "systems.lowest_note" }).to_owned();
    (!answers.is_empty()).then_some(Lowest { headline, answers, note })
}

fn low_answer(material: &Material, id: &str) -> Option<LowAnswer> {
    let question = material.readable(id)?;
    let answer = material.answer_line(question, material.answer(id)?)?;
    // Where the fuller questions were asked, their findings speak, and no guess of what they would find.
    let pointer = question.pointer.as_ref().filter(|_| !has_fuller(material, question));
    let said = |text: String| Some(text).filter(|text| !text.is_empty());
    Some(LowAnswer {
        label: material.text(&question.label).to_owned(),
        answer: sentence_start(&answer),
        look: pointer.and_then(|one| said(material.show.statement(&one.statement, None, &[]))),
        action: pointer.and_then(|one| said(material.text(&one.action).to_owned())),
    })
}

/// Whether the questionnaire an answer points to is part of the same assessment.
fn has_fuller(material: &Material, question: &Question) -> bool {
    let of = question.pointer.as_ref().map(|one| &one.questionnaire);
    material.selection.questionnaires.iter().any(|one| Some(&one.id) == of)
}

/// Every answer as a bar, where single answers make the score; none where areas are scored.
pub(super) fn all(
    material: &Material,
    questionnaire: &Questionnaire,
    evaluation: &QuestionnaireEvaluation,
) -> Vec<Rating> {
    if questionnaire.scored_by != ScoredBy::Items {
        return Vec::new();
    }
    let rating = |question: &Question| {
        let question = material.readable(&question.id)?;
        let points = evaluation.items.iter().find(|item| item.id == question.id)?.points?;
        let Kind::One(choices) = &question.kind else { return None };
        let answer = material.answer_line(question, material.answer(&question.id)?)?;
        let most = choices.len().saturating_sub(1).max(1);
        Some(scales::scored(material.text(&question.label), &sentence_start(&answer), points, most))
    };
    questionnaire.questions.iter().filter_map(rating).collect()
}
