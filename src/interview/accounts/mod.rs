//! The list of accounts, laid over the question: choosing the file, saying which column is which, going through the
//! ranking. Reading goes on by itself while the conversation does.

mod act;
mod asks;
mod browse;
mod choose;
mod columns;
mod news;

pub use asks::{AccountsAsk, AccountsNews, FoundFile, ListAt};
pub use browse::{Browse, Filter, OverList};
pub use choose::FileChoice;
pub use columns::Mapping;

use std::sync::Arc;

use jiff::Timestamp;

use super::{Edit, Effect, Go, Interview, Message, Panel, Write};
use crate::accounts::{Profile, ProfileError, RankedList};
use crate::assessment::{AccountList, Value};
use crate::questionnaire::AccountUses;
use choose::Chosen;

/// What is open of it.
#[derive(Debug, Clone)]
pub enum Accounts {
    /// The file is being chosen.
    Choose(FileChoice),
    /// Its columns are being mapped.
    Columns(Box<Mapping>),
    /// It is being read.
    Reading,
    /// The ranked list.
    List(Browse),
}

/// What a key means there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccountsKeys {
    /// A path; letters are text.
    Choose,
    /// Columns; letters find a heading.
    Columns,
    /// Nothing but waiting.
    Reading,
    /// The list; letters are commands.
    List,
    /// The search; letters are text.
    Search,
    /// One account.
    Detail,
    /// Remarks, to be read.
    Remarks,
}

/// What is done to the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountAct {
    /// Shows some accounts only.
    Show(Filter),
    /// Searches as one types.
    Search,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// What is worth knowing about the file.
    Remarks,
    /// Another file, or other columns.
    OtherList,
    /// Ranks the same list again.
    RankAgain,
    /// Writes a file to hand over.
    HandOver,
    /// The list has no such column.
    NoColumn,
    /// Reads the file in another encoding.
    Encoding,
    /// Stops reading.
    Stop,
}

/// What became of it, for the status line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountsSaid {
    /// None of the questionnaires asks for accounts.
    NotAsked,
    /// What makes a company ideal has to be answered first.
    TraitsFirst,
    /// None of the columns is one to rank by.
    NothingToRankBy,
    /// Reading goes on.
    GoesOn,
    /// Reading has been stopped.
    Stopped,
    /// A list has been ranked: all accounts, and those on the A list.
    Ranked(u64, u64),
    /// The file to hand over is there.
    HandedOver(String),
    /// Something about the list could not be done; why would name files, and others look on.
    FailedUnseen,
}

/// How far reading a list has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub done: u64,
    /// Bytes to be read in all; 0 while that is not known.
    pub all: u64,
}

/// A list that has been ranked in this sitting.
#[derive(Debug, Clone)]
pub struct ReadList {
    /// The file.
    pub at: ListAt,
    /// The ranking.
    pub ranked: Arc<RankedList>,
}

/// What a sitting knows of its list.
#[derive(Debug, Clone, Default)]
pub(super) struct AccountsWork {
    /// Counts the rankings that were begun.
    job: u64,
    reading: Option<Progress>,
    read: Option<ReadList>,
}

impl Accounts {
    /// What a key means here.
    pub fn keys(&self) -> AccountsKeys {
        match self {
            Self::Choose(_) => AccountsKeys::Choose,
            Self::Columns(_) => AccountsKeys::Columns,
            Self::Reading => AccountsKeys::Reading,
            Self::List(Browse { over: Some(OverList::Detail { .. }), .. }) => AccountsKeys::Detail,
            Self::List(Browse { over: Some(OverList::Remarks(_)), .. }) => AccountsKeys::Remarks,
            Self::List(browse) if browse.searching => AccountsKeys::Search,
            Self::List(_) => AccountsKeys::List,
        }
    }

    /// Whether a client must not see it at all: until a list is chosen and ranked it may be another client's.
    pub(super) fn is_private(&self) -> bool {
        matches!(self, Self::Choose(_) | Self::Columns(_))
    }
}

impl Interview {
    /// What ranking a list goes by, where a questionnaire of the assessment asks for it and it applies.
    pub fn account_uses(&self) -> Option<&AccountUses> {
        let uses = self.selection.questionnaires.iter().map(|of| &of.uses.accounts);
        let mut uses = uses.filter(|uses| uses.criteria.as_deref().is_some_and(|id| self.evaluation.is_visible(id)));
        uses.next()
    }

    /// Whether a list can be ranked by the answers as they stand.
    pub fn can_rank_accounts(&self) -> bool {
        self.account_uses().is_some() && self.profile().is_ok()
    }

    /// The list that has been ranked in this sitting.
    pub fn read_list(&self) -> Option<&ReadList> {
        self.accounts.read.as_ref()
    }

    /// How far reading a list has come; nothing while none is read.
    pub fn list_progress(&self) -> Option<Progress> {
        self.accounts.reading
    }

    /// Whether the answers have changed since the list was ranked by them.
    pub fn is_ranking_old(&self) -> bool {
        let read = self.accounts.read.as_ref();
        read.is_some_and(|read| self.profile().is_ok_and(|profile| profile != read.ranked.profile))
    }

    fn profile(&self) -> Result<Profile, ProfileError> {
        Profile::of(&self.selection, &self.assessment).map(|(profile, _)| profile)
    }

    /// Whether opening the list would show what a client must not see.
    pub(super) fn would_choose_list(&self) -> bool {
        self.accounts.reading.is_none() && self.accounts.read.is_none()
    }

    /// Opens the ranked list, or what leads to one.
    pub(super) fn open_accounts(&mut self, now: Timestamp) -> Vec<Effect> {
        if self.account_uses().is_none() {
            self.message = Some(Message::Accounts(AccountsSaid::NotAsked));
            return Vec::new();
        }
        if self.accounts.reading.is_some() {
            self.panel = Some(Panel::Accounts(Accounts::Reading));
            return Vec::new();
        }
        if let Some(read) = &self.accounts.read {
            self.panel = Some(Panel::Accounts(Accounts::List(Browse::new(&read.ranked))));
            return Vec::new();
        }
        match self.profile() {
            Ok(_) => self.choose_list(None),
            Err(ProfileError::NoCriteria { question } | ProfileError::NoneUsable { question, .. }) => {
                let effects = self.go(&Go::To(question), false, now);
                self.message = Some(Message::Accounts(AccountsSaid::TraitsFirst));
                effects
            }
            Err(ProfileError::NoQuestionnaire) => Vec::new(),
        }
    }

    /// Lets a file be chosen; says why the last one could not be read.
    pub(super) fn choose_list(&mut self, trouble: Option<String>) -> Vec<Effect> {
        if self.shared {
            self.message = Some(Message::HiddenWhileShared);
            return Vec::new();
        }
        let named = self.account_uses().and_then(|uses| uses.file.as_deref());
        let named = named.and_then(|id| self.assessment.value(id)).and_then(Value::as_text).unwrap_or_default();
        let path = self.accounts.read.as_ref().map_or(named, |read| read.at.path.as_str());
        let choice = FileChoice { trouble, ..FileChoice::new(path) };
        let folder = choice.folder().to_owned();
        self.panel = Some(Panel::Accounts(Accounts::Choose(choice)));
        vec![Effect::Accounts(AccountsAsk::Find(folder))]
    }

    /// Follows one edit while something of it is open.
    pub(super) fn edit_accounts(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        let Some(Panel::Accounts(open)) = &mut self.panel else { return Vec::new() };
        match open {
            Accounts::Choose(choice) => match choice.edit(edit) {
                Chosen::Stay => Vec::new(),
                Chosen::Find(folder) => vec![Effect::Accounts(AccountsAsk::Find(folder))],
                Chosen::Take(path) => {
                    (choice.waits, choice.trouble) = (true, None);
                    let encoding = self.assessment.accounts.encoding.clone();
                    vec![Effect::Accounts(AccountsAsk::Glimpse(ListAt { path, encoding }))]
                }
            },
            Accounts::Columns(mapping) if *edit == Edit::Enter => {
                if !mapping.has_traits() {
                    self.message = Some(Message::Accounts(AccountsSaid::NothingToRankBy));
                    return Vec::new();
                }
                let (at, mapping) = (mapping.at.clone(), mapping.kept(&self.assessment.accounts));
                self.rank_list(at, mapping, now)
            }
            Accounts::Columns(mapping) => {
                mapping.edit(edit);
                Vec::new()
            }
            Accounts::Reading => Vec::new(),
            Accounts::List(_) => self.edit_browse(edit),
        }
    }

    /// Keeps the mapping and has the list ranked by the answers as they stand.
    pub(super) fn rank_list(&mut self, at: ListAt, mapping: AccountList, now: Timestamp) -> Vec<Effect> {
        let Ok(profile) = self.profile() else {
            self.message = Some(Message::Accounts(AccountsSaid::TraitsFirst));
            return Vec::new();
        };
        let mut effects = match mapping == self.assessment.accounts {
            true => Vec::new(),
            false => self.record_all(vec![Write::Accounts(mapping.clone())], now),
        };
        self.accounts.job += 1;
        self.accounts.reading = Some(Progress::default());
        self.panel = Some(Panel::Accounts(Accounts::Reading));
        let job = self.accounts.job;
        effects.push(Effect::Accounts(AccountsAsk::Rank {
            job,
            at,
            profile: Box::new(profile),
            mapping: Box::new(mapping),
        }));
        effects
    }

    /// What Escape does here: it leaves what lies over the list before it leaves the list.
    pub(super) fn leave_accounts(&mut self) -> Option<Vec<Effect>> {
        let read = self.accounts.read.as_ref().map(|read| Arc::clone(&read.ranked));
        let Some(Panel::Accounts(open)) = &mut self.panel else { return None };
        match (open, read) {
            (Accounts::List(browse), _) if browse.over.is_some() => browse.over = None,
            (Accounts::List(browse), Some(ranked)) if browse.searching || !browse.search.is_empty() => {
                browse.searching = false;
                browse.search = super::Line::default();
                browse.renew(&ranked);
            }
            (Accounts::Columns(_), _) => return Some(self.choose_list(None)),
            (Accounts::Reading, _) => {
                self.message = Some(Message::Accounts(AccountsSaid::GoesOn));
                return Some(self.close());
            }
            _ => return None,
        }
        Some(Vec::new())
    }
}
