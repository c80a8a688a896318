//! The scratch line at the bottom of whatever is on the screen.

use ratatui::layout::Rect;
use ratatui::text::Span;
use rust_i18n::t;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::boxed;
use crate::interview::Line;
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// The line that is being typed, behind its name.
pub fn scratch(pen: &mut Pen<'_>, look: &Look<'_>, line: &Line) {
    let row = pen.take(1);
    if row.height == 0 {
        return;
    }
    let name = format!(" {} ", t!("nav.scratch", locale = look.locale()));
    let width = (name.width() as u16).min(row.width);
    pen.buffer.set_span(row.x, row.y, &Span::styled(name, look.theme.focus()), width);
    let rest = Rect { x: row.x + width + 1, width: row.width.saturating_sub(width + 1), ..row };
    // Nobody who looks on reads what is written in passing.
    let dots = "·".repeat(line.text().graphemes(true).count().min(usize::from(rest.width)));
    let shown = if look.interview.is_shared() { &Line::new(dots) } else { line };
    boxed::typed(pen, look, rest, shown, true);
}
