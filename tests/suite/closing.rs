//! The end of a call: what is left, the next step, the report written, opened, copied, read.

use gapwise::assessment::{Mode, NextStep, Progress};
use jiff::civil::date;

use super::calling::call;
use super::journey::empty;
use super::shared::brightwater;

#[test]
fn the_next_step_is_written_down_with_person_and_date() {
    let called = call(brightwater(), "ga_pain", "fd<c-u>Send the report<enter><c-u>Tom<enter><c-u>1.12.<enter>");
    let expected = NextStep { text: "Send the report".into(), date: Some(date(2026, 12, 1)), who: "Tom".into() };
    assert_eq!(called.saved.last().and_then(|saved| saved.next_step.clone()), Some(expected.clone()));
    assert!(called.screen.contains("Next: Send the report, Tom, 1"), "{}", called.screen);
    // What is no date is said, and nothing is lost.
    let called = call(brightwater(), "ga_pain", "fd<c-u>Call<enter><enter><c-u>someday<enter>");
    assert!(called.screen.contains("this is no date"), "{}", called.screen);
    assert_eq!(called.interview.assessment().next_step, brightwater().next_step);
    // It can be changed, and taken away.
    let keys = "fd<c-u>Call<enter><c-u>Tom<enter><c-u>friday<enter>d<c-u>Write<enter><enter><enter>";
    let step = call(brightwater(), "ga_pain", keys).interview.assessment().next_step.clone();
    assert_eq!(step.map(|step| (step.text, step.who)), Some(("Write".into(), "Tom".into())));
}

#[test]
fn what_is_left_is_said_before_the_end() {
    let called = call(brightwater(), "ga_pain", "f");
    for shown in ["Not known 3", "Where it hurts 3", "Next: Go through"] {
        assert!(called.screen.contains(shown), "{shown}\n{}", called.screen);
    }
    let called = call(brightwater(), "ga_pain", "fd<c-u><enter><c-u><enter><c-u><enter>");
    assert!(called.screen.contains("No next step yet"), "{}", called.screen);
    assert_eq!(called.interview.assessment().next_step, None);
    let called = call(brightwater(), "ga_pain", "<c-p>f");
    assert!(!called.screen.contains("hurts"), "{}", called.screen);
    let called = call(empty(Mode::SelfAssessment), "ga_pain", "f");
    assert!(called.screen.contains("That is fine"), "{}", called.screen);
}

#[test]
fn the_report_is_opened_and_its_path_copied() {
    let called = call(brightwater(), "ga_pain", "f<enter>oy");
    assert_eq!(called.interview.assessment().progress, Progress::Completed);
    assert_eq!(
        called.handed_over,
        ["opened /clients/brightwater-report.html", "copied /clients/brightwater-report.html"]
    );
    assert!(called.screen.contains("brightwater-internal.html"), "{}", called.screen);
    let called = call(brightwater(), "ga_pain", "<c-p>f<enter>");
    assert!(!called.screen.contains("internal"), "{}", called.screen);
}

#[test]
fn the_report_is_read_inside_the_terminal() {
    let called = call(brightwater(), "ga_pain", "P");
    for shown in ["Where you stand", "Plain *words* for everybody", "• one", "1  2", "▌ said"] {
        assert!(called.screen.contains(shown), "{shown}\n{}", called.screen);
    }
    assert!(call(brightwater(), "ga_pain", "Pi").screen.contains("zqinternal"));
    for keys in ["<c-p>Pi", "Pi<c-p>", "f<enter>Pi<c-p>", "<c-p>f<enter>Pi"] {
        let called = call(brightwater(), "ga_pain", keys);
        assert!(!called.screen.contains("zqinternal"), "{keys}\n{}", called.screen);
    }
    assert!(!call(empty(Mode::SelfAssessment), "ga_deliver", "Pi").screen.contains("zqinternal"));
}
