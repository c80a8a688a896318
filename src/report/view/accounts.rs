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
        step: words.maybe_in("accounts.steps", &account.step).map(sentence_start).unwrap_or_default(),
    });
    let headline = match (ranked.a, ranked.first.is_empty()) {
        (_, true) => words.get("accounts.headline_none").to_owned(),
        (0, false) => words.get("accounts.headline_no_a").to_owned(),
        (a, false) => words.counted("accounts.headline", usize::try_from(a).unwrap_or(usize::MAX), &[]),
    };
    Some(Accounts {
        headline,
        counts: fill("accounts.counts"),
        rows: rows.collect(),
        when: fill(if ranked.a + ranked.b + ranked.c > ranked.first.len() as u64 {
            "accounts.when_first"
        } else {
            "accounts.when"
        }),
    })
}
