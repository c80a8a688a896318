//! The quick check: twelve answers, one score (domain.md 2.2, rulings.md 17).

use gapwise::evaluation::ItemState;

use crate::shared::assert_close;
use crate::systems::{fired, judged, selection};

const QUESTIONS: [&str; 12] = [
    "qc_list",
    "qc_best",
    "qc_repeat",
    "qc_after",
    "qc_publish",
    "qc_fit",
    "qc_plan",
    "qc_cost",
    "qc_why",
    "qc_reply",
    "qc_outcome",
    "qc_goal",
];

/// Five answers at 33, four at 67, two at 0, one unknown.
pub const EXAMPLE: &str = r#"
answers.qc_list.value = "scattered"
answers.qc_best.value = "heads"
answers.qc_repeat.value = "guess"
answers.qc_after.value = "sometimes"
answers.qc_publish.value = "irregularly"
answers.qc_fit.value = "often"
answers.qc_plan.value = "most"
answers.qc_cost.value = "yearly"
answers.qc_why.value = "probably"
answers.qc_reply.status = "unknown"
answers.qc_outcome.value = "never"
answers.qc_goal.value = "no"
"#;

#[test]
fn the_example_is_as_printed() {
    let evaluation = judged("quick-check", EXAMPLE);
    let of = &evaluation.questionnaires[0];
    // 5 × 33 + 4 × 67 + 2 × 0 = 433; ÷ 11 answered = 39.36
    assert_close(of.overall.score.expect("a score"), 433.0 / 11.0, 1e-9, "score");
    // Stated answers are 5 points sure: 5 × 28 + 4 × 62 + 2 × 0 + 0 = 388; 5 × 38 + 4 × 72 + 2 × 5 + 100 = 588; ÷ 12
    assert_close(of.overall.low.expect("a range"), 388.0 / 12.0, 1e-9, "low");
    assert_close(of.overall.high.expect("a range"), 588.0 / 12.0, 1e-9, "high");
    assert_close(of.overall.coverage, 11.0 / 12.0, 1e-9, "coverage");
    assert_close(of.overall.confidence, 0.8 * 11.0 / 12.0, 1e-9, "confidence");
    assert_eq!(of.overall.band.as_deref(), Some("building"));
    assert!(of.areas.is_empty(), "single answers make no scores of parts");
    // The two at 0, then the first of five at 33.
    assert_eq!(of.lowest, ["qc_outcome", "qc_goal", "qc_list"]);
    assert_eq!(of.items.iter().filter(|item| item.state == ItemState::Unknown).count(), 1);
    assert_eq!(fired(&evaluation), ["DK_qc_reply"], "what is low points elsewhere; it is no finding here");
    assert_eq!(of.suggested_next, Some(0), "the gap analysis is always next");
}

#[test]
fn nine_of_twelve_make_a_score() {
    let answered = |count: usize| {
        let lines: Vec<&str> = EXAMPLE.lines().filter(|line| line.contains("value")).take(count).collect();
        judged("quick-check", &lines.join("\n")).questionnaires[0].overall.score
    };
    assert_eq!(answered(8), None);
    assert!(answered(9).is_some());
}

#[test]
fn what_does_not_apply_is_left_out() {
    // Ten apply; three quarters of them are 7.5, so eight answers are needed.
    let outside = "answers.qc_repeat.status = \"na\"\nanswers.qc_reply.status = \"na\"\n";
    let answered = |count: usize| {
        let applies = |line: &&str| line.contains("value") && !line.contains("qc_repeat");
        let lines: Vec<&str> = EXAMPLE.lines().filter(applies).take(count).collect();
        judged("quick-check", &format!("{outside}{}", lines.join("\n"))).questionnaires[0].overall.clone()
    };
    assert_eq!(answered(7).score, None);
    // list 33, best 33, after 33, publish 33, fit 67, plan 67, cost 67, why 67 = 400; ÷ 8 = 50
    assert_close(answered(8).score.expect("a score"), 50.0, 1e-9, "score");
    assert_close(answered(8).coverage, 0.8, 1e-9, "coverage");
}

#[test]
fn the_reply_has_points_of_its_own() {
    for (choice, points) in [("later", 0.0), ("five_days", 20.0), ("day", 50.0), ("hour", 100.0)] {
        let evaluation = judged("quick-check", &format!("answers.qc_reply.value = \"{choice}\""));
        let item = evaluation.questionnaires[0].items.iter().find(|item| item.id == "qc_reply").expect("an item");
        assert_eq!(item.points, Some(points), "{choice}");
    }
}

#[test]
fn every_unknown_is_told_and_every_answer_is_not() {
    for question in QUESTIONS {
        let told = |evaluation| fired(&evaluation).contains(&format!("DK_{question}").as_str());
        assert!(told(judged("quick-check", &format!("answers.{question}.status = \"unknown\""))), "{question}");
        assert!(!told(judged("quick-check", "")), "{question} is open");
    }
}

#[test]
fn low_answers_point_to_the_gap_analysis() {
    let selection = selection(&["quick-check"]);
    let pointers: Vec<(&str, &str, &[String])> = selection
        .questions()
        .map(|question| {
            let pointer = question.pointer.as_ref().expect("each points somewhere");
            assert_eq!(pointer.questionnaire, "gap-analysis");
            assert!(!pointer.statement.get("en").is_empty() && !pointer.action.get("en").is_empty());
            (question.id.as_str(), pointer.finding.as_str(), pointer.questions.as_slice())
        })
        .collect();
    let expected = [
        ("qc_list", "G01", "ga_contacts"),
        ("qc_best", "G05", "ga_icp"),
        ("qc_repeat", "G11", "ga_rebought"),
        ("qc_after", "G13", "ga_followup"),
        ("qc_publish", "G19", "ga_content_process"),
        ("qc_fit", "G20", "ga_content_fit"),
        ("qc_plan", "G25", "ga_tactics"),
        ("qc_cost", "G40", "ga_measure"),
        ("qc_why", "G28", "ga_position"),
        ("qc_reply", "G48", "ga_reply"),
        ("qc_outcome", "G49", "ga_feedback"),
        ("qc_goal", "G24", "ga_strategy"),
    ];
    let expected: Vec<(&str, &str, Vec<String>)> =
        expected.iter().map(|(id, finding, question)| (*id, *finding, vec![(*question).to_owned()])).collect();
    assert_eq!(pointers.len(), 12);
    for ((id, finding, questions), (wanted_id, wanted_finding, wanted_questions)) in pointers.iter().zip(&expected) {
        assert_eq!((id, finding, questions.to_vec()), (wanted_id, wanted_finding, wanted_questions.clone()));
    }
}

#[test]
fn each_open_answer_could_move_the_score_alike() {
    let evaluation = judged("quick-check", "");
    assert_eq!(evaluation.next_questions.len(), 12);
    assert_eq!(evaluation.next_questions[0].id, "qc_list");
    assert_close(evaluation.next_questions[0].swing, 100.0 / 12.0, 1e-9, "swing");
}
