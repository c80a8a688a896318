//! Locks an assessment that lies open, and takes the lock off again: byte for byte what it was.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use super::draft::has_draft;
use super::lock::{Lock, LockError};
use super::{OpenError, decode, read_bytes};
use crate::assessment::read;
use crate::durable;
use crate::problem::Source;
use crate::sealed::{Key, SealError, is_sealed};

/// Why an assessment could not be locked or unlocked; it is then as it was.
#[derive(Debug, thiserror::Error)]
pub enum LockingError {
    /// It cannot be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Another process has it open.
    #[error("{} is in use: {reason}", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
        /// By whom.
        reason: String,
    },
    /// It is locked already.
    #[error("{} is locked already", path.display())]
    Already {
        /// The file.
        path: PathBuf,
    },
    /// It is not locked.
    #[error("{} is not locked", path.display())]
    NotLocked {
        /// The file.
        path: PathBuf,
    },
    /// Something was typed and is neither stored nor discarded.
    #[error("{} has something typed beside it that is not stored yet", path.display())]
    UnstoredTyping {
        /// The file.
        path: PathBuf,
    },
    /// The system said no.
    #[error("{} could not be written: {cause}", path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

impl LockingError {
    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Open(error) => error.remedy(),
            Self::InUse { .. } => "Close it there first; nothing was changed",
            Self::Already { .. } => "To give it another passphrase, unlock it and lock it again",
            Self::NotLocked { .. } => "`gapwise lock FILE` locks it",
            Self::UnstoredTyping { .. } => {
                "Open it with `gapwise interview`, keep or discard what was typed, and try again; nothing was changed"
            }
            Self::Failed { .. } => "Make room or get permission to write there; the file is as it was",
        }
    }
}

/// Locks an assessment, and copies of it that Gapwise kept beside it. Gives the paths of what is locked now, its own first.
///
/// At every moment either the open or the locked file is there; when this returns, a power cut brings no open one back.
///
/// # Errors
/// When it is not an assessment, is locked or in use, or cannot be written.
pub fn lock_file(path: &Path, key: &Key) -> Result<Vec<PathBuf>, LockingError> {
    let (path, _lock) = held(path)?;
    let bytes = read_bytes(&path)?;
    if is_sealed(&bytes) {
        return Err(LockingError::Already { path });
    }
    let (text, _) = decode(&bytes).map_err(|at| OpenError::NotText { path: path.clone(), at })?;
    read::read(&Source::new(path.display().to_string(), text))
        .map_err(|problems| OpenError::Unusable { path: path.clone(), problems })?;
    durable::remove_leftovers_if(&path, |_| true);
    let mut locked = vec![path.clone()];
    for copy in copies(&path) {
        let bytes = read_bytes(&copy)?;
        if !is_sealed(&bytes) {
            exchange(&copy, &bytes, |plain| key.seal(plain))?;
            locked.push(copy);
        }
    }
    exchange(&path, &bytes, |plain| key.seal(plain))?;
    Ok(locked)
}

/// Takes the lock off an assessment and off the copies beside it that its key opens. Gives the paths of what lies open now.
///
/// # Errors
/// When it is not locked, in use, opens with another key, or cannot be written.
pub fn unlock_file(path: &Path, key: &Key) -> Result<Vec<PathBuf>, LockingError> {
    let (path, _lock) = held(path)?;
    let bytes = read_bytes(&path)?;
    if !is_sealed(&bytes) {
        return Err(LockingError::NotLocked { path });
    }
    key.open(&bytes).map_err(|cause| OpenError::Sealed { path: path.clone(), cause })?;
    durable::remove_leftovers_if(&path, |_| true);
    let mut open = vec![path.clone()];
    for copy in copies(&path) {
        let bytes = read_bytes(&copy)?;
        if key.open(&bytes).is_ok() {
            exchange(&copy, &bytes, |sealed| key.open(sealed))?;
            open.push(copy);
        }
    }
    exchange(&path, &bytes, |sealed| key.open(sealed))?;
    Ok(open)
}

/// The right to do something with an assessment's file as a whole, whatever it holds, while nobody works on it.
#[derive(Debug)]
pub struct Held {
    _lock: Lock,
}

impl Held {
    /// Takes it without waiting.
    ///
    /// # Errors
    /// When the file is not there or in use.
    pub fn take(path: &Path) -> Result<Self, LockingError> {
        Ok(Self { _lock: locked(path)?.1 })
    }
}

/// The path, links followed, and the right to write there.
fn locked(path: &Path) -> Result<(PathBuf, Lock), LockingError> {
    let path = fs::canonicalize(path).map_err(|cause| OpenError::Unreadable { path: path.to_owned(), cause })?;
    let lock = Lock::take(&path).map_err(|error| match error {
        LockError::Held { .. } => LockingError::InUse { path: path.clone(), reason: error.to_string() },
        LockError::Failed { cause, .. } => LockingError::Failed { path: path.clone(), cause },
    })?;
    Ok((path, lock))
}

/// The same for a file that is to be locked or unlocked.
fn held(path: &Path) -> Result<(PathBuf, Lock), LockingError> {
    let (path, lock) = locked(path)?;
    // It would belong to a file that no longer opens it.
    if has_draft(&path) {
        return Err(LockingError::UnstoredTyping { path });
    }
    Ok((path, lock))
}

/// What Gapwise kept beside an assessment: what others wrote into it, what was damaged.
fn copies(path: &Path) -> Vec<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let Ok(entries) = fs::read_dir(durable::folder_of(path)) else { return Vec::new() };
    let ours = |entry: &fs::DirEntry| {
        let kind = entry.file_name().to_str().and_then(|it| it.strip_prefix(&name)).map(str::to_owned);
        kind.is_some_and(|kind| kind.starts_with(".other-") || kind.starts_with(".damaged-"))
            && entry.file_type().is_ok_and(|kind| kind.is_file())
    };
    let mut copies: Vec<PathBuf> = entries.flatten().filter(ours).map(|entry| entry.path()).collect();
    copies.sort();
    copies
}

/// Puts what `turned` makes of a file's bytes in its place, for its owner alone, so that it lasts.
fn exchange(
    path: &Path,
    bytes: &[u8],
    turned: impl Fn(&[u8]) -> Result<Vec<u8>, SealError>,
) -> Result<(), LockingError> {
    let failed = |cause| LockingError::Failed { path: path.to_owned(), cause };
    let new = turned(bytes).map_err(|error| failed(error.into()))?;
    let old = OpenOptions::new().write(true).open(path);
    durable::replace_for_owner(path, &new).map_err(failed)?;
    durable::sync_folder(path).map_err(failed)?;
    if let Ok(old) = old {
        // A courtesy: what could not be overwritten is the file system's to keep.
        let _ = overwrite(old, bytes.len());
    }
    Ok(())
}

/// Overwrites a file that has no name any more, so that its blocks do not hold what they held; where the file system
/// writes in place. One that has another name is somebody's copy and is left alone.
#[cfg(unix)]
fn overwrite(mut file: File, length: usize) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    if file.metadata()?.nlink() > 0 {
        return Ok(());
    }
    file.rewind()?;
    file.write_all(&vec![0; length])?;
    file.sync_all()
}

#[cfg(not(unix))]
fn overwrite(_file: File, _length: usize) -> io::Result<()> {
    Ok(())
}
