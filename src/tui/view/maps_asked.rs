//! Below a map: what is asked and typed, the choices, or what the map still needs.

use ratatui::text::{Line as TextLine, Span};
use rust_i18n::t;

use super::boxed::typed;
use super::maps::told;
use super::maps_rows::{named, step, word};
use crate::assessment::{Branch, NodeKind};
use crate::interview::{About, Asked, MapsEditor};
use crate::questionnaire::Kind;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut};

/// The most lines of what is still open.
const MOST_TOLD: usize = 3;

/// What is being typed into an open way.
pub struct Written<'a> {
    /// The way: the step it leaves, and which of its ways.
    pub way: (usize, Branch),
    /// The shape it will have.
    pub kind: NodeKind,
    /// The text so far.
    pub text: &'a str,
}

/// The step that is being typed, when it is a new one.
pub fn written(editor: &MapsEditor) -> Option<Written<'_>> {
    let asked = editor.asked.as_ref()?;
    match asked.about {
        About::Next { from, branch, target: None, .. } if !asked.line.is_empty() => {
            Some(Written { way: (from, branch), kind: asked.kind(), text: asked.line.text() })
        }
        _ => None,
    }
}

/// The step that is to be gone on with, while one is looked for.
pub fn target(editor: &MapsEditor) -> Option<usize> {
    match editor.asked.as_ref()?.about {
        About::Next { target, .. } => target,
        _ => None,
    }
}

/// How many lines it takes.
pub fn lines(look: &Look<'_>, editor: &MapsEditor, room: u16) -> u16 {
    let most = room.saturating_sub(4).max(2);
    let wanted = match &editor.asked {
        Some(asked) if asked.is_written() => 2,
        Some(asked) => 1 + choices(look, asked).len(),
        None => editor.map().map_or(1, |map| told(look, map).len().min(if room >= 14 { MOST_TOLD } else { 1 })),
    };
    (wanted as u16).min(most)
}

/// Draws it.
pub fn asked(pen: &mut Pen<'_>, look: &Look<'_>, editor: &MapsEditor) {
    let locale = look.locale();
    match &editor.asked {
        Some(asked) if asked.is_written() => {
            pen.line(Span::styled(cut(&ask(look, editor, asked), usize::from(pen.area.width)), look.theme.accent()));
            line(pen, look, editor, asked);
        }
        Some(asked) => {
            pen.line(Span::styled(cut(&ask(look, editor, asked), usize::from(pen.area.width)), look.theme.accent()));
            for (at, (label, help)) in choices(look, asked).into_iter().enumerate() {
                let text = format!(" {} {label}", at + 1);
                let help = if help.is_empty() { String::new() } else { format!("  {help}") };
                match at == asked.cursor {
                    true => pen.bar(Span::styled(format!("{text}{help}"), look.theme.focus()), look.theme.focus()),
                    false => pen.line(TextLine::from(vec![
                        Span::styled(text, look.theme.ink()),
                        Span::styled(help, look.theme.quiet()),
                    ])),
                }
            }
        }
        None => {
            let said = editor.map().map(|map| told(look, map)).unwrap_or_default();
            let room = usize::from(pen.left());
            let left_out = said.len().saturating_sub(room);
            for (at, text) in said.iter().take(room).enumerate() {
                let more = match left_out {
                    1.. if at + 1 == room => {
                        format!(" {}", t!("maps.told.more", locale = locale, count = left_out))
                    }
                    _ => String::new(),
                };
                let text = cut(text, usize::from(pen.area.width).saturating_sub(more.chars().count()));
                pen.line(Span::styled(format!("{text}{more}"), look.theme.quiet()));
            }
        }
    }
}

/// The words of what is asked.
fn ask(look: &Look<'_>, editor: &MapsEditor, asked: &Asked) -> String {
    let locale = look.locale();
    let name =
        |at: usize| editor.map().and_then(|map| map.nodes.get(at)).map(|node| named(node, locale)).unwrap_or_default();
    let text = match asked.about {
        About::Name if editor.maps.is_empty() => t!("maps.ask.first_name", locale = locale),
        About::Name => t!("maps.ask.name", locale = locale),
        About::Half => t!("maps.ask.half", locale = locale),
        About::Start => t!("maps.ask.start", locale = locale),
        About::Next { from, branch: Branch::Next, .. } => t!("maps.ask.next", locale = locale, step = name(from)),
        About::Next { from, branch, .. } => {
            t!("maps.ask.branch", locale = locale, step = name(from), branch = word(branch, locale))
        }
        About::Text(_) => t!("maps.ask.text", locale = locale),
        About::Owner(at) => t!("maps.ask.owner", locale = locale, step = name(at)),
        About::Metric(at) => t!("maps.ask.metric", locale = locale, step = name(at)),
        About::Kind(at) => t!("maps.ask.kind", locale = locale, step = name(at)),
    };
    crate::tui::safe(&text).into_owned()
}

/// What is typed, between the marks of its shape; or the step the way goes on with.
fn line(pen: &mut Pen<'_>, look: &Look<'_>, editor: &MapsEditor, asked: &Asked) {
    let area = pen.take(1);
    if area.height == 0 {
        return;
    }
    let locale = look.locale();
    if let About::Next { target: Some(to), .. } = asked.about {
        let to = editor.map().and_then(|map| map.nodes.get(to)).map(|node| step(node, locale)).unwrap_or_default();
        let text = t!("maps.on_with", locale = locale, step = to).into_owned();
        let width = usize::from(area.width);
        pen.buffer.set_span(area.x, area.y, &Span::styled(cut(&text, width), look.theme.loud()), area.width);
        return;
    }
    let (open, close) = match (asked.about, asked.kind()) {
        (About::Next { .. }, NodeKind::Task) => ("[ ", " ]"),
        (About::Next { .. }, NodeKind::Decision) => ("< ", " >"),
        (About::Next { .. } | About::Start, _) => ("( ", " )"),
        _ => ("▸ ", ""),
    };
    pen.buffer.set_span(area.x, area.y, &Span::styled(open, look.theme.accent()), area.width);
    let inner = ratatui::layout::Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    typed(pen, look, inner, &asked.line, look.interview.scratch().is_none());
    let written = pen.cursor.map_or(inner.x, |cursor| cursor.x);
    let rest = editor.completion().unwrap_or_default();
    let tail = match (rest.is_empty(), asked.line.is_empty()) {
        (false, _) => crate::tui::safe(&rest).into_owned(),
        (true, true) => hint(look, asked),
        (true, false) => close.to_owned(),
    };
    let after = match asked.line.cursor() == asked.line.text().len() {
        true => written,
        false => return,
    };
    let left = area.right().saturating_sub(after);
    pen.buffer.set_span(after, area.y, &Span::styled(cut(&tail, usize::from(left)), look.theme.quiet()), left);
}

/// What an empty line comes to.
fn hint(look: &Look<'_>, asked: &Asked) -> String {
    let key = match (asked.about, asked.kind()) {
        (About::Next { .. }, NodeKind::End) => "maps.hint.end",
        (About::Next { .. }, NodeKind::Decision) => "maps.hint.decision",
        (About::Next { .. }, _) => "maps.hint.next",
        (About::Owner(_), _) => "maps.hint.owner",
        (About::Metric(_), _) => "maps.hint.metric",
        (About::Name, _) => "maps.hint.name",
        (About::Start, _) => "maps.hint.start",
        _ => return String::new(),
    };
    t!(key, locale = look.locale()).into_owned()
}

fn choices(look: &Look<'_>, asked: &Asked) -> Vec<(String, String)> {
    let locale = look.locale();
    match (&look.interview.question().kind, asked.about) {
        (Kind::Maps { halves, .. }, About::Half) => {
            let pairs = halves.iter().map(|half| (look.text(&half.label).to_owned(), look.text(&half.help).to_owned()));
            pairs.collect()
        }
        _ => NodeKind::ALL
            .iter()
            .map(|kind| (t!(format!("maps.kind.{}", kind.id()), locale = locale).into_owned(), String::new()))
            .collect(),
    }
}
