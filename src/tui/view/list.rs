//! A list of texts, one a line.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::boxed;
use crate::interview::ListEditor;
use crate::questionnaire::Kind;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut};

/// The entries, the one being written in a box.
pub fn list(pen: &mut Pen<'_>, look: &Look<'_>, editor: &ListEditor) {
    let has_keyboard = look.interview.field_has_keyboard();
    let (least, most) = match look.interview.question().kind {
        Kind::List { least, most } => (least, most),
        _ => (0, usize::MAX),
    };
    let entry = |pen: &mut Pen<'_>, at: usize, text: &str| {
        pen.line(Line::from(vec![
            Span::styled(format!("  {}  ", at + 1), look.theme.quiet()),
            Span::styled(cut(text, usize::from(pen.area.width) - 6), look.theme.loud()),
        ]));
    };
    for (at, text) in editor.entries.iter().enumerate() {
        if has_keyboard && at == editor.at {
            boxed::line(pen, look, pen.area.width, &editor.line, true);
        } else {
            entry(pen, at, text);
        }
    }
    if editor.at >= editor.entries.len() && editor.entries.len() < most {
        boxed::line(pen, look, pen.area.width, &editor.line, has_keyboard);
    }
    let range = if most < 1000 {
        format!("{}–{most}, {}", least.max(1), t!("tui.place.list", locale = look.locale()))
    } else {
        t!("tui.place.list", locale = look.locale()).into_owned()
    };
    pen.line(Span::styled(range, look.theme.quiet()));
}
