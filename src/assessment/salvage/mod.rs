//! What can be made out of a file that is damaged: cut off, garbled, with a header twice or a value of the wrong kind.

mod pieces;

use jiff::civil::Date;
use toml::Value;
use toml::value::Datetime;

use super::read::read_what_can_be;
use super::{Assessment, Status};
use crate::problem::Source;

/// What was made out of a damaged text.
#[derive(Debug, Clone, PartialEq)]
pub struct Salvage {
    /// The assessment, without what could not be read. It may name no questionnaire.
    pub assessment: Assessment,
    /// Ids of answers that are named in the text and could not be read.
    pub lost: Vec<String>,
    /// Whether a newer Gapwise wrote it: then nothing is damaged, but not everything may be understood.
    pub is_newer: bool,
}

/// Makes out what can be made out; nothing when nothing of an assessment is there.
///
/// A text that lost its date is given `today`'s.
pub fn salvage(text: &str, today: Date) -> Option<Salvage> {
    let mut found = pieces::whole_pieces(text);
    let is_assessment = found.contains_key("answers") || found.contains_key("questionnaires");
    if !is_assessment || found.contains_key("question") {
        return None;
    }
    let format = found.insert("format".to_owned(), Value::Integer(super::FORMAT.into()));
    let is_newer = format.and_then(|it| it.as_integer()).is_some_and(|it| it > super::FORMAT.into());
    if !found.get("date").is_some_and(Value::is_datetime) {
        let date: Option<Datetime> = today.to_string().parse().ok();
        found.extend(date.map(|date| ("date".to_owned(), Value::Datetime(date))));
    }
    let source = Source::new("", found.to_string());
    let assessment = read_what_can_be(&source)?;
    let is_lost = |(id, has_value): &(String, bool)| match assessment.answers.get(id) {
        None => true,
        Some(answer) => *has_value && answer.status == Status::Open,
    };
    let mut lost: Vec<String> = named(text).into_iter().filter(is_lost).map(|(id, _)| id).collect();
    lost.sort();
    lost.dedup();
    Some(Salvage { assessment, lost, is_newer })
}

/// The ids of the answers a text names, whole or not, and whether a value stands there.
fn named(text: &str) -> Vec<(String, bool)> {
    let mut named: Vec<(String, bool)> = Vec::new();
    let mut is_answer = false;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("[answers.") {
            let end = rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '-'));
            named.push((rest[..end.unwrap_or(rest.len())].to_owned(), false));
        }
        if line.starts_with('[') {
            is_answer = line.starts_with("[answers.");
        } else if let Some((_, has_value)) = named.last_mut().filter(|_| is_answer) {
            *has_value |= line.trim_start().starts_with("value");
        }
    }
    named.retain(|(id, _)| !id.is_empty());
    named
}

#[cfg(test)]
mod tests;
