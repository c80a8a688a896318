//! Placeholders in the texts of goal rules.

use super::fields::{Fields, did_you_mean};
use super::reading::Reading;
use crate::questionnaire::LocalText;

/// Reports placeholders nobody fills.
pub(super) fn placeholders(
    reading: &mut Reading<'_>,
    fields: &Fields<'_>,
    key: &str,
    text: &LocalText,
    known: &[&str],
) {
    for (_, text) in &text.texts {
        for name in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name) {
            if !known.contains(&name) {
                let message = format!("{} uses {{{name}}}, which stands for nothing", fields.name(key));
                reading.error(fields.place(key), message, did_you_mean(name, known));
            }
        }
    }
}
