//! Ratings in rows and columns, the cell under the cursor filled.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::table::points_in_line;
use crate::assessment::Cell;
use crate::interview::{Action, Edit, GridEditor, grid_columns, grid_points};
use crate::questionnaire::Kind;
use crate::tui::Hit;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, fitted};

const GAP: usize = 2;

/// The grid, or fixed rows with one rating each.
pub fn grid(pen: &mut Pen<'_>, look: &Look<'_>, editor: &GridEditor, below: u16) {
    let question = look.interview.question();
    let locale = look.locale();
    let audiences = look.interview.audiences();
    let columns = grid_columns(question, &audiences);
    let points: Vec<&str> = grid_points(question).iter().map(|point| look.text(point)).collect();
    if let (Kind::Grid { columns_from, .. }, true) = (&question.kind, columns.is_empty()) {
        let text = t!("tui.none_of_grid", locale = locale, label = look.label(columns_from));
        return pen.text(&text, look.theme.accent());
    }
    let has_keyboard = look.interview.panel().is_none();
    let single = !matches!(question.kind, Kind::Grid { .. });
    let names = question.fixed_rows().iter().map(|row| look.text(&row.label).width()).max().unwrap_or(0).min(30) + GAP;
    let room = usize::from(pen.area.width).saturating_sub(names);
    let widest = points.iter().map(|point| point.width() + 4).max().unwrap_or(12);
    let width =
        (room / columns.len().max(1)).saturating_sub(GAP).min(if single { widest } else { widest.clamp(14, 26) });
    if !single {
        let first_only = look.interview.step().is_some_and(|step| step.first_row_only);
        let head = |(at, column): (usize, &String)| {
            let name = if first_only && at > 0 { format!("({column})") } else { column.clone() };
            format!("{}  ", fitted(&name, width, false))
        };
        let heads: String = columns.iter().enumerate().map(head).collect();
        pen.line(Span::styled(format!("{}{heads}", " ".repeat(names)), look.theme.quiet()));
    }
    let value = look.interview.assessment().value(&question.id);
    let rows = question.fixed_rows();
    // On the smallest screen the labels under the grid need the room that is left below it elsewhere.
    let labels = if pen.left() < 8 { 3 } else { below + 3 };
    let visible = usize::from(pen.left().saturating_sub(labels)).max(1);
    let first = (editor.row + 1).saturating_sub(visible).min(rows.len().saturating_sub(visible.min(rows.len())));
    for (at, row) in rows.iter().enumerate().skip(first).take(visible) {
        let line = pen.take(1);
        if line.height == 0 {
            break;
        }
        let name_style = if at == editor.row { look.theme.accent() } else { look.theme.ink() };
        pen.buffer.set_string(line.x, line.y, cut(look.text(&row.label), names - GAP), name_style);
        for (place, column) in columns.iter().enumerate() {
            let x = line.x + (names + place * (width + GAP)) as u16;
            let cell = value.and_then(|value| value.cell(&row.id, column));
            let is_here = has_keyboard && at == editor.row && place == editor.column;
            let style = if is_here { look.theme.focus() } else { style_of(look, cell) };
            let text = fitted(&format!(" {}", said(look, &points, cell)), width, false);
            if x < line.right() {
                let area = Rect { x, width: (width as u16).min(line.right() - x), ..line };
                pen.hits.push(Hit { area, actions: steps_to(editor, at, place) });
                pen.buffer.set_stringn(x, line.y, text, usize::from(line.right() - x), style);
            }
        }
    }
    pen.gap();
    // Where there is room for one only, what the figures mean comes before what the row means.
    if pen.left() < 5 {
        return pen.text_at_most(&points_in_line(points.iter().copied()), look.theme.quiet(), 3);
    }
    if let Some(help) = rows.get(editor.row).map(|row| look.text(&row.help)).filter(|help| !help.is_empty()) {
        pen.text_at_most(help, look.theme.ink(), 2);
    }
    if pen.left() > points.len() as u16 + below + 1 {
        for (at, point) in points.iter().enumerate() {
            pen.clickable(1, vec![Action::Edit(Edit::Insert(at.to_string()))]);
            pen.line(Span::styled(format!("{at}  {}", crate::tui::safe(point)), look.theme.quiet()));
        }
    } else {
        pen.text_at_most(&points_in_line(points.iter().copied()), look.theme.quiet(), 3);
    }
}

/// The arrows that lead from the cell under the cursor to another.
fn steps_to(editor: &GridEditor, row: usize, column: usize) -> Vec<Action> {
    let way = |from: usize, to: usize, back: Edit, on: Edit| {
        vec![Action::Edit(if to < from { back } else { on }); to.abs_diff(from)]
    };
    let down = way(editor.row, row, Edit::Up, Edit::Down);
    [down, way(editor.column, column, Edit::Left, Edit::Right)].concat()
}

fn style_of(look: &Look<'_>, cell: Option<&Cell>) -> Style {
    if cell.is_some_and(Cell::is_known) { look.theme.ink() } else { look.theme.quiet() }
}

fn said(look: &Look<'_>, points: &[&str], cell: Option<&Cell>) -> String {
    match cell {
        None => t!("tui.cell_open", locale = look.locale()).into_owned(),
        Some(Cell::Unknown) => t!("tui.cell_unknown", locale = look.locale()).into_owned(),
        Some(Cell::NotApplicable) => t!("tui.cell_na", locale = look.locale()).into_owned(),
        Some(cell) => {
            let at = cell.as_number().unwrap_or_default() as usize;
            format!("{at}  {}", points.get(at).copied().unwrap_or_default())
        }
    }
}
