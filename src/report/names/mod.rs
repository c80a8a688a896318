//! The names a template may print, and what a person's own templates say that is none of them.
//!
//! Rendering finds a wrong name only where it comes by; here every branch is read. What there is stands on the page
//! `report-templates/CONTEXT.md`, which is made from the code.

mod page;
mod scan;
mod walk;

use std::path::Path;

use super::templates::Templates;
use super::{ReportError, built_in_template};
use page::Page;
pub(super) use walk::Source;
use walk::Walk;

/// The page's name among the built-in files.
const PAGE: &str = "CONTEXT.md";

/// Something that a person's own template says and that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateProblem {
    /// The file, by its name in the folder.
    pub file: String,
    /// Where in it, in bytes from its start.
    pub at: usize,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
    /// Whether a report can be made all the same.
    pub is_warning: bool,
}

/// The page of all names a template may print, with their meaning and unit.
pub fn context_page() -> &'static str {
    built_in_template(PAGE).unwrap_or_default()
}

/// What is wrong with the names in a folder of own templates; each place once, file by file.
///
/// # Errors
/// When the folder cannot be read, or its words or its outline are wrong.
pub fn template_problems(folder: &Path) -> Result<Vec<TemplateProblem>, ReportError> {
    let templates = Templates::load(Some(folder), "en")?;
    let page = Page::read(context_page(), templates.words.table());
    Ok(Walk::new(&page, templates.sources()).problems())
}

#[cfg(test)]
mod tests;
