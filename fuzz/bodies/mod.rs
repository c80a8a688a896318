//! What each fuzz target does with its bytes: the same for cargo-fuzz and for the plain driver.
//!
//! A body hands hostile bytes to one reader and checks what has to hold whatever they are. It panics when something does not, and
//! otherwise gives a few words on what came of them, by which the driver knows inputs that lead somewhere new.

mod answers;
mod questions;
mod texts;

use std::collections::BTreeSet;

use gapwise::problem::{Problem, Source};

/// A target: its name, which is its corpus folder too, and its body.
pub type Target = (&'static str, fn(&[u8]) -> String);

/// All targets.
pub const TARGETS: [Target; 9] = [
    ("questionnaire", questions::questionnaire),
    ("expression", questions::expression),
    ("assessment", answers::assessment),
    ("process_map", answers::process_map),
    ("draft", answers::draft),
    ("sealed", answers::sealed),
    ("number", texts::number),
    ("csv", texts::csv),
    ("config", texts::config),
];

/// The kinds of problems, after looking at their places: each lies inside its file, on whole characters, and can be told.
fn kinds(problems: &[Problem]) -> String {
    let mut kinds = BTreeSet::new();
    for problem in problems {
        let text = &problem.source.text;
        let span = &problem.span;
        assert!(span.start <= span.end && span.end <= text.len(), "{problem:?} lies outside");
        assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{problem:?} cuts a character");
        let (line, column) = problem.source.line_and_column(span.start);
        assert!(line >= 1 && column >= 1);
        assert!(!problem.message.is_empty());
        let kind: String = problem.message.chars().filter(|one| one.is_ascii_lowercase()).take(24).collect();
        kinds.insert(kind);
    }
    kinds.into_iter().take(6).collect::<Vec<_>>().join(" ")
}

/// A file's text as its readers get it; nothing when it is not UTF-8, which they refuse.
fn source(name: &str, bytes: &[u8]) -> Option<Source> {
    Some(Source::new(name, std::str::from_utf8(bytes).ok()?))
}
