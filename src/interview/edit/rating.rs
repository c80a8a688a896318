//! A rating from 0, every point with its label.

use super::{Context, Edit, Refusal, Step, step};
use crate::assessment::Value;
use crate::questionnaire::Kind;

/// The editor of a rating.
#[derive(Debug, Clone, Default)]
pub struct RatingEditor {
    /// The point under the cursor; none until a key moved it there.
    pub cursor: Option<usize>,
}

impl RatingEditor {
    /// Shows the answer there is.
    pub fn new(context: &Context<'_>) -> Self {
        Self { cursor: rated(context) }
    }

    /// Follows one edit; the digit chooses.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let count = match &context.question.kind {
            Kind::Rating(points) => points.len(),
            _ => 0,
        };
        match edit {
            Edit::Up | Edit::Down => self.cursor = step(self.cursor, count, *edit == Edit::Down),
            Edit::Insert(typed) if typed == " " => {
                if let Some(at) = self.cursor {
                    return Step::Record(context.store(Value::Number(at as f64)));
                }
            }
            Edit::Insert(typed) => {
                let Some(at) = point_of_digit(typed, count) else {
                    return Step::Refused(Refusal::NoSuchChoice);
                };
                self.cursor = Some(at);
                return Step::Record(context.store(Value::Number(at as f64)));
            }
            Edit::Enter => match self.cursor {
                Some(at) if rated(context) != Some(at) => {
                    return Step::RecordAndGo(context.store(Value::Number(at as f64)));
                }
                _ => return Step::Go,
            },
            _ => {}
        }
        Step::Stay
    }
}

fn rated(context: &Context<'_>) -> Option<usize> {
    context.value().and_then(Value::as_number).map(|number| number as usize)
}

/// The point a digit names, from 0.
pub(crate) fn point_of_digit(typed: &str, count: usize) -> Option<usize> {
    typed.parse().ok().filter(|at| typed.len() == 1 && *at < count)
}
