//! Which questions are shown (rulings.md 1).

use super::facts::Facts;
use super::judge::{Judge, Truth};
use super::{Contradiction, Standing};
use crate::assessment::Value;
use crate::questionnaire::Question;

/// Whether a question is hidden: its condition is definitely false, or rests on a hidden gate.
///
/// An open or unknown gate leaves it shown.
pub fn is_hidden(facts: &Facts<'_>, judge: &Judge<'_>, question: &Question) -> bool {
    let Some(when) = &question.when else { return false };
    match judge.truth(when) {
        Truth::True => false,
        Truth::False => true,
        // What depends on a hidden gate is hidden.
        Truth::Unknown => when.names.iter().any(|name| facts.standing(name) == Standing::Hidden),
    }
}

/// The pair a question's answer contradicts: it is larger than another answer allows.
pub fn contradiction(facts: &Facts<'_>, id: &str) -> Option<Contradiction> {
    let at_most = facts.questions.get(id)?.question.number()?.at_most.as_ref()?;
    let value = facts.answered(id).and_then(Value::as_number)?;
    let limit = facts.answered(at_most).and_then(Value::as_number)?;
    (value > limit).then(|| Contradiction { question: id.to_owned(), at_most: at_most.clone() })
}

/// All pairs of answers that cannot both be right, in the order of the conversation.
pub fn contradictions(facts: &Facts<'_>) -> Vec<Contradiction> {
    let mut found: Vec<_> = facts
        .questions
        .values()
        .filter_map(|fact| Some((fact.place, contradiction(facts, &fact.question.id)?)))
        .collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, pair)| pair).collect()
}
