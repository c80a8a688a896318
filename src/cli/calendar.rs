//! `gapwise calendar`: the follow-up dates as a file for a calendar program.

use std::path::PathBuf;

use clap::Args;
use rust_i18n::t;

use super::failure::Failure;
use super::installation::Installation;
use super::opened::{Opened, open_to_read};
use super::output::Output;
use super::past::Past;
use super::secret::is_locked;
use super::sheet::{hand_out, named};
use crate::calendar::{dates, write};

/// What `calendar` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "The days come from the assumptions (follow_up.email and so on), the actions from the 90-day plan, the \
    deadlines from the agreed goals. Importing a newer file changes the entries of an older one and does not double them.\n\n\
    Nothing that exists is overwritten.\n\n\
    Example:\n  gapwise calendar brightwater\n  gapwise calendar brightwater --out dates.ics"
)]
pub(super) struct CalendarArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// The file to make; `-` is the standard output; without, one beside the assessment.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &CalendarArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let (Opened { assessment, selection, talk }, path) = open_to_read(&installation, &args.file)?;
    let past = Past::of(&installation, &path, &assessment);
    let evaluation = past.evaluate(&selection, &assessment);
    let text = write(&dates(&selection, &assessment, &evaluation));
    let out = args.out.clone().unwrap_or_else(|| named(&path, "dates.ics"));
    let said = if is_locked(&path) { t!("crypt.reports_open") } else { "".into() };
    Ok(hand_out(&out, &text)?.and_say(talk).and_say(said))
}
