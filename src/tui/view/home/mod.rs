//! The first screen: what can be taken up again, or the form for a new assessment.

mod form;
mod list;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::bar;
use super::help::sections;
use crate::interview::{Home, HomeSaid, Over};
use crate::tui::Setup;
use crate::tui::keymap::home_bindings;
use crate::tui::pen::{Pen, cut};

/// Draws the first screen on the whole of the buffer.
pub fn home(pen: &mut Pen<'_>, home: &Home, setup: &Setup, locale: &str) {
    let area = pen.area;
    let theme = setup.theme;
    let airy = u16::from(area.height >= 30);
    let width = area.width.saturating_sub(6).min(96);
    let body =
        Rect { x: area.x + 3, y: area.y + 1 + airy * 2, width, height: area.height.saturating_sub(4 + airy * 3) };
    let mut column = Pen::new(pen.buffer, body);
    let state = if home.shared { t!("call.share.hidden", locale = locale) } else { "".into() };
    column.line_and_right(
        Line::from(vec![
            Span::styled(t!("tui.brand", locale = locale).into_owned(), theme.accent()),
            Span::styled(format!("   {}", t!("tui.home.title", locale = locale)), theme.quiet()),
        ]),
        Span::styled(state, theme.accent()),
    );
    column.gap();
    match &home.over {
        Some(Over::Form(form)) => form::draw(&mut column, home, form, theme, locale),
        Some(Over::Help(scroll)) => {
            let here = ["tui.help.home", "tui.help.always"];
            sections(&mut column, &setup.keymap, theme, locale, (home.shared, false), &here, *scroll);
        }
        _ => list::draw(&mut column, home, theme, locale),
    }
    let cursor = column.cursor;
    let mut hits = std::mem::take(&mut column.hits);
    let message = Rect { x: area.x + 3, y: area.bottom().saturating_sub(2 + airy), width: area.width - 4, height: 1 };
    let said = home.said.as_ref().map(|said| say(said, home.shared, locale));
    if let Some(said) = said.or_else(|| setup.notice.clone()) {
        let said = cut(&said, usize::from(message.width));
        Pen::new(pen.buffer, message).line(Span::styled(said, theme.accent()));
    }
    let keys = Rect { x: area.x + 3, y: area.bottom().saturating_sub(1 + airy), width: area.width - 4, height: 1 };
    let mut keys = Pen::new(pen.buffer, keys);
    bar(&mut keys, &home_bindings(home.keys(), &setup.keymap), theme, locale);
    hits.append(&mut keys.hits);
    (pen.cursor, pen.hits) = (cursor, hits);
}

fn say(said: &HomeSaid, shared: bool, locale: &str) -> String {
    let named = |key: &str, client: &str| {
        let client = if shared { t!("call.share.name", locale = locale) } else { client.into() };
        t!(key, locale = locale, client = client).into_owned()
    };
    match said {
        HomeSaid::Archived(client) => named("comfort.archived", client),
        HomeSaid::Restored(client) => named("comfort.restored", client),
        HomeSaid::Renamed(client) => named("comfort.renamed", client),
        HomeSaid::Failed(reason) => t!("comfort.failed", locale = locale, reason = reason).into_owned(),
        HomeSaid::NothingToUndo => t!("tui.message.nothing_to_undo", locale = locale).into_owned(),
    }
}
