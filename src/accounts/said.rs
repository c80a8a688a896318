//! What there is to say about a list and its accounts, in the words of a language.

use rust_i18n::t;

use super::account::{Account, Lacking, Standing};
use super::counts::Counts;
use super::gate::Operator;
use super::list::{Encoded, List};
use super::list_error::ListError;
use super::oddity::{OddKind, Oddity};
use super::profile::Profile;
use super::remark::Remark;

/// The account's name, or its line where it has none.
pub fn called(account: &Account, locale: &str) -> String {
    match account.name.as_str() {
        "" => t!("accounts.said.unnamed", locale = locale, line = account.line).into_owned(),
        name => name.to_owned(),
    }
}

/// What a ranking comes to, in a sentence.
pub fn said_counts(counts: &Counts, locale: &str) -> String {
    let said = t!(
        "accounts.said.summary",
        locale = locale,
        accounts = counts.accounts,
        a = counts.a,
        b = counts.b,
        c = counts.c,
        needs_data = counts.needs_data,
        below_minimum = counts.below_minimum
    );
    said.into_owned()
}

/// What is missing of an account, or which conditions it fails.
pub fn reasons(profile: &Profile, account: &Account, locale: &str) -> Vec<String> {
    if let Standing::BelowMinimum(failed) = &account.standing {
        return failed.iter().map(|at| condition(profile, *at, locale)).collect();
    }
    let mut names: Vec<String> = Vec::new();
    for name in account.lacks.iter().map(|one| lacking(profile, *one)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The name of what is not known.
pub(super) fn lacking(profile: &Profile, one: Lacking) -> String {
    let of_criterion = |at: u16| {
        let criterion = profile.criteria.get(usize::from(at))?;
        Some(if criterion.name.is_empty() { &criterion.column } else { &criterion.name })
    };
    let name = match one {
        Lacking::Criterion(at) => of_criterion(at),
        Lacking::Gate(at) => profile.gates.get(usize::from(at)).map(|gate| &gate.column),
    };
    name.cloned().unwrap_or_default()
}

/// How an account fails a gate.
fn condition(profile: &Profile, at: u16, locale: &str) -> String {
    let Some(gate) = profile.gates.get(usize::from(at)) else { return String::new() };
    let or = t!("accounts.fails.or", locale = locale);
    let (key, value) = match &gate.operator {
        Operator::AtLeast(limit) => ("at_least", limit.to_string()),
        Operator::AtMost(limit) => ("at_most", limit.to_string()),
        Operator::Equals => ("not", gate.value.clone()),
        Operator::NoneOf(values) => ("is", values.join(&or)),
        Operator::OneOf(values) => ("not", values.join(&or)),
        Operator::Filled => ("empty", String::new()),
    };
    t!(format!("accounts.fails.{key}"), locale = locale, column = gate.column, value = value).into_owned()
}

/// Everything worth knowing about a list, a sentence each.
pub fn remarks(list: &List, locale: &str) -> Vec<String> {
    let file = list.remarks.iter().map(|one| remark(one, list.encoded, locale));
    file.chain(list.oddities.iter().map(|odd| oddity(odd, locale))).collect()
}

/// Something worth knowing about a file, in a sentence.
pub fn remark(remark: &Remark, encoded: Encoded, locale: &str) -> String {
    let counted = |key: &str, count: u64, line: u64| match count {
        1 => t!(format!("accounts.remark.{key}_one"), locale = locale, line = line).into_owned(),
        _ => t!(format!("accounts.remark.{key}"), locale = locale, line = line, count = count).into_owned(),
    };
    match remark {
        Remark::NotUtf8(line) => t!("accounts.remark.not_utf8", locale = locale, line = line).into_owned(),
        Remark::Unreadable(line) => {
            t!("accounts.remark.unreadable", locale = locale, line = line, encoding = encoded.encoding).into_owned()
        }
        Remark::Uneven { line, count } => counted("uneven", *count, *line),
        Remark::HeadingTwice(heading) => {
            t!("accounts.remark.heading_twice", locale = locale, heading = heading).into_owned()
        }
        Remark::NoHeading(count) => counted("no_heading", *count, 1),
        Remark::BothSigns(heading) => t!("accounts.remark.both_signs", locale = locale, heading = heading).into_owned(),
        Remark::Twice { name, lines } => {
            let some: Vec<String> = lines.iter().take(5).map(u64::to_string).collect();
            let more = if lines.len() > some.len() { ", …" } else { "" };
            let lines_said = format!("{}{more}", some.join(", "));
            t!("accounts.remark.twice", locale = locale, name = name, count = lines.len(), lines = lines_said)
                .into_owned()
        }
        Remark::MoreTwice(count) => counted("more_twice", *count, 0),
        Remark::Nameless { line, count } => counted("nameless", *count, *line),
    }
}

fn oddity(odd: &Oddity, locale: &str) -> String {
    let kind = match odd.kind {
        OddKind::NoNumber => "no_number",
        OddKind::UnnamedWord => "unnamed_word",
        OddKind::NoYesOrNo => "no_yes_or_no",
        OddKind::TwoWays => "two_ways",
    };
    let said =
        t!(format!("accounts.odd.{kind}"), locale = locale, column = odd.column, line = odd.line, text = odd.text);
    match odd.count {
        1 => said.into_owned(),
        count => format!("{said} {}", t!("accounts.odd.more", locale = locale, count = count)),
    }
}

/// Why a list could not be read, and what would help, for somebody at the screen.
pub fn trouble(error: &ListError, locale: &str) -> String {
    let kind = match error {
        ListError::Unreadable { .. } | ListError::NoFile { .. } => "unreadable",
        ListError::Workbook { .. } => "workbook",
        ListError::NotText { .. } | ListError::NoEncoding { .. } => "not_text",
        ListError::Empty { .. } => "empty",
        ListError::TooWide { .. } => "too_wide",
        ListError::Unclosed { .. } => "unclosed",
        ListError::MissingColumns { .. } => "missing",
        ListError::Changed { .. } => "changed",
    };
    format!("{error}. {}", t!(format!("accounts.trouble.{kind}"), locale = locale))
}
