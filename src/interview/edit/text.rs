//! A text: one line, or several with soft wrapping.

use super::{Context, Edit, Line, Refusal, Step, Typed};
use crate::assessment::{Change, Value};
use crate::questionnaire::Kind;

/// The editor of a text.
#[derive(Debug, Clone)]
pub struct TextEditor {
    /// What is being written.
    pub line: Line,
}

impl TextEditor {
    /// Shows the answer there is.
    pub fn new(context: &Context<'_>) -> Self {
        Self { line: Line::new(context.value().and_then(Value::as_text).unwrap_or_default()) }
    }

    /// Follows one edit; Enter stores and goes on.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        if *edit == Edit::Enter {
            return match self.leave(context) {
                Step::Record(change) => Step::RecordAndGo(change),
                _ => Step::Go,
            };
        }
        let long = matches!(context.question.kind, Kind::Text { long: true });
        // One line of text too is wrapped on the screen, and walked as it is seen.
        let walks = matches!(edit, Edit::Up | Edit::Down);
        let typed = if long || walks { self.line.edit_lines(edit, context.width) } else { self.line.edit(edit) };
        if typed == Typed::TooLong { Step::Refused(Refusal::TooLong) } else { Step::Stay }
    }

    /// Stores what is written when it differs from the answer.
    pub fn leave(&mut self, context: &Context<'_>) -> Step {
        let written = self.line.text().trim();
        let stored = context.value().and_then(Value::as_text);
        match (written.is_empty(), stored) {
            (true, None) => Step::Stay,
            (true, Some(_)) => Step::Record(Change::Clear),
            (false, Some(stored)) if stored == written => Step::Stay,
            (false, _) => Step::Record(context.store(Value::Text(written.to_owned()))),
        }
    }
}
