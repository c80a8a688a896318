//! Checks report templates the only way that finds everything: by rendering them.

use std::path::Path;

use super::demo::brightwater;
use super::failure::Failure;
use super::installation::Installation;
use super::opened::select;
use crate::assessment::{Assessment, Mode};
use crate::evaluation::evaluate;
use crate::problem::{Problem, Source};
use crate::report::{Audience, Format, ReportError, ReportOptions, render, template_files};

/// The templates that are rendered; the others are parts of them.
const ROOTS: [&str; 4] = ["client.md", "client.html", "internal.md", "internal.html"];

/// Whether a folder is one of report templates.
pub(super) fn holds_templates(folder: &Path) -> bool {
    folder.is_dir() && (ROOTS.iter().any(|root| folder.join(root).is_file()) || folder.join("parts").is_dir())
}

/// How many files of a folder were checked, and what is wrong with them.
///
/// A full assessment and an empty one go through all of them, so that both sides of most conditions are seen.
pub(super) fn check(installation: &Installation, folder: &Path) -> Result<(usize, Vec<Problem>), Failure> {
    let full = brightwater()?;
    let empty = Assessment::new(full.questionnaires.clone(), Mode::Consultant, full.date);
    let mut problems: Vec<Problem> = Vec::new();
    // a template that never ends must not hold up the check
    let runner = std::env::current_exe().ok();
    for assessment in [full, empty] {
        let selection = select(installation, &assessment)?;
        let evaluation = evaluate(&selection, &assessment);
        for audience in [Audience::Client, Audience::Internal] {
            for format in [Format::Markdown, Format::Html] {
                let options = ReportOptions {
                    templates: Some(folder),
                    runner: runner.as_deref(),
                    ..ReportOptions::new(audience, format)
                };
                let Err(error) = render(&selection, &assessment, &evaluation, &options) else { continue };
                let problem = problem(folder, &error);
                let known = problems.iter().any(|one| one.span == problem.span && one.message == problem.message);
                if !known {
                    problems.push(problem);
                }
            }
        }
    }
    let own = template_files(Some(folder)).map_or(0, |files| files.iter().filter(|(_, own)| *own).count());
    Ok((own, problems))
}

fn problem(folder: &Path, error: &ReportError) -> Problem {
    match error {
        ReportError::Template { file, line, column, reason } | ReportError::Words { file, line, column, reason } => {
            let path = folder.join(file);
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let at = offset(&text, *line, *column);
            let source = Source::new(path.display().to_string(), text);
            Problem::error(&source, at..at, reason.as_str(), "Mend it, or remove the file to use the built-in one")
        }
        _ => Problem::error(&Source::new(folder.display().to_string(), ""), 0..0, error.to_string(), ""),
    }
}

/// The byte of a line and column, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let within = text[start..].char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
    start + within
}
