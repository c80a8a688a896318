//! The question: its words, its field, what is known of its answer.

use ratatui::text::Span;
use rust_i18n::t;

use super::{choices, earlier, folded, grid, list, maps, number, prompt, quadrants, standing, table, text};
use crate::interview::{Editor, Panel, quadrants as quadrants_of};
use crate::questionnaire::{Kind, Question};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, wrapped};

/// Lines longer than this are hard to read.
const READABLE: u16 = 76;

/// Draws the question; with the outline folded to one line above it where there is no column for it.
pub fn question(pen: &mut Pen<'_>, look: &Look<'_>, is_folded: bool) {
    let interview = look.interview;
    let question = interview.question();
    let locale = look.locale();
    let roomy = pen.left() >= 26;
    if let (Editor::Maps(editor), true) = (interview.editor(), interview.field_has_keyboard()) {
        // A map that is being drawn needs all the room; the question stands above it in a line or two.
        return maps::drawing(pen, look, editor);
    }
    let around = (pen.left() >= 26 && !question.is_table()).then(|| pen.take_bottom(2));
    if is_folded {
        folded(pen, look);
    } else {
        place(pen, look);
    }
    pen.gap();
    let area = interview.area_of(question);
    let (at, _) = interview.place_in_area();
    if let Some(area) = area.filter(|area| at == 1 && roomy && !look.text(&area.intro).is_empty()) {
        pen.text(look.text(&area.intro), look.theme.quiet());
        pen.gap();
    }
    let width = pen.area.width;
    pen.area.width = width.min(READABLE);
    // Whatever is asked, its field stays on the screen; the hints hold all the words.
    let is_tight = pen.left() < 16 && question.is_table() && interview.is_engaged();
    let most = match is_tight {
        true => 1,
        false => pen.left().saturating_sub(least_field(question) + 1).max(2),
    };
    wording_at_most(pen, look, most);
    pen.area.x += 2;
    pen.area.width = pen.area.width.saturating_sub(2);
    // A table being filled in on a small screen needs the room more than its explanation.
    let is_drawn = matches!(interview.editor(), Editor::Maps(editor) if !editor.maps.is_empty());
    let explained = roomy || !(is_drawn || (question.is_table() && interview.is_engaged()));
    // On the smallest screens explanations take what the field leaves, two lines beside it being gaps and one its standing.
    let spare = |pen: &Pen<'_>| pen.left().saturating_sub(least_field(question) + 3);
    for text in about(look).into_iter().filter(|_| explained) {
        let most = spare(pen).min(if roomy { 4 } else { 2 });
        if most > 0 {
            pen.text_at_most(text, look.theme.quiet(), most);
        }
    }
    let to_confirm = interview.is_homework_to_confirm() && !interview.is_self() && !interview.is_engaged();
    if to_confirm && spare(pen) > 0 {
        pen.text_at_most(&t!("tui.homework", locale = locale), look.theme.accent(), spare(pen));
    }
    if let Some(text) = on_this_route(look).filter(|_| pen.left() > 8) {
        pen.text_at_most(&text, look.theme.accent(), 2);
    }
    pen.area.x -= 2;
    pen.area.width = width;
    pen.gap();
    let prompt_lines = match interview.panel() {
        Some(Panel::Prompt(_)) => 6,
        // Rows of a table are worth more there than what follows them.
        _ if is_tight => 0,
        _ => 2,
    };
    // On the smallest screen what is asked just now takes the place of the field.
    if prompt_lines <= 2 || pen.left() >= least_field(question) + prompt_lines {
        field(pen, look, prompt_lines);
    }
    pen.area.width = pen.area.width.min(READABLE);
    if pen.left() > 3 {
        pen.gap();
    }
    match interview.panel() {
        Some(Panel::Prompt(open)) => prompt::prompt(pen, look, open),
        _ => {
            earlier::earlier(pen, look);
            if let Some(text) = interview.source_line() {
                let said = t!("nav.from_line", locale = locale, text = text);
                pen.text_at_most(&said, look.theme.accent(), 2);
            }
            standing::standing(pen, look);
        }
    }
    if let Some(foot) = around {
        standing::around(&mut Pen::new(pen.buffer, foot), look);
    }
}

/// What the route asks for, where that is less than all of the table.
fn on_this_route(look: &Look<'_>) -> Option<String> {
    let interview = look.interview;
    let step = interview.step()?;
    let locale = look.locale();
    if step.first_row_only {
        let first = interview.audiences().into_iter().next()?;
        return Some(t!("call.route.first_only", locale = locale, name = first).into_owned());
    }
    let columns = interview.question().columns();
    let asked: Vec<String> = columns
        .iter()
        .filter(|column| step.asks_for(&column.id))
        .map(|column| look.text(&column.label).to_lowercase())
        .collect();
    let is_less = !asked.is_empty() && asked.len() < columns.len();
    is_less.then(|| t!("call.route.columns", locale = locale, columns = look.display.names(&asked)).into_owned())
}

/// What explains the question: its help and the time it asks about.
pub fn about<'a>(look: &Look<'a>) -> Vec<&'a str> {
    let question = look.interview.question();
    let about = [look.text(&question.help), look.text(&question.period)];
    about.into_iter().filter(|text| !text.is_empty()).collect()
}

/// The lines a field needs to be of any use.
fn least_field(question: &Question) -> u16 {
    match &question.kind {
        Kind::One(choices) | Kind::Many { choices, .. } => choices.len().min(4) as u16,
        Kind::Rating(points) => points.len() as u16,
        Kind::Text { .. } | Kind::Number(_) | Kind::Date | Kind::List { .. } => 4,
        Kind::Table { .. } | Kind::Rows { .. } | Kind::Grid { .. } | Kind::Maps { .. } => 5,
    }
}

/// The question itself, the loudest on the screen: a bar beside it, room around it.
pub fn wording(pen: &mut Pen<'_>, look: &Look<'_>) {
    wording_at_most(pen, look, u16::MAX);
}

fn wording_at_most(pen: &mut Pen<'_>, look: &Look<'_>, most: u16) {
    let question = look.interview.question();
    let width = pen.area.width.saturating_sub(2);
    let mut lines = wrapped(look.interview.wording(question), width);
    if lines.len() > usize::from(most) {
        lines.truncate(usize::from(most));
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last} …"), usize::from(width));
        }
    }
    for line in lines {
        pen.line(ratatui::text::Line::from(vec![
            Span::styled("▌ ", look.theme.accent()),
            Span::styled(line, look.theme.loud()),
        ]));
    }
}

fn place(pen: &mut Pen<'_>, look: &Look<'_>) {
    let question = look.interview.question();
    let (at, of) = look.interview.place_in_area();
    let area = look.interview.area_of(question).map_or("", |area| look.text(&area.title));
    let place = t!("tui.position", locale = look.locale(), area = area, at = at, of = of).into_owned();
    let required = if question.flags.required && look.interview.shows_private() {
        format!(" · {}", t!("tui.standing.required", locale = look.locale()))
    } else {
        String::new()
    };
    pen.line(Span::styled(crate::tui::safe(&format!("{place}{required}")).into_owned(), look.theme.quiet()));
}

fn field(pen: &mut Pen<'_>, look: &Look<'_>, below: u16) {
    let question = look.interview.question();
    match look.interview.editor() {
        Editor::Choice(editor) => choices::one(pen, look, editor.cursor),
        Editor::Many(editor) => choices::many(pen, look, editor.cursor),
        Editor::Rating(editor) => choices::rating(pen, look, editor.cursor),
        Editor::Number(editor) => number::number(pen, look, editor),
        Editor::Date(editor) => number::date(pen, look, editor),
        Editor::Text(editor) => text::text(pen, look, editor, below),
        Editor::Maps(editor) => maps::maps(pen, look, editor, below),
        Editor::List(editor) => list::list(pen, look, editor),
        Editor::Grid(editor) => grid::grid(pen, look, editor, below),
        Editor::Table(editor) if quadrants_of(question).is_some() => quadrants::quadrants(pen, look, editor, below),
        Editor::Table(editor) => table::table(pen, look, editor, below),
    }
}
