//! The archive: a folder beside the assessments, into which files move and from which they come back. None is ever
//! overwritten or destroyed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::durable;

/// The folder of the archive, under that of the assessments.
pub fn archive_folder(assessments: &Path) -> PathBuf {
    assessments.join("archive")
}

/// Moves a file into a folder and says where it is now; it is numbered where that folder has one of its name already.
///
/// # Errors
/// When the folder cannot be made or the file cannot be moved; it is then where it was.
pub fn move_into(path: &Path, folder: &Path) -> io::Result<PathBuf> {
    durable::create_folder(folder)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    for number in 1..10_000 {
        let name = if number == 1 { format!("{stem}.toml") } else { format!("{stem}-{number}.toml") };
        let to = folder.join(name);
        match take_name(path, &to) {
            Ok(()) => {
                durable::sync_folder(&to)?;
                durable::sync_folder(path)?;
                return Ok(to);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Renames without ever overwriting: a link under the new name fails where that exists, a plain rename would not.
fn take_name(path: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(path, to) {
        Ok(()) => fs::remove_file(path),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Some file systems have no links: the name is taken by an empty file first, which the rename replaces.
        Err(_) => {
            fs::File::create_new(to)?;
            fs::rename(path, to).inspect_err(|_| {
                // Only the empty file made here; what could not be moved is where it was.
                let _ = fs::remove_file(to);
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_move_and_none_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("anna.toml");
        let archive = archive_folder(folder.path());
        for text in ["first", "second", "third"] {
            fs::write(&path, text).unwrap();
            let to = move_into(&path, &archive).unwrap();
            assert_eq!(fs::read_to_string(to).unwrap(), text);
            assert!(!path.exists());
        }
        for (name, text) in [("anna.toml", "first"), ("anna-2.toml", "second"), ("anna-3.toml", "third")] {
            assert_eq!(fs::read_to_string(archive.join(name)).unwrap(), text);
        }
        let back = move_into(&archive.join("anna-2.toml"), folder.path()).unwrap();
        assert_eq!(fs::read_to_string(back).unwrap(), "second");
        assert!(move_into(&folder.path().join("none.toml"), &archive).is_err());
    }
}
