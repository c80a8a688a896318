//! Why: from any question to what rests on it, and back to the questions behind.

use super::calling::call;
use super::shared::{brightwater, core};
use gapwise::evaluation::{questions_behind, resting_on};

#[test]
fn what_rests_on_a_question_is_found_through_metrics() {
    let selection = core();
    let (metrics, findings) = resting_on(&selection, "ga_rebought");
    assert!(metrics.contains(&"repurchase"), "{metrics:?}");
    assert_eq!(findings, ["G11", "G16"]);
    assert_eq!(questions_behind(&selection, ["repurchase"]), ["ga_rebought", "ga_prev_buyers"]);
}

#[test]
fn an_explanation_shows_rule_inputs_arithmetic_and_evidence() {
    let called = call(brightwater(), "ga_followup", "=<down><enter>");
    for shown in ["ga_followup <= 1", "1 <= 1", "severity 3", "stated", "holds, priority"] {
        assert!(called.screen.contains(shown), "{shown}\n{}", called.screen);
    }
    let called = call(brightwater(), "ga_added", "=<down><down><down><enter>");
    for shown in ["Growth of the list", "measured", "700", "500"] {
        assert!(called.screen.contains(shown), "{shown}\n{}", called.screen);
    }
}

#[test]
fn enter_goes_to_the_question_and_escape_comes_back() {
    let called = call(brightwater(), "ga_added", "=<down><enter><enter><enter>");
    let there = called.interview.question().id.clone();
    assert!(called.interview.has_aside(), "{}", called.screen);
    let called = call(brightwater(), "ga_added", "=<down><enter><enter><enter><esc>");
    assert!(called.screen.contains("Result"), "{}", called.screen);
    assert_eq!(called.interview.question().id, there);
    // The list comes before the question, and the question before the end.
    let called = call(brightwater(), "ga_added", "=<down><enter><esc><esc>");
    assert!(called.interview.panel().is_none());
}

#[test]
fn nothing_is_explained_on_a_shared_screen() {
    let called = call(brightwater(), "ga_followup", "<c-p>=");
    assert!(called.interview.panel().is_none());
    assert!(called.screen.contains("this is private"), "{}", called.screen);
    let called = call(brightwater(), "ga_followup", "=<down><enter><c-p>");
    assert!(called.interview.panel().is_none(), "{}", called.screen);
}
