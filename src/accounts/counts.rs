//! What a ranking comes to, in numbers.

use super::account::{Account, Class, Standing};

/// From this fit on an account belongs to the A list while there is room (domain.md 3, "Accounts").
pub(super) const A_FIT: f64 = 70.0;
/// From this fit on it belongs to the B list.
pub(super) const B_FIT: f64 = 50.0;

/// How many accounts there are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All accounts of the list.
    pub accounts: u64,
    /// On the A list.
    pub a: u64,
    /// On the B list.
    pub b: u64,
    /// On the C list.
    pub c: u64,
    /// Below the minimum.
    pub below_minimum: u64,
    /// With too little data to rank.
    pub needs_data: u64,
    /// Ranked, with a fit of 70 or more, whether or not there is room for them.
    pub suited: u64,
    /// Ranked customers with white space.
    pub with_room: u64,
    /// Ranked customers of rivals.
    pub of_rivals: u64,
}

impl Counts {
    /// Counts accounts.
    pub fn of(accounts: &[Account]) -> Self {
        let mut counts = Self { accounts: accounts.len() as u64, ..Self::default() };
        for account in accounts {
            match &account.standing {
                Standing::BelowMinimum(_) => counts.below_minimum += 1,
                Standing::NeedsData => counts.needs_data += 1,
                Standing::Ranked { class, .. } => {
                    match class {
                        Class::A => counts.a += 1,
                        Class::B => counts.b += 1,
                        Class::C => counts.c += 1,
                    }
                    counts.suited += u64::from(reaches(account.fit, A_FIT));
                    counts.with_room += u64::from(account.has_room());
                    counts.of_rivals += u64::from(account.rival);
                }
            }
        }
        counts
    }

    /// Those that are ranked.
    pub fn ranked(&self) -> u64 {
        self.a + self.b + self.c
    }

    /// The share that needs data, in percent with two decimals; nothing for an empty list.
    pub fn needs_data_share(&self) -> Option<f64> {
        (self.accounts > 0).then(|| (self.needs_data as f64 / self.accounts as f64 * 10_000.0).round() / 100.0)
    }
}

/// Whether a fit reaches a limit, but for what is lost in the last digits.
pub(super) fn reaches(fit: Option<f64>, limit: f64) -> bool {
    fit.is_some_and(|fit| fit >= limit - 1e-9)
}
