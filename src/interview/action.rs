//! What a person can intend, and what the interview asks of the world.

use std::path::PathBuf;

use jiff::civil::Time;

use super::{AccountAct, AccountsAsk, AccountsNews, Becomes, CallScreen, Edit, GoalAct, HomeAction, MapAct};
use crate::assessment::Change;

/// One intention, or the outcome of an effect.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// To whatever has the keyboard: the answer, a prompt, the jump list.
    Edit(Edit),
    /// To another question.
    Go(Go),
    /// Something about the answer other than its value.
    Mark(Mark),
    /// Opens something beside the question; closes it when it is open already.
    Open(Open),
    /// Starts writing in the field.
    Engage,
    /// Leaves the field or closes what is open.
    Leave,
    /// Opens the scratch line over whatever has the keyboard.
    Scratch,
    /// Makes something of the scratch line under the cursor.
    Tidy(Becomes),
    /// Adds the suggested questionnaire to the assessment and goes to its first question.
    GoOn,
    /// Does something to the goal, option or action under the cursor.
    Goal(GoalAct),
    /// Does something to the list of accounts.
    Account(AccountAct),
    /// Does something to the process map, or to its row under the cursor.
    Map(MapAct),
    /// Sorts outline and jump list by what could move the picture most, or by the conversation again.
    SortByBest,
    /// Hides what is private, or shows it again.
    Share,
    /// Tries to save again.
    Save,
    /// A long text has that many columns on the screen now.
    Room(usize),
    /// A minute has passed; only what shows the time is drawn anew.
    Tick,
    /// What is being read can be scrolled down by that many lines.
    Reach(usize),
    /// An effect has been performed.
    Happened(Outcome),
    /// An answer to the current question that was given whole, as plain prompts do.
    Answer(Change),
    /// Something that only the first screen does.
    Home(HomeAction),
    /// Stores what is being written and ends the sitting.
    Quit,
}

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Go {
    /// The question after this one.
    Next,
    /// The question before this one.
    Back,
    /// The next question that is open.
    NextOpen,
    /// The next question that is open and required.
    NextRequired,
    /// The open question whose answer could move the picture most.
    Best,
    /// A question by its id.
    To(String),
    /// Where one was before the last jump.
    Return,
    /// Where one came back from.
    Forth,
}

/// Something about an answer other than its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The client does not know.
    Unknown,
    /// It does not apply; asks for the reason.
    NotApplicable,
    /// The client will look it up; asks who and by when.
    Owed,
    /// The next evidence.
    Evidence,
    /// The client's own words.
    Quote,
    /// Whether it hurt.
    Pain,
    /// A private note.
    Note,
    /// In or out of the ask-later tray.
    Later,
    /// Back to open.
    Clear,
    /// A list or table that was asked and has no rows.
    NoRows,
    /// The rows that are proposed, to be changed from there.
    Usual,
    /// Something to do, noted at this question.
    Todo,
    /// Takes back the last change.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
}

/// What can be opened beside the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// The list of all questions, filtered as one types.
    Picker,
    /// The list of what was put off.
    Tray,
    /// The scratch lines that wait to be sorted.
    Tidy,
    /// What is still open, contradictory or put off.
    Review,
    /// All keys.
    Help,
    /// What the consultant may ask and listen for.
    Hints,
    /// Finishing the assessment.
    Finish,
    /// The goals.
    Goals,
    /// The options.
    Options,
    /// The 90-day plan.
    Plan,
    /// A screen of the call.
    Call(CallScreen),
    /// The list of accounts.
    Accounts,
}

/// What the interview asks of the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Save the assessment.
    Save,
    /// Render the reports.
    RenderReport,
    /// Render the report to be read on the screen.
    Preview {
        /// The consultant's own version.
        internal: bool,
    },
    /// Show a file in whatever shows such files.
    OpenFile(PathBuf),
    /// Put a text where it can be pasted from.
    Copy(String),
    /// Something about a list of accounts; what comes of it is told later, too.
    Accounts(AccountsAsk),
    /// End the sitting.
    Quit,
}

/// How an effect ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The assessment is on the disk, since that time of day.
    Saved(Time),
    /// It is not, and why.
    NotSaved(String),
    /// The reports that were written.
    Rendered(Vec<PathBuf>),
    /// No report was written, and why.
    NotRendered(String),
    /// The report to be read on the screen, as Markdown.
    Previewed {
        /// The consultant's own version.
        internal: bool,
        /// Its text.
        text: String,
    },
    /// The file was handed over.
    Opened,
    /// The text can be pasted now.
    Copied,
    /// News of a list of accounts.
    Accounts(AccountsNews),
    /// It could not be done, and why.
    Failed(String),
}
