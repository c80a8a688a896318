//! The top line, and the line for messages.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use crate::interview::{Editor, Message, Refusal, SaveStatus};
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
    pen.line_and_right(left, Span::styled(text, style));
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
        Message::AtTheStart => t!("tui.message.at_the_start", locale = locale).into_owned(),
        Message::GoalsDue(1) => t!("record.hint.goals_due.one", locale = locale).into_owned(),
        Message::GoalsDue(count) => t!("record.hint.goals_due.many", locale = locale, count = count).into_owned(),
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
