//! What the interview asks of the world: saving, and writing the reports.

use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::accounts_desk::AccountsDesk;
use super::failure::Failure;
use super::installation::Installation;
use super::past::Past;
use super::report_file::{FileKind, Wanted, beside, rendered, rendered_rules, write};
use super::rules;
use super::sheet::named;
use crate::assessment::{
    Assessment, AssessmentFile, Draft, DraftKeeper, FileOrder, LONGEST_WAIT, Mode, SaveNews, Writer, found_draft,
    update,
};
use crate::durable;
use crate::interview::{AccountsAsk, AccountsNews};
use crate::questionnaire::{Library, Selection};
use crate::report::Audience;
use crate::sealed::Key;
use crate::tui::Desk;

const NO_ANSWER: &str = "the disk does not answer";

/// The file an interview is saved to, and the folder its reports go to.
pub(super) struct Office<'a> {
    pub(super) installation: &'a Installation,
    /// The file answers go to, links followed.
    pub(super) path: PathBuf,
    /// What that file is locked with, when it is.
    key: Option<Key>,
    /// The one that has that file.
    writer: Writer,
    drafts: DraftKeeper,
    /// Sees to lists of accounts; started when the first is asked for.
    accounts: Option<AccountsDesk>,
    pub(super) selection: Selection,
    /// What forecasts in the reports go by.
    past: Past,
    /// Whether there is an internal report.
    internal: bool,
}

impl<'a> Office<'a> {
    /// The desk of a sitting; the file is its writer's from now on.
    pub(super) fn new(installation: &'a Installation, file: AssessmentFile, selection: Selection, past: Past) -> Self {
        let internal = file.assessment().mode == Mode::Consultant;
        let path = file.path().to_owned();
        let key = file.key().cloned();
        let drafts = DraftKeeper::start(&path, key.clone());
        let writer = writer(file, &installation.library);
        Self { installation, path, key, writer, drafts, accounts: None, selection, past, internal }
    }

    /// Ends the sitting: the newest is on the disk, or an error says where a copy of it is.
    pub(super) fn close(self, ended: &Assessment) -> Result<PathBuf, Failure> {
        self.writer.hand_in(ended);
        let answered = self.writer.settle(LONGEST_WAIT);
        match self.writer.trouble() {
            None if answered => {
                // While the lock is still held: afterwards the file may be another's.
                drop(self.drafts);
                self.writer.end();
                Ok(self.path)
            }
            trouble => {
                let reason = trouble.unwrap_or_else(|| NO_ANSWER.to_owned());
                let carried = self.carried(ended);
                self.writer.give_up();
                let text = text_of(ended, &carried);
                let state = &self.installation.places.state;
                Err(match self.key.as_ref().map_or(Ok(text.clone()), |key| key.seal(&text)) {
                    Ok(bytes) => unsaved(&self.path, &reason, &bytes, state),
                    Err(error) => {
                        Failure::work(format!("NOT SAVED: {reason}"), format!("No copy could be kept: {error}"))
                    }
                })
            }
        }
    }
}

impl Office<'_> {
    /// The questionnaires an assessment carries by now: others may have been added in this sitting.
    fn carried(&self, assessment: &Assessment) -> Selection {
        let selected = self.installation.library.select(&assessment.questionnaires);
        selected.unwrap_or_else(|_| self.selection.clone())
    }
}

/// The thread that saves to a file.
fn writer(mut file: AssessmentFile, library: &Library) -> Writer {
    let library = library.clone();
    let mut carried = file.assessment().questionnaires.clone();
    Writer::start(move |assessment| {
        if assessment.questionnaires != carried
            && let Ok(selection) = library.select(&assessment.questionnaires)
        {
            file.suit(&selection);
            assessment.questionnaires.clone_into(&mut carried);
        }
        file.save_merging(assessment).map_err(|error| format!("{error}. {}", error.remedy()))
    })
}

/// An assessment as the text of a new file.
fn text_of(assessment: &Assessment, selection: &Selection) -> Vec<u8> {
    let mut document = toml_edit::DocumentMut::new();
    update(&mut document, None, assessment, &FileOrder::of(selection));
    document.to_string().into_bytes()
}

/// Puts what could not be saved where it can be, and says where that is.
fn unsaved(path: &Path, reason: &str, bytes: &[u8], state: &Path) -> Failure {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let put = |folder: &Path| -> std::io::Result<PathBuf> {
        durable::create_folder(folder)?;
        // for its owner's eyes alone from the start
        let mut file =
            tempfile::Builder::new().prefix(&format!("unsaved-{name}-")).suffix(".toml").tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file.keep().map_err(|error| error.error)?.1)
    };
    let message = format!("NOT SAVED: {reason}");
    match put(state).or_else(|_| put(&std::env::temp_dir())) {
        Ok(copy) => Failure::work(
            message,
            format!("Everything is in {}; move it to {} when there is room", copy.display(), path.display()),
        ),
        Err(error) => Failure::work(message, format!("No copy could be kept either: {error}")),
    }
}

impl Desk for Office<'_> {
    fn save(&mut self, assessment: &Assessment) -> Result<(), String> {
        self.writer.hand_in(assessment);
        match self.settle() {
            Some(SaveNews::NotSaved { reason, .. }) => Err(reason),
            _ => Ok(()),
        }
    }

    fn hand_in(&mut self, assessment: &Assessment) -> Option<SaveNews> {
        self.writer.hand_in(assessment);
        None
    }

    fn save_news(&mut self) -> Option<SaveNews> {
        self.writer.news()
    }

    fn is_saving(&self) -> bool {
        self.writer.is_busy()
    }

    fn settle(&mut self) -> Option<SaveNews> {
        if self.writer.settle(LONGEST_WAIT) {
            return self.writer.news();
        }
        Some(SaveNews::NotSaved { since: self.now().time(), reason: NO_ANSWER.to_owned() })
    }

    fn keep_draft(&mut self, draft: Option<Draft>) {
        self.drafts.keep(draft);
    }

    fn found_draft(&mut self) -> Option<Draft> {
        found_draft(&self.path, self.key.as_ref())
    }

    fn save_elsewhere(&mut self, path: &str, assessment: &Assessment) -> Result<PathBuf, String> {
        let path = std::path::absolute(path.trim()).map_err(|error| error.to_string())?;
        let order = FileOrder::of(&self.carried(assessment));
        let file = AssessmentFile::create_locked(&path, assessment, order, self.key.clone())
            .map_err(|error| format!("{error}. {}", error.remedy()))?;
        self.path = file.path().to_owned();
        self.drafts = DraftKeeper::start(&self.path, self.key.clone());
        // The one before is let go; whatever it still tries is older than this.
        self.writer = writer(file, &self.installation.library);
        Ok(self.path.clone())
    }

    fn render_report(&mut self, assessment: &Assessment) -> Result<Vec<PathBuf>, String> {
        let audiences = if self.internal { vec![Audience::Client, Audience::Internal] } else { vec![Audience::Client] };
        let mut paths = Vec::new();
        for audience in audiences {
            let wanted = Wanted::usual(audience, FileKind::Html);
            let report = rendered(self.installation, &self.past, &self.carried(assessment), assessment, &wanted);
            let path = beside(&self.path, audience, FileKind::Html);
            report.and_then(|(bytes, _)| write(&path, &bytes)).map_err(|failure| failure.to_string())?;
            paths.push(path);
        }
        for page in rules::pages(&self.carried(assessment), assessment) {
            let text = rendered_rules(self.installation, assessment, (&page.title, &page.sheets), FileKind::Html);
            let path = named(&self.path, &format!("{}.html", page.name));
            text.and_then(|(bytes, _)| write(&path, &bytes)).map_err(|failure| failure.to_string())?;
            paths.push(path);
        }
        Ok(paths)
    }

    fn preview(&mut self, assessment: &Assessment, internal: bool) -> Result<String, String> {
        let audience = if internal { Audience::Internal } else { Audience::Client };
        let wanted = Wanted::usual(audience, FileKind::Markdown);
        let report = rendered(self.installation, &self.past, &self.carried(assessment), assessment, &wanted);
        report.map(|(bytes, _)| String::from_utf8_lossy(&bytes).into_owned()).map_err(|failure| failure.to_string())
    }

    fn accounts(&mut self, ask: AccountsAsk, locale: &str) -> Option<AccountsNews> {
        self.accounts.get_or_insert_with(|| AccountsDesk::start(&self.path)).ask(ask, locale);
        None
    }

    fn accounts_news(&mut self) -> Option<AccountsNews> {
        self.accounts.as_mut()?.news()
    }

    fn awaits_accounts(&self) -> bool {
        self.accounts.as_ref().is_some_and(AccountsDesk::is_busy)
    }

    fn open_file(&mut self, path: &Path) -> Result<(), String> {
        open::that_detached(path).map_err(|error| format!("{} could not be opened: {error}", path.display()))
    }

    fn copy(&mut self, text: &str) -> Result<(), String> {
        // OSC 52: the terminal itself puts it on the clipboard, also over a remote shell.
        let mut out = std::io::stdout();
        let written = write!(out, "\x1b]52;c;{}\x07", STANDARD.encode(text)).and_then(|()| out.flush());
        written.map_err(|error| error.to_string())
    }
}
