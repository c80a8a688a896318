//! One screen of the interview.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::layout::{Places, SMALLEST, is_too_small, places};
use super::look::Look;
use super::mouse::Hit;
use super::pen::Pen;
use super::setup::Setup;
use super::theme::Theme;
use super::view;
use crate::interview::{Interview, Panel};
use rust_i18n::t;

/// Draws the interview, which it cannot change, and says what can be clicked.
pub fn draw(frame: &mut Frame<'_>, interview: &Interview, setup: &Setup) -> Vec<Hit> {
    let area = frame.area();
    if is_too_small(area) {
        draw_too_small(frame, setup.theme, &interview.assessment().locale);
        return Vec::new();
    }
    let look = Look::new(interview, setup);
    let is_wide_answer = interview.question().is_table();
    let places = places(area, is_wide_answer, !interview.is_self());
    frame.buffer_mut().set_style(area, setup.theme.ink());
    let (cursor, hits) = draw_on(frame, &look, &places, area);
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    hits
}

fn draw_on(frame: &mut Frame<'_>, look: &Look<'_>, places: &Places, area: Rect) -> (Option<Position>, Vec<Hit>) {
    let buffer = frame.buffer_mut();
    let mut hits = Vec::new();
    view::header(&mut Pen::new(buffer, places.header), look);
    if let Some(outline) = places.outline {
        let mut pen = Pen::new(buffer, outline);
        view::outline(&mut pen, look);
        hits.append(&mut pen.hits);
    }
    if let Some(side) = places.side {
        view::line_between(buffer, side, look);
        view::hints(&mut Pen::new(buffer, side), look);
    }
    view::message(&mut Pen::new(buffer, places.message), look);
    let mut pen = Pen::new(buffer, places.keys);
    view::key_bar(&mut pen, look);
    hits.append(&mut pen.hits);
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
    }
    hits.append(&mut pen.hits);
    (pen.cursor, hits)
}

/// What is said on a screen that is too small for anything else.
pub fn draw_too_small(frame: &mut Frame<'_>, theme: Theme, locale: &str) {
    let area = frame.area();
    let size = |(width, height): (u16, u16)| format!("{width}×{height}");
    let text =
        t!("tui.small", locale = locale, need = size(SMALLEST), have = size((area.width, area.height))).into_owned();
    frame.buffer_mut().set_style(area, theme.ink());
    let mut pen = Pen::new(frame.buffer_mut(), area);
    pen.text(&text, theme.loud());
}
