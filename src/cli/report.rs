//! `gapwise report`: the finished document.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::installation::Installation;
use super::opened::open_to_read;
use super::output::Output;
use crate::assessment::Assessment;
use crate::durable;
use crate::evaluation::evaluate;
use crate::questionnaire::Selection;
use crate::report::{Audience, Format, ReportError, ReportOptions, render};

/// What `report` takes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  gapwise report brightwater\n  \
    gapwise report brightwater --format md --audience internal --out -")]
pub(super) struct ReportArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// What it is written in.
    #[arg(long, value_enum, default_value_t = FormatArg::Html)]
    format: FormatArg,
    /// Who reads it: the client only what is meant for them.
    #[arg(long, value_enum, default_value_t = AudienceArg::Client)]
    audience: AudienceArg,
    /// The file to write; `-` is the standard output; without, one beside the assessment.
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

/// What a report is written in.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    /// Markdown.
    Md,
    /// One self-contained HTML file.
    Html,
}

/// Who reads it.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum AudienceArg {
    /// The client.
    Client,
    /// The consultant.
    Internal,
}

pub(super) fn run(args: &ReportArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let (opened, assessment_path) = open_to_read(&installation, &args.file)?;
    let format = match args.format {
        FormatArg::Md => Format::Markdown,
        FormatArg::Html => Format::Html,
    };
    let audience = match args.audience {
        AudienceArg::Client => Audience::Client,
        AudienceArg::Internal => Audience::Internal,
    };
    let text = rendered(&installation, &opened.selection, &opened.assessment, audience, format)?;
    if args.out.as_deref() == Some(Path::new("-")) {
        return Ok(Output::data(text).and_say(opened.talk));
    }
    let path = args.out.clone().unwrap_or_else(|| beside(&assessment_path, audience, format));
    if std::fs::canonicalize(&path).is_ok_and(|path| std::fs::canonicalize(&assessment_path).is_ok_and(|it| it == path))
    {
        return Err(Failure::usage(
            "the report would take the place of the assessment",
            "Name another file with --out",
        ));
    }
    write(&path, &text)?;
    Ok(Output::data(format!("{}\n", path.display())).and_say(opened.talk))
}

/// A report as text.
pub(super) fn rendered(
    installation: &Installation,
    selection: &Selection,
    assessment: &Assessment,
    audience: Audience,
    format: Format,
) -> Result<String, Failure> {
    let templates = Some(installation.places.templates.as_path()).filter(|folder| folder.is_dir());
    let evaluation = evaluate(selection, assessment);
    render(selection, assessment, &evaluation, &ReportOptions { audience, format, templates }).map_err(|error| {
        match error {
            ReportError::NoInternalVersion => Failure::usage(error.to_string(), ""),
            _ => Failure::work(error.to_string(), "`gapwise templates` lists the templates that are used"),
        }
    })
}

/// The file of a report that was given no name: the assessment's, with what it is.
pub(super) fn beside(assessment: &Path, audience: Audience, format: Format) -> PathBuf {
    let kind = match audience {
        Audience::Client => "report",
        Audience::Internal => "internal",
    };
    let extension = match format {
        Format::Markdown => "md",
        Format::Html => "html",
    };
    let stem = assessment.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    assessment.with_file_name(format!("{stem}-{kind}.{extension}"))
}

/// Writes a report in one go: a failure leaves an earlier one as it was.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = durable::folder_of(path);
    if !folder.is_dir() {
        let message = format!("there is no folder {}", folder.display());
        return Err(Failure::work(message, "Make it first, or name another place with --out"));
    }
    let written = durable::replace(path, text.as_bytes()).and_then(|()| durable::sync_folder(path));
    written.map_err(|error| {
        let message = format!("{} could not be written: {error}", path.display());
        Failure::work(message, "Name another place with --out; `--out -` prints it")
    })
}
