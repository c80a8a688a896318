//! What the interview asks of the world about a list of accounts, and what comes back.

use std::path::PathBuf;
use std::sync::Arc;

use crate::accounts::{Detail, Glimpse, Profile, RankedList};
use crate::assessment::AccountList;

/// A list, as it was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListAt {
    /// The path as it was typed; a relative one begins beside the assessment.
    pub path: String,
    /// What it is written in, where a person said so.
    pub encoding: Option<String>,
}

/// Something asked about lists; each is answered by one piece of news, ranking by several.
#[derive(Debug, Clone, PartialEq)]
pub enum AccountsAsk {
    /// Which lists there are in a folder, as it was typed, its last separator included; nothing for the usual places.
    Find(String),
    /// The beginning of a list.
    Glimpse(ListAt),
    /// The whole list, ranked.
    Rank {
        /// Which of the sitting's rankings it is.
        job: u64,
        /// The list.
        at: ListAt,
        /// What it is ranked by.
        profile: Box<Profile>,
        /// How its columns are called.
        mapping: Box<AccountList>,
    },
    /// What an account of a ranked list was judged by.
    Detail {
        /// Its place in the ranking, from 0.
        place: usize,
        /// The list.
        at: ListAt,
        /// The ranking.
        ranked: Arc<RankedList>,
    },
    /// The ranked list as a file to hand over.
    HandOver(Arc<RankedList>),
}

/// What became of something asked about lists.
#[derive(Debug, Clone, PartialEq)]
pub enum AccountsNews {
    /// The lists in a folder.
    Found {
        /// The folder as it was asked for.
        folder: String,
        /// What is in it, folders too.
        files: Vec<FoundFile>,
    },
    /// The beginning of a list.
    Glimpsed(ListAt, Box<Glimpse>),
    /// It cannot be read, and why.
    NoGlimpse(String),
    /// How far ranking has come, in bytes.
    Progress {
        /// Which ranking.
        job: u64,
        /// Read so far.
        done: u64,
        /// To be read in all.
        all: u64,
    },
    /// A list has been ranked.
    Ranked {
        /// Which ranking.
        job: u64,
        /// The list.
        at: ListAt,
        /// The ranking.
        ranked: Arc<RankedList>,
        /// The path as the assessment keeps it.
        kept_as: Option<String>,
    },
    /// A list could not be ranked, and why.
    NotRanked {
        /// Which ranking.
        job: u64,
        /// The reason.
        reason: String,
    },
    /// What an account was judged by; its place in the ranking first.
    Detailed(usize, Box<Detail>),
    /// That cannot be told, and why.
    NoDetail(String),
    /// The file to hand over is there.
    HandedOver(PathBuf),
    /// It is not, and why.
    NotHandedOver(String),
}

/// A file or a folder one could choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    /// What to type to mean it; a folder ends with its separator.
    pub path: String,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Its length in bytes.
    pub bytes: u64,
}
