//! The words a cell of a list may say yes, no or nothing with.

use rust_i18n::t;

/// Words for yes, for no, for "nothing here", and for the column of names; from the locale files.
#[derive(Debug, Clone)]
pub struct Words {
    yes: Vec<String>,
    no: Vec<String>,
    empty: Vec<String>,
    /// Headings under which names of companies usually stand, the likeliest first.
    pub(super) names: Vec<String>,
}

impl Words {
    /// The words of a language; lists come from anywhere, so each language names those of others too.
    pub fn new(locale: &str) -> Self {
        let of = |text: &str| text.split(',').map(plain).filter(|word| !word.is_empty()).collect();
        Self {
            yes: of(&t!("accounts.read.yes", locale = locale)),
            no: of(&t!("accounts.read.no", locale = locale)),
            empty: of(&t!("accounts.read.empty", locale = locale)),
            names: of(&t!("accounts.read.names", locale = locale)),
        }
    }

    /// Whether a cell says nothing.
    pub fn is_empty(&self, cell: &str) -> bool {
        let cell = cell.trim();
        cell.is_empty() || is_one_of(cell, &self.empty)
    }

    /// Yes or no, when the cell says one of them.
    pub fn yes_or_no(&self, cell: &str) -> Option<bool> {
        if is_one_of(cell.trim(), &self.yes) {
            return Some(true);
        }
        is_one_of(cell.trim(), &self.no).then_some(false)
    }
}

/// Whether a cell is one of some plain words; most cells are told apart by their length, and need no copy.
fn is_one_of(cell: &str, words: &[String]) -> bool {
    if cell.is_ascii() && !cell.contains("  ") {
        return words.iter().any(|word| cell.eq_ignore_ascii_case(word));
    }
    cell.chars().count() <= 16 && words.contains(&plain(cell))
}

/// A word for comparing: lower case, single spaces.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}
