//! What is being typed and is no answer yet, kept beside the assessment: a killed process loses a quarter of a second of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::durable;
use crate::sealed::{Key, is_sealed, known};

/// How long after a key it is written, at most; what is typed meanwhile goes with it.
const SOON: Duration = Duration::from_millis(150);

/// The largest draft that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// A text that was being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// When it was written down.
    pub at: Timestamp,
    /// `id@version` of the questionnaire it was typed in.
    pub questionnaire: String,
    /// The question it was typed at.
    pub question: String,
    /// Where at that question: `field`, `note`, `quote`, `reason`, `owed`, `todo`, `scratch`, `words`.
    pub place: String,
    /// The text.
    pub text: String,
}

/// Where the draft of an assessment is kept.
fn path_of(assessment: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(assessment.file_name().unwrap_or_default());
    name.push(".draft");
    assessment.with_file_name(name)
}

/// The draft beside an assessment; only whoever holds its lock may ask. One that cannot be read stays where it is.
///
/// Beside a locked assessment it is sealed with the same key.
pub fn found_draft(assessment: &Path, key: Option<&Key>) -> Option<Draft> {
    let path = path_of(assessment);
    fs::metadata(&path).ok().filter(|about| about.is_file() && about.len() <= LARGEST)?;
    let bytes = fs::read(path).ok()?;
    // of a locked assessment that is damaged the key may be known from elsewhere
    let known = known(&bytes);
    Draft::read(&bytes, key.or(known.as_ref()))
}

/// Where the draft beside an assessment is, readable or not, when there is one.
pub fn place_of_draft(assessment: &Path) -> Option<PathBuf> {
    Some(path_of(assessment)).filter(|path| path.symlink_metadata().is_ok())
}

impl Draft {
    /// The draft in a file's bytes, opened with the key when they are sealed.
    pub fn read(bytes: &[u8], key: Option<&Key>) -> Option<Self> {
        let opened = if is_sealed(bytes) { Some(key?.open(bytes).ok()?) } else { None };
        toml::from_str(std::str::from_utf8(opened.as_deref().unwrap_or(bytes)).ok()?).ok()
    }
}

/// Whether there is one, readable or not.
pub(super) fn has_draft(assessment: &Path) -> bool {
    path_of(assessment).symlink_metadata().is_ok()
}

/// Keeps a draft on a thread of its own, so that nobody who types waits.
#[derive(Debug)]
pub struct DraftKeeper {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    slot: Mutex<Slot>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Slot {
    /// The newest: a text to write, or that there is nothing to keep any more.
    wanted: Option<Option<Draft>>,
    ended: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl DraftKeeper {
    /// Starts the thread for an assessment's file; what it writes beside a locked one is sealed with its key.
    pub fn start(assessment: &Path, key: Option<Key>) -> Self {
        let shared = Arc::new(Shared::default());
        let (its, path) = (Arc::clone(&shared), path_of(assessment));
        Self { shared, thread: Some(std::thread::spawn(move || work(&its, &path, key.as_ref()))) }
    }

    /// Keeps a draft, or removes the one there is; comes back at once.
    pub fn keep(&self, draft: Option<Draft>) {
        self.shared.lock().wanted = Some(draft);
        self.shared.changed.notify_all();
    }

    /// Ends it without waiting, for a disk that does not answer; what was kept stays where it is.
    pub fn give_up(mut self) {
        self.thread = None;
    }
}

impl Drop for DraftKeeper {
    /// What waits is written before it is over.
    fn drop(&mut self) {
        self.shared.lock().ended = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(shared: &Shared, path: &Path, key: Option<&Key>) {
    loop {
        let mut slot = shared.lock();
        while slot.wanted.is_none() && !slot.ended {
            slot = shared.changed.wait(slot).unwrap_or_else(PoisonError::into_inner);
        }
        // A moment, so that fast typing is not one file a key; and no longer, however fast it is.
        let (mut slot, _) =
            shared.changed.wait_timeout_while(slot, SOON, |slot| !slot.ended).unwrap_or_else(PoisonError::into_inner);
        let (wanted, ended) = (slot.wanted.take(), slot.ended);
        drop(slot);
        match wanted {
            // A draft that cannot be written costs at most what is typed just now; the disk's trouble is told by the save.
            Some(Some(draft)) => {
                let text = toml::to_string(&draft).ok().map(String::into_bytes);
                let closed = text.and_then(|text| key.map_or(Some(text.clone()), |key| key.seal(&text).ok()));
                if let Some(bytes) = closed {
                    let _ = durable::replace(path, &bytes);
                }
            }
            Some(None) => {
                let _ = fs::remove_file(path);
            }
            None => {}
        }
        if ended {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str) -> Draft {
        Draft {
            at: "2026-11-22T10:42:00Z".parse().unwrap(),
            questionnaire: "g@1".to_owned(),
            question: "a".to_owned(),
            place: "field".to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn the_newest_is_kept_and_removed_when_it_is_stored() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.toml");
        let keeper = DraftKeeper::start(&path, None);
        keeper.keep(Some(draft("ha")));
        keeper.keep(Some(draft("half \u{1b} a\n\"sentence")));
        drop(keeper);
        assert_eq!(found_draft(&path, None), Some(draft("half \u{1b} a\n\"sentence")));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(path_of(&path)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let keeper = DraftKeeper::start(&path, None);
        keeper.keep(None);
        drop(keeper);
        assert_eq!(found_draft(&path, None), None);
    }
}
