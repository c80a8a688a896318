//! Lists the assessments of a folder.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rayon::prelude::*;

use crate::assessment::{Assessment, OpenError, fit, load};
use crate::evaluation::overview;
use crate::questionnaire::Library;

/// An assessment in a folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its file.
    pub path: PathBuf,
    /// Its content, fitted to its questionnaires.
    pub assessment: Assessment,
    /// Questions that are shown and no longer open.
    pub answered: usize,
    /// Questions that are shown; 0 when its questionnaires are not installed.
    pub total: usize,
    /// The first overall score that can be given, 0 to 100.
    pub score: Option<f64>,
    /// Why its questionnaires cannot be used, when they cannot.
    pub problem: Option<String>,
    /// When its file was last changed.
    pub modified: Option<Timestamp>,
}

/// An assessment that is locked, and whose key has not been opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    /// Its file.
    pub path: PathBuf,
    /// When its file was last changed.
    pub modified: Option<Timestamp>,
}

/// A file in the folder that is not a usable assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub reason: String,
}

/// The assessments of a folder.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Portfolio {
    /// Those that can be read, the one changed last first.
    pub entries: Vec<Entry>,
    /// Those that are locked, the one changed last first.
    pub locked: Vec<Locked>,
    /// The other TOML files, by name.
    pub unreadable: Vec<Unreadable>,
}

/// What a file of the folder turned out to be.
enum Listed {
    Entry(Box<Entry>),
    Locked(Locked),
    Unreadable(Unreadable),
}

/// The assessments of a folder; a folder that does not exist has none.
pub fn list(folder: &Path, library: &Library) -> Portfolio {
    let mut portfolio = Portfolio::default();
    let read = |path: PathBuf| match load(&path) {
        Ok((reading, _)) => Listed::Entry(Box::new(entry(path, reading.assessment, library))),
        Err(OpenError::Locked { .. }) => Listed::Locked(Locked { modified: modified(&path), path }),
        Err(error) => Listed::Unreadable(Unreadable { path, reason: error.to_string() }),
    };
    for listed in files(folder).into_par_iter().map(read).collect::<Vec<_>>() {
        match listed {
            Listed::Entry(entry) => portfolio.entries.push(*entry),
            Listed::Locked(locked) => portfolio.locked.push(locked),
            Listed::Unreadable(unreadable) => portfolio.unreadable.push(unreadable),
        }
    }
    portfolio.entries.sort_by(|one, other| other.modified.cmp(&one.modified).then_with(|| one.path.cmp(&other.path)));
    portfolio.locked.sort_by(|one, other| other.modified.cmp(&one.modified).then_with(|| one.path.cmp(&other.path)));
    portfolio
}

/// The TOML files of a folder, by name; hidden ones are not for people.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let wanted = |path: &PathBuf| {
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        !hidden && path.extension().is_some_and(|extension| extension == "toml") && path.is_file()
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(wanted).collect();
    paths.sort();
    paths
}

fn modified(path: &Path) -> Option<Timestamp> {
    fs::metadata(path).and_then(|it| it.modified()).ok().and_then(|it| Timestamp::try_from(it).ok())
}

fn entry(path: PathBuf, mut assessment: Assessment, library: &Library) -> Entry {
    let modified = modified(&path);
    match library.select(&assessment.questionnaires) {
        Ok(selection) => {
            fit(&selection, &mut assessment);
            let of = overview(&selection, &assessment);
            let (answered, total, score) = (of.answered, of.shown, of.score);
            Entry { path, assessment, answered, total, score, problem: None, modified }
        }
        Err(error) => {
            let (answered, total, score, problem) = (0, 0, None, Some(error.to_string()));
            Entry { path, assessment, answered, total, score, problem, modified }
        }
    }
}
