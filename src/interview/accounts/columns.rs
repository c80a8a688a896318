//! Saying which column of the list is which, beside its first rows.

use crate::accounts::{Glimpse, Part, Profile, Wanted, Words, wanted};
use crate::assessment::AccountList;
use crate::interview::{Edit, step};

use super::ListAt;

/// The columns of a list being mapped.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// The list.
    pub at: ListAt,
    /// Its beginning.
    pub glimpse: Glimpse,
    /// What is looked for in it.
    pub wanted: Vec<Wanted>,
    /// The one under the cursor.
    pub cursor: usize,
    /// Whether a person has said which column holds the names.
    names_said: bool,
}

impl Mapping {
    /// Begins with what is known of earlier lists, and what is near enough.
    pub(super) fn new(at: ListAt, glimpse: Glimpse, profile: &Profile, known: &AccountList, locale: &str) -> Self {
        let wanted = wanted(&glimpse.headings, profile, known, &Words::new(locale));
        // what needs a look comes first
        let cursor = wanted.iter().position(|one| one.is_guess || one.at.is_none()).unwrap_or(0);
        Self { at, glimpse, wanted, cursor, names_said: known.name.is_some() }
    }

    /// The heading a wanted column is taken to be.
    pub fn heading(&self, wanted: &Wanted) -> Option<&str> {
        Some(self.glimpse.headings.get(wanted.at?)?.as_str())
    }

    /// What stands first in a wanted column.
    pub fn sample(&self, wanted: &Wanted) -> Vec<&str> {
        let Some(at) = wanted.at else { return Vec::new() };
        let cells = self.glimpse.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim());
        cells.filter(|cell| !cell.is_empty()).take(3).collect()
    }

    /// How many wanted columns the list does not have.
    pub fn missing(&self) -> usize {
        self.wanted.iter().filter(|one| one.at.is_none()).count()
    }

    /// Whether there is a column for any trait: without one there is nothing to rank by.
    pub fn has_traits(&self) -> bool {
        let is_trait = |one: &Wanted| one.parts.iter().any(|part| matches!(part, Part::Criterion(_)));
        self.wanted.iter().any(|one| is_trait(one) && one.at.is_some())
    }

    /// Follows one edit; Enter is the interview's.
    pub(super) fn edit(&mut self, edit: &Edit) {
        match edit {
            Edit::Up | Edit::Down => {
                self.cursor = step(Some(self.cursor), self.wanted.len(), *edit == Edit::Down).unwrap_or(0);
            }
            Edit::Left | Edit::Right => {
                let all = self.choices();
                let here = self.wanted.get(self.cursor).and_then(|one| one.at);
                let at = all.iter().position(|one| *one == here).unwrap_or(0);
                let length = all.len();
                let next = if *edit == Edit::Right { at + 1 } else { at + length - 1 };
                self.take(all[next % length]);
            }
            Edit::Insert(letter) => {
                let letter = letter.to_lowercase();
                let all = self.choices();
                let here = self.wanted.get(self.cursor).and_then(|one| one.at);
                let at = all.iter().position(|one| *one == here).map_or(0, |at| at + 1);
                let begins = |one: &&Option<usize>| {
                    one.and_then(|at| self.glimpse.headings.get(at))
                        .is_some_and(|heading| heading.to_lowercase().starts_with(&letter))
                };
                let next = all[at.min(all.len())..].iter().chain(&all).find(begins).copied();
                if let Some(next) = next {
                    self.take(next);
                }
            }
            _ => {}
        }
    }

    /// The list has no such column.
    pub(super) fn none(&mut self) {
        self.take(None);
    }

    fn take(&mut self, at: Option<usize>) {
        if let Some(one) = self.wanted.get_mut(self.cursor) {
            (one.at, one.is_guess) = (at, false);
            self.names_said |= one.column.is_none();
        }
    }

    /// What can be meant: each heading by its name, of several with one name the first; and none.
    fn choices(&self) -> Vec<Option<usize>> {
        let headings = &self.glimpse.headings;
        let is_first = |at: usize| !headings[..at].iter().any(|other| other.trim() == headings[at].trim());
        let named = (0..headings.len()).filter(|&at| !headings[at].trim().is_empty() && is_first(at));
        named.map(Some).chain([None]).collect()
    }

    /// The mapping as the assessment keeps it; what earlier lists called otherwise stays known.
    pub(super) fn kept(&self, known: &AccountList) -> AccountList {
        let mut list = AccountList { encoding: self.at.encoding.clone(), ..known.clone() };
        for one in &self.wanted {
            let heading = self.heading(one).unwrap_or_default().trim().to_owned();
            match &one.column {
                None if self.names_said => list.name = Some(heading).filter(|heading| !heading.is_empty()),
                None => {}
                Some(column) if *column == heading => drop(list.columns.remove(column)),
                Some(column) => drop(list.columns.insert(column.clone(), heading)),
            }
        }
        list
    }
}
