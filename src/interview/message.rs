//! What the status line says.

use jiff::civil::Time;

use super::Refusal;

/// One thing to say until the next key; the view puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// What was typed was not taken.
    Refused(Refusal),
    /// What was being typed when the field was left could not be kept.
    NotKept(Refusal),
    /// The change hides that many questions.
    SetAside(usize),
    /// The change brings that many questions back.
    CameBack(usize),
    /// The last change was taken back, on the question of that label.
    Undone(String),
    /// There is nothing to take back.
    NothingToUndo,
    /// No question is open any more.
    NothingOpen,
    /// This is the first question.
    AtTheStart,
    /// That many agreed goals have reached their deadline and want closing first.
    GoalsDue(usize),
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
}
