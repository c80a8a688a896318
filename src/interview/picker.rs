//! Jumping to any question: a list filtered as one types, over label, wording, area and id.

use super::{Edit, Line};
use crate::questionnaire::Question;

/// The list of questions and what it is filtered by.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What is typed.
    pub filter: Line,
    /// Ids of the questions that match, the best first.
    pub found: Vec<String>,
    /// The one under the cursor.
    pub cursor: usize,
    places: Vec<Searchable>,
}

/// What comes of an edit in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// It stays open.
    Stay,
    /// That question.
    Jump(String),
    /// None was found.
    Nothing,
}

#[derive(Debug, Clone)]
struct Searchable {
    id: String,
    label: String,
    all: String,
}

impl Searchable {
    /// How well a word fits, 0 best: the label or a word of it begins with it, then the id, then the label holds it.
    fn rank(&self, word: &str) -> u8 {
        let begins = |text: &str, between: &[char]| text.split(between).any(|part| part.starts_with(word));
        match () {
            () if self.label.starts_with(word) => 0,
            () if begins(&self.label, &[' ', '-']) => 1,
            () if begins(&self.id, &['_']) => 2,
            () if self.label.contains(word) => 3,
            () => 4,
        }
    }
}

impl Picker {
    /// All the questions given with the titles of their areas, the cursor on the current one.
    pub fn new<'a>(questions: impl Iterator<Item = (&'a Question, &'a str)>, current: &str, locale: &str) -> Self {
        let places: Vec<Searchable> = questions
            .map(|(question, area)| {
                let label = question.label.get(locale).to_lowercase();
                let wording = &question.wording;
                let texts = [area, wording.consultant.get(locale), wording.self_assessment.get(locale), &question.id];
                Searchable {
                    id: question.id.clone(),
                    all: format!("{label} {}", texts.join(" ").to_lowercase()),
                    label,
                }
            })
            .collect();
        let cursor = places.iter().position(|place| place.id == current).unwrap_or(0);
        let mut picker = Self { filter: Line::default(), found: Vec::new(), cursor, places };
        picker.search();
        picker.cursor = cursor;
        picker
    }

    /// Follows one edit.
    pub fn edit(&mut self, edit: &Edit) -> Picked {
        match edit {
            Edit::Enter => {
                return self.found.get(self.cursor).cloned().map_or(Picked::Nothing, Picked::Jump);
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

    /// Every word typed must occur somewhere; see [`Searchable::rank`] for the order.
    fn search(&mut self) {
        let typed = self.filter.text().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut found: Vec<&Searchable> =
            self.places.iter().filter(|place| words.iter().all(|word| place.all.contains(word))).collect();
        if !words.is_empty() {
            found.sort_by_key(|place| place.rank(words[0]));
        }
        self.found = found.into_iter().map(|place| place.id.clone()).collect();
        self.cursor = 0;
    }
}
