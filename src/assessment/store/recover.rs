//! Everything there is of an assessment whose file is damaged or gone, and putting one of it in its place.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::{Timestamp, Zoned};
use toml_edit::DocumentMut;

use super::lock::Lock;
use super::sitting::keep_beside;
use super::{OpenError, SaveError, Source, decode, opened, read, read_bytes, update};
use crate::assessment::{Assessment, FileOrder, Salvage, salvage};
use crate::durable;
use crate::sealed::{Key, opens_with};

/// A file that holds an assessment, or a part of one.
#[derive(Debug)]
pub struct Remains {
    /// Where it is.
    pub path: PathBuf,
    /// What it is to the file that is looked for.
    pub kind: RemainsKind,
    /// When it was written last, as far as the system knows.
    pub written: Option<Timestamp>,
    /// Its bytes, as they lie on the disk.
    pub bytes: Vec<u8>,
    /// What they are sealed with, when they are and it is known.
    pub key: Option<Key>,
    /// What state it is in.
    pub state: RemainsState,
}

/// What a file is to the one that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemainsKind {
    /// The file itself.
    Itself,
    /// What an interrupted save left behind.
    Leftover,
    /// What was kept beside it: another program's version, or a damaged one.
    Kept,
    /// What a sitting could not save in its place.
    Unsaved,
}

/// What state a file is in.
#[derive(Debug)]
pub enum RemainsState {
    /// Nothing is wrong with it.
    Whole(Box<Assessment>),
    /// A part of it could be made out.
    Damaged {
        /// What could be made out.
        salvage: Box<Salvage>,
        /// The line of the first fault, from 1.
        line: usize,
    },
    /// Nothing of an assessment is in it, and why.
    Useless(String),
}

impl Remains {
    /// What could be made out of it.
    pub fn assessment(&self) -> Option<&Assessment> {
        match &self.state {
            RemainsState::Whole(assessment) => Some(assessment),
            RemainsState::Damaged { salvage, .. } => Some(&salvage.assessment),
            RemainsState::Useless(_) => None,
        }
    }

    fn of(path: PathBuf, kind: RemainsKind) -> Option<Self> {
        let written = fs::metadata(&path).and_then(|about| about.modified()).ok();
        let (bytes, key, state) = match read_bytes(&path) {
            Ok(bytes) => match opened(&path, bytes.clone()) {
                Ok((plain, key)) => (bytes, key, state_of(&path, &plain)),
                Err(error) => {
                    // one that has lost its key is not locked for want of a passphrase
                    let cause = opens_with(&bytes).err().filter(|_| matches!(error, OpenError::Locked { .. }));
                    let error = match cause {
                        Some(cause) => OpenError::Sealed { path: path.clone(), cause },
                        None => error,
                    };
                    (bytes, None, RemainsState::Useless(error.to_string()))
                }
            },
            Err(_) if fs::symlink_metadata(&path).is_err() => return None,
            Err(error) => (Vec::new(), None, RemainsState::Useless(error.to_string())),
        };
        let written = written.and_then(|at| Timestamp::try_from(at).ok());
        Some(Self { path, kind, written, bytes, key, state })
    }
}

fn state_of(path: &Path, bytes: &[u8]) -> RemainsState {
    let name = path.display().to_string();
    let lossy = || String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let text = decode(bytes).map_or_else(|_| lossy(), |(text, _)| text);
    let source = Source::new(name, text.as_str());
    let problems = match read::read(&source) {
        Ok(reading) if std::str::from_utf8(bytes).is_ok() => return RemainsState::Whole(Box::new(reading.assessment)),
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    };
    let first = problems.iter().find(|one| one.is_error());
    match salvage(&text, Zoned::now().date()) {
        Some(salvage) => RemainsState::Damaged {
            salvage: Box::new(salvage),
            line: first.map_or(1, |one| source.line_and_column(one.span.start).0),
        },
        None => RemainsState::Useless(first.map_or_else(String::new, |one| one.message.clone())),
    }
}

/// Everything there is of the assessment in a file, the file itself first; `state` is where sittings put what they could not
/// save. Nothing is changed.
pub fn remains(path: &Path, state: &Path) -> Vec<Remains> {
    let mut found: Vec<Remains> = Remains::of(path.to_owned(), RemainsKind::Itself).into_iter().collect();
    let leftovers = durable::leftovers(path);
    found.extend(leftovers.into_iter().filter_map(|path| Remains::of(path, RemainsKind::Leftover)));
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let kept = beginning(durable::folder_of(path), &[format!("{name}.other-"), format!("{name}.damaged-")]);
    found.extend(kept.into_iter().filter_map(|path| Remains::of(path, RemainsKind::Kept)));
    for folder in [state.to_owned(), std::env::temp_dir()] {
        let unsaved = beginning(&folder, &[format!("unsaved-{stem}-")]);
        found.extend(unsaved.into_iter().filter_map(|path| Remains::of(path, RemainsKind::Unsaved)));
    }
    found
}

/// The files of a folder whose names begin so, by name.
fn beginning(folder: &Path, beginnings: &[String]) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let begins = |name: &str| beginnings.iter().any(|one| name.starts_with(one.as_str()));
    let mut paths: Vec<PathBuf> =
        entries.filter(|one| one.file_name().to_str().is_some_and(begins)).map(|one| one.path()).collect();
    paths.sort();
    paths
}

/// The bytes of an assessment in a file of its own.
pub fn fresh_bytes(assessment: &Assessment, order: &FileOrder) -> Vec<u8> {
    let mut document = DocumentMut::new();
    update(&mut document, None, assessment, order);
    document.to_string().into_bytes()
}

/// Puts bytes in the place of a file; what was there is kept beside it, and its path given.
///
/// # Errors
/// When another process has the file, it no longer holds what was `seen` there, or it cannot be written.
pub fn put_in_place(path: &Path, seen: Option<&[u8]>, bytes: &[u8]) -> Result<Option<PathBuf>, SaveError> {
    let failed = |cause| SaveError::Failed { path: path.to_owned(), cause };
    let _lock =
        Lock::take(path).map_err(|error| SaveError::ReadOnly { path: path.to_owned(), reason: error.to_string() })?;
    let now = match fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(cause) => return Err(failed(cause)),
    };
    if now.as_deref() != seen {
        return Err(SaveError::ChangedOnDisk { path: path.to_owned() });
    }
    let kept = now.map(|bytes| keep_beside(path, "damaged", &bytes)).transpose()?;
    durable::replace(path, bytes).and_then(|()| durable::sync_folder(path)).map_err(failed)?;
    Ok(kept)
}
