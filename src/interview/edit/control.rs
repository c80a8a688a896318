//! What may be pasted: text, and nothing that steers a terminal.
//!
//! Tabs and line ends are kept (a text of one line turns them into spaces). Every other control character is left out,
//! C0 and C1 alike, and of an escape sequence all of it, so that no `[31m` remains of a colour.

/// A text without control characters and escape sequences, its line ends made one, and how many were left out; a whole
/// sequence counts once.
pub fn without_controls(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut dropped = 0;
    let mut rest = text;
    while let Some(one) = rest.chars().next() {
        let length = match one {
            '\r' => {
                out.push('\n');
                if rest.starts_with("\r\n") { 2 } else { 1 }
            }
            '\t' | '\n' => {
                out.push(one);
                1
            }
            _ if one.is_control() => {
                dropped += 1;
                sequence(rest)
            }
            _ => {
                out.push(one);
                one.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    (out, dropped)
}

/// The bytes of the escape sequence a text begins with; of its first character where it begins no whole sequence.
fn sequence(text: &str) -> usize {
    let mut chars = text.chars();
    let first = chars.next().map_or(0, char::len_utf8);
    let rest = chars.as_str();
    match (text.chars().next(), rest.chars().next()) {
        (Some('\u{1b}'), Some('[')) => first + 1 + parameters(&rest[1..]),
        (Some('\u{9b}'), _) => first + parameters(rest),
        (Some('\u{1b}'), Some(']' | 'P' | 'X' | '^' | '_')) => first + 1 + string(&rest[1..]),
        (Some('\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}'), _) => first + string(rest),
        (Some('\u{1b}'), Some('\u{20}'..='\u{2f}')) => {
            let middle = rest.bytes().take_while(|byte| (0x20..=0x2f).contains(byte)).count();
            let has_end = rest.as_bytes().get(middle).is_some_and(|byte| (0x30..=0x7e).contains(byte));
            first + middle + usize::from(has_end)
        }
        (Some('\u{1b}'), Some('\u{30}'..='\u{7e}')) => first + 1,
        _ => first,
    }
}

/// Parameters and final byte of a control sequence.
fn parameters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let length = bytes.iter().take_while(|byte| (0x20..=0x3f).contains(*byte)).count();
    length + usize::from(bytes.get(length).is_some_and(|byte| (0x40..=0x7e).contains(byte)))
}

/// A control string with its end; nothing where it has no end, so that what follows is not lost.
fn string(text: &str) -> usize {
    let ends = ["\u{7}", "\u{1b}\\", "\u{9c}"];
    ends.iter().filter_map(|end| Some(text.find(end)? + end.len())).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_left_out_and_counted() {
        for (text, expected, dropped) in [
            ("plain\ttext\r\nof two lines\rthree", "plain\ttext\nof two lines\nthree", 0),
            ("\u{1b}[31mred\u{1b}[0m", "red", 2),
            ("\u{9b}2Jgone", "gone", 1),
            ("\u{1b}]0;title\u{7}after", "after", 1),
            ("\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link", 2),
            ("\u{1b}]0;no end", "0;no end", 1),
            ("\u{1b}Pq#0\u{9c}after", "after", 1),
            ("\u{1b}(Btext", "text", 1),
            ("\u{1b}cfull reset", "full reset", 1),
            ("bell\u{7} null\u{0} del\u{7f}", "bell null del", 3),
            ("\u{1b}", "", 1),
            ("\u{1b}[", "", 1),
            ("\u{1b}é", "é", 1),
            ("\u{85}next", "next", 1),
            ("漢字 👨‍👩‍👧 é", "漢字 👨‍👩‍👧 é", 0),
        ] {
            assert_eq!(without_controls(text), (expected.to_owned(), dropped), "{text:?}");
        }
    }
}
