//! A ranked list to hand over: CSV and JSON.

use rust_i18n::t;
use serde_json::{Value as Json, json};

use super::accounts_told::{reasons, remarks};
use super::failure::Failure;
use super::printable::printable_json;
use crate::accounts::{Account, List, Profile, Ranking, Standing};
use crate::display::rounded;

/// The limits a printed fit does not cross (rulings.md 9).
const LIMITS: [f64; 2] = [50.0, 70.0];

/// A fit as it is printed: rounded, but never up to a limit it does not reach.
pub(super) fn shown(fit: f64, decimals: usize) -> f64 {
    let printed = rounded(fit, decimals);
    let crossed = LIMITS.iter().any(|limit| fit < limit - 1e-9 && printed >= *limit);
    let step = if decimals == 0 { 1.0 } else { 0.1 };
    if crossed { rounded(printed - step, decimals) } else { printed }
}

/// The headings, and a row for every account.
pub(super) fn ranked_csv(profile: &Profile, ranking: &Ranking, locale: &str) -> Vec<Vec<String>> {
    let head = ["rank", "class", "company", "fit", "space", "score", "known", "step", "standing", "reason", "line"];
    let head = head.iter().map(|key| t!(format!("accounts.head.{key}"), locale = locale).into_owned()).collect();
    let number = |value: Option<f64>| value.map(|value| rounded(value, 1).to_string()).unwrap_or_default();
    let row = |(at, account): (usize, &Account)| {
        let step = account.step().map(|step| t!(format!("accounts.step.{}", step.id()), locale = locale).into_owned());
        let (standing, ranked) = match account.standing {
            Standing::Ranked { .. } => ("ranked", true),
            Standing::NeedsData => ("needs_data", false),
            Standing::BelowMinimum(_) => ("below_minimum", false),
        };
        vec![
            if ranked { (at + 1).to_string() } else { String::new() },
            account.class().map(|class| class.letter().to_owned()).unwrap_or_default(),
            account.name.clone(),
            // a fit by little is no fit to hand over
            number(account.fit.filter(|_| ranked).map(|fit| shown(fit, 1))),
            number(account.white_space),
            number(account.score()),
            number(Some(account.known * 100.0)),
            step.unwrap_or_default(),
            t!(format!("accounts.standing.{standing}"), locale = locale).into_owned(),
            reasons(profile, account).join("; "),
            account.line.to_string(),
        ]
    };
    std::iter::once(head).chain(ranking.accounts.iter().enumerate().map(row)).collect()
}

/// Everything, for programs; figures are not rounded.
pub(super) fn json(profile: &Profile, list: &List, ranking: &Ranking) -> Result<String, Failure> {
    let counts = &ranking.counts;
    let whole = json!({
        "counts": {
            "accounts": counts.accounts, "ranked": counts.ranked(), "a": counts.a, "b": counts.b, "c": counts.c,
            "needs_data": counts.needs_data, "below_minimum": counts.below_minimum, "fit_70": counts.suited,
            "customers_with_white_space": counts.with_room, "customers_of_rivals": counts.of_rivals,
        },
        "slots": profile.slots,
        "list": {
            "encoding": list.encoded.encoding, "separator": list.encoded.separator.to_string(),
            "headings": list.headings, "names": list.names,
        },
        "remarks": remarks(list),
        "accounts": ranking.accounts.iter().enumerate().map(|(at, account)| one(profile, at, account)).collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&whole)
        .map_err(|error| Failure::work(format!("the ranking could not be written as JSON: {error}"), ""))?;
    Ok(format!("{}\n", printable_json(&text)))
}

fn one(profile: &Profile, at: usize, account: &Account) -> Json {
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
        "reasons": reasons(profile, account),
    })
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_printed_fit_does_not_reach_a_limit_it_missed() {
        for (fit, decimals, printed) in
            [(81.25, 1, 81.3), (69.96, 1, 69.9), (69.96, 0, 69.0), (70.0, 0, 70.0), (49.5, 0, 49.0), (49.4, 0, 49.0)]
        {
            assert!((shown(fit, decimals) - printed).abs() < 1e-9, "{fit}");
        }
    }
}
