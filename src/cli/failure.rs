//! What a command that could not be done has to say: what, where, and what to do next.

use std::fmt;
use std::process::ExitCode;

use crate::assessment::{LockingError, OpenError, SaveError};
use crate::paths::NoHome;
use crate::portfolio::FindError;
use crate::problem::Problem;

use super::output::say;
use super::printable::printable;
use super::problems::render;

/// Why a command could not be done.
#[derive(Debug)]
pub(super) struct Failure {
    message: String,
    hint: String,
    problems: Vec<Problem>,
    code: u8,
}

impl Failure {
    /// The work could not be done.
    pub(super) fn work(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), problems: Vec::new(), code: 1 }
    }

    /// The command was used in a wrong way.
    pub(super) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code: 2, ..Self::work(message, hint) }
    }

    /// With the places that are to blame.
    #[must_use]
    pub(super) fn because_of(self, problems: Vec<Problem>) -> Self {
        Self { problems, ..self }
    }

    /// Prints it and gives the exit code.
    pub(super) fn print(self) -> ExitCode {
        say(&render(&self.problems, super::problems::Stream::Talk));
        let hint = if self.hint.is_empty() { String::new() } else { format!("Hint: {}\n", printable(&self.hint)) };
        say(&format!("Error: {}\n{hint}", printable(&self.message)));
        ExitCode::from(self.code)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(out, ". {}", self.hint) }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        let failure = Self::work(error.to_string(), error.remedy());
        match error {
            OpenError::Unusable { problems, .. } => failure.because_of(problems),
            _ => failure,
        }
    }
}

impl From<LockingError> for Failure {
    fn from(error: LockingError) -> Self {
        match error {
            LockingError::Open(error) => error.into(),
            error => Self::work(error.to_string(), error.remedy()),
        }
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        Self::work(error.to_string(), error.remedy())
    }
}

impl From<FindError> for Failure {
    fn from(error: FindError) -> Self {
        Self::work(error.to_string(), error.remedy())
    }
}

impl From<NoHome> for Failure {
    fn from(error: NoHome) -> Self {
        Self::work(error.to_string(), "")
    }
}
