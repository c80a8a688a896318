//! Checks report templates: every name against those there are, and by rendering them.

use std::path::Path;

use jiff::ToSpan;

use super::demo::brightwater;
use super::failure::Failure;
use super::installation::Installation;
use super::opened::select;
use crate::assessment::{Assessment, Goal, GoalStatus, Mode};
use crate::comparison::{Side, compare};
use crate::evaluation::evaluate;
use crate::problem::{Problem, Source};
use crate::questionnaire::{GoalMetric, Selection};
use crate::report::{
    Audience, Earlier, Format, ReportError, ReportOptions, TemplateProblem, render, render_rules, rule_sheets,
    template_files, template_problems,
};

/// The templates that are rendered; the others are parts of them.
const ROOTS: [&str; 7] =
    ["client.md", "client.html", "internal.md", "internal.html", "email.txt", "rules.md", "rules.html"];

/// The reports that are made of them.
const REPORTS: [(Audience, Format); 5] = [
    (Audience::Client, Format::Markdown),
    (Audience::Client, Format::Html),
    (Audience::Client, Format::Email),
    (Audience::Internal, Format::Markdown),
    (Audience::Internal, Format::Html),
];

/// Whether a folder is one of report templates.
pub(super) fn holds_templates(folder: &Path) -> bool {
    folder.is_dir() && (ROOTS.iter().any(|root| folder.join(root).is_file()) || folder.join("parts").is_dir())
}

/// How many files of a folder were checked, and what is wrong with them.
///
/// Every name is held against those there are; then a full assessment and an empty one go through all templates, for what
/// only shows when they are rendered.
pub(super) fn check(installation: &Installation, folder: &Path) -> Result<(usize, Vec<Problem>), Failure> {
    let named = template_problems(folder).unwrap_or_default();
    let mut problems: Vec<Problem> = named.iter().map(|one| name_problem(folder, one)).collect();
    for problem in rendering(installation, folder)? {
        // a name that is not there need not be told twice
        let line = |one: &Problem| one.source.line_and_column(one.span.start).0;
        let same = |one: &Problem| one.source.name == problem.source.name && line(one) == line(&problem);
        let known =
            |one: &Problem| one.is_error() && same(one) || one.span == problem.span && one.message == problem.message;
        if !problems.iter().any(known) {
            problems.push(problem);
        }
    }
    let own = template_files(Some(folder)).map_or(0, |files| files.iter().filter(|(_, own)| *own).count());
    Ok((own, problems))
}

/// What rendering finds, each template within limits of time and memory.
fn rendering(installation: &Installation, folder: &Path) -> Result<Vec<Problem>, Failure> {
    let full = brightwater()?;
    let empty = Assessment::new(full.questionnaires.clone(), Mode::Consultant, full.date);
    let mut problems = Vec::new();
    let mut ended: Vec<(Audience, Format)> = Vec::new();
    // a template that never ends must not hold up the check
    let runner = std::env::current_exe().ok();
    for assessment in [full, empty] {
        let selection = select(installation, &assessment)?;
        let evaluation = evaluate(&selection, &assessment);
        let then = a_quarter_ago(&selection, &assessment);
        let (before, now) = (evaluate(&selection, &then), &evaluation);
        let comparison = compare(
            Side { selection: &selection, assessment: &then, evaluation: &before },
            Side { selection: &selection, assessment: &assessment, evaluation: now },
        );
        for (audience, format) in REPORTS.into_iter().filter(|one| !ended.contains(one)).collect::<Vec<_>>() {
            let options = ReportOptions {
                templates: Some(folder),
                runner: runner.as_deref(),
                earlier: Earlier::Compared { comparison: &comparison, selection: &selection },
                ..ReportOptions::new(audience, format)
            };
            let Err(error) = render(&selection, &assessment, &evaluation, &options) else { continue };
            if matches!(error, ReportError::TooMuch { .. }) {
                ended.push((audience, format));
            }
            problems.push(problem(folder, &error));
        }
    }
    problems.extend(rules(installation, folder, runner.as_deref())?);
    Ok(problems)
}

/// What rendering the pages of rules finds, of every questionnaire that has some.
fn rules(installation: &Installation, folder: &Path, runner: Option<&Path>) -> Result<Vec<Problem>, Failure> {
    let with_rules = installation.library.questionnaires.iter().filter(|one| !one.sheets.is_empty());
    let mut problems = Vec::new();
    let mut ended: Vec<Format> = Vec::new();
    for questionnaire in with_rules {
        let reference = format!("{}@{}", questionnaire.id, questionnaire.version);
        let assessment = Assessment::new(vec![reference], Mode::Consultant, brightwater()?.date);
        let sheets = rule_sheets(questionnaire, &assessment);
        let title = questionnaire.title.get(&assessment.locale);
        for format in [Format::Markdown, Format::Html] {
            let options =
                ReportOptions { templates: Some(folder), runner, ..ReportOptions::new(Audience::Client, format) };
            if ended.contains(&format) {
                continue;
            }
            if let Err(error) = render_rules(&assessment, &sheets, title, &options) {
                ended.push(format);
                problems.push(problem(folder, &error));
            }
        }
    }
    Ok(problems)
}

/// The same client a quarter before, with a goal agreed: so that there is something to compare with.
fn a_quarter_ago(selection: &Selection, assessment: &Assessment) -> Assessment {
    let mut then = assessment.clone();
    then.date = then.date.saturating_sub(91.days());
    let metric = selection.questionnaires.iter().flat_map(|one| &one.goals.metrics).next();
    let goal = |metric: &GoalMetric| Goal {
        metric: metric.id.clone(),
        status: GoalStatus::Agreed,
        agreed: Some(then.date),
        baseline: Some(1.0),
        wanted: Some(2.0),
        ..Goal::default()
    };
    then.set_goals(metric.map(goal).into_iter().collect());
    then
}

/// A name that is none, at its place in the file.
fn name_problem(folder: &Path, one: &TemplateProblem) -> Problem {
    let path = folder.join(&one.file);
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let source = Source::new(path.display().to_string(), text);
    let tell = if one.is_warning { Problem::warning } else { Problem::error };
    tell(&source, one.at..one.at, one.message.as_str(), one.remedy.as_str())
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
