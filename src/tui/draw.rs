//! One screen of the interview.

use ratatui::Frame;
use ratatui::layout::Position;

use super::layout::{Places, SMALLEST, is_too_small, places};
use super::look::Look;
use super::mouse::Hit;
use super::pen::Pen;
use super::setup::Setup;
use super::theme::Theme;
use super::view;
use crate::interview::{Interview, Panel};
use crate::questionnaire::Kind;
use rust_i18n::t;

/// What was drawn, for the next event.
#[derive(Debug, Default)]
pub struct Drawn {
    /// How many lines what is being read can be scrolled down.
    pub reach: usize,
    /// What can be clicked.
    pub hits: Vec<Hit>,
}

/// Draws the interview; it cannot change it.
pub fn draw(frame: &mut Frame<'_>, interview: &Interview, setup: &Setup) -> Drawn {
    let area = frame.area();
    crate::fault::asked_for("draw");
    if is_too_small(area) {
        draw_too_small(frame, setup.theme, &interview.assessment().locale);
        return Drawn::default();
    }
    let look = Look::new(interview, setup);
    let is_wide_list =
        matches!(interview.panel(), Some(Panel::Picker(_) | Panel::Tidy(_) | Panel::Goals(_) | Panel::Accounts(_)));
    let is_map = matches!(interview.question().kind, Kind::Maps { .. });
    let is_wide = interview.question().is_table() || is_map || is_wide_list;
    let places = places(area, is_wide, interview.shows_private());
    frame.buffer_mut().set_style(area, setup.theme.ink());
    let (cursor, drawn) = draw_on(frame, &look, &places);
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    drawn
}

fn draw_on(frame: &mut Frame<'_>, look: &Look<'_>, places: &Places) -> (Option<Position>, Drawn) {
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
    let mut foot = Pen::new(buffer, places.message);
    match look.interview.scratch() {
        Some(line) => view::scratch(&mut foot, look, line),
        None => view::message(&mut foot, look),
    }
    let scratch = foot.cursor;
    let mut keys = Pen::new(buffer, places.keys);
    match look.interview.scratch().and(look.interview.message()) {
        // The scratch line stands where messages stand.
        Some(_) => view::message(&mut keys, look),
        None => view::key_bar(&mut keys, look),
    }
    hits.append(&mut keys.hits);
    let mut pen = Pen::new(buffer, places.main);
    let mut reach = 0;
    match look.interview.panel() {
        None | Some(Panel::Prompt(_)) => view::question(&mut pen, look, places.outline.is_none()),
        Some(Panel::Picker(picker)) => view::picker(&mut pen, look, picker),
        Some(Panel::Review(review)) => view::review(&mut pen, look, review),
        Some(Panel::Help(scroll)) => reach = view::help(&mut pen, look, *scroll),
        Some(Panel::Hints(scroll)) => reach = view::whole(&mut pen, look, *scroll),
        Some(Panel::Goals(goals)) => reach = view::goals(&mut pen, look, goals),
        Some(Panel::Accounts(open)) => reach = view::accounts(&mut pen, look, open),
        Some(Panel::Tidy(tidy)) => view::tidy(&mut pen, look, tidy),
        Some(Panel::Finish(finish)) => view::finish(&mut pen, look, finish),
        Some(Panel::Call(call)) => reach = view::call(&mut pen, look, call),
    }
    hits.append(&mut pen.hits);
    (scratch.or(pen.cursor), Drawn { reach, hits })
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
