//! A table in two by two: strengths beside weaknesses, openings beside threats.

use ratatui::layout::Rect;
use ratatui::text::Span;
use rust_i18n::t;

use super::boxed;
use super::table::{ask, foot, shown};
use crate::assessment::{Cell, Row};
use crate::interview::{TableEditor, quadrants as quadrants_of, rows_of_quadrant, shown_columns};
use crate::questionnaire::Column;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut};

/// The four quadrants, each entry with its other cells under it.
pub fn quadrants(pen: &mut Pen<'_>, look: &Look<'_>, editor: &TableEditor, below: u16) {
    let question = look.interview.question();
    let Some((_, choices)) = quadrants_of(question) else { return };
    let columns = shown_columns(question);
    ask(pen, look, &columns, editor);
    let body = pen.take(pen.left().saturating_sub(below + 3).max(6));
    let half = Rect { width: body.width.saturating_sub(5) / 2, height: body.height.saturating_sub(1) / 2, ..body };
    for y in body.top()..body.bottom() {
        pen.buffer.set_string(half.right() + 2, y, "│", look.theme.quiet());
    }
    pen.buffer.set_string(body.x, half.bottom(), "─".repeat(body.width.into()), look.theme.quiet());
    pen.buffer.set_string(half.right() + 2, half.bottom(), "┼", look.theme.quiet());
    for (at, choice) in choices.iter().enumerate().take(4) {
        let area = Rect {
            x: if at % 2 == 0 { half.x } else { half.right() + 5 },
            y: if at < 2 { half.y } else { half.bottom() + 1 },
            ..half
        };
        let mut part = Pen::new(pen.buffer, area);
        quadrant(&mut part, look, editor, at, look.text(&choice.label), &columns);
        pen.cursor = part.cursor.or(pen.cursor);
    }
    foot(pen, look, &columns, editor, 0);
}

fn quadrant(pen: &mut Pen<'_>, look: &Look<'_>, editor: &TableEditor, at: usize, title: &str, columns: &[&Column]) {
    let question = look.interview.question();
    let has_keyboard = look.interview.field_has_keyboard();
    let is_current = at == editor.quadrant;
    let rows = rows_of_quadrant(question, &editor.rows, at);
    let style = if is_current { look.theme.accent() } else { look.theme.loud() };
    pen.line(Span::styled(crate::tui::safe(title).into_owned(), style));
    let here = |place: usize| is_current && place == editor.at;
    let room = usize::from(pen.left());
    let cost = |place: usize| if here(place) { columns.len() } else { 1 };
    let mut first = 0;
    while is_current && (first..=editor.at).map(cost).sum::<usize>() > room && first < editor.at {
        first += 1;
    }
    let empty = Row::new();
    for (place, row) in rows.iter().map(|row| &editor.rows[*row]).enumerate().skip(first) {
        entry(pen, look, editor, row, columns, here(place), has_keyboard);
    }
    if here(rows.len()) && has_keyboard {
        entry(pen, look, editor, &empty, columns, true, has_keyboard);
    } else if rows.is_empty() {
        let text = format!("+ {}", t!("tui.new_entry", locale = look.locale()));
        pen.line(Span::styled(text, look.theme.quiet()));
    }
}

fn entry(
    pen: &mut Pen<'_>,
    look: &Look<'_>,
    editor: &TableEditor,
    row: &Row,
    columns: &[&Column],
    is_here: bool,
    has_keyboard: bool,
) {
    if !is_here || !has_keyboard {
        let words: Vec<String> = columns
            .iter()
            .filter_map(|column| row.get(&column.id).map(|cell| (column, cell)))
            .filter(|(_, cell)| **cell != Cell::Text(String::new()))
            .map(|(column, cell)| shown(look, column, Some(cell)))
            .collect();
        return pen.line(Span::styled(cut(&words.join(" · "), pen.area.width.into()), look.theme.ink()));
    }
    for (index, column) in columns.iter().enumerate() {
        let line = pen.take(1);
        if line.height == 0 {
            return;
        }
        let indent = if index == 0 { 0 } else { 2 };
        let name = if index == 0 { String::new() } else { format!("{}: ", cut(look.text(&column.label), 24)) };
        let style = if index == 0 { look.theme.loud() } else { look.theme.quiet() };
        let x = line.x + indent + name.chars().count() as u16;
        pen.buffer.set_string(line.x + indent, line.y, &name, look.theme.quiet());
        let place = Rect { x, width: line.right().saturating_sub(x), ..line };
        if index != editor.column {
            let text = cut(&shown(look, column, row.get(&column.id)), place.width.into());
            pen.buffer.set_stringn(x, line.y, text, place.width.into(), style);
            continue;
        }
        pen.buffer.set_style(place, look.theme.focus());
        match &editor.typing {
            Some(typing) => boxed::typed(pen, look, place, typing, true),
            None => {
                let text = row.get(&column.id).map(|cell| shown(look, column, Some(cell))).unwrap_or_default();
                pen.buffer.set_stringn(
                    x,
                    line.y,
                    cut(&text, place.width.into()),
                    place.width.into(),
                    look.theme.focus(),
                );
            }
        }
    }
}
