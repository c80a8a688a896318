//! Choosing the file of a list.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::accounts::title;
use super::boxed;
use crate::interview::{Action, Edit, FileChoice, FoundFile};
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::{Pen, cut};

/// The path, and the files there are.
pub fn choose(pen: &mut Pen<'_>, look: &Look<'_>, choice: &FileChoice) {
    let locale = look.locale();
    title(pen, look, "choose");
    pen.text_at_most(&t!("accounts.choose.how", locale = locale), look.theme.quiet(), 2);
    boxed::line(pen, look, pen.area.width, &choice.line, look.interview.scratch().is_none());
    if let Some(trouble) = &choice.trouble {
        pen.text_at_most(trouble, look.theme.accent(), 4);
        pen.gap();
    }
    if choice.waits {
        return pen.line(Span::styled(t!("accounts.choose.waits", locale = locale).into_owned(), look.theme.quiet()));
    }
    let shown = choice.shown();
    if shown.is_empty() {
        let key = if choice.files.is_empty() { "accounts.choose.none" } else { "accounts.choose.no_match" };
        return pen.text(&t!(key, locale = locale), look.theme.quiet());
    }
    let room = usize::from(pen.left());
    let at = choice.cursor.unwrap_or(0);
    let first = (at + 1).saturating_sub(room);
    for (place, file) in shown.iter().enumerate().skip(first).take(room) {
        let length = if file.is_folder { String::new() } else { length(file, look) };
        let path = cut(&format!(" {}", file.path), usize::from(pen.area.width).saturating_sub(length.width() + 3));
        let mut actions = match choice.cursor {
            None => vec![Action::Edit(Edit::Down); place + 1],
            Some(from) => steps(from, place),
        };
        actions.push(Action::Edit(Edit::Enter));
        pen.clickable(1, actions);
        if choice.cursor == Some(place) {
            let fill = usize::from(pen.area.width).saturating_sub(path.width() + length.width() + 1);
            pen.bar(format!("{path}{}{length} ", " ".repeat(fill)), look.theme.focus());
        } else {
            let style = if file.is_folder { look.theme.quiet() } else { look.theme.ink() };
            pen.line_and_right(
                Line::from(Span::styled(path, style)),
                Span::styled(format!("{length} "), look.theme.quiet()),
            );
        }
    }
}

/// How long a file is, as people say it.
fn length(file: &FoundFile, look: &Look<'_>) -> String {
    let (value, unit) = match file.bytes {
        0..1_000 => (file.bytes as f64, "B"),
        1_000..1_000_000 => (file.bytes as f64 / 1e3, "kB"),
        _ => (file.bytes as f64 / 1e6, "MB"),
    };
    let decimals = usize::from(value < 10.0 && unit != "B");
    format!("{} {unit}", look.display.number(value, decimals))
}
