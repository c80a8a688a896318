//! The list of accounts line by line: how it begins, which column is which, what the ranking comes to.

use std::io::Cursor;

use gapwise::assessment::{Assessment, Value};
use gapwise::interview::Interview;
use gapwise::plain;
use jiff::civil::date;

use crate::accounts_desk::{LIST, ListDesk, assessment};
use crate::systems::{given, selection};

fn talk_on(mut desk: ListDesk, assessment: Assessment, lines: &str) -> (String, Assessment) {
    let interview = Interview::new(selection(&["accounts"]), assessment, date(2026, 11, 22)).begun_at("ic_csv");
    let mut output = Vec::new();
    let ended = plain::run(interview, &mut Cursor::new(lines.as_bytes()), &mut output, &mut desk).expect("no errors");
    (String::from_utf8(output).expect("text"), ended.assessment().clone())
}

fn talk(lines: &str) -> (String, Assessment) {
    talk_on(ListDesk::with(&[("list.csv", LIST.as_bytes())]), assessment(), lines)
}

#[track_caller]
fn assert_says(said: &str, wanted: &[&str]) {
    for one in wanted {
        assert!(said.contains(one), "{one}\n{said}");
    }
}

/// The path; the names are under Firma, as proposed; then the one column that is called otherwise.
const TO_RANKING: &str = "list.csv\n\nStaff\n\n\n\n\n\n\n";

#[test]
fn a_list_begins_with_its_headings_and_rows_and_proposes_a_column_for_each_trait() {
    let (said, _) = talk("list.csv\n");
    assert_says(
        &said,
        &[
            "list.csv · UTF-8, separated by ;",
            "Columns: 1 Firma · 2 Staff · 3 Sector · 4 growth",
            "Row 2: Two · 200 · logistics · yes · DE · 100,00 € · 400,00 €",
            "Name of the company: 1 Firma (One · Two · Three)",
        ],
    );
    let (said, _) = talk("list.csv\n\n\n\n");
    assert_says(
        &said,
        &[
            "employees, a trait that makes a company ideal: – not in this list",
            "sector, a trait that makes a company ideal: 3 Sector (logistics · logistics · logistics)",
        ],
    );
}

#[test]
fn columns_are_confirmed_or_replaced_and_the_ranking_is_recorded() {
    for (lines, way) in [
        (TO_RANKING.to_owned(), "by its heading"),
        (TO_RANKING.replace("Staff", "2"), "by its number"),
        (
            TO_RANKING.replace("Staff", "nobody\n/none and more\nSTAFF").replace("/none and more", "?"),
            "after a mistake",
        ),
    ] {
        let (said, kept) = talk(&lines);
        // the order worked out by hand in accounts.rs
        assert_says(
            &said,
            &[
                "8 accounts: 2 on the A list, 2 B, 1 C",
                "1. Two: list A, fit 100. Talk about",
                "2. Three: list A, fit 85.",
            ],
        );
        assert_says(&said, &["'many' is no number"]);
        assert_eq!(kept.accounts.columns.get("employees").map(String::as_str), Some("Staff"), "{way}");
        assert_eq!(kept.accounts.ranked.as_ref().map(|ranked| (ranked.accounts, ranked.a)), Some((8, 2)), "{way}");
        assert_eq!(kept.value("ic_a_accounts").and_then(Value::as_number), Some(3.0), "{way}");
        assert_eq!(kept.value("ic_csv").and_then(Value::as_text), Some("list.csv"), "{way}");
    }
    let (said, _) = talk(&TO_RANKING.replace("Staff", "nobody\nStaff"));
    assert_says(&said, &["No column is called “nobody”"]);
}

#[test]
fn a_column_the_list_does_not_have_counts_as_unknown() {
    let (_, kept) = talk("list.csv\n\nStaff\n/none\n\n\n\n\n\n");
    assert_eq!(kept.accounts.columns.get("sector").map(String::as_str), Some(""));
    // half of the weight is not known of anybody, so nobody is ranked
    assert_eq!(kept.accounts.ranked.map(|ranked| (ranked.accounts, ranked.a, ranked.b, ranked.c)), Some((8, 0, 0, 0)));
}

#[test]
fn what_cannot_be_read_is_said_and_asked_again_and_the_ranking_can_wait() {
    let (said, kept) = talk(&format!("nowhere.csv\n{TO_RANKING}"));
    assert_says(&said, &["cannot read", "Choose a file that is there", "8 accounts: 2 on the A list"]);
    assert_eq!(kept.value("ic_csv").and_then(Value::as_text), Some("list.csv"));
    // left for later, and taken up again from another question
    let later = TO_RANKING.replacen("list.csv", "/accounts", 1);
    let (said, kept) = talk("list.csv\n/skip\n");
    assert_says(&said, &["Nothing was ranked"]);
    assert!(kept.accounts.ranked.is_none() && kept.accounts.columns.is_empty());
    let (said, kept) = talk(&format!("list.csv\n\n/skip\n{later}"));
    assert_says(&said, &["8 accounts: 2 on the A list"]);
    assert!(kept.accounts.ranked.is_some());
    // without traits there is nothing to rank by yet: the path is kept, and that is said
    let desk = ListDesk::with(&[("list.csv", LIST.as_bytes())]);
    let (said, kept) = talk_on(desk, given("accounts", "client.name = \"Acme\"\n"), "list.csv\n");
    assert_says(&said, &["once it is said what makes a company ideal"]);
    assert_eq!(kept.value("ic_csv").and_then(Value::as_text), Some("list.csv"));
}

#[test]
fn a_list_elsewhere_is_named_by_its_whole_path() {
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("other list.csv");
    std::fs::write(&path, LIST).unwrap();
    let desk = ListDesk::with(&[]);
    let lines = TO_RANKING.replacen("list.csv", path.to_str().unwrap(), 1);
    assert_says(&talk_on(desk, assessment(), &lines).0, &["8 accounts: 2 on the A list"]);
}
