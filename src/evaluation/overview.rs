//! What a list says of an assessment, without what only its own sitting and report need.

use super::facts::Facts;
use super::judge::Judge;
use super::{Standing, overall_of, scored_areas, settle};
use crate::assessment::Assessment;
use crate::questionnaire::Selection;

/// An assessment in three figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overview {
    /// Questions that are shown and no longer open.
    pub answered: usize,
    /// Questions that are shown.
    pub shown: usize,
    /// The first overall score that can be given, 0 to 100.
    pub score: Option<f64>,
}

/// Computes what a list says: the same figures as [`evaluate`](super::evaluate), in about half the time.
///
/// Findings, goals, worth and plan are left out; nothing a score is made of rests on them.
pub fn overview(selection: &Selection, assessment: &Assessment) -> Overview {
    let facts = Facts::gather(selection, assessment);
    settle(selection, &facts, &Judge::over(&facts));
    let standings = || facts.questions.values().map(|fact| fact.standing()).filter(|one| *one != Standing::Hidden);
    let score = |questionnaire| overall_of(&facts, questionnaire, &scored_areas(&facts, questionnaire)).0.score;
    Overview {
        answered: standings().filter(|standing| *standing != Standing::Open).count(),
        shown: standings().count(),
        score: selection.questionnaires.iter().find_map(|questionnaire| score(questionnaire)),
    }
}
