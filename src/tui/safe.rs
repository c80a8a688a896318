//! Texts of clients made harmless: nothing in them can steer the terminal.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

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

const JOINER: char = '\u{200d}';

fn is_harmless(one: char) -> bool {
    match u32::from(one) {
        0x20..=0x7e => true,
        0..=0x9f => false,
        // Soft hyphen, Arabic letter mark, Mongolian and Hangul fillers, zero-width marks, bidi controls, tags.
        0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f => false,
        0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfeff | 0xffa0 => false,
        0xfff0..=0xfffb | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff => false,
        _ => true,
    }
}

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
