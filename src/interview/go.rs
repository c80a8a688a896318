//! Going from question to question; hidden ones are passed over, and nothing forces an order.

use jiff::Timestamp;

use super::{Effect, Go, Interview, Message, Panel, Review};
use crate::evaluation::Standing;
use crate::questionnaire::Question;

impl Interview {
    /// Goes somewhere else, storing first what is being written.
    ///
    /// `writing` says the person is answering one question after another, so that a text is entered at once.
    pub(super) fn go(&mut self, go: &Go, writing: bool, now: Timestamp) -> Vec<Effect> {
        let effects = self.leave_field(now);
        if self.sorting.is_some() && *go == Go::Next {
            self.back_to_tidying();
            return effects;
        }
        self.sorting = None;
        let id = self.question().id.clone();
        self.came_in.remove(&id);
        let to = match go {
            Go::Next => self.next_place(),
            Go::Back => self.shown().take_while(|(place, _)| *place < self.at).last().map(|(place, _)| place),
            Go::NextOpen => self.next_open(|_| true),
            Go::NextRequired => self.next_open(|question| question.flags.required),
            Go::Best => {
                let best = self.evaluation.next_questions.iter().find(|next| next.id != id);
                best.and_then(|best| self.place_of(&best.id))
            }
            Go::To(id) => self.place_of(id),
            Go::Return | Go::Forth => self.place_been(*go == Go::Forth),
        };
        if *go == Go::Next && self.opens_on_the_way(to, now) {
            return effects;
        }
        let jumps = matches!(go, Go::NextOpen | Go::NextRequired | Go::Best | Go::To(_));
        match (to, go) {
            (Some(to), _) => {
                if jumps && to != self.at {
                    self.places.leave(self.at);
                }
                self.arrive(to, writing);
            }
            (None, Go::Next) if self.ends_in_a_picture() => self.show_picture(),
            (None, Go::Next) => self.panel = Some(Panel::Review(Review::new(self))),
            (None, Go::Back) => self.message = Some(Message::AtTheStart),
            (None, Go::NextOpen | Go::Best) => self.message = Some(Message::NothingOpen),
            (None, Go::NextRequired) => self.message = Some(Message::NothingRequired),
            (None, Go::Return | Go::Forth) => self.message = Some(Message::NowhereToReturn),
            (None, Go::To(_)) => {}
        }
        effects
    }

    /// The next open question of some kind after this one, then from the start; those put off come last.
    fn next_open(&self, wanted: impl Fn(&Question) -> bool) -> Option<usize> {
        let all: Vec<(usize, bool)> = self
            .selection
            .questions()
            .enumerate()
            .filter(|(at, one)| *at != self.at && self.evaluation.standing(&one.id) == Standing::Open && wanted(one))
            .map(|(at, one)| (at, self.is_put_off(&one.id)))
            .collect();
        let (ahead, behind): (Vec<_>, Vec<_>) = all.iter().partition(|(at, _)| *at > self.at);
        let in_turn = || ahead.iter().chain(&behind);
        in_turn().find(|(_, put_off)| !put_off).or_else(|| in_turn().next()).map(|(at, _)| *at)
    }

    fn place_been(&mut self, forth: bool) -> Option<usize> {
        let visible: Vec<bool> =
            self.selection.questions().map(|question| self.evaluation.is_visible(&question.id)).collect();
        self.places.step(forth, self.at, |place| visible.get(place).copied().unwrap_or(false))
    }

    /// Whether a question is in the ask-later tray.
    pub fn is_put_off(&self, id: &str) -> bool {
        self.assessment.answer(id).is_some_and(|answer| answer.later)
    }

    /// How many questions are in the ask-later tray.
    pub fn put_off(&self) -> usize {
        self.shown().filter(|(_, id)| self.is_put_off(id)).count()
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

    pub(super) fn place_of(&self, id: &str) -> Option<usize> {
        self.selection.questions().position(|question| question.id == id)
    }

    pub(super) fn arrive(&mut self, at: usize, writing: bool) {
        self.at = at;
        self.panel = None;
        self.beneath.clear();
        self.show_answer();
        let open = self.evaluation.standing(&self.question().id) == Standing::Open;
        self.engaged = writing && open && self.editor.is_written();
    }
}
