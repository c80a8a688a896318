//! The order of the accounts, and the A, B and C lists (domain.md 3, "Accounts"; rulings.md 19).

use std::cmp::Ordering;

use super::account::{Account, Class, Standing};
use super::counts::{A_FIT, B_FIT, Counts, reaches};

/// How much the fit counts beside white space (domain.md 3, "Accounts").
pub const FIT_SHARE: f64 = 0.7;

/// Accounts in order: the ranked ones first, then those that need data, then those below the minimum.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// All of them.
    pub accounts: Vec<Account>,
    /// What it comes to.
    pub counts: Counts,
}

/// Ranks judged accounts; `slots` is how many can be worked in a quarter, without it the A list has no end.
///
/// The percentile of white space is 100 × (below + half of equal) ÷ n among the ranked accounts whose white space is
/// known, the account itself counting as equal.
pub fn rank(mut accounts: Vec<Account>, slots: Option<u64>) -> Ranking {
    let is_ranked = |account: &Account| matches!(account.standing, Standing::Ranked { .. });
    let mut spaces: Vec<f64> =
        accounts.iter().filter(|account| is_ranked(account)).filter_map(|account| account.white_space).collect();
    spaces.sort_unstable_by(f64::total_cmp);
    for account in &mut accounts {
        let Standing::Ranked { score, .. } = &mut account.standing else { continue };
        let fit = account.fit.unwrap_or_default();
        *score = match account.white_space {
            Some(space) => FIT_SHARE * fit + (1.0 - FIT_SHARE) * percentile(&spaces, space),
            None => fit,
        };
    }
    sort(&mut accounts);
    let mut room = slots.unwrap_or(u64::MAX);
    for account in &mut accounts {
        let fit = account.fit;
        let Standing::Ranked { class, .. } = &mut account.standing else { break };
        *class = match (reaches(fit, A_FIT), reaches(fit, B_FIT)) {
            (true, _) if room > 0 => {
                room -= 1;
                Class::A
            }
            (true, _) | (_, true) => Class::B,
            _ => Class::C,
        };
    }
    let counts = Counts::of(&accounts);
    Ranking { accounts, counts }
}

impl Ranking {
    /// Where the white space of an account stands among that of all ranked ones, in percent; nothing for an account
    /// that is not ranked, or whose white space is not known.
    pub fn percentile(&self, account: &Account) -> Option<f64> {
        account.class()?;
        let mut spaces: Vec<f64> = self
            .accounts
            .iter()
            .filter(|other| other.class().is_some())
            .filter_map(|other| other.white_space)
            .collect();
        spaces.sort_unstable_by(f64::total_cmp);
        account.white_space.map(|space| percentile(&spaces, space))
    }
}

/// The share of sorted values below one, in percent, those equal to it counting half.
fn percentile(sorted: &[f64], value: f64) -> f64 {
    let below = sorted.partition_point(|other| *other < value);
    let equal = sorted[below..].partition_point(|other| *other <= value);
    100.0 * (below as f64 + equal as f64 / 2.0) / sorted.len() as f64
}

/// What an account's place goes by: which group it is in, then score, fit and white space, of which more comes first.
///
/// Names and lines settle what is left; they stay in the account.
struct Place {
    group: u8,
    figures: [f64; 3],
    /// Where the account stands before it is ranked.
    at: usize,
}

impl Place {
    fn of((at, account): (usize, &Account)) -> Self {
        let (group, figures) = match account.standing {
            Standing::Ranked { score, .. } => (0, [Some(score), account.fit, account.white_space]),
            Standing::NeedsData => (1, [None; 3]),
            Standing::BelowMinimum(_) => (2, [None; 3]),
        };
        Self { group, figures: figures.map(rounded), at }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let pairs = other.figures.iter().zip(&self.figures);
        self.group
            .cmp(&other.group)
            .then_with(|| pairs.fold(Ordering::Equal, |order, (other, one)| order.then_with(|| other.total_cmp(one))))
    }
}

/// Ranked accounts by score, fit, white space and name; the others by name; the line settles what is left.
///
/// The figures are rounded once for each account, and the accounts themselves are moved once, when their order is known.
fn sort(accounts: &mut [Account]) {
    let mut places: Vec<Place> = accounts.iter().enumerate().map(Place::of).collect();
    places.sort_by_key(|place| place.group);
    let called = |place: &Place| (accounts[place.at].name.as_str(), accounts[place.at].line);
    // group by group: many lists are in the order of their names, in which the unranked ones then are already
    for group in places.chunk_by_mut(|one, other| one.group == other.group) {
        group.sort_by(|one, other| one.compare(other).then_with(|| called(one).cmp(&called(other))));
    }
    for to in 0..places.len() {
        // what belongs here may have been swapped to a later place already: follow it
        let mut from = places[to].at;
        while from < to {
            from = places[from].at;
        }
        places[to].at = from;
        accounts.swap(to, from);
    }
}

/// Compared to nine decimals, so that the order does not hang on the last digit of a sum; unknown comes last.
fn rounded(value: Option<f64>) -> f64 {
    value.map_or(f64::NEG_INFINITY, |value| (value * 1e9).round())
}
