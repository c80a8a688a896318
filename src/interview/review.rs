//! What is still open, contradictory or put off.

use super::{Edit, Interview, step};
use crate::evaluation::Standing;

/// Why a question is worth another look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// It contradicts another answer.
    Contradiction,
    /// It is required, and open.
    Required,
    /// It was put off.
    Later,
    /// Somebody will look it up.
    Owed,
    /// The client does not know.
    Unknown,
}

/// The list, and the line under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// What and which question, grouped by matter.
    pub entries: Vec<(Matter, String)>,
    /// The line under the cursor.
    pub cursor: usize,
}

impl Review {
    /// Everything worth another look, in the questionnaire's order inside each matter.
    pub fn new(interview: &Interview) -> Self {
        let evaluation = interview.evaluation();
        let mut entries: Vec<(Matter, String)> = evaluation
            .contradictions
            .iter()
            .map(|contradiction| (Matter::Contradiction, contradiction.question.clone()))
            .collect();
        let visible = || interview.selection().questions().filter(|question| evaluation.is_visible(&question.id));
        let mut add = |matter, wanted: &dyn Fn(&crate::questionnaire::Question) -> bool| {
            entries.extend(visible().filter(|one| wanted(one)).map(|question| (matter, question.id.clone())));
        };
        let stands = |id: &str, standing| evaluation.standing(id) == standing;
        let is_later = |id: &str| interview.assessment().answer(id).is_some_and(|answer| answer.later);
        add(Matter::Required, &|one| one.flags.required && stands(&one.id, Standing::Open) && !is_later(&one.id));
        add(Matter::Later, &|one| is_later(&one.id));
        add(Matter::Owed, &|one| stands(&one.id, Standing::Owed));
        add(Matter::Unknown, &|one| stands(&one.id, Standing::Unknown));
        Self { entries, cursor: 0 }
    }

    /// Follows one edit; gives the question to jump to.
    pub fn edit(&mut self, edit: &Edit) -> Option<String> {
        match edit {
            Edit::Up | Edit::Down => {
                self.cursor = step(Some(self.cursor), self.entries.len(), *edit == Edit::Down).unwrap_or(0);
            }
            Edit::Enter => return self.entries.get(self.cursor).map(|(_, id)| id.clone()),
            _ => {}
        }
        None
    }
}
