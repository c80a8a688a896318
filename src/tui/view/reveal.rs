//! One fact at a time, in the client's own figures; meant to be seen by the client.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::boxed;
use crate::interview::{Revealing, Told};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, wrapped};

/// The fact, the question it leads to, the reaction.
pub fn reveal(pen: &mut Pen<'_>, look: &Look<'_>, revealing: &Revealing) {
    let locale = look.locale();
    let width = pen.area.width;
    pen.area.width = width.min(72);
    let title = if look.interview.is_self() { "call.reveal.self_title" } else { "call.reveal.title" };
    let (at, of) = (revealing.at + 1, revealing.facts.len());
    let place =
        if at <= of { t!("tui.folded_place", locale = locale, at = at, of = of).into_owned() } else { String::new() };
    pen.line_and_right(
        Span::styled(t!(title, locale = locale).into_owned(), look.theme.quiet()),
        Span::styled(place, look.theme.quiet()),
    );
    pen.gap();
    match revealing.finding() {
        Some(finding) => fact(pen, look, revealing, finding),
        None if of == 0 => pen.text(&t!("call.reveal.nothing", locale = locale), look.theme.ink()),
        None => {
            loud(pen, look, &t!("call.reveal.gives_title", locale = locale));
            pen.gap();
            pen.text(&t!("call.reveal.gives", locale = locale), look.theme.ink());
        }
    }
    pen.area.width = width;
}

fn fact(pen: &mut Pen<'_>, look: &Look<'_>, revealing: &Revealing, finding: &str) {
    let locale = look.locale();
    match look.interview.told(finding) {
        Some(told) => {
            loud(pen, look, &sentence(look, &told));
            if let Some(quote) = told.quote.as_ref().filter(|_| pen.left() > 7) {
                pen.gap();
                pen.text_at_most(&format!("“{quote}”"), look.theme.ink(), 3);
            }
        }
        None => loud(pen, look, &t!("call.reveal.no_longer", locale = locale)),
    }
    pen.gap();
    let reaction = look.interview.reaction(finding);
    if reaction.is_some_and(|one| one.disputed) {
        pen.text(&t!("call.reveal.disputed", locale = locale), look.theme.accent());
    }
    if !look.interview.is_self() {
        pen.line(Span::styled(t!("call.reveal.question", locale = locale).into_owned(), look.theme.accent()));
    }
    match &revealing.typing {
        Some(line) => {
            boxed::line(pen, look, pen.area.width, line, true);
        }
        None => {
            let said = reaction.map(|one| one.reaction.clone()).unwrap_or_default();
            if said.is_empty() {
                let hint = if look.interview.is_self() { "call.reveal.self_hint" } else { "call.reveal.hint" };
                pen.text(&t!(hint, locale = locale), look.theme.quiet());
            } else {
                pen.text_at_most(&format!("“{said}”"), look.theme.ink(), 4);
            }
        }
    }
}

/// The fact as one sentence.
fn sentence(look: &Look<'_>, told: &Told) -> String {
    let locale = look.locale();
    let is_self = look.interview.is_self();
    match told.halves.as_slice() {
        [one, another] => {
            let key = if is_self { "call.reveal.self_two" } else { "call.reveal.two" };
            t!(key, locale = locale, x = one, y = another).into_owned()
        }
        [one] => {
            let key = if is_self { "call.reveal.self_one" } else { "call.reveal.one" };
            t!(key, locale = locale, x = one).into_owned()
        }
        _ => {
            let figures: Vec<String> = told.figures.iter().map(|(label, value)| format!("{label}: {value}")).collect();
            let key = if is_self { "call.reveal.self_figures" } else { "call.reveal.figures" };
            t!(key, locale = locale, figures = figures.join("; ")).into_owned()
        }
    }
}

fn loud(pen: &mut Pen<'_>, look: &Look<'_>, text: &str) {
    for line in wrapped(text, pen.area.width.saturating_sub(2)) {
        pen.line(Line::from(vec![Span::styled("▌ ", look.theme.accent()), Span::styled(line, look.theme.loud())]));
    }
}
