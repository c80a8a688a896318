//! `gapwise interview`: goes on with an assessment.

use clap::Args;

use super::failure::Failure;
use super::installation::Installation;
use super::opened::{OpenedToChange, open_to_sit, problems, told};
use super::output::{Output, say};
use super::{lines, screen, settings};
use crate::assessment::AssessmentFile;
use crate::portfolio::find;
use crate::problem::nearest;
use crate::questionnaire::Selection;

/// What `interview` takes.
#[derive(Debug, Args)]
#[command(after_help = "Every answer is saved as it is given. Press ? for the keys.\n\n\
    Example:\n  gapwise interview brightwater\n  gapwise interview brightwater --at ga_tactics")]
pub(super) struct InterviewArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// The question to begin at; without, the first open one.
    #[arg(long, value_name = "QUESTION")]
    at: Option<String>,
    /// As plain lines: for screen readers, braille lines, pipes; by itself where there is no screen.
    #[arg(long)]
    plain: bool,
    /// Begin with everything private hidden, for a screen that is shared; ctrl-p shows it.
    #[arg(long)]
    share: bool,
}

pub(super) fn run(args: &InterviewArgs, shared: bool) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let path = find(&installation.places.assessments, &args.file)?;
    let OpenedToChange { file, selection, misfits } = open_to_sit(&installation, &path)?;
    // said before the screen opens, so that it is there to be read when it closes
    say(&told(&problems(&file, &misfits)));
    if args.plain || settings::is_plain() {
        return lines::interview(&installation, file, selection, args.at.as_deref());
    }
    sit(&installation, file, selection, args.at.as_deref(), args.share || shared)
}

/// One sitting, from the first key to the last.
pub(super) fn sit(
    installation: &Installation,
    file: AssessmentFile,
    selection: Selection,
    at: Option<&str>,
    shared: bool,
) -> Result<Output, Failure> {
    known(&selection, at)?;
    screen::interview(installation, file, selection, at, shared)
}

/// Refuses a question that nobody asks.
pub(super) fn known(selection: &Selection, at: Option<&str>) -> Result<(), Failure> {
    if let Some(id) = at.filter(|id| selection.question(id).is_none()) {
        let near = nearest(id, selection.questions().map(|question| question.id.as_str()));
        let hint = near.map(|near| format!("Did you mean '{near}'?")).unwrap_or_default();
        return Err(Failure::usage(format!("no question has the id '{id}'"), hint));
    }
    Ok(())
}
