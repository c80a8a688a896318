//! What the interview asks of the world: saving, and writing the reports.

use std::path::PathBuf;

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
            let report = rendered(self.installation, &self.selection, assessment, &wanted);
            let path = beside(self.file.path(), audience, FileKind::Html);
            report.and_then(|(bytes, _)| write(&path, &bytes)).map_err(|failure| failure.to_string())?;
            paths.push(path);
        }
        Ok(paths)
    }
}
