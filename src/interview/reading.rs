//! A sitting in which everything can be looked at and nothing is changed: another one has the file, or it is damaged.

use jiff::Timestamp;

use super::{Action, CallKeys, Effect, Interview, Keys, Message, SaveStatus};
use crate::assessment::Assessment;

impl Interview {
    /// The same sitting for reading only, for that reason.
    #[must_use]
    pub fn only_reading(mut self, reason: String) -> Self {
        self.saved = SaveStatus::OnlyReading(reason);
        self
    }

    /// Why nothing can be changed, when nothing can.
    pub fn reading_because(&self) -> Option<&str> {
        match &self.saved {
            SaveStatus::OnlyReading(reason) => Some(reason),
            _ => None,
        }
    }

    /// Says anew why nothing can be changed.
    pub fn keep_reading(&mut self, reason: String) {
        self.saved = SaveStatus::OnlyReading(reason);
    }

    /// Shows what the file holds now; it is another's.
    pub fn see_again(&mut self, theirs: Assessment) {
        let saved = self.saved.clone();
        self.adopt(theirs);
        self.saved = saved;
    }

    /// Goes on as a sitting that writes, with what the file holds now.
    pub fn write_from_now_on(&mut self, theirs: Assessment) {
        self.adopt(theirs);
        self.saved = SaveStatus::Unchanged;
    }

    /// Follows an action as long as it only looks; whatever would begin to write is answered instead.
    pub(super) fn look_only(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        // Taken back as a whole: no way of writing, not even one that is added later, can be forgotten here.
        let before = self.clone();
        let wants_save = action == Action::Save;
        let mut effects = self.follow(action, now);
        let had_effects = effects.len();
        effects.retain(|effect| *effect != Effect::Save);
        let writes = wants_save || effects.len() < had_effects || self.assessment != before.assessment;
        let begins = self.is_writing() && !before.is_writing();
        if effects.contains(&Effect::RenderReport) {
            // A report can be made of what is read; only that the assessment is completed is not written.
            self.assessment = before.assessment;
            self.evaluation = before.evaluation;
            self.saved = before.saved;
        } else if begins && !writes && self.at != before.at {
            // One arrives at a field as one does anywhere; only that nothing is typed into it.
            self.engaged = false;
            self.show_answer();
        } else if writes || begins {
            *self = before;
            self.now = now;
            self.message = Some(Message::OnlyReading);
            return effects.into_iter().filter(|effect| *effect == Effect::Quit).collect();
        }
        effects
    }

    /// Whether letters are text that would be stored.
    fn is_writing(&self) -> bool {
        match self.keys() {
            Keys::Writing | Keys::Cells | Keys::Prompt | Keys::YesNo | Keys::Scratch | Keys::GoalForm => true,
            Keys::Call(keys) => matches!(keys, CallKeys::Words | CallKeys::NextStep),
            _ => false,
        }
    }
}
