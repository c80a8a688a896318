//! The way from the command line to the screen.

use std::io::IsTerminal;

use super::failure::Failure;
use super::installation::Installation;
use super::output::Output;
use crate::assessment::AssessmentFile;
use crate::questionnaire::Selection;

/// Refuses to draw where nobody can see it.
pub(super) fn need_terminal() -> Result<(), Failure> {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb {
        return Ok(());
    }
    Err(Failure::work(
        "this is not a terminal, and the interview needs one",
        "Run it in a terminal without redirecting it; `gapwise set`, `score` and `report` work anywhere",
    ))
}

/// The home screen.
pub(super) fn home(_installation: &Installation) -> Result<Output, Failure> {
    Err(Failure::work("the home screen is not built in yet", ""))
}

/// One sitting with an assessment.
pub(super) fn interview(
    _installation: &Installation,
    _file: AssessmentFile,
    _selection: Selection,
    _at: Option<&str>,
) -> Result<Output, Failure> {
    Err(Failure::work("the interview is not built in yet", ""))
}
