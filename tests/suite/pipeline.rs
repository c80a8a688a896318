//! The six-C pipeline (domain.md 2.3, 3, 4.2 and 5).

use gapwise::assessment::{Assessment, Status};
use gapwise::evaluation::{MissingReason, computed_cells, evaluate};

use crate::shared::{assert_close, brightwater};
use crate::systems::{Case, assert_cases, assert_metrics, assert_scores, fired, given, judged, selection, text};

/// Counts, the period before and stage costs as in domain.md 4.2.
pub const EXAMPLE: &str = r#"
answers.pl_months.value = 12
answers.pl_defs.value = 2
answers.pl_fresh.value = 45
answers.pl_proof.value = ["reference"]
answers.pl_value.value = 5000
answers.pl_support.value = 1
answers.pl_review.value = 1
answers.pl_community.value = 2
answers.pl_ugc.value = 0
[answers.pl_stages.value]
contact = { count = 4000, previous = 3800, obtain = 2500, upkeep = 500, days = 10 }
connection = { count = 900, previous = 980, obtain = 1000, upkeep = 500, days = 20 }
conversation = { count = 240, previous = 330, obtain = 1000, upkeep = 200, days = 15 }
consideration = { count = 60, previous = 62, obtain = 700, upkeep = 200, days = 30 }
consumption = { count = 18, previous = 17, obtain = 1500, upkeep = 300, days = 60 }
community = { count = 9, previous = 8 }
[answers.pl_wins.value]
marketing = { opportunities = 30, won = 6 }
other = { opportunities = 30, won = 12 }
"#;

#[test]
fn the_worked_example() {
    let evaluation = judged("pipeline", EXAMPLE);
    let of = &evaluation.questionnaires[0];
    assert_metrics(
        of,
        &[
            ("stages_counted", 6.0),
            ("stages_visible", 100.0),
            // The first five have both costs and days; the last one has no costs.
            ("stages_costed", 5.0),
            ("stages_priced", 83.3333),
            // 900 ÷ 4000, 240 ÷ 900, 60 ÷ 240, 18 ÷ 60, 9 ÷ 18
            ("conv_connection", 22.5),
            ("conv_conversation", 26.6667),
            ("conv_consideration", 25.0),
            ("conv_consumption", 30.0),
            ("conv_community", 50.0),
            // before: 330 ÷ 980 = 33.6735; 26.6667 ÷ 33.6735 = 0.791919: a fall of 20.8081
            ("weakest_stage_drop", 20.8081),
            ("lowest_conversion", 22.5),
            // (3000 + 1500 + 1200 + 900 + 1800) ÷ 18
            ("cost_per_customer", 466.6667),
            // 10 + 20 + 15 + 30
            ("days_total", 75.0),
            ("win_mkt", 20.0),
            ("win_oth", 40.0),
            ("win_mkt_lower", 0.0),
            ("wins_known", 100.0),
            // 30 × 5000, of which 20% are won
            ("mkt_pipeline", 150_000.0),
            ("mkt_expected", 30_000.0),
            ("proof_n", 1.0),
        ],
    );
    assert_eq!(text(of, "weakest_stage"), "conversation");
    assert_eq!(text(of, "weakest_stage_basis"), "fall");
    assert_eq!(text(of, "conv_basis"), "snapshot", "unless the same people were followed");
    assert_eq!(text(of, "win_difference"), "no_clear_difference");
    for (id, low, high) in [("win_mkt", 9.5, 37.3), ("win_oth", 24.6, 57.7)] {
        let metric = of.metric(id).expect("it is there");
        assert_close(metric.low.expect("low"), low, 0.06, id);
        assert_close(metric.high.expect("high"), high, 0.06, id);
    }
    let areas = [
        // (3 × 100 + 2 × 50) ÷ 5
        ("visibility", 80.0),
        ("economics", 83.3333),
        // 45 ÷ 60
        ("freshness", 75.0),
        // (1 × 100 + 2 × 25) ÷ 3
        ("contribution", 50.0),
        ("collaboration", 25.0),
        ("community", 50.0),
    ];
    // 24 + 16.6667 + 7.5 + 10 + 2.5 + 5
    assert_scores(of, &areas, 65.6667, "managed");
    assert_eq!(fired(&evaluation), ["P02", "P03", "P06", "P07", "P09", "P10"]);
    let weakest = of.finding("P03").expect("it fired");
    assert_eq!((weakest.p.as_str(), weakest.names.as_slice()), ("conversation", &["Conversation".to_owned()][..]));
    assert!(of.consistency.is_empty());
    assert_eq!(of.suggested_next, Some(0), "marketing's help and joint reviews are rare: the closed loop");
}

#[test]
fn relative_changes_are_as_printed() {
    let assessment = given("pipeline", EXAMPLE);
    let selection = selection(&["pipeline"]);
    let question = selection.question("pl_stages").expect("it is asked");
    let rows = computed_cells(question, assessment.value("pl_stages").expect("it is answered"));
    assert_eq!(rows[0].get("conv"), None, "nothing comes before the first stage");
    for (row, expected) in rows[1..].iter().zip([-12.8, -20.8, 33.1, 9.4, 6.2]) {
        assert_close(row["change"], expected, 0.06, "change");
    }
    for (row, expected) in rows.iter().zip([3000.0 / 4000.0, 1500.0 / 900.0, 5.0, 15.0, 100.0]) {
        assert_close(row["stage_cost"], expected, 1e-9, "cost of a person at a stage");
    }
    assert_eq!(rows[5].get("stage_cost"), None, "the costs of the last stage are not known");
}

/// Six counts, and perhaps those of the period before.
fn stages(counts: &[f64], previous: &[f64]) -> String {
    let ids = ["contact", "connection", "conversation", "consideration", "consumption", "community"];
    let before = |at: usize| previous.get(at).map_or(String::new(), |count| format!(", previous = {count}"));
    let row = |(at, count): (usize, &f64)| {
        format!("answers.pl_stages.value.{} = {{ count = {count}{} }}\n", ids[at], before(at))
    };
    counts.iter().enumerate().map(row).collect()
}

#[test]
fn without_a_fall_the_lowest_share_is_named_with_little_confidence() {
    let counts = [4000.0, 900.0, 240.0, 60.0, 18.0, 9.0];
    for previous in [&[][..], &[4000.0, 800.0, 200.0, 40.0, 10.0, 4.0]] {
        let evaluation = judged("pipeline", &stages(&counts, previous));
        let of = &evaluation.questionnaires[0];
        assert_eq!(text(of, "weakest_stage_basis"), "lowest", "{previous:?}");
        assert_eq!(text(of, "weakest_stage"), "connection", "{previous:?}");
    }
    let evaluation = judged("pipeline", &stages(&counts, &[]));
    let unjudged: Vec<&str> = evaluation.questionnaires[0].not_evaluable.iter().map(|one| one.id.as_str()).collect();
    assert!(unjudged.contains(&"P03"), "without a period before, no fall can be judged: {unjudged:?}");
}

#[test]
fn a_single_stage_makes_no_step() {
    let evaluation = judged("pipeline", "answers.pl_stages.value.contact = { count = 10 }");
    let weakest = evaluation.questionnaires[0].metric("weakest_stage").expect("it is there");
    assert_eq!(weakest.value, None);
    assert_eq!(weakest.reason, Some(MissingReason::Needs));
}

#[test]
fn counts_that_rise_are_asked_about_and_not_refused() {
    let evaluation = judged("pipeline", &stages(&[100.0, 50.0, 80.0, 20.0, 10.0, 2.0], &[]));
    let of = &evaluation.questionnaires[0];
    assert_eq!(of.consistency, ["rising"]);
    assert_metrics(of, &[("conv_conversation", 160.0), ("stages_counted", 6.0)]);
    assert!(judged("pipeline", EXAMPLE).questionnaires[0].consistency.is_empty());
}

#[test]
fn a_clear_difference_needs_ten_cases_and_separate_ranges() {
    let wins = |mo: u32, mw: u32, oo: u32, ow: u32| {
        let answers = format!(
            "answers.pl_wins.value.marketing = {{ opportunities = {mo}, won = {mw} }}\n\
             answers.pl_wins.value.other = {{ opportunities = {oo}, won = {ow} }}"
        );
        text(&judged("pipeline", &answers).questionnaires[0], "win_difference")
    };
    assert_eq!(wins(30, 6, 30, 12), "no_clear_difference");
    assert_eq!(wins(9, 0, 100, 90), "too_few");
    assert_eq!(wins(40, 4, 40, 30), "lower");
    assert_eq!(wins(40, 30, 40, 4), "higher");
}

const CASES: [Case; 10] = [
    (
        "P01",
        "answers.pl_stages.value.contact = { count = 10 }",
        "answers.pl_stages.value = { contact = { count = 6 }, connection = { count = 5 }, conversation = { count = 4 }, \
         consideration = { count = 3 }, consumption = { count = 2 }, community = { count = 1 } }",
    ),
    ("P02", "answers.pl_fresh.value = 49", "answers.pl_fresh.value = 50"),
    (
        "P03",
        "answers.pl_stages.value = { contact = { count = 100, previous = 100 }, connection = { count = 40, previous = 50 } }",
        "answers.pl_stages.value = { contact = { count = 100, previous = 100 }, connection = { count = 41, previous = 50 } }",
    ),
    (
        "P04",
        "answers.pl_stages.value = { contact = { obtain = 1, upkeep = 0, days = 3 }, community = { obtain = 1, upkeep = 0 } }",
        "answers.pl_stages.value = { contact = { obtain = 1, upkeep = 0, days = 3 }, connection = { obtain = 1, upkeep = 0, \
         days = 3 }, community = { obtain = 1, upkeep = 0 } }",
    ),
    (
        "P05",
        "answers.pl_wins.value = { marketing = { opportunities = 40, won = 4 }, other = { opportunities = 40, won = 30 } }",
        "answers.pl_wins.value = { marketing = { opportunities = 30, won = 6 }, other = { opportunities = 30, won = 12 } }",
    ),
    ("P06", "answers.pl_proof.value = [\"trial\"]", "answers.pl_proof.value = [\"trial\", \"comparison\"]"),
    ("P07", "answers.pl_support.value = 1", "answers.pl_support.value = 2"),
    ("P08", "answers.pl_community.value = 1", "answers.pl_community.value = 2"),
    ("P09", "answers.pl_ugc.value = 0", "answers.pl_ugc.value = 1"),
    ("P10", "answers.pl_review.value = 1", "answers.pl_review.value = 2"),
];

#[test]
fn every_finding_fires_and_stays_silent() {
    assert_cases("pipeline", &CASES);
}

#[test]
fn core_and_pipeline_in_one_assessment() {
    let mut both: Assessment = brightwater();
    both.answers.extend(given("pipeline", EXAMPLE).answers);
    // An unknown of the pipeline is none of the core's basic figures.
    both.answers.entry("pl_fresh".to_owned()).or_default().status = Status::Unknown;
    let evaluation = evaluate(&selection(&["gap-analysis", "pipeline"]), &both);
    let [core, pipeline] = evaluation.questionnaires.as_slice() else { panic!("two questionnaires") };
    assert_metrics(core, &[("known_ratio", 84.6154)]);
    assert_close(core.overall.score.expect("a score"), 34.1430, 0.00006, "the core's score");
    // Without freshness (10 of 100) the others weigh 90: (65.6667 − 7.5) ÷ 0.9
    assert_close(pipeline.overall.score.expect("a score"), 64.6296, 0.0006, "the pipeline's score");
    assert!(pipeline.finding("DK_pl_fresh").is_some() && core.finding("DK_pl_fresh").is_none());
    assert!(evaluation.worth.total.is_some(), "what the core values is still valued");
}
