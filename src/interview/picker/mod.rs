//! Jumping to any question: a list filtered as one types, over label, area, id and words; the best match first.

mod fuzzy;

pub use fuzzy::{Found, Searchable};

use super::{Edit, Interview, Line};
use crate::questionnaire::Question;

/// The list of questions and what it is filtered by.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What a question is looked for.
    pub purpose: Purpose,
    /// What is typed.
    pub filter: Line,
    /// The questions that match, the best first.
    pub found: Vec<Found>,
    /// The one under the cursor.
    pub cursor: usize,
    places: Vec<Searchable>,
}

/// What a question is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To go there.
    Jump,
    /// To go to one that was put off.
    Tray,
    /// To make a scratch line its answer.
    Answer {
        /// The line's place among the notes.
        note: usize,
        /// Whether the line stays, since it holds more.
        stays: bool,
    },
    /// To keep a scratch line as the client's own words to it.
    Quote {
        /// The line's place among the notes.
        note: usize,
    },
}

/// What comes of an edit in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// It stays open.
    Stay,
    /// That question.
    Chosen(String),
    /// None was found.
    Nothing,
}

impl Picker {
    /// All the questions given, in that order until something is typed; the cursor on one of them.
    pub fn new(purpose: Purpose, places: Vec<Searchable>, at: &str) -> Self {
        let mut picker = Self { purpose, filter: Line::default(), found: Vec::new(), cursor: 0, places };
        picker.search();
        picker.cursor = picker.found.iter().position(|found| found.id == at).unwrap_or(0);
        picker
    }

    /// Follows one edit.
    pub fn edit(&mut self, edit: &Edit) -> Picked {
        match edit {
            Edit::Enter => {
                return self.found.get(self.cursor).map_or(Picked::Nothing, |found| Picked::Chosen(found.id.clone()));
            }
            Edit::Up | Edit::BackTab => self.cursor = self.cursor.saturating_sub(1),
            Edit::Down | Edit::Tab => self.cursor = (self.cursor + 1).min(self.found.len().saturating_sub(1)),
            _ => {
                let before = self.filter.text().to_owned();
                self.filter.edit(edit);
                if before != self.filter.text() {
                    self.search();
                }
            }
        }
        Picked::Stay
    }

    fn search(&mut self) {
        self.found = fuzzy::search(&self.places, self.filter.text());
        self.cursor = 0;
    }
}

impl Interview {
    /// The questions that are shown and wanted, as they are searched; the most telling first when that is the order.
    pub(super) fn searchable(&self, wanted: impl Fn(&Question) -> bool) -> Vec<Searchable> {
        let locale = &self.assessment.locale;
        let shown = self.selection.questions().filter(|one| self.evaluation.is_visible(&one.id) && wanted(one));
        let mut shown: Vec<&Question> = shown.collect();
        if self.is_sorted_by_best() {
            shown.sort_by_key(|one| self.rank_of(&one.id));
        }
        shown
            .into_iter()
            .map(|one| Searchable::new(one, self.area_of(one).map_or("", |area| area.title.get(locale)), locale))
            .collect()
    }

    /// The place of a question among those whose answers could move the picture; last where it could not.
    pub(super) fn rank_of(&self, id: &str) -> usize {
        self.evaluation.next_questions.iter().position(|next| next.id == id).unwrap_or(usize::MAX)
    }
}
