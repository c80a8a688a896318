//! One short thing to be typed beside an answer: a reason, a name, a date, a quote, a note.

use jiff::civil::Date;

use super::{Edit, Line, Refusal, Typed, parse_date};
use crate::assessment::Change;

/// A prompt under the question.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What is asked.
    pub kind: PromptKind,
    /// The question it is about, when that is not the current one.
    pub about: Option<String>,
    /// What is typed.
    pub line: Line,
    /// Why it was not taken.
    pub refused: Option<Refusal>,
}

/// What a prompt asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromptKind {
    /// Why the question does not apply.
    Reason,
    /// Who will look the answer up.
    OwedWho,
    /// By when that person will.
    OwedBy {
        /// Who.
        who: String,
    },
    /// The client's own words.
    Quote,
    /// Whether those may be printed for the client.
    Shareable,
    /// A private note.
    Note,
    /// Something to do.
    Todo,
}

/// What comes of an edit in a prompt.
#[derive(Debug, Clone, PartialEq)]
pub enum Prompted {
    /// It stays open.
    Stay,
    /// It asks the next thing.
    Ask(Prompt),
    /// It is done.
    Record {
        /// What is recorded.
        change: Change,
        /// What is asked next.
        then: Option<Prompt>,
        /// Whether the conversation goes on.
        go: bool,
    },
    /// It is done, and this is something to do.
    Todo(String),
    /// It is done, and nothing changes.
    Close,
}

impl PartialEq for Prompt {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.line == other.line
    }
}

impl Prompt {
    /// A prompt that shows what is already there.
    pub fn new(kind: PromptKind, text: impl Into<String>) -> Self {
        Self { kind, about: None, line: Line::new(text), refused: None }
    }

    /// Follows one edit; Enter takes what is typed.
    pub fn edit(&mut self, edit: &Edit, today: Date) -> Prompted {
        self.refused = None;
        match (&self.kind, edit) {
            (PromptKind::Shareable, Edit::Insert(typed)) => match typed.to_lowercase().as_str() {
                "y" => Prompted::Record { change: Change::Shareable(true), then: None, go: false },
                "n" => Prompted::Record { change: Change::Shareable(false), then: None, go: false },
                _ => Prompted::Stay,
            },
            (PromptKind::Shareable, Edit::Enter) => Prompted::Close,
            (PromptKind::Shareable, _) => Prompted::Stay,
            (_, Edit::Enter) => self.enter(today),
            _ => {
                if self.line.edit(edit) == Typed::TooLong {
                    self.refused = Some(Refusal::TooLong);
                }
                Prompted::Stay
            }
        }
    }

    fn enter(&mut self, today: Date) -> Prompted {
        let text = self.line.text().trim().to_owned();
        let given = (!text.is_empty()).then(|| text.clone());
        let done = |change, go| Prompted::Record { change, then: None, go };
        match &self.kind {
            PromptKind::Reason => done(Change::NotApplicable { reason: text }, true),
            PromptKind::OwedWho => Prompted::Ask(Self::new(PromptKind::OwedBy { who: text }, "")),
            PromptKind::OwedBy { who } => match (given, parse_date(&text, today)) {
                (None, _) => done(Change::Owed { who: who.clone(), by: None }, true),
                (Some(_), Some(by)) => done(Change::Owed { who: who.clone(), by: Some(by) }, true),
                (Some(_), None) => {
                    self.refused = Some(Refusal::Date);
                    Prompted::Stay
                }
            },
            PromptKind::Quote => Prompted::Record {
                then: given.is_some().then(|| Self::new(PromptKind::Shareable, "")),
                change: Change::Quote(given),
                go: false,
            },
            PromptKind::Note => done(Change::Note(given), false),
            PromptKind::Todo => given.map_or(Prompted::Close, Prompted::Todo),
            PromptKind::Shareable => Prompted::Close,
        }
    }
}
