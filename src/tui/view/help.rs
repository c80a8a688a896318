//! All keys, from the same list the key bar is made of.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::outline::mark;
use super::reading::scrolled;
use crate::evaluation::Standing;
use crate::questionnaire::{Kind, Question};
use crate::tui::Keymap;
use crate::tui::keymap::help_sections;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, fitted};
use crate::tui::theme::Theme;

/// The keys, in as many columns as fit; gives how far they can be scrolled.
pub fn help(pen: &mut Pen<'_>, look: &Look<'_>, scroll: usize) -> usize {
    let with_accounts = look.interview.account_uses().is_some();
    let shown = (!look.interview.shows_private(), with_accounts);
    let here = ["tui.help.question", of_kind(look.interview.question())];
    sections(pen, look.keymap, look.theme, look.locale(), shown, &here, scroll)
}

/// The heading of the keys that answer a question of this kind.
fn of_kind(question: &Question) -> &'static str {
    match &question.kind {
        Kind::One(_) | Kind::Many { .. } | Kind::Rating(_) => "tui.help.choices",
        Kind::Text { .. } | Kind::Number(_) | Kind::Date | Kind::List { .. } => "tui.help.field",
        Kind::Table { .. } | Kind::Rows { .. } => "tui.help.table",
        Kind::Grid { .. } => "tui.help.grid",
        Kind::Maps { .. } => "maps.help",
    }
}

/// The same for any screen, with the headings that belong `here` before all others.
pub fn sections(
    pen: &mut Pen<'_>,
    keymap: &Keymap,
    theme: Theme,
    locale: &str,
    (without_internal, with_accounts): (bool, bool),
    here: &[&str],
    scroll: usize,
) -> usize {
    pen.line(Span::styled(t!("tui.help.title", locale = locale).into_owned(), theme.loud()));
    pen.gap();
    let columns = if pen.area.width >= 68 { 2 } else { 1 };
    let width = usize::from(pen.area.width) / columns;
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut all = help_sections(without_internal, with_accounts, keymap);
    // Whoever asks for help wants the keys of what is in front of them.
    all.sort_by_key(|(heading, _)| here.iter().position(|one| one == heading).unwrap_or(here.len()));
    for (heading, bindings) in all {
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
