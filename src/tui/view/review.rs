//! What is open, contradictory, put off, or left to be done before the end.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::adding::suggestion;
use crate::assessment::Status;
use crate::interview::{Action, Edit, Matter, Review, Subject};
use crate::tui::look::Look;
use crate::tui::mouse::steps;
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
    let mut lines: Vec<(Line<'_>, Option<usize>)> = Vec::new();
    let mut here = 0;
    let mut last = None;
    for (at, (matter, subject)) in review.entries.iter().enumerate() {
        if last != Some(*matter) {
            if last.is_some() {
                lines.push((Line::default(), None));
            }
            let count = review.entries.iter().filter(|(other, _)| other == matter).count();
            let heading = t!(heading(*matter), locale = locale);
            let heading =
                if *matter == Matter::NextStep { heading.into_owned() } else { format!("{heading}  {count}") };
            lines.push((Line::from(Span::styled(heading, look.theme.quiet())), None));
            last = Some(*matter);
        }
        if at == review.cursor {
            here = lines.len();
        }
        let text = match subject {
            Subject::Question(id) => {
                let label = fitted(look.label(id), width.saturating_sub(34).max(24), false);
                format!("{label}  {}", cut(&about(look, *matter, id), 30))
            }
            Subject::Line(line) => {
                let left = look.interview.to_tidy();
                left.get(*line).map(|(_, note)| format!("“{}”", note.text)).unwrap_or_default()
            }
            Subject::NextStep => t!("call.close.write_next_step", locale = locale).into_owned(),
        };
        lines.push((Line::from(cut(&format!("  {text}"), width)), Some(at)));
    }
    let with_reason = usize::from(pen.left()) > lines.len() + 8;
    suggestion(pen, look, with_reason);
    let room = usize::from(pen.left()).saturating_sub(2);
    let first = (here + 1).saturating_sub(room);
    for (line, at) in lines.into_iter().skip(first).take(room) {
        if let Some(at) = at {
            let enter = Action::Edit(Edit::Enter);
            pen.clickable(1, steps(review.cursor, at).into_iter().chain([enter]).collect());
        }
        if at == Some(review.cursor) { pen.bar(line, look.theme.focus()) } else { pen.line(line) }
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
        Matter::Flagged => "call.close.flagged",
        Matter::Scratch => "call.close.scratch",
        Matter::Unknown => "tui.matter.unknown",
        Matter::NextStep => "call.close.next_step_missing",
    }
}

fn about(look: &Look<'_>, matter: Matter, id: &str) -> String {
    let question = look.interview.selection().question(id);
    match (matter, look.interview.assessment().answer(id).map(|answer| &answer.status)) {
        (Matter::Owed, Some(Status::Owed { who, by })) => {
            let by = by.map(|by| look.display.date(by)).unwrap_or_default();
            [who.clone(), by].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        (Matter::Contradiction | Matter::Flagged, _) => {
            question.and_then(|question| look.answered(question)).unwrap_or_default()
        }
        _ => {
            let area = question.and_then(|question| look.interview.area_of(question));
            area.map_or(String::new(), |area| look.text(&area.title).to_owned())
        }
    }
}
