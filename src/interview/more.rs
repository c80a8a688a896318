//! Another questionnaire for the same assessment: which is suggested and why, which there are, taking one up.

use jiff::Timestamp;

use super::call::{Stays, letter};
use super::{Call, Edit, Effect, Interview, Message, Panel, Write, step};
use crate::assessment::{Progress, fit};
use crate::questionnaire::{Library, LocalText, Questionnaire};

/// A questionnaire the assessment does not carry yet.
#[derive(Debug, Clone, Copy)]
pub struct Further<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// Why it is suggested; nothing where it is merely there.
    pub reason: Option<&'a LocalText>,
}

/// The list of questionnaires that can be added, and the line under the cursor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Adding {
    /// The line under the cursor.
    pub cursor: usize,
}

impl Interview {
    /// The same sitting with every installed questionnaire at hand, so that others can be added.
    #[must_use]
    pub fn with_library(mut self, library: &Library) -> Self {
        self.library = Some(library.clone());
        self
    }

    /// The questionnaire to go on with: what the one being answered suggests, otherwise what another one does.
    pub fn next_questionnaire(&self) -> Option<Further<'_>> {
        self.suggested().into_iter().next()
    }

    /// Everything that can be added: what is suggested first, then the others in the order they are offered.
    pub fn further(&self) -> Vec<Further<'_>> {
        let mut all = self.suggested();
        let Some(library) = &self.library else { return all };
        let mut others: Vec<&Questionnaire> = library
            .questionnaires
            .iter()
            .map(AsRef::as_ref)
            .filter(|one| library.newest(&one.id).is_some_and(|newest| newest.version == one.version))
            .filter(|one| !self.selection.carries(&one.id))
            .filter(|one| all.iter().all(|further| further.questionnaire.id != one.id))
            .collect();
        others.sort_by_key(|one| one.place);
        all.extend(others.into_iter().map(|questionnaire| Further { questionnaire, reason: None }));
        all
    }

    fn suggested(&self) -> Vec<Further<'_>> {
        let Some(library) = &self.library else { return Vec::new() };
        let here = self.selection.questionnaire_of(&self.question().id).map(|one| one.id.as_str());
        let judged = self.selection.questionnaires.iter().zip(&self.evaluation.questionnaires);
        let mut found: Vec<(bool, Further<'_>)> = Vec::new();
        for (questionnaire, judged) in judged {
            let Some(next) = judged.suggested_next.and_then(|at| questionnaire.next.get(at)) else { continue };
            let Some(further) = library.newest(&next.questionnaire) else { continue };
            if found.iter().all(|(_, one)| one.questionnaire.id != further.id) {
                let further = Further { questionnaire: further, reason: Some(&next.reason) };
                found.push((Some(questionnaire.id.as_str()) != here, further));
            }
        }
        found.sort_by_key(|(elsewhere, _)| *elsewhere);
        found.into_iter().map(|(_, further)| further).collect()
    }

    /// Adds what is suggested and goes to its first question.
    pub(super) fn go_on_with_suggestion(&mut self, now: Timestamp) -> Vec<Effect> {
        match self.next_questionnaire().map(|further| further.questionnaire.id.clone()) {
            Some(id) => self.add_questionnaire(&id, now),
            None => {
                self.message = Some(Message::NothingToAdd);
                Vec::new()
            }
        }
    }

    /// Adds a questionnaire to the assessment and goes to its first question; taking the change back removes it again.
    fn add_questionnaire(&mut self, id: &str, now: Timestamp) -> Vec<Effect> {
        let Some(library) = &self.library else { return Vec::new() };
        let Some(added) = library.newest(id).filter(|_| !self.selection.carries(id)) else { return Vec::new() };
        let (reference, title) = (added.reference(), added.title.get(&self.assessment.locale).to_owned());
        let mut references = self.assessment.questionnaires.clone();
        references.push(reference);
        let mut effects = self.leave_field(now);
        self.panel = None;
        self.beneath.clear();
        self.aside = None;
        effects.extend(self.record_all(vec![Write::Questionnaires(references, Progress::InProgress)], now));
        // A route leads through the questions of one questionnaire; the new one begins in its own order.
        self.choose_route(None);
        let first = self.selection.questionnaires.iter().rfind(|one| one.id == id).and_then(|one| {
            let mut asked = one.questions.iter().filter(|question| self.evaluation.is_visible(&question.id));
            asked.next().map(|question| question.id.clone())
        });
        if let Some(to) = first.and_then(|id| self.place_of(&id)) {
            self.places.leave(self.at);
            self.arrive(to, false);
        }
        self.message = Some(Message::Added(title));
        effects
    }

    /// Carries other questionnaires from now on; gives what leads back. Where one of them is not installed, nothing changes.
    pub(super) fn carry(&mut self, references: Vec<String>, progress: Progress) -> Write {
        let before = std::mem::replace(&mut self.assessment.questionnaires, references);
        let before_progress = std::mem::replace(&mut self.assessment.progress, progress);
        if !self.reselect() {
            return Write::Questionnaires(
                std::mem::replace(&mut self.assessment.questionnaires, before),
                std::mem::replace(&mut self.assessment.progress, before_progress),
            );
        }
        Write::Questionnaires(before, before_progress)
    }

    /// Takes up the questionnaires the assessment names; false when that cannot be done.
    pub(super) fn reselect(&mut self) -> bool {
        let carried = self.selection.questionnaires.iter().map(|one| one.reference());
        if carried.eq(self.assessment.questionnaires.iter().cloned()) {
            return true;
        }
        let Some(library) = &self.library else { return false };
        let Ok(selection) = library.select(&self.assessment.questionnaires) else { return false };
        let here = self.question().id.clone();
        self.selection = selection;
        // Answers that were in the file before anybody asked for them.
        fit(&self.selection, &mut self.assessment);
        self.at = self.place_of(&here).unwrap_or(0);
        self.route = self.route.filter(|at| *at < self.routes().len());
        true
    }

    pub(super) fn edit_adding(&mut self, adding: &mut Adding, edit: &Edit, now: Timestamp) -> (Stays, Vec<Effect>) {
        let count = self.further().len();
        match edit {
            Edit::Up | Edit::Down => {
                adding.cursor = step(Some(adding.cursor), count, *edit == Edit::Down).unwrap_or(0);
            }
            Edit::Insert(_) => {
                let typed = letter(edit).and_then(|typed| typed.parse::<usize>().ok());
                if let Some(at) = typed.filter(|at| (1..=count).contains(at)) {
                    adding.cursor = at - 1;
                    return self.edit_adding(adding, &Edit::Enter, now);
                }
            }
            Edit::Enter => {
                let chosen = self.further().get(adding.cursor).map(|further| further.questionnaire.id.clone());
                let Some(chosen) = chosen else { return (Stays::Closed, Vec::new()) };
                let effects = self.add_questionnaire(&chosen, now);
                return (Stays::Closed, effects);
            }
            _ => {}
        }
        (Stays::Open, Vec::new())
    }

    /// Opens the list of what can be added.
    pub(super) fn open_adding(&mut self) {
        if self.further().is_empty() {
            self.message = Some(Message::NothingToAdd);
            return;
        }
        self.lay_over(Panel::Call(Call::Adding(Adding::default())));
    }
}
