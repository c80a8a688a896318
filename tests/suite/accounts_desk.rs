//! A desk with a folder of lists of accounts, for the journeys through them.

use std::path::PathBuf;
use std::sync::Arc;

use gapwise::accounts::{RankedList, Words, glimpse, list, trouble};
use gapwise::assessment::Assessment;
use gapwise::interview::{AccountsAsk, AccountsNews, FoundFile, Interview};
use gapwise::tui::{Desk, Theme, run_interview};
use jiff::Zoned;
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::journey::keys_of;
use crate::systems::{given, selection};

const ANSWERS: &str = r#"
client.name = "Acme Logistics"
answers.ic_criteria.value = [
  { name = "Size", csv_column = "employees", kind = "number", worst = 20, best = 200, weight = 3 },
  { name = "Sector", csv_column = "sector", kind = "map", map = "logistics=100, retail=60", weight = 5 },
  { name = "Growing", csv_column = "growth", kind = "yesno", weight = 2 },
]
answers.ic_gates.value = [{ column = "country", operator = "one_of", value = "DE, AT" }]
answers.ic_slots.value = 2
answers.ic_space.value = { current_spend = "spend", potential_spend = "potential" }
answers.ic_rival_column.value = "supplier"
answers.ic_rival_names.value = ["Globex"]
"#;

/// The worked order of tests/suite/accounts.rs, as a spreadsheet elsewhere would write it: other headings, semicolons,
/// decimal commas, a cell that is no number, an account that is there twice.
pub const LIST: &str = "Firma;Staff;Sector;growth;country;spend;potential;supplier
One;200;logistics;yes;DE;100,00 €;100,00 €;
Two;200;logistics;yes;DE;100,00 €;400,00 €;
Three;110;logistics;yes;AT;;;Globex
Four;20;retail;yes;DE;0;300;
Five;many;;no;DE;0;0;
Six;20;retail;no;DE;;;
Seven;200;logistics;yes;FR;100;900;
six;20;;no;;;;
";

/// A desk with a folder of lists; everything asked is answered at once, unless it is told to wait.
pub struct ListDesk {
    pub folder: tempfile::TempDir,
    pub saved: Vec<Assessment>,
    pub handed_over: usize,
    /// Whether ranking is answered only once that many further keys were pressed.
    pub slow: Option<usize>,
    /// What is answered then.
    pub later: Option<AccountsNews>,
}

impl ListDesk {
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        Self { folder, saved: Vec::new(), handed_over: 0, slow: None, later: None }
    }

    fn found(&self) -> Vec<FoundFile> {
        let mut files: Vec<FoundFile> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| FoundFile {
                path: entry.file_name().into_string().unwrap(),
                is_folder: false,
                bytes: entry.metadata().unwrap().len(),
            })
            .collect();
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files
    }

    fn answer(&mut self, ask: AccountsAsk) -> AccountsNews {
        let place = |path: &str| self.folder.path().join(path);
        match ask {
            AccountsAsk::Find(folder) => AccountsNews::Found { folder, files: self.found() },
            AccountsAsk::Glimpse(at) => match glimpse(&place(&at.path), at.encoding.as_deref()) {
                Ok(glimpse) => AccountsNews::Glimpsed(at, Box::new(glimpse)),
                Err(error) => AccountsNews::NoGlimpse(trouble(&error, "en")),
            },
            AccountsAsk::Rank { job, at, profile, mapping } => {
                let words = Words::new("en");
                let encoding = at.encoding.as_deref();
                match list::read(&place(&at.path), &profile, &mapping, &words, encoding, &mut |_, _| {}) {
                    Ok(list) => {
                        let ranked = Arc::new(RankedList::of(*profile, list));
                        let kept_as = Some(at.path.clone());
                        AccountsNews::Ranked { job, at, ranked, kept_as }
                    }
                    Err(error) => AccountsNews::NotRanked { job, reason: trouble(&error, "en") },
                }
            }
            AccountsAsk::Detail { place: at_place, at, ranked } => {
                match ranked.detail(&place(&at.path), at_place, &Words::new("en")) {
                    Ok(detail) => AccountsNews::Detailed(at_place, Box::new(detail)),
                    Err(error) => AccountsNews::NoDetail(trouble(&error, "en")),
                }
            }
            AccountsAsk::HandOver(_) => {
                self.handed_over += 1;
                AccountsNews::HandedOver(PathBuf::from("/clients/acme-accounts.csv"))
            }
        }
    }
}

impl Desk for ListDesk {
    fn save(&mut self, assessment: &Assessment) -> Result<(), String> {
        self.saved.push(assessment.clone());
        Ok(())
    }

    fn render_report(&mut self, _: &Assessment) -> Result<Vec<PathBuf>, String> {
        Ok(Vec::new())
    }

    fn accounts(&mut self, ask: AccountsAsk, _locale: &str) -> Option<AccountsNews> {
        let (is_ranking, job) = match &ask {
            AccountsAsk::Rank { job, .. } => (true, *job),
            _ => (false, 0),
        };
        let news = self.answer(ask);
        if is_ranking && self.slow.is_some() {
            self.later = Some(news);
            return Some(AccountsNews::Progress { job, done: 1, all: 4 });
        }
        Some(news)
    }

    fn accounts_news(&mut self) -> Option<AccountsNews> {
        self.later.as_ref()?;
        let left = self.slow.as_mut()?;
        if *left > 0 {
            *left -= 1;
            return None;
        }
        self.later.take()
    }

    fn now(&self) -> Zoned {
        "2026-11-22T10:42:00[UTC]".parse().unwrap()
    }
}

/// What a sitting with lists left behind.
pub struct Played {
    pub screen: String,
    pub interview: Interview,
    pub desk: ListDesk,
}

pub fn assessment() -> Assessment {
    given("accounts", ANSWERS)
}

pub fn play_on(
    mut desk: ListDesk,
    assessment: Assessment,
    keys: &str,
    (width, height): (u16, u16),
    shared: bool,
) -> Played {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let interview = Interview::new(selection(&["accounts"]), assessment, date(2026, 11, 22));
    let interview = interview.begun_shared(shared).begun_at("ic_csv");
    let interview = run_interview(&mut terminal, &mut keys_of(keys), &mut desk, Theme::new(true), interview).unwrap();
    Played { screen: terminal.backend().to_string(), interview, desk }
}

/// From the question to the ranking: the file, the one column that is called otherwise, rank.
pub const TO_RANKING: &str = "al<tab><enter>s<enter>";

#[track_caller]
pub fn assert_shows(played: &Played, wanted: &[&str]) {
    for one in wanted {
        assert!(played.screen.contains(one), "{one}\n{}", played.screen);
    }
}
