//! What a sitting, a score or a report takes from other files: the earlier assessment, and the record of past goals.

use std::path::Path;

use rust_i18n::t;

use super::installation::Installation;
use super::printable::{printable, printable_line};
use crate::assessment::{Assessment, fit};
use crate::evaluation::{Evaluation, TrackRecord, cases_since, evaluate_with};
use crate::interview::Interview;
use crate::portfolio::{EarlierError, earlier, track_record};
use crate::questionnaire::Selection;

/// What other files say that bears on one assessment.
#[derive(Debug, Default)]
pub(super) struct Past {
    /// The assessment it follows up on, as its file has it.
    earlier: Option<Assessment>,
    /// Past goals of all other assessments.
    others: TrackRecord,
    /// Why the assessment it follows up on cannot be had, and what to do about it.
    pub(super) missing: Option<String>,
    /// What could not be read, for the standard error; empty when all could.
    pub(super) talk: String,
}

impl Past {
    /// Reads it; what cannot be had is left out and told.
    pub(super) fn of(installation: &Installation, path: &Path, assessment: &Assessment) -> Self {
        let folder = &installation.places.assessments;
        let mut past = Self::default();
        let mut say = |line: String| past.talk.push_str(&format!("{}\n", printable(&line)));
        match earlier(folder, path, assessment) {
            Ok(found) => past.earlier = found.map(|found| found.assessment),
            Err(error) => {
                say(format!("{error}. {}; until then there are no earlier answers", error.remedy()));
                past.missing = Some(printable_line(&in_short(&error, assessment)));
            }
        }
        let found = track_record(folder, &installation.library, Some(path));
        for skipped in found.skipped {
            say(format!("Left out of the record of past goals: {}", skipped.reason));
        }
        match found.locked {
            0 => {}
            1 => say(t!("crypt.left_out.one").into_owned()),
            count => say(t!("crypt.left_out.many", count = count).into_owned()),
        }
        past.others = found.record;
        past
    }

    /// The assessment it follows up on, as its file has it.
    pub(super) fn earlier(&self) -> Option<&Assessment> {
        self.earlier.as_ref()
    }

    /// A sitting with it at hand.
    pub(super) fn beside(&self, interview: Interview) -> Interview {
        interview.with_past(self.others.clone(), self.earlier.clone())
    }

    /// What follows from an assessment, calibrated by all past goals.
    pub(super) fn evaluate(&self, selection: &Selection, assessment: &Assessment) -> Evaluation {
        evaluate_with(selection, assessment, &self.record(selection, assessment))
    }

    /// The whole record for an assessment as it stands: all others' past goals and its own that are over.
    fn record(&self, selection: &Selection, assessment: &Assessment) -> TrackRecord {
        let mut before = self.earlier.clone();
        if let Some(before) = &mut before {
            fit(selection, before);
        }
        let own = cases_since(selection, assessment, before.as_ref());
        TrackRecord { cases: self.others.cases.iter().cloned().chain(own).collect() }
    }
}

/// Why the earlier assessment cannot be had, without the places of files: this is printed in a report.
fn in_short(error: &EarlierError, assessment: &Assessment) -> String {
    let name = assessment.follows.as_deref().unwrap_or_default();
    let what = match error {
        EarlierError::Missing { .. } => format!("The earlier assessment {name} was not found"),
        EarlierError::Elsewhere { .. } => format!("'{name}', which this assessment follows, is not the name of a file"),
        EarlierError::Unusable { .. } => format!("The earlier assessment {name} could not be read"),
        EarlierError::Circle { names } => {
            format!("These assessments follow each other in a circle: {}", names.join(" → "))
        }
    };
    format!("{what}. {}.", error.remedy())
}
