//! The worked example of domain.md 4.1: every printed intermediate.

use gapwise::evaluation::{ConfidenceWord, GapClass, MetricValue};

use crate::shared::{Look, assert_close, brightwater, evaluated};

#[test]
fn every_metric_is_as_printed() {
    let evaluation = evaluated(&brightwater());
    let metrics = [
        ("opening", 4200.0),
        ("list_growth", -4.762),
        ("list_decay", 16.667),
        ("list_decay_month", 1.508),
        ("customer_share", 15.0),
        ("repurchase", 50.0),
        ("pieces_month", 10.0),
        ("content_coverage", 37.5),
        ("cover_after_sale", 0.0),
        ("purpose_share", 50.0),
        ("result_share", 33.333),
        ("orphan_spend", 30.0),
        ("tactic_hours", 32.0),
        ("hours_balance", 28.0),
        ("free_hours", 28.0),
        ("unpromoted", 2.0),
        ("weak_product", 1.0),
        ("top_product", 55.0),
        ("claims_answered", 25.0),
        ("swot_action", 40.0),
        ("leads_month", 40.0),
        ("won_month", 8.0),
        ("close_rate", 20.0),
        ("cost_per_enquiry", 75.0),
        ("mix_level", 50.0),
        ("mix_score", 43.75),
        ("mix_balance", 0.53709),
        ("known_ratio", 84.615),
        ("baseline_n", 2.0),
    ];
    for (id, expected) in metrics {
        assert_close(evaluation.number(id), expected, 0.0006, id);
    }
    let close_rate = evaluation.core().metric("close_rate").expect("it is there");
    assert_close(close_rate.low.expect("an interval"), 13.8, 0.05, "Wilson low");
    assert_close(close_rate.high.expect("an interval"), 28.0, 0.05, "Wilson high");
    let mode = evaluation.core().metric("repurchase_mode").and_then(|one| one.value.clone());
    assert_eq!(mode, Some(MetricValue::Text("hybrid".to_owned())));
    assert!(evaluation.core().consistency.is_empty(), "{:?}", evaluation.core().consistency);
}

#[test]
fn every_area_is_as_printed() {
    let evaluation = evaluated(&brightwater());
    // id, score, coverage, confidence, range, gap
    let areas = [
        ("audience", 34.01, 0.778, 0.689, (24.2, 50.9), 30.99),
        ("retention", 19.17, 1.0, 0.8, (15.0, 24.2), 55.83),
        ("strategy", 37.04, 1.0, 0.8, (32.0, 42.0), 27.96),
        ("content", 37.50, 1.0, 0.8, (32.5, 42.5), 27.50),
        ("alignment", 28.47, 1.0, 0.733, (22.9, 35.1), 36.53),
        ("market", 38.33, 1.0, 0.8, (33.3, 43.3), 26.67),
        ("mix", 43.75, 1.0, 0.8, (38.8, 48.8), 21.25),
        ("measurement", 38.86, 1.0, 0.85, (35.7, 42.6), 26.14),
    ];
    for (id, score, coverage, confidence, (low, high), gap) in areas {
        let area = evaluation.area(id);
        assert_close(area.score.expect("a score"), score, 0.006, id);
        assert_close(area.coverage.expect("coverage"), coverage, 0.0006, id);
        assert_close(area.confidence.expect("confidence"), confidence, 0.0006, id);
        assert_close(area.low.expect("a range"), low, 0.051, id);
        assert_close(area.high.expect("a range"), high, 0.051, id);
        assert_close(area.gap, gap, 0.006, id);
        assert!(area.printed, "{id}");
    }
    assert_eq!(evaluation.area("retention").wanted, Some(75.0));
    assert_eq!(evaluation.area("retention").gap_class, Some(GapClass::VeryLarge));
    assert_eq!(evaluation.area("audience").wanted, None, "no wish was stated");
    assert_eq!(evaluation.area("audience").gap_class, None);
}

#[test]
fn the_overall_score_is_as_printed() {
    let evaluation = evaluated(&brightwater());
    let overall = &evaluation.core().overall;
    assert_close(overall.score.expect("a score"), 34.1430, 0.00006, "score");
    assert_eq!(overall.band.as_deref(), Some("building"));
    let (low, high) = evaluation.overall_range();
    assert_close(low, 28.7, 0.051, "low");
    assert_close(high, 40.9, 0.051, "high");
    assert_close(overall.equal_weight_score.expect("it"), 34.6, 0.051, "equal weights");
    assert!(!overall.band_depends_on_weights);
    assert_close(overall.coverage, 0.969, 0.0006, "coverage");
    assert_close(overall.confidence, 0.782, 0.0006, "confidence");
    assert_eq!(overall.confidence_word, ConfidenceWord::Medium);
}

#[test]
fn exactly_the_named_findings_fire() {
    let evaluation = evaluated(&brightwater());
    let expected: Vec<&str> =
        "G03 G04 G05 G07 G12 G13 G14 G15 G17 G18 G19 G21 G23 G24 G25 G26 G29 G30 G32 G33 G35 G36 \
                               G38 G40 G41 G43 G46 G47 G48 G49 G51 G52 G56"
            .split_whitespace()
            .collect();
    assert_eq!(evaluation.fired(), expected);
}

#[test]
fn priorities_are_as_printed() {
    let evaluation = evaluated(&brightwater());
    let priorities = [
        ("G12", 6.02),
        ("G25", 4.91),
        ("G21", 4.28),
        ("G51", 4.15),
        ("G40", 3.86),
        ("G49", 3.60),
        ("G47", 3.60),
        ("G56", 3.60),
        ("G48", 3.60),
        ("G15", 3.49),
        ("G24", 3.28),
        ("G29", 3.28),
        ("G30", 3.28),
    ];
    for (id, expected) in priorities {
        assert_close(evaluation.priority(id), expected, 0.006, id);
    }
    let order: Vec<&str> = evaluation.core().findings.iter().map(|one| one.id.as_str()).take(8).collect();
    assert_eq!(order, ["G40", "G47", "G24", "G12", "G25", "G21", "G51", "G49"], "three foundations come first");
}

#[test]
fn strengths_are_by_weight() {
    let evaluation = evaluated(&brightwater());
    let strengths: Vec<&str> = evaluation.core().strengths.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(strengths, ["S02", "S01"]);
    assert_eq!(evaluation.core().strengths[0].names, ["search ads", "trade fair"]);
}

#[test]
fn improvements_are_worth_what_is_printed() {
    let worth = evaluated(&brightwater()).worth;
    let cases = |range: Option<gapwise::evaluation::Range>| range.map(|range| [range.low, range.base, range.high]);
    let part = |id: &str| cases(worth.parts.iter().find(|(part, _)| part == id).and_then(|(_, range)| *range));
    for (found, expected, what) in [
        (part("unanswered"), [2160.0, 4320.0, 8640.0], "unanswered"),
        (part("repeat"), [5760.0, 11520.0, 23040.0], "repeat"),
        (part("lapsed"), [2880.0, 8640.0, 14400.0], "lapsed"),
        (cases(worth.total), [7920.0, 15840.0, 31680.0], "total"),
        (cases(worth.profit), [2772.0, 5544.0, 11088.0], "profit"),
    ] {
        for (found, expected) in found.expect(what).into_iter().zip(expected) {
            assert_close(found, expected, 1e-6, what);
        }
    }
    assert!(!worth.partial);
    let (amount, names) = worth.question.expect("spending is asked about");
    assert_close(amount, 10_800.0, 1e-6, "spending");
    assert_eq!(names, ["newsletter", "social", "SEO agency"]);
}
