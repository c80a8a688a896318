//! Files as they come from disk: their limits, their encoding, and the ones the program carries itself.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::problem::{Problem, Source};

static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/questionnaires");

/// The largest file that is read, in bytes.
const LARGEST: u64 = 8 * 1024 * 1024;

/// The files the program carries, by name.
pub(super) fn builtin() -> Vec<Source> {
    let mut files: Vec<_> =
        BUILTIN.files().filter(|file| file.path().extension().is_some_and(|extension| extension == "toml")).collect();
    files.sort_by_key(|file| file.path());
    let source = |file: &&include_dir::File<'_>| {
        let text = file.contents_utf8()?;
        Some(Source::new(format!("builtin/{}", file.path().display()), text))
    };
    files.iter().filter_map(source).collect()
}

/// The TOML files of a folder, by name; a folder that does not exist has none.
pub(super) fn folder(path: &Path, problems: &mut Vec<Problem>) -> Vec<Source> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            problems.push(unreadable(path, &format!("the folder cannot be read: {error}"), "Check its permissions"));
            return Vec::new();
        }
    };
    let wanted = |path: &PathBuf| {
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        !hidden && path.extension().is_some_and(|extension| extension == "toml")
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(wanted).collect();
    paths.sort();
    paths.iter().filter_map(|path| read_source(path).map_err(|problem| problems.push(*problem)).ok()).collect()
}

/// Reads a text file for [`Library`](crate::questionnaire::Library) or the checker.
///
/// # Errors
/// What is not an ordinary file, is over 8 MiB, or is not UTF-8; told as a problem with the path and no place.
pub fn read_source(path: &Path) -> Result<Source, Box<Problem>> {
    let failed = |message: &str, remedy: &str| Box::new(unreadable(path, message, remedy));
    let cannot =
        |error: std::io::Error| failed(&format!("it cannot be read: {error}"), "Check the path and its permissions");
    // Asked before opening: opening a pipe would wait for whoever writes to it.
    if !fs::metadata(path).map_err(cannot)?.is_file() {
        return Err(failed("it is not an ordinary file", "Name a TOML file"));
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(cannot)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(cannot)?;
    if bytes.len() as u64 > LARGEST {
        return Err(failed("it is larger than 8 MiB", "No questionnaire needs that; is it the right file?"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let line =
            error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        failed(&format!("it is not UTF-8 text: line {line} holds other bytes"), "Save it as UTF-8")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(Source::new(path.display().to_string(), text))
}

fn unreadable(path: &Path, message: &str, remedy: &str) -> Problem {
    Problem::error(&Source::new(path.display().to_string(), ""), 0..0, message, remedy)
}
