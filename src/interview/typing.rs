//! What is being typed and not stored yet: named, so that it can be kept elsewhere and taken up again after a fall.

use jiff::Timestamp;

use super::{Call, Editor, Go, Interview, Line, Panel, Prompt, PromptKind};
use crate::assessment::Draft;

impl Interview {
    /// What is being typed; nothing when everything typed has been stored.
    pub fn typing(&self, now: Timestamp) -> Option<Draft> {
        let (place, text) = self.place_and_text()?;
        let question = self.question().id.clone();
        let questionnaire = self.selection.questionnaire_of(&question)?.reference();
        Some(Draft { at: now, questionnaire, question, place: place.to_owned(), text })
    }

    fn place_and_text(&self) -> Option<(&'static str, String)> {
        let worth = |place, line: &Line| (!line.text().trim().is_empty()).then(|| (place, line.text().to_owned()));
        if let Some(line) = &self.scratch {
            return worth("scratch", line);
        }
        match &self.panel {
            Some(Panel::Prompt(prompt)) => worth(place_of(&prompt.kind), &prompt.line),
            Some(Panel::Call(Call::NextStep(form))) => worth("words", &form.text),
            Some(Panel::Call(Call::Reveal(revealing))) => worth("words", revealing.typing.as_ref()?),
            Some(_) => None,
            None if self.engaged => {
                let (place, text) = worth("field", self.editor.line()?)?;
                let stored = self.answer().and_then(|answer| answer.value()?.as_text());
                (stored != Some(text.as_str())).then_some((place, text))
            }
            None => None,
        }
    }

    /// Puts a draft back where it was typed; where that place is not there any more, or is another questionnaire's, into a
    /// scratch line. It is not stored by that: Enter does it, as it would have then.
    pub fn take_up(&mut self, draft: &Draft, now: Timestamp) {
        let same = self.selection.questionnaire_of(&draft.question);
        let is_here = same.is_some_and(|one| one.reference() == draft.questionnaire);
        if is_here {
            self.go(&Go::To(draft.question.clone()), false, now);
        }
        let line = Line::new(draft.text.clone());
        if is_here && let Some(kind) = kind_of(&draft.place) {
            self.panel = Some(Panel::Prompt(Prompt::new(kind, draft.text.clone())));
            return;
        }
        if is_here && draft.place == "field" {
            self.engage();
            // A line of a list or a cell of a table has no name of its own to be found by.
            let is_whole = matches!(self.editor, Editor::Text(_) | Editor::Number(_) | Editor::Date(_));
            if let Some(field) = self.editor.line_mut().filter(|_| is_whole) {
                *field = line;
                return;
            }
        }
        self.scratch = Some(line);
    }
}

fn place_of(kind: &PromptKind) -> &'static str {
    match kind {
        PromptKind::Reason => "reason",
        PromptKind::OwedWho => "owed",
        PromptKind::Quote => "quote",
        PromptKind::Note => "note",
        PromptKind::Todo => "todo",
        PromptKind::OwedBy { .. } | PromptKind::Shareable => "words",
    }
}

fn kind_of(place: &str) -> Option<PromptKind> {
    match place {
        "reason" => Some(PromptKind::Reason),
        "owed" => Some(PromptKind::OwedWho),
        "quote" => Some(PromptKind::Quote),
        "note" => Some(PromptKind::Note),
        "todo" => Some(PromptKind::Todo),
        _ => None,
    }
}
