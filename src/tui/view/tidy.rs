//! Sorting scratch lines.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::said::counted;
use crate::interview::Tidy;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, wrapped};

/// The most lines a scratch line takes while it is not the one being sorted.
const FOLDED: usize = 1;
const MARGIN: u16 = 2;

/// The lines that are left, the one being sorted in full with the question it was written at.
pub fn tidy(pen: &mut Pen<'_>, look: &Look<'_>, tidy: &Tidy) {
    let locale = look.locale();
    let theme = look.theme;
    let left = look.interview.to_tidy();
    pen.line(Span::styled(t!("nav.tidy.title", locale = locale).into_owned(), theme.loud()));
    if left.is_empty() {
        pen.gap();
        pen.text(&t!("nav.tidy.none", locale = locale), theme.ink());
        return;
    }
    pen.line(Span::styled(counted("nav.lines_left", left.len(), locale), theme.quiet()));
    pen.gap();
    let width = pen.area.width.saturating_sub(2 * MARGIN);
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut first, mut last) = (0, 0);
    for (at, (_, note)) in left.iter().enumerate() {
        let is_here = at == tidy.cursor;
        if is_here {
            first = lines.len();
            let question = look.interview.selection().question(&note.area).map(|one| look.text(&one.label));
            for line in wrapped(&note.text, width) {
                lines.push(Line::from(vec![Span::styled("▌ ", theme.accent()), Span::styled(line, theme.loud())]));
            }
            let said = cut(question.unwrap_or_default(), usize::from(width));
            lines.push(Line::from(vec![Span::styled("  ", theme.quiet()), Span::styled(said, theme.quiet())]));
            lines.push(Line::default());
            last = lines.len();
        } else {
            for line in wrapped(&note.text, width).into_iter().take(FOLDED) {
                lines.push(Line::from(Span::styled(format!("  {line}"), theme.ink())));
            }
        }
    }
    let room = usize::from(pen.left()).saturating_sub(2);
    let skip = last.saturating_sub(room).min(first);
    for line in lines.into_iter().skip(skip).take(room) {
        pen.line(line);
    }
    let foot = pen.take_bottom(1);
    Pen::new(pen.buffer, foot).text(&t!("nav.tidy.how", locale = locale), theme.quiet());
}
