//! Names for the files of new assessments.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::display::is_harmless;

/// A path in the folder that is still free: the client's name and the date, numbered when there is one already.
pub fn new_path(folder: &Path, client: &str, date: Date) -> PathBuf {
    let slug = slug(client);
    let numbered = |number: u32| match number {
        1 => folder.join(format!("{slug}-{date}.toml")),
        _ => folder.join(format!("{slug}-{date}-{number}.toml")),
    };
    (1..).map(numbered).find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| numbered(1))
}

/// A name as a file's name: small letters and figures, everything else a single dash.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        // Hangul fillers are letters that look like nothing
        if letter.is_alphanumeric() && is_harmless(letter) {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    // file systems stop at 255 bytes; date and number have to fit as well
    let mut end = slug.len().min(120);
    end = slug.floor_char_boundary(end);
    let slug = slug[..end].trim_end_matches('-');
    if slug.is_empty() { "assessment".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_free() {
        let date = jiff::civil::date(2026, 11, 22);
        assert_eq!(slug("a\u{3164}b"), "a-b");
        let folder = tempfile::tempdir().unwrap();
        let path =
            |client: &str| new_path(folder.path(), client, date).file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(path("Brightwater Coffee, Ltd."), "brightwater-coffee-ltd-2026-11-22.toml");
        assert_eq!(path("../../etc/passwd"), "etc-passwd-2026-11-22.toml");
        assert_eq!(path("Ölmühle"), "ölmühle-2026-11-22.toml");
        assert_eq!(path("…"), "assessment-2026-11-22.toml");
        assert!(path(&"ö".repeat(500)).len() < 200);
        std::fs::write(new_path(folder.path(), "x", date), "").unwrap();
        assert_eq!(path("x"), "x-2026-11-22-2.toml");
    }
}
