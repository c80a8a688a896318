//! A file read as a whole: of moderate size, opened when it is locked, without intending to change it.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::{OpenError, decode};
use crate::assessment::read::{self, Reading};
use crate::problem::Source;
use crate::sealed::{self, Key};

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 8 * 1024 * 1024;

/// Reads an assessment without intending to change it.
///
/// # Errors
/// When the file cannot be read, is too large, not UTF-8, or not an assessment that can be used.
pub fn load(path: &Path) -> Result<(Reading, Source), OpenError> {
    let (bytes, _) = opened(path, read_bytes(path)?)?;
    let (text, _) = decode(&bytes).map_err(|at| OpenError::NotText { path: path.to_owned(), at })?;
    let source = Source::new(path.display().to_string(), text);
    match read::read(&source) {
        Ok(reading) => Ok((reading, source)),
        Err(problems) => Err(OpenError::Unusable { path: path.to_owned(), problems }),
    }
}

/// The bytes of a file that may be read as a whole: a regular file of moderate size.
///
/// # Errors
/// When it is something else, or cannot be read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    let failed = |cause| OpenError::Unreadable { path: path.to_owned(), cause };
    // Asked before opening: opening a pipe would wait for someone to write to it.
    let kind = fs::metadata(path).map_err(failed)?;
    if kind.is_dir() {
        return Err(OpenError::Folder { path: path.to_owned() });
    }
    if !kind.is_file() {
        return Err(OpenError::NotAFile { path: path.to_owned() });
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(failed)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(OpenError::TooLarge { path: path.to_owned() });
    }
    Ok(bytes)
}

/// The plain bytes of a file and its key, when it is locked and its key has been opened.
pub(super) fn opened(path: &Path, bytes: Vec<u8>) -> Result<(Vec<u8>, Option<Key>), OpenError> {
    if !sealed::is_sealed(&bytes) {
        return Ok((bytes, None));
    }
    let Some(key) = sealed::known(&bytes) else { return Err(OpenError::Locked { path: path.to_owned() }) };
    match key.open(&bytes) {
        Ok(plain) => Ok((plain, Some(key))),
        Err(cause) => Err(OpenError::Sealed { path: path.to_owned(), cause }),
    }
}
