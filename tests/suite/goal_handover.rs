//! Goals of the closed loop: two standards, and a reason to wait with more enquiries (domain.md 6.1, 6.2).

use gapwise::assessment::{Assessment, Goal};
use gapwise::evaluation::{GoalKind, evaluate};

use crate::shared::{Change, brightwater};
use crate::systems::{given, selection};

const EXAMPLE: &str = r#"
answers.cl_rule.value = 1
answers.cl_sla.value = 5
answers.cl_handed.value = 60
answers.cl_ontime.value = 30
answers.cl_capacity.value = 50
answers.cl_tagged.value = 45
"#;

#[test]
fn what_sales_cannot_look_after_comes_before_more_enquiries() {
    let both = selection(&["gap-analysis", "closed-loop"]);
    let client = |rule: f64, handed: f64| {
        let mut client = brightwater().number("cl_rule", rule).number("cl_handed", handed).number("cl_capacity", 50.0);
        client.questionnaires.push("closed-loop@1.0.0".to_owned());
        client
    };
    let first = |client: &Assessment| evaluate(&both, client).goals.remove(0);
    let held_back = first(&client(1.0, 60.0));
    assert_eq!((held_back.replaced_by.as_deref(), held_back.kind), (Some("no_handover"), GoalKind::Handover));
    assert_eq!(first(&client(2.0, 60.0)).kind, GoalKind::Volume, "the rules are written down");
    assert_eq!(first(&client(1.0, 50.0)).kind, GoalKind::Volume, "sales can look after them all");
    assert_eq!(first(&client(1.0, 60.0).unknown("cl_capacity")).kind, GoalKind::Volume, "nobody knows");
    // earlier reasons come first: hours are the fourth
    assert_eq!(first(&client(1.0, 60.0).number("ga_spare_hours", 4.0)).kind, GoalKind::Hours);
}

#[test]
fn answering_in_time_and_noting_outcomes_are_standards() {
    let standards = |answers: &str| {
        let mut client = given("closed-loop", &format!("{EXAMPLE}{answers}"));
        let goal = |metric: &str| Goal { metric: metric.to_owned(), owner: "Head of sales".into(), ..Goal::default() };
        client.set_goals(vec![goal("sla_rate"), goal("tag_rate")]);
        evaluate(&selection(&["closed-loop"]), &client).goals
    };
    let found = standards("");
    let told: Vec<_> = found
        .iter()
        .map(|goal| {
            let standard = goal.standard.as_ref().expect("a standard");
            (goal.metric.as_str(), goal.kind, goal.baseline, standard.value, standard.finding.as_deref())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("sla_rate", GoalKind::Standard, Some(50.0), 80.0, Some("L03")),
            ("tag_rate", GoalKind::Standard, Some(75.0), 80.0, Some("L04")),
        ]
    );
    let unknown = given(
        "closed-loop",
        &EXAMPLE.replace("answers.cl_ontime.value = 30", "answers.cl_ontime.status = \"unknown\""),
    );
    let mut unknown = unknown;
    unknown.set_goals(vec![Goal { metric: "sla_rate".to_owned(), ..Goal::default() }]);
    let goals = evaluate(&selection(&["closed-loop"]), &unknown).goals;
    assert_eq!(goals[0].kind, GoalKind::Measure, "what nobody counts is first recorded");
}
