//! The calendar file and the measurement sheet: valid, safe, the same every time, and never over another file.

use std::collections::BTreeSet;

use icalendar::parser::{read_calendar, unfold};

use super::commands::{BRIGHTWATER, Home, text};

const GOAL: &str = "\n[[goals]]\nmetric = \"enquiries\"\nwanted = 80\ndeadline = 2027-11-22\nowner = \"=HYPERLINK(1), x\"\n\
    status = \"agreed\"\nagreed = 2026-11-22\nbaseline = 40\nbase = 46\n";

fn home() -> Home {
    let home = Home::new();
    let hostile =
        BRIGHTWATER.replace("Brightwater Coffee Systems", "Brightwater; Söhne, \\\\Co 漢字漢字漢字漢字漢字漢字漢字");
    home.write("assessments/brightwater.toml", format!("{hostile}{GOAL}"));
    home
}

/// The rules of RFC 5545 that every file must keep.
fn validate(ics: &str) {
    assert!(ics.ends_with("END:VCALENDAR\r\n") && ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert_eq!(ics.matches('\n').count(), ics.matches("\r\n").count(), "only CRLF");
    for line in ics.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
        assert!(line.chars().all(|letter| !letter.is_control()), "{line:?}");
    }
    let whole = ics.replace("\r\n ", "");
    let mut uids = BTreeSet::new();
    for event in whole.split("BEGIN:VEVENT\r\n").skip(1) {
        for (property, times) in [("UID:", 1), ("DTSTAMP:", 1), ("DTSTART", 1), ("SUMMARY:", 1), ("END:VEVENT", 1)] {
            assert_eq!(event.lines().filter(|line| line.starts_with(property)).count(), times, "{property} {event}");
        }
        let ends = ["DTEND", "DURATION:"].iter().filter(|end| event.contains(**end)).count();
        assert_eq!(ends, 1, "an end or a duration, never both: {event}");
        let uid = event.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned();
        assert!(uids.insert(uid), "each entry has an identifier of its own: {event}");
    }
    let read = unfold(ics);
    let calendar = read_calendar(&read).expect("another program can read it");
    assert_eq!(calendar.components.len(), uids.len());
}

#[test]
fn the_dates_are_a_valid_calendar_and_always_the_same() {
    let home = home();
    let run = home.run(&["calendar", "brightwater"]).done();
    let ics = std::fs::read_to_string(run.out.trim()).unwrap();
    validate(&ics);
    assert_eq!(home.run(&["calendar", "brightwater", "--out", "-"]).done().out, ics);
    let whole = ics.replace("\r\n ", "");
    for wanted in [
        // days 1, 7, 30, 45, 90, the first month, the deadline, the next step
        "DTSTART;VALUE=DATE:20261123",
        "DTSTART;VALUE=DATE:20261129",
        "DTSTART;VALUE=DATE:20261222",
        "DTSTART;VALUE=DATE:20270106",
        "DTSTART;VALUE=DATE:20270220",
        "DTSTART;VALUE=DATE:20271122",
        "DTSTART;VALUE=DATE:20261201",
        "DTSTART:20261129T090000",
        "RRULE:FREQ=WEEKLY;COUNT=12",
        "DURATION:PT30M",
        "Brightwater\\; Söhne\\, \\\\Co",
    ] {
        assert!(whole.contains(wanted), "{wanted}\n{whole}");
    }
    for private in ["The brother who keeps the books", "Looked at his colleague", "furious"] {
        assert!(!whole.contains(private), "{private}");
    }
    home.run(&["calendar", "brightwater"]).failed(1, &["exists already"]);
    assert_eq!(std::fs::read_to_string(run.out.trim()).unwrap(), ics);
}

#[test]
fn a_later_answer_changes_no_identifier() {
    let home = home();
    let ids = |ics: &str| -> Vec<String> {
        let whole = ics.replace("\r\n ", "");
        whole.lines().filter(|line| line.starts_with("UID:") && !line.contains("plan-")).map(str::to_owned).collect()
    };
    let before = home.run(&["calendar", "brightwater", "--out", "-"]).done().out;
    home.run(&["set", "brightwater", "ga_contacts=4100"]).done();
    let after = home.run(&["calendar", "brightwater", "--out", "-"]).done().out;
    assert_eq!(ids(&before), ids(&after));
    validate(&after);
}

#[test]
fn sheets_are_csv_that_no_spreadsheet_computes() {
    let home = home();
    let run = home.run(&["sheet", "brightwater", "--out", "-"]).done();
    assert!(run.out.starts_with('\u{feff}') && run.out.ends_with("\r\n"));
    assert_eq!(run.out.trim().split(',').count(), 8);
    assert!(run.err.contains("enquiries"), "{}", run.err);
    let weekly = home.run(&["sheet", "brightwater", "--goal", "enquiries", "--out", "-"]).done().out;
    let mut reader = csv::Reader::from_reader(weekly.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("RFC 4180");
    assert_eq!(rows.len(), 53, "a line a week for a year");
    assert!(rows.iter().all(|row| row.len() == 7));
    assert_eq!((&rows[0][1], &rows[1][1]), ("2026-11-22", "2026-11-29"));
    assert_eq!(&rows[0][3], "'=HYPERLINK(1), x");
    home.run(&["sheet", "brightwater", "--goal", "enquiriez"]).failed(1, &["Did you mean 'enquiries'?"]);
    let file = home.write("sheet.csv", "mine");
    home.run(&["sheet", "brightwater", "--out", &text(&file)]).failed(1, &["exists already"]);
    assert_eq!(home.read("sheet.csv"), "mine");
    home.run(&["sheet", "brightwater", "--out", &text(&home.path("no/such/x.csv"))])
        .failed(1, &["could not be written"]);
}
