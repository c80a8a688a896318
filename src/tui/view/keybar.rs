//! The bottom line: what can be pressed just now, as much of it as fits.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use crate::tui::keymap::{Binding, bindings};
use crate::tui::look::Look;
use crate::tui::pen::Pen;
use crate::tui::theme::Theme;

/// The key bar of the interview.
pub fn key_bar(pen: &mut Pen<'_>, look: &Look<'_>) {
    let mut bindings = bindings(look.interview);
    // On a shared screen the keys for what is private work, and are not named.
    bindings.retain(|binding| !(binding.internal && look.interview.is_shared()));
    bar(pen, &bindings, look.theme, look.locale());
}

/// A key bar; the keys that matter least are left out first.
pub fn bar(pen: &mut Pen<'_>, bindings: &[&'static Binding], theme: Theme, locale: &str) {
    const GAP: usize = 3;
    let mut listed: Vec<(&Binding, String)> = Vec::new();
    for binding in bindings.iter().filter(|binding| binding.rank > 0 && !binding.label.is_empty()) {
        let said = t!(binding.label, locale = locale).into_owned();
        if !listed.iter().any(|(other, words)| *words == said || other.name == binding.name) {
            listed.push((binding, said));
        }
    }
    let width = |one: &(&Binding, String)| one.0.name.width() + 1 + one.1.width() + GAP;
    while listed.iter().map(width).sum::<usize>() > usize::from(pen.area.width) + GAP {
        let least = listed.iter().map(|(binding, _)| binding.rank).max().unwrap_or(0);
        let Some(at) = listed.iter().rposition(|(binding, _)| binding.rank == least) else { return };
        listed.remove(at);
    }
    let spans = listed.into_iter().flat_map(|(binding, said)| {
        [Span::styled(binding.name, theme.loud()), Span::styled(format!(" {said}   "), theme.quiet())]
    });
    pen.line(Line::from_iter(spans));
}
