//! Which assessments the first screen shows, and in which order.

use std::cmp::Reverse;
use std::path::PathBuf;

use jiff::civil::Date;

use super::Home;

/// An assessment that can be taken up again.
#[derive(Debug, Clone, PartialEq)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// The client's name.
    pub client: String,
    /// The titles of its questionnaires.
    pub questionnaires: Vec<String>,
    /// The date it speaks of.
    pub date: Date,
    /// Questions that are no longer open, and questions in all.
    pub progress: (usize, usize),
    /// The overall score, 0 to 100, of the first questionnaire that has one.
    pub score: Option<f64>,
    /// Whether it is finished.
    pub completed: bool,
    /// Whether it is in the archive.
    pub archived: bool,
    /// Whether it is locked; then only its file's name is known.
    pub locked: bool,
    /// Why it cannot be opened, when it cannot.
    pub problem: Option<String>,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The one changed last first, as they were given.
    #[default]
    Changed,
    /// The latest date first.
    Date,
    /// By the client's name.
    Client,
    /// The lowest score first; without a score last.
    Score,
}

impl Sort {
    pub(super) fn next(self) -> Self {
        match self {
            Self::Changed => Self::Date,
            Self::Date => Self::Client,
            Self::Client => Self::Score,
            Self::Score => Self::Changed,
        }
    }
}

impl Home {
    /// The assessments that are shown, in their order.
    pub fn shown(&self) -> Vec<&Recent> {
        let search = self.search.text().to_lowercase();
        let words: Vec<&str> = search.split_whitespace().collect();
        let found = |entry: &Recent| {
            let client = if self.shared { String::new() } else { entry.client.clone() };
            let text = format!("{client} {} {}", entry.questionnaires.join(" "), entry.date).to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        let mut shown: Vec<&Recent> = self
            .entries
            .iter()
            .filter(|entry| entry.archived == self.archive)
            .filter(|entry| self.completed.is_none_or(|completed| entry.completed == completed))
            .filter(|entry| self.questionnaire.as_ref().is_none_or(|it| entry.questionnaires.contains(it)))
            .filter(|entry| found(entry))
            .collect();
        match self.sort {
            Sort::Changed => {}
            Sort::Date => shown.sort_by_key(|entry| Reverse(entry.date)),
            Sort::Client => shown.sort_by_key(|entry| entry.client.to_lowercase()),
            Sort::Score => shown.sort_by(|one, other| {
                let score = |entry: &Recent| entry.score.unwrap_or(f64::INFINITY);
                score(one).total_cmp(&score(other))
            }),
        }
        shown
    }

    /// The questionnaire after the one that is filtered by, among those that are carried; none after the last.
    pub(super) fn next_questionnaire(&self) -> Option<String> {
        let mut titles: Vec<&String> = self.entries.iter().flat_map(|entry| &entry.questionnaires).collect();
        titles.sort();
        titles.dedup();
        let at = self.questionnaire.as_ref().and_then(|one| titles.iter().position(|title| *title == one));
        titles.get(at.map_or(0, |at| at + 1)).map(|title| (*title).clone())
    }
}
