//! `gapwise` alone: the home screen, and what it asks for beside sittings.

use std::path::Path;

use super::failure::Failure;
use super::installation::{Installation, today};
use super::output::Output;
use super::screen::{self, LOCALE};
use crate::assessment::{AssessmentFile, Held, Progress, load};
use crate::interview::{Home, HomeSaid, HomeStep, Recent};
use crate::portfolio::{Entry, Locked, archive_folder, list, move_into};

pub(super) fn run(shared: bool) -> Result<Output, Failure> {
    screen::need_terminal()?;
    let installation = Installation::find()?;
    screen::home(&installation, shared)
}

/// All assessments, those in the archive last.
pub(super) fn entries(installation: &Installation) -> Vec<Recent> {
    let folder = &installation.places.assessments;
    let of = |folder: &Path, archived| {
        let found = list(folder, &installation.library);
        let open = found.entries.iter().map(|entry| recent(installation, entry, archived));
        open.chain(found.locked.iter().map(|one| locked(one, archived))).collect::<Vec<_>>()
    };
    [of(folder, false), of(&archive_folder(folder), true)].concat()
}

/// What can be told of an assessment that is locked: its file's name, and when it was changed.
fn locked(one: &Locked, archived: bool) -> Recent {
    let changed = one.modified.map(|time| time.to_zoned(jiff::tz::TimeZone::system()).date());
    Recent {
        path: one.path.clone(),
        client: name_of(&one.path),
        questionnaires: Vec::new(),
        date: changed.unwrap_or_else(today),
        progress: (0, 0),
        score: None,
        completed: false,
        archived,
        locked: true,
        problem: None,
    }
}

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn recent(installation: &Installation, entry: &Entry, archived: bool) -> Recent {
    let title = |reference: &String| {
        let selection = installation.library.select(std::slice::from_ref(reference)).ok();
        let title = selection.and_then(|it| it.questionnaires.first().map(|one| one.title.get(LOCALE).to_owned()));
        title.unwrap_or_else(|| reference.clone())
    };
    Recent {
        path: entry.path.clone(),
        client: entry.assessment.client.name.clone(),
        questionnaires: entry.assessment.questionnaires.iter().map(title).collect(),
        date: entry.assessment.date,
        progress: (entry.answered, entry.total),
        score: entry.score,
        completed: entry.assessment.progress == Progress::Completed,
        archived,
        locked: false,
        problem: entry.problem.clone(),
    }
}

/// Performs what the first screen asks for beside sittings, and tells it how that went.
pub(super) fn perform(installation: &Installation, home: &mut Home, step: &HomeStep) {
    let done = match step {
        HomeStep::Rename { path, name } => rename(path, name),
        HomeStep::Archive(path) => moved(path, &archive_folder(&installation.places.assessments), true),
        HomeStep::Restore(path) => moved(path, &installation.places.assessments, false),
        _ => return,
    };
    home.refresh(entries(installation));
    match done {
        Ok((said, undo)) => (home.said, home.undo) = (Some(said), Some(undo)),
        Err(reason) => home.said = Some(HomeSaid::Failed(reason)),
    }
}

/// Gives the client another name; the file keeps its own.
fn rename(path: &Path, name: &str) -> Result<(HomeSaid, HomeStep), String> {
    let mut file = writable(path)?;
    let mut assessment = file.assessment().clone();
    let before = std::mem::replace(&mut assessment.client.name, name.to_owned());
    file.save(&assessment).map_err(|error| format!("{error}. {}", error.remedy()))?;
    Ok((HomeSaid::Renamed(name.to_owned()), HomeStep::Rename { path: path.to_owned(), name: before }))
}

fn moved(path: &Path, folder: &Path, into_archive: bool) -> Result<(HomeSaid, HomeStep), String> {
    // The lock is held until the file has moved: nobody's sitting loses its file.
    let _held = Held::take(path).map_err(|error| format!("{error}. {}", error.remedy()))?;
    let client = load(path).map_or_else(|_| name_of(path), |(reading, _)| reading.assessment.client.name);
    let to = move_into(path, folder).map_err(|error| error.to_string())?;
    Ok(if into_archive {
        (HomeSaid::Archived(client), HomeStep::Restore(to))
    } else {
        (HomeSaid::Restored(client), HomeStep::Archive(to))
    })
}

fn writable(path: &Path) -> Result<AssessmentFile, String> {
    let file = AssessmentFile::open(path).map_err(|error| error.to_string())?;
    match file.read_only() {
        Some(reason) => Err(reason.to_owned()),
        None => Ok(file),
    }
}
