//! What changed between two assessments of one client: a pure function of the two (domain.md 6.6).
//!
//! Only what was answered both times under the same version of a questionnaire is compared; everything else is named in
//! [`Comparison::not_compared`] and left alone. `areas` compares scores, `answers` ratings, `figures` numbers, `progress` goals.

mod answers;
mod areas;
mod figures;
mod model;
mod progress;
mod season;

pub use model::*;

use crate::assessment::Assessment;
use crate::evaluation::Evaluation;
use crate::questionnaire::{Questionnaire, Selection};

/// One of the two assessments, with what was computed from it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Its questionnaires.
    pub selection: &'a Selection,
    /// Its answers.
    pub assessment: &'a Assessment,
    /// What follows from them.
    pub evaluation: &'a Evaluation,
}

/// Compares two assessments of one client; the limits are those of the later one's assumptions.
pub fn compare(earlier: Side<'_>, later: Side<'_>) -> Comparison {
    let mut questionnaires = Vec::new();
    let mut not_compared = Vec::new();
    for questionnaire in &later.selection.questionnaires {
        match earlier.selection.questionnaires.iter().find(|one| one.id == questionnaire.id) {
            Some(same) if same.version == questionnaire.version => {
                questionnaires.push(compare_one(earlier, later, questionnaire));
            }
            Some(other) => not_compared.push(NotCompared {
                questionnaire: questionnaire.id.clone(),
                reason: NotComparedReason::OtherVersion {
                    before: other.version.clone(),
                    now: questionnaire.version.clone(),
                },
            }),
            None => not_compared.push(missing_before(earlier.assessment, questionnaire)),
        }
    }
    let gone = earlier.selection.questionnaires.iter().filter(|one| {
        let id = &one.id;
        !later.selection.questionnaires.iter().any(|other| other.id == *id)
    });
    not_compared
        .extend(gone.map(|one| NotCompared { questionnaire: one.id.clone(), reason: NotComparedReason::OnlyBefore }));
    let (before, now) = (earlier.assessment.date, later.assessment.date);
    Comparison {
        before,
        now,
        days: season::days_between(before, now),
        same_season: season::is_same_season(before, now),
        same_currency: earlier.assessment.currency == later.assessment.currency,
        goals: progress::compare(earlier, later),
        questionnaires,
        not_compared,
    }
}

/// A questionnaire that the later assessment alone carries in a version that can be used.
fn missing_before(earlier: &Assessment, questionnaire: &Questionnaire) -> NotCompared {
    let carried = earlier.questionnaires.iter().find_map(|reference| {
        let (id, version) = reference.split_once('@').unwrap_or((reference, ""));
        (id == questionnaire.id).then(|| version.to_owned())
    });
    let reason = match carried {
        // the earlier file names it, in a version that is not installed
        Some(before) => NotComparedReason::OtherVersion { before, now: questionnaire.version.clone() },
        None => NotComparedReason::OnlyNow,
    };
    NotCompared { questionnaire: questionnaire.id.clone(), reason }
}

fn compare_one(earlier: Side<'_>, later: Side<'_>, questionnaire: &Questionnaire) -> QuestionnaireComparison {
    let areas = areas::compare(earlier, later, questionnaire);
    QuestionnaireComparison {
        id: questionnaire.id.clone(),
        version: questionnaire.version.clone(),
        overall: areas::overall(&areas, &later.selection.assumptions),
        answers: answers::compare(earlier, later, questionnaire),
        figures: figures::compare(earlier, later, questionnaire),
        areas,
    }
}
