//! One choice of several.

use super::{Context, Edit, Refusal, Step, step};
use crate::assessment::Value;

/// The editor of a question with one choice.
#[derive(Debug, Clone, Default)]
pub struct ChoiceEditor {
    /// The choice under the cursor; none until a key moved it there, so that Enter never answers by accident.
    pub cursor: Option<usize>,
}

impl ChoiceEditor {
    /// Shows the answer there is.
    pub fn new(context: &Context<'_>) -> Self {
        let chosen = context.value().and_then(Value::as_text);
        Self { cursor: context.question.choices().iter().position(|choice| Some(choice.id.as_str()) == chosen) }
    }

    /// Follows one edit; a digit chooses.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let choices = context.question.choices();
        match edit {
            Edit::Up | Edit::Down => self.cursor = step(self.cursor, choices.len(), *edit == Edit::Down),
            Edit::Insert(typed) if typed == " " => {
                if let Some(at) = self.cursor {
                    return Step::Record(context.store(Value::Text(choices[at].id.clone())));
                }
            }
            Edit::Insert(typed) => {
                let Some(at) = place_of_digit(typed, choices.len()) else {
                    return Step::Refused(Refusal::NoSuchChoice);
                };
                self.cursor = Some(at);
                return Step::Record(context.store(Value::Text(choices[at].id.clone())));
            }
            Edit::Enter => {
                let Some(choice) = self.cursor.and_then(|at| choices.get(at)) else { return Step::Go };
                if context.value().and_then(Value::as_text) == Some(choice.id.as_str()) {
                    return Step::Go;
                }
                return Step::RecordAndGo(context.store(Value::Text(choice.id.clone())));
            }
            _ => {}
        }
        Step::Stay
    }
}

/// The place a digit stands for: 1 is the first, 0 the tenth.
pub(crate) fn place_of_digit(typed: &str, count: usize) -> Option<usize> {
    let digit: usize = typed.parse().ok().filter(|_| typed.len() == 1)?;
    let place = if digit == 0 { 9 } else { digit - 1 };
    (place < count).then_some(place)
}
