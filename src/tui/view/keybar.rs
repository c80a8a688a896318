//! The bottom line: what can be pressed just now, as much of it as fits.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use crate::tui::Hit;
use crate::tui::keymap::{Bound, bindings};
use crate::tui::look::Look;
use crate::tui::pen::Pen;
use crate::tui::theme::Theme;

/// The key bar of the interview.
pub fn key_bar(pen: &mut Pen<'_>, look: &Look<'_>) {
    let mut bindings = bindings(look.interview, look.keymap);
    // On a shared screen the keys for what is private work, and are not named.
    bindings.retain(|bound| !(bound.binding.internal && look.interview.is_shared()));
    bar(pen, &bindings, look.theme, look.locale());
}

/// A key bar; the keys that matter least are left out first, and each can be clicked.
pub fn bar(pen: &mut Pen<'_>, bindings: &[Bound], theme: Theme, locale: &str) {
    const GAP: usize = 3;
    let mut listed: Vec<(&Bound, String)> = Vec::new();
    for bound in bindings.iter().filter(|bound| bound.binding.rank > 0 && !bound.binding.label.is_empty()) {
        let said = t!(bound.binding.label, locale = locale).into_owned();
        if !listed.iter().any(|(other, words)| *words == said || other.name == bound.name) {
            listed.push((bound, said));
        }
    }
    let width = |one: &(&Bound, String)| one.0.name.width() + 1 + one.1.width() + GAP;
    while listed.iter().map(width).sum::<usize>() > usize::from(pen.area.width) + GAP {
        let least = listed.iter().map(|(bound, _)| bound.binding.rank).max().unwrap_or(0);
        let Some(at) = listed.iter().rposition(|(bound, _)| bound.binding.rank == least) else { return };
        listed.remove(at);
    }
    let mut x = pen.area.x;
    for one in &listed {
        let wide = width(one) as u16;
        let area = Rect { x, width: wide - GAP as u16, height: pen.area.height.min(1), ..pen.area };
        if let Some(action) = one.0.binding.clicked() {
            pen.hits.push(Hit { area, actions: vec![action] });
        }
        x = x.saturating_add(wide);
    }
    let spans = listed.into_iter().flat_map(|(bound, said)| {
        [Span::styled(bound.name.as_ref(), theme.loud()), Span::styled(format!(" {said}   "), theme.quiet())]
    });
    pen.line(Line::from_iter(spans));
}
