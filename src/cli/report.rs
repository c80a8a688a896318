//! `gapwise report`: the finished document.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rust_i18n::t;

use super::failure::Failure;
use super::installation::Installation;
use super::opened::open_to_read;
use super::output::Output;
use super::past::Past;
use super::report_file::{self, FileKind, beside, write};
use super::secret::is_locked;
use crate::report::{Audience, Paper};

/// What `report` takes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  gapwise report brightwater --open\n  \
    gapwise report brightwater --format pdf --audience internal\n  \
    gapwise report brightwater --format email --out -\n  \
    gapwise report brightwater --out for-the-board.docx\n\n\
    PDF needs Chromium, Chrome or Edge; printing the HTML gives the same.")]
pub(super) struct ReportArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// What it is written in; without, what the name after --out ends in, else HTML.
    #[arg(long, value_enum)]
    format: Option<FormatArg>,
    /// Who reads it: the client only what is meant for them.
    #[arg(long, value_enum, default_value_t = AudienceArg::Client)]
    audience: AudienceArg,
    /// A template of your own in place of the usual one; `gapwise templates` lists them.
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    /// What a PDF or DOCX is printed on; without, Letter where the currency is of North America, else A4.
    #[arg(long, value_enum)]
    paper: Option<PaperArg>,
    /// The file to write; `-` is the standard output; without, one beside the assessment.
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Show it when it is written.
    #[arg(long)]
    open: bool,
}

/// What a report is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// Markdown.
    Md,
    /// One self-contained HTML file.
    Html,
    /// A follow-up e-mail to the client, as plain text.
    Email,
    /// PDF, printed by an installed browser.
    Pdf,
    /// A document for Word or LibreOffice, to be edited before sending.
    Docx,
}

/// Who reads it.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum AudienceArg {
    /// The client.
    Client,
    /// The consultant.
    Internal,
}

/// What it is printed on.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum PaperArg {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

pub(super) fn run(args: &ReportArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let (opened, assessment_path) = open_to_read(&installation, &args.file)?;
    let kind = kind(args)?;
    let audience = match args.audience {
        AudienceArg::Client => Audience::Client,
        AudienceArg::Internal => Audience::Internal,
    };
    let to_output = args.out.as_deref() == Some(Path::new("-"));
    if to_output && args.open {
        return Err(Failure::usage("--open needs a file, and --out - writes none", "Leave one of them out"));
    }
    if to_output && kind.is_binary() && std::io::stdout().is_terminal() {
        return Err(Failure::usage(
            "a terminal cannot show this format",
            "Name a file with --out, or leave --out away",
        ));
    }
    let path = args.out.clone().unwrap_or_else(|| beside(&assessment_path, audience, kind));
    if !to_output {
        report_file::refuse_place(&path, &assessment_path)?;
    }
    let wanted = report_file::Wanted {
        audience,
        kind,
        template: args.template.as_deref(),
        paper: args.paper.map(|paper| match paper {
            PaperArg::A4 => Paper::A4,
            PaperArg::Letter => Paper::Letter,
        }),
    };
    let past = Past::of(&installation, &assessment_path, &opened.assessment);
    let (bytes, warnings) =
        report_file::rendered(&installation, &past, &opened.selection, &opened.assessment, &wanted)?;
    let talk = format!("{}{}{warnings}", opened.talk, past.talk);
    if to_output {
        return Ok(Output::bytes(bytes).and_say(talk));
    }
    write(&path, &bytes)?;
    let said = if is_locked(&assessment_path) { t!("crypt.reports_open") } else { "".into() };
    let output = Output::data(format!("{}\n", path.display())).and_say(talk).and_say(said);
    if !args.open {
        return Ok(output);
    }
    // the file is there in any case
    Ok(match open::that_detached(&path) {
        Ok(()) => output,
        Err(error) => output.and_say(format!("It could not be shown ({error}); open the file above yourself")),
    })
}

/// What was asked for, else what the file's name says, else HTML.
fn kind(args: &ReportArgs) -> Result<FileKind, Failure> {
    let ending = args.out.as_deref().and_then(Path::extension).map(|ending| ending.to_ascii_lowercase());
    let by_name = match ending.as_deref().and_then(std::ffi::OsStr::to_str) {
        Some("md") => Some(FormatArg::Md),
        Some("html" | "htm") => Some(FormatArg::Html),
        Some("pdf") => Some(FormatArg::Pdf),
        Some("docx") => Some(FormatArg::Docx),
        _ => None,
    };
    if let (Some(FormatArg::Pdf | FormatArg::Docx), Some(asked)) = (by_name, args.format)
        && by_name != args.format
    {
        let name = asked.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        let message = format!("the name after --out is not one of a file of the format {name}");
        return Err(Failure::usage(message, "Name another file, or leave --format away"));
    }
    Ok(match args.format.or(by_name).unwrap_or(FormatArg::Html) {
        FormatArg::Md => FileKind::Markdown,
        FormatArg::Html => FileKind::Html,
        FormatArg::Email => FileKind::Email,
        FormatArg::Pdf => FileKind::Pdf,
        FormatArg::Docx => FileKind::Docx,
    })
}
