//! Agreement: what is wanted beside what there is, and whether the gap is agreed.

use gapwise::assessment::{Mode, Value};

use super::calling::{Called, call};
use super::journey::empty;
use super::shared::brightwater;

fn level(called: &Called, area: &str) -> Option<f64> {
    called.saved.last()?.value("ga_wanted")?.cell(area, "value")?.as_number()
}

#[test]
fn arrow_keys_move_what_is_wanted() {
    for (keys, area, expected) in [
        ("A<right>", "audience", Some(0.0)),
        ("A<right><right><right>", "audience", Some(2.0)),
        ("A<right><right><right><right><right><right><right>", "audience", Some(4.0)),
        ("A<right><left>", "audience", None),
        ("A<down><left>", "retention", Some(2.0)),
        ("A<down><down>4", "strategy", Some(4.0)),
        ("A32", "retention", Some(2.0)),
    ] {
        assert_eq!(level(&call(brightwater(), "ga_pain", keys), area), expected, "{keys}");
    }
    let called = call(empty(Mode::Consultant), "ga_deliver", "A<right><left>");
    assert_eq!(called.interview.assessment().answer("ga_wanted"), None, "what nobody said is open again");
}

#[test]
fn agreed_partly_or_not_is_an_answer_like_any_other() {
    let agreed = |keys: &str| {
        let called = call(empty(Mode::Consultant), "ga_deliver", keys);
        let answer = called.interview.assessment().answer("ga_gap_agreed").cloned().unwrap_or_default();
        (answer.value().and_then(Value::as_text).map(str::to_owned), answer.quote)
    };
    assert_eq!(agreed("Ay"), (Some("yes".into()), None));
    assert_eq!(agreed("An"), (Some("no".into()), None));
    assert_eq!(agreed("Apthe newsletter works<enter>"), (Some("partly".into()), Some("the newsletter works".into())));
    assert_eq!(agreed("Apthe newsletter<esc>"), (None, None));
    assert_eq!(agreed("Ay<esc>z"), (None, None), "it can be taken back");
}

#[test]
fn the_screen_shows_scores_ranges_and_coverage_to_the_consultant_alone() {
    let open = call(brightwater(), "ga_pain", "A").screen;
    for shown in ["19.2", "78%", "% known"] {
        assert!(open.contains(shown), "{shown}\n{open}");
    }
    let shared = call(brightwater(), "ga_pain", "<c-p>A").screen;
    for hidden in ["19.2", "78%", "possible", "█"] {
        assert!(!shared.contains(hidden), "{hidden}\n{shared}");
    }
    assert!(shared.contains("3  Strong"), "{shared}");
}
