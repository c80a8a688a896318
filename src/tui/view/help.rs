//! All keys, from the same list the key bar is made of.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::outline::mark;
use super::reading::scrolled;
use crate::evaluation::Standing;
use crate::tui::Keymap;
use crate::tui::keymap::help_sections;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, fitted};
use crate::tui::theme::Theme;

/// The keys, in as many columns as fit; gives how far they can be scrolled.
pub fn help(pen: &mut Pen<'_>, look: &Look<'_>, scroll: usize) -> usize {
    let with_accounts = look.interview.account_uses().is_some();
    sections(pen, look.keymap, look.theme, look.locale(), (!look.interview.shows_private(), with_accounts), scroll)
}

/// The same for the first screen, where there is no interview yet.
pub fn sections(
    pen: &mut Pen<'_>,
    keymap: &Keymap,
    theme: Theme,
    locale: &str,
    (without_internal, with_accounts): (bool, bool),
    scroll: usize,
) -> usize {
    pen.line(Span::styled(t!("tui.help.title", locale = locale).into_owned(), theme.loud()));
    pen.gap();
    let columns = if pen.area.width >= 68 { 2 } else { 1 };
    let width = usize::from(pen.area.width) / columns;
    let mut lines: Vec<Line<'_>> = Vec::new();
    for (heading, bindings) in help_sections(without_internal, with_accounts, keymap) {
        lines.push(Line::from(Span::styled(t!(heading, locale = locale).into_owned(), theme.quiet())));
        let entries: Vec<Vec<Span<'_>>> = bindings
            .iter()
            .map(|binding| {
                vec![
                    Span::styled(fitted(&binding.name, 11, false), theme.accent()),
                    Span::styled(fitted(&t!(binding.binding.label, locale = locale), width - 11, false), theme.ink()),
                ]
            })
            .collect();
        lines.extend(entries.chunks(columns).map(|chunk| Line::from(chunk.concat())));
        lines.push(Line::default());
    }
    lines.push(Line::from(Span::styled(t!("tui.help.marks", locale = locale).into_owned(), theme.quiet())));
    for (standing, key) in [
        (Standing::Open, "tui.help.mark_open"),
        (Standing::Answered, "tui.help.mark_answered"),
        (Standing::Unknown, "tui.help.mark_unknown"),
        (Standing::NotApplicable, "tui.help.mark_na"),
        (Standing::Owed, "tui.help.mark_owed"),
    ] {
        lines.push(Line::from(vec![
            Span::styled(fitted(mark(standing), 11, false), theme.accent()),
            Span::styled(t!(key, locale = locale).into_owned(), theme.ink()),
        ]));
    }
    scrolled(pen, theme, locale, scroll, |pen| lines.into_iter().for_each(|line| pen.line(line)))
}
