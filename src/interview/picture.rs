//! What one questionnaire shows so far: the score and how far it could move, what is lowest, what nobody knows yet.

use super::call::{Stays, letter};
use super::{Call, Edit, Effect, Interview, Panel, Review};
use crate::evaluation::{Overall, QuestionnaireEvaluation, Standing};
use crate::questionnaire::{Pointer, Question, Questionnaire, ScoredBy};

/// The page, scrolled down by some lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Picture {
    /// Lines scrolled down.
    pub scroll: usize,
}

/// What there is to see.
#[derive(Debug, Clone)]
pub struct Pictured<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// Its score; nothing where scores may not be seen.
    pub overall: Option<&'a Overall>,
    /// What is lowest, where scores may be seen.
    pub lowest: Vec<Low<'a>>,
    /// Its questions that the client cannot answer.
    pub unknown: Vec<&'a Question>,
    /// How many of its questions are still open.
    pub open: usize,
}

/// Something that is low.
#[derive(Debug, Clone, Copy)]
pub struct Low<'a> {
    /// The question.
    pub question: &'a Question,
    /// What it points to elsewhere.
    pub pointer: Option<&'a Pointer>,
}

impl Interview {
    /// What the questionnaire of the current question shows so far.
    pub fn pictured(&self) -> Option<Pictured<'_>> {
        let questionnaire = self.selection.questionnaire_of(&self.question().id)?;
        let judged: &QuestionnaireEvaluation =
            self.evaluation.questionnaires.iter().find(|one| one.id == questionnaire.id)?;
        // An owner alone may see the score, once it is asked for; a client who looks on may not.
        let shows = !self.is_shared();
        let low = |id: &String| {
            let question = questionnaire.question(id)?;
            Some(Low { question, pointer: question.pointer.as_ref() })
        };
        let stands = |wanted: Standing| {
            questionnaire.questions.iter().filter(move |one| self.evaluation.standing(&one.id) == wanted)
        };
        Some(Pictured {
            questionnaire,
            overall: shows.then_some(&judged.overall),
            lowest: judged.lowest.iter().filter_map(low).filter(|_| shows).collect(),
            unknown: stands(Standing::Unknown).collect(),
            open: stands(Standing::Open).count(),
        })
    }

    /// Whether the end of the current questionnaire is its picture: where single answers make the score, and there is one.
    pub(super) fn ends_in_a_picture(&self) -> bool {
        self.pictured().is_some_and(|pictured| {
            let scored = pictured.overall.is_some_and(|overall| overall.score.is_some());
            pictured.questionnaire.scored_by == ScoredBy::Items && (scored || self.is_shared()) && pictured.open == 0
        })
    }

    /// Shows it.
    pub(super) fn show_picture(&mut self) {
        self.show(Call::Picture(Picture::default()));
    }

    pub(super) fn edit_picture(&mut self, picture: &mut Picture, edit: &Edit) -> (Stays, Vec<Effect>) {
        match (edit, letter(edit)) {
            (Edit::Up, _) => picture.scroll = picture.scroll.saturating_sub(1),
            (Edit::Down, _) => picture.scroll = (picture.scroll + 1).min(self.reach),
            (_, Some("f")) => self.panel = Some(self.asked_to_finish()),
            (_, Some("v")) => self.panel = Some(Panel::Review(Review::new(self))),
            (Edit::Enter, _) => return (Stays::Closed, Vec::new()),
            _ => {}
        }
        (Stays::Open, Vec::new())
    }
}
