//! What is still open, contradictory, put off, or left to be done before the end.

use jiff::Timestamp;

use super::{Call, Edit, Effect, Go, Interview, Message, NextStepForm, Panel, Tidy, step};
use crate::evaluation::Standing;
use crate::questionnaire::Question;

/// Why something is worth another look.
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
    /// It hurts.
    Flagged,
    /// A scratch line waits to be sorted.
    Scratch,
    /// The client does not know.
    Unknown,
    /// Nothing was agreed to happen next.
    NextStep,
}

/// What a line of the review leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A question, by its id.
    Question(String),
    /// A scratch line, by its place among those left.
    Line(usize),
    /// The form for what happens next.
    NextStep,
}

/// The list, and the line under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Why, and what it leads to, grouped by matter.
    pub entries: Vec<(Matter, Subject)>,
    /// The line under the cursor.
    pub cursor: usize,
}

impl Review {
    /// Everything worth another look, in the questionnaire's order inside each matter; what is private only where it may be
    /// seen.
    pub fn new(interview: &Interview) -> Self {
        let evaluation = interview.evaluation();
        let mut entries: Vec<(Matter, Subject)> = evaluation
            .contradictions
            .iter()
            .map(|contradiction| (Matter::Contradiction, Subject::Question(contradiction.question.clone())))
            .collect();
        let visible = || interview.selection().questions().filter(|question| evaluation.is_visible(&question.id));
        let of = |matter, wanted: &dyn Fn(&Question) -> bool| -> Vec<(Matter, Subject)> {
            visible().filter(|one| wanted(one)).map(|one| (matter, Subject::Question(one.id.clone()))).collect()
        };
        let stands = |id: &str, standing| evaluation.standing(id) == standing;
        let answer = |id: &str| interview.assessment().answer(id);
        let is_later = |id: &str| answer(id).is_some_and(|answer| answer.later);
        let required = |one: &Question| one.flags.required && stands(&one.id, Standing::Open) && !is_later(&one.id);
        entries.extend(of(Matter::Required, &required));
        entries.extend(of(Matter::Later, &|one| is_later(&one.id)));
        entries.extend(of(Matter::Owed, &|one| stands(&one.id, Standing::Owed)));
        if interview.shows_private() {
            entries.extend(of(Matter::Flagged, &|one| answer(&one.id).is_some_and(|answer| answer.pain)));
            let lines = 0..interview.to_tidy().len();
            entries.extend(lines.map(|line| (Matter::Scratch, Subject::Line(line))));
        }
        entries.extend(of(Matter::Unknown, &|one| stands(&one.id, Standing::Unknown)));
        if !interview.is_self() && interview.assessment().next_step.is_none() {
            entries.push((Matter::NextStep, Subject::NextStep));
        }
        Self { entries, cursor: 0 }
    }

    /// The list as it stands now, the cursor on what it was on, or where that was.
    fn renewed(&self, interview: &Interview) -> Self {
        let mut new = Self::new(interview);
        let here = self.entries.get(self.cursor);
        let found = here.and_then(|here| new.entries.iter().position(|entry| entry == here));
        new.cursor = found.unwrap_or(self.cursor).min(new.entries.len().saturating_sub(1));
        new
    }

    /// Follows one edit; gives what to go to.
    pub fn edit(&mut self, edit: &Edit) -> Option<Subject> {
        match edit {
            Edit::Up | Edit::Down => {
                self.cursor = step(Some(self.cursor), self.entries.len(), *edit == Edit::Down).unwrap_or(0);
            }
            Edit::Enter => return self.entries.get(self.cursor).map(|(_, subject)| subject.clone()),
            _ => {}
        }
        None
    }
}

impl Interview {
    /// Goes to what a line of the review leads to; Escape there comes back to the list.
    pub(super) fn look_at(&mut self, subject: Subject, now: Timestamp) -> Vec<Effect> {
        match subject {
            Subject::Question(id) => {
                let review = self.panel.take();
                let effects = self.go(&Go::To(id), false, now);
                self.aside = review;
                self.message = Some(Message::Aside);
                return effects;
            }
            Subject::Line(cursor) => self.lay_over(Panel::Tidy(Tidy { cursor })),
            Subject::NextStep => self.lay_over(Panel::Call(Call::NextStep(Box::new(NextStepForm::new(self))))),
        }
        Vec::new()
    }

    /// A panel that comes back, as it stands now.
    pub(super) fn renewed(&self, panel: Panel) -> Panel {
        match panel {
            Panel::Review(review) => Panel::Review(review.renewed(self)),
            Panel::Accounts(open) => Panel::Accounts(self.renewed_accounts(open)),
            panel => panel,
        }
    }
}
