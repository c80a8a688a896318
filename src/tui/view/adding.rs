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

/// What is suggested next, at the foot of what is left, with its reason where there is room; nothing where nothing is.
pub fn suggestion(pen: &mut Pen<'_>, look: &Look<'_>, with_reason: bool) {
    let Some(further) = look.interview.next_questionnaire() else { return };
    let locale = look.locale();
    let foot = pen.take_bottom(if with_reason { 7 } else { 3 });
    let mut below = Pen::new(pen.buffer, foot);
    below.gap();
    let next = t!("systems.next", locale = locale, name = named(look, further));
    below.line(Span::styled(next.into_owned(), look.theme.loud()));
    if let Some(reason) = further.reason.filter(|_| with_reason) {
        below.text_at_most(look.text(reason), look.theme.quiet(), 4);
    }
    below.clickable(1, vec![Action::GoOn]);
    below.text_at_most(&t!("systems.next_hint", locale = locale), look.theme.accent(), 1);
    let hits = below.hits;
    pen.hits.extend(hits);
}

fn named(look: &Look<'_>, further: Further<'_>) -> String {
    let minutes = t!("tui.home.minutes", locale = look.locale(), minutes = further.questionnaire.minutes);
    format!("{}, {minutes}", look.text(&further.questionnaire.title))
}
