//! A text in its box: one line, or several with soft wrapping.

use ratatui::layout::{Position, Rect};
use ratatui::text::Span;
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::boxed;
use crate::assessment::Status;
use crate::interview::{TextEditor, wrap};
use crate::tui::look::Look;
use crate::tui::pen::Pen;
use crate::tui::safe::safe;

/// A text; `below` lines are left for what follows.
pub fn text(pen: &mut Pen<'_>, look: &Look<'_>, editor: &TextEditor, below: u16) {
    let has_keyboard = look.interview.field_has_keyboard();
    let written = editor.line.text();
    let width = usize::from(pen.area.width.saturating_sub(4));
    let lines = wrap(written, width);
    let cursor = editor.line.cursor();
    let at = lines.iter().rposition(|line| line.start <= cursor).unwrap_or(0);
    let room = usize::from(pen.left().saturating_sub(below + 2)).clamp(1, 12);
    let shown = lines.len().clamp(2.min(room), room);
    let first = (at + 1).saturating_sub(shown).min(lines.len().saturating_sub(shown));
    let area = pen.take(shown as u16 + 2);
    if area.height < 3 {
        return;
    }
    let inner = boxed::frame(pen, look, area, has_keyboard);
    if written.is_empty() && !has_keyboard && look.interview.answer().is_none_or(|one| one.status == Status::Open) {
        let hint = t!("tui.place.text", locale = look.locale());
        pen.buffer.set_span(inner.x, inner.y, &Span::styled(hint, look.theme.quiet()), inner.width);
    }
    for (row, line) in lines.iter().enumerate().skip(first).take(usize::from(inner.height)) {
        let y = inner.y + (row - first) as u16;
        let shown = safe(&written[line.clone()]).into_owned();
        pen.buffer.set_span(inner.x, y, &Span::styled(shown, look.theme.loud()), inner.width);
        if row == at && has_keyboard {
            let column = safe(&written[line.start..cursor]).width() as u16;
            pen.cursor = Some(Position::new(inner.x + column.min(inner.width), y));
        }
    }
    more(pen, look, area, lines.len().saturating_sub(first + usize::from(inner.height)));
}

fn more(pen: &mut Pen<'_>, look: &Look<'_>, area: Rect, count: usize) {
    if count > 0 {
        let text = format!(" {} ", t!("tui.more", locale = look.locale(), count = count));
        let width = text.width() as u16;
        let x = area.right().saturating_sub(width + 2);
        pen.buffer.set_span(x, area.bottom() - 1, &Span::styled(text, look.theme.quiet()), width);
    }
}
