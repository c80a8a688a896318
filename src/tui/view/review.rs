//! What is open, contradictory or put off.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use crate::assessment::Status;
use crate::interview::{Matter, Review};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, fitted};

/// The list, grouped by what the matter is.
pub fn review(pen: &mut Pen<'_>, look: &Look<'_>, review: &Review) {
    let locale = look.locale();
    pen.line(Span::styled(t!("tui.matter.title", locale = locale).into_owned(), look.theme.loud()));
    pen.gap();
    if review.entries.is_empty() {
        pen.text(&t!("tui.matter.nothing", locale = locale), look.theme.ink());
    }
    let width = usize::from(pen.area.width);
    let mut lines: Vec<(Line<'_>, bool)> = Vec::new();
    let mut here = 0;
    let mut last = None;
    for (at, (matter, id)) in review.entries.iter().enumerate() {
        if last != Some(*matter) {
            if last.is_some() {
                lines.push((Line::default(), false));
            }
            let count = review.entries.iter().filter(|(other, _)| other == matter).count();
            let heading = format!("{}  {count}", t!(heading(*matter), locale = locale));
            lines.push((Line::from(Span::styled(heading, look.theme.quiet())), false));
            last = Some(*matter);
        }
        let is_here = at == review.cursor;
        if is_here {
            here = lines.len();
        }
        let label = fitted(look.label(id), width.saturating_sub(34).max(24), false);
        let more = cut(&about(look, *matter, id), 30);
        let text = format!("  {label}  {more}");
        lines.push((Line::from(cut(&text, width)), is_here));
    }
    let room = usize::from(pen.left()).saturating_sub(2);
    let first = (here + 1).saturating_sub(room);
    for (line, is_here) in lines.into_iter().skip(first).take(room) {
        if is_here { pen.bar(line, look.theme.focus()) } else { pen.line(line) }
    }
    pen.gap();
    pen.line(Span::styled(t!("tui.matter.finish", locale = locale).into_owned(), look.theme.quiet()));
}

/// What a group of the list is called.
pub fn heading(matter: Matter) -> &'static str {
    match matter {
        Matter::Contradiction => "tui.matter.contradiction",
        Matter::Required => "tui.matter.required",
        Matter::Later => "tui.matter.later",
        Matter::Owed => "tui.matter.owed",
        Matter::Unknown => "tui.matter.unknown",
    }
}

fn about(look: &Look<'_>, matter: Matter, id: &str) -> String {
    let question = look.interview.selection().question(id);
    match (matter, look.interview.assessment().answer(id).map(|answer| &answer.status)) {
        (Matter::Owed, Some(Status::Owed { who, by })) => {
            let by = by.map(|by| look.display.date(by)).unwrap_or_default();
            [who.clone(), by].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        (Matter::Contradiction, _) => question.and_then(|question| look.answered(question)).unwrap_or_default(),
        _ => {
            let area = question.and_then(|question| look.interview.area_of(question));
            area.map_or(String::new(), |area| look.text(&area.title).to_owned())
        }
    }
}
