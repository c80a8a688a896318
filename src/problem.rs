//! Something wrong in a file, told so that a person can mend it: what, where, and what to do.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A place in a file, in bytes from its start.
pub type Span = Range<usize>;

/// A named text that problems point into.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as the person knows it, or `builtin/…` for embedded files.
    pub name: Arc<str>,
    /// The whole text.
    pub text: Arc<str>,
}

impl Source {
    /// Names a text.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    ///
    /// An offset past the end gives the last place of the text.
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let end = self.text.floor_char_boundary(offset.min(self.text.len()));
        let before = &self.text[..end];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; the file works.
    Warning,
    /// The file cannot be used as it is.
    Error,
}

/// One thing wrong in a file.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Whether the file can be used all the same.
    pub severity: Severity,
    /// The file it is in.
    pub source: Source,
    /// Where in the file.
    pub span: Span,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// What to do about it, as one sentence; may be empty when the message says it.
    pub remedy: String,
}

impl Problem {
    /// An error at a place.
    pub fn error(source: &Source, span: Span, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        // A place inside a text that is spelled with escapes is counted in what they stand for, and may fall into a character.
        let start = source.text.floor_char_boundary(span.start.min(source.text.len()));
        let end = source.text.ceil_char_boundary(span.end.clamp(start, source.text.len()));
        let span = start..end;
        Self { severity: Severity::Error, source: source.clone(), span, message: message.into(), remedy: remedy.into() }
    }

    /// A warning at a place.
    pub fn warning(source: &Source, span: Span, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(source, span, message, remedy) }
    }

    /// Whether the file cannot be used because of it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.source.line_and_column(self.span.start);
        write!(out, "{}:{line}:{column}: {}", self.source.name, self.message)?;
        if !self.remedy.is_empty() {
            write!(out, ". {}", self.remedy)?;
        }
        Ok(())
    }
}

/// The most of one severity that is told of one file: nobody mends more at a time, and a hostile file has a hundred thousand.
const MOST: usize = 1_000;

/// Adds a problem, unless there are so many of its severity that nobody would read one more.
pub(crate) fn note(problems: &mut Vec<Problem>, problem: impl FnOnce() -> Problem, severity: Severity) {
    let is_full =
        problems.len() >= MOST && problems.iter().filter(|one| one.severity == severity).nth(MOST - 1).is_some();
    if !is_full {
        problems.push(problem());
    }
}

/// The closest of several names to a mistyped one, for "did you mean".
///
/// Nothing when none is similar (Jaro-Winkler below 0.8).
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_warnings_leave_room_for_an_error() {
        let source = Source::new("a.toml", "x");
        let mut problems = Vec::new();
        for _ in 0..3_000 {
            note(&mut problems, || Problem::warning(&source, 0..1, "odd", ""), Severity::Warning);
        }
        note(&mut problems, || Problem::error(&source, 0..1, "wrong", ""), Severity::Error);
        assert_eq!(problems.len(), 1_001);
        assert!(problems[1_000].is_error());
    }

    /// Found by the fuzzer: a condition with `\u{feff}` in it, spelled as an escape, was told at a place inside a character.
    #[test]
    fn a_place_is_inside_the_file_and_never_inside_a_character() {
        let source = Source::new("a.toml", "é漢x");
        let span = |span| Problem::error(&source, span, "m", "r").span;
        assert_eq!(span(1..3), 0..5);
        assert_eq!(span(5..6), 5..6);
        assert_eq!(span(4..90), 2..6);
        #[allow(clippy::reversed_empty_ranges)]
        let reversed = span(6..1);
        assert_eq!(reversed, 6..6);
    }
}
