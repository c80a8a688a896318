//! A number or a date in its box, with its unit, its evidence, and why it was refused.

use ratatui::layout::Rect;
use ratatui::text::{Line as Words, Span};
use rust_i18n::t;

use super::boxed;
use crate::assessment::{Evidence, Value};
use crate::interview::{DateEditor, Line, NumberEditor};
use crate::questionnaire::NumberKind;
use crate::tui::look::Look;
use crate::tui::pen::Pen;
use crate::tui::safe::safe;

const WIDTH: u16 = 26;

/// A number.
pub fn number(pen: &mut Pen<'_>, look: &Look<'_>, editor: &NumberEditor) {
    let question = look.interview.question();
    let Some(spec) = question.number() else { return };
    let stored = look.interview.answer().and_then(|answer| {
        let value = answer.value()?.as_number()?;
        Some(match (answer.low, answer.high) {
            (Some(low), Some(high)) => look.display.range(low, high),
            _ if spec.kind == NumberKind::Interval => look.display.interval(value),
            _ => look.display.plain(value),
        })
    });
    let area = field(pen, look, editor.line.as_ref(), stored.as_deref());
    let unit = if spec.kind == NumberKind::Interval { String::new() } else { look.display.unit(spec) };
    beside(
        pen,
        area,
        Words::from(vec![
            Span::styled(format!("{}   ", safe(&unit)), look.theme.ink()),
            Span::styled(evidence(look, editor), look.theme.quiet()),
        ]),
    );
    if let Some(reason) = &editor.refused {
        pen.text(reason, look.theme.accent());
    } else if look.interview.answer().is_none_or(|answer| answer.value().is_none()) {
        let hint = match spec.kind {
            NumberKind::Percent => "tui.place.percent",
            NumberKind::Interval => "tui.place.interval",
            _ => "tui.place.number",
        };
        pen.line(Span::styled(t!(hint, locale = look.locale()).into_owned(), look.theme.quiet()));
    }
}

/// A date.
pub fn date(pen: &mut Pen<'_>, look: &Look<'_>, editor: &DateEditor) {
    let stored = match look.interview.answer().and_then(|answer| answer.value()) {
        Some(Value::Date(date)) => Some(look.display.date(*date)),
        _ => None,
    };
    field(pen, look, editor.line.as_ref(), stored.as_deref());
    pen.line(Span::styled(t!("tui.place.date", locale = look.locale()).into_owned(), look.theme.quiet()));
}

fn field(pen: &mut Pen<'_>, look: &Look<'_>, typed: Option<&Line>, stored: Option<&str>) -> Rect {
    let shown = Line::new(stored.unwrap_or_default());
    let has_keyboard = look.interview.field_has_keyboard();
    boxed::line(pen, look, WIDTH, typed.unwrap_or(&shown), has_keyboard)
}

fn beside(pen: &mut Pen<'_>, field: Rect, words: Words<'_>) {
    if field.height == 3 {
        let room = pen.area.width.saturating_sub(field.width + 2);
        pen.buffer.set_line(field.right() + 2, field.y + 1, &words, room);
    }
}

fn evidence(look: &Look<'_>, editor: &NumberEditor) -> String {
    let stored = look.interview.answer().filter(|answer| answer.value().is_some());
    let is_typing = editor.line.is_some();
    let is_self = look.interview.is_self();
    if !is_self && !look.interview.shows_private() {
        return String::new();
    }
    let evidence = match stored {
        Some(answer) if !is_typing => Some(answer.evidence()),
        _ => editor.evidence.or(is_self.then_some(Evidence::Guess)),
    };
    match evidence {
        None => String::new(),
        Some(Evidence::Record) if is_self => t!("tui.evidence.record_self", locale = look.locale()).into_owned(),
        Some(_) if is_self => t!("tui.evidence.guess_self", locale = look.locale()).into_owned(),
        Some(evidence) => look.display.evidence(evidence),
    }
}
