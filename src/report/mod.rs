//! The report: a finished document from an assessment and its evaluation, for the client or for the consultant.
//!
//! [`view`](self) decides what may be read and in which words, the templates decide how it looks. A person's own
//! folder of templates overrides the built-in ones file by file.

mod charts;
mod hidden;
mod key_gaps;
mod markdown;
mod outline;
mod style;
mod templates;
mod view;
mod words;

use std::path::{Path, PathBuf};

use crate::assessment::{Assessment, Mode};
use crate::display::Display;
use crate::evaluation::Evaluation;
use crate::questionnaire::Selection;
use templates::Templates;
use view::Material;

/// Who reads the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The client: only what is meant for them.
    Client,
    /// The consultant: everything.
    Internal,
}

/// What the report is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// GitHub's Markdown.
    Markdown,
    /// One self-contained HTML file.
    Html,
}

/// How a report is to be rendered.
#[derive(Debug, Clone, Copy)]
pub struct ReportOptions<'a> {
    /// Who reads it.
    pub audience: Audience,
    /// What it is written in.
    pub format: Format,
    /// A person's own folder of templates, whose files override the built-in ones of the same name.
    pub templates: Option<&'a Path>,
}

/// Why a report could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A self-assessment holds nothing that its owner may not read.
    #[error("a self-assessment has no internal report; ask for --audience client")]
    NoInternalVersion,
    /// A template is wrong.
    #[error("{file}:{line}:{column}: {reason}. Mend the template, or remove it to use the built-in one")]
    Template {
        /// The template's file, or `builtin/…`.
        file: String,
        /// Its line, from 1.
        line: usize,
        /// Its column, from 1.
        column: usize,
        /// What is wrong.
        reason: String,
    },
    /// The templates do not fit together.
    #[error("the report templates do not fit together: {reason}")]
    Templates {
        /// What is wrong, with places where they are known.
        reason: String,
    },
    /// A file of the template folder could not be read.
    #[error("cannot read {path}: {source}. Check that the file exists and may be read")]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file of words or of the outline is wrong.
    #[error("{file}:{line}:{column}: {reason}. Mend the file, or remove it to use the built-in one")]
    Words {
        /// The file.
        file: String,
        /// Its line, from 1.
        line: usize,
        /// Its column, from 1.
        column: usize,
        /// What is wrong.
        reason: String,
    },
}

/// Every file a report is made from, by name, and whether it is a person's own.
///
/// # Errors
/// When the folder of own templates cannot be read.
pub fn template_files(own: Option<&Path>) -> Result<Vec<(String, bool)>, ReportError> {
    templates::files(own)
}

/// Renders the report of one assessment as a text; the same input gives the same bytes.
///
/// Nothing is written: a report that fails leaves whatever was there.
///
/// # Errors
/// When the internal version of a self-assessment is asked for, or a person's own template is wrong.
pub fn render(
    selection: &Selection,
    assessment: &Assessment,
    evaluation: &Evaluation,
    options: &ReportOptions,
) -> Result<String, ReportError> {
    if assessment.mode == Mode::SelfAssessment && options.audience == Audience::Internal {
        return Err(ReportError::NoInternalVersion);
    }
    let mut templates = Templates::load(options.templates, &assessment.locale)?;
    if assessment.mode == Mode::SelfAssessment {
        templates.words.prefer("self");
    }
    let material = Material {
        selection,
        assessment,
        evaluation,
        words: &templates.words,
        outline: &templates.outline,
        show: Display { locale: &assessment.locale, currency: &assessment.currency },
        audience: options.audience,
    };
    let view = hidden::marked(&view::build(&material))
        .map_err(|error| ReportError::Templates { reason: error.to_string() })?;
    let name = match (options.audience, options.format) {
        (Audience::Client, Format::Markdown) => "client.md",
        (Audience::Client, Format::Html) => "client.html",
        (Audience::Internal, Format::Markdown) => "internal.md",
        (Audience::Internal, Format::Html) => "internal.html",
    };
    let running = style::RunningHead {
        left: templates.words.fill(
            "page_foot",
            &[("title", &material.title("title")), ("client", &hidden::marked_text(&material.client_name()))],
        ),
        right: material.show.date(assessment.date),
        internal: material.is_internal().then(|| templates.words.get("page_internal").to_owned()),
    };
    templates.render(name, options.format, &view, &running)
}
