//! The form for a new assessment.

use super::HomeStep;
use crate::assessment::Mode;
use crate::interview::{Edit, Line};

/// A questionnaire a new assessment can carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// `id@version`.
    pub reference: String,
    /// Its name.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// How long it takes, roughly.
    pub minutes: u32,
    /// Whether an owner alone begins with it: it is short, and single answers make its score.
    pub first_for_owner: bool,
}

/// What is asked for a new assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAssessment {
    /// The client's name.
    pub client: String,
    /// Who answers.
    pub mode: Mode,
    /// ISO code of the currency.
    pub currency: String,
    /// `id@version` of each of its questionnaires, in the order they are offered.
    pub questionnaires: Vec<String>,
}

/// The form for a new assessment.
#[derive(Debug, Clone)]
pub struct NewForm {
    /// The client's name.
    pub client: Line,
    /// Who answers.
    pub mode: Mode,
    /// ISO code of the currency.
    pub currency: Line,
    /// Whether each of the questionnaires offered is ticked.
    pub ticked: Vec<bool>,
    /// Whether the ticks are a person's own; until then they are what suits whoever answers.
    pub chosen: bool,
    /// The questionnaire under the cursor.
    pub offer: usize,
    /// The field that has the keyboard.
    pub focus: Field,
    /// What is still missing; said until it is there.
    pub missing: Option<Field>,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The client's name.
    Client,
    /// Who answers.
    Mode,
    /// The questionnaires.
    Questionnaires,
    /// The currency.
    Currency,
}

impl Field {
    /// All fields in order.
    pub const ALL: [Self; 4] = [Self::Client, Self::Mode, Self::Questionnaires, Self::Currency];
}

impl NewForm {
    /// An empty form; the first of the questionnaires is ticked.
    pub fn new(currency: &str, offers: usize) -> Self {
        Self {
            client: Line::default(),
            mode: Mode::Consultant,
            currency: Line::new(currency),
            ticked: (0..offers).map(|at| at == 0).collect(),
            chosen: false,
            offer: 0,
            focus: Field::Client,
            missing: None,
        }
    }

    pub(super) fn edit(&mut self, edit: &Edit, offers: &[Offer]) -> HomeStep {
        match (edit, self.focus) {
            (Edit::Enter, Field::Currency) => return self.submit(offers),
            (Edit::Down | Edit::Right, Field::Questionnaires) if self.offer + 1 < offers.len() => self.offer += 1,
            (Edit::Up | Edit::Left, Field::Questionnaires) if self.offer > 0 => self.offer -= 1,
            (Edit::Enter | Edit::Tab | Edit::Down, _) => self.move_focus(true),
            (Edit::BackTab | Edit::Up, _) => self.move_focus(false),
            (_, Field::Client) => {
                self.client.edit(edit);
            }
            (_, Field::Currency) => {
                self.currency.edit(edit);
            }
            (Edit::Insert(typed), Field::Mode) if typed == " " => self.switch(offers),
            (Edit::Left | Edit::Right, Field::Mode) => self.switch(offers),
            (Edit::Insert(typed), Field::Questionnaires) => {
                let digit = typed.parse::<usize>().ok().filter(|digit| (1..=offers.len()).contains(digit));
                if let Some(at) = digit.map(|digit| digit - 1).or((typed == " ").then_some(self.offer)) {
                    self.offer = at;
                    self.chosen = true;
                    if let Some(ticked) = self.ticked.get_mut(at) {
                        *ticked = !*ticked;
                    }
                }
            }
            _ => {}
        }
        if self.missing.is_some_and(|field| !self.is_missing(field)) {
            self.missing = None;
        }
        HomeStep::Stay
    }

    fn move_focus(&mut self, forward: bool) {
        let at = Field::ALL.iter().position(|field| *field == self.focus).unwrap_or(0);
        self.focus = Field::ALL[if forward { (at + 1).min(Field::ALL.len() - 1) } else { at.saturating_sub(1) }];
    }

    /// Somebody else answers; while nothing was ticked by hand, the questionnaire that suits them is.
    fn switch(&mut self, offers: &[Offer]) {
        self.mode = match self.mode {
            Mode::Consultant => Mode::SelfAssessment,
            Mode::SelfAssessment => Mode::Consultant,
        };
        if !self.chosen {
            let owner = offers.iter().position(|offer| offer.first_for_owner);
            let first = owner.filter(|_| self.mode == Mode::SelfAssessment).unwrap_or(0);
            self.offer = first;
            self.ticked = (0..offers.len()).map(|at| at == first).collect();
        }
    }

    fn is_missing(&self, field: Field) -> bool {
        let currency = self.currency.text().trim();
        match field {
            Field::Client => self.client.text().trim().is_empty(),
            Field::Questionnaires => !self.ticked.contains(&true),
            Field::Currency => currency.len() != 3 || !currency.chars().all(|one| one.is_ascii_alphabetic()),
            Field::Mode => false,
        }
    }

    fn submit(&mut self, offers: &[Offer]) -> HomeStep {
        if let Some(field) = Field::ALL.into_iter().find(|field| self.is_missing(*field)) {
            (self.missing, self.focus) = (Some(field), field);
            return HomeStep::Stay;
        }
        let ticked = offers.iter().zip(&self.ticked).filter(|(_, ticked)| **ticked);
        HomeStep::Create(NewAssessment {
            client: self.client.text().trim().to_owned(),
            mode: self.mode,
            currency: self.currency.text().trim().to_uppercase(),
            questionnaires: ticked.map(|(offer, _)| offer.reference.clone()).collect(),
        })
    }
}
