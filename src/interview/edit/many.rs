//! Several choices, one of which may stand alone.

use super::choice::place_of_digit;
use super::{Context, Edit, Refusal, Step, step};
use crate::assessment::{Change, Value};
use crate::questionnaire::Kind;

/// The editor of a question with several choices.
#[derive(Debug, Clone, Default)]
pub struct ManyEditor {
    /// The choice under the cursor; none until a key moved it there.
    pub cursor: Option<usize>,
}

impl ManyEditor {
    /// Starts with the cursor nowhere.
    pub fn new(_context: &Context<'_>) -> Self {
        Self::default()
    }

    /// Follows one edit; a digit or the space bar ticks.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let choices = context.question.choices();
        match edit {
            Edit::Up | Edit::Down => self.cursor = step(self.cursor, choices.len(), *edit == Edit::Down),
            Edit::Insert(typed) if typed == " " => {
                if let Some(at) = self.cursor {
                    return Step::Record(toggled(context, at));
                }
            }
            Edit::Insert(typed) => {
                let Some(at) = place_of_digit(typed, choices.len()) else {
                    return Step::Refused(Refusal::NoSuchChoice);
                };
                self.cursor = Some(at);
                return Step::Record(toggled(context, at));
            }
            Edit::Enter => return Step::Go,
            _ => {}
        }
        Step::Stay
    }
}

/// The change that ticks or unticks a choice; ids are kept in the questionnaire's order.
fn toggled(context: &Context<'_>, at: usize) -> Change {
    let choices = context.question.choices();
    let exclusive = match &context.question.kind {
        Kind::Many { exclusive, .. } => exclusive.as_deref(),
        _ => None,
    };
    let ticked = context.value().map(Value::texts).unwrap_or_default();
    let id = choices[at].id.as_str();
    let now_on = !ticked.iter().any(|one| one == id);
    let kept: Vec<String> = choices
        .iter()
        .map(|choice| choice.id.as_str())
        .filter(|&one| {
            if one == id {
                return now_on;
            }
            let stands_alone = now_on && (exclusive == Some(id) || exclusive == Some(one));
            !stands_alone && ticked.iter().any(|ticked| ticked == one)
        })
        .map(str::to_owned)
        .collect();
    // Nothing ticked says the question has not been answered, not that the answer is none of them.
    if kept.is_empty() { Change::Clear } else { context.store(Value::Texts(kept)) }
}
