//! A ranked list to hand over: CSV and JSON.

use rust_i18n::t;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::failure::Failure;
use super::printable::printable_json;
use crate::accounts::{Account, RankedList, Standing, reasons, remarks};
use crate::display::{printed_fit, rounded};

/// The headings, and a row for every account.
pub(super) fn ranked_csv(ranked: &RankedList, locale: &str) -> Vec<Vec<String>> {
    let head = ["rank", "class", "company", "fit", "space", "score", "known", "step", "standing", "reason", "line"];
    let head = head.iter().map(|key| t!(format!("accounts.head.{key}"), locale = locale).into_owned()).collect();
    let (profile, ranking) = (&ranked.profile, &ranked.ranking);
    let number = |value: Option<f64>| value.map(|value| rounded(value, 1).to_string()).unwrap_or_default();
    let row = |(at, account): (usize, &Account)| {
        let step = account.step().map(|step| t!(format!("accounts.step.{}", step.id()), locale = locale).into_owned());
        let (standing, is_ranked) = match account.standing {
            Standing::Ranked { .. } => ("ranked", true),
            Standing::NeedsData => ("needs_data", false),
            Standing::BelowMinimum(_) => ("below_minimum", false),
        };
        vec![
            if is_ranked { (at + 1).to_string() } else { String::new() },
            account.class().map(|class| class.letter().to_owned()).unwrap_or_default(),
            account.name.clone(),
            // a fit by little is no fit to hand over
            number(account.fit.filter(|_| is_ranked).map(|fit| printed_fit(fit, 1))),
            number(account.white_space),
            number(account.score()),
            number(Some(account.known * 100.0)),
            step.unwrap_or_default(),
            t!(format!("accounts.standing.{standing}"), locale = locale).into_owned(),
            reasons(profile, account, locale).join("; "),
            account.line.to_string(),
        ]
    };
    std::iter::once(head).chain(ranking.accounts.iter().enumerate().map(row)).collect()
}

/// Everything, for programs; figures are not rounded.
pub(super) fn json(ranked: &RankedList, locale: &str) -> Result<String, Failure> {
    let RankedList { profile, list, ranking } = ranked;
    let counts = &ranking.counts;
    let whole = Whole {
        accounts: Each { ranked, locale },
        counts: json!({
            "accounts": counts.accounts, "ranked": counts.ranked(), "a": counts.a, "b": counts.b, "c": counts.c,
            "needs_data": counts.needs_data, "below_minimum": counts.below_minimum, "fit_70": counts.suited,
            "customers_with_white_space": counts.with_room, "customers_of_rivals": counts.of_rivals,
        }),
        list: json!({
            "encoding": list.encoded.encoding, "separator": list.encoded.separator.to_string(),
            "headings": list.headings, "names": list.names,
        }),
        remarks: remarks(list, locale),
        slots: profile.slots,
    };
    let text = serde_json::to_string_pretty(&whole)
        .map_err(|error| Failure::work(format!("the ranking could not be written as JSON: {error}"), ""))?;
    let mut safe = printable_json(&text);
    safe.push('\n');
    Ok(safe)
}

/// Everything, in the order of its names.
#[derive(Serialize)]
struct Whole<'a> {
    accounts: Each<'a>,
    counts: Json,
    list: Json,
    remarks: Vec<String>,
    slots: Option<u64>,
}

/// The accounts, made one by one as they are written: all at once a long list would need a gigabyte.
struct Each<'a> {
    ranked: &'a RankedList,
    locale: &'a str,
}

impl Serialize for Each<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = self.ranked.ranking.accounts.iter().enumerate();
        serializer.collect_seq(all.map(|(at, account)| one(self.ranked, at, account, self.locale)))
    }
}

fn one(ranked: &RankedList, at: usize, account: &Account, locale: &str) -> Json {
    let standing = match account.standing {
        Standing::Ranked { .. } => "ranked",
        Standing::NeedsData => "needs_data",
        Standing::BelowMinimum(_) => "below_minimum",
    };
    json!({
        "rank": account.class().map(|_| at + 1),
        "name": account.name,
        "line": account.line,
        "standing": standing,
        "class": account.class().map(|class| class.letter()),
        "score": account.score(),
        "fit": account.fit,
        "known": account.known,
        "white_space": account.white_space,
        "customer": account.customer,
        "rival": account.rival,
        "next_step": account.step().map(|step| step.id()),
        "reasons": reasons(&ranked.profile, account, locale),
    })
}
