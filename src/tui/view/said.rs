//! What the status line says about the last key.

use ratatui::text::Span;
use rust_i18n::t;

use crate::interview::{Branch, Changed, Editor, Message, Refusal, SaveStatus};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut};

/// What there is to say about the last key.
pub fn message(pen: &mut Pen<'_>, look: &Look<'_>) {
    let Some(message) = look.interview.message() else {
        if let (None, Some(progress)) = (look.notice, look.interview.list_progress()) {
            return super::accounts::progress_line(pen, look, progress);
        }
        return standing_notice(pen, look);
    };
    // A number's reason and a cell's stand beside their field already.
    let beside = matches!(look.interview.editor(), Editor::Number(_) | Editor::Table(_));
    if beside && matches!(message, Message::Refused(_)) {
        return;
    }
    pen.line(Span::styled(cut(&say(message, look), usize::from(pen.area.width)), look.theme.accent()));
}

/// What there is to say as long as it holds; trouble with the file comes first.
fn standing_notice(pen: &mut Pen<'_>, look: &Look<'_>) {
    let locale = look.locale();
    let room = usize::from(pen.area.width);
    let (said, style) = match look.interview.saved() {
        SaveStatus::NotSaved(_) => (t!("safe.not_saved_keys", locale = locale).into_owned(), look.theme.alarm()),
        SaveStatus::OnlyReading(reason) => (crate::tui::safe(reason).into_owned(), look.theme.accent()),
        _ => (look.notice.unwrap_or_default().to_owned(), look.theme.accent()),
    };
    pen.line(Span::styled(cut(&said, room), style));
}

/// A message in words.
pub fn say(message: &Message, look: &Look<'_>) -> String {
    let locale = look.locale();
    match message {
        Message::Refused(reason) => refusal(reason, locale),
        Message::NotKept(reason) => {
            t!("tui.message.not_kept", locale = locale, reason = refusal(reason, locale)).into_owned()
        }
        Message::Branch(branch) => self::branch(branch, look),
        Message::Undone(what, branch) => turned("nav.undone", what, branch.as_ref(), look),
        Message::Redone(what, branch) => turned("nav.redone", what, branch.as_ref(), look),
        Message::NothingToUndo => t!("tui.message.nothing_to_undo", locale = locale).into_owned(),
        Message::NothingToRedo => t!("nav.nothing_to_redo", locale = locale).into_owned(),
        Message::NothingInField => t!("nav.nothing_in_field", locale = locale).into_owned(),
        Message::PutOff(count) => t!("nav.put_off", locale = locale, count = count).into_owned(),
        Message::TakenUp(0) => t!("nav.taken_up_last", locale = locale).into_owned(),
        Message::TakenUp(count) => t!("nav.taken_up", locale = locale, count = count).into_owned(),
        Message::TrayEmpty => t!("nav.tray_empty", locale = locale).into_owned(),
        Message::ScratchKept(count) => counted("nav.scratch_kept", *count, locale),
        Message::LinesLeft(0) => t!("nav.lines_left_none", locale = locale).into_owned(),
        Message::LinesLeft(count) => counted("nav.lines_left", *count, locale),
        Message::NothingToTidy => t!("nav.nothing_to_tidy", locale = locale).into_owned(),
        Message::TodoKept => t!("nav.todo_kept", locale = locale).into_owned(),
        Message::Sorted(true) => t!("nav.sorted_by_best", locale = locale).into_owned(),
        Message::Sorted(false) => t!("nav.sorted_by_conversation", locale = locale).into_owned(),
        Message::Pasted { dropped, cut } => pasted(*dropped, *cut, locale),
        Message::NothingOpen => t!("tui.message.nothing_open", locale = locale).into_owned(),
        Message::NothingRequired => t!("nav.nothing_required", locale = locale).into_owned(),
        Message::NowhereToReturn => t!("nav.nowhere_to_return", locale = locale).into_owned(),
        Message::Hidden => t!("call.share.now_hidden", locale = locale).into_owned(),
        Message::Shown => t!("call.share.now_shown", locale = locale).into_owned(),
        Message::HiddenWhileShared => t!("call.share.refused", locale = locale).into_owned(),
        Message::Goal(news) => super::goals::news(*news, look),
        Message::Accounts(said) => super::accounts::said(said, look),
        Message::Aside => t!("call.message.aside", locale = locale).into_owned(),
        Message::NoRoute => t!("call.message.no_route", locale = locale).into_owned(),
        Message::Opened => t!("call.message.opened", locale = locale).into_owned(),
        Message::Copied => t!("call.message.copied", locale = locale).into_owned(),
        Message::Failed(reason) => crate::tui::safe(reason).into_owned(),
        Message::OnlyReading => t!("safe.only_reading", locale = locale).into_owned(),
        Message::Added(title) => t!("systems.added", locale = locale, title = crate::tui::safe(title)).into_owned(),
        Message::NothingUsual => t!("systems.nothing_usual", locale = locale).into_owned(),
        Message::NothingToAdd => t!("systems.nothing_to_add", locale = locale).into_owned(),
        Message::AtTheStart => t!("tui.message.at_the_start", locale = locale).into_owned(),
        Message::GoalsDue(count) => counted("record.hint.goals_due", *count, locale),
    }
}

/// Why something typed was not taken.
pub fn refusal(reason: &Refusal, locale: &str) -> String {
    match reason {
        Refusal::Number(reason) => crate::tui::safe(reason).into_owned(),
        Refusal::Date => t!("tui.message.no_date", locale = locale).into_owned(),
        Refusal::TooLong => t!("tui.message.too_long", locale = locale).into_owned(),
        Refusal::TooMany(most) => t!("tui.message.too_many", locale = locale, most = most).into_owned(),
        Refusal::NothingAfterAnEnd => t!("maps.refused.after_end", locale = locale).into_owned(),
        Refusal::NoDecision => t!("maps.refused.no_decision", locale = locale).into_owned(),
        Refusal::NoStep => t!("maps.refused.no_step", locale = locale).into_owned(),
        Refusal::NoSuchChoice => t!("tui.message.no_such_choice", locale = locale).into_owned(),
    }
}

/// What an answer set aside or brought back, and the score it moved most where scores are shown.
fn branch(branch: &Branch, look: &Look<'_>) -> String {
    let locale = look.locale();
    let said = |key: &str, own: &str, count: usize| {
        if count == 0 {
            return None;
        }
        Some(counted(if look.interview.is_self() { own } else { key }, count, locale))
    };
    let hidden = match branch.set_aside {
        0 => said("nav.branch.hidden", "nav.branch.self_hidden", branch.hidden),
        count => said("nav.branch.set_aside", "nav.branch.self_set_aside", count),
    };
    let shown = match branch.came_back {
        0 => said("nav.branch.shown", "nav.branch.self_shown", branch.shown),
        count => said("nav.branch.came_back", "nav.branch.self_came_back", count),
    };
    let moved = branch.moved.as_ref().filter(|_| look.interview.shows_scores()).map(|(area, before, after)| {
        let areas = look.interview.selection().questionnaires.iter().filter_map(|one| one.area(area));
        let title = areas.map(|area| look.text(&area.title)).next().unwrap_or(area).to_owned();
        let score = |score: f64| look.display.internal_score(score);
        format!("{} {} → {}", crate::tui::safe(&title), score(*before), score(*after))
    });
    [hidden, shown, moved].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What was taken back or made again.
fn turned(key: &str, what: &Changed, then: Option<&Branch>, look: &Look<'_>) -> String {
    let locale = look.locale();
    let what = match what {
        Changed::Answer(label) => label.clone(),
        Changed::Notes => t!("nav.changed.notes", locale = locale).into_owned(),
        Changed::Goals => t!("goals.changed.goals", locale = locale).into_owned(),
        Changed::Plan => t!("goals.changed.plan", locale = locale).into_owned(),
        Changed::NextStep => t!("nav.changed.next_step", locale = locale).into_owned(),
        Changed::Questionnaires => t!("systems.changed", locale = locale).into_owned(),
        Changed::Accounts => t!("accounts.changed", locale = locale).into_owned(),
        Changed::Reveal => t!("nav.changed.reveal", locale = locale).into_owned(),
    };
    let said = t!(key, locale = locale, what = what).into_owned();
    match then {
        Some(then) => format!("{said}; {}", branch(then, look)),
        None => said,
    }
}

/// What was left out of a paste.
fn pasted(dropped: usize, cut: bool, locale: &str) -> String {
    let cut = cut.then(|| t!("nav.paste_cut", locale = locale).into_owned());
    let dropped = (dropped > 0).then(|| counted("nav.paste_dropped", dropped, locale));
    [cut, dropped].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// A text that counts something; of one thing it has words of its own.
pub fn counted(key: &str, count: usize, locale: &str) -> String {
    match count {
        1 => t!(format!("{key}_one"), locale = locale).into_owned(),
        _ => t!(key, locale = locale, count = count).into_owned(),
    }
}
