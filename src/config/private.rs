//! `[private]`: what is kept from other eyes.

use super::section::Section;

/// What is kept from other eyes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Private {
    /// Whether new assessments are locked with a passphrase.
    pub encrypt: bool,
}

impl Private {
    pub(super) fn read(section: &mut Section<'_>) -> Self {
        Self { encrypt: section.flag("encrypt").is_some_and(|encrypt| encrypt.value) }
    }
}
