//! The list of accounts: choosing it, its columns, how far reading has come, the ranking.

use ratatui::text::Span;
use rust_i18n::t;

use super::accounts_choose::choose;
use super::accounts_columns::columns;
use super::accounts_detail::{detail, remarks};
use super::accounts_list::list;
use crate::interview::{Accounts, AccountsSaid, ListProgress, OverList};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut};

/// The widest a bar of progress becomes.
const WIDEST_BAR: usize = 40;

/// What is open of it; gives how far it can be scrolled.
pub fn accounts(pen: &mut Pen<'_>, look: &Look<'_>, open: &Accounts) -> usize {
    match open {
        Accounts::Choose(choice) => choose(pen, look, choice),
        Accounts::Columns(mapping) => columns(pen, look, mapping),
        Accounts::Reading => reading(pen, look),
        Accounts::List(browse) => match (&browse.over, look.interview.read_list()) {
            (Some(OverList::Detail { place, detail: told, scroll }), Some(read)) => {
                return detail(pen, look, &read.ranked, *place, told.as_deref(), *scroll);
            }
            (Some(OverList::Remarks(scroll)), Some(read)) => return remarks(pen, look, &read.ranked, *scroll),
            (None, Some(read)) => list(pen, look, &read.ranked, browse),
            (_, None) => {}
        },
    }
    0
}

/// The heading of a page.
pub fn title(pen: &mut Pen<'_>, look: &Look<'_>, key: &str) {
    pen.line(Span::styled(t!(format!("accounts.title.{key}"), locale = look.locale()).into_owned(), look.theme.loud()));
}

fn reading(pen: &mut Pen<'_>, look: &Look<'_>) {
    title(pen, look, "reading");
    pen.gap();
    let progress = look.interview.list_progress().unwrap_or_default();
    let room = usize::from(pen.area.width).saturating_sub(8).min(WIDEST_BAR);
    let percent = percent(progress);
    let full = room * percent / 100;
    let bar = format!("{}{}  {percent} %", "█".repeat(full), "░".repeat(room - full));
    pen.line(Span::styled(bar, look.theme.accent()));
    pen.gap();
    pen.text(&t!("accounts.reading.meanwhile", locale = look.locale()), look.theme.quiet());
}

fn percent(progress: ListProgress) -> usize {
    let done = progress.done.saturating_mul(100).checked_div(progress.all).unwrap_or(0);
    usize::try_from(done).unwrap_or(100).min(100)
}

/// How far reading has come, in the line for messages.
pub fn progress_line(pen: &mut Pen<'_>, look: &Look<'_>, progress: ListProgress) {
    let said = t!("accounts.reading.line", locale = look.locale(), percent = percent(progress));
    pen.line(Span::styled(cut(&said, usize::from(pen.area.width)), look.theme.quiet()));
}

/// What became of the list, in words.
pub fn said(said: &AccountsSaid, look: &Look<'_>) -> String {
    let locale = look.locale();
    let key = match said {
        AccountsSaid::NotAsked => "not_asked",
        AccountsSaid::TraitsFirst => "traits_first",
        AccountsSaid::NothingToRankBy => "nothing_to_rank_by",
        AccountsSaid::GoesOn => "goes_on",
        AccountsSaid::Stopped => "stopped",
        AccountsSaid::FailedUnseen => "failed_unseen",
        AccountsSaid::Ranked(accounts, a) => {
            let count = |number: u64| look.display.number(number as f64, 0);
            return t!("accounts.message.ranked", locale = locale, accounts = count(*accounts), a = count(*a))
                .into_owned();
        }
        AccountsSaid::HandedOver(path) => {
            return t!("accounts.message.handed_over", locale = locale, path = crate::tui::safe(path)).into_owned();
        }
    };
    t!(format!("accounts.message.{key}"), locale = locale).into_owned()
}
