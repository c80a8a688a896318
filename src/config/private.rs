//! `[private]`: assessments that are locked from the start.

use std::path::PathBuf;

use super::section::Section;

/// Whether new assessments are locked, and with what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Private {
    /// Every new assessment is locked from the start.
    pub encrypt: bool,
    /// The key file that locks and opens; a passphrase does without.
    pub key_file: Option<PathBuf>,
}

impl Private {
    pub(super) fn read(section: &mut Section<'_>) -> Self {
        Self {
            encrypt: section.flag("encrypt").is_some_and(|encrypt| encrypt.value),
            key_file: section.path("key_file").map(|path| path.value),
        }
    }
}
