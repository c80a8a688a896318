//! `[report]`: how reports are made.

use std::path::PathBuf;

use super::section::{Given, Section};

/// How reports are made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The browser that prints them, where it is not found by itself.
    pub browser: Option<Given<PathBuf>>,
}

impl Report {
    pub(super) fn read(section: &mut Section<'_>) -> Self {
        Self { browser: section.path("browser") }
    }
}
