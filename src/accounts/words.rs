//! The words a cell of a list may say yes, no or nothing with.

use rust_i18n::t;

/// Words for yes, for no, for "nothing here", and for the column of names; from the locale files.
#[derive(Debug, Clone)]
pub struct Words {
    yes: Vocabulary,
    no: Vocabulary,
    empty: Vocabulary,
    /// Headings under which names of companies usually stand, the likeliest first.
    pub(super) names: Vec<String>,
}

impl Words {
    /// The words of a language; lists come from anywhere, so each language names those of others too.
    pub fn new(locale: &str) -> Self {
        let of = |text: &str| text.split(',').map(plain).filter(|word| !word.is_empty()).collect::<Vec<_>>();
        Self {
            yes: Vocabulary::new(of(&t!("accounts.read.yes", locale = locale))),
            no: Vocabulary::new(of(&t!("accounts.read.no", locale = locale))),
            empty: Vocabulary::new(of(&t!("accounts.read.empty", locale = locale))),
            names: of(&t!("accounts.read.names", locale = locale)),
        }
    }

    /// Whether a cell says nothing.
    pub fn is_empty(&self, cell: &str) -> bool {
        let cell = trimmed(cell);
        cell.is_empty() || self.empty.has(cell)
    }

    /// Yes or no, when the cell says one of them.
    pub fn yes_or_no(&self, cell: &str) -> Option<bool> {
        let cell = trimmed(cell);
        if self.yes.has(cell) {
            return Some(true);
        }
        self.no.has(cell).then_some(false)
    }
}

/// No word is longer than so many letters.
const LONGEST: usize = 16;

/// A few plain words that every cell is looked up in, most of them in vain.
#[derive(Debug, Clone)]
struct Vocabulary {
    words: Vec<String>,
    /// A bit for each ASCII sign that a word begins with: tells most cells apart at once.
    begins: u128,
}

impl Vocabulary {
    fn new(words: Vec<String>) -> Self {
        let firsts = words.iter().filter_map(|word| word.bytes().next()).filter(u8::is_ascii);
        let begins = firsts.fold(0, |begins, first| begins | 1 << first);
        Self { words, begins }
    }

    /// Whether a cell without spaces around it is one of the words.
    fn has(&self, cell: &str) -> bool {
        let begins = |first: u8| !first.is_ascii() || self.begins >> first.to_ascii_lowercase() & 1 == 1;
        if !cell.bytes().next().is_some_and(begins) {
            return false;
        }
        if is_simple(cell) {
            return self.words.iter().any(|word| cell.eq_ignore_ascii_case(word));
        }
        cell.chars().count() <= LONGEST && self.words.contains(&plain(cell))
    }
}

/// Whether two texts are the same word but for capitals and spaces: the same as to compare both [`plain`].
pub(super) fn alike(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || !(is_simple(one) && is_simple(other)) && letters(one).eq(letters(other))
}

/// A cell without spaces around it; most have none, which two bytes tell.
fn trimmed(cell: &str) -> &str {
    let ends = [cell.bytes().next(), cell.bytes().next_back()];
    if ends.iter().all(|end| end.is_some_and(|byte| byte.is_ascii_graphic())) { cell } else { cell.trim() }
}

/// Whether a text is plain but for capitals among the letters of ASCII.
pub(super) fn is_simple(text: &str) -> bool {
    let mut after_space = true;
    for byte in text.bytes() {
        if !(byte.is_ascii_graphic() || byte == b' ' && !after_space) {
            return false;
        }
        after_space = byte == b' ';
    }
    !after_space
}

/// A word for comparing: lower case, single spaces.
pub fn plain(text: &str) -> String {
    if is_simple(text) { text.to_ascii_lowercase() } else { letters(text).collect() }
}

/// The letters of a plain text.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let space = |at: usize| (at > 0).then_some(' ');
    let words = text.split_whitespace().enumerate();
    words.flat_map(move |(at, word)| space(at).into_iter().chain(word.chars().flat_map(char::to_lowercase)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_alike_exactly_when_they_are_plainly_the_same() {
        let texts = [
            "k. a.",
            "K.  A.",
            "k.\ta.",
            " k. a. ",
            "K.\u{a0}a.",
            "não",
            "NÃO",
            "n\u{212a}",
            "nk",
            "ΣΑΣ",
            "σας",
            "",
            " ",
            "\u{130}",
            "i\u{307}",
            "nao",
            "k.a.",
            "-",
            "–",
        ];
        for one in texts {
            for other in texts {
                assert_eq!(alike(one, other), plain(one) == plain(other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn cells_that_say_nothing_yes_or_no() {
        let words = Words::new("en");
        for cell in ["", "  ", "-", "–", "N/A", " k.  a. ", "K. A.", "\u{feff}-\u{feff}".trim_matches('\u{feff}')] {
            assert!(words.is_empty(cell), "{cell:?}");
        }
        for cell in ["0", "x", "n", "north", "–5", "ñ"] {
            assert!(!words.is_empty(cell), "{cell:?}");
        }
        for (cell, says) in
            [("✓", Some(true)), ("SÌ", Some(true)), (" NÃO", Some(false)), ("0", Some(false)), ("2", None)]
        {
            assert_eq!(words.yes_or_no(cell), says, "{cell:?}");
        }
    }
}
