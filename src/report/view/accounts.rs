//! The list of accounts as it was last ranked: how many of each kind, the first ones, the next step with each.

use serde::Serialize;

use super::Material;
use crate::display::sentence_start;
use crate::questionnaire::Questionnaire;

/// The list of accounts.
#[derive(Debug, Serialize)]
pub(super) struct Accounts {
    /// How many companies come first, in a sentence.
    pub(super) headline: String,
    /// How many companies are on which list, in two sentences.
    counts: String,
    /// Customers with white space, and companies that rivals supply, as far as the list says.
    chances: Vec<String>,
    /// What is missing most where too little is known to rank.
    lacking: String,
    /// Whether a column of white space says anything.
    has_space: bool,
    /// The first companies, the best first.
    rows: Vec<Row>,
    /// When the list was ranked, and by what.
    when: String,
}

#[derive(Debug, Serialize)]
struct Row {
    /// Its place, from 1.
    rank: usize,
    /// The company.
    name: String,
    /// Its list: A, B or C.
    class: String,
    /// How well it fits, 0 to 100.
    fit: u64,
    /// What it could spend and does not yet.
    space: String,
    /// The next step with it; empty where none follows from the data.
    step: String,
}

/// Builds the list of a questionnaire; nothing when it has none or none was ranked, or when who is sold to has changed so
/// that none is asked for.
pub(super) fn build(material: &Material, questionnaire: &Questionnaire) -> Option<Accounts> {
    let ranked = material.assessment.accounts.ranked.as_ref()?;
    let uses = questionnaire.uses.accounts.criteria.as_deref()?;
    if !material.evaluation.is_visible(uses) {
        return None;
    }
    let words = material.words;
    let number = |count: u64| material.show.number(count as f64, 0);
    let fill = |key: &str| {
        let values = [
            ("accounts", number(ranked.accounts)),
            ("a", number(ranked.a)),
            ("b", number(ranked.b)),
            ("c", number(ranked.c)),
            ("needs_data", number(ranked.needs_data)),
            ("below_minimum", number(ranked.below_minimum)),
            ("shown", number(ranked.first.len() as u64)),
            ("ranked", number(ranked.a + ranked.b + ranked.c)),
            ("date", material.show.date(ranked.date)),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        words.fill(key, &values)
    };
    let rows = ranked.first.iter().enumerate().map(|(at, account)| Row {
        rank: at + 1,
        name: if account.name.is_empty() { words.get("accounts.unnamed").to_owned() } else { account.name.clone() },
        class: account.class.clone(),
        fit: account.fit,
        space: account
            .space
            .map_or_else(|| words.get("accounts.no_space").to_owned(), |space| material.show.money(space as f64)),
        step: words.maybe_in("accounts.steps", &account.step).map(sentence_start).unwrap_or_default(),
    });
    let headline = match (ranked.a, ranked.first.is_empty()) {
        (_, true) => words.get("accounts.headline_none").to_owned(),
        (0, false) => words.get("accounts.headline_no_a").to_owned(),
        (a, false) => words.counted("accounts.headline", usize::try_from(a).unwrap_or(usize::MAX), &[]),
    };
    let some = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let chance = |key: &str, count: Option<u64>| Some(words.counted(key, some(count.filter(|count| *count > 0)?), &[]));
    let chances = [chance("accounts.with_room", ranked.with_room), chance("accounts.of_rivals", ranked.of_rivals)];
    let lacking = ranked.lacking.iter().map(|one| format!("{} ({})", one.what, number(one.accounts)));
    let lacking = material.show.names(&lacking.collect::<Vec<_>>());
    Some(Accounts {
        headline,
        counts: fill("accounts.counts"),
        chances: chances.into_iter().flatten().collect(),
        lacking: match ranked.lacking.is_empty() {
            true => String::new(),
            false => words.fill("accounts.lacking", &[("what", &lacking)]),
        },
        has_space: ranked.first.iter().any(|account| account.space.is_some()),
        rows: rows.collect(),
        when: fill(if ranked.a + ranked.b + ranked.c > ranked.first.len() as u64 {
            "accounts.when_first"
        } else {
            "accounts.when"
        }),
    })
}
