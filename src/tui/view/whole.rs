//! The whole question with everything that is said about it, on a page of its own.

use super::reading::scrolled;
use super::{about, hints, wording};
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// The words of the question, what explains it, and for a consultant what to ask and listen for; gives how far it can be
/// scrolled.
pub fn whole(pen: &mut Pen<'_>, look: &Look<'_>, scroll: usize) -> usize {
    scrolled(pen, look.theme, look.locale(), scroll, |pen| {
        wording(pen, look);
        pen.gap();
        let said = about(look);
        for text in &said {
            pen.text(text, look.theme.quiet());
        }
        if !said.is_empty() {
            pen.gap();
        }
        hints(pen, look);
    })
}
