//! The key that a new assessment, or one that is being locked, is locked with.
//!
//! One passphrase is meant to open all: where it opens one that is locked already, its key is taken for the new one too, and a list
//! of them opens at once.

use std::io::Write;
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret;

use super::failure::Failure;
use super::installation::Installation;
use super::output::say;
use super::secret::{SHORTEST, ask, from_file, key_file};
use crate::assessment::read_bytes;
use crate::config::Config;
use crate::durable;
use crate::portfolio::{archive_folder, files};
use crate::sealed::{self, Key, OpensWith, SealError, Secret, is_sealed, opens_with};

/// With how many keys at most a passphrase is compared: each takes a second.
const MOST_COMPARED: usize = 2;

/// Said before anything is locked.
pub(super) const FINAL: &str = "Whoever forgets the passphrase, or loses the key file, loses what it locks: there is no other \
    way in, for us neither.\n";

/// Whether every new assessment is locked from the start.
pub(super) fn locks_new(installation: &Installation) -> bool {
    Config::load(&installation.places).0.private.encrypt
}

/// The key that this sitting goes on with: the one that was opened last.
pub(super) fn key_of_sitting() -> Option<Key> {
    sealed::latest()
}

/// What a new assessment is locked with; nothing when it lies open. One that follows on a locked one is locked as that is.
pub(super) fn key_of_new(installation: &Installation, follows: Option<&Path>) -> Result<Option<Key>, Failure> {
    let earlier = follows.and_then(|path| read_bytes(path).ok()).and_then(|bytes| sealed::known(&bytes));
    match earlier {
        Some(key) => Ok(Some(key)),
        None if !locks_new(installation) => Ok(None),
        None => key_of_sitting().map_or_else(|| key_for_new(installation), Ok).map(Some),
    }
}

/// The key for a file that is to be locked; asked for on the terminal where it is not given.
pub(super) fn key_for_new(installation: &Installation) -> Result<Key, Failure> {
    let unmade = |error: SealError| Failure::work(format!("no key could be made: {error}"), "Nothing was changed");
    let made = |secret: &Secret| {
        let key = Key::made(secret).map_err(unmade)?;
        sealed::remember(&key);
        Ok(key)
    };
    if let Some((secret, _)) = key_file()? {
        let files = locked(installation, OpensWith::KeyFile, usize::MAX);
        return files.iter().find_map(|bytes| Key::of(bytes, &secret).ok()).map_or_else(|| made(&secret), Ok);
    }
    say(FINAL);
    let typed = match from_file()? {
        Some(secret) => secret,
        None => ask("Passphrase for what is to be locked: ")?.ok_or_else(|| {
            Failure::work(
                "a passphrase is needed, and there is no terminal to ask on",
                "Name a file that holds it in GAPWISE_PASSPHRASE_FILE, or give a key file with --key-file",
            )
        })?,
    };
    refuse_short(&typed)?;
    if let Some(key) = existing(installation, &typed) {
        sealed::remember(&key);
        return Ok(key);
    }
    if from_file()?.is_none() {
        let again = ask("It opens nothing that is locked so far. The same once more, to begin with it: ")?;
        if !is_same(again.as_ref(), &typed) {
            return Err(Failure::work("these were two different passphrases", "Nothing was changed; try again"));
        }
    }
    made(&typed)
}

/// The key of a file that is locked already, when the passphrase opens one.
pub(super) fn existing(installation: &Installation, typed: &Secret) -> Option<Key> {
    let files = locked(installation, OpensWith::Passphrase, MOST_COMPARED);
    files.iter().find_map(|bytes| Key::of(bytes, typed).ok())
}

/// Refuses what is guessed too soon.
pub(super) fn refuse_short(secret: &Secret) -> Result<(), Failure> {
    match secret {
        Secret::Passphrase(typed) if typed.expose_secret().chars().count() < SHORTEST => Err(Failure::work(
            format!("a passphrase of fewer than {SHORTEST} characters is guessed too soon"),
            "Take four or five words that have nothing to do with each other",
        )),
        _ => Ok(()),
    }
}

/// Whether two passphrases are the same.
pub(super) fn is_same(one: Option<&Secret>, other: &Secret) -> bool {
    match (one, other) {
        (Some(Secret::Passphrase(one)), Secret::Passphrase(other)) => one.expose_secret() == other.expose_secret(),
        _ => false,
    }
}

/// Locked files with different keys, the one changed last first.
fn locked(installation: &Installation, with: OpensWith, most: usize) -> Vec<Vec<u8>> {
    let folder = &installation.places.assessments;
    let mut paths = [files(folder), files(&archive_folder(folder))].concat();
    let changed = |path: &PathBuf| std::fs::metadata(path).and_then(|about| about.modified()).ok();
    paths.sort_by_cached_key(|path| std::cmp::Reverse(changed(path)));
    let mut found: Vec<Vec<u8>> = Vec::new();
    for path in paths {
        let Ok(bytes) = read_bytes(&path) else { continue };
        let is_new = || !found.iter().any(|other| sealed::have_one_key(other, &bytes));
        if is_sealed(&bytes) && opens_with(&bytes) == Ok(with) && is_new() {
            found.push(bytes);
        }
        if found.len() >= most {
            break;
        }
    }
    found
}

/// Makes a key file that did not exist, for its owner's eyes alone.
pub(super) fn make_key_file(path: &Path) -> Result<(), Failure> {
    let (_, text) = Secret::new_key_file();
    let failed = |error: std::io::Error| {
        let message = format!("the key file {} could not be made: {error}", path.display());
        Failure::work(message, "Name a path that does not exist yet, in a folder that does")
    };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    file.write_all(text.expose_secret().as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    durable::sync_folder(path).map_err(failed)
}
