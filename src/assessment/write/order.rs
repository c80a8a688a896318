//! In which order answers, rows and columns stand in the file.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use crate::assessment::Assessment;
use crate::questionnaire::{Kind, Selection};

/// The order of answers, rows and columns: that of the questionnaires, and of the alphabet for what they do not know.
#[derive(Debug, Clone, Default)]
pub struct FileOrder {
    questions: HashMap<String, usize>,
    rows: BTreeMap<String, Vec<String>>,
    columns: BTreeMap<String, Vec<String>>,
    /// Grids and the list question their columns come from.
    columns_from: BTreeMap<String, String>,
}

impl FileOrder {
    /// The order of a selection's questions.
    pub fn of(selection: &Selection) -> Self {
        let mut order = Self::default();
        for (rank, question) in selection.questions().enumerate() {
            order.questions.insert(question.id.clone(), rank);
            let rows = question.fixed_rows().iter().map(|row| row.id.clone());
            order.rows.insert(question.id.clone(), rows.collect());
            let columns = question.columns().iter().map(|column| column.id.clone());
            order.columns.insert(question.id.clone(), columns.collect());
            if let Kind::Grid { columns_from, .. } = &question.kind {
                order.columns_from.insert(question.id.clone(), columns_from.clone());
            }
        }
        order
    }

    /// An order of questions alone.
    pub fn of_ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        let questions = ids.into_iter().enumerate().map(|(rank, id)| (id.to_owned(), rank)).collect();
        Self { questions, ..Self::default() }
    }

    /// Which of two questions' answers comes first.
    pub(super) fn compare(&self, one: &str, other: &str) -> Ordering {
        let rank = |id: &str| self.questions.get(id).copied().unwrap_or(usize::MAX);
        rank(one).cmp(&rank(other)).then_with(|| one.cmp(other))
    }

    /// The fixed rows of a question.
    pub(super) fn rows(&self, question: &str) -> &[String] {
        self.rows.get(question).map_or(&[], Vec::as_slice)
    }

    /// The columns of a question; a grid's are the entries of the list they come from.
    pub(super) fn columns<'a>(&'a self, question: &str, assessment: &'a Assessment) -> &'a [String] {
        match self.columns_from.get(question) {
            Some(list) => assessment.value(list).map_or(&[], |value| value.texts()),
            None => self.columns.get(question).map_or(&[], Vec::as_slice),
        }
    }
}

/// Orders two keys by their place in a list, and by the alphabet when they are not in it.
pub(super) fn compare_in(list: &[impl AsRef<str>], one: &str, other: &str) -> Ordering {
    let rank = |key: &str| list.iter().position(|entry| entry.as_ref() == key).unwrap_or(usize::MAX);
    rank(one).cmp(&rank(other)).then_with(|| one.cmp(other))
}
