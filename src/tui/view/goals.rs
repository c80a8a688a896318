//! Goals, options and the 90-day plan.

use ratatui::text::Span;
use rust_i18n::t;

use super::goals_form::form;
use super::goals_list::{explained, list};
use super::goals_plan::{options, plan};
use crate::interview::{GoalNews, Goals};
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// The page that is open; gives how far it can be scrolled.
pub fn goals(pen: &mut Pen<'_>, look: &Look<'_>, goals: &Goals) -> usize {
    match goals {
        Goals::List(cursor) => list(pen, look, *cursor),
        Goals::Form(one) => form(pen, look, one),
        Goals::Explained { goal, scroll } => return explained(pen, look, *goal, *scroll),
        Goals::Options { at, scroll } => return options(pen, look, *at, *scroll),
        Goals::Plan(cursor) => plan(pen, look, *cursor),
    }
    0
}

/// The heading of a page.
pub fn title(pen: &mut Pen<'_>, look: &Look<'_>, key: &str) {
    pen.line(Span::styled(t!(format!("goals.title.{key}"), locale = look.locale()).into_owned(), look.theme.loud()));
    pen.gap();
}

/// What became of a goal, option or action.
pub fn news(news: GoalNews, look: &Look<'_>) -> String {
    let locale = look.locale();
    let key = match news {
        GoalNews::Kept => "goals.form.saved",
        GoalNews::Agreed => "goals.list.agreed_now",
        GoalNews::Proposed => "goals.list.proposed_now",
        GoalNews::NotAgreed => "goals.list.not_agreed",
        GoalNews::StillDraft => "goals.list.stays_draft",
        GoalNews::Abandoned => "goals.list.abandoned_now",
        GoalNews::Closed => "goals.list.closed_now",
        GoalNews::Removed => "goals.list.deleted_now",
        GoalNews::MovedTo(0) => "goals.plan.moved_after",
        GoalNews::MovedTo(month) => {
            return t!("goals.plan.moved_to", locale = locale, number = month).into_owned();
        }
        GoalNews::NoRoom => "goals.plan.no_room",
        GoalNews::AsPlanned => "goals.plan.as_planned",
    };
    t!(key, locale = locale).into_owned()
}
