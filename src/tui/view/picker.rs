//! Jumping to any question.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::boxed;
use super::outline::mark;
use crate::interview::Picker;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, fitted};

/// The filter and what it leaves.
pub fn picker(pen: &mut Pen<'_>, look: &Look<'_>, picker: &Picker) {
    let locale = look.locale();
    pen.line(Span::styled(t!("tui.jump", locale = locale).into_owned(), look.theme.loud()));
    boxed::line(pen, look, pen.area.width, &picker.filter, true);
    if picker.found.is_empty() {
        return pen.line(Span::styled(t!("tui.nothing_found", locale = locale).into_owned(), look.theme.quiet()));
    }
    let room = usize::from(pen.left());
    let first = (picker.cursor + 1).saturating_sub(room);
    for (at, id) in picker.found.iter().enumerate().skip(first).take(room) {
        let Some(question) = look.interview.selection().question(id) else { continue };
        let area = look.interview.area_of(question).map_or("", |area| look.text(&area.title));
        let standing = look.interview.evaluation().standing(id);
        let width = usize::from(pen.area.width);
        let label = fitted(look.text(&question.label), width.saturating_sub(24), false);
        let area = fitted(area, 18, true);
        if at == picker.cursor {
            pen.bar(Line::from(format!(" {} {label} {area}", mark(standing))), look.theme.focus());
        } else {
            pen.line(Line::from(vec![
                Span::styled(format!(" {} ", mark(standing)), look.theme.quiet()),
                Span::styled(label, look.theme.ink()),
                Span::styled(format!(" {area}"), look.theme.quiet()),
            ]));
        }
    }
}
