//! The record of past goals, read from the closed and abandoned goals of one's own assessments (domain.md 6.5).
//!
//! The same client's earlier goals count like all others: nobody's past says more about their next goal. The assessment that
//! is being worked on is left out by its path, since its own goals are added as they stand in memory
//! ([`cases_since`]).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::follow_up::earlier;
use super::list::{Unreadable, files};
use crate::assessment::{Assessment, OpenError, fit, load};
use crate::evaluation::{Case, TrackRecord, cases_since};
use crate::questionnaire::Library;

/// The record of a folder, and the files it could not use.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// The cases: numbers alone, nothing that names a client.
    pub record: TrackRecord,
    /// How many are locked, and were left out.
    pub locked: usize,
    /// Files that were skipped, by name.
    pub skipped: Vec<Unreadable>,
}

/// Reads the record of a folder's assessments, without the one at `except`; a folder that does not exist has none.
///
/// Cases come in the order of their files' names. A file that is broken, or whose questionnaires are not installed, is skipped.
pub fn track_record(folder: &Path, library: &Library, except: Option<&Path>) -> Record {
    let except = except.map(place);
    let mut found = Record::default();
    let mut closed_later = BTreeSet::new();
    let mut read = Vec::new();
    let all: Vec<_> = files(folder).into_par_iter().map(|path| (load(&path), path)).collect();
    for (loaded, path) in all {
        match loaded {
            Ok((reading, _)) => {
                if let Some(name) = reading.assessment.follows.clone() {
                    closed_later.extend(over(&reading.assessment).map(|goal| (name.clone(), goal)));
                }
                read.push((path, reading.assessment));
            }
            Err(OpenError::Locked { .. }) => found.locked += 1,
            Err(error) => found.skipped.push(Unreadable { path, reason: error.to_string() }),
        }
    }
    for (path, mut assessment) in read {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // a goal that was carried into a follow-up counts once: where it was closed last
        assessment.goals.retain(|goal| {
            !goal.status.is_open() && !closed_later.contains(&(name.clone(), (goal.metric.clone(), goal.agreed)))
        });
        // most files have no goal that is over, and their questionnaires need not be there
        if assessment.goals.is_empty() || Some(place(&path)) == except {
            continue;
        }
        match cases(folder, library, &path, assessment) {
            Ok(cases) => found.record.cases.extend(cases),
            Err(reason) => found.skipped.push(Unreadable { path, reason }),
        }
    }
    found
}

/// A path by which the same file is known again.
fn place(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// What tells the goals apart that are over.
fn over(assessment: &Assessment) -> impl Iterator<Item = (String, Option<jiff::civil::Date>)> {
    let goals = assessment.goals.iter().filter(|goal| !goal.status.is_open());
    goals.map(|goal| (goal.metric.clone(), goal.agreed)).collect::<Vec<_>>().into_iter()
}

fn cases(folder: &Path, library: &Library, path: &Path, mut assessment: Assessment) -> Result<Vec<Case>, String> {
    let selection = library
        .select(&assessment.questionnaires)
        .map_err(|error| format!("the goals of {} are left out of the record: {error}", path.display()))?;
    let mut before = earlier(folder, path, &assessment).ok().flatten().map(|earlier| earlier.assessment);
    fit(&selection, &mut assessment);
    if let Some(before) = &mut before {
        fit(&selection, before);
    }
    Ok(cases_since(&selection, &assessment, before.as_ref()))
}
