//! Goal rules with one thing wrong each: what is said, and where.

use super::fixture::{BODY, HEAD, compare, told, with};

fn added(addition: &str) -> Vec<String> {
    told(&with(addition), &format!("{HEAD}{BODY}"))
}

/// A sound goal metric, to which a case adds lines or in which it replaces one.
const METRIC: &str = "[[goal_metric]]\nid = \"g\"\nclass = \"volume\"\nlabel = \"G\"\ndefinition = \"D\"\nunit = \"number\"\nbaseline = \"q_contacts\"\nleading = \"L\"\n";

const CHECK: &str = "[[goal_check]]\nid = \"c\"\norder = 1\nwhen = \"q_icp <= 1\"\nclasses = [\"volume\"]\ninstead = \"handover\"\ntext = \"T\"\ngoal = \"G\"\n";

#[test]
fn sound_rules_are_taken() {
    assert_eq!(added(METRIC), Vec::<String>::new());
    assert_eq!(added(CHECK), Vec::<String>::new());
}

#[test]
fn metrics_say_what_is_wrong_and_where() {
    let cases: &[(&str, &[&str])] = &[];
    compare(cases, added);
    let found = |from: &str, to: &str| {
        assert!(METRIC.contains(from), "{from}");
        added(&METRIC.replace(from, to))
    };
    for (from, to) in [
        ("class = \"volume\"", "class = \"volumes\""),
        ("class = \"volume\"\n", ""),
        ("label = \"G\"\n", ""),
        ("leading = \"L\"\n", ""),
        ("baseline = \"q_contacts\"\n", ""),
        ("definition = \"D\"\n", ""),
        ("baseline = \"q_contacts\"", "baseline = \"q_contatcs\""),
        ("unit = \"number\"", "unit = \"pieces\""),
        ("leading = \"L\"", "leading = \"L\"\nbetter = \"lower\""),
        ("leading = \"L\"", "leading = \"L\"\nareas = [\"audiense\"]"),
        ("leading = \"L\"", "leading = \"L\"\nthrough = \"h\""),
        ("leading = \"L\"", "leading = \"L\"\nfinding = \"F\""),
        ("leading = \"L\"", "leading = \"L\"\nlag_unknown = 99"),
        ("leading = \"L\"", "leading = \"L\"\nbreakpoints = [90, 80]"),
        ("leading = \"L\"", "leading = \"L\"\nlaeding = \"M\""),
        ("class = \"volume\"", "class = \"standard\""),
        ("leading = \"L\"", "leading = \"L\"\nstandard = \"At least {valeu}\""),
    ] {
        println!(
            "        (\n            {from:?},\n            {to:?},\n            &{:?},\n        ),",
            found(from, to)
        );
    }
    for (from, to) in [
        ("id = \"c\"\n", ""),
        ("order = 1\n", ""),
        ("order = 1", "order = \"first\""),
        ("when = \"q_icp <= 1\"\n", ""),
        ("when = \"q_icp <= 1\"", "when = \"q_icp <= 1\"\nlooks_at = \"owner\""),
        ("when = \"q_icp <= 1\"", "looks_at = \"onwer\""),
        ("when = \"q_icp <= 1\"", "when = \"q_icpp <= 1\""),
        ("[\"volume\"]", "[\"volume\", \"rates\"]"),
        ("instead = \"handover\"\n", ""),
        ("\"handover\"", "\"hand_over\""),
        ("text = \"T\"\n", ""),
        ("goal = \"G\"\n", ""),
        ("goal = \"G\"", "goal = \"G {onwer}\""),
    ] {
        println!(
            "        (\n            {from:?},\n            {to:?},\n            &{:?},\n        ),",
            added(&CHECK.replace(from, to))
        );
    }
}
