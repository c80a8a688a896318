//! A text under a cursor, moved and erased by what a person sees as one character.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Edit, wrap};

/// The most bytes a text may have.
pub const LONGEST_TEXT: usize = 64 * 1024;

/// A text and the place in it where typing goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// In bytes; always between two grapheme clusters.
    cursor: usize,
}

/// What an edit did to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The text or the cursor changed.
    Done,
    /// Nothing to do here: the edit means something to whoever holds the text.
    Ignored,
    /// The text would become longer than [`LONGEST_TEXT`].
    TooLong,
}

impl Line {
    /// A text with the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cursor, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Follows one edit in a text of one line; line ends that are pasted become spaces.
    pub fn edit(&mut self, edit: &Edit) -> Typed {
        match edit {
            Edit::Insert(typed) => self.insert(&clean(typed, false)),
            Edit::Start => self.move_to(0),
            Edit::End => self.move_to(self.text.len()),
            Edit::EraseLine => self.erase_from(0),
            _ => self.edit_common(edit),
        }
    }

    /// Follows one edit in a text of several lines, wrapped at `width` columns.
    pub fn edit_lines(&mut self, edit: &Edit, width: usize) -> Typed {
        match edit {
            Edit::Insert(typed) => self.insert(&clean(typed, true)),
            Edit::NewLine => self.insert("\n"),
            Edit::Up | Edit::Down => self.up_or_down(*edit == Edit::Down, width),
            Edit::Start => self.move_to(self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1)),
            Edit::End => {
                self.move_to(self.text[self.cursor..].find('\n').map_or(self.text.len(), |at| self.cursor + at))
            }
            Edit::EraseLine => self.erase_from(self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1)),
            _ => self.edit_common(edit),
        }
    }

    fn edit_common(&mut self, edit: &Edit) -> Typed {
        match edit {
            Edit::Left => self.move_to(self.before()),
            Edit::Right => self.move_to(self.after()),
            Edit::WordLeft => self.move_to(self.word_before()),
            Edit::WordRight => self.move_to(self.word_after()),
            Edit::Erase => self.erase_from(self.before()),
            Edit::EraseWord => self.erase_from(self.word_before()),
            Edit::Delete => {
                let end = self.after();
                self.text.replace_range(self.cursor..end, "");
                self.settle();
                Typed::Done
            }
            _ => Typed::Ignored,
        }
    }

    fn insert(&mut self, typed: &str) -> Typed {
        if self.text.len() + typed.len() > LONGEST_TEXT {
            return Typed::TooLong;
        }
        self.text.insert_str(self.cursor, typed);
        self.cursor += typed.len();
        self.settle();
        Typed::Done
    }

    fn erase_from(&mut self, start: usize) -> Typed {
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
        self.settle();
        Typed::Done
    }

    fn move_to(&mut self, place: usize) -> Typed {
        self.cursor = place;
        Typed::Done
    }

    /// Puts the cursor behind the cluster it has come to stand in, as when a combining mark was typed before one.
    fn settle(&mut self) {
        if self.cursor < self.text.len() {
            let inside = self.text.grapheme_indices(true).find(|(at, one)| at + one.len() >= self.cursor);
            self.cursor = inside.map_or(
                self.text.len(),
                |(at, one)| {
                    if at >= self.cursor { self.cursor } else { at + one.len() }
                },
            );
        }
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.text[self.cursor..].graphemes(true).next().map_or(self.cursor, |one| self.cursor + one.len())
    }

    fn word_before(&self) -> usize {
        self.text[..self.cursor].unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn word_after(&self) -> usize {
        let rest = &self.text[self.cursor..];
        rest.unicode_word_indices().next().map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }

    fn up_or_down(&mut self, down: bool, width: usize) -> Typed {
        let lines = wrap(&self.text, width);
        let at = lines.iter().rposition(|line| line.start <= self.cursor).unwrap_or(0);
        let Some(to) = (if down { at.checked_add(1).filter(|to| *to < lines.len()) } else { at.checked_sub(1) }) else {
            return Typed::Ignored;
        };
        let wanted = self.text[lines[at].start..self.cursor].width();
        let target = &lines[to];
        let mut column = 0;
        self.cursor = target.end;
        for (offset, one) in self.text[target.clone()].grapheme_indices(true) {
            if column >= wanted {
                self.cursor = target.start + offset;
                break;
            }
            column += one.width();
        }
        Typed::Done
    }
}

/// What is pasted or typed, without the control characters nobody types on purpose.
fn clean(typed: &str, lines: bool) -> String {
    let unified = typed.replace("\r\n", "\n").replace('\r', "\n");
    unified
        .chars()
        .map(|one| if one == '\t' || (one == '\n' && !lines) { ' ' } else { one })
        .filter(|one| !one.is_control() || *one == '\n')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, edits: &[Edit]) -> (String, usize) {
        let mut line = Line::new(text);
        for edit in edits {
            line.edit(edit);
        }
        (line.text.clone(), line.cursor)
    }

    #[test]
    fn one_key_takes_what_looks_like_one_character() {
        let family = "a👨‍👩‍👧";
        for (text, edits, expected) in [
            ("cafe\u{301}", vec![Edit::Erase], ("caf", 3)),
            (family, vec![Edit::Erase], ("a", 1)),
            (family, vec![Edit::Left, Edit::Delete], ("a", 1)),
            ("two words", vec![Edit::EraseWord], ("two ", 4)),
            ("two words", vec![Edit::WordLeft, Edit::WordLeft], ("two words", 0)),
            ("two words", vec![Edit::Start, Edit::WordRight], ("two words", 3)),
            ("ab", vec![Edit::Left, Edit::Insert("x".into())], ("axb", 2)),
            ("", vec![Edit::Erase, Edit::Delete, Edit::Left, Edit::Right], ("", 0)),
            ("", vec![Edit::Insert("a\r\nb\tc\u{1b}[2J".into())], ("a b c[2J", 8)),
        ] {
            let (found, cursor) = after(text, &edits);
            assert_eq!((found.as_str(), cursor), expected, "{text:?} {edits:?}");
        }
    }

    #[test]
    fn lines_are_walked_as_they_are_wrapped() {
        let mut line = Line::new("one two three\nfour");
        for edit in [Edit::Up, Edit::Up, Edit::Up] {
            line.edit_lines(&edit, 8);
        }
        assert_eq!(line.cursor, 4);
        line.edit_lines(&Edit::Down, 8);
        assert_eq!(line.cursor, 12);
    }

    #[test]
    fn a_text_has_an_end() {
        let mut line = Line::new("x".repeat(LONGEST_TEXT));
        assert_eq!(line.edit(&Edit::Insert("y".into())), Typed::TooLong);
        assert_eq!(line.text.len(), LONGEST_TEXT);
    }
}
