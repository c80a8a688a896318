//! `gapwise report`: the finished document.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::installation::Installation;
use super::opened::open_to_read;
use super::output::Output;
use super::report_file::{default_path, rendered, write};
use crate::assessment::Mode;
use crate::report;

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
    let (opened, path) = open_to_read(&installation, &args.file)?;
    if opened.assessment.mode == Mode::SelfAssessment && args.audience == Audience::Internal {
        return Err(Failure::usage("a self-assessment has no internal report", "Use --audience client"));
    }
    let (format, audience) = (args.format.into(), args.audience.into());
    let text = rendered(&opened.selection, &opened.assessment, audience, format, &installation.places.templates)
        .map_err(|error| Failure::work(error.to_string(), "Nothing was written"))?;
    if args.out.as_deref().is_some_and(|out| out.as_os_str() == "-") {
        return Ok(Output::data(text).and_say(installation.talk()).and_say(opened.talk));
    }
    let out = args.out.clone().unwrap_or_else(|| default_path(&path, audience, format));
    write(&out, &text).map_err(|error| {
        let hint = "Name another place with --out; what was there before is untouched";
        Failure::work(format!("the report could not be written to {}: {error}", out.display()), hint)
    })?;
    Ok(Output::data(format!("{}\n", out.display())).and_say(installation.talk()).and_say(opened.talk))
}

impl From<Format> for report::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Md => Self::Markdown,
            Format::Html => Self::Html,
        }
    }
}

impl From<Audience> for report::Audience {
    fn from(audience: Audience) -> Self {
        match audience {
            Audience::Client => Self::Client,
            Audience::Internal => Self::Internal,
        }
    }
}
