//! The field of the current question: entering it, what an edit comes to, leaving it.

use jiff::Timestamp;

use super::{Edit, Editor, Effect, Go, Interview, Message, Step};
use crate::evaluation::Standing;

impl Interview {
    pub(super) fn edit_answer(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        if self.editor.has_field() && !self.engaged {
            let open = self.evaluation.standing(&self.question().id) == Standing::Open;
            match edit {
                Edit::Enter if open && self.editor.is_written() => return self.engage(),
                Edit::Enter => return self.go(&Go::Next, true, now),
                Edit::Insert(_) | Edit::Paste(_) => self.engaged = true,
                Edit::Up | Edit::Down | Edit::Left | Edit::Right if self.editor.is_written() => return self.engage(),
                _ => {}
            }
        }
        let mut editor = self.editor.clone();
        let step = self.with_context(|context| editor.edit(edit, context));
        self.editor = editor;
        self.take(step, now)
    }

    pub(super) fn take(&mut self, step: Step, now: Timestamp) -> Vec<Effect> {
        match step {
            Step::Stay => Vec::new(),
            Step::Record(change) => self.record(change, now),
            Step::RecordAndGo(change) => {
                self.engaged = false;
                let mut effects = self.record(change, now);
                effects.extend(self.go(&Go::Next, true, now));
                effects
            }
            Step::Go => {
                self.engaged = false;
                self.go(&Go::Next, true, now)
            }
            Step::Refused(reason) => {
                self.message = Some(Message::Refused(reason));
                Vec::new()
            }
        }
    }

    pub(super) fn engage(&mut self) -> Vec<Effect> {
        if self.editor.has_field() {
            self.engaged = true;
            let mut editor = self.editor.clone();
            self.with_context(|context| editor.engage(context));
            self.editor = editor;
        }
        Vec::new()
    }

    /// Stores what is being written and gives the keyboard back to the commands.
    pub(super) fn leave_field(&mut self, now: Timestamp) -> Vec<Effect> {
        if !self.engaged {
            return Vec::new();
        }
        self.engaged = false;
        let mut editor = self.editor.clone();
        let step = self.with_context(|context| editor.leave(context));
        self.editor = editor;
        match step {
            Step::Record(change) | Step::RecordAndGo(change) => self.record(change, now),
            Step::Refused(reason) => {
                self.message = Some(Message::NotKept(reason));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn leave(&mut self, now: Timestamp) -> Vec<Effect> {
        if self.scratch.take().is_some() {
            return Vec::new();
        }
        if let Some(effects) = self.leave_call(now) {
            return effects;
        }
        if let Some(effects) = self.leave_accounts() {
            return effects;
        }
        if self.panel.is_some() {
            return self.close();
        }
        if !self.engaged && self.come_back() {
            return Vec::new();
        }
        // Escape keeps a cell that is being typed, and leaves the table only from a cell at rest.
        let stays = self.engaged
            && match &self.editor {
                Editor::Table(table) => table.typing.is_some(),
                Editor::Maps(editor) => editor.asked.is_some() && !editor.maps.is_empty(),
                _ => false,
            };
        let effects = self.leave_field(now);
        if stays {
            self.engaged = true;
            return effects;
        }
        if self.sorting.is_some() {
            self.back_to_tidying();
        } else {
            self.show_answer();
        }
        effects
    }
}
