//! What is installed: the folders, the questionnaires found, what is wrong with them.

use jiff::civil::Date;

use super::failure::Failure;
use super::problems::{Stream, render};
use crate::paths::Places;
use crate::problem::Problem;
use crate::questionnaire::{Library, Origin};

/// The folders and questionnaires a command works with.
pub(super) struct Installation {
    /// The folders.
    pub(super) places: Places,
    /// All questionnaires that can be used.
    pub(super) library: Library,
    /// Where each of them came from.
    pub(super) origins: Vec<Origin>,
    /// What is wrong with a person's own ones.
    pub(super) problems: Vec<Problem>,
}

impl Installation {
    /// Finds the folders and loads the questionnaires.
    pub(super) fn find() -> Result<Self, Failure> {
        let places = Places::find()?;
        let loaded = Library::load(Some(&places.questionnaires));
        Ok(Self { places, library: loaded.library, origins: loaded.origins, problems: loaded.problems })
    }

    /// What should be said about own questionnaires that could not be used; empty when all could.
    pub(super) fn talk(&self) -> String {
        let errors: Vec<Problem> = self.problems.iter().filter(|problem| problem.is_error()).cloned().collect();
        if errors.is_empty() {
            return String::new();
        }
        format!("{}These questionnaires of your own are left out.\n", render(&errors, Stream::Talk))
    }
}

/// Today, where this computer stands.
pub(super) fn today() -> Date {
    jiff::Zoned::now().date()
}
