//! Soft wrapping: where the lines of a text begin and end on a screen of some width.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The lines of a text at a width, as byte ranges; spaces at which a line is broken belong to no line's width.
///
/// There is always at least one line, and a word longer than the width is broken where it must be.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(text, start..start + paragraph.len(), width, &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

fn wrap_paragraph(text: &str, range: Range<usize>, width: usize, lines: &mut Vec<Range<usize>>) {
    let mut start = range.start;
    let mut used = 0;
    let mut last_break = None;
    for (offset, one) in text[range.clone()].grapheme_indices(true) {
        let at = range.start + offset;
        let is_space = one.chars().all(char::is_whitespace);
        let wide = one.width();
        if used + wide > width && !is_space {
            let end = last_break.filter(|end| *end > start).unwrap_or(at);
            if end > start {
                lines.push(start..end);
                start = end;
                used = text[start..at].width();
                last_break = None;
            }
        }
        used += wide;
        if is_space {
            last_break = Some(at + one.len());
        }
    }
    lines.push(start..range.end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_broken_between_words() {
        for (text, width, expected) in [
            ("", 5, vec![""]),
            ("one two three", 8, vec!["one two ", "three"]),
            ("one two", 3, vec!["one ", "two"]),
            ("unbreakable", 4, vec!["unbr", "eaka", "ble"]),
            ("a\n\nb", 5, vec!["a", "", "b"]),
            ("漢字漢字", 5, vec!["漢字", "漢字"]),
        ] {
            let lines: Vec<_> = wrap(text, width).into_iter().map(|line| &text[line]).collect();
            assert_eq!(lines, expected, "{text:?} at {width}");
        }
    }
}
