//! A table edited in place: one line a row, the cell under the cursor filled.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::boxed;
use super::said::refusal;
use crate::assessment::{Cell, Row};
use crate::interview::{Action, Edit, Refusal, TableEditor, shown_columns};
use crate::questionnaire::{CellKind, Column, Kind};
use crate::tui::Hit;
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::{Pen, cut, fitted, wrapped};

const GAP: usize = 2;
const WIDEST_CELL: usize = 28;

/// The table; `below` lines are left for what follows.
pub fn table(pen: &mut Pen<'_>, look: &Look<'_>, editor: &TableEditor, below: u16) {
    let question = look.interview.question();
    let columns = shown_columns(question);
    let fixed: Vec<&str> = match &question.kind {
        Kind::Rows { rows, .. } => rows.iter().map(|row| look.text(&row.label)).collect(),
        _ => Vec::new(),
    };
    let names = fixed.iter().map(|name| name.width()).max().map_or(0, |width| width.min(24) + GAP);
    let room = usize::from(pen.area.width).saturating_sub(names);
    let widths = widths(look, &columns, &editor.rows);
    let mut shown = window(&widths, editor.column, room);
    if shown.len() < columns.len() {
        // Room for the mark that says how many more there are.
        shown = window(&widths, editor.column, room.saturating_sub(7));
    }
    let has_keyboard = look.interview.field_has_keyboard();
    ask(pen, look, &columns, editor);
    heads(pen, look, &columns, &widths, &shown, names);

    let new_row = fixed.is_empty() && editor.rows.len() < most(&question.kind);
    let count = editor.rows.len() + usize::from(new_row);
    // On the smallest screens a row says more than what the marks mean, until one of them is to be filled in.
    let told = if pen.left() < 8 && !look.interview.is_engaged() { 1 } else { 2 };
    let visible = usize::from(pen.left().saturating_sub(below + told)).max(1);
    let first = (editor.at + 1).saturating_sub(visible).min(count.saturating_sub(visible.min(count)));
    let empty = Row::new();
    for at in (0..count).skip(first).take(visible) {
        let line = pen.take(1);
        if line.height == 0 {
            break;
        }
        if let Some(name) = fixed.get(at) {
            pen.buffer.set_string(line.x, line.y, cut(name, names - GAP), look.theme.loud());
        }
        let row = editor.rows.get(at).unwrap_or(&empty);
        let mut x = line.x + names as u16;
        for &index in &shown {
            let width = widths[index].min(usize::from(line.right().saturating_sub(x)));
            let place = Rect { x, y: line.y, width: width as u16, height: 1 };
            let here = (at == editor.at && index == editor.column).then_some(editor);
            let is_new = at >= editor.rows.len();
            if look.interview.panel().is_none() && look.interview.scratch().is_none() {
                pen.hits.push(Hit { area: place, actions: to_cell(look, editor, at, index) });
            }
            draw_cell(pen, look, place, columns[index], row, here, is_new && index == shown[0], has_keyboard);
            x += (width + GAP) as u16;
        }
    }
    foot(pen, look, &columns, editor, count.saturating_sub(first + visible));
}

/// The keys that lead to another cell; what is being typed is stored first.
fn to_cell(look: &Look<'_>, editor: &TableEditor, row: usize, column: usize) -> Vec<Action> {
    let first = match (look.interview.is_engaged(), &editor.typing) {
        (false, _) => Some(Action::Engage),
        (true, Some(_)) => Some(Action::Leave),
        (true, None) => None,
    };
    let sideways = Action::Edit(if column < editor.column { Edit::Left } else { Edit::Right });
    let sideways = vec![sideways; column.abs_diff(editor.column)];
    first.into_iter().chain(steps(editor.at, row)).chain(sideways).collect()
}

fn most(kind: &Kind) -> usize {
    match kind {
        Kind::Table { most, .. } => *most,
        _ => usize::MAX,
    }
}

/// What the consultant says for the column under the cursor.
pub fn ask(pen: &mut Pen<'_>, look: &Look<'_>, columns: &[&Column], editor: &TableEditor) {
    let ask = columns.get(editor.column).map_or("", |column| column.ask.get(look.locale()));
    if !look.interview.is_engaged() {
        return;
    }
    // The first column's words are often how the question itself begins; the line stays, so that nothing moves.
    let says_more = !look.interview.wording(look.interview.question()).starts_with(ask);
    let ask = if says_more { ask } else { "" };
    let width = pen.area.width;
    let longest = columns.iter().map(|column| wrapped(column.ask.get(look.locale()), width).len()).max().unwrap_or(1);
    let lines = if pen.left() >= 12 { longest.clamp(1, 2) as u16 } else { 1 };
    let place = pen.take(lines);
    Pen::new(pen.buffer, place).text_at_most(ask, look.theme.accent(), lines);
    if pen.left() >= 18 {
        pen.gap();
    }
}

fn heads(pen: &mut Pen<'_>, look: &Look<'_>, columns: &[&Column], widths: &[usize], shown: &[usize], names: usize) {
    let mut spans = vec![Span::raw(" ".repeat(names))];
    for &index in shown {
        let head = fitted(&head(look, columns[index]), widths[index], is_number(columns[index]));
        spans.push(Span::styled(format!("{head}{}", " ".repeat(GAP)), look.theme.quiet()));
    }
    let hidden = columns.len() - shown.len();
    let line = ratatui::text::Line::from(spans);
    if hidden > 0 {
        let more = t!("tui.more_columns", locale = look.locale(), count = hidden).into_owned();
        pen.line_and_right(line, Span::styled(more, look.theme.quiet()));
    } else {
        pen.line(line);
    }
}

fn head(look: &Look<'_>, column: &Column) -> String {
    let head = named(look, column);
    let is_asked = look.interview.step().is_none_or(|step| step.asks_for(&column.id));
    if is_asked { head } else { format!("({head})") }
}

fn named(look: &Look<'_>, column: &Column) -> String {
    let label = column.label.get(look.locale());
    match &column.kind {
        CellKind::Number(spec) => {
            let unit = look.display.unit(spec);
            if unit.is_empty() {
                label.to_owned()
            } else if unit.to_lowercase().starts_with(&label.to_lowercase()) {
                crate::display::sentence_start(&unit)
            } else {
                format!("{label}, {unit}")
            }
        }
        _ => label.to_owned(),
    }
}

fn is_number(column: &Column) -> bool {
    matches!(column.kind, CellKind::Number(_))
}

fn widths(look: &Look<'_>, columns: &[&Column], rows: &[Row]) -> Vec<usize> {
    let of = |column: &Column| {
        let content =
            rows.iter().filter_map(|row| row.get(&column.id)).map(|cell| shown(look, column, Some(cell)).width());
        let choices = match &column.kind {
            CellKind::One(choices) => {
                choices.iter().map(|one| short(one.label.get(look.locale())).width()).max().unwrap_or(0)
            }
            CellKind::Text => 14,
            _ => 6,
        };
        let least = head(look, column).width().min(20);
        content.chain([choices]).max().unwrap_or(0).max(least).min(WIDEST_CELL)
    };
    columns.iter().map(|column| of(column)).collect()
}

/// The columns that fit: the first, and those around the cursor.
fn window(widths: &[usize], cursor: usize, room: usize) -> Vec<usize> {
    let fits = |shown: &[usize]| shown.iter().map(|at| widths[*at] + GAP).sum::<usize>() <= room + GAP;
    for start in 1..=cursor.max(1) {
        let mut shown: Vec<usize> = vec![0];
        for at in start..widths.len() {
            shown.push(at);
            if !fits(&shown) {
                shown.pop();
                break;
            }
        }
        if shown.contains(&cursor) {
            return shown;
        }
    }
    if cursor == 0 { vec![0] } else { vec![0, cursor] }
}

/// What a cell shows.
pub fn shown(look: &Look<'_>, column: &Column, cell: Option<&Cell>) -> String {
    let locale = look.locale();
    match (cell, &column.kind) {
        (None, _) => t!("tui.cell_open", locale = locale).into_owned(),
        (Some(Cell::Unknown), _) => t!("tui.cell_unknown", locale = locale).into_owned(),
        (Some(Cell::NotApplicable), _) => t!("tui.cell_na", locale = locale).into_owned(),
        (Some(Cell::Text(text)), _) if text.is_empty() => t!("tui.cell_none", locale = locale).into_owned(),
        (Some(Cell::Number(number)), CellKind::Number(_)) => look.display.plain(*number),
        (Some(cell), CellKind::One(_)) => short(&look.display.cell(column, cell)),
        (Some(cell), _) => look.display.cell(column, cell),
    }
}

/// A choice's label as a cell has room for it: what stands before its explanation.
fn short(label: &str) -> String {
    label.split([',', '(', ':']).next().unwrap_or(label).trim().to_owned()
}

#[expect(clippy::too_many_arguments, reason = "one cell has this much to say, and a struct for one call says less")]
fn draw_cell(
    pen: &mut Pen<'_>,
    look: &Look<'_>,
    place: Rect,
    column: &Column,
    row: &Row,
    here: Option<&TableEditor>,
    says_new: bool,
    has_keyboard: bool,
) {
    let theme = look.theme;
    let cell = row.get(&column.id);
    if let Some(editor) = here.filter(|_| has_keyboard) {
        pen.buffer.set_style(place, theme.focus());
        if let Some(line) = &editor.typing {
            boxed::typed(pen, look, place, line, true);
            let suggestions = look.interview.suggestions();
            if let (Some(rest), Some(cursor)) = (editor.completion(&suggestions), pen.cursor) {
                let room = place.right().saturating_sub(cursor.x);
                pen.buffer.set_stringn(cursor.x, cursor.y, cut(rest, room.into()), room.into(), theme.quiet());
            }
            return;
        }
    }
    let is_here = here.is_some() && has_keyboard;
    let style = match cell {
        _ if is_here => theme.focus(),
        Some(cell) if cell.is_known() && *cell != Cell::Text(String::new()) => theme.ink(),
        _ => theme.quiet(),
    };
    let text = match cell {
        None if says_new => format!("+ {}", t!("tui.new_row", locale = look.locale())),
        None if place.width > 0 && is_here => " ".to_owned(),
        _ => shown(look, column, cell),
    };
    let text = fitted(&text, place.width.into(), is_number(column));
    pen.buffer.set_stringn(place.x, place.y, text, place.width.into(), style);
}

/// What the cell under the cursor takes, or why it was refused.
pub fn foot(pen: &mut Pen<'_>, look: &Look<'_>, columns: &[&Column], editor: &TableEditor, hidden_rows: usize) {
    let locale = look.locale();
    let quiet: Style = look.theme.quiet();
    if hidden_rows > 0 {
        pen.line(Span::styled(t!("tui.more", locale = locale, count = hidden_rows).into_owned(), quiet));
    } else {
        pen.gap();
    }
    if let Some(reason) = &editor.refused {
        pen.line(Span::styled(refusal(reason, locale), look.theme.accent()));
        // Which keys there are is what one wants to know now.
        if *reason != Refusal::NoSuchChoice {
            return;
        }
    }
    let hint = match columns.get(editor.column).map(|column| &column.kind) {
        Some(CellKind::One(choices)) => {
            let labels: Vec<_> = choices.iter().map(|choice| short(choice.label.get(locale))).collect();
            t!("tui.choices_of_cell", locale = locale, choices = labels.join("  ")).into_owned()
        }
        Some(CellKind::YesNo) => t!("tui.yes_no_of_cell", locale = locale).into_owned(),
        Some(CellKind::Rating(points)) => points_in_line(points.iter().map(|point| point.get(locale))),
        Some(CellKind::Number(_)) => t!("tui.place.number", locale = locale).into_owned(),
        _ => t!("tui.table_legend", locale = locale).into_owned(),
    };
    if pen.left() > 2 || look.interview.is_engaged() {
        pen.text_at_most(&hint, quiet, 2);
    }
}

/// The labels of a rating in one line.
pub fn points_in_line<'a>(points: impl Iterator<Item = &'a str>) -> String {
    points.enumerate().map(|(at, point)| format!("{at} {point}")).collect::<Vec<_>>().join("   ")
}
