//! Drafted strengths, weaknesses, openings and threats: each with where it comes from.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::boxed;
use crate::interview::{DraftLine, DraftState, Drafting};
use crate::questionnaire::{CellKind, Kind};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, wrapped};

/// The lines by quadrant; the one under the cursor with its origin.
pub fn swot(pen: &mut Pen<'_>, look: &Look<'_>, drafting: &Drafting) {
    let locale = look.locale();
    pen.line(Span::styled(t!("call.swot.title", locale = locale).into_owned(), look.theme.loud()));
    if drafting.lines.is_empty() {
        pen.gap();
        return pen.text(&t!("call.swot.nothing", locale = locale), look.theme.ink());
    }
    let width = usize::from(pen.area.width);
    let mut lines: Vec<(Line<'_>, bool)> = Vec::new();
    let mut here = 0;
    let mut last = None;
    for (at, line) in drafting.lines.iter().enumerate() {
        if last != Some(&line.quadrant) {
            lines.push((Line::default(), false));
            lines.push((Line::from(Span::styled(quadrant(look, &line.quadrant), look.theme.quiet())), false));
            last = Some(&line.quadrant);
        }
        let is_here = at == drafting.cursor;
        if is_here {
            here = lines.len();
        }
        let state = match line.state {
            DraftState::Offered => "○",
            DraftState::Taken => "●",
            DraftState::Dropped => "×",
        };
        let style = if line.state == DraftState::Dropped { look.theme.quiet() } else { look.theme.ink() };
        let text = cut(&format!(" {state} {}", line.text), width);
        lines.push((if is_here { Line::from(text) } else { Line::from(Span::styled(text, style)) }, is_here));
    }
    let foot = if drafting.changing.is_some() { 4 } else { 3 };
    let room = usize::from(pen.left()).saturating_sub(foot);
    let first = (here + 2).saturating_sub(room).min(lines.len().saturating_sub(room));
    for (line, is_here) in lines.into_iter().skip(first).take(room) {
        if is_here { pen.bar(line, look.theme.focus()) } else { pen.line(line) }
    }
    match (&drafting.changing, drafting.lines.get(drafting.cursor)) {
        (Some(typed), _) => {
            boxed::line(pen, look, pen.area.width, typed, true);
        }
        (None, Some(line)) => about(pen, look, line),
        _ => {}
    }
}

fn about(pen: &mut Pen<'_>, look: &Look<'_>, line: &DraftLine) {
    if wrapped(&line.text, pen.area.width.saturating_sub(4)).len() > 1 {
        pen.text_at_most(&line.text, look.theme.ink(), 2);
    } else {
        pen.gap();
    }
    let origin = super::why::described(look, &line.origin);
    let kind = match line.state {
        DraftState::Taken => "call.swot.taken",
        DraftState::Dropped => "call.swot.dropped",
        DraftState::Offered => "call.swot.from",
    };
    // A strength or finding that says the same as its line is named once.
    let says_more = origin != line.text;
    let origin = if says_more { format!("{} ({origin})", line.origin) } else { line.origin.clone() };
    let text = t!(kind, locale = look.locale(), origin = origin);
    pen.line(Span::styled(cut(&text, pen.area.width.into()), look.theme.quiet()));
}

fn quadrant(look: &Look<'_>, id: &str) -> String {
    let kind = look.interview.swot_question().map(|question| &question.kind);
    let Some(Kind::Table { columns, quadrants: Some(by), .. }) = kind else { return id.to_owned() };
    let choices = columns.iter().find(|column| column.id == *by).map(|column| &column.kind);
    match choices {
        Some(CellKind::One(choices)) => {
            choices.iter().find(|one| one.id == id).map_or(id, |one| look.text(&one.label)).to_owned()
        }
        _ => id.to_owned(),
    }
}
