//! One screen of the interview.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::layout::{Places, SMALLEST, is_too_small, places};
use super::look::Look;
use super::pen::Pen;
use super::theme::Theme;
use super::view;
use crate::interview::{Interview, Panel};
use rust_i18n::t;

/// Draws the interview; it cannot change it.
pub fn draw(frame: &mut Frame<'_>, interview: &Interview, theme: Theme) {
    let area = frame.area();
    if is_too_small(area) {
        return draw_too_small(frame, theme, &interview.assessment().locale);
    }
    let look = Look::new(interview, theme);
    let is_wide_answer = interview.question().is_table();
    let places = places(area, is_wide_answer, interview.shows_private());
    let cursor = draw_on(frame, &look, &places, area);
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

fn draw_on(frame: &mut Frame<'_>, look: &Look<'_>, places: &Places, area: Rect) -> Option<ratatui::layout::Position> {
    let buffer = frame.buffer_mut();
    view::header(&mut Pen::new(buffer, places.header), look);
    if let Some(outline) = places.outline {
        view::outline(&mut Pen::new(buffer, outline), look);
    }
    if let Some(side) = places.side {
        view::line_between(buffer, side, look);
        view::hints(&mut Pen::new(buffer, side), look);
    }
    view::message(&mut Pen::new(buffer, places.message), look);
    view::key_bar(&mut Pen::new(buffer, places.keys), look);
    let mut pen = Pen::new(buffer, places.main);
    match look.interview.panel() {
        None | Some(Panel::Prompt(_)) => view::question(&mut pen, look, places.outline.is_none()),
        Some(Panel::Picker(picker)) => view::picker(&mut pen, look, picker),
        Some(Panel::Review(review)) => view::review(&mut pen, look, review),
        Some(Panel::Help(scroll)) => view::help(&mut pen, look, *scroll, area.width),
        Some(Panel::Hints) => {
            view::wording(&mut pen, look);
            pen.gap();
            view::hints(&mut pen, look);
        }
        Some(Panel::Finish(finish)) => view::finish(&mut pen, look, finish),
        Some(Panel::Call(call)) => view::call(&mut pen, look, call),
    }
    pen.cursor
}

/// What is said on a screen that is too small for anything else.
pub fn draw_too_small(frame: &mut Frame<'_>, theme: Theme, locale: &str) {
    let area = frame.area();
    let size = |(width, height): (u16, u16)| format!("{width}×{height}");
    let text =
        t!("tui.small", locale = locale, need = size(SMALLEST), have = size((area.width, area.height))).into_owned();
    let mut pen = Pen::new(frame.buffer_mut(), area);
    pen.text(&text, theme.loud());
}
