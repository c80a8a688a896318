//! A call as a consultant drives it: the review that leads to everything left, a route's share of a table, clicks.

use gapwise::assessment::{Mode, NoteKind, Value};
use gapwise::interview::{Call, Panel};

use super::calling::call;
use super::journey::empty;
use super::shared::brightwater;

#[test]
fn the_review_leads_to_what_hurts_and_back() {
    let called = call(brightwater(), "ga_team", "v");
    assert!(called.screen.contains("Where it hurts  3"), "{}", called.screen);
    let called = call(brightwater(), "ga_team", "v<enter>");
    assert_eq!(called.interview.question().id, "ga_pain");
    assert!(called.interview.answer().is_some_and(|answer| answer.pain));
    let called = call(brightwater(), "ga_team", "v<down><enter><esc>");
    let Some(Panel::Review(review)) = called.interview.panel() else { panic!("{}", called.screen) };
    assert_eq!(review.cursor, 1, "where the list was left");
    // A flag that was taken away meanwhile is no longer listed.
    let called = call(brightwater(), "ga_team", "v<enter>!<esc>");
    assert!(called.screen.contains("Where it hurts  2"), "{}", called.screen);
}

#[test]
fn the_review_leads_to_scratch_lines_and_the_next_step() {
    let keys = "sthey use an old CRM<enter>v<up>";
    let called = call(brightwater(), "ga_team", keys);
    assert!(called.screen.contains("Lines to be sorted  1"), "{}", called.screen);
    let called = call(brightwater(), "ga_team", "sthey use an old CRM<enter>v<down><down><down><enter>");
    assert!(matches!(called.interview.panel(), Some(Panel::Tidy(_))), "{}", called.screen);
    let sorted = call(brightwater(), "ga_team", "sthey use an old CRM<enter>v<down><down><down><enter>n<esc>");
    assert!(matches!(sorted.interview.panel(), Some(Panel::Review(_))));
    assert!(!sorted.screen.contains("Lines to be sorted"), "{}", sorted.screen);
    assert!(sorted.interview.assessment().notes.iter().all(|note| note.kind != NoteKind::Scratch));

    let mut without = brightwater();
    without.next_step = None;
    let last = "<down>".repeat(12);
    let called = call(without.clone(), "ga_team", &format!("v{last}<enter>"));
    assert!(matches!(called.interview.panel(), Some(Panel::Call(Call::NextStep(_)))), "{}", called.screen);
    let called = call(without, "ga_team", &format!("v{last}<enter>Call again<enter>Tom<enter><enter>"));
    assert!(!called.screen.contains("No next step"), "{}", called.screen);
}

#[test]
fn what_is_private_leaves_the_review_when_the_screen_is_shared() {
    for keys in ["<c-p>v", "v<c-p>", "v?<c-p><esc>"] {
        let called = call(brightwater(), "ga_team", &format!("sprivate line<enter>{keys}"));
        assert!(matches!(called.interview.panel(), Some(Panel::Review(_))), "{keys}");
        for private in ["hurts", "private line"] {
            assert!(!called.screen.contains(private), "{keys}: {private}\n{}", called.screen);
        }
    }
    let own = call(empty(Mode::SelfAssessment), "ga_deliver", "v");
    assert!(!own.screen.contains("next step"), "{}", own.screen);
}

#[test]
fn a_route_asks_for_its_columns_and_leaves_the_rest() {
    // Name, claim, answered: Tab passes over the columns in between, and goes on to the next row.
    let typed = "r1/ga_rivals<enter><enter>Nordbrew<tab>Cheaper<tab>";
    let called = call(empty(Mode::Consultant), "ga_pain", typed);
    assert!(called.screen.contains("On this route: "), "{}", called.screen);
    let question = called.interview.question();
    let asked: Vec<_> = called.interview.step().map(|step| step.columns.clone()).unwrap_or_default();
    let cells = called.interview.assessment().value("ga_rivals").map(Value::rows).unwrap_or_default();
    assert_eq!(cells.len(), 1);
    assert!(cells[0].keys().all(|column| asked.contains(column)), "{cells:?}");
    assert!(question.columns().len() > asked.len());
    let free = call(empty(Mode::Consultant), "ga_pain", "/ga_rivals<enter>");
    assert!(!free.screen.contains("On this route"), "{}", free.screen);
}

#[test]
fn a_route_asks_for_the_first_audience_only() {
    let called = call(brightwater(), "ga_pain", "r1/ga_cover<enter>");
    assert!(called.screen.contains("only. The others can be homework"), "{}", called.screen);
    assert!(called.screen.contains('('), "{}", called.screen);
}
