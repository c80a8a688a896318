//! A report as a file: rendered as a whole first, then put in its place in one go.

use std::path::{Path, PathBuf};

use super::before::Before;
use super::failure::Failure;
use super::installation::Installation;
use super::letterhead::letterhead;
use super::past::Past;
use crate::assessment::Assessment;
use crate::durable;
use crate::questionnaire::Selection;
use crate::report::{Audience, Format, Paper, ReportError, ReportOptions, RuleSheet, docx, pdf, render, render_rules};

/// What a report's file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Markdown,
    Html,
    Email,
    Pdf,
    Docx,
}

/// The report that is wanted.
pub(super) struct Wanted<'a> {
    pub(super) audience: Audience,
    pub(super) kind: FileKind,
    /// A template in place of the audience's own.
    pub(super) template: Option<&'a str>,
    /// What it is printed on; by the currency when nothing is said.
    pub(super) paper: Option<Paper>,
}

impl<'a> Wanted<'a> {
    /// The usual report of an audience.
    pub(super) fn usual(audience: Audience, kind: FileKind) -> Self {
        Self { audience, kind, template: None, paper: None }
    }
}

impl FileKind {
    /// Whether it is no text.
    pub(super) fn is_binary(self) -> bool {
        matches!(self, Self::Pdf | Self::Docx)
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Email => "txt",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// What is rendered for it: PDF and DOCX are made from the HTML.
    fn format(self) -> Format {
        match self {
            Self::Markdown => Format::Markdown,
            Self::Email => Format::Email,
            Self::Html | Self::Pdf | Self::Docx => Format::Html,
        }
    }
}

/// The bytes of the report on an assessment, forecasts calibrated by what came before it, and what is worth knowing about how
/// it was made.
pub(super) fn rendered(
    installation: &Installation,
    past: &Past,
    selection: &Selection,
    assessment: &Assessment,
    wanted: &Wanted,
) -> Result<(Vec<u8>, String), Failure> {
    let head = letterhead(installation);
    // found first: nobody should wait for a report that cannot be printed
    let browser = match wanted.kind {
        FileKind::Pdf => Some(pdf::find(head.browser.as_deref()).map_err(unprinted)?),
        _ => None,
    };
    let folder = installation.places.templates.as_path();
    let paper = wanted.paper.unwrap_or_else(|| usual_paper(&assessment.currency));
    let runner = std::env::current_exe().ok();
    let evaluation = past.evaluate(selection, assessment);
    let before = Before::of(installation, past, selection, assessment, &evaluation);
    let options = ReportOptions {
        templates: Some(folder).filter(|folder| folder.is_dir()),
        root: wanted.template,
        brand: Some(&head.brand),
        paper: wanted.kind.is_binary().then_some(paper),
        runner: runner.as_deref(),
        earlier: before.as_earlier(),
        ..ReportOptions::new(wanted.audience, wanted.kind.format())
    };
    let text = render(selection, assessment, &evaluation, &options).map_err(|error| unrendered(&error, folder))?;
    let bytes = match (wanted.kind, browser) {
        (FileKind::Pdf, Some(browser)) => pdf::print(&browser, &text).map_err(unprinted)?,
        (FileKind::Docx, _) => docx::from_html(&text, paper).map_err(|error| Failure::work(error.to_string(), ""))?,
        _ => text.into_bytes(),
    };
    Ok((bytes, head.warnings))
}

/// The bytes of a page of rules.
pub(super) fn rendered_rules(
    installation: &Installation,
    assessment: &Assessment,
    (title, sheets): (&str, &[RuleSheet]),
    kind: FileKind,
) -> Result<(Vec<u8>, String), Failure> {
    let head = letterhead(installation);
    let browser = match kind {
        FileKind::Pdf => Some(pdf::find(head.browser.as_deref()).map_err(unprinted)?),
        _ => None,
    };
    let folder = installation.places.templates.as_path();
    let runner = std::env::current_exe().ok();
    let options = ReportOptions {
        templates: Some(folder).filter(|folder| folder.is_dir()),
        brand: Some(&head.brand),
        paper: kind.is_binary().then(|| usual_paper(&assessment.currency)),
        runner: runner.as_deref(),
        ..ReportOptions::new(Audience::Client, kind.format())
    };
    let text = render_rules(assessment, sheets, title, &options).map_err(|error| unrendered(&error, folder))?;
    let bytes = match browser {
        Some(browser) => pdf::print(&browser, &text).map_err(unprinted)?,
        None => text.into_bytes(),
    };
    Ok((bytes, head.warnings))
}

/// What is usual where a currency is.
fn usual_paper(currency: &str) -> Paper {
    if matches!(currency, "USD" | "CAD") { Paper::Letter } else { Paper::A4 }
}

/// A failure to render; a person's own file is named with its folder, so that it can be opened.
fn unrendered(error: &ReportError, folder: &Path) -> Failure {
    let own = |file: &str| !file.starts_with("builtin/");
    match error {
        ReportError::NoInternalVersion | ReportError::NoEmail => Failure::usage(error.to_string(), ""),
        ReportError::Template { file, .. } | ReportError::Words { file, .. } if own(file) => {
            let message = format!("{}{}", folder.join("").display(), error);
            Failure::work(message, "Nothing was written. `gapwise check` tells everything that is wrong with them")
        }
        _ => Failure::work(error.to_string(), "Nothing was written. `gapwise templates` lists the templates there are"),
    }
}

fn unprinted(error: pdf::PdfError) -> Failure {
    Failure::work(error.to_string(), error.remedy())
}

/// The file of a report that was given no name: the assessment's, with what it is.
pub(super) fn beside(assessment: &Path, audience: Audience, kind: FileKind) -> PathBuf {
    let name = match (kind, audience) {
        (FileKind::Email, _) => "email",
        (_, Audience::Client) => "report",
        (_, Audience::Internal) => "internal",
    };
    let stem = assessment.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    assessment.with_file_name(format!("{stem}-{name}.{}", kind.ending()))
}

/// Refuses places where no report can or should be, before anything is rendered.
pub(super) fn refuse_place(path: &Path, assessment: &Path) -> Result<(), Failure> {
    let folder = durable::folder_of(path);
    if !folder.is_dir() {
        let message = format!("there is no folder {}", folder.display());
        return Err(Failure::work(message, "Make it first, or name another place with --out"));
    }
    if path.is_dir() {
        let message = format!("{} is a folder", path.display());
        return Err(Failure::work(message, "Name a file in it with --out"));
    }
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    if whole(path).is_some_and(|path| whole(assessment) == Some(path)) {
        return Err(Failure::usage(
            "the report would take the place of the assessment",
            "Name another file with --out",
        ));
    }
    Ok(())
}

/// Writes a report in one go: a failure leaves an earlier one as it was.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let written = durable::replace(path, bytes).and_then(|()| durable::sync_folder(path));
    written.map_err(|error| {
        let message = format!("{} could not be written: {error}", path.display());
        Failure::work(message, "What was there is unchanged. Name another place with --out; `--out -` prints it")
    })
}
