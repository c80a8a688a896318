//! Every change, so that it can be taken back.

use jiff::Timestamp;

use super::{Effect, Interview, Message, SaveStatus};
use crate::assessment::{Answer, Change};
use crate::evaluation::Standing;

/// How many changes can be taken back.
const HISTORY: usize = 200;

impl Interview {
    /// Changes the current answer, so that it can be taken back.
    pub(super) fn record(&mut self, change: Change, now: Timestamp) -> Vec<Effect> {
        if self.history.len() == HISTORY {
            self.history.remove(0);
        }
        let hidden = |interview: &Self| {
            interview.evaluation.standings.values().filter(|standing| **standing == Standing::Hidden).count()
        };
        let before = hidden(self);
        let answer_before = self.write(change, now);
        self.history.push((self.at, answer_before));
        let after = hidden(self);
        self.message = match after.cmp(&before) {
            std::cmp::Ordering::Greater => Some(Message::SetAside(after - before)),
            std::cmp::Ordering::Less => Some(Message::CameBack(before - after)),
            std::cmp::Ordering::Equal => None,
        };
        self.saved = SaveStatus::Saving;
        vec![Effect::Save]
    }

    /// Writes a change to the current answer; the only place that does.
    pub(super) fn write(&mut self, change: Change, now: Timestamp) -> Option<Answer> {
        let id = self.question().id.clone();
        let before = self.assessment.record(&id, change, now);
        self.came_in.remove(&id);
        self.evaluate();
        self.choose_wording();
        before
    }
}
