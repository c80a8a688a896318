//! The follow-up e-mail: plain text whose lines fit every mail program.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

/// How wide a line may be.
const WIDTH: usize = 72;

/// Writes a text on one line: a letter's lines are the template's.
pub(crate) fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut words = text.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|word| !word.is_empty());
    if let Some(first) = words.next() {
        out.write_all(first.as_bytes())?;
    }
    words.try_for_each(|word| write!(out, " {word}"))
}

/// Lines no wider than a mail program wants, entries of lists indented; words longer than a line stay whole.
pub(crate) fn wrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut empty = 1;
    for line in text.lines().map(str::trim_end) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            wrap(line, &mut out);
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn wrap(line: &str, out: &mut String) {
    let indent = " ".repeat(mark(line));
    let mut width = 0;
    for word in line.split(' ') {
        let length = word.width();
        if width > 0 && width + 1 + length > WIDTH {
            out.push('\n');
            out.push_str(&indent);
            width = indent.len();
        } else if width > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
    }
}

/// How long the mark of a list's entry is: `- ` or `1. `.
fn mark(line: &str) -> usize {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line[digits..].chars().next() {
        Some('-') if digits == 0 && line.starts_with("- ") => 2,
        Some('.') if digits > 0 && line[digits..].starts_with(". ") => digits + 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_entries_are_indented() {
        let text = "1. one two three four five six seven eight nine ten eleven twelve thirteen fourteen\n\n\n\nend  ";
        let wanted = "1. one two three four five six seven eight nine ten eleven twelve\n   thirteen fourteen\n\nend\n";
        assert_eq!(wrapped(text), wanted);
        let long = "x".repeat(100);
        assert_eq!(wrapped(&format!("a {long} b")), format!("a\n{long}\nb\n"));
        assert!(wrapped(&"数 ".repeat(60)).lines().all(|line| line.width() <= WIDTH));
    }

    #[test]
    fn a_text_cannot_begin_a_line() {
        let mut out = Vec::new();
        escape("a\n- b\r\n\r\nFrom: me\u{2028}c\u{a0}d", &mut out).expect("written");
        assert_eq!(String::from_utf8_lossy(&out), "a - b From: me c\u{a0}d");
    }
}
