//! Rules of a sheet with the client's own figures in them.

use super::Display;
use crate::assessment::{Assessment, Value};
use crate::questionnaire::Questionnaire;

/// Where a figure is not known yet: a place to write it in by hand.
const BLANK: &str = "……";

impl Display<'_> {
    /// A rule in which the ids of questions in braces stand for the client's answers: "Within {cl_sla}" is "Within 5 days".
    ///
    /// What is not answered, or is nothing, is left blank.
    pub fn rule(&self, text: &str, questionnaire: &Questionnaire, assessment: &Assessment) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, (id, after))) = rest.split_once('{').and_then(|(a, b)| Some((a, b.split_once('}')?))) {
            out.push_str(before);
            let answered = questionnaire.question(id).and_then(|question| {
                let value = assessment.value(id).filter(|value| !matches!(value, Value::Number(0.0)))?;
                Some(self.answer(question, value))
            });
            out.push_str(answered.as_deref().unwrap_or(BLANK));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}
