//! Which questionnaire to add to the assessment, and the one that is suggested, with its reason.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use crate::interview::{Action, Adding, Edit, Further};
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::{Pen, cut};

/// The list, the suggested ones first; below it, what the one under the cursor is about.
pub fn adding(pen: &mut Pen<'_>, look: &Look<'_>, adding: Adding) {
    let locale = look.locale();
    pen.line(Span::styled(t!("systems.add_title", locale = locale).into_owned(), look.theme.loud()));
    pen.gap();
    let all = look.interview.further();
    let width = usize::from(pen.area.width);
    for (at, further) in all.iter().enumerate() {
        let name = named(look, *further);
        let mark = if further.reason.is_some() { t!("systems.suggested", locale = locale) } else { "".into() };
        pen.clickable(1, steps(adding.cursor, at).into_iter().chain([Action::Edit(Edit::Enter)]).collect());
        let line = Line::from(cut(&format!(" {}  {name}  {mark}", at + 1), width));
        if at == adding.cursor { pen.bar(line, look.theme.focus()) } else { pen.line(line) }
    }
    pen.gap();
    if let Some(here) = all.get(adding.cursor) {
        let about = here.reason.map_or_else(|| look.text(&here.questionnaire.summary), |reason| look.text(reason));
        pen.text(about, look.theme.ink());
        pen.gap();
    }
    pen.text(&t!("systems.add_hint", locale = locale), look.theme.quiet());
}

/// What is suggested next and why, with the key that goes on with it; nothing where nothing is.
pub fn suggestion(pen: &mut Pen<'_>, look: &Look<'_>) {
    let Some(further) = look.interview.next_questionnaire() else { return };
    let locale = look.locale();
    if pen.left() > 4 {
        pen.gap();
    }
    let next = t!("systems.next", locale = locale, name = named(look, further));
    pen.line(Span::styled(next.into_owned(), look.theme.loud()));
    if let Some(reason) = further.reason {
        let lines = pen.left().saturating_sub(1).clamp(1, 4);
        pen.text_at_most(look.text(reason), look.theme.quiet(), lines);
    }
    pen.clickable(1, vec![Action::GoOn]);
    pen.text_at_most(&t!("systems.next_hint", locale = locale), look.theme.accent(), 2);
}

/// The lines [`suggestion`] would like to have.
pub fn suggestion_lines(look: &Look<'_>) -> u16 {
    if look.interview.next_questionnaire().is_some() { 6 } else { 0 }
}

fn named(look: &Look<'_>, further: Further<'_>) -> String {
    let minutes = t!("tui.home.minutes", locale = look.locale(), minutes = further.questionnaire.minutes);
    format!("{}, {minutes}", look.text(&further.questionnaire.title))
}
