//! The scratch line: what is said faster than it can be sorted, typed at the bottom without leaving anything.

use jiff::Timestamp;

use super::{Edit, Effect, Interview, Line, Message, Typed, Write};
use crate::assessment::{Note, NoteKind};

impl Interview {
    /// The scratch line, while one is being typed.
    pub fn scratch(&self) -> Option<&Line> {
        self.scratch.as_ref()
    }

    /// How many scratch lines wait to be sorted.
    pub fn scratch_lines(&self) -> usize {
        self.assessment.notes.iter().filter(|note| note.kind == NoteKind::Scratch).count()
    }

    /// Opens the scratch line over whatever has the keyboard; nothing else changes.
    pub(super) fn begin_scratch(&mut self) -> Vec<Effect> {
        if !self.is_self() {
            self.scratch.get_or_insert_default();
        }
        Vec::new()
    }

    pub(super) fn edit_scratch(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        let Some(line) = &mut self.scratch else { return Vec::new() };
        if *edit == Edit::Enter {
            let text = line.text().trim().to_owned();
            self.scratch = None;
            if text.is_empty() {
                return Vec::new();
            }
            let effects = self.add_note(NoteKind::Scratch, text, now);
            self.message = Some(Message::ScratchKept(self.scratch_lines()));
            return effects;
        }
        if line.edit(edit) == Typed::TooLong {
            self.message = Some(Message::Refused(super::Refusal::TooLong));
        }
        Vec::new()
    }

    /// Adds a note at the current question, stamped with the time.
    pub(super) fn add_note(&mut self, kind: NoteKind, text: String, now: Timestamp) -> Vec<Effect> {
        // The file is for people: fractions of a second say nothing to them.
        let at = Some(Timestamp::from_second(now.as_second()).unwrap_or(now));
        let mut notes = self.assessment.notes.clone();
        notes.push(Note { at, area: self.question().id.clone(), kind, text });
        self.record_all(vec![Write::Notes(notes)], now)
    }
}
