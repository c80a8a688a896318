//! The top line, and the line for messages.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use crate::interview::{Editor, Message, Refusal, SaveStatus};
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
        SaveStatus::Saved(_) if is_tight => (String::new(), look.theme.quiet()),
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
        (true, _) => Some(Span::styled(format!("   {}", t!("call.share.hidden", locale = locale)), look.theme.accent())),
        (false, true) => None,
        (false, false) => {
            Some(Span::styled(format!("   {}", t!("call.share.shown", locale = locale)), look.theme.quiet()))
        }
    }
}

/// What there is to say about the last key.
pub fn message(pen: &mut Pen<'_>, look: &Look<'_>) {
    let Some(message) = look.interview.message() else { return };
    // A number's reason and a cell's stand beside their field already.
    let beside = matches!(look.interview.editor(), Editor::Number(_) | Editor::Table(_));
    if beside && matches!(message, Message::Refused(_)) {
        return;
    }
    pen.line(Span::styled(say(message, look.locale()), look.theme.accent()));
}

fn say(message: &Message, locale: &str) -> String {
    match message {
        Message::Refused(reason) => refusal(reason, locale),
        Message::NotKept(reason) => {
            t!("tui.message.not_kept", locale = locale, reason = refusal(reason, locale)).into_owned()
        }
        Message::SetAside(1) => t!("tui.message.set_aside_one", locale = locale).into_owned(),
        Message::SetAside(count) => t!("tui.message.set_aside", locale = locale, count = count).into_owned(),
        Message::CameBack(1) => t!("tui.message.came_back_one", locale = locale).into_owned(),
        Message::CameBack(count) => t!("tui.message.came_back", locale = locale, count = count).into_owned(),
        Message::Undone(label) => t!("tui.message.undone", locale = locale, label = label).into_owned(),
        Message::NothingToUndo => t!("tui.message.nothing_to_undo", locale = locale).into_owned(),
        Message::NothingOpen => t!("tui.message.nothing_open", locale = locale).into_owned(),
        Message::Hidden => t!("call.share.now_hidden", locale = locale).into_owned(),
        Message::Shown => t!("call.share.now_shown", locale = locale).into_owned(),
        Message::HiddenWhileShared => t!("call.share.refused", locale = locale).into_owned(),
        Message::Aside => t!("call.message.aside", locale = locale).into_owned(),
        Message::NoRoute => t!("call.message.no_route", locale = locale).into_owned(),
        Message::Opened => t!("call.message.opened", locale = locale).into_owned(),
        Message::Copied => t!("call.message.copied", locale = locale).into_owned(),
        Message::Failed(reason) => crate::tui::safe(reason).into_owned(),
        Message::AtTheStart => t!("tui.message.at_the_start", locale = locale).into_owned(),
    }
}

/// Why something typed was not taken.
pub fn refusal(reason: &Refusal, locale: &str) -> String {
    match reason {
        Refusal::Number(reason) => crate::tui::safe(reason).into_owned(),
        Refusal::Date => t!("tui.message.no_date", locale = locale).into_owned(),
        Refusal::TooLong => t!("tui.message.too_long", locale = locale).into_owned(),
        Refusal::TooMany(most) => t!("tui.message.too_many", locale = locale, most = most).into_owned(),
        Refusal::NoSuchChoice => t!("tui.message.no_such_choice", locale = locale).into_owned(),
    }
}
