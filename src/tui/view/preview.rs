//! The report read inside the terminal: its Markdown, calmly set.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::preview_table;
use crate::interview::Preview;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, wrapped};

/// The report from the line it is scrolled to.
pub fn preview(pen: &mut Pen<'_>, look: &Look<'_>, preview: &Preview) {
    let locale = look.locale();
    // Whatever it was asked for, the consultant's own version is never drawn where the client looks.
    if preview.internal && !look.interview.shows_private() {
        return pen.text(&t!("call.share.refused", locale = locale), look.theme.ink());
    }
    let title = if preview.internal { "call.preview.internal" } else { "call.preview.client" };
    let Some(text) = &preview.text else {
        return pen.line(Span::styled(t!("tui.finish.rendering", locale = locale).into_owned(), look.theme.quiet()));
    };
    let width = pen.area.width;
    let lines = all(text, width, look);
    let room = usize::from(pen.left()).saturating_sub(2);
    let first = preview.scroll.min(lines.len().saturating_sub(room));
    let percent = if lines.len() <= room { 100 } else { (first + room) * 100 / lines.len() };
    pen.line_and_right(
        Span::styled(t!(title, locale = locale).into_owned(), look.theme.quiet()),
        Span::styled(format!("{percent}%"), look.theme.quiet()),
    );
    pen.gap();
    for (line, style) in lines.into_iter().skip(first).take(room) {
        pen.line(Line::from(Span::styled(line, style)));
    }
}

/// The whole report: tables as a whole, all else line by line.
fn all(text: &str, width: u16, look: &Look<'_>) -> Vec<(String, Style)> {
    let lines: Vec<&str> = text.lines().collect();
    let is_row = |line: &str| line.trim_start().starts_with('|');
    let blocks = lines.chunk_by(|one, other| is_row(one) && is_row(other));
    let block = |block: &[&str]| match block {
        [first, ..] if is_row(first) => preview_table::lines(block, width, look.theme),
        others => others.iter().flat_map(|line| set(line, width, look)).collect(),
    };
    blocks.flat_map(block).collect()
}

/// One line of Markdown as it reads: headings loud, quotes and rules quiet, marks of emphasis left out.
fn set(line: &str, width: u16, look: &Look<'_>) -> Vec<(String, Style)> {
    let theme = look.theme;
    let trimmed = line.trim_start();
    let indent = line.len() - trimmed.len();
    if let Some(heading) = trimmed.strip_prefix('#') {
        let heading = heading.trim_start_matches('#').trim();
        return wrapped(&plain(heading), width).into_iter().map(|line| (line, theme.accent())).collect();
    }
    if trimmed.starts_with("---") {
        return vec![("─".repeat(usize::from(width.min(24))), theme.quiet())];
    }
    let (lead, rest, style) = match (trimmed.strip_prefix("> "), trimmed.strip_prefix("- ")) {
        (Some(quote), _) => ("▌ ".to_owned(), quote, theme.loud()),
        (_, Some(item)) => (format!("{}• ", " ".repeat(indent)), item, theme.ink()),
        _ => (" ".repeat(indent.min(4)), trimmed, theme.ink()),
    };
    let room = width.saturating_sub(lead.chars().count() as u16).max(10);
    let lines = wrapped(&plain(rest), room).into_iter().enumerate().map(|(at, line)| {
        let lead = if at == 0 { lead.clone() } else { " ".repeat(lead.chars().count()) };
        (format!("{lead}{line}"), style)
    });
    lines.collect()
}

/// A text without the marks of Markdown.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.extend(letters.next_if(char::is_ascii_punctuation).or(Some('\\'))),
            '*' | '`' => {}
            letter => out.push(letter),
        }
    }
    out.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
