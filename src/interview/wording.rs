//! The words of the current question: by who answers, and by what has been answered before.

use super::Interview;
use crate::assessment::Mode;
use crate::questionnaire::{Question, Wording};

impl Interview {
    /// The question as it is said aloud, or as an owner reads it alone.
    pub fn wording<'a>(&'a self, question: &'a Question) -> &'a str {
        let variant = question.variants.iter().find(|variant| self.holds(&variant.when));
        let wording = variant.map_or(&question.wording, |variant| &variant.wording);
        self.in_mode(wording)
    }

    fn in_mode<'a>(&self, wording: &'a Wording) -> &'a str {
        let locale = &self.assessment().locale;
        let own = wording.self_assessment.get(locale);
        match self.assessment().mode {
            Mode::SelfAssessment if !own.is_empty() => own,
            _ => wording.consultant.get(locale),
        }
    }
}
