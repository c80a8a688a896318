//! Which findings a report prints in full, which in one line, and which only for the consultant.

use super::Material;
use crate::evaluation::FindingEvaluation;
use crate::questionnaire::Finding;

/// A finding with what was computed for it.
pub(super) type Fired<'a> = (&'a Finding, &'a FindingEvaluation);

/// The findings of a report, each list in print order; those the client disputed are in none of them.
pub(super) struct Printed<'a> {
    /// Those in full, across all questionnaires.
    pub(super) full: Vec<Fired<'a>>,
    /// Those in one line, questionnaire after questionnaire.
    pub(super) lines: Vec<Fired<'a>>,
    /// Those only the consultant reads.
    pub(super) beyond: Vec<Fired<'a>>,
}

impl Printed<'_> {
    /// Whether the client reads of a finding.
    pub(super) fn has(&self, id: &str) -> bool {
        self.full.iter().chain(&self.lines).any(|(_, fired)| fired.id == id)
    }
}

/// Sorts the findings of a report (domain.md 7: five in full, up to ten more in one line each).
///
/// A report on several questionnaires has the most pressing of all of them in full, and up to ten lines in the part of
/// each: its own would otherwise be crowded out by the largest questionnaire.
pub(super) fn printed<'a>(material: &Material<'a>) -> Printed<'a> {
    let limits = material.selection.assumptions.scoring.print;
    let mut full: Vec<_> = material.presentable().collect();
    let rest = full.split_off(limits.findings_in_full.min(full.len()));
    let (mut lines, mut beyond) = (Vec::new(), Vec::new());
    if material.is_about_several() {
        for questionnaire in &material.selection.questionnaires {
            let own: Vec<_> =
                rest.iter().filter(|(finding, _)| questionnaire.finding(&finding.id).is_some()).copied().collect();
            let (read, kept) = own.split_at(limits.findings_in_line.min(own.len()));
            lines.extend_from_slice(read);
            beyond.extend_from_slice(kept);
        }
    } else {
        let (read, kept) = rest.split_at(limits.findings_in_line.min(rest.len()));
        lines.extend_from_slice(read);
        beyond.extend_from_slice(kept);
    }
    Printed { full, lines, beyond }
}
