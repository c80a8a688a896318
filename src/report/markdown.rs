//! Keeps texts from being read as Markdown.

use std::io::{self, Write};

/// Characters that mean something in the middle of a line of GitHub's Markdown.
const SPECIAL: &[char] = &['\\', '`', '*', '_', '[', ']', '|', '~', '#', '$', '@', '&'];

/// Writes a text so that Markdown shows it as it is, on one line, also inside a table.
///
/// Line breaks become spaces, since a table row and a list entry end with their line.
pub(crate) fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(escaped(text).as_bytes())
}

/// The escaped text.
pub(crate) fn escaped(text: &str) -> String {
    let line = text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(str::trim);
    let line = line.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len() + 8);
    let leading = leading_mark(&line);
    for (at, c) in line.char_indices() {
        if Some(at) == leading || SPECIAL.contains(&c) || starts_address(&line, at) {
            out.push('\\');
        }
        match c {
            // No reader of Markdown, however simple, sees the start of an element here.
            '<' => out.push_str("&lt;"),
            // Control characters have no place in a document.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The place of a character that would make the line a list, a heading or a rule.
fn leading_mark(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    if matches!(first, '-' | '+' | '=' | ':' | '!' | '>') {
        return Some(0);
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let follows = line[digits..].chars().next();
    (digits > 0 && matches!(follows, Some('.' | ')'))).then_some(digits)
}

/// Whether an address starts here that GitHub would turn into a link by itself.
fn starts_address(line: &str, at: usize) -> bool {
    let rest = &line[at..];
    let is_www = rest.starts_with('.') && line[..at].to_ascii_lowercase().ends_with("www");
    rest.starts_with("://") || is_www
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_in_a_text_is_read_as_markdown() {
        let cases = [
            ("plain words, 5% (more or less).", "plain words, 5% (more or less)."),
            ("well-known", "well-known"),
            ("a | b", "a \\| b"),
            ("a\nb\r\n\r\nc", "a b c"),
            ("`code`", "\\`code\\`"),
            ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
            ("[here](https://evil.example)", "\\[here\\](https\\://evil.example)"),
            ("![x](y)", "\\!\\[x\\](y)"),
            ("www.evil.example", "www\\.evil.example"),
            ("# title", "\\# title"),
            ("- item", "\\- item"),
            ("+ item", "\\+ item"),
            ("1. item", "1\\. item"),
            ("12) item", "12\\) item"),
            ("1.5 hours", "1\\.5 hours"),
            ("> quote", "\\> quote"),
            ("---", "\\---"),
            ("=== ", "\\==="),
            ("    code", "code"),
            ("**bold** _it_ ~no~", "\\*\\*bold\\*\\* \\_it\\_ \\~no\\~"),
            ("a\\b", "a\\\\b"),
            ("&lt; me@x.example $1", "\\&lt; me\\@x.example \\$1"),
            ("bell\u{7}", "bell "),
            (":--|", "\\:--\\|"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(escaped(text), expected, "{text:?}");
        }
    }
}
