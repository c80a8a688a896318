//! Jumping to any question; finding the one a scratch line belongs to.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::boxed;
use super::outline::mark;
use crate::interview::{Action, Edit, Found, Picker, Purpose};
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::{Pen, cut, fitted};

const AREA: usize = 18;
const WIDEST_LABEL: usize = 38;
/// Columns below which what is said beside a label would be no use.
const LEAST_BESIDE: usize = 14;

/// The filter and what it leaves.
pub fn picker(pen: &mut Pen<'_>, look: &Look<'_>, picker: &Picker) {
    let locale = look.locale();
    title(pen, look, picker.purpose);
    boxed::line(pen, look, pen.area.width, &picker.filter, look.interview.scratch().is_none());
    if picker.found.is_empty() {
        return pen.line(Span::styled(t!("tui.nothing_found", locale = locale).into_owned(), look.theme.quiet()));
    }
    let room = usize::from(pen.left());
    let first = (picker.cursor + 1).saturating_sub(room);
    for (at, found) in picker.found.iter().enumerate().skip(first).take(room) {
        let is_here = at == picker.cursor;
        let line = entry(look, found, usize::from(pen.area.width), is_here);
        pen.clickable(1, steps(picker.cursor, at).into_iter().chain([Action::Edit(Edit::Enter)]).collect());
        if is_here { pen.bar(line, look.theme.focus()) } else { pen.line(line) }
    }
}

fn title(pen: &mut Pen<'_>, look: &Look<'_>, purpose: Purpose) {
    let (key, note) = match purpose {
        Purpose::Jump => ("tui.jump", None),
        Purpose::Tray => ("nav.pick.tray", None),
        Purpose::Answer { note, .. } => ("nav.pick.answer", Some(note)),
        Purpose::Quote { note } => ("nav.pick.quote", Some(note)),
    };
    pen.line(Span::styled(t!(key, locale = look.locale()).into_owned(), look.theme.loud()));
    if let Some(note) = note.and_then(|at| look.interview.assessment().notes.get(at)) {
        let lines = if pen.left() > 12 { 2 } else { 1 };
        pen.text_at_most(&format!("“{}”", note.text), look.theme.accent(), lines);
    }
}

fn entry<'a>(look: &Look<'a>, found: &'a Found, width: usize, is_here: bool) -> Line<'a> {
    let Some(question) = look.interview.selection().question(&found.id) else { return Line::default() };
    let theme = look.theme;
    let (ink, quiet) = if is_here { (theme.focus(), theme.focus()) } else { (theme.ink(), theme.quiet()) };
    let hit = if is_here { theme.focus() } else { theme.accent() }.add_modifier(Modifier::UNDERLINED);
    let standing = look.interview.evaluation().standing(&found.id);
    let area = look.interview.area_of(question).map_or("", |area| look.text(&area.title));
    let between = width.saturating_sub(3 + AREA + 2);
    let label = if between >= WIDEST_LABEL + LEAST_BESIDE { WIDEST_LABEL } else { between };
    let beside = between.saturating_sub(label + 1);
    let mut spans = vec![Span::styled(format!(" {} ", mark(standing)), quiet)];
    spans.extend(emphasised(look.text(&question.label), &found.in_label, label, ink, hit));
    spans.push(Span::raw(" "));
    if beside >= LEAST_BESIDE {
        spans.extend(said_beside(look, found, beside, quiet, hit));
        spans.push(Span::raw(" "));
    }
    let area_width = cut(area, AREA).width();
    spans.push(Span::styled(" ".repeat(AREA - area_width), quiet));
    spans.extend(emphasised(area, &found.in_area, area_width, quiet, hit));
    Line::from(spans)
}

/// Beside the label: the words that match, or what was answered, or that it was put off.
fn said_beside<'a>(look: &Look<'a>, found: &'a Found, width: usize, quiet: Style, hit: Style) -> Vec<Span<'a>> {
    if let Some((words, part)) = &found.in_words {
        // What matches must be seen, whatever stands before it.
        let clusters: Vec<&str> = words[..part.start].graphemes(true).collect();
        let most = width.saturating_sub(words[part.clone()].width()) / 2;
        let before = match clusters.len() > most {
            true => format!("…{}", clusters[clusters.len() - most.saturating_sub(1)..].concat()),
            false => clusters.concat(),
        };
        let before = cut(&before, width);
        let rest = width.saturating_sub(before.width());
        let inside = cut(&words[part.clone()], rest);
        let rest = rest.saturating_sub(inside.width());
        let after = fitted(&words[part.end..], rest, false);
        return vec![Span::styled(before, quiet), Span::styled(inside, hit), Span::styled(after, quiet)];
    }
    let question = look.interview.selection().question(&found.id);
    let said = match question.and_then(|question| look.answered(question)) {
        Some(answer) => answer,
        None if look.interview.is_put_off(&found.id) => t!("tui.standing.later", locale = look.locale()).into_owned(),
        None => String::new(),
    };
    vec![Span::styled(fitted(&said, width, false), quiet)]
}

/// A text in a width, some of its characters emphasised.
fn emphasised<'a>(text: &str, hits: &[u32], width: usize, plain: Style, hit: Style) -> Vec<Span<'a>> {
    let shown = fitted(text, width, false);
    let is_itself = shown.starts_with(text.get(..text.len().min(8)).unwrap_or(text));
    let mut spans: Vec<Span<'a>> = Vec::new();
    for (at, one) in shown.graphemes(true).enumerate() {
        let is_hit = is_itself && one != "…" && u32::try_from(at).is_ok_and(|at| hits.contains(&at));
        let style = if is_hit { hit } else { plain };
        match spans.last_mut().filter(|last| last.style == style) {
            Some(last) => last.content.to_mut().push_str(one),
            None => spans.push(Span::styled(one.to_owned(), style)),
        }
    }
    spans
}
