//! The top line, and the line for messages.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use crate::interview::SaveStatus;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut};

/// Client and questionnaire at the left, whether all is saved at the right.
pub fn header(pen: &mut Pen<'_>, look: &Look<'_>) {
    let interview = look.interview;
    let locale = look.locale();
    let titles: Vec<_> = interview.selection().questionnaires.iter().map(|one| look.text(&one.title)).collect();
    let room = usize::from(pen.area.width);
    let is_tight = room < 72 && interview.pace().is_some();
    let (text, style) = match interview.saved() {
        SaveStatus::Unchanged => (String::new(), look.theme.quiet()),
        SaveStatus::Saving => (t!("tui.saving", locale = locale).into_owned(), look.theme.quiet()),
        SaveStatus::Saved(_) if is_tight => (String::new(), look.theme.quiet()),
        SaveStatus::Saved(at) => {
            let time = format!("{:02}:{:02}", at.hour(), at.minute());
            (t!("tui.saved", locale = locale, time = time).into_owned(), look.theme.quiet())
        }
        SaveStatus::OnlyReading(_) => (format!(" {} ", t!("safe.reading", locale = locale)), look.theme.alarm()),
        SaveStatus::NotSaved(reason) => {
            let text = t!("tui.not_saved", locale = locale, reason = reason).into_owned();
            (format!(" {} ", cut(&text, room / 2)), look.theme.alarm())
        }
    };
    let mut right = vec![Span::styled(text, style)];
    if let Some(time) = super::pace::in_header(look, pen.area.width) {
        right.extend([Span::raw("   "), time]);
    }
    right.extend(sharing(look));
    let right = Line::from(right);
    let left = room.saturating_sub(right.width() + 2);
    let name = cut(&interview.assessment().client.name, left.min(room / 2));
    let title = left.saturating_sub(name.width() + 2);
    let mut spans = vec![Span::styled(name, look.theme.loud())];
    // Half a word of a title says nothing.
    if title >= 8 {
        spans.push(Span::styled(format!("  {}", cut(&titles.join(" + "), title)), look.theme.quiet()));
    }
    pen.line_and_right(Line::from(spans), right);
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
