//! How large a step is and how its words are set: letters are measured by their columns, as no font is at hand.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Shape, Words, length};
use crate::assessment::NodeKind;

/// The width of a column of the words, and the height of a line, as the style sheet sets them at 12 pixels.
const COLUMN: f64 = 6.4;
const LINE: f64 = 15.0;
/// The same for who does it.
const QUIET_LINE: f64 = 13.0;

/// Columns of a line in a task, in a diamond, and of who does it: two tasks side by side fit on a telephone.
const IN_TASK: usize = 21;
const IN_DECISION: usize = 14;
const IN_QUIET: usize = 23;
/// The most lines of a text; the table beside the drawing has all of it.
const MOST_LINES: usize = 5;

const TASK: f64 = 150.0;
const DECISION: f64 = 164.0;
const OPEN: (f64, f64) = (134.0, 28.0);

/// A step that has a size and no place yet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sized {
    pub(super) kind: Kind,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) apart: bool,
    lines: Vec<String>,
    quiet: Vec<String>,
}

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Round,
    Task,
    Decision,
    Open,
}

impl Kind {
    pub(super) fn of(kind: NodeKind) -> Self {
        match kind {
            NodeKind::Start | NodeKind::End => Self::Round,
            NodeKind::Task => Self::Task,
            NodeKind::Decision => Self::Decision,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Round => "round",
            Self::Task => "task",
            Self::Decision => "decision",
            Self::Open => "open",
        }
    }
}

impl Sized {
    /// A step with its words, and who does it.
    pub(super) fn step(kind: NodeKind, text: &str, who: &str, apart: bool) -> Self {
        let kind = Kind::of(kind);
        let columns = if kind == Kind::Decision { IN_DECISION } else { IN_TASK };
        let lines = set(text, columns, MOST_LINES);
        let quiet = if who.is_empty() { Vec::new() } else { set(who, columns.max(IN_QUIET.min(columns + 2)), 3) };
        let words = count(&lines) * LINE + count(&quiet) * QUIET_LINE;
        let widest = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        let (width, height) = match kind {
            Kind::Decision => {
                let inner = (columns as f64 * COLUMN).min(widest.max(6) as f64 * COLUMN);
                (DECISION, (words / (1.0 - inner / DECISION)).max(58.0))
            }
            Kind::Round => ((widest as f64 * COLUMN + 34.0).clamp(72.0, TASK), (words + 14.0).max(32.0)),
            _ => (TASK, (words + 16.0).max(38.0)),
        };
        Self { kind, width, height, apart, lines, quiet }
    }

    /// Where nothing follows yet.
    pub(super) fn open(text: &str) -> Self {
        let lines = Vec::new();
        Self { kind: Kind::Open, width: OPEN.0, height: OPEN.1, apart: false, lines, quiet: set(text, IN_QUIET, 1) }
    }

    /// The step with its middle at a place.
    pub(super) fn at(&self, x: f64, y: f64) -> Shape {
        let (left, top) = (x - self.width / 2.0, y - self.height / 2.0);
        let corners = [(x, top), (x + self.width / 2.0, y), (x, top + self.height), (left, y)];
        let points = corners.map(|(x, y)| format!("{},{}", length(x), length(y))).join(" ");
        let words = count(&self.lines) * LINE + count(&self.quiet) * QUIET_LINE;
        let mut base = y - words / 2.0;
        let mut placed = Vec::new();
        let all = self.lines.iter().map(|line| (line, false)).chain(self.quiet.iter().map(|line| (line, true)));
        for (text, quiet) in all {
            let line = if quiet { QUIET_LINE } else { LINE };
            placed.push(Words { x: length(x), y: length(base + line * 0.76), text: text.clone(), quiet });
            base += line;
        }
        Shape {
            kind: self.kind.id(),
            apart: self.apart,
            x: length(left),
            y: length(top),
            width: length(self.width),
            height: length(self.height),
            corner: length(match self.kind {
                Kind::Round | Kind::Open => (self.height / 2.0).min(20.0),
                _ => 2.0,
            }),
            points,
            words: placed,
        }
    }
}

fn count(lines: &[String]) -> f64 {
    lines.len() as f64
}

/// A text in lines of so many columns, at words where there are any; what does not fit ends in `…`.
fn set(text: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let mut rest = word;
        loop {
            let last = lines.last_mut().map(|line| line.as_str()).unwrap_or_default();
            let used = if last.is_empty() { 0 } else { last.width() + 1 };
            if used + rest.width() <= columns {
                let line = lines.len() - 1;
                if !lines[line].is_empty() {
                    lines[line].push(' ');
                }
                lines[line].push_str(rest);
                break;
            }
            if used > 0 {
                lines.push(String::new());
                continue;
            }
            // A word that is wider than a line is broken.
            let (head, tail) = rest.split_at(fits(rest, columns));
            let line = lines.len() - 1;
            lines[line].push_str(head);
            lines.push(String::new());
            rest = tail;
        }
        if lines.len() > most + 1 {
            break;
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let keep = fits(last, columns - 1);
            last.truncate(keep);
            last.push('…');
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// How many bytes of a text fit into so many columns; at least one character.
fn fits(text: &str, columns: usize) -> usize {
    let mut used = 0;
    let mut end = 0;
    for (at, one) in text.grapheme_indices(true) {
        used += one.width();
        if used > columns && at > 0 {
            break;
        }
        end = at + one.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_set_in_lines() {
        for (text, columns, expected) in [
            ("Reminder mail to all who signed up", 14, vec!["Reminder mail", "to all who", "signed up"]),
            ("Donaudampfschifffahrt", 8, vec!["Donaudam", "pfschiff", "fahrt"]),
            ("漢字漢字漢字", 4, vec!["漢字", "漢字", "漢字"]),
            ("a b c d e f g h", 1, vec!["a", "b", "c", "d", "e…"]),
            ("", 10, vec![]),
        ] {
            assert_eq!(set(text, columns, 5), expected, "{text}");
        }
        assert_eq!(set("two words", 3, 1), ["tw…"]);
    }

    #[test]
    fn a_diamond_is_as_high_as_its_words_need() {
        let short = Sized::step(NodeKind::Decision, "Booked?", "", false);
        let long = Sized::step(NodeKind::Decision, "Has the visitor booked a call with us by now?", "", false);
        assert!(long.height > short.height + 30.0, "{} {}", short.height, long.height);
    }
}
