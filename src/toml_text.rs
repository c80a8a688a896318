//! TOML as a file from anywhere may spell it: refused before it is parsed when parsing alone would fill the memory.
//!
//! A parser makes a hundred bytes and more of each sign of structure: eight megabytes of `[],` become a gigabyte of lists.

use serde::de::Error as _;
use toml::Spanned;
use toml::de::{DeTable, Error};

/// The most structure of one file, in units of about a hundred bytes of memory: eight times that of the largest questionnaire
/// the program carries.
const MOST: usize = 250_000;

/// Reads as much of a text as can be read, with everything that is wrong with it; of what is too crowded, nothing is read.
pub(crate) fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<Error>) {
    match refuse_crowd(text) {
        Some(error) => (Spanned::new(0..text.len(), DeTable::new()), vec![error]),
        None => DeTable::parse_recoverable(text),
    }
}

/// Why a text is not parsed at all, when it is not.
pub(crate) fn refuse_crowd(text: &str) -> Option<Error> {
    (structure(text.as_bytes()) > MOST).then(|| {
        Error::custom(format!(
            "it holds more brackets, keys and values than any file of this kind, more than {MOST} in all"
        ))
    })
}

/// Where in a text a byte stands.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    /// Between words.
    Nothing,
    Word,
    Comment,
    /// A string, by its quote; of one line, or of several.
    Text(u8),
    Texts(u8),
}

/// How much a parser would make of a text; stops counting where it is too much.
///
/// Words, strings and commas count once; brackets more, for there is a list or a table behind each; and so does what a parser
/// would complain of letter by letter.
fn structure(bytes: &[u8]) -> usize {
    let mut units = 0;
    let mut within = Within::Nothing;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let three = |quote| bytes.get(at..at + 3) == Some(&[quote; 3]);
        let mut width = 1;
        (within, units) = match (within, byte) {
            (Within::Comment | Within::Text(_) | Within::Nothing | Within::Word, b'\n') => (Within::Nothing, units + 1),
            (Within::Text(quote) | Within::Texts(quote), b'\\') if quote == b'"' => {
                // what is escaped ends nothing
                width = 2;
                (within, units + 1)
            }
            (Within::Texts(quote), _) if byte == quote && three(quote) => {
                width = 3;
                (Within::Nothing, units)
            }
            (Within::Text(quote), _) if byte == quote => (Within::Nothing, units),
            (Within::Comment | Within::Text(_) | Within::Texts(_), _) => {
                (within, units + usize::from(byte.is_ascii_control() && !byte.is_ascii_whitespace()))
            }
            (_, b'"' | b'\'') if three(byte) => {
                width = 3;
                (Within::Texts(byte), units + 2)
            }
            (_, b'"' | b'\'') => (Within::Text(byte), units + 2),
            (_, b'#') => (Within::Comment, units),
            (_, b' ' | b'\t' | b'\r') => (Within::Nothing, units),
            (_, b'{') => (Within::Nothing, units + 10),
            (_, b'[' | b'.') => (Within::Nothing, units + 4),
            (Within::Word, b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'-' | b'+' | b':') => {
                (Within::Word, units)
            }
            (_, b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'-' | b'+' | b':') => (Within::Word, units + 1),
            (Within::Word, b',' | b']' | b'}') => (Within::Nothing, units + 1),
            // a parser may complain of it
            _ => (Within::Nothing, units + 2),
        };
        if units > MOST {
            break;
        }
        at += width;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_program_carries_is_far_from_the_limit() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/questionnaires");
        let sizes = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let sizes = sizes.filter(|path| path.extension().is_some_and(|end| end == "toml"));
        let most = sizes.map(|path| structure(&std::fs::read(path).unwrap())).max().unwrap();
        assert!((1_000..MOST / 5).contains(&most), "{most}");
    }

    #[test]
    fn prose_is_no_structure_and_brackets_are() {
        let prose = "one, two [three] {four} = five\n";
        let texts = [
            format!("# {prose}"),
            format!("x = \"\"\"{}\"\"\"\n", prose.repeat(40_000)),
            format!("x = '{}'", "[".repeat(400_000)),
        ];
        for text in texts {
            assert!(structure(text.as_bytes()) < 10, "{}", &text[..20]);
            assert!(refuse_crowd(&text).is_none());
        }
        assert_eq!(structure(b"a = [1, 2.5]"), 1 + 2 + 4 + 1 + 1 + 1 + 4 + 1 + 1);
        assert_eq!(structure(b"a = \"[[[\\\"[[[\" # [[[\nb = 1"), 1 + 2 + 2 + 1 + 1 + 1 + 2 + 1);
        for text in ["[],", "=", "\\0", "k\n", "{a=1},", "é", "x.", "\"\",", ","] {
            let crowd = text.repeat(300_001);
            assert!(refuse_crowd(&crowd).is_some(), "{text}");
            let (document, errors) = parse(&crowd);
            assert!(document.get_ref().is_empty() && errors.len() == 1);
        }
    }
}
