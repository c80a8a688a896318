//! Pasting and taking back inside whatever field is being written.

use jiff::Timestamp;

use super::{Edit, Editor, Effect, Goals, Interview, LONGEST_TEXT, Line, Message, Panel, Typed, without_controls};

impl Interview {
    /// Pastes a text where typing goes, without its control characters, and says what was left out.
    pub(super) fn paste(&mut self, text: &str, now: Timestamp) -> Vec<Effect> {
        let (text, dropped) = without_controls(text);
        let before = self.written().map_or(0, |line| line.text().len());
        let size = text.len();
        let effects = self.edit(&Edit::Paste(text), now);
        let after = self.written().map_or(0, |line| line.text().len());
        let cut = after > before && before + size > LONGEST_TEXT;
        if dropped > 0 || cut {
            self.message = Some(Message::Pasted { dropped, cut });
        }
        effects
    }

    /// Takes back what was done in the field last, or does it again; in a table or list at rest the last change.
    pub(super) fn turn_back_in_field(&mut self, again: bool, now: Timestamp) -> Vec<Effect> {
        let edit = if again { Edit::Redo } else { Edit::Undo };
        if self.written_mut().is_some_and(|line| line.edit(&edit) == Typed::Done) {
            return Vec::new();
        }
        let is_at_rest = match &self.editor {
            Editor::List(editor) => editor.line.is_empty(),
            Editor::Table(editor) => editor.typing.is_none(),
            Editor::Maps(editor) => editor.is_at_rest(),
            _ => false,
        };
        if self.panel.is_some() || self.scratch.is_some() || !is_at_rest {
            self.message = Some(Message::NothingInField);
            return Vec::new();
        }
        self.turn_back(again, now)
    }

    /// The line that is being written, wherever that is.
    fn written(&self) -> Option<&Line> {
        match (&self.scratch, &self.panel) {
            (Some(line), _) => Some(line),
            (None, Some(Panel::Prompt(prompt))) => Some(&prompt.line),
            (None, Some(Panel::Picker(picker))) => Some(&picker.filter),
            (None, Some(_)) => None,
            (None, None) => self.editor.line(),
        }
    }

    fn written_mut(&mut self) -> Option<&mut Line> {
        match (&mut self.scratch, &mut self.panel) {
            (Some(line), _) => Some(line),
            (None, Some(Panel::Prompt(prompt))) => Some(&mut prompt.line),
            (None, Some(Panel::Goals(Goals::Form(form)))) => Some(&mut form.lines[form.field as usize]),
            (None, Some(_)) => None,
            (None, None) => self.editor.line_mut(),
        }
    }
}
