//! Going from question to question; hidden ones are passed over.

use jiff::Timestamp;

use super::{Effect, Go, Interview, Message, Panel, Review};
use crate::evaluation::Standing;

impl Interview {
    /// Goes somewhere else, storing first what is being written.
    ///
    /// `writing` says the person is answering one question after another, so that a text is entered at once.
    pub(super) fn go(&mut self, go: &Go, writing: bool, now: Timestamp) -> Vec<Effect> {
        let effects = self.leave_field(now);
        let id = self.question().id.clone();
        self.came_in.remove(&id);
        let to = match go {
            Go::Next => self.next_place(),
            Go::Back => self.shown().take_while(|(place, _)| *place < self.at).last().map(|(place, _)| place),
            Go::NextOpen => {
                let is_open = |id: &str| self.evaluation.standing(id) == Standing::Open;
                let after = self.shown().find(|(place, id)| *place > self.at && is_open(id));
                after
                    .or_else(|| self.shown().find(|(place, id)| *place < self.at && is_open(id)))
                    .map(|(place, _)| place)
            }
            Go::Best => {
                let best = self.evaluation.next_questions.iter().find(|next| next.id != id);
                best.and_then(|best| self.place_of(&best.id))
            }
            Go::To(id) => self.place_of(id),
        };
        if *go == Go::Next && self.opens_on_the_way(to, now) {
            return effects;
        }
        match (to, go) {
            (Some(to), _) => self.arrive(to, writing),
            (None, Go::Next) => self.panel = Some(Panel::Review(Review::new(self))),
            (None, Go::Back) => self.message = Some(Message::AtTheStart),
            (None, Go::NextOpen | Go::Best) => self.message = Some(Message::NothingOpen),
            (None, Go::To(_)) => {}
        }
        effects
    }

    /// The shown question before the current one, and the one after.
    pub fn neighbours(&self) -> (Option<&str>, Option<&str>) {
        let before = self.shown().take_while(|(place, _)| *place < self.at).last();
        let after = self.shown().find(|(place, _)| *place > self.at);
        (before.map(|(_, id)| id), after.map(|(_, id)| id))
    }

    fn shown(&self) -> impl Iterator<Item = (usize, &str)> {
        let all = self.selection.questions().enumerate().map(|(place, question)| (place, question.id.as_str()));
        all.filter(|(_, id)| self.evaluation.is_visible(id))
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        self.selection.questions().position(|question| question.id == id)
    }

    pub(super) fn arrive(&mut self, at: usize, writing: bool) {
        self.at = at;
        self.panel = None;
        self.show_answer();
        let open = self.evaluation.standing(&self.question().id) == Standing::Open;
        self.engaged = writing && open && self.editor.is_written();
    }
}
