//! What the consultant may ask and listen for; never shown where an owner answers alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use rust_i18n::t;

use crate::interview::shown_columns;
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// The one thin line between the columns.
pub fn line_between(buffer: &mut Buffer, side: Rect, look: &Look<'_>) {
    for y in side.top()..side.bottom() {
        buffer.set_string(side.x.saturating_sub(3), y, "│", look.theme.quiet());
    }
}

/// Probe, listen for, what was said, the note.
pub fn hints(pen: &mut Pen<'_>, look: &Look<'_>) {
    if !look.interview.shows_private() {
        return;
    }
    let question = look.interview.question();
    let locale = look.locale();
    let mut said_something = false;
    let mut part = |heading: &str, text: &str| {
        if !text.is_empty() {
            pen.line(Span::styled(t!(heading, locale = locale).into_owned(), look.theme.quiet()));
            pen.text(text, look.theme.ink());
            pen.gap();
            said_something = true;
        }
    };
    part("tui.side.probe", look.text(&question.probe));
    part("tui.side.listen", look.text(&question.listen));
    let asks = shown_columns(question).into_iter().filter(|column| !look.text(&column.ask).is_empty());
    let asks: Vec<_> = asks.map(|column| format!("{}: {}", look.text(&column.label), look.text(&column.ask))).collect();
    part("tui.side.columns", &asks.join("\n"));
    if let Some(answer) = look.interview.answer() {
        if let Some(quote) = &answer.quote {
            let shareable = if answer.shareable { "tui.side.shareable" } else { "tui.side.not_shareable" };
            part("tui.side.said", &format!("“{quote}”\n{}", t!(shareable, locale = locale)));
        }
        part("tui.side.note", answer.note.as_deref().unwrap_or_default());
    }
    if !said_something {
        pen.line(Span::styled(t!("tui.side.nothing", locale = locale).into_owned(), look.theme.quiet()));
    }
}
