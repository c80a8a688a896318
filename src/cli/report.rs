//! `gapwise report`: the finished document.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::installation::Installation;
use super::opened::open_to_read;
use super::output::Output;
use crate::assessment::Mode;
use crate::evaluation::evaluate;

/// What `report` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  gapwise report brightwater\n  gapwise report brightwater --format md --audience internal --out -"
)]
pub(super) struct ReportArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// What it is written in.
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// Who reads it: the client only what is meant for them.
    #[arg(long, value_enum, default_value_t = Audience::Client)]
    audience: Audience,
    /// The file to write; `-` is the standard output; without, one beside the assessment.
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

/// What a report is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown.
    Md,
    /// One self-contained HTML file.
    Html,
}

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Audience {
    /// The client.
    Client,
    /// The consultant.
    Internal,
}

pub(super) fn run(args: &ReportArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let (opened, _path) = open_to_read(&installation, &args.file)?;
    if opened.assessment.mode == Mode::SelfAssessment && args.audience == Audience::Internal {
        return Err(Failure::usage("a self-assessment has no internal report", "Use --audience client"));
    }
    let _evaluation = evaluate(&opened.selection, &opened.assessment);
    let _ = (args.format, &args.out);
    Err(Failure::work("the report is not built in yet", ""))
}
