//! The open questions by what their answers could change.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::outline::mark;
use super::said::counted;
use crate::evaluation::{NextQuestion, Standing};
use crate::tui::look::Look;
use crate::tui::pen::{cut, fitted};

/// What an answer could change, in words: points of the score, the band, the findings that come first.
pub fn stakes(look: &Look<'_>, next: &NextQuestion) -> String {
    let locale = look.locale();
    let points = (next.swing > 0.0)
        .then(|| t!("nav.best.points", locale = locale, points = look.display.internal_score(next.swing)).into_owned());
    let band = next.band.then(|| t!("nav.best.band", locale = locale).into_owned());
    let findings = (!next.findings.is_empty()).then(|| t!("nav.best.findings", locale = locale).into_owned());
    [points, band, findings].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The list that takes the outline's place: every open question with the points it could move; `!` where it could change
/// the band or the findings that come first.
pub fn by_best<'a>(look: &Look<'a>, width: u16, room: usize) -> Vec<(Line<'a>, &'a str)> {
    const POINTS: usize = 7;
    let theme = look.theme;
    let width = usize::from(width);
    let next = &look.interview.evaluation().next_questions;
    let current = look.interview.question().id.as_str();
    let title = t!("nav.best.title", locale = look.locale());
    let mut lines = vec![(Line::from(Span::styled(cut(&title, width), theme.accent())), "")];
    let all_fit = next.len() < room;
    let shown = if all_fit { next.len() } else { room.saturating_sub(2) };
    lines.extend(next.iter().take(shown).map(|one| {
        let is_here = one.id == current;
        let pointer = if is_here { "▸" } else { " " };
        let label = fitted(look.label(&one.id), width.saturating_sub(4 + POINTS), false);
        let more = if one.band || !one.findings.is_empty() { "!" } else { " " };
        let points = if one.swing > 0.0 { look.display.internal_score(one.swing) } else { "–".to_owned() };
        let style = if is_here { theme.accent() } else { theme.ink() };
        let line = Line::from(vec![
            Span::styled(format!("{pointer} {} {label}", mark(Standing::Open)), style),
            Span::styled(format!("{} {more}", fitted(&points, POINTS - 2, true)), theme.quiet()),
        ]);
        (line, one.id.as_str())
    }));
    if !all_fit {
        let more = counted("nav.best.more", next.len() - shown, look.locale());
        lines.push((Line::from(Span::styled(format!("    {more}"), theme.quiet())), ""));
    }
    lines
}
