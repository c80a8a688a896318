//! What a key means: told by what is open, and by what the field of the question takes.

use super::{AccountsKeys, CallKeys, Editor, Finish, Goals, Interview, Panel, PromptKind};

/// What a key means just now; the keymap is keyed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Keys {
    /// Choices or ratings under a cursor; letters are commands.
    Choosing,
    /// A field that waits to be entered; letters are commands, figures begin a number.
    Ready,
    /// A field of one line or several; letters are text.
    Writing,
    /// A table; letters go into its cells.
    Cells,
    /// The rows of a process map under a cursor; letters are commands.
    MapRows,
    /// A line that is written while a process map is drawn.
    MapLine,
    /// A choice taken while a process map is drawn.
    MapChoice,
    /// A prompt, letters are text.
    Prompt,
    /// A question answered by yes or no.
    YesNo,
    /// The jump list; letters filter it.
    Picker,
    /// A list to jump from.
    Review,
    /// Something to be read and closed.
    Reading,
    /// The scratch line; letters are text.
    Scratch,
    /// The scratch lines that wait to be sorted.
    Tidy,
    /// The goals.
    Goals,
    /// A goal being set or changed.
    GoalForm,
    /// The options.
    Options,
    /// The 90-day plan.
    Plan,
    /// Finishing: Enter agrees.
    Confirm,
    /// The report has been written.
    Finished,
    /// A screen of the call.
    Call(CallKeys),
    /// The list of accounts.
    Accounts(AccountsKeys),
}

impl Interview {
    /// What a key means just now.
    pub fn keys(&self) -> Keys {
        if self.scratch.is_some() {
            return Keys::Scratch;
        }
        match &self.panel {
            Some(Panel::Prompt(prompt)) if prompt.kind == PromptKind::Shareable => Keys::YesNo,
            Some(Panel::Prompt(_)) => Keys::Prompt,
            Some(Panel::Picker(_)) => Keys::Picker,
            Some(Panel::Review(_)) => Keys::Review,
            Some(Panel::Finish(Finish::Asked(_))) => Keys::Confirm,
            Some(Panel::Finish(Finish::Rendered(_))) => Keys::Finished,
            Some(Panel::Call(call)) => Keys::Call(call.keys()),
            Some(Panel::Accounts(open)) => Keys::Accounts(open.keys()),
            Some(Panel::Tidy(_)) => Keys::Tidy,
            Some(Panel::Goals(Goals::List(_))) => Keys::Goals,
            Some(Panel::Goals(Goals::Form(_))) => Keys::GoalForm,
            Some(Panel::Goals(Goals::Options { .. })) => Keys::Options,
            Some(Panel::Goals(Goals::Plan(_))) => Keys::Plan,
            Some(Panel::Goals(Goals::Explained { .. })) => Keys::Reading,
            Some(Panel::Help(_) | Panel::Hints(_) | Panel::Finish(_)) => Keys::Reading,
            None if !self.editor.has_field() => Keys::Choosing,
            None if !self.engaged => Keys::Ready,
            None if matches!(self.editor, Editor::Table(_)) => Keys::Cells,
            None => match &self.editor {
                Editor::Maps(editor) => match &editor.asked {
                    None => Keys::MapRows,
                    Some(asked) if asked.is_written() => Keys::MapLine,
                    Some(_) => Keys::MapChoice,
                },
                _ => Keys::Writing,
            },
        }
    }
}
