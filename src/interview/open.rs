//! What lies over the question: opening it, finishing, keeping what is being typed when the sitting ends.

use jiff::Timestamp;

use super::{Effect, Finish, Interview, Open, Panel, Picker, PromptKind, Review, SaveStatus};
use crate::assessment::{Change, Progress};

impl Interview {
    pub(super) fn open(&mut self, open: Open, now: Timestamp) -> Vec<Effect> {
        let effects = self.leave_field(now);
        let locale = self.assessment.locale.clone();
        self.panel = match (open, &self.panel) {
            (Open::Help, Some(Panel::Help(_))) | (Open::Hints, Some(Panel::Hints)) => None,
            (Open::Help, _) => Some(Panel::Help(0)),
            (Open::Hints, _) => Some(Panel::Hints),
            (Open::Review, _) => Some(Panel::Review(Review::new(self))),
            (Open::Finish, _) => {
                let review = Review::new(self);
                let open = review.entries.iter().filter(|(matter, _)| *matter == super::Matter::Required).count();
                Some(Panel::Finish(Finish::Asked(open)))
            }
            (Open::Picker, _) => {
                let shown = self.selection.questions().filter(|one| self.evaluation.is_visible(&one.id));
                let with_area = shown.map(|one| (one, self.area_of(one).map_or("", |area| area.title.get(&locale))));
                Some(Panel::Picker(Picker::new(with_area, &self.question().id, &locale)))
            }
        };
        effects
    }

    pub(super) fn finish(&mut self) -> Vec<Effect> {
        self.assessment.progress = Progress::Completed;
        self.saved = SaveStatus::Saving;
        self.panel = Some(Panel::Finish(Finish::Rendering));
        vec![Effect::Save, Effect::RenderReport]
    }

    /// Records a quote or a note that is still being typed when the sitting ends.
    pub(super) fn keep_words(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(Panel::Prompt(prompt)) = &self.panel else { return Vec::new() };
        let text = prompt.line.text().trim();
        let change = match prompt.kind {
            _ if text.is_empty() => return Vec::new(),
            PromptKind::Quote => Change::Quote(Some(text.to_owned())),
            PromptKind::Note => Change::Note(Some(text.to_owned())),
            _ => return Vec::new(),
        };
        self.record(change, now)
    }
}
