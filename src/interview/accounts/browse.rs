//! The ranked list as one goes through it: filtered, searched, one account looked into.

use crate::accounts::{Account, Class, Counts, Detail, RankedList, Standing, plain};
use crate::interview::{Edit, Line};

/// How many lines a page is.
const PAGE: usize = 10;

/// A ranked list being gone through.
#[derive(Debug, Clone, Default)]
pub struct Browse {
    /// Which accounts are shown.
    pub filter: Filter,
    /// What is searched for in their names.
    pub search: Line,
    /// Whether the search is being typed.
    pub searching: bool,
    /// Places in the ranking of those shown.
    pub shown: Vec<usize>,
    /// The one under the cursor, among those shown.
    pub cursor: usize,
    /// What lies over the list.
    pub over: Option<OverList>,
}

/// What lies over the list.
#[derive(Debug, Clone)]
pub enum OverList {
    /// One account with its sums.
    Detail {
        /// Its place in the ranking.
        place: usize,
        /// What it was judged by, once it has been read.
        detail: Option<Box<Detail>>,
        /// Lines scrolled.
        scroll: usize,
    },
    /// What is worth knowing about the file, scrolled down by that many lines.
    Remarks(usize),
}

/// Which accounts of a ranking are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// The A list.
    A,
    /// The B list.
    B,
    /// The C list.
    C,
    /// Those of which too little is known.
    NeedsData,
    /// Those that fail a condition.
    BelowMinimum,
    /// Ranked customers with white space.
    WithRoom,
    /// Ranked customers of rivals.
    OfRivals,
}

impl Filter {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 8] =
        [Self::All, Self::A, Self::B, Self::C, Self::NeedsData, Self::BelowMinimum, Self::WithRoom, Self::OfRivals];

    /// Its word in the locale files.
    pub fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::NeedsData => "needs_data",
            Self::BelowMinimum => "below_minimum",
            Self::WithRoom => "with_room",
            Self::OfRivals => "of_rivals",
        }
    }

    /// How many accounts it leaves.
    pub fn count(self, counts: &Counts) -> u64 {
        match self {
            Self::All => counts.accounts,
            Self::A => counts.a,
            Self::B => counts.b,
            Self::C => counts.c,
            Self::NeedsData => counts.needs_data,
            Self::BelowMinimum => counts.below_minimum,
            Self::WithRoom => counts.with_room,
            Self::OfRivals => counts.of_rivals,
        }
    }

    fn leaves(self, account: &Account) -> bool {
        match self {
            Self::All => true,
            Self::A => account.class() == Some(Class::A),
            Self::B => account.class() == Some(Class::B),
            Self::C => account.class() == Some(Class::C),
            Self::NeedsData => account.standing == Standing::NeedsData,
            Self::BelowMinimum => matches!(account.standing, Standing::BelowMinimum(_)),
            Self::WithRoom => account.class().is_some() && account.has_room(),
            Self::OfRivals => account.class().is_some() && account.rival,
        }
    }
}

impl Browse {
    /// All accounts, from the first.
    pub(super) fn new(ranked: &RankedList) -> Self {
        let mut browse = Self::default();
        browse.renew(ranked);
        browse
    }

    /// The place in the ranking of the account under the cursor.
    pub fn place(&self) -> Option<usize> {
        self.shown.get(self.cursor).copied()
    }

    /// Shows what filter and search leave.
    pub(super) fn renew(&mut self, ranked: &RankedList) {
        let search = plain(self.search.text());
        let words: Vec<&str> = search.split(' ').filter(|word| !word.is_empty()).collect();
        let found = |account: &Account| {
            words.is_empty() || {
                let name = plain(&account.name);
                words.iter().all(|word| name.contains(word))
            }
        };
        let all = ranked.ranking.accounts.iter().enumerate();
        self.shown =
            all.filter(|(_, account)| self.filter.leaves(account) && found(account)).map(|(at, _)| at).collect();
        self.cursor = 0;
    }

    pub(super) fn filter(&mut self, filter: Filter, ranked: &RankedList) {
        self.filter = filter;
        self.renew(ranked);
    }

    /// The filter beside the one there is.
    pub(super) fn next_filter(&self, forth: bool) -> Filter {
        let at = Filter::ALL.iter().position(|one| *one == self.filter).unwrap_or(0);
        let length = Filter::ALL.len();
        Filter::ALL[if forth { at + 1 } else { at + length - 1 } % length]
    }

    /// Goes to another line.
    pub(super) fn move_by(&mut self, forth: bool, page: bool) {
        let by = if page { PAGE } else { 1 };
        let last = self.shown.len().saturating_sub(1);
        self.cursor = if forth { (self.cursor + by).min(last) } else { self.cursor.saturating_sub(by) };
    }

    /// Goes to the first line, or the last.
    pub(super) fn move_to_end(&mut self, last: bool) {
        self.cursor = if last { self.shown.len().saturating_sub(1) } else { 0 };
    }

    /// Follows one edit of the search.
    pub(super) fn edit_search(&mut self, edit: &Edit, ranked: &RankedList) {
        match edit {
            Edit::Enter => self.searching = false,
            Edit::Up | Edit::Down => self.move_by(*edit == Edit::Down, false),
            _ => {
                let before = self.search.text().to_owned();
                self.search.edit(edit);
                if before != self.search.text() {
                    self.renew(ranked);
                }
            }
        }
    }
}
