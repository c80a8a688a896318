//! The file an assessment lives in: opened, locked, saved so that no acknowledged answer is lost.

mod draft;
mod errors;
mod lock;
mod locking;
mod outside;
mod reading;
mod recover;
mod sitting;
mod text;
mod writer;

use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::DocumentMut;

use super::Assessment;
use super::fit::{Misfit, fit};
use super::read;
use super::write::{FileOrder, update};
use crate::durable;
use crate::problem::{Problem, Source};
use crate::questionnaire::Selection;
use crate::sealed::{self, Key, SealError};

pub use draft::{Draft, DraftKeeper, found_draft, place_of_draft};
pub use errors::{OpenError, SaveError};
use lock::{Lock, LockError};
pub use locking::{Held, LockingError, lock_file, unlock_file};
pub use outside::Saved;
use reading::opened;
pub use reading::{LARGEST, load, read_bytes};
pub use recover::{Remains, RemainsKind, RemainsState, fresh_bytes, put_in_place, remains};
pub use sitting::TakeOverError;
pub use text::{Style, decode, encode};
pub use writer::{LONGEST_WAIT, NO_ANSWER, SaveNews, Writer};

/// Whether a person has marked a file as one that is not to be changed.
fn is_protected(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.permissions().readonly())
}

/// An assessment's file while it is being worked on.
#[derive(Debug)]
pub struct AssessmentFile {
    path: PathBuf,
    /// What the file holds, as far as it could be used; the base every save is compared with.
    saved: Assessment,
    document: DocumentMut,
    style: Style,
    /// What its bytes are sealed with, when it is locked.
    key: Option<Key>,
    /// The bytes last read or written, as they lie on the disk; `None` while the file has still to be written.
    on_disk: Option<Vec<u8>>,
    order: FileOrder,
    access: Access,
    warnings: Vec<Problem>,
    source: Source,
    /// What whoever saves handed in last; others may have added to it since.
    handed_in: Assessment,
    /// The questionnaires it was suited to.
    selection: Option<Selection>,
}

/// What is in the way of writing to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// Something outside it, which may pass: another process, a mark, the folder it is in.
    Elsewhere,
    /// It is damaged; what could be made out of it can be put in its place.
    Damaged,
    /// A newer Gapwise wrote it.
    Newer,
}

/// Whether a file may be written.
#[derive(Debug)]
enum Access {
    /// For as long as this is held.
    Writable {
        _lock: Lock,
    },
    ReadOnly(Hindrance, String),
}

impl AssessmentFile {
    /// Opens a file and locks it; a second process gets it read-only.
    ///
    /// # Errors
    /// As [`load`].
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        // A link is followed once, so that saving replaces the file and not the link.
        let path = fs::canonicalize(path).map_err(|cause| OpenError::Unreadable { path: path.to_owned(), cause })?;
        let access = match Lock::take(&path) {
            // Saving replaces the file, which the system allows even where its owner has forbidden to write to it.
            Ok(_) if is_protected(&path) => {
                Access::ReadOnly(Hindrance::Elsewhere, "it is marked as read-only".to_owned())
            }
            Ok(lock) => {
                durable::remove_leftovers(&path);
                Access::Writable { _lock: lock }
            }
            Err(error) => Access::ReadOnly(Hindrance::Elsewhere, error.to_string()),
        };
        let bytes = read_bytes(&path)?;
        let (plain, key) = opened(&path, bytes.clone())?;
        if key.is_some() && matches!(access, Access::Writable { .. }) {
            // Of one that is locked nothing may lie open, not even for the day in which it could be recovered.
            durable::remove_leftovers_if(&path, |left| !fs::read(left).is_ok_and(|bytes| sealed::is_sealed(&bytes)));
        }
        let (text, style) = decode(&plain).map_err(|at| OpenError::NotText { path: path.clone(), at })?;
        let source = Source::new(path.display().to_string(), text.as_str());
        let reading = read::read(&source).map_err(|problems| OpenError::Unusable { path: path.clone(), problems })?;
        let document = text.parse().map_err(|error: toml_edit::TomlError| {
            let span = error.span().unwrap_or_default();
            let problems = vec![Problem::error(&source, span, error.message(), "Mend the TOML here")];
            OpenError::Unusable { path: path.clone(), problems }
        })?;
        Ok(Self {
            path,
            handed_in: reading.assessment.clone(),
            selection: None,
            saved: reading.assessment,
            document,
            style,
            key,
            on_disk: Some(bytes),
            order: FileOrder::default(),
            access,
            warnings: reading.warnings,
            source,
        })
    }

    /// Makes a new file; its folder is made too, for the owner's eyes alone.
    ///
    /// # Errors
    /// When there is a file of that name already, or it cannot be written.
    pub fn create(path: &Path, assessment: &Assessment, order: FileOrder) -> Result<Self, SaveError> {
        Self::create_locked(path, assessment, order, None)
    }

    /// The same, locked from the start when there is a key.
    ///
    /// # Errors
    /// As [`AssessmentFile::create`].
    pub fn create_locked(
        path: &Path,
        assessment: &Assessment,
        order: FileOrder,
        key: Option<Key>,
    ) -> Result<Self, SaveError> {
        let failed = |cause| SaveError::Failed { path: path.to_owned(), cause };
        let folder = durable::folder_of(path);
        durable::create_folder(folder).map_err(failed)?;
        let name = path.file_name().ok_or_else(|| failed(std::io::ErrorKind::InvalidFilename.into()))?;
        let path = fs::canonicalize(folder).map_err(failed)?.join(name);
        let lock = Lock::take(&path).map_err(|error| match error {
            LockError::Failed { cause, .. } => SaveError::Failed { path: path.clone(), cause },
            LockError::Held { .. } => SaveError::ReadOnly { path: path.clone(), reason: error.to_string() },
        })?;
        if path.symlink_metadata().is_ok() {
            return Err(SaveError::Exists { path });
        }
        let mut document = DocumentMut::new();
        update(&mut document, None, assessment, &order);
        let source = Source::new(path.display().to_string(), "");
        let mut file = Self {
            path,
            handed_in: assessment.clone(),
            selection: None,
            saved: assessment.clone(),
            document,
            style: Style::default(),
            key,
            on_disk: None,
            order,
            access: Access::Writable { _lock: lock },
            warnings: Vec::new(),
            source,
        };
        file.write()?;
        Ok(file)
    }

    /// The path, links followed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it is locked with, when it is.
    pub fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// The assessment as it was last read or saved.
    pub fn assessment(&self) -> &Assessment {
        &self.saved
    }

    /// What was worth knowing about the file when it was opened.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// The text it was opened with, for the places of what does not fit.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Why it cannot be saved, when it cannot.
    pub fn read_only(&self) -> Option<&str> {
        match &self.access {
            Access::Writable { .. } => None,
            Access::ReadOnly(_, reason) => Some(reason),
        }
    }

    /// What is in the way of saving it; that another has it when nothing is.
    pub fn hindrance(&self) -> Hindrance {
        match &self.access {
            Access::Writable { .. } => Hindrance::Elsewhere,
            Access::ReadOnly(hindrance, _) => *hindrance,
        }
    }

    /// Suits the assessment to its questionnaires: answers that do not fit count as open, and stay in the file until
    /// the question is answered anew. From here on, answers are written in the questionnaires' order.
    pub fn fit(&mut self, selection: &Selection) -> Vec<Misfit> {
        self.order = FileOrder::of(selection);
        self.selection = Some(selection.clone());
        let misfits = fit(selection, &mut self.saved);
        self.handed_in = self.saved.clone();
        misfits
    }

    /// Suits the file to other questionnaires from now on, as [`AssessmentFile::fit`] does; what others wrote meanwhile and
    /// whoever saves has not heard of stays known.
    pub fn suit(&mut self, selection: &Selection) {
        self.order = FileOrder::of(selection);
        self.selection = Some(selection.clone());
        fit(selection, &mut self.saved);
        fit(selection, &mut self.handed_in);
    }

    /// Saves, when anything changed; afterwards the file survives a power cut. Tells whether anything was written.
    ///
    /// # Errors
    /// When the file is read-only or was changed by someone else, or writing fails. The file on the disk is then as it
    /// was before.
    pub fn save(&mut self, assessment: &Assessment) -> Result<bool, SaveError> {
        if *assessment == self.saved && self.on_disk.is_some() {
            return Ok(false);
        }
        if let Some(reason) = self.read_only() {
            return Err(SaveError::ReadOnly { path: self.path.clone(), reason: reason.to_owned() });
        }
        let mut document = self.document.clone();
        update(&mut document, Some(&self.saved), assessment, &self.order);
        let before = std::mem::replace(&mut self.document, document);
        match self.write() {
            Ok(()) => {
                self.saved = assessment.clone();
                Ok(true)
            }
            Err(error) => {
                self.document = before;
                Err(error)
            }
        }
    }

    /// Bytes as they may lie on the disk: sealed, when the file is locked.
    fn closed(&self, plain: Vec<u8>) -> Result<Vec<u8>, SealError> {
        match &self.key {
            Some(key) => key.seal(&plain),
            None => Ok(plain),
        }
    }

    /// Writes the document, unless someone else changed the file in the meantime.
    fn write(&mut self) -> Result<(), SaveError> {
        let failed = |cause| SaveError::Failed { path: self.path.clone(), cause };
        let now = match fs::read(&self.path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(error)),
        };
        // A file that was deleted is written again: nothing of anybody's is lost by that.
        if now.is_some() && now != self.on_disk {
            return Err(SaveError::ChangedOnDisk { path: self.path.clone() });
        }
        let bytes =
            self.closed(encode(&self.document.to_string(), self.style)).map_err(|error| failed(error.into()))?;
        durable::replace(&self.path, &bytes).map_err(failed)?;
        self.on_disk = Some(bytes);
        durable::sync_folder(&self.path).map_err(|cause| SaveError::Failed { path: self.path.clone(), cause })
    }
}

#[cfg(test)]
mod tests;
