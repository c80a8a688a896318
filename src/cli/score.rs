//! `gapwise score`: scores and findings.

use clap::Args;

use super::failure::Failure;
use super::installation::Installation;
use super::opened::{Opened, open_to_read};
use super::output::Output;
use super::past::Past;
use super::{explain, score_json, score_table};

/// What `score` takes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  gapwise score brightwater\n  gapwise score brightwater --json\n  \
    gapwise score brightwater --explain content_coverage")]
pub(super) struct ScoreArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// As JSON, a stable interface: numbers unrounded, absent ones null.
    #[arg(long)]
    json: bool,
    /// How one number came about: a metric, an area, a finding, a question, or `overall`.
    #[arg(long, value_name = "ID", conflicts_with = "json")]
    explain: Option<String>,
}

pub(super) fn run(args: &ScoreArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let (Opened { assessment, selection, talk }, path) = open_to_read(&installation, &args.file)?;
    let past = Past::of(&installation, &path, &assessment);
    let evaluation = past.evaluate(&selection, &assessment);
    let data = match &args.explain {
        Some(id) => explain::text(&selection, &assessment, &evaluation, id)?,
        None if args.json => score_json::text(&selection, &evaluation)?,
        None => score_table::text(&selection, &assessment, &evaluation),
    };
    Ok(Output::data(data).and_say(talk).and_say(past.talk))
}
