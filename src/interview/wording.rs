//! The words of the current question: by who answers, and by what has been answered before.

use super::Interview;
use crate::assessment::Mode;
use crate::evaluation::first_true;
use crate::questionnaire::{Question, Wording};

impl Interview {
    /// The question as it is said aloud, or as an owner reads it alone.
    pub fn wording<'a>(&'a self, question: &'a Question) -> &'a str {
        let variant = if question.id == self.question().id { self.variant } else { None };
        let variant = variant.and_then(|at| question.variants.get(at));
        let wording = variant.map_or(&question.wording, |variant| &variant.wording);
        self.in_mode(wording)
    }

    /// Finds the words that hold for the current question; drawing only reads the result.
    pub(super) fn choose_wording(&mut self) {
        let conditions = self.question().variants.iter().map(|variant| &variant.when);
        self.variant = first_true(&self.selection, &self.assessment, conditions);
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
