//! Editing of one answer: a small editor for each kind of question.
//!
//! An editor holds what is being chosen or typed; it never touches the assessment. It answers each [`Edit`] with a
//! [`Step`], and the interview records what the step carries.

mod cell;
mod choice;
mod columns;
mod control;
mod date;
mod grid;
mod line;
mod list;
mod many;
mod number;
mod past;
mod prefill;
mod rating;
mod table;
mod text;
mod walk;
mod wrap;

pub use cell::*;
pub use choice::*;
pub use columns::*;
pub use control::*;
pub use date::*;
pub use grid::*;
pub use line::*;
pub use list::*;
pub use many::*;
pub use number::*;
pub use rating::*;
pub use table::*;
pub use text::*;
pub use wrap::*;

use jiff::civil::Date;

use super::map::MapsEditor;
use crate::assessment::{Answer, Change, Mode, Value};
use crate::questionnaire::{CellKind, Kind, Question, RouteStep};

/// One intention of the person who answers, whatever key it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Characters typed.
    Insert(String),
    /// A text pasted.
    Paste(String),
    /// Removes what stands before the cursor.
    Erase,
    /// Removes the word before the cursor.
    EraseWord,
    /// Removes everything before the cursor in its line.
    EraseLine,
    /// Removes everything behind the cursor in its line.
    EraseRest,
    /// Removes what stands under the cursor.
    Delete,
    /// One character or cell to the left.
    Left,
    /// One character or cell to the right.
    Right,
    /// One word to the left.
    WordLeft,
    /// One word to the right.
    WordRight,
    /// To the start of the line.
    Start,
    /// To the end of the line.
    End,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// Takes back what was done in the field last.
    Undo,
    /// Does it again.
    Redo,
    /// One line, row or choice up.
    Up,
    /// One line, row or choice down.
    Down,
    /// Stores and goes on; in a table goes down.
    Enter,
    /// A new line in a long text.
    NewLine,
    /// To the next cell; in a number to the next evidence.
    Tab,
    /// To the cell before; in a number to the evidence before.
    BackTab,
    /// Changes the text of a cell instead of replacing it.
    Revise,
    /// The cell under the cursor is unknown.
    CellUnknown,
    /// The cell under the cursor does not apply.
    CellNotApplicable,
    /// Removes the row or entry under the cursor.
    RemoveRow,
}

/// What an editor asks of the interview after an edit.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Nothing but what the editor shows has changed.
    Stay,
    /// The answer changed.
    Record(Change),
    /// The answer changed, and the conversation goes on.
    RecordAndGo(Change),
    /// The conversation goes on.
    Go,
    /// What was typed cannot be taken.
    Refused(Refusal),
}

/// Why something typed was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The number's own reason.
    Number(String),
    /// It is no date.
    Date,
    /// A text has its full length.
    TooLong,
    /// A list or table has its full number of rows.
    TooMany(usize),
    /// No choice begins with that letter, or the digit is not one of the scale.
    NoSuchChoice,
    /// Nothing follows an end of a process.
    NothingAfterAnEnd,
    /// Only a decision has a way for yes and one for no.
    NoDecision,
    /// What was asked for belongs to a step of a process, and the cursor is on none.
    NoStep,
}

/// What an editor may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The question being answered.
    pub question: &'a Question,
    /// Its answer so far.
    pub answer: Option<&'a Answer>,
    /// Entries of the list question a grid takes its columns from.
    pub audiences: &'a [String],
    /// What other tables name, for the column under the cursor.
    pub suggestions: &'a [String],
    /// Language tag.
    pub locale: &'a str,
    /// Who answers.
    pub mode: Mode,
    /// The day of the sitting.
    pub today: Date,
    /// Columns a long text has on the screen.
    pub width: usize,
    /// What the route that is followed asks for here, where that may be less than all of it.
    pub step: Option<&'a RouteStep>,
}

impl Context<'_> {
    /// The change that stores a value; what is known of its evidence outlives it where it should.
    pub fn store(&self, value: Value) -> Change {
        Change::Value { value, evidence: None, low: None, high: None }
    }

    /// Whether the route asks for a column; every column without one.
    fn asks_for(&self, column: &str) -> bool {
        self.step.is_none_or(|step| step.asks_for(column))
    }

    /// Whether the route asks for the first row or audience only.
    fn first_only(&self) -> bool {
        self.step.is_some_and(|step| step.first_row_only)
    }

    pub(super) fn value(&self) -> Option<&Value> {
        self.answer.and_then(Answer::value)
    }
}

/// The editor of the question on the screen.
#[derive(Debug, Clone)]
pub enum Editor {
    /// One choice.
    Choice(ChoiceEditor),
    /// Several choices.
    Many(ManyEditor),
    /// A number.
    Number(NumberEditor),
    /// A rating.
    Rating(RatingEditor),
    /// A text of one line or several.
    Text(TextEditor),
    /// A list of texts.
    List(ListEditor),
    /// A table, its rows free or fixed.
    Table(TableEditor),
    /// A grid of ratings, or fixed rows with one rating each.
    Grid(GridEditor),
    /// A date.
    Date(DateEditor),
    /// Process maps.
    Maps(MapsEditor),
}

impl Editor {
    /// The editor for a question, showing the answer there is.
    pub fn new(context: &Context<'_>) -> Self {
        match &context.question.kind {
            Kind::One(_) => Self::Choice(ChoiceEditor::new(context)),
            Kind::Many { .. } => Self::Many(ManyEditor::new(context)),
            Kind::Number(_) => Self::Number(NumberEditor::new(context)),
            Kind::Rating(_) => Self::Rating(RatingEditor::new(context)),
            Kind::Text { .. } => Self::Text(TextEditor::new(context)),
            Kind::List { .. } => Self::List(ListEditor::new(context)),
            Kind::Date => Self::Date(DateEditor::new(context)),
            Kind::Maps { .. } => Self::Maps(MapsEditor::new(context)),
            Kind::Table { .. } => Self::Table(TableEditor::new(context)),
            Kind::Grid { .. } => Self::Grid(GridEditor::new(context)),
            Kind::Rows { columns, .. } => match columns.as_slice() {
                [only] if matches!(only.kind, CellKind::Rating(_)) => Self::Grid(GridEditor::new(context)),
                _ => Self::Table(TableEditor::new(context)),
            },
        }
    }

    /// Follows one edit.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        match self {
            Self::Choice(editor) => editor.edit(edit, context),
            Self::Many(editor) => editor.edit(edit, context),
            Self::Number(editor) => editor.edit(edit, context),
            Self::Rating(editor) => editor.edit(edit, context),
            Self::Text(editor) => editor.edit(edit, context),
            Self::List(editor) => editor.edit(edit, context),
            Self::Table(editor) => editor.edit(edit, context),
            Self::Grid(editor) => editor.edit(edit, context),
            Self::Date(editor) => editor.edit(edit, context),
            Self::Maps(editor) => editor.edit(edit, context),
        }
    }

    /// What leaving the field stores: everything that can be read; what cannot is refused.
    pub fn leave(&mut self, context: &Context<'_>) -> Step {
        match self {
            Self::Number(editor) => editor.leave(context),
            Self::Date(editor) => editor.leave(context),
            Self::Text(editor) => editor.leave(context),
            Self::List(editor) => editor.leave(context),
            Self::Table(editor) => editor.leave(context),
            Self::Maps(editor) => editor.leave(context),
            _ => Step::Stay,
        }
    }

    /// Puts a stored figure into the field, to be changed rather than replaced.
    pub fn engage(&mut self, context: &Context<'_>) {
        let stored = match context.value() {
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Date(date)) => date.to_string(),
            _ => String::new(),
        };
        match self {
            Self::Number(NumberEditor { line: line @ None, .. }) | Self::Date(DateEditor { line: line @ None }) => {
                *line = Some(Line::new(stored));
            }
            _ => {}
        }
    }

    /// The line that is being written.
    pub fn line(&self) -> Option<&Line> {
        match self {
            Self::Text(editor) => Some(&editor.line),
            Self::List(editor) => Some(&editor.line),
            Self::Number(editor) => editor.line.as_ref(),
            Self::Date(editor) => editor.line.as_ref(),
            Self::Table(editor) => editor.typing.as_ref(),
            Self::Maps(editor) => editor.line(),
            _ => None,
        }
    }

    /// The line that is being written, to be taken back in.
    pub(super) fn line_mut(&mut self) -> Option<&mut Line> {
        match self {
            Self::Text(editor) => Some(&mut editor.line),
            Self::List(editor) => Some(&mut editor.line),
            Self::Number(editor) => editor.line.as_mut(),
            Self::Date(editor) => editor.line.as_mut(),
            Self::Table(editor) => editor.typing.as_mut(),
            Self::Maps(editor) => editor.line_mut(),
            _ => None,
        }
    }

    /// Whether letters are answers here once the field has been entered, and commands before.
    pub fn has_field(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Text(_) | Self::List(_) | Self::Table(_) | Self::Date(_) | Self::Maps(_))
    }

    /// Whether the field is a text that is written rather than a figure that is typed.
    pub fn is_written(&self) -> bool {
        matches!(self, Self::Text(_) | Self::List(_) | Self::Table(_) | Self::Maps(_))
    }
}

/// Moves a cursor that may rest nowhere yet among `count` places.
pub(crate) fn step(cursor: Option<usize>, count: usize, down: bool) -> Option<usize> {
    match (cursor, down) {
        _ if count == 0 => None,
        (None, true) => Some(0),
        (None, false) => Some(count - 1),
        (Some(at), true) => Some((at + 1).min(count - 1)),
        (Some(at), false) => Some(at.saturating_sub(1)),
    }
}
