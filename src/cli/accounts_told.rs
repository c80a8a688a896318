//! What is said about a ranked list: its first accounts, what is missing, what could not be read.

use rust_i18n::t;

use super::failure::Failure;
use super::output::table;
use super::printable::{printable_cell, printable_line};
use crate::accounts::{
    Account, List, ListError, Part, Profile, Ranking, Remark, Standing, Unused, called, reasons, remarks,
};
use crate::display::{printed_fit, rounded};

/// How many of the ranked accounts are shown.
const SHOWN: usize = 20;

/// How many of those that are not ranked are shown.
const FEW: usize = 5;

/// A table of the first ranked accounts; a sentence when there are none.
pub(super) fn first_ones(ranking: &Ranking, locale: &str) -> String {
    let counts = &ranking.counts;
    if counts.ranked() == 0 {
        let said = t!(
            "accounts.said.nothing",
            locale = locale,
            needs_data = counts.needs_data,
            below_minimum = counts.below_minimum
        );
        return format!("{said}\n");
    }
    let head = ["rank", "class", "company", "fit", "space", "step"];
    let head: Vec<String> =
        head.iter().map(|key| t!(format!("accounts.head.{key}"), locale = locale).into_owned()).collect();
    let ranked = ranking.accounts.iter().filter(|account| account.class().is_some());
    let rows: Vec<Vec<String>> = ranked
        .take(SHOWN)
        .enumerate()
        .map(|(at, account)| {
            let step = account.step().map_or("", |step| step.id());
            vec![
                (at + 1).to_string(),
                account.class().map_or("", |class| class.letter()).to_owned(),
                printable_cell(&called(account, locale)),
                account.fit.map(|fit| format!("{:.1}", printed_fit(fit, 1))).unwrap_or_default(),
                account.white_space.map_or("–".to_owned(), |space| format!("{:.0}", rounded(space, 0))),
                t!(format!("accounts.step.{step}"), locale = locale).into_owned(),
            ]
        })
        .collect();
    let more = counts.ranked().saturating_sub(SHOWN as u64);
    let mut text = table(&head, &rows, &[0, 3, 4]);
    if more > 0 {
        text.push_str(&format!("{}\n", t!("accounts.said.more", locale = locale, count = more)));
    }
    text
}

/// The first of those that are not ranked, with reasons.
pub(super) fn unranked(profile: &Profile, ranking: &Ranking, locale: &str) -> String {
    let mut text = String::new();
    let counts = &ranking.counts;
    type Is = fn(&Account) -> bool;
    let kinds: [(&str, u64, Is); 2] = [
        ("needs_data", counts.needs_data, |account| account.standing == Standing::NeedsData),
        ("below", counts.below_minimum, |account| matches!(account.standing, Standing::BelowMinimum(_))),
    ];
    for (key, count, is) in kinds.into_iter().filter(|(_, count, _)| *count > 0) {
        text.push_str(&format!("{}\n", t!(format!("accounts.said.{key}"), locale = locale, count = count)));
        for account in ranking.accounts.iter().filter(|account| is(account)).take(FEW) {
            let why = printable_line(&reasons(profile, account, locale).join("; "));
            text.push_str(&format!("  {} (line {}): {why}\n", printable_cell(&called(account, locale)), account.line));
        }
    }
    text
}

/// Rows of the answers that were left out.
pub(super) fn told_unused(unused: &[Unused]) -> String {
    let one = |row: &Unused| {
        format!(
            "Left out: '{}' in {}: {}. Mend the answer and run this again\n",
            printable_line(&row.row),
            row.question,
            printable_line(&row.why)
        )
    };
    unused.iter().map(one).collect()
}

/// Everything worth knowing about the list, a line each.
pub(super) fn told_list(list: &List, locale: &str) -> String {
    let mut text: String = remarks(list, locale).iter().map(|remark| format!("{}\n", printable_line(remark))).collect();
    if list.remarks.iter().any(|one| matches!(one, Remark::NotUtf8(_) | Remark::Unreadable(_))) {
        text.push_str("  --encoding names another encoding, where this is not the right one\n");
    }
    text
}

/// Why a list could not be ranked, and what to do.
pub(super) fn failed(error: ListError, profile: &Profile) -> Failure {
    let hint = match &error {
        ListError::Unreadable { .. } | ListError::NoFile { .. } | ListError::Changed { .. } => {
            "Name a CSV file that is there and may be read: --csv accounts.csv".to_owned()
        }
        ListError::Workbook { .. } => {
            "Open it in the spreadsheet and save it as CSV (UTF-8), then name that file".to_owned()
        }
        ListError::NotText { .. } => "Name a CSV file, or say what it is written in: --encoding utf-16le".to_owned(),
        ListError::NoEncoding { .. } => "For example utf-8, windows-1252, utf-16le, macintosh".to_owned(),
        ListError::Empty { .. } => {
            "The first line has the names of the columns, every further line one account".to_owned()
        }
        ListError::TooWide { .. } => {
            "Keep the columns that matter, and save the list again from the spreadsheet".to_owned()
        }
        ListError::Unclosed { .. } => {
            "Close the quotation mark there, or save the list again from the spreadsheet".to_owned()
        }
        ListError::MissingColumns { path, missing, headings, headless } => {
            let lines: Vec<String> = missing
                .iter()
                .map(|one| {
                    let part = wanted_for(one.part, profile);
                    let near = one.nearest.as_ref().map(|near| format!(". Did you mean '{near}'?")).unwrap_or_default();
                    format!("'{}', {part}{near}", one.wanted)
                })
                .collect();
            let message = format!("{} lacks columns:\n  {}", path.display(), lines.join("\n  "));
            return Failure::work(message, missing_hint(missing, headings, *headless));
        }
    };
    Failure::work(error.to_string(), hint)
}

fn wanted_for(part: Part, profile: &Profile) -> String {
    match part {
        Part::Name => "for the names of the companies".to_owned(),
        Part::Criterion(at) => format!("for the trait '{}'", profile.criteria[at].name),
        Part::Gate(_) => "for a condition that is never waived".to_owned(),
        Part::CurrentSpend => "for what a company spends today".to_owned(),
        Part::PotentialSpend => "for what it could spend".to_owned(),
        Part::Rival => "for who supplies it".to_owned(),
    }
}

fn missing_hint(missing: &[crate::accounts::Missing], headings: &[String], headless: bool) -> String {
    if headless {
        return format!(
            "The first line looks like an account, not like names of columns ({}): put a line with names above it",
            headings.join(" | ")
        );
    }
    let map = |one: &crate::accounts::Missing| {
        if one.part == Part::Name {
            return format!("--name '{}'", one.nearest.as_deref().unwrap_or("HEADING"));
        }
        format!("--map '{}={}'", one.wanted, one.nearest.as_deref().unwrap_or("HEADING"))
    };
    let accepted: Vec<String> = missing.iter().map(map).collect();
    format!(
        "The list has {}. Say which is meant, and it is remembered: {}. Where the list has none, leave out what follows the sign =",
        headings
            .iter()
            .filter(|heading| !heading.is_empty())
            .map(|heading| format!("'{heading}'"))
            .collect::<Vec<_>>()
            .join(", "),
        accepted.join(" ")
    )
}
