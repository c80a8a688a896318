//! Finds the columns that are wanted in the headings of a list.

use super::criterion::Trait;
use super::profile::Profile;
use super::words::{Words, plain};
use crate::assessment::AccountList;
use crate::problem::nearest;

/// What a column is wanted for; the numbers count the profile's entries from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Names.
    Name,
    /// A criterion.
    Criterion(usize),
    /// A gate.
    Gate(usize),
    /// What a company spends today.
    CurrentSpend,
    /// What it could spend.
    PotentialSpend,
    /// Who supplies it.
    Rival,
}

/// A column that is wanted and not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its name in the answers.
    pub wanted: String,
    /// What it is wanted for.
    pub part: Part,
    /// The heading that comes closest.
    pub nearest: Option<String>,
}

/// A column that is wanted, and the heading it is taken to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its name in the answers; nothing for the column of the companies' names.
    pub column: Option<String>,
    /// What it is wanted for; one column can serve several.
    pub parts: Vec<Part>,
    /// Which heading, from 0; nothing where the list has none.
    pub at: Option<usize>,
    /// Whether that is no more than the nearest one, for a person to look at.
    pub is_guess: bool,
}

/// All columns that are wanted, each with the heading it is: as it was said before, as it is spelt, or the nearest.
pub fn wanted(headings: &[String], profile: &Profile, mapping: &AccountList, words: &Words) -> Vec<Wanted> {
    let name = mapping.name.as_deref().and_then(|name| position(headings, name));
    let names = Wanted {
        column: None,
        parts: vec![Part::Name],
        at: name.or_else(|| usual_name(headings, words)),
        is_guess: name.is_none() && !words.names.iter().any(|usual| position(headings, usual).is_some()),
    };
    let mut all = vec![names];
    let criteria = profile.criteria.iter().enumerate().map(|(at, one)| (one.column.as_str(), Part::Criterion(at)));
    let gates = profile.gates.iter().enumerate().map(|(at, one)| (one.column.as_str(), Part::Gate(at)));
    let others = [
        (&profile.current_spend, Part::CurrentSpend),
        (&profile.potential_spend, Part::PotentialSpend),
        (&profile.rival_column, Part::Rival),
    ];
    let others = others.into_iter().filter_map(|(column, part)| Some((column.as_deref()?, part)));
    for (column, part) in criteria.chain(gates).chain(others) {
        match all.iter_mut().find(|known| known.column.as_deref() == Some(column)) {
            Some(known) => known.parts.push(part),
            None => all.push(one_wanted(headings, column, part, mapping)),
        }
    }
    all
}

fn one_wanted(headings: &[String], column: &str, part: Part, mapping: &AccountList) -> Wanted {
    let mapped = mapping.columns.get(column).map(String::as_str);
    let known = position(headings, mapped.filter(|mapped| !mapped.is_empty()).unwrap_or(column));
    let known = known.or_else(|| position(headings, column)).filter(|_| mapped != Some(""));
    let guess = || {
        let near = closest(headings, column)?;
        headings.iter().position(|heading| heading.trim() == near)
    };
    let at = if mapped == Some("") { None } else { known.or_else(guess) };
    Wanted { column: Some(column.to_owned()), parts: vec![part], at, is_guess: at.is_some() && known.is_none() }
}

/// Where the wanted columns are, from 0; nothing for one that the list is known not to have.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Columns {
    pub(super) name: Option<usize>,
    pub(super) criteria: Vec<Option<usize>>,
    pub(super) gates: Vec<Option<usize>>,
    pub(super) current: Option<usize>,
    pub(super) potential: Option<usize>,
    pub(super) rival: Option<usize>,
}

impl Columns {
    /// Those that have to hold numbers; one can be named several times.
    pub(super) fn of_numbers(&self, profile: &Profile) -> Vec<usize> {
        let criteria = profile.criteria.iter().zip(&self.criteria);
        let criteria = criteria.filter(|(criterion, _)| matches!(criterion.kind, Trait::Number { .. }));
        let gates = profile.gates.iter().zip(&self.gates).filter(|(gate, _)| gate.wants_number());
        let amounts = [self.current, self.potential].into_iter();
        amounts.chain(criteria.map(|(_, at)| *at)).chain(gates.map(|(_, at)| *at)).flatten().collect()
    }
}

/// Finds all wanted columns, or says which are missing.
pub(super) fn find(
    headings: &[String],
    profile: &Profile,
    mapping: &AccountList,
    words: &Words,
) -> Result<Columns, Vec<Missing>> {
    let mut missing: Vec<Missing> = Vec::new();
    let mut one = |wanted: &str, part: Part| -> Option<usize> {
        let mapped = mapping.columns.get(wanted).map_or(wanted, String::as_str);
        if mapped.is_empty() {
            return None;
        }
        // another list may call it as the answers do
        let found = position(headings, mapped).or_else(|| position(headings, wanted));
        if found.is_none() && !missing.iter().any(|known| known.wanted == wanted) {
            missing.push(Missing { wanted: wanted.to_owned(), part, nearest: closest(headings, mapped) });
        }
        found
    };
    let criteria = profile.criteria.iter().enumerate();
    let gates = profile.gates.iter().enumerate();
    let columns = Columns {
        name: match &mapping.name {
            Some(name) => one(name, Part::Name),
            None => usual_name(headings, words),
        },
        criteria: criteria.map(|(at, criterion)| one(&criterion.column, Part::Criterion(at))).collect(),
        gates: gates.map(|(at, gate)| one(&gate.column, Part::Gate(at))).collect(),
        current: profile.current_spend.as_deref().and_then(|column| one(column, Part::CurrentSpend)),
        potential: profile.potential_spend.as_deref().and_then(|column| one(column, Part::PotentialSpend)),
        rival: profile.rival_column.as_deref().and_then(|column| one(column, Part::Rival)),
    };
    if missing.is_empty() { Ok(columns) } else { Err(missing) }
}

/// The heading of that name: written the same, or the same but for capitals, spaces and signs. The first of several.
pub(super) fn position(headings: &[String], wanted: &str) -> Option<usize> {
    let bare = |text: &str| plain(text).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let wanted_bare = bare(wanted);
    headings
        .iter()
        .position(|heading| heading.trim() == wanted.trim())
        .or_else(|| headings.iter().position(|heading| plain(heading) == plain(wanted)))
        .or_else(|| headings.iter().position(|heading| !wanted_bare.is_empty() && bare(heading) == wanted_bare))
}

/// The heading that comes closest to a name: one that holds it, or is spelt alike.
fn closest(headings: &[String], wanted: &str) -> Option<String> {
    let wanted = plain(wanted);
    let plain_ones: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let holds =
        |heading: &&String| !heading.is_empty() && (heading.contains(&wanted) || wanted.contains(heading.as_str()));
    let near = plain_ones.iter().find(holds).map(String::as_str);
    let near = near.or_else(|| nearest(&wanted, plain_ones.iter().map(String::as_str)))?;
    let at = plain_ones.iter().position(|heading| heading == near)?;
    Some(headings[at].trim().to_owned())
}

/// The column under a heading that names usually have, or the first one with a heading.
fn usual_name(headings: &[String], words: &Words) -> Option<usize> {
    let usual = words.names.iter().find_map(|name| position(headings, name));
    usual.or_else(|| headings.iter().position(|heading| !heading.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_in_any_spelling_and_the_nearest_is_named() {
        let headings = ["ID", "Company Name", "Annual_Revenue (EUR)", "Sector", "sector"].map(str::to_owned);
        assert_eq!(position(&headings, "sector"), Some(4), "the very one comes first");
        assert_eq!(position(&headings, "SECTOR"), Some(3));
        assert_eq!(position(&headings, "annual revenue eur"), Some(2));
        assert_eq!(position(&headings, "revenue"), None);
        assert_eq!(closest(&headings, "revenue").as_deref(), Some("Annual_Revenue (EUR)"));
        assert_eq!(closest(&headings, "sektor").as_deref(), Some("Sector"));
        assert_eq!(closest(&headings, "zzz"), None);
        assert_eq!(usual_name(&headings, &Words::new("en")), Some(1));
    }
}
