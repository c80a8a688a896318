//! What a sitting asks about lists of accounts, done on a thread of its own: finding, reading, ranking, handing over.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use super::accounts::beside;
use super::accounts_file::ranked_csv;
use super::sheet::{csv_text, hand_out, named};
use crate::accounts::{ListError, Profile, RankedList, Words, glimpse, list, trouble};
use crate::assessment::AccountList;
use crate::interview::{AccountsAsk, AccountsNews, FoundFile, ListAt};

/// How often progress is told: more would only be drawn over.
const OFTEN: Duration = Duration::from_millis(60);

/// No folder shows more entries than this.
const MOST_FILES: usize = 500;

/// No more files to hand over are made in one day.
const MOST_COPIES: u32 = 99;

/// The thread that sees to lists, and what it has told.
#[derive(Debug)]
pub(super) struct AccountsDesk {
    asked: Sender<(AccountsAsk, String)>,
    told: Receiver<(AccountsNews, bool)>,
    /// How many answers are still to come.
    awaited: usize,
}

impl AccountsDesk {
    /// A thread for the lists beside an assessment's file; it ends with the sitting.
    pub(super) fn start(assessment: &Path) -> Self {
        let (asked, asks) = mpsc::channel::<(AccountsAsk, String)>();
        let (tell, told) = mpsc::channel();
        let assessment = assessment.to_owned();
        std::thread::spawn(move || {
            let mut clerk = Clerk { assessment, tell };
            while let Ok((ask, locale)) = asks.recv() {
                let news = clerk.answer(ask, &locale);
                if clerk.tell.send((news, true)).is_err() {
                    return;
                }
            }
        });
        Self { asked, told, awaited: 0 }
    }

    /// Hands something over to be done.
    pub(super) fn ask(&mut self, ask: AccountsAsk, locale: &str) {
        if self.asked.send((ask, locale.to_owned())).is_ok() {
            self.awaited += 1;
        }
    }

    /// What has become of it.
    pub(super) fn news(&mut self) -> Option<AccountsNews> {
        let (news, is_last) = self.told.try_recv().ok()?;
        self.awaited = self.awaited.saturating_sub(usize::from(is_last));
        Some(news)
    }

    /// Whether something is still to come.
    pub(super) fn is_busy(&self) -> bool {
        self.awaited > 0
    }
}

/// What the thread needs to know.
struct Clerk {
    assessment: PathBuf,
    tell: Sender<(AccountsNews, bool)>,
}

impl Clerk {
    fn answer(&mut self, ask: AccountsAsk, locale: &str) -> AccountsNews {
        match ask {
            AccountsAsk::Find(folder) => AccountsNews::Found { files: self.found(&folder), folder },
            AccountsAsk::Glimpse(at) => match glimpse(&self.place(&at.path), at.encoding.as_deref()) {
                Ok(glimpse) => AccountsNews::Glimpsed(at, Box::new(glimpse)),
                Err(error) => AccountsNews::NoGlimpse(trouble(&error, locale)),
            },
            AccountsAsk::Rank { job, at, profile, mapping } => {
                match self.ranked(job, &at, &profile, &mapping, locale) {
                    Ok(list) => {
                        let kept_as = beside(&self.place(&at.path), &self.assessment);
                        let ranked = std::sync::Arc::new(RankedList::of(*profile, list));
                        AccountsNews::Ranked { job, at, ranked, kept_as }
                    }
                    Err(error) => AccountsNews::NotRanked { job, reason: trouble(&error, locale) },
                }
            }
            AccountsAsk::Detail { place, at, ranked } => {
                match ranked.detail(&self.place(&at.path), place, &Words::new(locale)) {
                    Ok(detail) => AccountsNews::Detailed(place, Box::new(detail)),
                    Err(error) => AccountsNews::NoDetail(trouble(&error, locale)),
                }
            }
            AccountsAsk::HandOver(ranked) => match self.handed_over(&ranked, locale) {
                Ok(path) => AccountsNews::HandedOver(path),
                Err(reason) => AccountsNews::NotHandedOver(reason),
            },
        }
    }

    /// Reads a list and tells how far that has come.
    fn ranked(
        &self,
        job: u64,
        at: &ListAt,
        profile: &Profile,
        mapping: &AccountList,
        locale: &str,
    ) -> Result<list::List, ListError> {
        let mut last = Instant::now();
        let words = Words::new(locale);
        list::read(&self.place(&at.path), profile, mapping, &words, at.encoding.as_deref(), &mut |done, all| {
            if last.elapsed() >= OFTEN {
                last = Instant::now();
                // nobody listens any more when the sitting is over
                let _ = self.tell.send((AccountsNews::Progress { job, done, all }, false));
            }
        })
    }

    /// The file a typed path means: from home with `~`, otherwise from beside the assessment, or from where one is.
    fn place(&self, typed: &str) -> PathBuf {
        let typed = typed.trim();
        if let Some(rest) = typed.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\']))
            && let Some(home) = directories::BaseDirs::new()
        {
            return home.home_dir().join(rest.trim_start_matches(['/', '\\']));
        }
        let folder = self.assessment.parent().unwrap_or(Path::new(""));
        let beside = folder.join(typed);
        if beside.exists() || !Path::new(typed).exists() { beside } else { PathBuf::from(typed) }
    }

    /// Lists and folders in a folder, as they would be typed; without one those beside the assessment and where one is.
    fn found(&self, folder: &str) -> Vec<FoundFile> {
        let mut files = Vec::new();
        if folder.is_empty() {
            let beside = self.assessment.parent().unwrap_or(Path::new("")).to_owned();
            entries(&beside, "", &mut files);
            if let Ok(here) = std::env::current_dir()
                && here.canonicalize().ok() != beside.canonicalize().ok()
            {
                let mut others = Vec::new();
                entries(&here, &format!("{}{MAIN_SEPARATOR}", here.display()), &mut others);
                files.extend(others.into_iter().filter(|file| !file.is_folder));
            }
        } else {
            entries(&self.place(folder), folder, &mut files);
        }
        files.sort_by_key(|file| (file.is_folder, file.path.to_lowercase()));
        files.truncate(MOST_FILES);
        files
    }

    /// Writes the ranked list beside the assessment, under a name that is not there yet.
    fn handed_over(&self, ranked: &RankedList, locale: &str) -> Result<PathBuf, String> {
        let text = csv_text(&ranked_csv(ranked, locale)).map_err(|failure| failure.to_string())?;
        let today = super::installation::today();
        let mut path = named(&self.assessment, &format!("accounts-{today}.csv"));
        for copy in 2..=MOST_COPIES {
            if !path.exists() {
                break;
            }
            path = named(&self.assessment, &format!("accounts-{today}-{copy}.csv"));
        }
        hand_out(&path, &text).map_err(|failure| failure.to_string())?;
        Ok(path)
    }
}

/// Adds what a folder holds: lists by their ending, and folders; what is hidden, or cannot be read, is left out.
fn entries(folder: &Path, typed: &str, files: &mut Vec<FoundFile>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        // a name that is no text could not be typed
        let (Ok(name), Ok(about)) = (entry.file_name().into_string(), std::fs::metadata(entry.path())) else {
            continue;
        };
        let ending = Path::new(&name).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        let is_list = about.is_file() && ["csv", "tsv", "txt"].contains(&ending.as_str());
        if name.starts_with('.') || !(is_list || about.is_dir()) {
            continue;
        }
        let path = if about.is_dir() { format!("{typed}{name}{MAIN_SEPARATOR}") } else { format!("{typed}{name}") };
        files.push(FoundFile { path, is_folder: about.is_dir(), bytes: about.len() });
    }
}
