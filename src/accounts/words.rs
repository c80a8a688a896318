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
        cell.is_empty() || (cell.len() <= 16 && self.empty.contains(&plain(cell)))
    }

    /// Yes or no, when the cell says one of them.
    pub fn yes_or_no(&self, cell: &str) -> Option<bool> {
        let word = plain(cell);
        if self.yes.contains(&word) {
            return Some(true);
        }
        self.no.contains(&word).then_some(false)
    }
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
