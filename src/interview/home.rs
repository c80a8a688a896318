//! The first screen: recent assessments, a new one.

use std::path::PathBuf;

use jiff::civil::Date;

use super::{Action, Edit, Line, step};
use crate::assessment::Mode;

/// An assessment that can be taken up again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// The client's name.
    pub client: String,
    /// The titles of its questionnaires.
    pub questionnaire: String,
    /// The date it speaks of.
    pub date: Date,
    /// Questions that are no longer open, and questions in all.
    pub progress: (usize, usize),
    /// Whether it is finished.
    pub completed: bool,
    /// Why it cannot be opened, when it cannot.
    pub problem: Option<String>,
}

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
    /// `id@version` of its questionnaire.
    pub questionnaire: String,
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
    /// The questionnaire among those offered.
    pub questionnaire: usize,
    /// The field that has the keyboard.
    pub focus: Field,
    /// What is still missing.
    pub missing: Option<Field>,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The client's name.
    Client,
    /// Who answers.
    Mode,
    /// The questionnaire.
    Questionnaire,
    /// The currency.
    Currency,
}

impl Field {
    /// All fields in order.
    pub const ALL: [Self; 4] = [Self::Client, Self::Mode, Self::Questionnaire, Self::Currency];
}

/// The first screen.
#[derive(Debug, Clone)]
pub struct Home {
    /// What can be taken up again, the latest first.
    pub recent: Vec<Recent>,
    /// What a new one can carry.
    pub offers: Vec<Offer>,
    /// The line under the cursor.
    pub cursor: usize,
    /// The form, while it is open.
    pub form: Option<NewForm>,
    /// The currency a new one begins with.
    pub currency: String,
    /// Whether a client can see the screen: then nobody is named.
    pub shared: bool,
}

/// What comes of an action on the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HomeStep {
    /// It stays.
    Stay,
    /// Take that file up again.
    Resume(PathBuf),
    /// Begin a new one.
    Create(NewAssessment),
    /// End.
    Quit,
}

impl Home {
    /// The first screen; with nothing to resume the form is open at once.
    pub fn new(recent: Vec<Recent>, offers: Vec<Offer>, currency: impl Into<String>) -> Self {
        let mut home = Self { recent, offers, cursor: 0, form: None, currency: currency.into(), shared: false };
        if home.recent.is_empty() {
            home.open_form();
        }
        home
    }

    /// Opens the form for a new assessment.
    pub fn open_form(&mut self) {
        self.form = Some(NewForm {
            client: Line::default(),
            mode: Mode::Consultant,
            currency: Line::new(self.currency.clone()),
            questionnaire: 0,
            focus: Field::Client,
            missing: None,
        });
    }

    /// Follows one action.
    pub fn update(&mut self, action: &Action) -> HomeStep {
        match (action, &mut self.form) {
            (Action::Quit, _) => return HomeStep::Quit,
            (Action::Share, _) => self.shared = !self.shared,
            (Action::Leave, Some(_)) if !self.recent.is_empty() => self.form = None,
            (Action::Leave, Some(_)) => return HomeStep::Quit,
            (Action::Engage, None) => self.open_form(),
            (Action::Edit(edit), Some(form)) => return form.edit(edit, &self.offers),
            (Action::Edit(edit @ (Edit::Up | Edit::Down)), None) => {
                self.cursor = step(Some(self.cursor), self.recent.len(), *edit == Edit::Down).unwrap_or(0);
            }
            (Action::Edit(Edit::Enter), None) => {
                if let Some(recent) = self.recent.get(self.cursor).filter(|recent| recent.problem.is_none()) {
                    return HomeStep::Resume(recent.path.clone());
                }
            }
            _ => {}
        }
        HomeStep::Stay
    }
}

impl NewForm {
    fn edit(&mut self, edit: &Edit, offers: &[Offer]) -> HomeStep {
        self.missing = None;
        let at = Field::ALL.iter().position(|field| *field == self.focus).unwrap_or(0);
        let turns = match edit {
            Edit::Left => Some(false),
            Edit::Right => Some(true),
            Edit::Insert(typed) if typed == " " => Some(true),
            _ => None,
        };
        match (edit, self.focus, turns) {
            (Edit::Enter, Field::Currency, _) => return self.submit(offers),
            (Edit::Enter | Edit::Tab | Edit::Down, ..) => self.focus = Field::ALL[(at + 1).min(3)],
            (Edit::BackTab | Edit::Up, ..) => self.focus = Field::ALL[at.saturating_sub(1)],
            (_, Field::Client, _) => {
                self.client.edit(edit);
            }
            (_, Field::Currency, _) => {
                self.currency.edit(edit);
            }
            (_, Field::Mode, Some(_)) => {
                self.mode = match self.mode {
                    Mode::Consultant => Mode::SelfAssessment,
                    Mode::SelfAssessment => Mode::Consultant,
                };
            }
            (_, Field::Questionnaire, Some(forward)) if !offers.is_empty() => {
                let count = offers.len();
                self.questionnaire = (self.questionnaire + if forward { 1 } else { count - 1 }) % count;
            }
            _ => {}
        }
        HomeStep::Stay
    }

    fn submit(&mut self, offers: &[Offer]) -> HomeStep {
        let client = self.client.text().trim();
        let currency = self.currency.text().trim().to_uppercase();
        let missing = if client.is_empty() {
            Some(Field::Client)
        } else if currency.len() != 3 || !currency.chars().all(|one| one.is_ascii_alphabetic()) {
            Some(Field::Currency)
        } else {
            None
        };
        if let Some(field) = missing {
            (self.missing, self.focus) = (missing, field);
            return HomeStep::Stay;
        }
        let Some(offer) = offers.get(self.questionnaire) else { return HomeStep::Stay };
        HomeStep::Create(NewAssessment {
            client: client.to_owned(),
            mode: self.mode,
            currency,
            questionnaire: offer.reference.clone(),
        })
    }
}
