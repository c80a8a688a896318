//! What the interview asks of the world: saving, and writing the reports.

use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::installation::Installation;
use super::report_file::{FileKind, Wanted, beside, rendered, write};
use crate::assessment::{Assessment, AssessmentFile};
use crate::questionnaire::Selection;
use crate::report::Audience;
use crate::tui::Desk;

/// The file an interview is saved to, and the folder its reports go to.
pub(super) struct Office<'a> {
    pub(super) installation: &'a Installation,
    pub(super) file: AssessmentFile,
    pub(super) selection: Selection,
    /// Whether there is an internal report.
    pub(super) internal: bool,
}

impl Desk for Office<'_> {
    fn save(&mut self, assessment: &Assessment) -> Result<(), String> {
        self.file.save(assessment).map(|_| ()).map_err(|error| format!("{error}. {}", error.remedy()))
    }

    fn render_report(&mut self, assessment: &Assessment) -> Result<Vec<PathBuf>, String> {
        let audiences = if self.internal { vec![Audience::Client, Audience::Internal] } else { vec![Audience::Client] };
        let mut paths = Vec::new();
        for audience in audiences {
            let wanted = Wanted::usual(audience, FileKind::Html);
            let report = rendered(self.installation, self.file.path(), &self.selection, assessment, &wanted);
            let path = beside(self.file.path(), audience, FileKind::Html);
            report.and_then(|(bytes, _)| write(&path, &bytes)).map_err(|failure| failure.to_string())?;
            paths.push(path);
        }
        Ok(paths)
    }

    fn preview(&mut self, assessment: &Assessment, internal: bool) -> Result<String, String> {
        let audience = if internal { Audience::Internal } else { Audience::Client };
        let wanted = Wanted::usual(audience, FileKind::Markdown);
        let report = rendered(self.installation, self.file.path(), &self.selection, assessment, &wanted);
        report.map(|(bytes, _)| String::from_utf8_lossy(&bytes).into_owned()).map_err(|failure| failure.to_string())
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
