//! The closed loop (domain.md 2.6, 3 and 5).

use gapwise::evaluation::{ItemState, MissingReason};

use crate::shared::assert_close;
use crate::systems::{Case, assert_cases, assert_metrics, assert_scores, fired, judged, selection};

pub const EXAMPLE: &str = r#"
answers.cl_t2d.value = 1
answers.cl_clean.value = 18
answers.cl_d2c.value = 2
answers.cl_cocreate.value = 0
answers.cl_c2t.value = 1
answers.cl_care.value = 3
answers.cl_cap.value = "none"
answers.cl_rule.value = 1
answers.cl_assign.value = "by_hand"
answers.cl_sla.value = 5
answers.cl_handed.value = 60
answers.cl_ontime.value = 30
answers.cl_capacity.value = 50
answers.cl_tagged.value = 45
answers.cl_next.value = 2
answers.cl_notnow.value = 20
answers.cl_recycled.value = 4
answers.cl_mrev.status = "unknown"
answers.cl_trev.value = 400000
answers.cl_lead.value = "verbal"
"#;

#[test]
fn the_worked_example() {
    let evaluation = judged("closed-loop", EXAMPLE);
    let of = &evaluation.questionnaires[0];
    // 30 ÷ 60, 45 ÷ 60, 4 ÷ 20, 60 ÷ 50
    assert_metrics(of, &[("sla_rate", 50.0), ("tag_rate", 75.0), ("recycle_rate", 20.0), ("capacity_use", 120.0)]);
    // Wilson, 30 of 60: (0.5 + 3.8415 ÷ 120) ÷ (1 + 3.8415 ÷ 60) ± … = 50 ± 12.26
    let rate = of.metric("sla_rate").expect("it is there");
    assert_close(rate.low.expect("low"), 37.7, 0.06, "low");
    assert_close(rate.high.expect("high"), 62.3, 0.06, "high");
    assert_eq!(of.metric("mkt_share").and_then(|one| one.number()), None, "one part of it is not known");
    let areas = [
        // Cleaned 18 months ago: half way from 50 points at 12 to 0 at 24. (2 × 25 + 2 × 25) ÷ 4
        ("data", 25.0),
        // (2 × 50 + 0 + 2 × 25 + 75 + 0) ÷ 7
        ("content_touch", 32.1429),
        // (2 × 25 + 50 + 2 × 50) ÷ 5
        ("handover", 40.0),
        // (2 × 75 + 2 × 50 + 20) ÷ 5
        ("outcome", 54.0),
        ("leadership", 50.0),
    ];
    // 5 + 6.4286 + 12 + 10.8 + 5
    assert_scores(of, &areas, 39.2286, "building");
    assert_eq!(fired(&evaluation), ["L01", "L03", "L04", "L05", "L06", "L08", "L10", "L11", "L12"]);
    assert_eq!(of.findings[0].id, "L01", "the foundation comes first");
    assert!(of.consistency.is_empty());
}

#[test]
fn without_an_agreed_time_the_rate_does_not_apply() {
    let answers = "answers.cl_sla.value = 0\nanswers.cl_handed.value = 60\nanswers.cl_rule.value = 2";
    let evaluation = judged("closed-loop", answers);
    let of = &evaluation.questionnaires[0];
    assert!(!evaluation.is_visible("cl_ontime"));
    assert_eq!(of.metric("sla_rate").and_then(|one| one.reason.clone()), Some(MissingReason::NotApplicable));
    let item = of.area("handover").and_then(|area| area.items.iter().find(|item| item.id == "sla_rate").cloned());
    assert_eq!(item.expect("an item").state, ItemState::NotApplicable);
    assert_eq!(fired(&evaluation), ["L02"]);
}

#[test]
fn while_the_agreed_time_is_not_known_no_rate_is_worked_out() {
    let answers = "answers.cl_sla.status = \"unknown\"\nanswers.cl_handed.value = 60\nanswers.cl_ontime.value = 30";
    let evaluation = judged("closed-loop", answers);
    assert_eq!(evaluation.questionnaires[0].metric("sla_rate").and_then(|one| one.number()), None);
}

#[test]
fn nothing_handed_over_gives_no_rate() {
    let answers = "answers.cl_sla.value = 5\nanswers.cl_handed.value = 0\nanswers.cl_ontime.value = 0\n\
                   answers.cl_tagged.value = 0\nanswers.cl_lead.value = \"none\"\nanswers.cl_cap.value = \"none\"";
    let evaluation = judged("closed-loop", answers);
    let of = &evaluation.questionnaires[0];
    assert_eq!(of.metric("tag_rate").and_then(|one| one.reason.clone()), Some(MissingReason::Undefined));
    assert!(fired(&evaluation).is_empty(), "nobody is handed over without backing or limit");
}

#[test]
fn the_share_of_revenue_has_its_context_inside_only() {
    let evaluation = judged("closed-loop", "answers.cl_mrev.value = 80000\nanswers.cl_trev.value = 400000");
    assert_metrics(&evaluation.questionnaires[0], &[("mkt_share", 20.0)]);
    let selection = selection(&["closed-loop"]);
    let finding = selection.finding("L10").expect("it is there");
    assert!(finding.context.is_empty());
    assert_eq!(finding.context_internal, ["B5", "B6"]);
}

#[test]
fn the_rule_sheet_has_a_next_step_for_each_outcome() {
    let selection = selection(&["closed-loop"]);
    let sheets = &selection.questionnaires[0].sheets;
    let outcomes = sheets.iter().find(|sheet| sheet.id == "cl_outcomes").expect("it is there");
    assert_eq!(outcomes.rows.len(), 10);
    assert!(outcomes.rows.iter().flatten().all(|cell| !cell.get("en").is_empty()));
    let rules = sheets.iter().find(|sheet| sheet.id == "cl_handover_rules").expect("it is there");
    assert_eq!(rules.signed_by.len(), 3, "leadership, sales and marketing sign");
}

const CASES: [Case; 13] = [
    ("L01", "answers.cl_rule.value = 1", "answers.cl_rule.value = 2"),
    ("L02", "answers.cl_sla.status = \"unknown\"", "answers.cl_sla.value = 5"),
    (
        "L03",
        "answers.cl_sla.value = 5\nanswers.cl_handed.value = 100\nanswers.cl_ontime.value = 79",
        "answers.cl_sla.value = 5\nanswers.cl_handed.value = 100\nanswers.cl_ontime.value = 80",
    ),
    (
        "L04",
        "answers.cl_handed.value = 100\nanswers.cl_tagged.value = 79",
        "answers.cl_handed.value = 100\nanswers.cl_tagged.value = 80",
    ),
    (
        "L05",
        "answers.cl_notnow.value = 20\nanswers.cl_recycled.value = 9",
        "answers.cl_notnow.value = 20\nanswers.cl_recycled.value = 10",
    ),
    (
        "L06",
        "answers.cl_handed.value = 51\nanswers.cl_capacity.value = 50",
        "answers.cl_handed.value = 50\nanswers.cl_capacity.value = 50",
    ),
    (
        "L07",
        "answers.cl_lead.value = \"none\"\nanswers.cl_handed.value = 1",
        "answers.cl_lead.value = \"none\"\nanswers.cl_handed.value = 0",
    ),
    ("L08", "answers.cl_t2d.value = 1", "answers.cl_t2d.value = 2"),
    ("L09", "answers.cl_d2c.value = 1", "answers.cl_d2c.value = 2"),
    ("L10", "answers.cl_mrev.status = \"unknown\"", "answers.cl_mrev.value = 0"),
    ("L11", "answers.cl_clean.value = 13", "answers.cl_clean.value = 12"),
    (
        "L12",
        "answers.cl_cap.value = \"none\"\nanswers.cl_handed.value = 1",
        "answers.cl_cap.value = \"informal\"\nanswers.cl_handed.value = 1",
    ),
    (
        "L13",
        "answers.cl_rule.value = 1\nanswers.cl_lead.value = \"none\"",
        "answers.cl_rule.value = 1\nanswers.cl_lead.value = \"verbal\"",
    ),
];

#[test]
fn every_finding_fires_and_stays_silent() {
    assert_cases("closed-loop", &CASES);
}
