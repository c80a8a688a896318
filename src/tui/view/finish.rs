//! Finishing: what is still open, what happens, where the report is.

use ratatui::text::Span;
use rust_i18n::t;

use super::said::counted;
use crate::interview::Finish;
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// The way from the last answer to the report.
pub fn finish(pen: &mut Pen<'_>, look: &Look<'_>, finish: &Finish) {
    let locale = look.locale();
    let title = match finish {
        Finish::Asked(_) => "tui.finish.title",
        Finish::Rendering => "tui.finish.rendering",
        Finish::Rendered(_) => "tui.finish.written",
        Finish::Failed(_) => "tui.finish.failed",
    };
    pen.line(Span::styled(t!(title, locale = locale).into_owned(), look.theme.loud()));
    pen.gap();
    match finish {
        Finish::Asked(open) => {
            let text = match open {
                0 => t!("tui.finish.open_none", locale = locale),
                1 => t!("tui.finish.open_one", locale = locale),
                _ => t!("tui.finish.open", locale = locale, count = open),
            };
            pen.text(&text, look.theme.ink());
            let lines = look.interview.scratch_lines();
            if lines > 0 {
                pen.text(&counted("nav.finish.lines", lines, locale), look.theme.accent());
            }
            pen.gap();
            pen.text(&t!("tui.finish.what", locale = locale), look.theme.quiet());
        }
        Finish::Rendering => {}
        Finish::Rendered(paths) => {
            for path in paths {
                pen.text(&path.display().to_string(), look.theme.accent());
            }
        }
        Finish::Failed(reason) => {
            pen.text(&t!("tui.finish.failed_why", locale = locale, reason = reason), look.theme.accent());
            pen.gap();
            pen.text(&t!("tui.finish.kept", locale = locale), look.theme.quiet());
        }
    }
}
