//! The first screen: what can be taken up again, or the form for a new assessment.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::bar;
use crate::assessment::Mode;
use crate::display::Display;
use crate::interview::{Field, Home, NewForm, Recent};
use crate::tui::keymap::home_bindings;
use crate::tui::pen::{Pen, cut, fitted};
use crate::tui::theme::Theme;

/// Draws the first screen on the whole of the buffer.
pub fn home(pen: &mut Pen<'_>, home: &Home, theme: Theme, locale: &str) {
    let area = pen.area;
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
    match &home.form {
        Some(form) => draw_form(&mut column, home, form, theme, locale),
        None => draw_recent(&mut column, home, theme, locale),
    }
    let cursor = column.cursor;
    let keys = Rect { x: area.x + 3, y: area.bottom().saturating_sub(1 + airy), width: area.width - 4, height: 1 };
    bar(&mut Pen::new(pen.buffer, keys), &home_bindings(home.form.is_some()), theme, locale);
    pen.cursor = cursor;
}

fn draw_recent(pen: &mut Pen<'_>, home: &Home, theme: Theme, locale: &str) {
    pen.line(Span::styled(t!("tui.home.recent", locale = locale).into_owned(), theme.loud()));
    pen.gap();
    if home.recent.is_empty() {
        return pen.text(&t!("tui.home.none", locale = locale), theme.quiet());
    }
    let room = usize::from(pen.left());
    let first = (home.cursor + 1).saturating_sub(room);
    let width = usize::from(pen.area.width);
    for (at, recent) in home.recent.iter().enumerate().skip(first).take(room) {
        let (name, about) = recent_line(recent, width, home.shared, locale);
        if at == home.cursor {
            pen.bar(Line::from(format!(" {name}  {about}")), theme.focus());
        } else {
            pen.line(Line::from(vec![
                Span::styled(format!(" {name}  "), theme.ink()),
                Span::styled(about, theme.quiet()),
            ]));
        }
    }
}

fn recent_line(recent: &Recent, width: usize, shared: bool, locale: &str) -> (String, String) {
    let display = Display { locale, currency: "" };
    let (done, of) = recent.progress;
    let progress = match (&recent.problem, recent.completed) {
        // What is wrong with a file names the file, and that the client.
        (Some(_), _) if shared => t!("call.share.problem", locale = locale).into_owned(),
        (Some(problem), _) => problem.clone(),
        (None, true) => t!("tui.home.completed", locale = locale).into_owned(),
        (None, false) => t!("tui.home.progress", locale = locale, done = done, of = of).into_owned(),
    };
    let of_questionnaire = if width < 90 { 14 } else { 26 };
    let client = if shared { t!("call.share.name", locale = locale).into_owned() } else { recent.client.clone() };
    let name = fitted(&client, width.saturating_sub(of_questionnaire + 34).max(16), false);
    let left = width.saturating_sub(name.width() + 3);
    let questionnaire = fitted(&recent.questionnaire, of_questionnaire, false);
    let about = format!("{questionnaire}  {}  {progress}", fitted(&display.date(recent.date), 16, true));
    (name, cut(&about, left))
}

fn draw_form(pen: &mut Pen<'_>, home: &Home, form: &NewForm, theme: Theme, locale: &str) {
    pen.line(Span::styled(t!("tui.home.new", locale = locale).into_owned(), theme.loud()));
    pen.gap();
    // On the smallest screen every field is seen, closer together.
    let roomy = pen.left() >= 12;
    for field in Field::ALL {
        let (key, value) = match field {
            Field::Client if form.mode == Mode::SelfAssessment => {
                ("tui.home.client_self", form.client.text().to_owned())
            }
            Field::Client => ("tui.home.client", form.client.text().to_owned()),
            Field::Mode => ("tui.home.mode", mode(form.mode, locale)),
            Field::Questionnaire => ("tui.home.questionnaire", offer(home, form, locale)),
            Field::Currency => ("tui.home.currency", form.currency.text().to_owned()),
        };
        draw_field(pen, theme, &t!(key, locale = locale), &value, form, field);
        if field == Field::Questionnaire && form.focus == field {
            let summary = home.offers.get(form.questionnaire).map_or("", |offer| &offer.summary);
            pen.text_at_most(summary, theme.quiet(), 2);
        }
        let missing = match (form.missing == Some(field), field) {
            (true, Field::Client) => Some("tui.home.missing_client"),
            (true, Field::Currency) => Some("tui.home.missing_currency"),
            _ => None,
        };
        if let Some(missing) = missing {
            pen.line(Span::styled(t!(missing, locale = locale).into_owned(), theme.accent()));
        }
        if roomy {
            pen.gap();
        }
    }
    let hint = match form.focus {
        Field::Currency => "tui.home.begin",
        Field::Mode | Field::Questionnaire => "tui.home.switch",
        Field::Client => return,
    };
    pen.line(Span::styled(t!(hint, locale = locale).into_owned(), theme.quiet()));
}

fn mode(mode: Mode, locale: &str) -> String {
    match mode {
        Mode::Consultant => t!("tui.home.consultant", locale = locale).into_owned(),
        Mode::SelfAssessment => t!("tui.home.self", locale = locale).into_owned(),
    }
}

fn offer(home: &Home, form: &NewForm, locale: &str) -> String {
    home.offers.get(form.questionnaire).map_or(String::new(), |offer| {
        format!("{}, {}", offer.title, t!("tui.home.minutes", locale = locale, minutes = offer.minutes))
    })
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
        Field::Mode | Field::Questionnaire => return,
    };
    if is_here {
        let column = crate::tui::safe(&line.text()[..line.cursor()]).width() as u16;
        pen.cursor = Some(Position::new((place.x + 1 + column).min(place.right().saturating_sub(1)), place.y));
    }
}
