//! Ideal customer and accounts: the profile; ranking a list is tested beside its engine (domain.md 2.5 and 5).

use gapwise::evaluation::evaluate;

use crate::shared::{Change, brightwater};
use crate::systems::{Case, assert_cases, assert_metrics, assert_scores, fired, given, judged, selection};

pub const EXAMPLE: &str = r#"
answers.ic_icp.value = 1
answers.ic_mcp.value = 3
answers.ic_sources.value = ["interviews", "crm_data"]
answers.ic_effort.value = 40
answers.ic_slots.value = 20
answers.ic_rival.value = 1
answers.ic_entice.value = "one_for_all"
answers.ic_loss.value = 2
answers.ic_staff.value = 1
answers.ic_a_accounts.value = 25
answers.ic_space_accounts.value = 3
answers.ic_rival_accounts.value = 4
answers.ic_needs_data.value = 35
answers.ic_criteria.value = [
  { name = "employees", csv_column = "employees", kind = "number", worst = 20, best = 200, weight = 3 },
  { name = "sector", csv_column = "sector", kind = "map", map = "logistics=100, retail=60", weight = 5 },
]
answers.ic_gates.value = [{ column = "country", operator = "one_of", value = "DE, AT" }]
answers.ic_space.value = { current_spend = "revenue", potential_spend = "potential" }
"#;

#[test]
fn the_worked_example() {
    let evaluation = judged("accounts", EXAMPLE);
    let of = &evaluation.questionnaires[0];
    assert_metrics(
        of,
        &[
            ("source_n", 2.0),
            ("criteria_n", 2.0),
            ("a_accounts", 25.0),
            ("whitespace_accounts", 3.0),
            ("rival_accounts", 4.0),
            ("needs_data_share", 35.0),
            // 25 ÷ 20
            ("slots_use", 125.0),
        ],
    );
    let areas = [
        // (2 × 25 + 75) ÷ 3
        ("definition", 41.6667),
        // two sources at 25 each
        ("evidence", 50.0),
        ("focus", 40.0),
        // (25 + 50 + 50) ÷ 3
        ("growth", 41.6667),
        ("adoption", 25.0),
    ];
    // 12.5 + 10 + 10 + 6.25 + 2.5
    assert_scores(of, &areas, 41.25, "building");
    assert_eq!(fired(&evaluation), ["I01", "I04", "I05", "I06", "I07", "I08", "I09"]);
    assert!(of.consistency.is_empty());
}

#[test]
fn four_sources_are_as_good_as_five() {
    let score = |sources: &str| {
        let evaluation = judged("accounts", &format!("answers.ic_sources.value = [{sources}]"));
        evaluation.questionnaires[0].area("evidence").and_then(|area| area.score)
    };
    assert_eq!(score(""), Some(0.0), "nothing was ticked");
    assert_eq!(score("'survey'"), Some(25.0));
    assert_eq!(score("'survey', 'crm_data', 'interviews', 'loss_review'"), Some(100.0));
    assert_eq!(score("'survey', 'crm_data', 'interviews', 'loss_review', 'staff_workshop'"), Some(100.0));
}

#[test]
fn who_sells_to_private_people_is_not_asked() {
    let both = |model: &str| {
        let mut assessment = brightwater().choice("ga_model", model);
        assessment.answers.extend(given("accounts", EXAMPLE).answers);
        evaluate(&selection(&["gap-analysis", "accounts"]), &assessment)
    };
    let private = both("b2c");
    assert!(!private.is_visible("ic_icp") && !private.is_visible("ic_needs_data"));
    assert_eq!(private.questionnaires[1].overall.score, None);
    assert!(private.questionnaires[1].findings.is_empty());
    assert!(both("both").is_visible("ic_icp"));
}

#[test]
fn every_question_the_ranking_goes_by_is_named() {
    let selection = selection(&["accounts"]);
    let uses = &selection.questionnaires[0].uses.accounts;
    let named = [
        &uses.file,
        &uses.criteria,
        &uses.gates,
        &uses.slots,
        &uses.white_space,
        &uses.rival_column,
        &uses.rivals,
        &uses.a_accounts,
        &uses.white_space_accounts,
        &uses.rival_accounts,
        &uses.needs_data,
    ];
    for id in named {
        assert!(selection.question(id.as_deref().expect("it is named")).is_some());
    }
}

const CASES: [Case; 9] = [
    ("I01", "answers.ic_icp.value = 1", "answers.ic_icp.value = 2"),
    ("I02", "answers.ic_mcp.value = 1", "answers.ic_mcp.value = 2"),
    ("I03", "answers.ic_sources.value = ['survey']", "answers.ic_sources.value = ['survey', 'crm_data']"),
    ("I04", "answers.ic_effort.value = 59", "answers.ic_effort.value = 60"),
    (
        "I05",
        "answers.ic_slots.value = 20\nanswers.ic_a_accounts.value = 21",
        "answers.ic_slots.value = 20\nanswers.ic_a_accounts.value = 20",
    ),
    ("I06", "answers.ic_space_accounts.value = 1", "answers.ic_space_accounts.value = 0"),
    (
        "I07",
        "answers.ic_rival_accounts.value = 1\nanswers.ic_rival.value = 1",
        "answers.ic_rival_accounts.value = 1\nanswers.ic_rival.value = 2",
    ),
    ("I08", "answers.ic_needs_data.value = 31", "answers.ic_needs_data.value = 30"),
    ("I09", "answers.ic_staff.value = 1", "answers.ic_staff.value = 2"),
];

#[test]
fn every_finding_fires_and_stays_silent() {
    assert_cases("accounts", &CASES);
}

#[test]
fn a_trait_is_asked_for_what_its_kind_needs() {
    use crate::adding::{of, sit};
    use gapwise::assessment::{Mode, Value};
    // A number has a worst and a best value, words have points, yes or no has neither: Tab goes on to the weight.
    let keys = "/ic_criteria<enter>iSize<tab>staff<tab>a<tab>20<tab>200<tab>3<tab>\
        Sector<tab>sector<tab>o<tab>retail=60<tab>5<tab>Growth<tab>growth<tab>y<tab>2<enter>";
    let sat = sit(of("accounts", Mode::Consultant), keys, (120, 40));
    let rows = sat.interview.assessment().value("ic_criteria").map(Value::rows).unwrap_or_default().to_vec();
    let weights: Vec<_> =
        rows.iter().map(|row| row.get("weight").and_then(gapwise::assessment::Cell::as_number)).collect();
    assert_eq!(weights, [Some(3.0), Some(5.0), Some(2.0)], "{rows:?}\n{}", sat.screen);
    assert!(!rows[1].contains_key("worst") && !rows[2].contains_key("map"), "{rows:?}");
    let report = gapwise::report::render(
        &crate::systems::selection(&["accounts"]),
        sat.interview.assessment(),
        sat.interview.evaluation(),
        &gapwise::report::ReportOptions::new(gapwise::report::Audience::Client, gapwise::report::Format::Markdown),
    );
    let report = report.expect("a report");
    assert!(report.contains("| Sector | sector | One of several words | – | – | retail=60 | 5 |"), "{report}");
    assert!(report.contains("| Growth | growth | Yes or no | – | – | – | 2 |"), "{report}");
}
