//! The assessment before, compared for a report: what changed, or why that cannot be said.

use super::installation::Installation;
use super::past::Past;
use crate::assessment::{Assessment, fit};
use crate::comparison::{Comparison, Side, compare};
use crate::evaluation::{Evaluation, evaluate};
use crate::questionnaire::Selection;
use crate::report::Earlier;

/// What a report needs of the assessment before.
#[derive(Debug)]
pub(super) enum Before {
    /// It follows no other.
    None,
    /// What changed, and the earlier assessment's questionnaires.
    Compared(Box<(Comparison, Selection)>),
    /// Why nothing can be said, and what to do.
    Missing(String),
}

impl Before {
    /// Compares an assessment with the one it follows up on.
    pub(super) fn of(
        installation: &Installation,
        past: &Past,
        selection: &Selection,
        assessment: &Assessment,
        evaluation: &Evaluation,
    ) -> Self {
        if let Some(reason) = &past.missing {
            return Self::Missing(reason.clone());
        }
        let Some(mut earlier) = past.earlier().cloned() else { return Self::None };
        if earlier.date > assessment.date {
            return Self::Missing(format!(
                "The earlier assessment is dated {}, after this one of {}. Correct the date of one of them",
                earlier.date, assessment.date
            ));
        }
        let Some(before) = usable(installation, &earlier) else { return Self::None };
        fit(&before, &mut earlier);
        let then = evaluate(&before, &earlier);
        let comparison = compare(
            Side { selection: &before, assessment: &earlier, evaluation: &then },
            Side { selection, assessment, evaluation },
        );
        Self::Compared(Box::new((comparison, before)))
    }

    /// The same as a report takes it.
    pub(super) fn as_earlier(&self) -> Earlier<'_> {
        match self {
            Self::None => Earlier::None,
            Self::Compared(compared) => Earlier::Compared { comparison: &compared.0, selection: &compared.1 },
            Self::Missing(reason) => Earlier::Missing { reason },
        }
    }
}

/// Those of an assessment's questionnaires that are installed in its version; the comparison names the others.
pub(super) fn usable(installation: &Installation, assessment: &Assessment) -> Option<Selection> {
    let installed = |reference: &&String| installation.library.select(&[(*reference).clone()]).is_ok();
    let references: Vec<String> = assessment.questionnaires.iter().filter(installed).cloned().collect();
    installation.library.select(&references).ok()
}
