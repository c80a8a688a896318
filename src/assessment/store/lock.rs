//! The lock that keeps two processes from writing one assessment.
//!
//! It is taken on a file of its own, since saving replaces the assessment's file and a lock on that would be left on the old
//! one. The system gives it up when its process ends, however that happens.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use jiff::Zoned;

/// The most bytes of a lock that are read, to say who has it.
const LONGEST: u64 = 64;

/// A lock that is held until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// Never read: open, it holds the lock.
    _file: File,
}

/// Why a lock could not be taken.
#[derive(Debug, thiserror::Error)]
pub(super) enum LockError {
    /// Another process has it.
    #[error("another Gapwise{} has it open", holder.as_ref().map(|it| format!(" ({it})")).unwrap_or_default())]
    Held { holder: Option<String> },
    /// The system said no.
    #[error("its lock {} could not be made: {cause}", path.display())]
    Failed { path: PathBuf, cause: io::Error },
}

impl Lock {
    /// Takes the lock of an assessment's file without waiting.
    pub(super) fn take(assessment: &Path) -> Result<Self, LockError> {
        let path = path_of(assessment);
        let failed = |cause| LockError::Failed { path: path.clone(), cause };
        loop {
            let mut file = open(&path).map_err(failed)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    let mut text = String::new();
                    // who has it is a courtesy; not knowing changes nothing
                    let _ = (&mut file).take(LONGEST).read_to_string(&mut text);
                    return Err(LockError::Held { holder: holder(&text) });
                }
                Err(TryLockError::Error(cause)) => return Err(failed(cause)),
            }
            // Its last holder may have removed the file between our opening and our locking it.
            if is_still_there(&file, &path) {
                let _ = file.set_len(0);
                let since = Zoned::now().strftime("%H:%M");
                let _ = write!(file, "{}\n{since}\n", std::process::id());
                return Ok(Self { path, _file: file });
            }
        }
    }

    /// Whether a process that is alive has the lock of an assessment's file.
    pub(super) fn is_held(assessment: &Path) -> bool {
        let Ok(file) = File::open(path_of(assessment)) else { return false };
        matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
    }
}

fn path_of(assessment: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(assessment.file_name().unwrap_or_default());
    name.push(".lock");
    assessment.with_file_name(name)
}

/// Who a lock says has it; anybody may have written there.
fn holder(text: &str) -> Option<String> {
    let mut lines = text.lines();
    let process: u32 = lines.next()?.trim().parse().ok()?;
    let since =
        lines.next().filter(|since| since.len() == 5 && since.bytes().all(|it| it.is_ascii_digit() || it == b':'));
    Some(match since {
        Some(since) => format!("process {process}, since {since}"),
        None => format!("process {process}"),
    })
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is still held, so that nobody can have taken it in between.
        let _ = fs::remove_file(&self.path);
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => ours.dev() == there.dev() && ours.ino() == there.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_there(_file: &File, path: &Path) -> bool {
    path.exists()
}
