//! Finds the place of an answer, row or cell in the text it was read from.

use toml::de::DeValue;

use crate::problem::Span;

/// The place of an answer, or of what `path` leads to inside it: keys, and numbers of rows from 0.
///
/// The closest place that exists, when the path does not lead to the end; the start of the text as a last resort.
pub fn locate(text: &str, question: &str, path: &[String]) -> Span {
    let (document, _) = crate::toml_text::parse(text);
    let answers = document.get_ref().get("answers").and_then(|field| field.get_ref().as_table());
    let Some((key, answer)) = answers.and_then(|answers| answers.get_key_value(question)) else { return 0..0 };
    let mut place = key.span();
    let mut at = answer;
    for step in path {
        let next = match at.get_ref() {
            DeValue::Table(table) => table.get(step.as_str()),
            DeValue::Array(array) => step.parse().ok().and_then(|row: usize| array.get(row)),
            _ => None,
        };
        let Some(next) = next else { break };
        at = next;
        place = at.span();
    }
    place
}
