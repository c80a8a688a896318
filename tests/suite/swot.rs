//! Strengths, weaknesses, openings and threats drafted from what was said.

use super::calling::{Called, call};
use super::shared::brightwater;
use gapwise::assessment::{Cell, Row, Value};
use gapwise::interview::{Call, Panel};

fn rows(called: &Called) -> Vec<Row> {
    called.interview.assessment().value("ga_swot").map(Value::rows).unwrap_or_default().to_vec()
}

fn text(row: &Row, column: &str) -> String {
    row.get(column).and_then(Cell::as_text).unwrap_or_default().to_owned()
}

#[test]
fn a_line_that_is_taken_becomes_a_row() {
    let before = rows(&call(brightwater(), "ga_pain", "")).len();
    let called = call(brightwater(), "ga_pain", "W<enter>");
    let after = rows(&called);
    assert_eq!(after.len(), before + 1);
    let last = after.last().expect("it was added");
    assert_eq!(
        (text(last, "kind"), text(last, "statement")),
        ("S".into(), "Search ads and trade fair: already judged by results.".into())
    );
    assert_eq!(last.get("basis"), None, "whether it is a fact stays to be asked");
    assert!(called.screen.contains("● Search ads"), "{}", called.screen);
    // What stands there already is not offered twice, and one key takes it back.
    assert_eq!(rows(&call(brightwater(), "ga_pain", "W<enter><up><enter>")).len(), before + 1);
    assert_eq!(rows(&call(brightwater(), "ga_pain", "W<enter><esc>z")).len(), before);
}

#[test]
fn a_line_can_be_changed_or_dropped() {
    let called = call(brightwater(), "ga_pain", "We<c-u>Technicians of our own<enter>");
    assert_eq!(text(rows(&called).last().expect("added"), "statement"), "Technicians of our own");
    let called = call(brightwater(), "ga_pain", "Wd");
    assert!(called.screen.contains("× Search ads"), "{}", called.screen);
    assert_eq!(rows(&called).len(), rows(&call(brightwater(), "ga_pain", "")).len());
}

#[test]
fn openings_and_threats_come_from_products_and_rivals() {
    let down = "<down>".repeat(60);
    let called = call(brightwater(), "ga_pain", &format!("W{down}"));
    for shown in ["Opportunit", "Threat", "Beans", "BeanOffice"] {
        assert!(called.screen.contains(shown), "{shown}\n{}", called.screen);
    }
    assert!(
        called.screen.contains("from Rivals' claims with an answer (G35)"),
        "each line says where it comes from\n{}",
        called.screen
    );
}

#[test]
fn nothing_is_drafted_on_a_shared_screen() {
    assert!(call(brightwater(), "ga_pain", "<c-p>W").interview.panel().is_none());
}

/// The lines offered, as quadrant and text.
fn drafted(called: &Called) -> Vec<(String, String)> {
    match called.interview.panel() {
        Some(Panel::Call(Call::Swot(drafting))) => {
            drafting.lines.iter().map(|line| (line.quadrant.clone(), line.text.clone())).collect()
        }
        _ => panic!("no draft\n{}", called.screen),
    }
}

#[test]
fn the_questionnaire_says_what_lines_are_drafted_from() {
    let lines = drafted(&call(brightwater(), "ga_pain", "W"));
    let of =
        |quadrant: &'static str| lines.iter().filter(move |(one, _)| one == quadrant).map(|(_, text)| text.as_str());
    // two strengths that hold, then the area that stands best (44 points) and the one with furthest to go (19)
    let strengths: Vec<_> = of("S").collect();
    assert_eq!(strengths.len(), 3, "{lines:?}");
    assert_eq!(strengths[2], "Further along than every other area: Marketing mix.");
    assert_eq!(of("W").next_back(), Some("Further to go than every other area: Repeat purchase."));
    assert!(of("O").count() > 0 && of("T").count() > 0, "{lines:?}");
    let places: Vec<_> = lines.iter().map(|(quadrant, _)| "SWOT".find(quadrant.as_str())).collect();
    assert!(places.is_sorted(), "quadrant by quadrant: {lines:?}");
}
