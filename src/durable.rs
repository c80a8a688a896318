//! Replaces files so that at every moment either the old or the new content is there, also after a power cut.
//!
//! Temporary file in the same folder, readable by its owner alone from the start; written, synced, renamed over the
//! old one, and then the folder synced: without that last step the rename itself can be lost (quality.md). After a failed sync
//! the next attempt begins with a fresh file, never with the same descriptor.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

const TEMPORARY: &str = ".gapwise-tmp";

/// Puts `bytes` in the place of a file; [`sync_folder`] makes it last.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = temporary(path, bytes)?;
    if let Ok(old) = fs::metadata(path) {
        // a person who shares the file with a group keeps doing so
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// The same, and readable by its owner alone, whoever could read the old one.
pub(crate) fn replace_for_owner(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = temporary(path, bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// A file beside another one, not synced yet; it goes away when nobody keeps it.
fn temporary(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(&prefix_of(path)).suffix(TEMPORARY).tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    Ok(file)
}

/// Writes a new file in one go; one that is there already is left as it is, and is an error.
pub(crate) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = temporary(path, bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path)?;
    Ok(())
}

/// Makes a rename in a file's folder last.
#[cfg(unix)]
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    fs::File::open(folder_of(path))?.sync_all()
}

/// Makes a rename in a file's folder last; elsewhere the system does so by itself.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// How long what an interrupted save left behind is kept: it may be all there is of an answer.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// Removes what interrupted saves of this file left behind, a day after. Only whoever holds its lock may do so.
pub(crate) fn remove_leftovers(path: &Path) {
    for leftover in leftovers(path) {
        // One from a time to come, after the clock was set back, is kept.
        let age = fs::metadata(&leftover).and_then(|about| about.modified()).map(|at| at.elapsed().unwrap_or_default());
        if age.is_ok_and(|age| age > KEPT) {
            // a leftover that cannot be removed does no harm
            let _ = fs::remove_file(leftover);
        }
    }
}

/// Removes some of them at once, however young they are: of what is locked, nothing plain stays behind.
pub(crate) fn remove_leftovers_if(path: &Path, goes: impl Fn(&Path) -> bool) {
    for leftover in leftovers(path).into_iter().filter(|leftover| goes(leftover)) {
        let _ = fs::remove_file(leftover);
    }
}

/// What interrupted saves of this file left behind.
pub(crate) fn leftovers(path: &Path) -> Vec<PathBuf> {
    let prefix = prefix_of(path);
    let Ok(entries) = fs::read_dir(folder_of(path)) else { return Vec::new() };
    let ours = entries.flatten().filter(|entry| {
        let name = entry.file_name();
        name.as_encoded_bytes().starts_with(prefix.as_encoded_bytes())
            && name.as_encoded_bytes().ends_with(TEMPORARY.as_bytes())
    });
    ours.map(|entry| entry.path()).collect()
}

/// Makes a folder and those above it, for their owner alone; one that exists is left as it is.
pub(crate) fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The folder a file is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn prefix_of(path: &Path) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(path.file_name().unwrap_or_default());
    prefix.push(".");
    prefix
}
