//! What may be longer than the screen and is read by scrolling.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use crate::tui::pen::Pen;
use crate::tui::theme::Theme;

/// More lines than anything that is read has.
const TALL: u16 = 600;

/// Writes a text of any length and shows it from the line it is scrolled to; gives how far it can be scrolled.
pub fn scrolled(
    pen: &mut Pen<'_>,
    theme: Theme,
    locale: &str,
    scroll: usize,
    write: impl FnOnce(&mut Pen<'_>),
) -> usize {
    let page = Rect { x: 0, y: 0, width: pen.area.width, height: TALL };
    let mut paper = Buffer::empty(page);
    paper.set_style(page, theme.ink());
    let mut writer = Pen::new(&mut paper, page);
    write(&mut writer);
    let mut written = TALL - writer.left();
    while written > 0 && (0..page.width).all(|x| paper[(x, written - 1)].symbol() == " ") {
        written -= 1;
    }
    let shown = pen.left();
    let reach = usize::from(written.saturating_sub(shown));
    let first = scroll.min(reach) as u16;
    let place = pen.take(shown.min(written));
    for y in 0..place.height {
        for x in 0..place.width {
            pen.buffer[(place.x + x, place.y + y)] = paper[(x, first + y)].clone();
        }
    }
    let below = reach - usize::from(first);
    if below > 0 && place.height > 0 {
        let said = format!(" ↓ {}", t!("tui.more", locale = locale, count = below));
        let width = (said.width() as u16).min(place.width);
        let x = place.right() - width;
        pen.buffer.set_span(x, place.bottom() - 1, &Span::styled(said, theme.quiet()), width);
    }
    reach
}
