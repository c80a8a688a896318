//! Finishing: what is still open, what happens, where the report is.

use ratatui::text::Span;
use rust_i18n::t;

use super::adding::suggestion;
use super::review::heading;
use crate::interview::{Finish, Matter};
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// The way from the last answer to the report.
pub fn finish(pen: &mut Pen<'_>, look: &Look<'_>, finish: &Finish) {
    let locale = look.locale();
    let title = match finish {
        Finish::Asked(_) => "tui.finish.title",
        Finish::Rendering => "tui.finish.rendering",
        Finish::Rendered(_) => "tui.finish.written",
        Finish::Failed(_) => "tui.finish.failed",
    };
    pen.line(Span::styled(t!(title, locale = locale).into_owned(), look.theme.loud()));
    pen.gap();
    match finish {
        Finish::Asked(open) => {
            let text = match (open, look.interview.is_self()) {
                (0, _) => t!("tui.finish.open_none", locale = locale),
                (1, true) => t!("call.close.self_open_one", locale = locale),
                (_, true) => t!("call.close.self_open", locale = locale, count = open),
                (1, false) => t!("tui.finish.open_one", locale = locale),
                (_, false) => t!("tui.finish.open", locale = locale, count = open),
            };
            pen.text(&text, look.theme.ink());
            left(pen, look);
            pen.gap();
            pen.text(&t!("tui.finish.what", locale = locale), look.theme.quiet());
            let with_reason = pen.left() >= 9;
            suggestion(pen, look, with_reason);
        }
        Finish::Rendering => {}
        Finish::Rendered(paths) => {
            // The client's report comes first; the other is not even named where the client looks.
            let shown = if look.interview.is_shared() { 1 } else { paths.len() };
            for path in paths.iter().take(shown) {
                pen.text(&path.display().to_string(), look.theme.accent());
            }
            if look.interview.is_locked() {
                pen.gap();
                pen.text(&t!("crypt.reports_open_here", locale = locale), look.theme.quiet());
            }
            let with_reason = pen.left() >= 9;
            suggestion(pen, look, with_reason);
        }
        Finish::Failed(reason) => {
            pen.text(&t!("tui.finish.failed_why", locale = locale, reason = reason), look.theme.accent());
            pen.gap();
            pen.text(&t!("tui.finish.kept", locale = locale), look.theme.quiet());
        }
    }
}

/// What is left besides: contradictions, what was put off, owed and flagged, lines to be sorted, the next step.
fn left(pen: &mut Pen<'_>, look: &Look<'_>) {
    let locale = look.locale();
    let closing = look.interview.closing();
    let parts: Vec<String> = closing
        .matters
        .iter()
        .filter(|(matter, _)| !matches!(matter, Matter::Required | Matter::NextStep))
        .map(|(matter, count)| format!("{} {count}", t!(heading(*matter), locale = locale)))
        .collect();
    if !parts.is_empty() {
        pen.text_at_most(&parts.join(" · "), look.theme.quiet(), 2);
    }
    if look.interview.is_self() && closing.next_step.is_none() {
        return;
    }
    pen.gap();
    match &closing.next_step {
        None => {
            pen.line(Span::styled(t!("call.close.no_next_step", locale = locale).into_owned(), look.theme.accent()))
        }
        Some(step) => {
            let date = step.date.map(|date| look.display.date(date)).unwrap_or_default();
            let said = [step.text.clone(), step.who.clone(), date];
            let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
            let text = t!("call.close.next_step", locale = locale, step = said.join(", "));
            pen.text_at_most(&text, look.theme.ink(), 2);
        }
    }
}
