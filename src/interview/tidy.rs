//! Sorting scratch lines: each becomes an answer, a quote, a note, something to do, or is dropped.

use jiff::Timestamp;

use super::{Edit, Effect, Interview, Message, Panel, Picker, Prompt, PromptKind, Purpose, Write, step};
use crate::assessment::{Change, Note, NoteKind};

/// The scratch lines, and the one under the cursor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tidy {
    /// The place of the line among those left.
    pub cursor: usize,
}

/// What a scratch line becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// The answer to a question; the line is used up.
    Answer,
    /// The answer to a question; the line stays, since it holds more.
    AnswerOfSeveral,
    /// The client's own words to a question.
    Quote,
    /// A private note.
    Note,
    /// Something to do.
    Todo,
    /// Nothing.
    Nothing,
}

/// A scratch line that is being made an answer.
#[derive(Debug, Clone)]
pub(super) struct Sorting {
    /// The question chosen for it.
    question: String,
    text: String,
    /// Its place among the notes; none once it is used up, or when it stays.
    note: Option<usize>,
    /// Where the sitting was before.
    came_from: usize,
}

impl Interview {
    /// The scratch lines, each with its place among the notes.
    pub fn to_tidy(&self) -> Vec<(usize, &Note)> {
        let notes = self.assessment.notes.iter().enumerate();
        notes.filter(|(_, note)| note.kind == NoteKind::Scratch).collect()
    }

    /// The scratch line that is being made the current answer.
    pub fn source_line(&self) -> Option<&str> {
        let sorting = self.sorting.as_ref()?;
        (sorting.question == self.question().id && !self.is_shared()).then_some(sorting.text.as_str())
    }

    /// Moves among the lines; Enter makes one an answer.
    pub(super) fn edit_tidy(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        let left = self.scratch_lines();
        match (&mut self.panel, edit) {
            (_, Edit::Enter) if left == 0 => return self.close(),
            (_, Edit::Enter) => return self.tidy(Becomes::Answer, now),
            (Some(Panel::Tidy(tidy)), Edit::Up | Edit::Down) => {
                tidy.cursor = step(Some(tidy.cursor), left, *edit == Edit::Down).unwrap_or(0);
            }
            _ => {}
        }
        Vec::new()
    }

    /// Makes something of the line under the cursor.
    pub(super) fn tidy(&mut self, becomes: Becomes, now: Timestamp) -> Vec<Effect> {
        let Some(Panel::Tidy(Tidy { cursor })) = self.panel else { return Vec::new() };
        let Some(&(place, note)) = self.to_tidy().get(cursor) else { return self.close() };
        let mut notes = self.assessment.notes.clone();
        match becomes {
            Becomes::Answer | Becomes::AnswerOfSeveral | Becomes::Quote => {
                let purpose = match becomes {
                    Becomes::Answer => Purpose::Answer { note: place, stays: false },
                    Becomes::AnswerOfSeveral => Purpose::Answer { note: place, stays: true },
                    _ => Purpose::Quote { note: place },
                };
                let at = note.area.clone();
                let picker = self.picker(purpose, &at);
                self.lay_over(Panel::Picker(picker));
                return Vec::new();
            }
            Becomes::Note => notes[place].kind = NoteKind::Note,
            Becomes::Todo => notes[place].kind = NoteKind::Todo,
            Becomes::Nothing => {
                notes.remove(place);
            }
        }
        let effects = self.record_all(vec![Write::Notes(notes)], now);
        self.settle_tidy();
        effects
    }

    /// Goes to the question chosen for a line, the line in its field.
    pub(super) fn answer_from(&mut self, note: usize, stays: bool, question: &str) -> Vec<Effect> {
        let Some(text) = self.assessment.notes.get(note).map(|note| note.text.clone()) else { return self.close() };
        let Some(place) = self.place_of(question) else { return self.close() };
        let sorting = Sorting {
            question: question.to_owned(),
            text: text.clone(),
            note: (!stays).then_some(note),
            came_from: self.at,
        };
        self.arrive(place, false);
        let mut editor = self.editor.clone();
        self.engaged = self.with_context(|context| editor.prefill(&text, context));
        self.editor = editor;
        self.sorting = Some(sorting);
        Vec::new()
    }

    /// Makes a line the client's own words to a question, behind those that are there; then asks whether to share them.
    pub(super) fn quote_from(&mut self, note: usize, question: &str, now: Timestamp) -> Vec<Effect> {
        let mut notes = self.assessment.notes.clone();
        if note >= notes.len() {
            return self.close();
        }
        let text = notes.remove(note).text;
        let before = self.assessment.answer(question).and_then(|answer| answer.quote.clone());
        let quote = before.map_or(text.clone(), |before| format!("{before} … {text}"));
        let answer = Write::Answer(question.to_owned(), Change::Quote(Some(quote)));
        let effects = self.record_all(vec![answer, Write::Notes(notes)], now);
        self.close();
        self.settle_tidy();
        let prompt = Prompt { about: Some(question.to_owned()), ..Prompt::new(PromptKind::Shareable, "") };
        self.lay_over(Panel::Prompt(prompt));
        effects
    }

    /// The notes without the line an answer came from, the first time that answer is given.
    pub(super) fn notes_without_source(&mut self, question: &str) -> Option<Vec<Note>> {
        let sorting = self.sorting.as_mut().filter(|sorting| sorting.question == question)?;
        let place = sorting.note.take()?;
        let mut notes = self.assessment.notes.clone();
        if place < notes.len() {
            notes.remove(place);
        }
        Some(notes)
    }

    /// Back to the lines that are left, and to the question the sitting was at.
    pub(super) fn back_to_tidying(&mut self) {
        let Some(sorting) = self.sorting.take() else { return };
        self.arrive(sorting.came_from, false);
        if !self.is_shared() {
            self.panel = Some(Panel::Tidy(Tidy::default()));
        }
    }

    fn settle_tidy(&mut self) {
        let left = self.scratch_lines();
        if let Some(Panel::Tidy(tidy)) = &mut self.panel {
            tidy.cursor = tidy.cursor.min(left.saturating_sub(1));
        }
        if self.message.is_none() {
            self.message = Some(Message::LinesLeft(left));
        }
    }

    fn picker(&self, purpose: Purpose, at: &str) -> Picker {
        Picker::new(purpose, self.searchable(|_| true), at)
    }
}
