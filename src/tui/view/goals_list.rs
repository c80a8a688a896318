//! The list of goals, and how one came about.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::goals::title;
use super::reading::scrolled;
use crate::evaluation::GoalEvaluation;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, wrapped};

/// The goals; the one under the cursor is told in full.
pub fn list(pen: &mut Pen<'_>, look: &Look<'_>, cursor: usize) {
    title(pen, look, "goals");
    let goals = &look.interview.evaluation().goals;
    if goals.is_empty() {
        pen.text(&t!("goals.list.empty", locale = look.locale()), look.theme.ink());
    }
    // what is told of the goal under the cursor keeps its room; goals far above it scroll away
    let first = cursor.saturating_sub(usize::from(pen.left()).saturating_sub(9).max(1) - 1);
    for (at, goal) in goals.iter().enumerate().skip(first) {
        let selection = look.interview.selection();
        let label = look.display.goal_label(selection, goal);
        let state = look.display.goal_status(goal.status);
        let verdict = goal.verdict.map(|verdict| look.display.goal_verdict(verdict)).unwrap_or_default();
        let right = if verdict.is_empty() { state } else { format!("{verdict} · {state}") };
        if at == cursor {
            pen.bar(cut(&label, usize::from(pen.area.width)), look.theme.focus());
            told(pen, look, goal, &right);
            pen.gap();
        } else {
            pen.line_and_right(
                Line::from(cut(&label, usize::from(pen.area.width))),
                Span::styled(right, look.theme.quiet()),
            );
        }
    }
}

fn told(pen: &mut Pen<'_>, look: &Look<'_>, goal: &GoalEvaluation, state: &str) {
    // First, so that it stays on the smallest screen.
    pen.line(Span::styled(state.to_owned(), look.theme.accent()));
    for (text, style) in lines(look, goal) {
        pen.text(&text, style);
    }
}

/// Everything to be said of a goal, one text each, with how it looks.
pub fn lines(look: &Look<'_>, goal: &GoalEvaluation) -> Vec<(String, Style)> {
    let (locale, display, theme) = (look.locale(), &look.display, look.theme);
    let selection = look.interview.selection();
    let mut lines = Vec::new();
    if goal.index.is_none() {
        lines.push((t!("goals.list.wish", locale = locale).into_owned(), theme.quiet()));
    }
    if let Some(check) = &goal.replaced_by {
        lines.push((display.goal_check(selection, goal, check), theme.accent()));
    }
    lines.push((display.goal_sentence(selection, goal), theme.ink()));
    lines.extend(display.goal_comparison(selection, goal).map(|text| (text, theme.accent())));
    lines.extend(display.goal_inverse(selection, goal).map(|text| (text, theme.ink())));
    for flag in &goal.flags {
        lines.push((display.goal_flag(*flag), theme.accent()));
    }
    for check in &goal.conditions {
        let text = display.goal_check(selection, goal, check);
        let condition = display.goal_condition(selection, goal, check);
        lines.push((format!("{text} {condition}").trim().to_owned(), theme.quiet()));
    }
    if goal.stated.is_open() && !goal.blanks.is_empty() {
        let list: Vec<String> = goal.blanks.iter().map(|blank| display.goal_blank(*blank)).collect();
        let list = display.names(&list);
        lines.push((t!("goals.list.missing", locale = locale, list = list).into_owned(), theme.quiet()));
    }
    lines
}

/// How a goal came about.
pub fn explained(pen: &mut Pen<'_>, look: &Look<'_>, goal: usize, scroll: usize) -> usize {
    let Some(goal) = look.interview.evaluation().goals.get(goal) else { return 0 };
    scrolled(pen, look.theme, look.locale(), scroll, |pen| {
        let selection = look.interview.selection();
        title(pen, look, "explain");
        pen.text(&look.display.goal_label(selection, goal), look.theme.loud());
        for (text, style) in lines(look, goal) {
            pen.text(&text, style);
        }
        pen.gap();
        for step in crate::evaluation::goal_arithmetic(selection, goal) {
            pen.text(&step, look.theme.ink());
        }
        pen.gap();
        for text in look.display.goal_assumptions(selection, goal) {
            let width = pen.area.width.saturating_sub(2);
            for (at, line) in wrapped(&text, width).into_iter().enumerate() {
                let lead = if at == 0 { "– " } else { "  " };
                pen.line(Span::styled(format!("{lead}{line}"), look.theme.ink()));
            }
        }
        if goal.range.is_some() && !look.interview.is_shared() {
            pen.gap();
            pen.text(&look.display.goal_record(goal.calibration), look.theme.quiet());
        }
        if let Some(test) = &goal.test {
            pen.text(&look.display.ab_test(test), look.theme.quiet());
        }
    })
}
