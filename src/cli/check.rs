//! `gapwise check`: everything that is wrong, at once, with places.

use std::path::{Path, PathBuf};

use clap::Args;

use super::check_templates::{self, holds_templates};
use super::failure::Failure;
use super::installation::Installation;
use super::opened::remedy;
use super::output::Output;
use super::problems::{Stream, render};
use super::secret::is_locked;
use super::settings;
use crate::assessment::{fit, read};
use crate::config::{self, Config};
use crate::portfolio::files;
use crate::problem::{Problem, Source};
use crate::questionnaire::{Library, read_source};

/// What `check` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "Without FILE everything is checked: the built-in questionnaires, your own ones, your assessments, your settings.\n\
    Exit code 3 says that there are errors; warnings alone give 0.\n\n\
    Example:\n  gapwise check\n  gapwise check questionnaires/ brightwater.toml"
)]
pub(super) struct CheckArgs {
    /// Files, or folders with TOML files.
    #[arg(value_name = "FILE|DIR")]
    paths: Vec<PathBuf>,
}

/// The exit code when something is wrong.
const FOUND_ERRORS: u8 = 3;

pub(super) fn run(args: &CheckArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let mut checked = Checked { installation: &installation, count: 0, locked: 0, problems: Vec::new() };
    if args.paths.is_empty() {
        checked.count += installation.library.questionnaires.len();
        checked.settings(&Config::path(&installation.places));
        checked.problems.extend(Library::load(Some(&installation.places.questionnaires)).check());
        checked.all(&files(&installation.places.assessments));
        if installation.places.templates.is_dir() {
            checked.templates(&installation.places.templates)?;
        }
    } else {
        let mut paths = Vec::new();
        for path in &args.paths {
            if holds_templates(path) {
                checked.templates(path)?;
            } else {
                gather(path, &mut paths)?;
            }
        }
        checked.all(&paths);
    }
    let errors = checked.problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = checked.problems.len() - errors;
    let summary = format!(
        "{} checked: {}, {}",
        plural(checked.count, "file"),
        plural(errors, "error"),
        plural(warnings, "warning")
    );
    let summary = match checked.locked {
        0 => summary,
        count => format!("{summary}; {} left out: unlock what is to be checked", plural(count, "locked file")),
    };
    let output = Output::data(render(&checked.problems, Stream::Data)).and_say(summary);
    Ok(if errors > 0 { output.with_code(FOUND_ERRORS) } else { output })
}

fn plural(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// The files that a path stands for: itself, or the TOML files in a folder and the folders below.
fn gather(path: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if !path.exists() {
        return Err(Failure::work(format!("{} does not exist", path.display()), "Check the name"));
    }
    if !path.is_dir() {
        paths.push(path.to_owned());
        return Ok(());
    }
    let failed = |error: std::io::Error| Failure::work(format!("{} could not be read: {error}", path.display()), "");
    let mut inside: Vec<PathBuf> =
        std::fs::read_dir(path).map_err(failed)?.flatten().map(|entry| entry.path()).collect();
    inside.sort();
    for path in inside {
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        // a link to a folder above would lead round in circles
        let folder = path.is_dir() && !path.is_symlink();
        if !hidden && (folder || path.extension().is_some_and(|extension| extension == "toml")) {
            gather(&path, paths)?;
        }
    }
    Ok(())
}

/// What has been found so far.
struct Checked<'a> {
    installation: &'a Installation,
    count: usize,
    /// Assessments that are locked, which nobody checks without what opens them.
    locked: usize,
    problems: Vec<Problem>,
}

impl Checked<'_> {
    /// Questionnaires are checked together, since they may name each other's questions.
    fn all(&mut self, paths: &[PathBuf]) {
        let mut own = Vec::new();
        for path in paths {
            if path.file_name().is_some_and(|name| name == config::FILE) {
                self.settings(path);
                continue;
            }
            if is_locked(path) {
                self.locked += 1;
                continue;
            }
            self.count += 1;
            match read_source(path) {
                Err(problem) => self.problems.push(*problem),
                Ok(source) if is_questionnaire(&source) => own.push(source),
                Ok(source) => self.assessment(&source),
            }
        }
        if !own.is_empty() {
            let names: Vec<_> = own.iter().map(|source| source.name.clone()).collect();
            let loaded = Library::load_with(Some(&self.installation.places.questionnaires), own);
            self.problems.extend(loaded.check_of(|name| names.iter().any(|asked| **asked == *name)));
        }
    }

    /// A person's settings; without a file there is nothing to say about them.
    fn settings(&mut self, path: &Path) {
        if path.symlink_metadata().is_ok() {
            self.count += 1;
            match read_source(path) {
                Ok(source) => self.problems.extend(settings::check(source)),
                Err(problem) => self.problems.push(*problem),
            }
        }
    }

    fn templates(&mut self, folder: &Path) -> Result<(), Failure> {
        let (count, problems) = check_templates::check(self.installation, folder)?;
        self.count += count;
        self.problems.extend(problems);
        Ok(())
    }

    fn assessment(&mut self, source: &Source) {
        let source = Source::new(&*source.name, source.text.replace("\r\n", "\n"));
        match read(&source) {
            Err(problems) => self.problems.extend(problems),
            Ok(reading) => {
                self.problems.extend(reading.warnings);
                let mut assessment = reading.assessment;
                match self.installation.library.select(&assessment.questionnaires) {
                    Ok(selection) => {
                        let misfits = fit(&selection, &mut assessment);
                        self.problems.extend(misfits.iter().map(|misfit| misfit.problem(&source)));
                    }
                    Err(error) => {
                        let at = source.text.find("questionnaires").unwrap_or(0);
                        let remedy = remedy(&error, self.installation);
                        self.problems.push(Problem::error(
                            &source,
                            at..at + "questionnaires".len(),
                            error.to_string(),
                            remedy,
                        ));
                    }
                }
            }
        }
    }
}

/// Whether a file wants to be a questionnaire, assumptions or benchmarks; anything else is read as an assessment.
fn is_questionnaire(source: &Source) -> bool {
    let (document, _) = crate::toml_text::parse(&source.text);
    let has = |key: &str| document.get_ref().contains_key(key);
    if has("questionnaires") || has("answers") {
        return false;
    }
    has("question")
        || has("assumption")
        || has("benchmark")
        || has("area")
        || has("band")
        || (has("id") && has("version"))
}
