//! The form for a new assessment.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use crate::assessment::Mode;
use crate::interview::{Field, Home, NewForm};
use crate::tui::pen::{Pen, cut, fitted};
use crate::tui::theme::Theme;

/// All fields, the one that has the keyboard filled.
pub(super) fn draw(pen: &mut Pen<'_>, home: &Home, form: &NewForm, theme: Theme, locale: &str) {
    pen.line(Span::styled(t!("tui.home.new", locale = locale).into_owned(), theme.loud()));
    pen.gap();
    // On the smallest screen every field is seen, closer together.
    let roomy = usize::from(pen.left()) >= 10 + home.offers.len();
    for field in Field::ALL {
        let (key, value) = match field {
            Field::Client if form.mode == Mode::SelfAssessment => {
                ("tui.home.client_self", form.client.text().to_owned())
            }
            Field::Client => ("tui.home.client", form.client.text().to_owned()),
            Field::Mode => ("tui.home.mode", mode(form.mode, locale)),
            Field::Questionnaires => ("comfort.questionnaires", String::new()),
            Field::Currency => ("tui.home.currency", form.currency.text().to_owned()),
        };
        match field {
            Field::Questionnaires => offers(pen, home, form, theme, locale),
            _ => draw_field(pen, theme, &t!(key, locale = locale), &value, form, field),
        }
        let missing = match (form.missing == Some(field), field) {
            (true, Field::Client) => Some("tui.home.missing_client"),
            (true, Field::Questionnaires) => Some("comfort.missing_questionnaires"),
            (true, Field::Currency) => Some("tui.home.missing_currency"),
            _ => None,
        };
        if let Some(missing) = missing {
            let missing = format!("{}{}", " ".repeat(19), t!(missing, locale = locale));
            pen.line(Span::styled(missing, theme.accent()));
        }
        if roomy {
            pen.gap();
        }
    }
    let hint = match form.focus {
        Field::Currency => "tui.home.begin",
        Field::Mode if begins_short(home, form) => "systems.owner_first",
        Field::Mode => "tui.home.switch",
        Field::Questionnaires => "comfort.ticks",
        Field::Client => return,
    };
    pen.line(Span::styled(t!(hint, locale = locale).into_owned(), theme.quiet()));
}

/// Whether an owner alone begins with what takes five minutes.
fn begins_short(home: &Home, form: &NewForm) -> bool {
    let first = home.offers.iter().zip(&form.ticked).any(|(offer, ticked)| offer.first_for_owner && *ticked);
    first && form.mode == Mode::SelfAssessment && !form.chosen
}

/// The questionnaires with their ticks; as many as there is room for around the one under the cursor.
fn offers(pen: &mut Pen<'_>, home: &Home, form: &NewForm, theme: Theme, locale: &str) {
    let is_here = form.focus == Field::Questionnaires;
    let below = 2 + u16::from(form.missing.is_some());
    let room = usize::from(pen.left().saturating_sub(below)).clamp(1, home.offers.len().max(1));
    let first = (form.offer + 1).saturating_sub(room);
    for (at, offer) in home.offers.iter().enumerate().skip(first).take(room) {
        let tick = if form.ticked.get(at) == Some(&true) { "[x]" } else { "[ ]" };
        let minutes = t!("tui.home.minutes", locale = locale, minutes = offer.minutes);
        let head = if at == first { t!("comfort.questionnaires", locale = locale).into_owned() } else { String::new() };
        let name = Span::styled(fitted(&head, 19, false), if is_here { theme.accent() } else { theme.quiet() });
        let text = fitted(&format!("{tick} {}, {minutes}", offer.title), 49, false);
        let style = if is_here && at == form.offer { theme.focus() } else { theme.ink() };
        pen.line(Line::from(vec![name, Span::styled(text, style)]));
    }
    if is_here && usize::from(pen.left()) > usize::from(below) + 2 {
        let summary = home.offers.get(form.offer).map_or("", |offer| &offer.summary);
        pen.text_at_most(summary, theme.quiet(), 2);
    }
}

fn mode(mode: Mode, locale: &str) -> String {
    match mode {
        Mode::Consultant => t!("tui.home.consultant", locale = locale).into_owned(),
        Mode::SelfAssessment => t!("tui.home.self", locale = locale).into_owned(),
    }
}

fn draw_field(pen: &mut Pen<'_>, theme: Theme, name: &str, value: &str, form: &NewForm, field: Field) {
    let is_here = form.focus == field;
    let area = pen.take(1);
    if area.height == 0 {
        return;
    }
    let style = if is_here { theme.accent() } else { theme.quiet() };
    pen.buffer.set_string(area.x, area.y, fitted(name, 18, false), style);
    let place = Rect { x: area.x + 18, width: area.width.saturating_sub(18).min(50), ..area };
    if is_here {
        pen.buffer.set_style(place, theme.focus());
    }
    let shown = cut(value, usize::from(place.width).saturating_sub(3));
    let style = if is_here { theme.focus() } else { theme.ink() };
    pen.buffer.set_stringn(place.x + 1, place.y, &shown, place.width.into(), style);
    let line = match field {
        Field::Client => &form.client,
        Field::Currency => &form.currency,
        Field::Mode | Field::Questionnaires => return,
    };
    if is_here {
        let column = crate::tui::safe(&line.text()[..line.cursor()]).width() as u16;
        pen.cursor = Some(Position::new((place.x + 1 + column).min(place.right().saturating_sub(1)), place.y));
    }
}
