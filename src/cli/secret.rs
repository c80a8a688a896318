//! What opens locked assessments: a passphrase that is asked for or lies in a file, or a key file.
//!
//! A passphrase is asked for at most once for files that share a key; what was typed is tried on the next file before anybody is
//! asked again.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::failure::Failure;
use super::output::say;
use super::printable::printable;
use super::unechoed::Unechoed;
use crate::assessment::{OpenError, read_bytes};
use crate::config::Config;
use crate::paths::Places;
use crate::sealed::{self, Key, OpensWith, SealError, Secret};

/// The environment variable that names a file with the passphrase, for scripts.
const PASSPHRASE_FILE: &str = "GAPWISE_PASSPHRASE_FILE";

/// How often a passphrase may be mistyped.
const TRIES: usize = 3;

/// A passphrase shorter than this is guessed too soon, however costly each guess is.
pub(super) const SHORTEST: usize = 8;

/// What `--key-file` says.
static KEY_FILE: OnceLock<PathBuf> = OnceLock::new();

/// Passphrases that have opened something.
static TYPED: Mutex<Vec<Secret>> = Mutex::new(Vec::new());

/// Takes over what `--key-file` says.
pub(super) fn use_key_file(path: Option<PathBuf>) {
    if let Some(path) = path {
        // set once, before any command runs
        let _ = KEY_FILE.set(path);
    }
}

/// Whether an assessment's file is locked.
pub(super) fn is_locked(path: &Path) -> bool {
    read_bytes(path).is_ok_and(|bytes| sealed::is_sealed(&bytes))
}

/// Does something that reads assessments, and asks for what opens those that are locked.
pub(super) fn unlocked<T>(attempt: impl Fn() -> Result<T, OpenError>) -> Result<T, Failure> {
    loop {
        match attempt() {
            Err(OpenError::Locked { path }) => open(&path)?,
            outcome => return Ok(outcome?),
        }
    }
}

/// Opens the key of a locked assessment, so that whatever reads it from now on can.
pub(super) fn open(path: &Path) -> Result<(), Failure> {
    if open_silently(path)? {
        return Ok(());
    }
    let bytes = read_bytes(path)?;
    let _unechoed = Unechoed::begin();
    for _ in 0..TRIES {
        let Some(secret) = ask(&format!("Passphrase of {}: ", path.display()))? else {
            return Err(OpenError::Locked { path: path.to_owned() }.into());
        };
        match opens(&bytes, &secret) {
            Err(SealError::WrongPassphrase) => say("That is not its passphrase.\n"),
            outcome => {
                return outcome.map_err(|cause| OpenError::Sealed { path: path.to_owned(), cause }.into());
            }
        }
    }
    Err(wrong(path))
}

fn wrong(path: &Path) -> Failure {
    let message = format!("that is not the passphrase of {}; nothing was changed", path.display());
    Failure::work(message, "Without its passphrase nobody can open it")
}

/// The same without asking anybody; false when somebody has to be asked.
pub(super) fn open_silently(path: &Path) -> Result<bool, Failure> {
    let bytes = read_bytes(path)?;
    let sealed = |cause| Failure::from(OpenError::Sealed { path: path.to_owned(), cause });
    if sealed::opens_with(&bytes).map_err(sealed)? == OpensWith::KeyFile {
        let Some((secret, file)) = key_file()? else {
            let message = format!("{} is locked, and opens with a key file", path.display());
            return Err(Failure::work(message, "Give it with --key-file, or name it as key_file under [private]"));
        };
        let key = Key::of(&bytes, &secret).map_err(|error| match error {
            SealError::WrongKeyFile => {
                let message = format!("{} does not open {}; nothing was changed", file.display(), path.display());
                Failure::work(message, "Give the key file it was locked with")
            }
            error => sealed(error),
        })?;
        sealed::remember(&key);
        return Ok(true);
    }
    let given = TYPED.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if given.iter().any(|secret| opens(&bytes, secret).is_ok()) {
        return Ok(true);
    }
    if let Some(secret) = from_file()? {
        return opens(&bytes, &secret).map(|()| true).map_err(|error| match error {
            SealError::WrongPassphrase => wrong(path),
            error => sealed(error),
        });
    }
    Ok(false)
}

/// Opens a file's key with a secret and keeps both for what comes.
pub(super) fn opens(bytes: &[u8], secret: &Secret) -> Result<(), SealError> {
    let key = Key::of(bytes, secret)?;
    sealed::remember(&key);
    if matches!(secret, Secret::Passphrase(_)) {
        TYPED.lock().unwrap_or_else(PoisonError::into_inner).push(secret.clone());
    }
    Ok(())
}

/// What `--key-file` or the settings name, and where it lies.
pub(super) fn key_file() -> Result<Option<(Secret, PathBuf)>, Failure> {
    let chosen = match KEY_FILE.get() {
        Some(path) => Some(path.clone()),
        None => Config::load(&Places::find()?).0.private.key_file,
    };
    let Some(path) = chosen else { return Ok(None) };
    let text = std::fs::read_to_string(&path).map_err(|error| {
        let message = format!("the key file {} could not be read: {error}", path.display());
        Failure::work(message, "Check the path; is the drive it lies on connected?")
    })?;
    let secret = Secret::of_key_file(&text).ok_or_else(|| {
        let message =
            format!("{} holds no key: a key file has a line that begins with AGE-SECRET-KEY-1", path.display());
        Failure::work(message, "Make one with `gapwise lock FILE --key-file PATH --new-key`, or with age-keygen")
    })?;
    Ok(Some((secret, path)))
}

/// The passphrase in the file that the environment names: its first line.
pub(super) fn from_file() -> Result<Option<Secret>, Failure> {
    let Some(path) = std::env::var_os(PASSPHRASE_FILE).filter(|path| !path.is_empty()).map(PathBuf::from) else {
        return Ok(None);
    };
    let text = std::fs::read_to_string(&path).map_err(|error| {
        let message = format!("{PASSPHRASE_FILE} names {}, which could not be read: {error}", path.display());
        Failure::work(message, "Correct the path, or unset the variable to be asked")
    })?;
    Ok(Some(Secret::passphrase(text.lines().next().unwrap_or_default())))
}

/// Asks on the terminal without showing what is typed; nothing where there is nobody to ask.
pub(super) fn ask(prompt: &str) -> Result<Option<Secret>, Failure> {
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let _unechoed = Unechoed::begin();
    let typed = rpassword::prompt_password(printable(prompt));
    let typed = typed.map_err(|error| Failure::work(format!("nothing was typed: {error}"), "Nothing was changed"))?;
    Ok(Some(Secret::passphrase(typed)))
}
