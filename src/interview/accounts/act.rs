//! What is done to the list of accounts: moving in it, looking into one, the commands.

use std::sync::Arc;

use jiff::Timestamp;

use super::{AccountAct, Accounts, AccountsAsk, AccountsSaid, ListAt, OverList};
use crate::interview::{Edit, Effect, Interview, Message, Panel};

/// The encodings that are tried in turn; with nothing the file itself is asked, which finds UTF-8 and UTF-16.
const ENCODINGS: [Option<&str>; 8] = [
    None,
    Some("windows-1252"),
    Some("windows-1250"),
    Some("windows-1251"),
    Some("macintosh"),
    Some("shift_jis"),
    Some("gbk"),
    Some("utf-8"),
];

impl Interview {
    /// Follows one edit in the ranked list.
    pub(super) fn edit_browse(&mut self, edit: &Edit) -> Vec<Effect> {
        let reach = self.reach;
        let Some(ranked) = self.accounts.read.as_ref().map(|read| Arc::clone(&read.ranked)) else { return Vec::new() };
        let Some(Panel::Accounts(Accounts::List(browse))) = &mut self.panel else { return Vec::new() };
        let scrolled = |scroll: usize| match edit {
            Edit::Down => (scroll + 1).min(reach),
            _ => scroll.saturating_sub(1),
        };
        match (&mut browse.over, edit) {
            (Some(OverList::Detail { scroll, .. } | OverList::Remarks(scroll)), Edit::Up | Edit::Down) => {
                *scroll = scrolled(*scroll);
            }
            (Some(OverList::Detail { .. }), Edit::Left | Edit::Right) => {
                browse.move_by(*edit == Edit::Right, false);
                return self.look_into();
            }
            (Some(_), _) => browse.over = None,
            (None, _) if browse.searching => browse.edit_search(edit, &ranked),
            (None, Edit::Up | Edit::Down) => browse.move_by(*edit == Edit::Down, false),
            (None, Edit::Left | Edit::Right) => {
                let next = browse.next_filter(*edit == Edit::Right);
                browse.filter(next, &ranked);
            }
            (None, Edit::Enter) => return self.look_into(),
            (None, _) => {}
        }
        Vec::new()
    }

    /// Looks into the account under the cursor: its row is read again.
    fn look_into(&mut self) -> Vec<Effect> {
        let Some(read) = self.accounts.read.clone() else { return Vec::new() };
        let Some(Panel::Accounts(Accounts::List(browse))) = &mut self.panel else { return Vec::new() };
        let Some(place) = browse.place() else { return Vec::new() };
        browse.over = Some(OverList::Detail { place, detail: None, scroll: 0 });
        vec![Effect::Accounts(AccountsAsk::Detail { place, at: read.at, ranked: read.ranked })]
    }

    /// Does something to the list.
    pub(in crate::interview) fn act_on_accounts(&mut self, act: AccountAct, now: Timestamp) -> Vec<Effect> {
        let read = self.accounts.read.clone();
        let Some(Panel::Accounts(open)) = &mut self.panel else { return Vec::new() };
        match (open, act, read) {
            (Accounts::Reading, AccountAct::Stop, _) => {
                self.accounts.reading = None;
                self.message = Some(Message::Accounts(AccountsSaid::Stopped));
                return self.choose_list(None);
            }
            (Accounts::Columns(mapping), AccountAct::NoColumn, _) => mapping.none(),
            (Accounts::Columns(mapping), AccountAct::Encoding, _) => {
                let at = ENCODINGS.iter().position(|one| *one == mapping.at.encoding.as_deref()).unwrap_or(0);
                let encoding = ENCODINGS[(at + 1) % ENCODINGS.len()].map(str::to_owned);
                let at = ListAt { encoding, ..mapping.at.clone() };
                return vec![Effect::Accounts(AccountsAsk::Glimpse(at))];
            }
            (Accounts::List(browse), AccountAct::Show(filter), Some(read)) => browse.filter(filter, &read.ranked),
            (Accounts::List(browse), AccountAct::Search, _) => browse.searching = true,
            (Accounts::List(browse), AccountAct::First | AccountAct::Last, _) => {
                browse.move_to_end(act == AccountAct::Last);
            }
            (Accounts::List(browse), AccountAct::PageUp | AccountAct::PageDown, _) => {
                browse.move_by(act == AccountAct::PageDown, true);
            }
            (Accounts::List(browse), AccountAct::Remarks, _) => browse.over = Some(OverList::Remarks(0)),
            (Accounts::List(_), AccountAct::OtherList, _) => return self.choose_list(None),
            (Accounts::List(_), AccountAct::RankAgain, Some(read)) => {
                let mapping = self.assessment.accounts.clone();
                return self.rank_list(read.at, mapping, now);
            }
            (Accounts::List(_), AccountAct::HandOver, Some(read)) => {
                return vec![Effect::Accounts(AccountsAsk::HandOver(read.ranked))];
            }
            _ => {}
        }
        Vec::new()
    }
}
