//! Choices and ratings: a key, a label, a bar under the cursor.

use ratatui::text::{Line, Span};

use crate::assessment::Value;
use crate::interview::{Action, Edit};
use crate::questionnaire::Kind;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, wrapped};

/// One choice of several.
pub fn one(pen: &mut Pen<'_>, look: &Look<'_>, cursor: Option<usize>) {
    let question = look.interview.question();
    let chosen = look.interview.assessment().value(&question.id).and_then(Value::as_text);
    let first = first(pen, question.choices().len(), cursor);
    for (at, choice) in question.choices().iter().enumerate().skip(first) {
        let mark = if Some(choice.id.as_str()) == chosen { "●" } else { " " };
        let help = look.text(&choice.help);
        between(pen, at, question.choices().len());
        clickable(pen, cursor, at);
        row(pen, look, &key(at), mark, look.text(&choice.label), cursor == Some(at));
        if cursor == Some(at) && !help.is_empty() {
            pen.text_at_most(&format!("       {help}"), look.theme.quiet(), 2);
        }
    }
}

/// Several choices.
pub fn many(pen: &mut Pen<'_>, look: &Look<'_>, cursor: Option<usize>) {
    let question = look.interview.question();
    let ticked = look.interview.assessment().value(&question.id).map(Value::texts).unwrap_or_default();
    let first = first(pen, question.choices().len(), cursor);
    for (at, choice) in question.choices().iter().enumerate().skip(first) {
        let mark = if ticked.contains(&choice.id) { "[x]" } else { "[ ]" };
        between(pen, at, question.choices().len());
        clickable(pen, cursor, at);
        row(pen, look, &key(at), mark, look.text(&choice.label), cursor == Some(at));
    }
}

/// A rating with all its labels.
pub fn rating(pen: &mut Pen<'_>, look: &Look<'_>, cursor: Option<usize>) {
    let question = look.interview.question();
    let Kind::Rating(points) = &question.kind else { return };
    let rated = look.interview.assessment().value(&question.id).and_then(Value::as_number);
    let first = first(pen, points.len(), cursor);
    for (at, label) in points.iter().enumerate().skip(first) {
        let mark = if rated == Some(at as f64) { "●" } else { " " };
        between(pen, at, points.len());
        clickable(pen, cursor, at);
        row(pen, look, &at.to_string(), mark, look.text(label), cursor == Some(at));
    }
}

/// The first choice that is shown, so that the one under the cursor is in sight.
fn first(pen: &Pen<'_>, count: usize, cursor: Option<usize>) -> usize {
    let room = usize::from(pen.left()).max(1);
    // One line is kept for a label or a help that takes two.
    if count <= room { 0 } else { (cursor.unwrap_or(0) + 2).saturating_sub(room).min(count - room) }
}

/// Room between the choices, where the screen has plenty of it.
fn between(pen: &mut Pen<'_>, at: usize, count: usize) {
    let rest = 2 * (count - at) as u16;
    if at > 0 && pen.left() >= rest + 14 {
        pen.gap();
    }
}

fn key(at: usize) -> String {
    match at {
        0..9 => (at + 1).to_string(),
        9 => "0".to_owned(),
        _ => " ".to_owned(),
    }
}

/// A click takes a choice: the cursor goes there, and the space bar is pressed.
fn clickable(pen: &mut Pen<'_>, cursor: Option<usize>, at: usize) {
    let (steps, edit) = match cursor {
        None => (at + 1, Edit::Down),
        Some(here) if here <= at => (at - here, Edit::Down),
        Some(here) => (here - at, Edit::Up),
    };
    let mut actions = vec![Action::Edit(edit); steps];
    actions.push(Action::Edit(Edit::Insert(" ".to_owned())));
    pen.clickable(1, actions);
}

fn row(pen: &mut Pen<'_>, look: &Look<'_>, key: &str, mark: &str, label: &str, is_here: bool) {
    let theme = look.theme;
    let chosen = mark == "●" || mark == "[x]";
    let indent = mark.chars().count() + 6;
    let lines = wrapped(label, pen.area.width.saturating_sub(indent as u16 + 1));
    for (at, text) in lines.into_iter().enumerate() {
        let head = if at == 0 { format!(" {mark} ") } else { " ".repeat(indent - 3) };
        let (key, style) = if at == 0 { (key, theme.accent()) } else { ("", theme.accent()) };
        if is_here {
            pen.bar(Line::from(format!("{head} {key}{}{text}", if at == 0 { "  " } else { "" })), theme.focus());
        } else {
            let label = if chosen { theme.loud() } else { theme.ink() };
            pen.line(Line::from(vec![
                Span::styled(head, theme.accent()),
                Span::styled(format!(" {key}"), style),
                Span::styled(format!("{}{text}", if at == 0 { "  " } else { "" }), label),
            ]));
        }
    }
}
