//! What lies over the question: opening it, finishing, keeping what is being typed when the sitting ends.

use jiff::Timestamp;

use super::{Edit, Effect, Finish, Goals, Interview, Message, Open, Panel, Picker, PromptKind, Purpose, Review, Tidy};
use crate::assessment::{Change, NoteKind, Progress};

impl Interview {
    pub(super) fn open(&mut self, open: Open, now: Timestamp) -> Vec<Effect> {
        if self.refuses(open) {
            return Vec::new();
        }
        let effects = self.leave_field(now);
        let panel = match (open, &self.panel) {
            (Open::Help, Some(Panel::Help(_))) | (Open::Hints, Some(Panel::Hints(_))) => {
                self.close();
                return effects;
            }
            (Open::Help, _) => Panel::Help(0),
            (Open::Hints, _) => Panel::Hints(0),
            (Open::Review, _) => Panel::Review(Review::new(self)),
            (Open::Finish, _) => self.asked_to_finish(),
            (Open::Call(screen), _) => {
                let mut effects = effects;
                effects.extend(self.open_call(screen, now));
                return effects;
            }
            (Open::Accounts, _) => {
                let mut effects = effects;
                effects.extend(self.open_accounts(now));
                return effects;
            }
            (Open::Picker, _) => {
                let at = if self.is_sorted_by_best() { "" } else { self.question().id.as_str() };
                Panel::Picker(Picker::new(Purpose::Jump, self.searchable(|_| true), at))
            }
            (Open::Tray, _) if self.put_off() == 0 => {
                self.message = Some(Message::TrayEmpty);
                return effects;
            }
            (Open::Tray, _) => {
                let put_off = self.searchable(|question| self.is_put_off(&question.id));
                Panel::Picker(Picker::new(Purpose::Tray, put_off, ""))
            }
            (Open::Tidy, _) if self.scratch_lines() == 0 => {
                self.message = Some(Message::NothingToTidy);
                return effects;
            }
            (Open::Goals, _) => Panel::Goals(Goals::List(0)),
            (Open::Options, _) => Panel::Goals(Goals::Options { at: 0, scroll: 0 }),
            (Open::Plan, _) => Panel::Goals(Goals::Plan(0)),
            (Open::Tidy, _) => Panel::Tidy(Tidy::default()),
        };
        self.lay_over(panel);
        effects
    }

    /// Lays a panel over what is there; a list comes back when what lies over it is closed.
    pub(super) fn lay_over(&mut self, panel: Panel) {
        match self.panel.take() {
            Some(
                stays @ (Panel::Goals(Goals::List(_))
                | Panel::Review(_)
                | Panel::Tidy(_)
                | Panel::Hints(_)
                | Panel::Help(_)
                | Panel::Accounts(_)),
            ) => {
                self.beneath.push(stays);
            }
            Some(Panel::Finish(Finish::Asked(open))) => self.beneath.push(Panel::Finish(Finish::Asked(open))),
            _ => {}
        }
        self.panel = Some(panel);
    }

    /// Closes what lies over the question; what lay beneath it is back.
    pub(super) fn close(&mut self) -> Vec<Effect> {
        self.panel = self.beneath.pop().map(|panel| self.renewed(panel));
        Vec::new()
    }

    pub(super) fn finish(&mut self) -> Vec<Effect> {
        self.assessment.progress = Progress::Completed;
        self.assessment.call = None;
        self.begin_saving();
        self.beneath.clear();
        self.panel = Some(Panel::Finish(Finish::Rendering));
        vec![Effect::Save, Effect::RenderReport]
    }

    /// Records a quote, a note or a scratch line that is still being typed when the sitting ends.
    pub(super) fn keep_words(&mut self, now: Timestamp) -> Vec<Effect> {
        let mut effects = self.edit_scratch(&Edit::Enter, now);
        effects.extend(self.keep_prompt(now));
        effects
    }

    fn keep_prompt(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(Panel::Prompt(prompt)) = &self.panel else { return Vec::new() };
        let text = prompt.line.text().trim();
        let change = match prompt.kind {
            _ if text.is_empty() => return Vec::new(),
            PromptKind::Quote => Change::Quote(Some(text.to_owned())),
            PromptKind::Note => Change::Note(Some(text.to_owned())),
            PromptKind::Todo => {
                let text = text.to_owned();
                return self.add_note(NoteKind::Todo, text, now);
            }
            _ => return Vec::new(),
        };
        self.record(change, now)
    }
}
