//! Loops, conditions that can never be true, unknowns nobody tells, placeholders.

use super::fixture::{BODY, HEAD, compare, told, with};

fn added(addition: &str) -> Vec<String> {
    told(&with(addition), &format!("{HEAD}{BODY}"))
}

fn metric(id: &str, formula: &str) -> String {
    format!("[[metric]]\nid = \"{id}\"\nlabel = \"M\"\nunit = \"number\"\nexplain = \"E\"\nformula = \"{formula}\"\n")
}

fn question(id: &str, when: &str) -> String {
    format!(
        "[[question]]\nid = \"{id}\"\narea = \"profile\"\ntype = \"number\"\nlabel = \"Q\"\ntext.consultant = \"Q?\"\nwhen = \"{when}\"\n"
    )
}

#[test]
fn loops_are_named() {
    let cases = [
        metric("a", "a + 1"),
        metric("a", "b + 1") + &metric("b", "c") + &metric("c", "a"),
        question("qa", "qb > 1") + &question("qb", "qa > 1"),
        question("qa", "m > 1") + &metric("m", "qa * 2"),
        question("qa", "score_of(audience) > 1")
            + &metric("m", "qa * 2")
            + "score = { area = \"audience\", weight = 1 }\n",
        metric("a", "known_answered()")
            + &question("qa", "a > 1")
            + "flags = { unknown_is_finding = true }\nunknown_text = \"U\"\n",
    ];
    let expected: [&[&str]; 6] = [&[], &[], &[], &[], &[], &[]];
    let cases: Vec<(&str, &[&str])> = cases.iter().map(String::as_str).zip(expected).collect();
    compare(&cases, added);
}

#[test]
fn a_long_chain_of_metrics_is_no_loop_and_overflows_nothing() {
    let chain: String = (0..3_000).map(|at| metric(&format!("m{at}"), &format!("m{} + 1", at + 1))).collect();
    assert_eq!(added(&(chain + &metric("m3000", "1"))), Vec::<String>::new());
}

#[test]
fn conditions_that_can_never_be_true() {
    let finding = |when: &str| {
        format!(
            "[[finding]]\nid = \"F\"\nwhen = \"{when}\"\nseverity = 1\nstatement = \"S\"\naction = \"A\"\nowner = \"MKT\"\nhours = [1, 2]\ndays = 1\np = \"all\"\n"
        )
    };
    let gated = question("q_hidden", "q_model == 'b2c'");
    let cases: &[(&str, &[&str])] = &[
        ("q_model == 'b2b' && q_model == 'b2c'", &[]),
        ("q_icp > 3 && q_icp < 2", &[]),
        ("unknown(q_contacts) && q_contacts > 10", &[]),
        ("q_model == 'b2b' && q_hidden > 5", &[]),
        ("q_model == 'b2b' && unknown(q_hidden)", &[]),
        ("'none' in q_causes && 'time' in q_causes", &[]),
        ("count(q_causes) > 2", &[]),
        ("count(q_causes) == 2 && !('time' in q_causes)", &[]),
        ("mode == 'few' && mode == 'many'", &[]),
        ("sum_of(q_tactics, cost) > tactic_cost && q_contacts > 3 && q_contacts < 4", &[]),
        ("q_tactics.exists(r, r.measured == 'no' && r.measured == 'result')", &[]),
        // All of these can be.
        ("false", &[]),
        ("q_contacts > 3 && q_contacts < 5", &[]),
        ("tactic_cost > 3 && tactic_cost < 4", &[]),
        ("q_hidden > 5 && q_icp > 1", &[]),
        ("q_tactics.exists(r, r.measured == 'no' && r.cost > 100 && r.live)", &[]),
        ("count(q_tactics.filter(r, r.measured == 'no')) >= 4", &[]),
        ("abs(tactic_cost - q_contacts) > 0.5 * q_icp", &[]),
        ("q_note == 'x' || q_note == 'something else'", &[]),
        ("share_of(q_tactics, measured, 'no') > 33.3 && share_of(q_tactics, measured, 'no') < 33.4", &[]),
    ];
    compare(cases, |case| added(&format!("{gated}{}", finding(case))));
}

#[test]
fn what_is_printed() {
    let finding = "[[finding]]\nid = \"F\"\nwhen = \"q_icp <= 1\"\nseverity = 1\naction = \"A\"\nowner = \"MKT\"\nhours = [1, 2]\ndays = 1\np = \"all\"\n";
    let strength = "[[strength]]\nid = \"S\"\narea = \"audience\"\nwhen = \"q_icp >= 3\"\n";
    let unknown = question("q", "q_icp > 1") + "flags = { unknown_is_finding = true }\n";
    let told_by_finding = format!("{unknown}{finding}statement = \"S\"\n").replace("q_icp <= 1", "unknown(q)");
    let cases = [
        format!("{finding}statement = \"{{names}} are missing.\"\n"),
        format!("{finding}statement = \"{{name}} are missing.\"\nnames = \"q_groups\"\n"),
        format!("{finding}statement = \"{{names}} are missing.\"\nnames = \"q_contacts\"\n"),
        format!("{strength}statement = \"{{names}}: good.\"\n"),
        unknown.clone(),
        told_by_finding,
    ];
    let expected: [&[&str]; 6] = [&[], &[], &[], &[], &[], &[]];
    let cases: Vec<(&str, &[&str])> = cases.iter().map(String::as_str).zip(expected).collect();
    compare(&cases, added);
}
