//! Text from files, made safe for a terminal: no byte of it moves the cursor or turns the line around.

use crate::display::{is_harmless, one_line};

/// The text with control, direction and zero-width characters as visible marks; line feeds and tabs stay.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\n' | '\t' => letter,
            '\0'..='\u{1f}' => char::from_u32(0x2400 + letter as u32).unwrap_or('\u{fffd}'),
            '\u{7f}' => '\u{2421}',
            _ if !is_harmless(letter) => '\u{fffd}',
            _ => letter,
        })
        .collect()
}

/// The same on one line.
pub(super) fn printable_line(text: &str) -> String {
    printable(&one_line(text))
}

/// The same on one line, shortened where it would push everything else off the screen: for a cell of a table.
pub(super) fn printable_cell(text: &str) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    const LONGEST: usize = 60;
    let line = printable_line(text);
    match line.grapheme_indices(true).nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// JSON whose hidden characters are written as escapes: the same data, and nothing a terminal would act on.
pub(super) fn printable_json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter != '\n' && !is_harmless(letter) {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            safe.push(letter);
        }
    }
    safe
}

/// The same with marks of as many bytes as what they stand for, so that places in the text stay right.
pub(super) fn printable_in_place(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match (letter, letter.len_utf8()) {
            ('\n' | '\t', _) => safe.push(letter),
            ('\0'..='\u{1f}' | '\u{7f}', _) => safe.push('?'),
            (_, 3) if !is_harmless(letter) => safe.push('\u{fffd}'),
            (_, length) if !is_harmless(letter) => safe.extend(std::iter::repeat_n('?', length)),
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_that_plain_text_would_not() {
        assert_eq!(printable("a\u{1b}[31mb\n\u{202e}c\u{9b}d\u{7f}"), "a␛[31mb\n�c�d␡");
        assert_eq!(printable_cell("a\n\tb\r\u{1b}"), "a b ␛");
        assert_eq!(printable_cell(&"é".repeat(70)), format!("{}…", "é".repeat(60)));
        assert_eq!(printable_json("\"\u{202e}é\u{9b}\u{e0041}\""), "\"\\u202eé\\u009b\\udb40\\udc41\"");
        for text in ["a\u{1b}b", "\u{9b}31m", "\u{202e}x", "\u{e0041}", "é\u{7f}\r\n"] {
            let safe = printable_in_place(text);
            assert_eq!(safe.len(), text.len());
            assert!(safe.chars().all(|letter| letter == '\n' || (!letter.is_control() && is_harmless(letter))));
        }
    }
}
