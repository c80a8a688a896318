//! The three options, and the 90-day plan.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::goals::title;
use super::reading::scrolled;
use crate::evaluation::{OptionEvaluation, PlannedAction, Recommendation};
use crate::questionnaire::GoalOption;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, wrapped};

/// The options: all cards where there is room, else the one under the cursor below the names of all.
///
/// Gives how far that card can be scrolled.
pub fn options(pen: &mut Pen<'_>, look: &Look<'_>, cursor: usize, scroll: usize) -> usize {
    title(pen, look, "options");
    let (locale, evaluation) = (look.locale(), look.interview.evaluation());
    let none = match evaluation.recommendation {
        Recommendation::Given => None,
        Recommendation::InputsMissing => Some("goals.none.inputs"),
        Recommendation::CoverageTooLow => Some("goals.none.coverage"),
    };
    if let Some(none) = none {
        pen.text(&t!(none, locale = locale), look.theme.accent());
        pen.gap();
    }
    let roomy = pen.left() >= 26;
    for (at, option) in evaluation.options.iter().enumerate() {
        let Some(rule) = look.interview.selection().goal_option(&option.id) else { continue };
        head(pen, look, option, rule, at == cursor);
        if roomy {
            card(pen, look, option, rule);
            pen.gap();
        }
    }
    let here = evaluation.options.get(cursor).filter(|_| !roomy);
    let rule = here.and_then(|option| look.interview.selection().goal_option(&option.id));
    let (Some(option), Some(rule)) = (here, rule) else { return 0 };
    pen.gap();
    scrolled(pen, look.theme, locale, scroll, |pen| card(pen, look, option, rule))
}

/// An option's name, and what is said of it in a word.
fn head(pen: &mut Pen<'_>, look: &Look<'_>, option: &OptionEvaluation, rule: &GoalOption, here: bool) {
    let mut head = format!("{}  {}", rule.letter, look.text(&rule.title));
    for (shown, key) in [(option.chosen, "goals.option.chosen"), (option.recommended, "goals.option.recommended")] {
        if shown {
            head.push_str(&format!(" · {}", t!(key, locale = look.locale())));
        }
    }
    let head = cut(&head, usize::from(pen.area.width));
    if here {
        pen.bar(head, look.theme.focus());
    } else {
        pen.line(Span::styled(head, look.theme.loud()));
    }
}

/// What an option means, brings and risks, and why it is recommended.
fn card(pen: &mut Pen<'_>, look: &Look<'_>, option: &OptionEvaluation, rule: &GoalOption) {
    let locale = look.locale();
    let hours = match option.rf {
        Some(rf) => {
            let percent = look.display.number(100.0 * rf, 0);
            t!("goals.option.hours", locale = locale, percent = percent).into_owned()
        }
        None => t!("goals.option.hours_unknown", locale = locale).into_owned(),
    };
    let signs = t!("goals.option.signs", locale = locale, from = rule.first_signs.0, to = rule.first_signs.1);
    let risk = t!("goals.option.risk", locale = locale, text = look.text(&rule.risk));
    let quiet = look.theme.quiet();
    let mut lines: Vec<(String, Style)> = vec![(look.text(&rule.summary).to_owned(), look.theme.ink())];
    if let Some((metric, range)) = &option.goal
        && let Some(metric) = look.interview.selection().goal_metric(metric)
    {
        let range = look.display.goal_range(metric, *range);
        lines.push((t!("goals.option.goal", locale = locale, range = range).into_owned(), look.theme.ink()));
    }
    lines.push((format!("{hours}. {signs}. {}", look.text(&rule.cause)), quiet));
    lines.push((risk.into_owned(), quiet));
    if option.recommended {
        let reasons: Vec<&str> = match option.reasons.is_empty() {
            true => vec![look.text(&rule.otherwise)],
            false => option.reasons.iter().filter_map(|at| Some(look.text(&rule.recommend.get(*at)?.1))).collect(),
        };
        let why = t!("goals.option.why", locale = locale, reason = reasons.join(" "));
        lines.push((why.into_owned(), look.theme.accent()));
    }
    for (text, style) in lines {
        for line in wrapped(&text, pen.area.width.saturating_sub(3)) {
            pen.line(Line::from(vec![Span::raw("   "), Span::styled(line, style)]));
        }
    }
}

/// The plan, month by month.
pub fn plan(pen: &mut Pen<'_>, look: &Look<'_>, cursor: usize) {
    title(pen, look, "plan");
    let (locale, plan) = (look.locale(), &look.interview.evaluation().plan);
    let Some(hours) = plan.hours else {
        pen.text(&t!("goals.plan.none", locale = locale), look.theme.accent());
        return;
    };
    let weekly = look.display.hours((hours - plan.reserved) / 4.0);
    let hours = look.display.hours(hours);
    let mut head = t!("goals.plan.hours", locale = locale, hours = hours, weekly = weekly).into_owned();
    if plan.reserved > 0.0 {
        let kept = look.display.hours(plan.reserved);
        head.push_str(&format!(" · {}", t!("goals.plan.reserved", locale = locale, hours = kept)));
    }
    pen.text(&head, look.theme.quiet());
    pen.gap();
    let mut rows: Vec<(String, Option<usize>)> = Vec::new();
    let mut at = 0;
    for month in &plan.months {
        let hours = look.display.hours(month.hours);
        let heading = t!("goals.plan.month", locale = locale, number = month.month, hours = hours);
        rows.push((heading.into_owned(), None));
        for action in &month.actions {
            let place = if action.continued { None } else { Some(at) };
            rows.push((said(look, action), Some(place.unwrap_or(usize::MAX))));
            at += usize::from(!action.continued);
        }
    }
    rows.push((t!("goals.plan.reassess", locale = locale).into_owned(), None));
    if !plan.after.is_empty() {
        rows.push((t!("goals.plan.after", locale = locale).into_owned(), None));
    }
    for action in &plan.after {
        rows.push((said(look, action), Some(at)));
        at += 1;
    }
    let here = rows.iter().position(|(_, place)| *place == Some(cursor)).unwrap_or(0);
    let width = usize::from(pen.area.width);
    // the action under the cursor is told in full
    let told = rows
        .get(here)
        .map(|(text, _)| wrapped(text.trim_start(), pen.area.width.saturating_sub(4)))
        .unwrap_or_default();
    let room = usize::from(pen.left());
    let first = (here + 1 + told.len().max(1)).saturating_sub(room);
    for (text, place) in rows.into_iter().skip(first) {
        match place {
            None => pen.line(Span::styled(cut(&text, width), look.theme.quiet())),
            Some(place) if place == cursor => {
                for (at, line) in told.iter().enumerate() {
                    pen.bar(format!("{}{line}", if at == 0 { "  " } else { "    " }), look.theme.focus());
                }
            }
            Some(_) => pen.line(Span::styled(cut(&text, width), look.theme.ink())),
        }
    }
}

fn said(look: &Look<'_>, action: &PlannedAction) -> String {
    let locale = look.locale();
    let finding = look.interview.selection().finding(&action.finding);
    let text = finding.map_or(action.finding.as_str(), |finding| look.text(&finding.action));
    let weeks = match (action.week, action.until) {
        (0, _) => String::new(),
        (from, to) if from == to => t!("goals.plan.week", locale = locale, from = from).into_owned(),
        (from, to) => t!("goals.plan.weeks", locale = locale, from = from, to = to).into_owned(),
    };
    let marks = [(action.moved, "goals.plan.moved"), (action.standard, "goals.plan.standard")];
    let marks = marks.into_iter().filter(|(shown, _)| *shown).map(|(_, key)| t!(key, locale = locale).into_owned());
    let about: Vec<String> =
        [weeks, look.display.hours(action.hours)].into_iter().chain(marks).filter(|one| !one.is_empty()).collect();
    format!("  {} · {text}", about.join(" · "))
}
