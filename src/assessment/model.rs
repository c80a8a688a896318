//! One client at one date: which questionnaires, every answer, how well each is known.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::account_list::AccountList;
use super::goal::{Goal, Moved};
use super::value::Value;

/// One client at one date.
///
/// It is what the file holds and nothing computed; see [`crate::evaluation`] for the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// `id@version` of each questionnaire it carries.
    pub questionnaires: Vec<String>,
    /// Who answers.
    pub mode: Mode,
    /// Whether it is finished.
    pub progress: Progress,
    /// Language tag, for example `en`.
    pub locale: String,
    /// ISO code of the one currency, for example `EUR`.
    pub currency: String,
    /// The date it speaks of; "the past year" counts back from here.
    pub date: Date,
    /// The file it follows up on.
    pub follows: Option<String>,
    /// When the client agreed that notes are taken.
    pub consent: Option<Timestamp>,
    /// The clock of a call that goes on, so that it outlives the program; nothing before a call and after its end.
    pub call: Option<CallClock>,
    /// The client.
    pub client: Party,
    /// The consultant.
    pub consultant: Party,
    /// The columns of the list of accounts, and what ranking it came to.
    pub accounts: AccountList,
    /// Answers by question id, unknown ids included; in order of id.
    pub answers: BTreeMap<String, Answer>,
    /// Private notes, things to do, scratch lines; in order of entry.
    pub notes: Vec<Note>,
    /// Goals, in order of entry; written through [`Assessment::set_goals`] alone.
    pub goals: Vec<Goal>,
    /// Actions of the 90-day plan that were moved by hand.
    pub moved: Moved,
    /// What happens next, agreed with the client.
    pub next_step: Option<NextStep>,
    /// Reactions to what was revealed.
    pub reveal: Vec<Reveal>,
}

impl Assessment {
    /// An empty assessment of today's date in euros.
    pub fn new(questionnaires: Vec<String>, mode: Mode, date: Date) -> Self {
        Self {
            questionnaires,
            mode,
            progress: Progress::InProgress,
            locale: "en".to_owned(),
            currency: "EUR".to_owned(),
            date,
            follows: None,
            consent: None,
            call: None,
            client: Party::default(),
            consultant: Party::default(),
            accounts: AccountList::default(),
            answers: BTreeMap::new(),
            notes: Vec::new(),
            goals: Vec::new(),
            moved: Moved::new(),
            next_step: None,
            reveal: Vec::new(),
        }
    }

    /// The answer to a question, when there is an entry for it.
    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.answers.get(id)
    }

    /// The value answered to a question.
    pub fn value(&self, id: &str) -> Option<&Value> {
        self.answer(id).and_then(Answer::value)
    }

    /// Whether a question's status is open: never asked, or asked and left.
    pub fn is_open(&self, id: &str) -> bool {
        self.answer(id).is_none_or(|answer| answer.status == Status::Open)
    }
}

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A consultant asks a client.
    Consultant,
    /// An owner answers alone.
    SelfAssessment,
}

/// Whether an assessment is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Being answered.
    InProgress,
    /// Finished.
    Completed,
}

/// A person or firm.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    /// Name of the firm or person.
    pub name: String,
    /// The person to speak to.
    pub contact: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Postal address.
    pub address: String,
    /// Web address.
    pub website: String,
    /// Size of the firm, in its own words.
    pub size: String,
}

/// What was said to one question, and how well it is known (domain.md 0.1).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Answered, unknown, not applicable, owed or open.
    pub status: Status,
    /// How well it is known; stated when absent.
    pub evidence: Option<Evidence>,
    /// Lower end of an "about" answer.
    pub low: Option<f64>,
    /// Upper end of an "about" answer.
    pub high: Option<f64>,
    /// The client's own words.
    pub quote: Option<String>,
    /// Whether the quote may be printed for the client.
    pub shareable: bool,
    /// Whether it hurt.
    pub pain: bool,
    /// Private note.
    pub note: Option<String>,
    /// In the ask-later tray.
    pub later: bool,
    /// When it was given.
    pub at: Option<Timestamp>,
}

impl Answer {
    /// A plain stated answer.
    pub fn of(value: Value) -> Self {
        Self { status: Status::Answered(value), ..Self::default() }
    }

    /// The value, when it is answered.
    pub fn value(&self) -> Option<&Value> {
        match &self.status {
            Status::Answered(value) => Some(value),
            _ => None,
        }
    }

    /// The evidence, stated when nothing was said of it.
    pub fn evidence(&self) -> Evidence {
        self.evidence.unwrap_or_default()
    }

    /// Whether it says nothing at all, so that the file needs no entry for it.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether a question has been answered; none of these but the first is ever a number.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Status {
    /// Not asked yet, or left.
    #[default]
    Open,
    /// Answered.
    Answered(Value),
    /// The client does not know.
    Unknown,
    /// It does not apply.
    NotApplicable {
        /// Why.
        reason: String,
    },
    /// The client will look it up.
    Owed {
        /// Who.
        who: String,
        /// By when.
        by: Option<Date>,
    },
}

/// How well an answer is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// A number nobody has looked up.
    Guess,
    /// Said, as far as the client knows.
    #[default]
    Stated,
    /// Seen by the consultant, for example by a test enquiry.
    Observed,
    /// Read from a system or document.
    Record,
}

impl Evidence {
    /// All of them, weakest first.
    pub const ALL: [Self; 4] = [Self::Guess, Self::Stated, Self::Observed, Self::Record];

    /// The word the file uses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Guess => "guess",
            Self::Stated => "stated",
            Self::Observed => "observed",
            Self::Record => "record",
        }
    }

    /// The evidence of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|evidence| evidence.id() == id)
    }
}

/// A private note, a thing to do, or a scratch line still to be sorted.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// When it was written.
    pub at: Option<Timestamp>,
    /// An area's or a question's id; may be empty.
    pub area: String,
    /// What it is.
    pub kind: NoteKind,
    /// Its text.
    pub text: String,
}

/// What a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// A private note.
    Note,
    /// A thing to do.
    Todo,
    /// A line typed in a hurry, to be sorted later.
    Scratch,
}

/// The clock of a call: `[call]` in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallClock {
    /// The id of the route that is followed.
    pub route: String,
    /// When it began; later by what pauses took.
    pub began: Timestamp,
    /// Since when it stands still.
    pub paused: Option<Timestamp>,
}

/// What happens next.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStep {
    /// What.
    pub text: String,
    /// When.
    pub date: Option<Date>,
    /// Who.
    pub who: String,
}

/// A reaction to a fact that was revealed.
#[derive(Debug, Clone, PartialEq)]
pub struct Reveal {
    /// The finding's id.
    pub finding: String,
    /// What the client said.
    pub reaction: String,
    /// Whether the client disputed it.
    pub disputed: bool,
}
