//! A text under a cursor, moved and erased by what a person sees as one character.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

use super::past::{Past, Stroke};
use super::{Edit, wrap};

/// The most bytes a text may have.
pub const LONGEST_TEXT: usize = 64 * 1024;

/// A text and the place in it where typing goes; what is done to it can be taken back.
#[derive(Debug, Clone, Default)]
pub struct Line {
    text: String,
    /// In bytes; always between two grapheme clusters.
    cursor: usize,
    /// The column the cursor keeps while it goes up and down over shorter lines.
    column: Option<usize>,
    past: Past,
}

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, self.cursor) == (&other.text, other.cursor)
    }
}

impl Eq for Line {}

/// What an edit did to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The text or the cursor changed.
    Done,
    /// Nothing to do here: the edit means something to whoever holds the text.
    Ignored,
    /// The text would become longer than [`LONGEST_TEXT`]; of what was pasted it holds as much as fits.
    TooLong,
}

impl Line {
    /// A text with the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, ..Self::default() }
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

    /// Follows one edit in a text of one line; line ends and tabs that are pasted become spaces.
    pub fn edit(&mut self, edit: &Edit) -> Typed {
        match edit {
            Edit::Insert(typed) => self.insert(&in_one_line(typed), true),
            Edit::Paste(text) => self.paste(&in_one_line(text)),
            Edit::Start => self.move_to(0),
            Edit::End => self.move_to(self.text.len()),
            Edit::EraseLine => self.replace(0..self.cursor, "", false),
            Edit::EraseRest => self.replace(self.cursor..self.text.len(), "", false),
            _ => self.edit_common(edit),
        }
    }

    /// Follows one edit in a text of several lines, wrapped at `width` columns.
    pub fn edit_lines(&mut self, edit: &Edit, width: usize) -> Typed {
        let start = self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[self.cursor..].find('\n').map_or(self.text.len(), |at| self.cursor + at);
        match edit {
            Edit::Insert(typed) => self.insert(typed, true),
            Edit::Paste(text) => self.paste(text),
            Edit::NewLine => self.insert("\n", true),
            Edit::Up | Edit::Down => self.up_or_down(*edit == Edit::Down, width),
            Edit::Start => self.move_to(start),
            Edit::End => self.move_to(end),
            Edit::EraseLine => self.replace(start..self.cursor, "", false),
            Edit::EraseRest => self.replace(self.cursor..end, "", false),
            _ => self.edit_common(edit),
        }
    }

    fn edit_common(&mut self, edit: &Edit) -> Typed {
        match edit {
            Edit::Left => self.move_to(self.before()),
            Edit::Right => self.move_to(self.after()),
            Edit::WordLeft => self.move_to(self.word_before()),
            Edit::WordRight => self.move_to(self.word_after()),
            Edit::TextStart => self.move_to(0),
            Edit::TextEnd => self.move_to(self.text.len()),
            Edit::Erase => self.replace(self.before()..self.cursor, "", true),
            Edit::EraseWord => self.replace(self.word_before()..self.cursor, "", false),
            Edit::Delete => self.replace(self.cursor..self.after(), "", false),
            Edit::Undo | Edit::Redo => self.turn_back(*edit == Edit::Redo),
            _ => Typed::Ignored,
        }
    }

    fn insert(&mut self, text: &str, typed: bool) -> Typed {
        if self.text.len() + text.len() > LONGEST_TEXT {
            return Typed::TooLong;
        }
        self.replace(self.cursor..self.cursor, text, typed)
    }

    /// Inserts as much of a text as fits, never a part of a character.
    fn paste(&mut self, text: &str) -> Typed {
        let room = LONGEST_TEXT.saturating_sub(self.text.len());
        if text.len() <= room {
            return self.insert(text, false);
        }
        let mut cursor = GraphemeCursor::new(text.floor_char_boundary(room), text.len(), true);
        let fits = match cursor.is_boundary(text, 0) {
            Ok(true) => cursor.cur_cursor(),
            // The whole text is at hand, so that the boundary before is always found.
            _ => cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0),
        };
        self.insert(&text[..fits], false);
        Typed::TooLong
    }

    fn replace(&mut self, range: Range<usize>, with: &str, typed: bool) -> Typed {
        self.column = None;
        if range.is_empty() && with.is_empty() {
            return Typed::Done;
        }
        let removed = self.text[range.clone()].to_owned();
        let stroke = Stroke { at: range.start, removed, inserted: with.to_owned(), cursor: self.cursor };
        self.past.add(stroke, typed);
        self.put(range, with);
        Typed::Done
    }

    fn put(&mut self, range: Range<usize>, with: &str) {
        self.cursor = range.start + with.len();
        self.text.replace_range(range, with);
        self.settle();
    }

    fn turn_back(&mut self, again: bool) -> Typed {
        let Some(stroke) = self.past.turn(again) else { return Typed::Ignored };
        self.column = None;
        if again {
            self.put(stroke.at..stroke.at + stroke.removed.len(), &stroke.inserted);
        } else {
            self.put(stroke.at..stroke.at + stroke.inserted.len(), &stroke.removed);
            self.cursor = stroke.cursor;
        }
        Typed::Done
    }

    fn move_to(&mut self, place: usize) -> Typed {
        self.past.pause();
        self.column = None;
        self.cursor = place;
        Typed::Done
    }

    /// Puts the cursor behind the cluster it has come to stand in, as when a combining mark was typed before one.
    fn settle(&mut self) {
        let mut cursor = GraphemeCursor::new(self.cursor, self.text.len(), true);
        if !cursor.is_boundary(&self.text, 0).unwrap_or(true) {
            self.cursor = cursor.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len());
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
        let wanted = self.column.unwrap_or_else(|| self.text[lines[at].start..self.cursor].width());
        let Some(to) = (if down { at.checked_add(1).filter(|to| *to < lines.len()) } else { at.checked_sub(1) }) else {
            return self.move_to(if down { self.text.len() } else { 0 });
        };
        let target = lines[to].clone();
        // Behind the last character of a line that is only wrapped, the cursor would stand in the next one.
        let goes_on = lines.get(to + 1).is_some_and(|next| next.start == target.end);
        let mut place = target.start;
        let mut column = 0;
        for (offset, one) in self.text[target.clone()].grapheme_indices(true) {
            place = target.start + offset;
            if column + one.width() > wanted {
                break;
            }
            column += one.width();
            if !goes_on || place + one.len() < target.end {
                place += one.len();
            }
        }
        self.move_to(place);
        self.column = Some(wanted);
        Typed::Done
    }
}

/// A text with its line ends and tabs as spaces.
fn in_one_line(text: &str) -> String {
    text.replace(['\n', '\t', '\r'], " ")
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
            ("", vec![Edit::Paste("a\nb\tc".into())], ("a b c", 5)),
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
        assert_eq!(line.cursor, 0);
        line.edit_lines(&Edit::Down, 8);
        assert_eq!(line.cursor, 8);
    }

    #[test]
    fn a_text_has_an_end() {
        let mut line = Line::new("x".repeat(LONGEST_TEXT));
        assert_eq!(line.edit(&Edit::Insert("y".into())), Typed::TooLong);
        assert_eq!(line.text.len(), LONGEST_TEXT);
    }
}
