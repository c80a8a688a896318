//! The report: a finished document from an assessment and its evaluation, for the client or for the consultant.
//!
//! [`view`](self) decides what may be read and in which words, the templates decide how it looks. A person's own
//! folder of templates overrides the built-in ones file by file.

pub mod brand;
mod charts;
pub mod docx;
mod earlier;
mod glossary;
mod hidden;
mod job;
mod key_gaps;
mod letter;
mod markdown;
mod names;
mod outline;
pub mod pdf;
mod process;
mod rules;
pub mod sandbox;
mod style;
mod templates;
mod view;
mod words;

use std::path::{Path, PathBuf};

use crate::assessment::{Assessment, Mode};
use crate::display::Display;
use crate::evaluation::Evaluation;
use crate::questionnaire::Selection;
use brand::Brand;
pub use earlier::Earlier;
pub use names::{TemplateProblem, context_page, template_problems};
pub use rules::{RuleSheet, render_rules, rule_sheets};
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
    /// The plain text of a follow-up e-mail to the client.
    Email,
}

/// What a report is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
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
    /// The template to render in place of the audience's own, by its name with or without its ending.
    pub root: Option<&'a str>,
    /// Whose report it is.
    pub brand: Option<&'a Brand>,
    /// What it will be printed on; the reader's own printer decides when nothing is said.
    pub paper: Option<Paper>,
    /// The program that renders a person's own templates within limits ([`sandbox`]): Gapwise itself. Without it they
    /// are rendered here, without limits.
    pub runner: Option<&'a Path>,
    /// The assessment that this one follows up on.
    pub earlier: Earlier<'a>,
}

impl ReportOptions<'_> {
    /// The built-in report of an audience in a format, without a brand.
    pub fn new(audience: Audience, format: Format) -> Self {
        let earlier = Earlier::None;
        Self { audience, format, templates: None, root: None, brand: None, paper: None, runner: None, earlier }
    }
}

/// Why a report could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A self-assessment holds nothing that its owner may not read.
    #[error("a self-assessment has no internal report; ask for --audience client")]
    NoInternalVersion,
    /// An e-mail is what a consultant writes to a client.
    #[error(
        "a follow-up e-mail goes from a consultant to a client: it has no internal version, and a self-assessment has none"
    )]
    NoEmail,
    /// There is no template of this name.
    #[error("there is no template {name}")]
    NoTemplate {
        /// The name that was looked for.
        name: String,
    },
    /// A person's own templates went beyond the limits.
    #[error(
        "the template {template} was stopped: {what}. Look for a loop inside a loop, or a text that grows in a loop"
    )]
    TooMuch {
        /// The template that was rendered.
        template: String,
        /// Which limit was reached.
        what: String,
    },
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
    /// A file of the template folder is larger than any template.
    #[error("{path} is larger than 1 MiB, which no template is. Is it the right file?")]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// A file of the template folder is a link to somewhere else.
    #[error("{path} leads out of the folder of templates. Put a copy of the file there in place of the link")]
    Outside {
        /// The link.
        path: PathBuf,
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

/// The text of a built-in file a report is made from, by its name.
pub fn built_in_template(name: &str) -> Option<&'static str> {
    templates::built_in_text(name)
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
    let is_to_client = assessment.mode == Mode::Consultant && options.audience == Audience::Client;
    if options.format == Format::Email && !is_to_client {
        return Err(ReportError::NoEmail);
    }
    let signed = options.brand.map(|brand| brand.signed(assessment));
    let assessment = signed.as_deref().unwrap_or(assessment);
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
        earlier: options.earlier,
    };
    let view = hidden::marked(&view::build(&material))
        .map_err(|error| ReportError::Templates { reason: error.to_string() })?;
    let running = style::RunningHead {
        left: templates.words.fill(
            "page_foot",
            &[("title", &material.title("title")), ("client", &hidden::marked_text(&material.client_name()))],
        ),
        right: material.show.date(assessment.date),
        internal: material.is_internal().then(|| templates.words.get("page_internal").to_owned()),
    };
    templates.render(root(options), options, &view, &running)
}

/// The name of the template that is rendered.
fn root(options: &ReportOptions) -> String {
    let ending = job::Markup::of(options.format).ending();
    let usual = match (options.format, options.audience) {
        (Format::Email, _) => "email",
        (_, Audience::Client) => "client",
        (_, Audience::Internal) => "internal",
    };
    let name = options.root.unwrap_or(usual);
    format!("{}{ending}", name.strip_suffix(ending).unwrap_or(name))
}
