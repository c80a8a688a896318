//! What every view is given: the interview to read, how things look, how values are written.

use crate::display::Display;
use crate::interview::Interview;
use crate::questionnaire::{LocalText, Question};
use crate::tui::{Keymap, Setup, Theme};

/// What every view is given.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The state, to be read only.
    pub interview: &'a Interview,
    /// How things look.
    pub theme: Theme,
    /// What keys mean.
    pub keymap: &'a Keymap,
    /// Said in the status line until the first key.
    pub notice: Option<&'a str>,
    /// How values are written.
    pub display: Display<'a>,
}

impl<'a> Look<'a> {
    /// A look at an interview.
    pub fn new(interview: &'a Interview, setup: &'a Setup) -> Self {
        let assessment = interview.assessment();
        let display = Display { locale: &assessment.locale, currency: &assessment.currency };
        Self { interview, theme: setup.theme, keymap: &setup.keymap, notice: setup.notice.as_deref(), display }
    }

    /// The language.
    pub fn locale(&self) -> &'a str {
        self.display.locale
    }

    /// A text of the questionnaire in the language.
    pub fn text(&self, text: &'a LocalText) -> &'a str {
        text.get(self.display.locale)
    }

    /// The label of a question by its id; the id where there is none.
    pub fn label(&self, id: &'a str) -> &'a str {
        self.interview.selection().question(id).map_or(id, |question| self.text(&question.label))
    }

    /// What was answered to a question, in one line.
    pub fn answered(&self, question: &Question) -> Option<String> {
        let value = self.interview.assessment().value(&question.id)?;
        Some(self.display.answer(question, value))
    }
}
