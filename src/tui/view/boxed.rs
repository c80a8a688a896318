//! The one box on the screen: what is being typed stands in it.

use ratatui::layout::{Position, Rect};
use ratatui::text::Span;
use ratatui::widgets::{Block, BorderType, Widget};
use unicode_width::UnicodeWidthStr;

use crate::interview::Line;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, ending};
use crate::tui::safe::safe;

/// Draws a box; thick while the keyboard writes into it. Gives the room inside.
pub fn frame(pen: &mut Pen<'_>, look: &Look<'_>, area: Rect, has_keyboard: bool) -> Rect {
    let (kind, style) = match has_keyboard {
        true => (BorderType::Thick, look.theme.accent()),
        false => (BorderType::Plain, look.theme.quiet()),
    };
    let block = Block::bordered().border_type(kind).border_style(style);
    let inner = block.inner(area);
    block.render(area, pen.buffer);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// A box of one line with what is typed, the part around the cursor when it is longer than the box.
pub fn line(pen: &mut Pen<'_>, look: &Look<'_>, width: u16, line: &Line, has_keyboard: bool) -> Rect {
    let area = pen.take(3);
    let area = Rect { width: width.min(area.width), ..area };
    if area.height < 3 {
        return area;
    }
    let inner = frame(pen, look, area, has_keyboard);
    typed(pen, look, inner, line, has_keyboard);
    area
}

/// What is typed, in one row.
pub fn typed(pen: &mut Pen<'_>, look: &Look<'_>, row: Rect, line: &Line, has_keyboard: bool) {
    let before = safe(&line.text()[..line.cursor()]).into_owned();
    let after = safe(&line.text()[line.cursor()..]).into_owned();
    let room = usize::from(row.width).saturating_sub(1);
    let shown = ending(&before, room);
    let column = shown.width();
    let tail = cut(&after, usize::from(row.width).saturating_sub(column));
    pen.buffer.set_span(row.x, row.y, &Span::styled(format!("{shown}{tail}"), look.theme.loud()), row.width);
    if has_keyboard {
        pen.cursor = Some(Position::new(row.x + column as u16, row.y));
    }
}
