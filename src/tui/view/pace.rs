//! How the time goes, the opening of a call, the choice of a route.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use crate::interview::{Pace, PaceStanding, RouteChoice};
use crate::questionnaire::Question;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, fitted};

/// The time in the header: how much of how much, and whether that is where it should be.
pub fn in_header(look: &Look<'_>, width: u16) -> Option<Span<'static>> {
    let pace = look.interview.pace()?;
    let locale = look.locale();
    let time = t!("call.pace.minutes", locale = locale, minute = pace.minute, of = pace.route.minutes);
    if !pace.is_running {
        let text = format!("{time} · {}", t!("call.pace.paused", locale = locale));
        return Some(Span::styled(text, look.theme.quiet()));
    }
    // How the time goes is between the consultant and the clock.
    if look.interview.is_shared() {
        return Some(Span::styled(time.into_owned(), look.theme.quiet()));
    }
    // Where there is little room, what is as it should be need not be said.
    if width < 72 && !pace.is_behind() {
        return Some(Span::styled(time.into_owned(), look.theme.quiet()));
    }
    let style = if pace.is_behind() { look.theme.accent() } else { look.theme.quiet() };
    Some(Span::styled(format!("{time} · {}", standing(&pace, locale)), style))
}

fn standing(pace: &Pace<'_>, locale: &str) -> String {
    match pace.standing {
        PaceStanding::OnPace => t!("call.pace.on_pace", locale = locale).into_owned(),
        PaceStanding::Ahead(minutes) => t!("call.pace.ahead", locale = locale, minutes = minutes).into_owned(),
        PaceStanding::Behind(minutes) => t!("call.pace.behind", locale = locale, minutes = minutes).into_owned(),
        PaceStanding::Over(0) => t!("call.pace.up", locale = locale).into_owned(),
        PaceStanding::Over(minutes) => t!("call.pace.over", locale = locale, minutes = minutes).into_owned(),
    }
}

/// Every part with its time, where the conversation is, where the clock is.
pub fn pace(pen: &mut Pen<'_>, look: &Look<'_>) {
    let Some(pace) = look.interview.pace() else { return };
    let locale = look.locale();
    let is_shared = look.interview.is_shared();
    let time = t!("call.pace.minutes", locale = locale, minute = pace.minute, of = pace.route.minutes);
    let said = match (pace.is_running, is_shared) {
        (false, _) => format!("{time} · {}", t!("call.pace.paused", locale = locale)),
        (true, true) => time.into_owned(),
        (true, false) => format!("{time} · {}", standing(&pace, locale)),
    };
    pen.line_and_right(
        Span::styled(cut(look.text(&pace.route.title), 60), look.theme.loud()),
        Span::styled(said, if pace.is_behind() && !is_shared { look.theme.accent() } else { look.theme.quiet() }),
    );
    pen.gap();
    let advice = if is_shared { Vec::new() } else { advice(look, &pace) };
    let room = usize::from(pen.left()).saturating_sub(advice.len() + 1);
    let first = (pace.here + 2).saturating_sub(room).min(pace.parts.len().saturating_sub(room));
    for (at, one) in pace.parts.iter().enumerate().skip(first).take(room) {
        let pointer = if at == pace.here { "▸" } else { " " };
        let clock = if at == pace.due { t!("call.pace.clock", locale = locale).into_owned() } else { String::new() };
        let count = match (one.of, at < pace.here) {
            (_, true) if one.done == one.of => t!("call.pace.over_part", locale = locale).into_owned(),
            (0, _) => String::new(),
            (of, _) => t!("tui.folded_place", locale = locale, at = one.done, of = of).into_owned(),
        };
        let span = format!("{pointer} {:>2}–{:<2}  ", one.part.from, one.part.to);
        let width = usize::from(pen.area.width).saturating_sub(10 + 10 + 18);
        let style = if at == pace.here { look.theme.accent() } else { look.theme.ink() };
        pen.line(Line::from(vec![
            Span::styled(span, look.theme.quiet()),
            Span::styled(fitted(look.text(&one.part.title), width.min(46), false), style),
            Span::styled(fitted(&count, 10, true), look.theme.quiet()),
            Span::styled(format!("   {clock}"), look.theme.accent()),
        ]));
    }
    pen.gap();
    for line in advice {
        pen.text_at_most(&line, look.theme.quiet(), 2);
    }
}

/// What is left for this part, and while behind what to leave out.
fn advice(look: &Look<'_>, pace: &Pace<'_>) -> Vec<String> {
    let locale = look.locale();
    let here = pace.parts.get(pace.here).map_or("", |here| look.text(&here.part.title));
    let mut lines = vec![match pace.left() {
        0 => t!("call.pace.none_left", locale = locale, part = here).into_owned(),
        1 => t!("call.pace.one_left", locale = locale, part = here).into_owned(),
        left => t!("call.pace.left", locale = locale, part = here, minutes = left).into_owned(),
    }];
    if pace.is_behind() {
        let labels = |questions: Vec<&Question>| {
            let labels: Vec<String> = questions.iter().map(|one| look.text(&one.label).to_owned()).collect();
            (!labels.is_empty()).then(|| look.display.names(&labels))
        };
        let skip = labels(look.interview.may_be_left_out());
        lines.extend(skip.map(|names| t!("call.pace.leave_out", locale = locale, names = names).into_owned()));
        let later = labels(look.interview.may_come_later());
        lines.extend(later.map(|names| t!("call.pace.come_later", locale = locale, names = names).into_owned()));
    }
    lines
}

/// The script, the consent, and what to answer when the call itself is in doubt.
pub fn opening(pen: &mut Pen<'_>, look: &Look<'_>) {
    let locale = look.locale();
    let Some(route) = look.interview.route() else { return };
    pen.line(Span::styled(t!("call.opening.title", locale = locale).into_owned(), look.theme.quiet()));
    pen.gap();
    let width = pen.area.width;
    pen.area.width = width.min(72);
    let script = route.parts.first().map_or("", |part| look.text(&part.script));
    for line in crate::tui::pen::wrapped(script, pen.area.width.saturating_sub(2)) {
        pen.line(Line::from(vec![Span::styled("▌ ", look.theme.accent()), Span::styled(line, look.theme.loud())]));
    }
    pen.gap();
    let consent = look.interview.assessment().consent;
    let (mark, key) = match consent {
        Some(_) => ("[x]", "call.opening.consent"),
        None => ("[ ]", "call.opening.no_consent"),
    };
    pen.line(Line::from(vec![
        Span::styled(format!("{mark} "), look.theme.accent()),
        Span::styled(t!(key, locale = locale).into_owned(), look.theme.ink()),
    ]));
    if !look.interview.is_shared() && usize::from(pen.left()) > route.replies.len() * 2 {
        pen.gap();
        for reply in &route.replies {
            pen.line(Span::styled(format!("“{}”", look.text(&reply.said)), look.theme.quiet()));
            (pen.area.x, pen.area.width) = (pen.area.x + 2, pen.area.width.saturating_sub(2));
            pen.text_at_most(look.text(&reply.answer), look.theme.ink(), 2);
            (pen.area.x, pen.area.width) = (pen.area.x - 2, pen.area.width + 2);
        }
    }
    pen.area.width = width;
}

/// The routes to choose from, and the questionnaire's own order.
pub fn routes(pen: &mut Pen<'_>, look: &Look<'_>, choice: &RouteChoice) {
    let locale = look.locale();
    let title = if choice.starts { "call.route.start" } else { "call.route.title" };
    pen.line(Span::styled(t!(title, locale = locale).into_owned(), look.theme.loud()));
    pen.gap();
    let routes = look.interview.routes();
    let mut lines: Vec<(String, String)> = routes
        .iter()
        .map(|route| {
            let musts = route.parts.iter().flat_map(|part| &part.steps).count();
            let about = t!("call.route.about", locale = locale, parts = route.parts.len(), questions = musts);
            (look.text(&route.title).to_owned(), about.into_owned())
        })
        .collect();
    lines.push((t!("call.route.none", locale = locale).into_owned(), String::new()));
    for (at, (name, about)) in lines.iter().enumerate() {
        let name = fitted(&format!(" {}  {name}", at + 1), 40, false);
        if at == choice.cursor {
            pen.bar(Line::from(format!("{name} {about}")), look.theme.focus());
        } else {
            pen.line(Line::from(vec![
                Span::styled(name, look.theme.ink()),
                Span::styled(format!(" {about}"), look.theme.quiet()),
            ]));
        }
    }
    pen.gap();
    pen.text(&t!("call.route.hint", locale = locale), look.theme.quiet());
}
