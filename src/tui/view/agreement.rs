//! What there is beside what is wanted, and whether the gap is agreed; meant to be seen by the client.
//!
//! While the screen is shared the scores, ranges and coverage are left out: what is wanted needs none of them.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::boxed;
use crate::interview::{Agreeing, AgreementRow};
use crate::questionnaire::{Choice, Kind};
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::{Pen, cut, fitted, wrapped};

const NAME: usize = 18;
const BAR: usize = 16;
/// The columns the figures have.
const FIGURES: usize = 14;

/// Every area, the level that is wanted, and the question whether that is the gap.
pub fn agreement(pen: &mut Pen<'_>, look: &Look<'_>, agreeing: &Agreeing) {
    let locale = look.locale();
    let shows = look.interview.shows_private() || look.interview.is_self();
    let wide = pen.area.width >= 70;
    pen.line(Span::styled(t!("call.agreement.title", locale = locale).into_owned(), look.theme.loud()));
    let heads = [
        fitted("", NAME, false),
        if shows {
            fitted(&t!("call.agreement.current", locale = locale), BAR + if wide { FIGURES } else { 1 }, false)
        } else {
            String::new()
        },
        format!(" {}", t!("call.agreement.wanted", locale = locale)),
    ];
    pen.line(Span::styled(heads.concat(), look.theme.quiet()));
    let rows = look.interview.agreement();
    let below = u16::from(shows) + 1 + question_lines(pen, look, agreeing);
    let room = usize::from(pen.left().saturating_sub(below)).max(1);
    let first = (agreeing.cursor + 1).saturating_sub(room);
    for (at, row) in rows.iter().enumerate().skip(first).take(room) {
        if agreeing.missing.is_none() {
            pen.clickable(1, steps(agreeing.cursor, at));
        }
        pen.line(line(look, row, at == agreeing.cursor, shows, wide));
    }
    if let Some(row) = rows.get(agreeing.cursor).filter(|_| shows && pen.left() > 4) {
        pen.line(Span::styled(about(look, row), look.theme.quiet()));
    }
    pen.gap();
    question(pen, look, agreeing);
    if !shows && pen.left() > 1 {
        pen.line(Span::styled(t!("call.agreement.hidden", locale = locale).into_owned(), look.theme.quiet()));
    }
}

fn line<'a>(look: &Look<'a>, row: &AgreementRow<'a>, is_here: bool, shows: bool, wide: bool) -> Line<'a> {
    let theme = look.theme;
    let level = match row.wanted {
        Some(level) => {
            let word = look.interview.wanted_levels().get(level).map_or("", |word| look.text(word));
            format!("{level}  {word}")
        }
        None => t!("call.agreement.not_said", locale = look.locale()).into_owned(),
    };
    let pointer = if is_here { "▸ " } else { "  " };
    let name = fitted(&format!("{pointer}{}", look.text(&row.area.title)), NAME, false);
    let mut spans = vec![Span::styled(name, if is_here { theme.accent() } else { theme.ink() })];
    if shows {
        spans.push(Span::styled(bar(row), theme.ink()));
        let figures = if wide { fitted(&figures(look, row), FIGURES, false) } else { " ".to_owned() };
        spans.push(Span::styled(figures, theme.quiet()));
    }
    let style = if is_here { theme.focus() } else { theme.ink() };
    spans.push(Span::styled(format!(" {level} "), style));
    Line::from(spans)
}

/// Solid as far as the score, a thin line over what is possible, a mark where it is wanted to be.
fn bar(row: &AgreementRow<'_>) -> String {
    let place = |points: f64| ((points / 100.0 * (BAR - 2) as f64).round() as usize).min(BAR - 2);
    let score = row.current.score.filter(|_| row.current.printed).map(place);
    let (low, high) = (row.current.low.map(place), row.current.high.map(place));
    let wanted = row.current.wanted.map(place);
    let cell = |at: usize| match at {
        at if wanted == Some(at) => '▏',
        at if score.is_some_and(|score| at < score) => '█',
        at if low.is_some_and(|low| at >= low) && high.is_some_and(|high| at <= high) => '─',
        _ => ' ',
    };
    (0..BAR).map(cell).collect()
}

fn figures(look: &Look<'_>, row: &AgreementRow<'_>) -> String {
    let current = row.current;
    let coverage = look.display.percent(current.coverage.unwrap_or(0.0) * 100.0, 0);
    match (current.score.filter(|_| current.printed), current.low, current.high) {
        (Some(score), ..) => format!("{} · {coverage}", look.display.internal_score(score)),
        (None, Some(low), Some(high)) => look.display.internal_score_range(low, high),
        _ => String::new(),
    }
}

/// The area under the cursor in words: its score, what it can still come to, how much of it is known.
fn about(look: &Look<'_>, row: &AgreementRow<'_>) -> String {
    let (Some(low), Some(high)) = (row.current.low, row.current.high) else { return String::new() };
    let coverage = look.display.percent(row.current.coverage.unwrap_or(0.0) * 100.0, 0);
    let range = look.display.internal_score_range(low, high);
    let title = look.text(&row.area.title);
    match row.current.score.filter(|_| row.current.printed).map(|score| look.display.internal_score(score)) {
        Some(score) => {
            let key = "call.agreement.about";
            t!(key, locale = look.locale(), area = title, score = score, range = range, coverage = coverage)
        }
        None => {
            t!("call.agreement.about_open", locale = look.locale(), area = title, range = range, coverage = coverage)
        }
    }
    .into_owned()
}

fn answer(look: &Look<'_>, choice: &Choice, is_it: bool) -> String {
    let mark = if is_it { "●" } else { "○" };
    format!("{mark} {}   ", look.text(&choice.label))
}

/// The answers side by side, on as many lines as they need.
fn answers<'c>(look: &Look<'_>, choices: &'c [Choice], width: u16) -> Vec<Vec<&'c Choice>> {
    let mut lines: Vec<Vec<&Choice>> = Vec::new();
    let mut left = 0;
    for choice in choices {
        let needed = answer(look, choice, false).trim_end().width();
        match lines.last_mut().filter(|_| needed <= left) {
            Some(line) => line.push(choice),
            None => {
                lines.push(vec![choice]);
                left = usize::from(width);
            }
        }
        left = left.saturating_sub(needed + 3);
    }
    lines
}

/// How many lines the question of agreement takes, its answers or its field included.
fn question_lines(pen: &Pen<'_>, look: &Look<'_>, agreeing: &Agreeing) -> u16 {
    let Some(question) = look.interview.agreed_question() else { return 0 };
    let wording = wrapped(look.interview.wording(question), pen.area.width).len().min(2);
    let below = match &question.kind {
        _ if agreeing.missing.is_some() => 4,
        Kind::One(choices) => answers(look, choices, pen.area.width).len(),
        _ => 0,
    };
    (wording + below) as u16
}

fn question(pen: &mut Pen<'_>, look: &Look<'_>, agreeing: &Agreeing) {
    let locale = look.locale();
    let Some(question) = look.interview.agreed_question() else { return };
    let wording = look.interview.wording(question);
    pen.text_at_most(wording, look.theme.loud(), 2);
    if let Some(line) = &agreeing.missing {
        pen.line(Span::styled(t!("call.agreement.missing", locale = locale).into_owned(), look.theme.accent()));
        boxed::line(pen, look, pen.area.width.min(72), line, true);
        return;
    }
    let agreed = look.interview.agreed();
    let Kind::One(choices) = &question.kind else { return };
    for line in answers(look, choices, pen.area.width) {
        let spans = line.into_iter().map(|choice| {
            let is_it = agreed == Some(choice.id.as_str());
            let style = if is_it { look.theme.accent() } else { look.theme.quiet() };
            Span::styled(answer(look, choice, is_it), style)
        });
        pen.line(Line::from_iter(spans));
    }
    if let Some(quote) = look.interview.said_to_gap().filter(|_| pen.left() > 1) {
        pen.line(Span::styled(cut(&format!("“{quote}”"), pen.area.width.into()), look.theme.ink()));
    }
}
