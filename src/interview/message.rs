//! What the status line says.

use jiff::civil::Time;

use super::{AccountsSaid, Branch, Changed, GoalNews, Refusal};

/// One thing to say until the next key; the view puts it into words.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// What was typed was not taken.
    Refused(Refusal),
    /// What was being typed when the field was left could not be kept.
    NotKept(Refusal),
    /// The change hides or reveals questions.
    Branch(Branch),
    /// The last change was taken back, and what that hides or reveals.
    Undone(Changed, Option<Branch>),
    /// The change taken back last was made again.
    Redone(Changed, Option<Branch>),
    /// There is nothing to take back.
    NothingToUndo,
    /// There is nothing to make again.
    NothingToRedo,
    /// There is nothing to take back in the field that is being written.
    NothingInField,
    /// The question is in the ask-later tray, with that many in all.
    PutOff(usize),
    /// The question is out of the tray; that many are left in it.
    TakenUp(usize),
    /// Nothing is in the tray.
    TrayEmpty,
    /// The scratch line is kept; that many wait to be sorted.
    ScratchKept(usize),
    /// That many scratch lines are left to sort.
    LinesLeft(usize),
    /// No scratch line waits.
    NothingToTidy,
    /// Something to do is noted.
    TodoKept,
    /// Outline and jump list are sorted by what could move the picture most, or no longer.
    Sorted(bool),
    /// What was pasted was cut to fit, or relieved of control characters.
    Pasted {
        /// How many control characters and sequences were left out.
        dropped: usize,
        /// Whether the end was cut off.
        cut: bool,
    },
    /// No required question is open any more.
    NothingRequired,
    /// No jump lies behind, or ahead.
    NowhereToReturn,
    /// No question is open any more.
    NothingOpen,
    /// What became of a goal, option or action.
    Goal(GoalNews),
    /// What became of the list of accounts.
    Accounts(AccountsSaid),
    /// This is the first question.
    AtTheStart,
    /// That many agreed goals have reached their deadline and want closing first.
    GoalsDue(usize),
    /// What is private is hidden from now on.
    Hidden,
    /// What is private is shown again.
    Shown,
    /// What was asked for is private, and the screen is shared.
    HiddenWhileShared,
    /// The questionnaire of that title was added to the assessment.
    Added(String),
    /// Nothing is proposed for the current question.
    NothingUsual,
    /// There is no further questionnaire.
    NothingToAdd,
    /// A screen waits to be come back to.
    Aside,
    /// No questionnaire of the assessment has a route for whoever answers.
    NoRoute,
    /// The report was handed over to be shown.
    Opened,
    /// The path can be pasted now.
    Copied,
    /// Something could not be done, and why.
    Failed(String),
    /// Nothing can be changed in this sitting.
    OnlyReading,
}

/// Whether what has been answered is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing has changed in this sitting.
    Unchanged,
    /// Being saved.
    Saving,
    /// Saved at that time of day.
    Saved(Time),
    /// Not saved, and why.
    NotSaved(String),
    /// Nothing is written in this sitting, and why.
    OnlyReading(String),
}
