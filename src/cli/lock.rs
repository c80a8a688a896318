//! `gapwise lock` and `gapwise unlock`: an assessment that only its passphrase or key file opens, and back.

use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::installation::Installation;
use super::new_key::{key_for_new, make_key_file};
use super::output::Output;
use super::secret::{key_file, unlocked};
use crate::assessment::{LockingError, load, lock_file, unlock_file};
use crate::portfolio::find;
use crate::sealed;

/// What `lock` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "The assessment is encrypted (age, X25519 and ChaCha20-Poly1305) and keeps its place and name; the name is not \
    hidden. The interview, score, report and every other command open it after asking for the passphrase once; what is typed \
    and not stored yet is encrypted too. For scripts, GAPWISE_PASSPHRASE_FILE names a file whose first line is the passphrase.\n\n\
    A forgotten passphrase or a lost key file is final: nobody can open the assessment again.\n\n\
    Reports are documents for others to read: they are written unlocked, and those written earlier stay as they are. \
    With `encrypt = true` under [private] in the settings every new assessment is locked from the start.\n\n\
    Example:\n  gapwise lock brightwater\n  gapwise lock brightwater --key-file /media/stick/gapwise.key --new-key"
)]
pub(super) struct LockArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// Make the file that --key-file names, with a new key.
    #[arg(long, requires = "key_file")]
    new_key: bool,
}

/// What `unlock` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "The file is again what it was before it was locked, byte for byte, and readable to whoever may read it. \
    To change a passphrase, unlock and lock again.\n\nExample:\n  gapwise unlock brightwater"
)]
pub(super) struct UnlockArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
}

pub(super) fn lock(args: &LockArgs, key_path: Option<&Path>) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let path = find(&installation.places.assessments, &args.file)?;
    // asked before the passphrase: nobody should type one for nothing
    let bytes = crate::assessment::read_bytes(&path)?;
    if sealed::is_sealed(&bytes) {
        return Err(LockingError::Already { path }.into());
    }
    load(&path)?;
    let mut made = None;
    if let (true, Some(key_path)) = (args.new_key, key_path) {
        make_key_file(key_path)?;
        made = Some(key_path);
    }
    let key = key_for_new(&installation)?;
    let locked = lock_file(&path, &key)?;
    let mut talk = String::new();
    let mut say = |line: String| talk.push_str(&format!("{line}\n"));
    if let Some(made) = made {
        say(format!("The key file {} is new. Keep a copy of it apart from this computer.", made.display()));
    }
    say(format!("Locked: {}", shown(&locked)));
    if key_file()?.is_some() {
        say(super::new_key::FINAL.trim_end().to_owned());
    }
    say("The open file is gone from here. A backup, a sync program, version control or the disk itself may still hold copies \
        of it, which Gapwise cannot reach."
        .to_owned());
    let reports = reports(&path);
    if !reports.is_empty() {
        say(format!("These were made from it and stay readable: {}", shown(&reports)));
    }
    Ok(Output::default().and_say(talk))
}

pub(super) fn unlock(args: &UnlockArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let path = find(&installation.places.assessments, &args.file)?;
    let bytes = crate::assessment::read_bytes(&path)?;
    if !sealed::is_sealed(&bytes) {
        return Err(LockingError::NotLocked { path }.into());
    }
    unlocked(|| load(&path))?;
    let bytes = crate::assessment::read_bytes(&path)?;
    let key = sealed::known(&bytes).ok_or_else(|| Failure::work("the file was changed meanwhile", "Try again"))?;
    let open = unlock_file(&path, &key)?;
    Ok(Output::default().and_say(format!("No longer locked: {}", shown(&open))))
}

fn shown(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// What lies beside an assessment and was made from it: its name, and something that is no assessment.
fn reports(path: &Path) -> Vec<PathBuf> {
    let stem = format!("{}-", path.file_stem().unwrap_or_default().to_string_lossy());
    let Ok(entries) = std::fs::read_dir(crate::durable::folder_of(path)) else { return Vec::new() };
    let made_from_it = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with(&stem) && !name.ends_with(".toml") && path.is_file()
    };
    let mut reports: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(made_from_it).collect();
    reports.sort();
    reports
}
