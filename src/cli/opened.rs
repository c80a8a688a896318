//! An assessment named on the command line, read and fitted to its questionnaires.

use std::path::Path;

use super::failure::Failure;
use super::installation::Installation;
use super::problems::{Stream, render};
use super::secret::unlocked;
use crate::assessment::{Assessment, AssessmentFile, Misfit, fit, load};
use crate::portfolio::find;
use crate::problem::Problem;
use crate::questionnaire::{SelectError, Selection};

/// An assessment that is only read.
pub(super) struct Opened {
    /// Its content; answers that do not fit are open.
    pub(super) assessment: Assessment,
    /// Its questionnaires.
    pub(super) selection: Selection,
    /// What was worth knowing, for the standard error; empty when nothing was.
    pub(super) talk: String,
}

/// Reads an assessment by path or client.
pub(super) fn open_to_read(installation: &Installation, wanted: &str) -> Result<(Opened, std::path::PathBuf), Failure> {
    let path = find(&installation.places.assessments, wanted)?;
    let (reading, source) = unlocked(|| load(&path))?;
    let mut assessment = reading.assessment;
    let selection = select(installation, &assessment)?;
    let mut problems = reading.warnings;
    problems.extend(fit(&selection, &mut assessment).iter().map(|misfit| misfit.problem(&source)));
    let talk = told(&problems);
    Ok((Opened { assessment, selection, talk }, path))
}

/// An assessment that is to be changed.
pub(super) struct OpenedToChange {
    /// Its file, locked.
    pub(super) file: AssessmentFile,
    /// Its questionnaires.
    pub(super) selection: Selection,
    /// What does not fit; those answers are open here and kept in the file.
    pub(super) misfits: Vec<Misfit>,
}

/// Opens an assessment by path or client.
pub(super) fn open_to_change(installation: &Installation, wanted: &str) -> Result<OpenedToChange, Failure> {
    let path = find(&installation.places.assessments, wanted)?;
    fitted(installation, unlocked(|| AssessmentFile::open(&path))?)
}

/// Opens an assessment for a sitting: one that another has, or that is damaged, may at least be looked at.
pub(super) fn open_to_sit(installation: &Installation, path: &Path) -> Result<OpenedToChange, Failure> {
    fitted(installation, unlocked(|| AssessmentFile::open_for_sitting(path))?)
}

fn fitted(installation: &Installation, mut file: AssessmentFile) -> Result<OpenedToChange, Failure> {
    let selection = select(installation, file.assessment())?;
    let misfits = file.fit(&selection);
    Ok(OpenedToChange { file, selection, misfits })
}

/// What is worth knowing about a file that was opened to be changed, with places in it.
pub(super) fn problems(file: &AssessmentFile, misfits: &[Misfit]) -> Vec<Problem> {
    let mut problems = file.warnings().to_vec();
    problems.extend(misfits.iter().map(|misfit| misfit.problem(file.source())));
    problems
}

/// The questionnaires of an assessment.
pub(super) fn select(installation: &Installation, assessment: &Assessment) -> Result<Selection, Failure> {
    installation.library.select(&assessment.questionnaires).map_err(|error| {
        // the one that is wanted may be among those that could not be used
        let unusable = installation.problems.iter().filter(|problem| problem.is_error()).cloned().collect();
        Failure::work(error.to_string(), remedy(&error, installation)).because_of(unusable)
    })
}

/// What to do when a questionnaire is not there.
pub(super) fn remedy(error: &SelectError, installation: &Installation) -> String {
    let folder = installation.places.questionnaires.display();
    match error {
        SelectError::NotFound { nearest: Some(near), .. } => {
            format!("Did you mean '{near}'? `gapwise questionnaires` lists those there are")
        }
        SelectError::NotFound { .. } => {
            format!("Put its file into {folder}; `gapwise questionnaires` lists those there are")
        }
        SelectError::Twice { .. } => "Name it once".to_owned(),
        SelectError::OtherVersion { .. } => {
            format!("Put that version into {folder}, or name an installed one in the assessment; it is left as it was")
        }
    }
}

/// Problems as talk.
pub(super) fn told(problems: &[Problem]) -> String {
    if problems.is_empty() { String::new() } else { render(problems, Stream::Talk) }
}
