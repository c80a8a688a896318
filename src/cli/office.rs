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
use super::sitting_file::SittingFile;
use crate::assessment::{Assessment, AssessmentFile, Draft, FileOrder, Mode, SaveNews, update};
use crate::durable;
use crate::interview::{AccountsAsk, AccountsNews};
use crate::questionnaire::Selection;
use crate::report::Audience;
use crate::sealed::Key;
use crate::tui::{Desk, Seen};

/// The file an interview is saved to, and the folder its reports go to.
pub(super) struct Office<'a> {
    pub(super) installation: &'a Installation,
    /// The file answers go to.
    file: SittingFile,
    /// Sees to lists of accounts; started when the first is asked for.
    accounts: Option<AccountsDesk>,
    pub(super) selection: Selection,
    /// What forecasts in the reports go by.
    past: Past,
    /// Whether there is an internal report.
    internal: bool,
    locale: String,
    /// What was handed in last.
    newest: Assessment,
}

impl<'a> Office<'a> {
    /// The desk of a sitting; the file is its own from now on.
    pub(super) fn new(installation: &'a Installation, file: AssessmentFile, selection: Selection, past: Past) -> Self {
        let internal = file.assessment().mode == Mode::Consultant;
        let locale = file.assessment().locale.clone();
        let newest = file.assessment().clone();
        let file = SittingFile::new(file, &installation.library);
        Self { installation, file, accounts: None, selection, past, internal, locale, newest }
    }

    /// Ends a sitting that a fault of our own broke off: everything answered is on the disk, or an error says where it is.
    pub(super) fn break_off(self) -> Failure {
        let (path, key) = (self.file.path.clone(), self.file.key.clone());
        let text = text_of(&self.newest, &self.carried(&self.newest));
        match self.file.leave() {
            Ok(()) => Failure::work(
                "Gapwise has a fault, and the sitting ended",
                format!(
                    "Everything answered is saved in {}; what was just being typed is offered when you go on",
                    path.display()
                ),
            ),
            Err(reason) => kept_elsewhere(&path, key.as_ref(), &reason, &text, &self.installation.places.state),
        }
    }

    /// Ends the sitting: the newest is on the disk, or an error says where a copy of it is. Gives what there is to say.
    pub(super) fn close(self, ended: &Assessment) -> Result<String, Failure> {
        let (path, key) = (self.file.path.clone(), self.file.key.clone());
        let was_read = self.file.read_only(&self.locale).is_some();
        let text = text_of(ended, &self.carried(ended));
        match self.file.close(ended) {
            Ok(()) if was_read => Ok(format!("Only read; nothing was changed in {}", path.display())),
            Ok(()) => Ok(format!("Saved in {}", path.display())),
            Err(reason) => Err(kept_elsewhere(&path, key.as_ref(), &reason, &text, &self.installation.places.state)),
        }
    }

    /// The questionnaires an assessment carries by now: others may have been added in this sitting.
    fn carried(&self, assessment: &Assessment) -> Selection {
        let selected = self.installation.library.select(&assessment.questionnaires);
        selected.unwrap_or_else(|_| self.selection.clone())
    }
}

/// Puts what could not be saved where it can be, sealed where its file is.
fn kept_elsewhere(path: &Path, key: Option<&Key>, reason: &str, text: &[u8], state: &Path) -> Failure {
    match key.map_or_else(|| Ok(text.to_vec()), |key| key.seal(text)) {
        Ok(bytes) => unsaved(path, reason, &bytes, state),
        Err(error) => Failure::work(format!("NOT SAVED: {reason}"), format!("No copy could be kept: {error}")),
    }
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
        self.file.hand_in(assessment);
        match self.settle() {
            Some(SaveNews::NotSaved { reason, .. }) => Err(reason),
            _ => Ok(()),
        }
    }

    fn hand_in(&mut self, assessment: &Assessment) -> Option<SaveNews> {
        assessment.clone_into(&mut self.newest);
        self.file.hand_in(assessment);
        None
    }

    fn save_news(&mut self) -> Option<SaveNews> {
        self.file.news()
    }

    fn is_saving(&self) -> bool {
        self.file.is_busy()
    }

    fn settle(&mut self) -> Option<SaveNews> {
        self.file.settle()
    }

    fn read_only(&self) -> Option<String> {
        self.file.read_only(&self.locale)
    }

    fn look(&mut self) -> Option<Seen> {
        self.file.look()
    }

    fn take_over(&mut self) -> Result<Assessment, String> {
        self.file.take_over()
    }

    fn place(&self) -> Option<PathBuf> {
        Some(self.file.path.clone())
    }

    fn keep_draft(&mut self, draft: Option<Draft>) {
        self.file.keep_draft(draft);
    }

    fn found_draft(&mut self) -> Option<Draft> {
        self.file.found_draft()
    }

    fn save_elsewhere(&mut self, path: &str, assessment: &Assessment) -> Result<PathBuf, String> {
        let order = FileOrder::of(&self.carried(assessment));
        self.file.move_to(path, assessment, order, &self.installation.library)
    }

    fn render_report(&mut self, assessment: &Assessment) -> Result<Vec<PathBuf>, String> {
        let audiences = if self.internal { vec![Audience::Client, Audience::Internal] } else { vec![Audience::Client] };
        let mut paths = Vec::new();
        for audience in audiences {
            let wanted = Wanted::usual(audience, FileKind::Html);
            let report = rendered(self.installation, &self.past, &self.carried(assessment), assessment, &wanted);
            let path = beside(&self.file.path, audience, FileKind::Html);
            report.and_then(|(bytes, _)| write(&path, &bytes)).map_err(|failure| failure.to_string())?;
            paths.push(path);
        }
        for page in rules::pages(&self.carried(assessment), assessment) {
            let text = rendered_rules(self.installation, assessment, (&page.title, &page.sheets), FileKind::Html);
            let path = named(&self.file.path, &format!("{}.html", page.name));
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
        self.accounts.get_or_insert_with(|| AccountsDesk::start(&self.file.path)).ask(ask, locale);
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
