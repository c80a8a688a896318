//! The further vectors of domain.md 4.2 that belong to the core.

use gapwise::assessment::{Evidence, Status};

use crate::shared::{Change, Look, assert_close, brightwater, evaluated, mix};

#[test]
fn sold_online_alignment_does_not_apply() {
    let evaluation = evaluated(&brightwater().choice("ga_sales", "online"));
    assert_eq!(evaluation.area("alignment").score, None);
    assert!(!evaluation.area("alignment").applicable);
    assert!(!evaluation.is_visible("ga_reply"));
    assert_close(evaluation.number("known_ratio"), 83.333, 0.0006, "known");
    assert_close(evaluation.area("measurement").score.expect("it"), 38.54, 0.006, "measurement");
    assert_close(evaluation.core().overall.score.expect("it"), 34.87, 0.006, "overall");
    assert_close(evaluation.core().overall.coverage, 0.965, 0.0006, "coverage");
}

#[test]
fn sold_by_the_owner() {
    let evaluation = evaluated(&brightwater().choice("ga_sales", "owner"));
    assert!(!evaluation.is_visible("ga_lead_def") && !evaluation.is_visible("ga_meet"));
    let alignment = evaluation.area("alignment");
    assert_close(alignment.score.expect("it"), 32.71, 0.006, "alignment");
    assert_close(alignment.low.expect("it"), 25.2, 0.051, "low");
    assert_close(alignment.high.expect("it"), 40.2, 0.051, "high");
    assert_close(evaluation.core().overall.score.expect("it"), 34.65, 0.006, "overall");
    assert!(!evaluation.fired().contains(&"G47"));
    assert_eq!(evaluation.fired().len(), 32, "all but G47");
}

#[test]
fn nobody_buys_twice() {
    let evaluation = evaluated(&brightwater().choice("ga_repeat_fit", "no"));
    assert_close(evaluation.area("retention").score.expect("it"), 25.0, 0.006, "retention");
    assert_close(evaluation.number("known_ratio"), 81.818, 0.0006, "known");
    assert_close(evaluation.area("measurement").score.expect("it"), 38.16, 0.006, "measurement");
    assert_close(evaluation.core().overall.score.expect("it"), 34.88, 0.006, "overall");
}

#[test]
fn an_area_known_by_less_than_half_is_not_printed() {
    let evaluation = evaluated(&brightwater().unknown("ga_active").unknown("ga_lost"));
    let audience = evaluation.area("audience");
    assert_close(audience.coverage.expect("it"), 0.444, 0.0006, "coverage");
    assert!(!audience.printed);
    assert!(audience.score.is_some(), "it is kept");
    assert_close(evaluation.number("known_ratio"), 69.231, 0.0006, "known");
    assert!(evaluation.fired().contains(&"G44") && !evaluation.fired().contains(&"G03"));
    assert_close(evaluation.area("measurement").score.expect("it"), 35.02, 0.006, "measurement");
    assert_close(evaluation.core().overall.score.expect("it"), 33.63, 0.006, "overall");
    let (low, high) = evaluation.overall_range();
    assert_close(low, 24.9, 0.051, "low");
    assert_close(high, 47.3, 0.051, "high");
    assert_close(evaluation.core().overall.coverage, 0.922, 0.0006, "coverage");
    let unknown: Vec<&str> = evaluation.core().findings.iter().filter_map(|one| one.dont_know.as_deref()).collect();
    assert_eq!(unknown, ["ga_active", "ga_lost"], "no finding of their own says that they are unknown");
    let unjudged: Vec<&str> = evaluation.core().not_evaluable.iter().map(|one| one.id.as_str()).collect();
    assert!(unjudged.contains(&"G02") && unjudged.contains(&"G03"), "{unjudged:?}");
}

#[test]
fn a_small_list_needs_no_tests() {
    let evaluation = evaluated(&brightwater().number("ga_contacts", 800.0));
    assert!(!evaluation.is_visible("ga_tests"));
    assert_close(evaluation.area("measurement").score.expect("it"), 40.84, 0.006, "measurement");
    assert_close(evaluation.number("list_growth"), -20.0, 0.0006, "growth");
    assert_close(evaluation.area("audience").score.expect("it"), 28.57, 0.006, "audience");
    assert_close(evaluation.core().overall.score.expect("it"), 33.62, 0.006, "overall");
    assert!(evaluation.fired().contains(&"G09") && !evaluation.fired().contains(&"G42"));
    assert_eq!(evaluation.fired().len(), 34, "and G09");
}

#[test]
fn an_observed_answer_narrows_the_range_and_leaves_the_score() {
    let before = evaluated(&brightwater());
    let after = evaluated(&brightwater().evidence("ga_reply", Evidence::Observed));
    assert_eq!(after.core().overall.score, before.core().overall.score);
    let alignment = after.area("alignment");
    assert_close(alignment.low.expect("it"), 25.7, 0.051, "low");
    assert_close(alignment.high.expect("it"), 32.4, 0.051, "high");
    let (low, high) = after.overall_range();
    assert_close(low, 29.1, 0.051, "low");
    assert_close(high, 40.5, 0.051, "high");
    assert_close(after.core().overall.confidence, 0.796, 0.0006, "confidence");
}

#[test]
fn enquiries_that_are_known() {
    let evaluation = evaluated(&brightwater().number("ga_enquiry_fit", 4.0).number("ga_top_channel", 7.0));
    let audience = evaluation.area("audience");
    assert_close(audience.score.expect("it"), 35.34, 0.006, "audience");
    assert_close(audience.low.expect("it"), 32.0, 0.051, "low");
    assert_close(audience.high.expect("it"), 38.7, 0.051, "high");
    assert_close(evaluation.area("measurement").score.expect("it"), 42.71, 0.006, "measurement");
    assert_close(evaluation.core().overall.score.expect("it"), 34.79, 0.006, "overall");
    let fired = evaluation.fired();
    assert!(fired.contains(&"G06") && fired.contains(&"G45"));
    assert!(!fired.contains(&"G07") && !fired.contains(&"G46"));
}

#[test]
fn the_seven_ps() {
    let cases: [(&[f64], f64); 4] = [
        (&[0.0; 7], 0.0),
        (&[4.0; 7], 100.0),
        (&[4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], 33.04),
        (&[4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 0.0], 64.29),
    ];
    for (ratings, expected) in cases {
        let evaluation = evaluated(&brightwater().put("ga_mix", mix(ratings)));
        assert_close(evaluation.area("mix").score.expect("it"), expected, 0.006, &format!("{ratings:?}"));
    }
    let uneven = evaluated(&brightwater().put("ga_mix", mix(&[4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0])));
    assert_close(uneven.number("mix_balance"), 0.4751, 0.00006, "balance");
    assert_close(uneven.number("mix_level"), 35.71, 0.006, "level");
}

#[test]
fn a_mix_that_is_partly_rated() {
    let evaluation = evaluated(&brightwater().put("ga_mix", mix(&[3.0, 2.0, 3.0, 3.0, 1.0])));
    let mix_area = evaluation.area("mix");
    assert_close(mix_area.coverage.expect("it"), 5.0 / 7.0, 1e-9, "coverage");
    assert_close(mix_area.confidence.expect("it"), 0.8 * 5.0 / 7.0, 1e-9, "confidence");
    assert!(mix_area.score.is_some());
    let evaluation = evaluated(&brightwater().put("ga_mix", mix(&[3.0, 2.0, 3.0, 3.0])));
    assert_eq!(evaluation.area("mix").score, None, "below five rated there is no score");
    assert_close(evaluation.area("mix").coverage.expect("it"), 4.0 / 7.0, 1e-9, "coverage");
    assert!(!evaluation.area("mix").printed);
}

#[test]
fn wishes_never_shrink_what_is_there() {
    let current = |level: f64| {
        let wish = gapwise::assessment::Row::from([("value".to_owned(), gapwise::assessment::Cell::Number(level))]);
        let wanted = gapwise::assessment::Value::Cells([("mix".to_owned(), wish)].into());
        // A lowest P of 3 and a mean of 3.2 give 80 and a bit less; all at 4 but one at 2 gives 80.36.
        let ratings = mix(&[4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 2.0]);
        evaluated(&brightwater().put("ga_mix", ratings).put("ga_wanted", Status::Answered(wanted)))
    };
    for level in [0.0, 1.0, 2.0, 3.0] {
        let evaluation = current(level);
        let area = evaluation.area("mix");
        assert_eq!(area.wanted, area.score, "{level}");
        assert_eq!(area.gap, 0.0, "{level}");
    }
    assert_eq!(current(4.0).area("mix").wanted, Some(100.0));
}

#[test]
fn a_contradiction_makes_what_rests_on_the_pair_missing() {
    let evaluation = evaluated(&brightwater().number("ga_won", 200.0));
    assert_eq!(evaluation.contradictions.len(), 1);
    assert_eq!(evaluation.contradictions[0].question, "ga_won");
    assert_eq!(evaluation.core().metric("close_rate").and_then(|one| one.number()), None);
    assert!(evaluation.core().metric("won_month").and_then(|one| one.number()).is_some(), "it names only one of them");
    assert!(evaluation.worth.partial, "enquiries without reply cannot be valued");
}
