//! What strengths, weaknesses, openings and threats are drafted from.

use super::fixture::{BODY, HEAD, told, with};
use crate::questionnaire::SwotSource;
use crate::questionnaire::tests::fixture::load;

const TABLE: &str = r#"
[[question]]
id = "q_swot"
area = "profile"
type = "table"
label = "Four sides"
text.consultant = "What is strong, what is weak?"
quadrants = "kind"
columns = [
  { id = "kind", label = "Kind", type = "one", choices = [{ id = "S", label = "Strength" }, { id = "W", label = "Weakness" }, { id = "O", label = "Opening" }, { id = "T", label = "Threat" }] },
  { id = "statement", label = "Statement", type = "text" },
]
"#;

fn head() -> String {
    format!("{HEAD}[uses]\nswot = \"q_swot\"\n")
}

fn problems(rules: &str) -> Vec<String> {
    let before = format!("{}{BODY}{TABLE}", head());
    told(&load(&format!("{before}{rules}")), &before)
}

#[test]
fn rules_are_read_and_what_is_wrong_in_them_is_told() {
    let sound = "[[swot]]\nquadrant = \"W\"\nfrom = \"findings\"\nseverity = 2\nmost = 3\n\
                 [[swot]]\nquadrant = \"S\"\nfrom = \"best_areas\"\npoints_from = 40\ntext = \"{area}!\"\n";
    assert_eq!(problems(sound), Vec::<String>::new());
    let loaded = load(&format!("{}{BODY}{TABLE}{sound}", head()));
    let small = loaded.library.newest("small").expect("it is sound");
    let sources: Vec<_> = small.swot.iter().map(|one| (one.quadrant.as_str(), one.source, one.most)).collect();
    let wanted =
        [("W", SwotSource::Findings { severity: Some(2) }, Some(3)), ("S", SwotSource::BestAreas { from: 40.0 }, None)];
    assert_eq!(sources, wanted);
    for (rules, told) in [
        ("[[swot]]\nquadrant = \"X\"\nfrom = \"strengths\"\n", "which is no quadrant"),
        ("[[swot]]\nquadrant = \"S\"\nfrom = \"strength\"\n", "Did you mean 'strengths'?"),
        ("[[swot]]\nquadrant = \"S\"\n", "has no 'from'"),
        ("[[swot]]\nquadrant = \"S\"\nfrom = \"best_areas\"\n", "has no 'text'"),
        ("[[swot]]\nquadrant = \"S\"\nfrom = \"findings\"\nseverity = 5\n", "must lie between 1 and 4"),
        ("[[swot]]\nquadrant = \"S\"\nfrom = \"strengths\"\nseverity = 3\n", "unknown key 'severity'"),
        ("[[swot]]\nquadrant = \"S\"\nfrom = \"strengths\"\nmost = 0\n", "must lie between 1 and 100"),
        ("", "nothing says what lines are drafted for 'q_swot' from"),
    ] {
        let problems = problems(rules);
        assert!(problems.iter().any(|one| one.contains(told)), "{rules}: {problems:?}");
    }
}

#[test]
fn a_draft_needs_a_table_that_takes_it() {
    let problems = told(&with("[[swot]]\nquadrant = \"S\"\nfrom = \"strengths\"\n"), &format!("{HEAD}{BODY}"));
    assert!(problems.iter().any(|one| one.contains("no table takes them")), "{problems:?}");
}
