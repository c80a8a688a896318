//! What the world tells of a list: the interview takes it in wherever the person is just now.

use std::sync::Arc;

use super::{Accounts, AccountsNews, AccountsSaid, Browse, ListAt, Mapping, OverList, Progress, ReadList};
use crate::accounts::{RankedList, figures, kept};
use crate::assessment::{AccountList, Change, Evidence, Value};
use crate::interview::{Effect, Interview, Message, Panel, Write};

impl Interview {
    /// Takes in what became of something asked about lists.
    pub(in crate::interview) fn hear_of_accounts(&mut self, news: AccountsNews) -> Vec<Effect> {
        match news {
            AccountsNews::Found { folder, files } => {
                if let Some(Panel::Accounts(Accounts::Choose(choice))) = &mut self.panel
                    && choice.folder() == folder
                {
                    choice.files = files;
                    choice.cursor = None;
                }
            }
            AccountsNews::Glimpsed(at, glimpse) => {
                let waits = match &self.panel {
                    Some(Panel::Accounts(Accounts::Choose(choice))) => choice.waits,
                    Some(Panel::Accounts(Accounts::Columns(mapping))) => mapping.at.path == at.path,
                    _ => false,
                };
                if let (true, Ok(profile)) = (waits, self.profile()) {
                    let known = &self.assessment.accounts;
                    let mapping = Mapping::new(at, *glimpse, &profile, known, &self.assessment.locale);
                    self.panel = Some(Panel::Accounts(Accounts::Columns(Box::new(mapping))));
                }
            }
            AccountsNews::NoGlimpse(reason) => match &mut self.panel {
                Some(Panel::Accounts(Accounts::Choose(choice))) => {
                    (choice.waits, choice.trouble) = (false, Some(reason));
                }
                // another encoding was tried: what was mapped stays
                Some(Panel::Accounts(Accounts::Columns(_))) => self.message = Some(Message::Failed(reason)),
                _ => {}
            },
            AccountsNews::Progress { job, done, all } if self.is_read(job) => {
                self.accounts.reading = Some(Progress { done, all });
            }
            AccountsNews::Ranked { job, at, ranked, kept_as } if self.is_read(job) => {
                return self.take_ranking(at, ranked, kept_as);
            }
            AccountsNews::NotRanked { job, reason } if self.is_read(job) => {
                self.accounts.reading = None;
                if matches!(self.panel, Some(Panel::Accounts(Accounts::Reading))) && !self.shared {
                    return self.choose_list(Some(reason));
                }
                self.failed(reason);
            }
            // of a ranking that was stopped
            AccountsNews::Progress { .. } | AccountsNews::Ranked { .. } | AccountsNews::NotRanked { .. } => {}
            AccountsNews::Detailed(of, told) => {
                if let Some(Panel::Accounts(Accounts::List(browse))) = &mut self.panel
                    && let Some(OverList::Detail { place, detail, .. }) = &mut browse.over
                    && *place == of
                {
                    *detail = Some(told);
                }
            }
            AccountsNews::NoDetail(reason) => {
                if let Some(Panel::Accounts(Accounts::List(browse))) = &mut self.panel {
                    browse.over = None;
                }
                self.failed(reason);
            }
            AccountsNews::HandedOver(path) => {
                // on a shared screen no folder is named
                let shown =
                    if self.shared { path.file_name().map(|name| name.to_string_lossy().into_owned()) } else { None };
                let shown = shown.unwrap_or_else(|| path.display().to_string());
                self.message = Some(Message::Accounts(AccountsSaid::HandedOver(shown)));
            }
            AccountsNews::NotHandedOver(reason) => self.failed(reason),
        }
        Vec::new()
    }

    /// Says why something could not be done; where others look on no file is named.
    fn failed(&mut self, reason: String) {
        self.message = Some(match self.shared {
            true => Message::Accounts(AccountsSaid::FailedUnseen),
            false => Message::Failed(reason),
        });
    }

    fn is_read(&self, job: u64) -> bool {
        self.accounts.reading.is_some() && self.accounts.job == job
    }

    /// Records what a ranking came to, as one change, and shows the list where somebody waits for it.
    fn take_ranking(&mut self, at: ListAt, ranked: Arc<RankedList>, kept_as: Option<String>) -> Vec<Effect> {
        self.accounts.reading = None;
        let Some(uses) = self.account_uses() else { return Vec::new() };
        let recorded = |value| Change::Value { value, evidence: Some(Evidence::Record), low: None, high: None };
        let mut writes: Vec<Write> = figures(uses, &ranked)
            .into_iter()
            .map(|(id, number)| Write::Answer(id, recorded(Value::Number(number))))
            .collect();
        if let (Some(id), Some(path)) = (&uses.file, kept_as)
            && self.assessment.value(id).and_then(Value::as_text) != Some(&path)
        {
            writes.push(Write::Answer(id.clone(), Change::value(Value::Text(path))));
        }
        let list = AccountList { ranked: Some(kept(&ranked, self.today)), ..self.assessment.accounts.clone() };
        writes.push(Write::Accounts(list));
        let effects = self.record_all(writes, self.now);
        if !self.engaged {
            self.show_answer();
        }
        let counts = ranked.ranking.counts;
        let browse = Browse::new(&ranked);
        self.accounts.read = Some(ReadList { at, ranked });
        match &mut self.panel {
            Some(Panel::Accounts(open @ Accounts::Reading)) => *open = Accounts::List(browse),
            _ => self.message = Some(Message::Accounts(AccountsSaid::Ranked(counts.accounts, counts.a))),
        }
        effects
    }

    /// A panel that comes back after its list was read meanwhile.
    pub(in crate::interview) fn renewed_accounts(&self, open: Accounts) -> Accounts {
        match (open, &self.accounts.read) {
            (Accounts::Reading, Some(read)) if self.accounts.reading.is_none() => {
                Accounts::List(Browse::new(&read.ranked))
            }
            (open, _) => open,
        }
    }
}
