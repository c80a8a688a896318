//! The few lines around a place in a file, however large the file is and however long its lines are.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::printable::{printable, printable_in_place};
use crate::problem::Source;

/// How much is shown before and after the beginning of a place, in bytes: a file of one line is not printed as a whole, and the
/// marks under a line stay under it.
const AROUND: usize = 200;

/// A piece of a file, and where in the file it begins.
#[derive(Debug)]
pub(super) struct Excerpt {
    name: String,
    text: String,
    /// Of the piece's beginning, in the file, both from 0.
    line: usize,
    column: usize,
}

impl Excerpt {
    /// The line of a place and its neighbours, safe for a terminal, and the place in them; a place of many lines is cut after its
    /// first one.
    pub(super) fn around(source: &Source, place: std::ops::Range<usize>) -> (Self, SourceSpan) {
        let text = &*source.text;
        let start = text.floor_char_boundary(place.start.min(text.len()));
        let end = text.ceil_char_boundary(place.end.clamp(start, text.len()));
        let from = text.ceil_char_boundary(start.saturating_sub(AROUND));
        let to = text.floor_char_boundary(start.saturating_add(AROUND).min(text.len()));
        // the line before, where it begins within reach
        let breaks: Vec<usize> = text[from..start].rmatch_indices('\n').map(|(at, _)| from + at + 1).take(2).collect();
        let from = breaks.last().copied().filter(|_| breaks.len() == 2).unwrap_or(from);
        let to = text[start..to].match_indices('\n').nth(1).map_or(to, |(at, _)| start + at);
        let end = end.min(to);
        let end = text[start..end].find('\n').map_or(end, |at| start + at);
        let before = &text.as_bytes()[..from];
        let begins = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let excerpt = Self {
            name: printable(&source.name),
            text: printable_in_place(&text[from..to]),
            line: before.iter().filter(|byte| **byte == b'\n').count(),
            column: text[begins..from].chars().count(),
        };
        (excerpt, SourceSpan::from(start - from..end - from))
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let found = self.text.read_span(span, before, after)?;
        // the library counts bytes, people count letters
        let at = found.span().offset();
        let begins = self.text[..at].rfind('\n').map_or(0, |at| at + 1);
        let letters = self.text[begins..at].chars().count();
        let column = if begins == 0 { self.column + letters } else { letters };
        let (line, count) = (self.line + found.line(), found.line_count());
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), found.data(), *found.span(), line, column, count)))
    }
}
