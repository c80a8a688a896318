//! How far the conversation has come, area by area.

use super::Interview;
use crate::evaluation::Standing;
use crate::questionnaire::{Area, Question};

/// How far an area has come.
#[derive(Debug, Clone)]
pub struct AreaProgress<'a> {
    /// The area.
    pub area: &'a Area,
    /// Its questions that are shown, and where each stands.
    pub questions: Vec<(&'a Question, Standing)>,
}

impl AreaProgress<'_> {
    /// How many of its questions are no longer open.
    pub fn done(&self) -> usize {
        self.questions.iter().filter(|(_, standing)| *standing != Standing::Open).count()
    }
}

impl Interview {
    /// Every area that has questions to show, in the order of the conversation.
    pub fn progress(&self) -> Vec<AreaProgress<'_>> {
        let areas = self.selection().questionnaires.iter().flat_map(|questionnaire| {
            questionnaire.areas.iter().map(|area| AreaProgress {
                area,
                questions: questionnaire
                    .questions_of(&area.id)
                    .map(|question| (question, self.evaluation().standing(&question.id)))
                    .filter(|(_, standing)| *standing != Standing::Hidden)
                    .collect(),
            })
        });
        areas.filter(|area| !area.questions.is_empty()).collect()
    }

    /// The place of the current question among those shown of its area, from 1, and their number.
    pub fn place_in_area(&self) -> (usize, usize) {
        let question = self.question();
        let Some(questionnaire) = self.selection().questionnaire_of(&question.id) else { return (0, 0) };
        let shown: Vec<_> = questionnaire
            .questions_of(&question.area)
            .filter(|one| one.id == question.id || self.evaluation().is_visible(&one.id))
            .collect();
        (shown.iter().position(|one| one.id == question.id).map_or(0, |at| at + 1), shown.len())
    }

    /// How many of the shown questions are no longer open, and how many there are.
    pub fn total(&self) -> (usize, usize) {
        let areas = self.progress();
        (areas.iter().map(AreaProgress::done).sum(), areas.iter().map(|area| area.questions.len()).sum())
    }
}
