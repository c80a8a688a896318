//! What is not known yet, and what the client was going to send.

use serde::Serialize;

use super::Material;
use crate::evaluation::QuestionnaireEvaluation;
use crate::questionnaire::{Questionnaire, ScoredBy};

/// What is not known yet.
#[derive(Debug, Serialize)]
pub(super) struct Unknown {
    /// How many figures are not known or how many answers are on their way.
    pub(super) headline: String,
    /// Don't-know findings, in the questionnaire's order.
    figures: Vec<Figure>,
    /// Answers somebody is looking up.
    owed: Vec<Owed>,
}

#[derive(Debug, Serialize)]
struct Figure {
    /// What is not known, in a sentence.
    statement: String,
    /// The part it belongs to.
    area: String,
}

#[derive(Debug, Serialize)]
struct Owed {
    /// What was going to be sent.
    what: String,
    /// By whom; absent where nobody is named.
    who: Option<String>,
    /// By when; absent without a date.
    by: Option<String>,
}

/// Builds the part; nothing when everything asked is known.
pub(super) fn build(material: &Material) -> Option<Unknown> {
    // What single answers leave open stands in the part of their questionnaire: it is no figure to be recorded.
    let pairs = material.selection.questionnaires.iter().zip(&material.evaluation.questionnaires);
    let all = pairs.filter(|(one, _)| one.scored_by == ScoredBy::Areas).flat_map(|(_, one)| &one.findings);
    let figures: Vec<_> = all
        .filter(|fired| fired.dont_know.is_some())
        .map(|fired| Figure {
            statement: material.finding_statement(fired),
            area: material.area_title(fired.area.as_deref()),
        })
        .collect();
    let owed: Vec<_> = material
        .owed()
        .map(|(question, who, by)| Owed {
            what: material.text(&question.label).to_owned(),
            who: Some(who).filter(|who| !who.is_empty()),
            by: by.map(|date| material.show.date(date)),
        })
        .collect();
    let headline = match (figures.len(), owed.len()) {
        (0, 0) => return None,
        (0, owed) => material.words.counted("unknown.headline_owed", owed, &[]),
        (figures, _) => material.words.counted("unknown.headline", figures, &[]),
    };
    Some(Unknown { headline, figures, owed })
}

/// What is not known yet of a questionnaire whose single answers make the score, a sentence each; none of any other.
pub(super) fn of_single_answers(
    material: &Material,
    questionnaire: &Questionnaire,
    evaluation: &QuestionnaireEvaluation,
) -> Vec<String> {
    if questionnaire.scored_by != ScoredBy::Items {
        return Vec::new();
    }
    let unknown = evaluation.findings.iter().filter(|fired| fired.dont_know.is_some());
    unknown.map(|fired| material.finding_statement(fired)).collect()
}
