//! What is typed or comes from other programs: numbers, account lists, settings.

use std::sync::OnceLock;

use gapwise::accounts::{Criterion, DecimalSign, Gate, Operator, Profile, Trait, Words, glimpse, list, parse_cell};
use gapwise::assessment::{AccountList, parse_date, parse_number};
use gapwise::config::Config;
use gapwise::questionnaire::{Library, NumberSpec};

use super::{kinds, source};

/// Reads what is typed at number questions of every kind; what is accepted is a number within its bounds.
pub fn number(bytes: &[u8]) -> String {
    static SPECS: OnceLock<Vec<NumberSpec>> = OnceLock::new();
    let specs = SPECS.get_or_init(|| {
        let library = Library::builtin();
        let core = library.select(&["gap-analysis".to_owned()]).expect("it is built in");
        core.questions().filter_map(|question| question.number().cloned()).take(12).collect()
    });
    let Ok(text) = std::str::from_utf8(bytes) else { return String::new() };
    let mut told = String::new();
    for spec in specs {
        match parse_number(text, spec) {
            Ok(entered) => {
                assert!(entered.value.is_finite(), "{entered:?}");
                let (low, high) = (entered.low.unwrap_or(entered.value), entered.high.unwrap_or(entered.value));
                assert!(low <= entered.value && entered.value <= high, "{entered:?}");
                told.push_str(if entered.guess { "g" } else { "n" });
                told.push(if entered.low.is_some() { 'r' } else { '-' });
            }
            Err(error) => told.extend(error.to_string().chars().filter(|one| one.is_ascii_lowercase()).take(8)),
        }
    }
    let date = parse_date(text).is_ok();
    let cell = parse_cell(text, DecimalSign::Point);
    assert!(cell.is_none_or(f64::is_finite), "{cell:?}");
    format!("{told} {date} {}", cell.is_some())
}

/// What a list is ranked by.
fn profile() -> Profile {
    let of = |name: &str, kind, weight| Criterion { name: name.into(), column: name.into(), kind, weight };
    Profile {
        criteria: vec![
            of("employees", Trait::Number { worst: 20.0, best: 200.0 }, 3.0),
            of("sector", Trait::Map(vec![("logistics".to_owned(), 100.0)]), 5.0),
        ],
        gates: vec![Gate { column: "employees".into(), operator: Operator::AtLeast(10.0), value: String::new() }],
        slots: Some(2),
        current_spend: None,
        potential_spend: None,
        rival_column: None,
        rivals: Vec::new(),
        unused: Vec::new(),
    }
}

/// Reads an account list; each company's fit lies between 0 and 100.
pub fn csv(bytes: &[u8]) -> String {
    thread_local! {
        static FOLDER: tempfile::TempDir = tempfile::tempdir().expect("a folder for the list");
    }
    let path = FOLDER.with(|folder| folder.path().join("list.csv"));
    std::fs::write(&path, bytes).expect("the list is written");
    let seen = glimpse(&path, None).is_ok();
    let mapping = AccountList::default();
    match list::read(&path, &profile(), &mapping, &Words::new("en"), None, &mut |_, _| {}) {
        Ok(list) => {
            for account in &list.accounts {
                assert!(account.fit.is_none_or(|fit| (0.0..=100.0).contains(&fit)), "{account:?}");
            }
            format!("{seen} {} {}", list.accounts.len().min(9), list.remarks.len())
        }
        Err(error) => format!("{seen} {}", error.to_string().chars().rev().take(30).collect::<String>()),
    }
}

/// Reads settings: never refused, whatever is wrong with them is told.
pub fn config(bytes: &[u8]) -> String {
    let Some(source) = source("config.toml", bytes) else { return String::new() };
    kinds(&Config::read(source).1)
}
