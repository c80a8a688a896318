//! From any number: the rule, the inputs, the arithmetic, what is missing.

use gapwise::evaluation::{Explained, Explanation, evaluate, explain};

use crate::shared::{Change, brightwater, core};

fn explained(id: &str) -> Explanation {
    let (selection, assessment) = (core(), brightwater());
    let evaluation = evaluate(&selection, &assessment);
    explain(&selection, &assessment, &evaluation, id).unwrap_or_else(|| panic!("{id} can be explained"))
}

#[test]
fn a_metric_shows_its_formula_with_numbers() {
    let growth = explained("list_growth");
    assert_eq!(growth.kind, Explained::Metric);
    assert_eq!(growth.arithmetic, ["percent(500 - 700, 4200)"]);
    assert!(growth.place.contains("gap-analysis.toml:"), "{}", growth.place);
    let inputs: Vec<&str> = growth.inputs.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(inputs, ["ga_added", "ga_lost", "opening"]);
}

#[test]
fn an_area_shows_its_sum() {
    let audience = explained("audience");
    assert_eq!(audience.arithmetic[0], "(2×25 + 2×25 + 2×50 + 1×38.0952) ÷ 7 = 34.0136");
    assert_eq!(audience.missing, ["ga_enquiry_fit"]);
}

#[test]
fn a_finding_shows_its_condition_and_its_factors() {
    let finding = explained("G12");
    assert_eq!(finding.rule, "ga_repeat_trend == 'down'");
    assert_eq!(finding.arithmetic, ["'down' == 'down'", "3 × 1.4 × 1.5583 × 0.8 ÷ 1 × 1.15"]);
}

#[test]
fn the_overall_score_shows_every_area() {
    let overall = explained("overall");
    assert!(overall.arithmetic[0].starts_with("(14×34.0136 + 14×19.1667 + 16×37.037"), "{:?}", overall.arithmetic);
    assert_eq!(overall.inputs.len(), 8);
}

#[test]
fn what_could_not_be_judged_says_what_it_needs() {
    let (selection, assessment) = (core(), brightwater().unknown("ga_active"));
    let evaluation = evaluate(&selection, &assessment);
    let finding = explain(&selection, &assessment, &evaluation, "G02").expect("it is a finding");
    assert_eq!(finding.missing, ["ga_active"]);
    assert!(explain(&selection, &assessment, &evaluation, "nonsense").is_none());
}
