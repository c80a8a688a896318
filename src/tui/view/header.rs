//! The top line, and the line for messages.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use crate::interview::SaveStatus;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut};

/// Client and questionnaire at the left, whether all is saved at the right.
pub fn header(pen: &mut Pen<'_>, look: &Look<'_>) {
    let interview = look.interview;
    let locale = look.locale();
    let titles: Vec<_> = interview.selection().questionnaires.iter().map(|one| look.text(&one.title)).collect();
    let room = usize::from(pen.area.width);
    let name = cut(&interview.assessment().client.name, room / 2);
    let left = Line::from(vec![
        Span::styled(name, look.theme.loud()),
        Span::styled(format!("  {}", titles.join(" + ")), look.theme.quiet()),
    ]);
    let (text, style) = match interview.saved() {
        SaveStatus::Unchanged => (String::new(), look.theme.quiet()),
        SaveStatus::Saving => (t!("tui.saving", locale = locale).into_owned(), look.theme.quiet()),
        SaveStatus::Saved(at) => {
            let time = format!("{:02}:{:02}", at.hour(), at.minute());
            (t!("tui.saved", locale = locale, time = time).into_owned(), look.theme.quiet())
        }
        SaveStatus::NotSaved(reason) => {
            let text = t!("tui.not_saved", locale = locale, reason = reason).into_owned();
            (format!(" {} ", cut(&text, room / 2)), look.theme.alarm())
        }
    };
    let mut right = vec![Span::styled(text, style)];
    right.extend(sharing(look));
    pen.line_and_right(left, Line::from(right));
}

/// Whether the client may look: the mark differs, and the word says it.
fn sharing(look: &Look<'_>) -> Option<Span<'static>> {
    let locale = look.locale();
    match (look.interview.is_shared(), look.interview.is_self()) {
        (true, _) => {
            Some(Span::styled(format!("   {}", t!("call.share.hidden", locale = locale)), look.theme.accent()))
        }
        (false, true) => None,
        (false, false) => {
            Some(Span::styled(format!("   {}", t!("call.share.shown", locale = locale)), look.theme.quiet()))
        }
    }
}
