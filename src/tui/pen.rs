//! Writing down a column of the screen, line after line, never past its end.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::mouse::Hit;
use super::safe::safe;
use crate::interview::{Action, wrap};

/// A column and how far down it is written.
pub struct Pen<'a> {
    /// What is drawn on.
    pub buffer: &'a mut Buffer,
    /// What is left of the column.
    pub area: Rect,
    /// Where the terminal's cursor goes, when something is being typed.
    pub cursor: Option<Position>,
    /// What can be clicked.
    pub hits: Vec<Hit>,
}

impl<'a> Pen<'a> {
    /// Starts at the top of a column.
    pub fn new(buffer: &'a mut Buffer, area: Rect) -> Self {
        let area = area.intersection(buffer.area);
        Self { buffer, area, cursor: None, hits: Vec::new() }
    }

    /// Says what a click on the next lines does; called before they are drawn.
    pub fn clickable(&mut self, lines: u16, actions: Vec<Action>) {
        let area = Rect { height: lines.min(self.area.height), ..self.area };
        self.hits.push(Hit { area, actions });
    }

    /// Lines that are left.
    pub fn left(&self) -> u16 {
        self.area.height
    }

    /// Takes lines off the top; fewer when there are not as many.
    pub fn take(&mut self, lines: u16) -> Rect {
        let lines = lines.min(self.area.height);
        let taken = Rect { height: lines, ..self.area };
        self.area.y += lines;
        self.area.height -= lines;
        taken
    }

    /// Takes lines off the bottom.
    pub fn take_bottom(&mut self, lines: u16) -> Rect {
        let lines = lines.min(self.area.height);
        self.area.height -= lines;
        Rect { y: self.area.bottom(), height: lines, ..self.area }
    }

    /// Leaves a line empty.
    pub fn gap(&mut self) {
        self.take(1);
    }

    /// One line of harmless spans, cut at the column's width.
    pub fn line<'s>(&mut self, line: impl Into<Line<'s>>) {
        let area = self.take(1);
        if area.height == 1 {
            self.buffer.set_line(area.x, area.y, &line.into(), area.width);
        }
    }

    /// One line with something at its right end.
    pub fn line_and_right<'s>(&mut self, line: impl Into<Line<'s>>, right: impl Into<Line<'s>>) {
        let area = self.take(1);
        if area.height == 0 {
            return;
        }
        let right = right.into();
        let wide = (right.width() as u16).min(area.width);
        let room = area.width.saturating_sub(wide + 2);
        self.buffer.set_line(area.x, area.y, &line.into(), room);
        self.buffer.set_line(area.right() - wide, area.y, &right, wide);
    }

    /// A text of any length, wrapped, made harmless.
    pub fn text(&mut self, text: &str, style: Style) {
        self.text_at_most(text, style, u16::MAX);
    }

    /// The same, cut after some lines.
    pub fn text_at_most(&mut self, text: &str, style: Style, lines: u16) {
        let width = self.area.width;
        let all = wrapped(text, width);
        let shown = usize::from(lines.min(self.left())).min(all.len());
        for (at, line) in all.iter().enumerate().take(shown) {
            let goes_on = at + 1 == shown && shown < all.len();
            let line = if goes_on { cut(&format!("{line} …"), usize::from(width)) } else { line.clone() };
            self.line(Span::styled(line, style));
        }
    }

    /// A line that fills the whole width with a style, as the cursor does.
    pub fn bar<'s>(&mut self, line: impl Into<Line<'s>>, style: Style) {
        let area = self.take(1);
        if area.height == 1 {
            self.buffer.set_style(area, style);
            self.buffer.set_line(area.x, area.y, &line.into(), area.width);
        }
    }
}

/// The lines of a text at a width, made harmless; its own line ends count.
pub fn wrapped(text: &str, width: u16) -> Vec<String> {
    let text: Vec<_> = text.split('\n').map(safe).collect();
    let text = text.join("\n");
    wrap(&text, usize::from(width)).into_iter().map(|line| text[line].trim_end().to_owned()).collect()
}

/// As much of the end of a harmless text as fits a width; looks at no more of it than that, however long it is.
pub fn ending(text: &str, width: usize) -> &str {
    use unicode_segmentation::UnicodeSegmentation;
    let mut used = 0;
    let first = text.grapheme_indices(true).rev().take_while(|(_, one)| {
        used += one.width();
        used <= width
    });
    &text[first.last().map_or(text.len(), |(at, _)| at)..]
}

/// A text made harmless and cut to a width, with `…` where something is missing.
pub fn cut(text: &str, width: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let text = safe(text);
    if text.width() <= width {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for one in text.graphemes(true) {
        if used + one.width() + 1 > width {
            break;
        }
        used += one.width();
        out.push_str(one);
    }
    if width > 0 {
        out.push('…');
    }
    out
}

/// A text cut and filled up with spaces to a width; numbers stand at the right.
pub fn fitted(text: &str, width: usize, right: bool) -> String {
    let text = cut(text, width);
    let fill = " ".repeat(width.saturating_sub(text.width()));
    if right { format!("{fill}{text}") } else { format!("{text}{fill}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_holds_what_fits_and_nothing_in_halves() {
        for (text, width, expected) in [
            ("", 3, ""),
            ("abc", 3, "abc"),
            ("abcd", 3, "bcd"),
            ("a漢字", 3, "字"),
            ("ae\u{301}", 1, "e\u{301}"),
            ("ab", 0, ""),
        ] {
            assert_eq!(ending(text, width), expected, "{text:?} at {width}");
        }
    }
}
