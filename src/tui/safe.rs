//! Texts of clients made harmless: nothing in them can steer the terminal.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::display::is_harmless;

/// A text with control, bidirectional and zero-width characters as visible marks; line ends become `⏎`.
///
/// Every text that did not come with the program goes through here before it is drawn. The joiner inside a joined
/// emoji stays, since it is what makes it one.
pub fn safe(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for cluster in text.graphemes(true) {
        let pictures = cluster.chars().all(|one| !one.is_alphanumeric() && (u32::from(one) > 0x2190 || one == JOINER));
        for one in cluster.chars() {
            match one {
                JOINER if pictures && cluster.chars().count() > 1 => out.push(one),
                '\n' => out.push('⏎'),
                '\r' => out.push('␍'),
                one if is_harmless(one) => out.push(one),
                // The block of control pictures follows the order of the control characters.
                one if u32::from(one) < 0x20 => out.extend(char::from_u32(0x2400 + u32::from(one))),
                '\u{7f}' => out.push('␡'),
                one => out.push_str(&format!("<{:04X}>", u32::from(one))),
            }
        }
    }
    Cow::Owned(out)
}

/// What makes several emoji one.
pub(super) const JOINER: char = '\u{200d}';

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_steer_a_terminal_is_shown_instead() {
        for (text, expected) in [
            ("plain, é, 漢字", "plain, é, 漢字"),
            ("\u{1b}[2J", "␛[2J"),
            ("a\u{9b}31m", "a<009B>31m"),
            ("\u{202e}evil", "<202E>evil"),
            ("zero\u{200b}width", "zero<200B>width"),
            ("two\nlines", "two⏎lines"),
            ("\u{7f}\u{7}", "␡␇"),
            ("👨‍👩‍👧", "👨‍👩‍👧"),
            ("a\u{200d}b", "a<200D>b"),
            ("\u{feff}bom", "<FEFF>bom"),
        ] {
            assert_eq!(safe(text), expected, "{text:?}");
        }
    }
}
