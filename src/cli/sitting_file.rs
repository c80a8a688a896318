//! The file of a sitting: a thread writes to it, or it is only read.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Zoned;
use rust_i18n::t;

use crate::assessment::{
    Assessment, AssessmentFile, Draft, DraftKeeper, FileOrder, Hindrance, LONGEST_WAIT, NO_ANSWER, SaveError, SaveNews,
    TakeOverError, Writer, found_draft,
};
use crate::display::sentence_start;
use crate::questionnaire::Library;
use crate::sealed::Key;
use crate::tui::Seen;

/// How often a file that is only read is looked at.
const GLANCE: Duration = Duration::from_millis(500);

/// The file of a sitting.
pub(super) struct SittingFile {
    /// Where it is, links followed.
    pub(super) path: PathBuf,
    /// What it is locked with, when it is.
    pub(super) key: Option<Key>,
    library: Library,
    use_of_it: UseOfIt,
}

enum UseOfIt {
    /// It is the writer's.
    Written { writer: Writer, drafts: DraftKeeper },
    /// It is looked at.
    Read { file: Box<AssessmentFile>, looked: Instant, was_free: bool },
    /// It is being handed from one to the other.
    Between,
}

impl SittingFile {
    /// The file of a sitting that begins.
    pub(super) fn new(file: AssessmentFile, library: &Library) -> Self {
        let (path, key) = (file.path().to_owned(), file.key().cloned());
        let use_of_it = match file.read_only() {
            None => written(file, library),
            Some(_) => UseOfIt::Read { file: Box::new(file), looked: Instant::now(), was_free: false },
        };
        Self { path, key, library: library.clone(), use_of_it }
    }

    /// Why nothing is written, and what can be done about it.
    pub(super) fn read_only(&self, locale: &str) -> Option<String> {
        let UseOfIt::Read { file, .. } = &self.use_of_it else { return None };
        let reason = file.read_only().unwrap_or_default();
        Some(match file.hindrance() {
            Hindrance::Damaged => {
                t!("safe.reading_damaged", locale = locale, reason = sentence_start(reason)).into_owned()
            }
            Hindrance::Newer => t!("safe.reading_newer", locale = locale, reason = sentence_start(reason)).into_owned(),
            Hindrance::Elsewhere => {
                t!("safe.reading_elsewhere", locale = locale, reason = sentence_start(reason)).into_owned()
            }
        })
    }

    /// What has become of a file that is only read.
    pub(super) fn look(&mut self) -> Option<Seen> {
        let UseOfIt::Read { file, looked, was_free } = &mut self.use_of_it else { return None };
        if looked.elapsed() < GLANCE || file.hindrance() != Hindrance::Elsewhere {
            return None;
        }
        *looked = Instant::now();
        if let Some(theirs) = file.seen_again() {
            return Some(Seen::Changed(Box::new(theirs.clone())));
        }
        if !*was_free && file.is_free() {
            *was_free = true;
            return Some(Seen::Free);
        }
        None
    }

    /// Writes to the file from now on; gives what it holds.
    pub(super) fn take_over(&mut self) -> Result<Assessment, String> {
        let UseOfIt::Read { file, was_free, .. } = &mut self.use_of_it else {
            return Err(String::new());
        };
        *was_free = false;
        file.take_over().map_err(|error| match error {
            TakeOverError::Save(SaveError::ReadOnly { reason, .. }) => reason,
            error => format!("{error}. {}", error.remedy()),
        })?;
        let holds = file.assessment().clone();
        if let UseOfIt::Read { file, .. } = std::mem::replace(&mut self.use_of_it, UseOfIt::Between) {
            self.use_of_it = written(*file, &self.library);
        }
        Ok(holds)
    }

    /// Takes an assessment to be saved.
    pub(super) fn hand_in(&self, assessment: &Assessment) {
        if let UseOfIt::Written { writer, .. } = &self.use_of_it {
            writer.hand_in(assessment);
        }
    }

    /// What became of what was handed in; trouble too when the disk has not answered for long.
    pub(super) fn news(&self) -> Option<SaveNews> {
        let UseOfIt::Written { writer, .. } = &self.use_of_it else { return None };
        writer.news()
    }

    /// Whether something is not on the disk yet.
    pub(super) fn is_busy(&self) -> bool {
        matches!(&self.use_of_it, UseOfIt::Written { writer, .. } if writer.is_busy())
    }

    /// Waits until the newest has been tried.
    pub(super) fn settle(&self) -> Option<SaveNews> {
        let UseOfIt::Written { writer, .. } = &self.use_of_it else { return None };
        if writer.settle(LONGEST_WAIT) {
            return writer.news();
        }
        Some(SaveNews::NotSaved { since: Zoned::now().time(), reason: NO_ANSWER.to_owned() })
    }

    /// Keeps what is being typed, or lets go of it.
    pub(super) fn keep_draft(&self, draft: Option<Draft>) {
        if let UseOfIt::Written { drafts, .. } = &self.use_of_it {
            drafts.keep(draft);
        }
    }

    /// Typing of an earlier sitting; only whoever writes may ask.
    pub(super) fn found_draft(&self) -> Option<Draft> {
        match &self.use_of_it {
            UseOfIt::Written { .. } => found_draft(&self.path, self.key.as_ref()),
            _ => None,
        }
    }

    /// Saves to another file from now on. The one before is let go, whatever its disk still does.
    pub(super) fn move_to(
        &mut self,
        path: &str,
        holds: &Assessment,
        order: FileOrder,
        library: &Library,
    ) -> Result<PathBuf, String> {
        let path = elsewhere(path, &self.path).map_err(|error| error.to_string())?;
        let mut file = AssessmentFile::create_locked(&path, holds, order, self.key.clone())
            .map_err(|error| format!("{error}. {}", error.remedy()))?;
        if let Ok(selection) = library.select(&holds.questionnaires) {
            file.fit(&selection);
        }
        self.path = file.path().to_owned();
        match std::mem::replace(&mut self.use_of_it, written(file, library)) {
            // Whatever it still tries is older than this, and its disk may never answer.
            UseOfIt::Written { writer, drafts } => {
                writer.give_up();
                drafts.give_up();
            }
            UseOfIt::Read { .. } | UseOfIt::Between => {}
        }
        Ok(self.path.clone())
    }

    /// After a fault of our own: what was handed in is tried, what was being typed is left as a draft.
    pub(super) fn leave(self) -> Result<(), String> {
        let UseOfIt::Written { writer, drafts } = self.use_of_it else { return Ok(()) };
        drop(drafts);
        match (writer.settle(LONGEST_WAIT), writer.trouble()) {
            (true, None) => Ok(()),
            (_, trouble) => Err(trouble.unwrap_or_else(|| NO_ANSWER.to_owned())),
        }
    }

    /// Ends the sitting: the newest is on the disk, or the reason why not.
    pub(super) fn close(self, ended: &Assessment) -> Result<(), String> {
        let UseOfIt::Written { writer, drafts } = self.use_of_it else { return Ok(()) };
        writer.hand_in(ended);
        let answered = writer.settle(LONGEST_WAIT);
        match writer.trouble() {
            None if answered => {
                // While the lock is still held: afterwards the file may be another's.
                drop(drafts);
                writer.end();
                Ok(())
            }
            trouble => {
                writer.give_up();
                drafts.give_up();
                Err(trouble.unwrap_or_else(|| NO_ANSWER.to_owned()))
            }
        }
    }
}

/// Hands a file to the thread that saves to it.
fn written(mut file: AssessmentFile, library: &Library) -> UseOfIt {
    let drafts = DraftKeeper::start(file.path(), file.key().cloned());
    let library = library.clone();
    let mut carried = file.assessment().questionnaires.clone();
    let writer = Writer::start(move |assessment| {
        crate::fault::asked_for("save");
        if assessment.questionnaires != carried
            && let Ok(selection) = library.select(&assessment.questionnaires)
        {
            file.suit(&selection);
            assessment.questionnaires.clone_into(&mut carried);
        }
        file.save_merging(assessment).map_err(|error| match error {
            // What the system said, in few words: the line that stands at the top is short, and the file is known.
            SaveError::Failed { cause, .. } => words(&cause.to_string()),
            error => format!("{error}. {}", error.remedy()),
        })
    });
    UseOfIt::Written { writer, drafts }
}

/// What the system said, without the path of a file that nobody knows.
fn words(cause: &str) -> String {
    cause.split(" at path ").next().unwrap_or_default().to_owned()
}

/// The file that is meant by what was typed: a folder takes one of the same name, `~` is the home folder.
fn elsewhere(typed: &str, now: &Path) -> std::io::Result<PathBuf> {
    let typed = typed.trim();
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let path = match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => std::path::absolute(typed)?,
    };
    Ok(if path.is_dir() { path.join(now.file_name().unwrap_or_default()) } else { path })
}
