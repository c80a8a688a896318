//! A long list of which some lines can be pointed at: scrolled so that the one under the cursor is seen, each clickable.

use ratatui::text::Line;

use crate::interview::{Action, Edit};
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::Pen;

/// Lines in their order; headings between them cannot be pointed at.
#[derive(Default)]
pub struct Pointed<'a> {
    lines: Vec<(Line<'a>, Option<usize>)>,
}

impl<'a> Pointed<'a> {
    /// Adds a line that is only read.
    pub fn heading(&mut self, line: impl Into<Line<'a>>) {
        self.lines.push((line.into(), None));
    }

    /// Adds the next line that can be pointed at.
    pub fn entry(&mut self, line: impl Into<Line<'a>>) {
        let at = self.lines.iter().filter_map(|(_, at)| *at).next_back().map_or(0, |last| last + 1);
        self.lines.push((line.into(), Some(at)));
    }

    /// Draws as many lines as `room` holds. A click goes to a line, and opens it with Enter when `opens` or when the
    /// cursor is there already.
    pub fn draw(self, pen: &mut Pen<'_>, look: &Look<'_>, cursor: usize, room: usize, opens: bool) {
        let here = self.lines.iter().position(|(_, at)| *at == Some(cursor)).unwrap_or(0);
        let first = (here + 2).saturating_sub(room).min(self.lines.len().saturating_sub(room));
        for (line, at) in self.lines.into_iter().skip(first).take(room) {
            if let Some(at) = at {
                let mut actions = steps(cursor, at);
                if opens || at == cursor {
                    actions.push(Action::Edit(Edit::Enter));
                }
                pen.clickable(1, actions);
            }
            if at == Some(cursor) { pen.bar(line, look.theme.focus()) } else { pen.line(line) }
        }
    }
}
