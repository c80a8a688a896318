//! One template to be rendered, as data: so that it can be done here or in a process of its own.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tera::{Context, ErrorKind, Tera};

use super::{Format, ReportError, glossary, letter, markdown};

/// Where built-in templates are found: a plain name is looked up there when a person has none of that name.
pub(super) const PREFIX: &str = "builtin/";

/// What a template's texts are escaped for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Markup {
    Html,
    Markdown,
    Plain,
}

/// One template to be rendered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Job {
    /// All templates by name, a person's own after the built-in ones.
    pub(super) files: Vec<(String, String)>,
    /// The one to be rendered.
    pub(super) root: String,
    /// What its texts are escaped for.
    pub(super) markup: Markup,
    /// Everything it may print.
    pub(super) context: Value,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum JobError {
    /// At a place of a file, from 1.
    Place { file: String, line: usize, column: usize, reason: String },
    /// Somewhere.
    Somewhere { reason: String },
}

impl Markup {
    pub(super) fn of(format: Format) -> Self {
        match format {
            Format::Html => Self::Html,
            Format::Markdown => Self::Markdown,
            Format::Email => Self::Plain,
        }
    }

    /// How the names of such templates end.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Html => ".html",
            Self::Markdown => ".md",
            Self::Plain => ".txt",
        }
    }
}

impl Job {
    /// Renders it, however long that takes.
    pub(super) fn run(&self) -> Result<String, JobError> {
        let mut tera = Tera::default();
        tera.set_fallback_prefixes([PREFIX]).map_err(|error| explained(&error))?;
        // Every text is escaped for the format unless a template says `| safe`.
        match self.markup {
            Markup::Html => {}
            Markup::Markdown => {
                tera.autoescape_on([".md"]);
                tera.set_escape_fn(markdown::escape);
            }
            Markup::Plain => {
                tera.autoescape_on([".txt"]);
                tera.set_escape_fn(letter::escape);
            }
        }
        let ending = self.markup.ending();
        let files = self.files.iter().filter(|(file, _)| file.ends_with(ending));
        tera.add_raw_templates(files.map(|(file, text)| (file.as_str(), text.as_str())))
            .map_err(|error| explained(&error))?;
        let render = |context: &Value| {
            let context = Context::from_serialize(context).map_err(|error| explained(&error))?;
            tera.render(&self.root, &context).map_err(|error| explained(&error))
        };
        // The glossary explains what the rest of the report says: that has to be there first.
        let mut context = self.context.clone();
        let terms = glossary::taken(&mut context);
        let rendered = render(&context)?;
        match glossary::put_back(context, terms, &rendered, self.markup) {
            Some(context) => render(&context),
            None => Ok(rendered),
        }
    }
}

/// What Tera says, with its place.
fn explained(error: &tera::Error) -> JobError {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => JobError::Place {
            file: report.filename().to_owned(),
            line: report.span().start_line,
            column: report.span().start_col + 1,
            reason: report.message().trim_end_matches('.').to_owned(),
        },
        _ => JobError::Somewhere { reason: error.to_string() },
    }
}

impl From<JobError> for ReportError {
    fn from(error: JobError) -> Self {
        match error {
            JobError::Place { file, line, column, reason } => Self::Template { file, line, column, reason },
            JobError::Somewhere { reason } => Self::Templates { reason },
        }
    }
}
