//! Drafted strengths, weaknesses, openings and threats: each with where it comes from.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::boxed;
use super::pointed::Pointed;
use super::why::described;
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
    let mut lines = Pointed::default();
    let mut last = None;
    for line in &drafting.lines {
        if last != Some(&line.quadrant) {
            lines.heading(Line::default());
            lines.heading(Span::styled(quadrant(look, &line.quadrant), look.theme.quiet()));
            last = Some(&line.quadrant);
        }
        let state = match line.state {
            DraftState::Offered => "○",
            DraftState::Taken => "●",
            DraftState::Dropped => "×",
        };
        let style = if line.state == DraftState::Dropped { look.theme.quiet() } else { Style::default() };
        lines.entry(Span::styled(cut(&format!(" {state} {}", line.text), width), style));
    }
    let foot = if drafting.changing.is_some() { 4 } else { 3 };
    let room = usize::from(pen.left()).saturating_sub(foot);
    lines.draw(pen, look, drafting.cursor, room, false);
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
    let kind = match line.state {
        DraftState::Taken => "call.swot.taken",
        DraftState::Dropped => "call.swot.dropped",
        DraftState::Offered => "call.swot.from",
    };
    let text = t!(kind, locale = look.locale(), origin = origin(look, line));
    pen.line(Span::styled(cut(&text, pen.area.width.into()), look.theme.quiet()));
}

/// The answers a line rests on, by what they are called, and the id of its rule.
fn origin(look: &Look<'_>, line: &DraftLine) -> String {
    let inputs = look.interview.explanation(&line.origin).map(|one| one.inputs).unwrap_or_default();
    let names: Vec<String> = inputs.iter().map(|input| described(look, &input.id)).collect();
    if names.is_empty() { line.origin.clone() } else { format!("{} ({})", look.display.names(&names), line.origin) }
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
