//! Goals, options and the 90-day plan, laid over the question: what is under the cursor and what is done to it.

mod act;
mod form;

pub use form::{GoalField, GoalForm};

use super::{Edit, Effect, Interview};
use jiff::Timestamp;

/// Which of the three is open, and where its cursor is.
#[derive(Debug, Clone)]
pub enum Goals {
    /// The goals.
    List(usize),
    /// A goal being set or changed.
    Form(Box<GoalForm>),
    /// How a goal came about, scrolled down by that many lines.
    Explained {
        /// Which goal.
        goal: usize,
        /// Lines scrolled.
        scroll: usize,
    },
    /// The options.
    Options {
        /// The one under the cursor.
        at: usize,
        /// Lines its card is scrolled down.
        scroll: usize,
    },
    /// The plan, by the place of an action in its order.
    Plan(usize),
}

/// What is done to the goal, option or action under the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalAct {
    /// Sets a new goal.
    Add,
    /// Proposes it, or agrees it where the rules allow that.
    Agree,
    /// Gives it up; a draft is removed.
    Abandon,
    /// Notes the value reached, which closes it.
    Result,
    /// Shows how it came about.
    Explain,
    /// Moves an action to an earlier month.
    Earlier,
    /// Moves an action to a later month.
    Later,
    /// Lets an action stand where its urgency puts it.
    AsPlanned,
}

/// What became of it, for the status line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalNews {
    /// The goal is kept as typed.
    Kept,
    /// It is agreed.
    Agreed,
    /// It is proposed and may be agreed.
    Proposed,
    /// It is proposed and cannot be agreed yet.
    NotAgreed,
    /// It stays a draft; the list says what is missing.
    StillDraft,
    /// It is given up.
    Abandoned,
    /// It is closed.
    Closed,
    /// The draft is removed.
    Removed,
    /// The action is in that month of the plan now; 0 after it.
    MovedTo(u8),
    /// There is no room for it that early.
    NoRoom,
    /// It stands where its urgency puts it.
    AsPlanned,
}

impl Interview {
    /// Follows one edit while goals, options or plan are open.
    pub(in crate::interview) fn edit_goals(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        let (goals, options, actions) =
            (self.evaluation.goals.len(), self.evaluation.options.len(), self.evaluation.plan.order().count());
        let Some(super::Panel::Goals(panel)) = &mut self.panel else { return Vec::new() };
        let moved = |cursor: usize, length: usize| match edit {
            Edit::Down => (cursor + 1).min(length.saturating_sub(1)),
            _ => cursor.saturating_sub(1),
        };
        match (panel, edit) {
            (Goals::List(cursor), Edit::Up | Edit::Down) => *cursor = moved(*cursor, goals),
            // a card that is longer than its place is read to its end before the next one comes
            (Goals::Options { scroll, .. }, Edit::Down) if *scroll < self.reach => *scroll += 1,
            (Goals::Options { scroll, .. }, Edit::Up) if *scroll > 0 => *scroll -= 1,
            (Goals::Options { at, scroll }, Edit::Up | Edit::Down) => {
                let to = moved(*at, options);
                if to != *at {
                    (*at, *scroll) = (to, 0);
                }
            }
            (Goals::Plan(cursor), Edit::Up | Edit::Down) => *cursor = moved(*cursor, actions),
            (Goals::Explained { scroll, .. }, Edit::Down) => *scroll = (*scroll + 1).min(self.reach),
            (Goals::Explained { scroll, .. }, Edit::Up) => *scroll = scroll.saturating_sub(1),
            (Goals::Explained { .. }, _) => return self.close(),
            (Goals::List(cursor), Edit::Enter) => {
                let at = *cursor;
                self.change_goal(at);
            }
            (Goals::Options { at, .. }, Edit::Enter) => {
                let at = *at;
                return self.choose_option(at, now);
            }
            (Goals::Form(_), _) => return self.edit_form(edit, now),
            _ => {}
        }
        Vec::new()
    }
}
