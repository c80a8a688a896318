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
    let expected: [&[&str]; 6] = [
        &["6:12 this goes round in a circle: a → a | Let one of them rest on something else"],
        &["6:12 this goes round in a circle: a → b → c → a | Let one of them rest on something else"],
        &["7:9 this goes round in a circle: qa → qb → qa | Let one of them rest on something else"],
        &["7:9 this goes round in a circle: qa → m → qa | Let one of them rest on something else"],
        &["7:9 this goes round in a circle: qa → m → qa | Let one of them rest on something else"],
        &["13:9 this goes round in a circle: qa → a → qa | Let one of them rest on something else"],
    ];
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
        (
            "q_model == 'b2b' && q_model == 'b2c'",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_model = b2b, b2c, unknown, open",
            ],
        ),
        (
            "q_icp > 3 && q_icp < 2",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_icp = 0, 2, 3, 4, 1, unknown, open",
            ],
        ),
        (
            "unknown(q_contacts) && q_contacts > 10",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_contacts = 0, 10, 1000, 5, 505, 1, 9, 11, …",
            ],
        ),
        (
            "q_model == 'b2b' && q_hidden > 5",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_model = b2b, b2c, unknown, open; q_hidden = 0, 5, 1000000000000, 2.5, 500000000002.5, 1, 4, 6, …",
            ],
        ),
        (
            "q_model == 'b2b' && unknown(q_hidden)",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_model = b2b, b2c, unknown, open; q_hidden = 0, 1000000000000, 500000000000, 1, 999999999999, 2, 10, 50, …",
            ],
        ),
        (
            "'none' in q_causes && 'time' in q_causes",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_causes = [], [data], [none], [time], [time, data], unknown, open",
            ],
        ),
        (
            "count(q_causes) > 2",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_causes = [], [data], [none], [time], [time, data], unknown, open",
            ],
        ),
        (
            "count(q_causes) == 2 && !('time' in q_causes)",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_causes = [], [data], [none], [time], [time, data], unknown, open",
            ],
        ),
        (
            "mode == 'few' && mode == 'many'",
            &["10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: mode = few, many"],
        ),
        (
            "sum_of(q_tactics, cost) > tactic_cost && q_contacts > 3 && q_contacts < 4",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_contacts = 0, 3, 4, 1000, 2, 502, 1, 5, …; sum_of(q_tactics, cost) = 0, 3, 4, 1.5, 3.5, 1, 2, 5, …; tactic_cost = 0, 3, 4, 1.5, 3.5, 1, 2, 5, …",
            ],
        ),
        (
            "q_tactics.exists(r, r.measured == 'no' && r.measured == 'result')",
            &[
                "10:9 'when' of finding 'F' can never be true | Change it, or leave it out. Tried: q_tactics = empty, [measured: 'no'], [measured: 'result'], 2 times measured: 'no', 2 times measured: 'result', 3 times measured: 'no', 3 times measured: 'result', 5 times measured: 'no', …",
            ],
        ),
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
    let expected: [&[&str]; 6] = [
        &[
            "2:6 finding 'F' uses {names}, but has no 'names' | Add 'names' with the rows it stands for, or leave the placeholder out",
        ],
        &["2:6 finding 'F' uses {name}, which stands for nothing | Did you mean {names}?"],
        &[
            "11:10 'names' of finding 'F' must give a list of texts, but gives a number | Take a column with map, such as table.map(r, r.name)",
        ],
        &[
            "2:6 strength 'S' uses {names}, but has no 'names' | Add 'names' with the rows it stands for, or leave the placeholder out",
        ],
        &[
            "2:6 \"unknown\" is a finding for question 'q', but nothing says what is then printed | Add 'unknown_text', or a finding with unknown(q)",
        ],
        &[],
    ];
    let cases: Vec<(&str, &[&str])> = cases.iter().map(String::as_str).zip(expected).collect();
    compare(&cases, added);
}
