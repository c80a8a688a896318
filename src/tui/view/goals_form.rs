//! A goal being set or changed, with what follows from it beside.

use ratatui::layout::Position;
use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::goals::title;
use super::goals_list::lines;
use crate::interview::{GoalField, GoalForm};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, fitted};

/// Columns of the names of fields.
const NAMES: usize = 13;

/// The form: one line a field, a hint for the one being written, and how the wish compares.
pub fn form(pen: &mut Pen<'_>, look: &Look<'_>, form: &GoalForm) {
    title(pen, look, if form.index.is_some() { "form" } else { "form_new" });
    // on a small screen the fields around the one being written are enough, so that the comparison keeps its room
    let fields = form.fields(look.interview.selection());
    let shown = usize::from(pen.left()).saturating_sub(8).clamp(1, fields.len());
    let here = fields.iter().position(|field| *field == form.field).unwrap_or(0);
    let first = here.saturating_sub(shown / 2).min(fields.len() - shown);
    // empty lines only where the comparison below has room enough all the same
    let is_roomy = usize::from(pen.left()) >= fields.len() + 11;
    for field in fields.into_iter().skip(first).take(shown) {
        one(pen, look, form, field);
    }
    if is_roomy {
        pen.gap();
    }
    let locale = look.locale();
    let hint = match form.wrong {
        Some(GoalField::Deadline) => "goals.form.bad_date".to_owned(),
        Some(GoalField::ReleasedHours) if form.goal.released_hours < 0.0 => "goals.form.bad_hours".to_owned(),
        Some(GoalField::Reason) => "goals.form.bad_reason".to_owned(),
        Some(_) => "goals.form.bad_number".to_owned(),
        None => format!("goals.form.hint_{}", form.field.id()),
    };
    let style = if form.wrong.is_some() { look.theme.accent() } else { look.theme.quiet() };
    pen.text(&t!(hint, locale = locale), style);
    let Some(preview) = &form.preview else { return };
    if is_roomy {
        pen.gap();
    }
    for (text, style) in lines(look, preview) {
        pen.text(&text, style);
    }
}

fn one(pen: &mut Pen<'_>, look: &Look<'_>, form: &GoalForm, field: GoalField) {
    let locale = look.locale();
    let name = t!(format!("goals.form.{}", field.id()), locale = locale).into_owned();
    let said = |is_so: bool| {
        let key = if is_so { "goals.form.yes_" } else { "goals.form.no_" };
        t!(key, locale = locale).into_owned()
    };
    let selection = look.interview.selection();
    let room = usize::from(pen.area.width).saturating_sub(NAMES + 1);
    let (text, cursor) = match field {
        GoalField::Metric => {
            let metric = selection.goal_metric(&form.goal.metric);
            (metric.map_or(form.goal.metric.as_str(), |metric| look.text(&metric.label)).to_owned(), None)
        }
        GoalField::OwnerIsNew => (said(form.goal.owner_is_new), None),
        GoalField::SearchContent => (said(form.goal.search_content), None),
        _ => {
            let line = form.line(field);
            (line.text().to_owned(), Some(line.text()[..line.cursor()].width()))
        }
    };
    let is_here = field == form.field;
    let style = if is_here { look.theme.accent() } else { look.theme.quiet() };
    let area = pen.area;
    // the end that is being typed stays in sight
    let hidden = cursor.filter(|_| is_here).map_or(0, |at| (at + 1).saturating_sub(room));
    let shown: String = if hidden > 0 { text.chars().skip(hidden).collect() } else { text };
    pen.line(Line::from(vec![
        Span::styled(fitted(&name, NAMES, false), style),
        Span::styled(cut(&shown, room), if is_here { look.theme.loud() } else { look.theme.ink() }),
    ]));
    if let (true, Some(at)) = (is_here && area.height > 0, cursor) {
        let x = area.x + (NAMES + at.saturating_sub(hidden)).min(usize::from(area.width).saturating_sub(1)) as u16;
        pen.cursor = Some(Position::new(x, area.y));
    }
}
