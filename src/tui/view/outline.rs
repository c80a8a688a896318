//! The way through the conversation: areas, and the questions of the current one.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::best::{by_best, stakes};
use crate::evaluation::{Overall, Standing};
use crate::interview::{Action, AreaProgress, Go};
use crate::questionnaire::Questionnaire;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, fitted, wrapped};

/// How a standing is marked: always at the same place, explained in the help.
pub fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Answered => "●",
        Standing::Unknown => "?",
        Standing::NotApplicable => "–",
        Standing::Owed => "◐",
        Standing::Open | Standing::Hidden => "○",
    }
}

/// Every area with its marks, the current one unfolded, or the open questions by what they could change; the score at the
/// foot.
pub fn outline(pen: &mut Pen<'_>, look: &Look<'_>) {
    let foot = foot(look, pen.area.width);
    let room = usize::from(pen.left()).saturating_sub(foot.len() + 1);
    let lines = if look.interview.is_sorted_by_best() {
        by_best(look, pen.area.width, room)
    } else {
        areas(look, pen.area.width, room)
    };
    for (line, id) in lines {
        if !id.is_empty() {
            pen.clickable(1, vec![Action::Go(Go::To(id.to_owned()))]);
        }
        pen.line(line);
    }
    while usize::from(pen.left()) > foot.len() {
        pen.gap();
    }
    for line in foot {
        pen.line(line);
    }
}

/// Lines and the question a click on each goes to; none where that is empty.
fn areas<'a>(look: &Look<'a>, width: u16, room: usize) -> Vec<(Line<'a>, &'a str)> {
    let current = look.interview.question();
    let areas = look.interview.progress();
    let unfolded: Vec<(Vec<Line<'_>>, &str)> = areas
        .iter()
        .filter(|area| area.area.id == current.area)
        .flat_map(|area| &area.questions)
        .map(|(question, standing)| {
            (question_lines(look, question, *standing, question.id == current.id, width), question.id.as_str())
        })
        .collect();
    let place = look.interview.place_in_area().0.saturating_sub(1);
    let height: usize = unfolded.iter().map(|(lines, _)| lines.len()).sum();
    let fits = areas.len() + height < room;
    let name = name_width(look, &areas, width);
    let mut lines: Vec<(Line<'_>, &str)> = Vec::new();
    let mut here = 0;
    for area in &areas {
        let is_current = area.area.id == current.area;
        if is_current {
            here = lines.len();
        }
        // A click on an area goes to its first open question.
        let is_open = |(_, standing): &&(_, Standing)| *standing == Standing::Open;
        let first = area.questions.iter().find(is_open).or(area.questions.first());
        lines.push((
            area_line(look, area, is_current, (name, width)),
            first.map_or("", |(question, _)| question.id.as_str()),
        ));
        if is_current && (fits || room > areas.len()) {
            here += unfolded.iter().take(place + 1).map(|(lines, _)| lines.len()).sum::<usize>();
            lines.extend(unfolded.iter().flat_map(|(of_one, id)| of_one.iter().map(|line| (line.clone(), *id))));
            if fits && room >= areas.len() + height + 2 {
                lines.push((Line::default(), ""));
            }
        }
    }
    let first = (here + 1).saturating_sub(room * 2 / 3).min(lines.len().saturating_sub(room));
    lines.into_iter().skip(first).take(room).collect()
}

/// The room for names: all they need, as far as the marks of every area still fit beside them.
fn name_width(look: &Look<'_>, areas: &[AreaProgress<'_>], width: u16) -> usize {
    let longest = areas.iter().map(|area| look.text(&area.area.title).width() + 2).max().unwrap_or(0);
    let marks = areas.iter().map(|area| area.questions.len()).max().unwrap_or(0);
    longest.min(usize::from(width).saturating_sub(6 + marks)).max(17)
}

fn area_line<'a>(look: &Look<'a>, area: &AreaProgress<'a>, is_current: bool, (name, width): (usize, u16)) -> Line<'a> {
    let theme = look.theme;
    let count = format!("{}/{}", area.done(), area.questions.len());
    let dots = if is_current {
        String::new()
    } else {
        area.questions.iter().map(|(_, standing)| mark(*standing)).collect::<String>()
    };
    let left = usize::from(width).saturating_sub(name + 6);
    let name = format!("{} ", fitted(look.text(&area.area.title), name - 1, false));
    let style = if is_current { theme.accent() } else { theme.ink() };
    Line::from(vec![
        Span::styled(name, style),
        Span::styled(fitted(&dots, left, false), theme.quiet()),
        Span::styled(fitted(&count, 6, true), if is_current { theme.accent() } else { theme.quiet() }),
    ])
}

/// A question's mark and label; a label that is too long goes on in the next line.
fn question_lines<'a>(
    look: &Look<'a>,
    question: &'a crate::questionnaire::Question,
    standing: Standing,
    is_here: bool,
    width: u16,
) -> Vec<Line<'a>> {
    let pointer = if is_here { "▸" } else { " " };
    let style = match standing {
        _ if is_here => look.theme.accent(),
        Standing::Open => look.theme.ink(),
        _ => look.theme.quiet(),
    };
    let line = |(at, text): (usize, String)| {
        let lead = if at == 0 { format!("{pointer} {} ", mark(standing)) } else { "    ".to_owned() };
        Line::from(Span::styled(fitted(&format!("{lead}{text}"), usize::from(width), false), style))
    };
    wrapped(look.text(&question.label), width.saturating_sub(4)).into_iter().enumerate().map(line).collect()
}

/// The questionnaire that the current question belongs to, and how it stands.
fn current<'a>(look: &Look<'a>) -> Option<(&'a Questionnaire, &'a Overall)> {
    let id = &look.interview.question().id;
    let judged = &look.interview.evaluation().questionnaires;
    let mut all = look.interview.selection().questionnaires.iter().zip(judged);
    let (questionnaire, judged) = all.find(|(one, _)| one.questions.iter().any(|question| question.id == *id))?;
    Some((questionnaire, &judged.overall))
}

fn foot<'a>(look: &Look<'a>, width: u16) -> Vec<Line<'a>> {
    let locale = look.locale();
    let theme = look.theme;
    let (done, of) = look.interview.total();
    let mut lines = vec![Line::from(Span::styled(
        t!("tui.done", locale = locale, done = done, of = of).into_owned(),
        theme.quiet(),
    ))];
    if !look.interview.shows_private() {
        return lines;
    }
    let Some((questionnaire, overall)) = current(look) else { return lines };
    if look.interview.selection().questionnaires.len() > 1 {
        let title = cut(look.text(&questionnaire.title), width.into());
        lines.push(Line::from(Span::styled(title, theme.quiet())));
    }
    let entry = |name: &str, value: String| {
        Line::from(vec![Span::styled(fitted(name, 11, false), theme.quiet()), Span::styled(value, theme.ink())])
    };
    if let (Some(low), Some(high)) = (overall.low, overall.high) {
        let range = look.display.internal_score_range(low, high);
        let shown = match overall.score {
            Some(score) => format!("{}   ({range})", look.display.internal_score(score)),
            None => range,
        };
        lines.push(entry(&t!("tui.score", locale = locale), shown));
    }
    lines.push(entry(&t!("tui.coverage", locale = locale), look.display.percent(overall.coverage * 100.0, 0)));
    if let Some(next) = look.interview.evaluation().next_questions.first() {
        let room = width.saturating_sub(11);
        let mut name = t!("tui.best_next", locale = locale).into_owned();
        for line in wrapped(look.label(&next.id), room) {
            lines.push(entry(&name, line));
            name.clear();
        }
        lines.extend(wrapped(&stakes(look, next), room).into_iter().map(|line| entry("", line)));
    }
    lines
}

/// The outline in one line, where there is no room for a column.
pub fn folded(pen: &mut Pen<'_>, look: &Look<'_>) {
    let interview = look.interview;
    let question = interview.question();
    let (at, of) = interview.place_in_area();
    let (done, all) = interview.total();
    let area = interview.area_of(question).map_or("", |area| look.text(&area.title));
    let mut spans = vec![Span::styled(cut(area, 24), look.theme.accent())];
    let place = t!("tui.folded_place", locale = look.locale(), at = at, of = of).into_owned();
    spans.push(Span::styled(format!("  {place}"), look.theme.quiet()));
    let areas = interview.progress();
    if let Some(area) = areas.iter().find(|area| area.area.id == question.area) {
        let dots: String = area.questions.iter().map(|(_, standing)| mark(*standing)).collect();
        spans.push(Span::styled(format!("  {dots}"), look.theme.quiet()));
    }
    let right = match current(look).filter(|_| interview.shows_private()) {
        Some((_, overall)) => {
            let coverage = look.display.percent(overall.coverage * 100.0, 0);
            let coverage = format!("{} {coverage}", t!("tui.coverage", locale = look.locale()));
            match (overall.low, overall.high) {
                (Some(low), Some(high)) => {
                    let score = t!("tui.score", locale = look.locale());
                    format!("{score} {}   {coverage}", look.display.internal_score_range(low, high))
                }
                _ => coverage,
            }
        }
        None => t!("tui.done", locale = look.locale(), done = done, of = all).into_owned(),
    };
    pen.line_and_right(Line::from(spans), Span::styled(right, look.theme.quiet()));
}
