//! Goals of the worked example and beside it (domain.md 6.1, 6.2, 6.4, 6.6).

use gapwise::assessment::{Assessment, Goal, GoalStatus, PlanPlace, Status, Value, read};
use gapwise::display::Display;
use gapwise::evaluation::{
    Blank, ConfidenceWord, Evaluation, GoalEvaluation, GoalFlag, GoalKind, Recommendation, Verdict,
};
use gapwise::problem::Source;
use jiff::civil::date;

use crate::shared::{Change, assert_close, brightwater, core, evaluated};

const EN: Display<'static> = Display { locale: "en", currency: "EUR" };

fn goal(metric: &str) -> Goal {
    Goal {
        metric: metric.to_owned(),
        deadline: Some(date(2027, 11, 22)),
        owner: "Head of sales".into(),
        ..Goal::default()
    }
}

fn with(assessment: Assessment, goal: Goal) -> GoalEvaluation {
    let mut assessment = assessment;
    assessment.set_goals(vec![goal]);
    evaluated(&assessment).goals.remove(0)
}

fn ends(goal: &GoalEvaluation) -> (f64, f64, f64) {
    let range = goal.range.expect("a range");
    (range.low, range.base, range.high)
}

fn limits(assessment: Assessment, limits: &[&str]) -> Assessment {
    let limits = limits.iter().map(|one| (*one).to_owned()).collect();
    assessment.put("ga_limits", Status::Answered(Value::Texts(limits)))
}

fn months(evaluation: &Evaluation) -> Vec<Vec<&str>> {
    let months = evaluation.plan.months.iter();
    months.map(|month| month.actions.iter().map(|one| one.finding.as_str()).collect()).collect()
}

#[test]
fn brightwaters_wish_lies_beyond_its_range() {
    let evaluation = evaluated(&brightwater());
    let goal = &evaluation.goals[0];
    assert_eq!((goal.metric.as_str(), goal.kind, goal.index), ("enquiries", GoalKind::Volume, None));
    assert_eq!(ends(goal), (43.0, 46.0, 49.0));
    let range = goal.unrounded.expect("a range");
    for (found, expected) in [(range.low, 43.93), (range.base, 46.78), (range.high, 49.63)] {
        assert_close(found, expected, 0.006, "unrounded");
    }
    assert_close(goal.planned.expect("planned"), 9.692, 0.0006, "planned");
    assert_eq!(goal.verdict, Some(Verdict::Beyond));
    assert_close(goal.quarters_needed.expect("quarters"), 14.5, 0.05, "quarters");
    assert_eq!((goal.events, goal.confidence, goal.calibration.n), (Some(120.0), ConfidenceWord::Medium, 0));
    assert_eq!(
        EN.goal_inverse(&core(), goal).expect("an inverse"),
        "Reaching 80 by then would take about €3,100 a month more, or more than two years; money alone would probably \
         not do it."
    );
    assert_eq!(
        EN.goal_sentence(&core(), goal).replace('\u{a0}', " "),
        "From 40 to 46 enquiries a month (likely range 43–49) by 22 November 2027; owner: to be named."
    );
    assert_eq!((goal.status, goal.allowed), (GoalStatus::Draft, GoalStatus::Draft));
    assert_eq!(goal.blanks, [Blank::Owner]);
    assert_eq!(goal.target, Some(46.0));
}

#[test]
fn the_other_goals_of_the_example() {
    let repurchase = with(brightwater(), goal("repurchase"));
    assert_eq!(ends(&repurchase), (51.5, 52.6, 53.7));
    assert_eq!(with(brightwater(), goal("new_customers")).baseline, Some(8.0));
    assert_eq!(with(brightwater(), goal("revenue")).baseline, Some(7_200.0));
    assert_eq!(with(brightwater(), goal("profit")).baseline, Some(2_520.0));
    let through = with(brightwater(), goal("revenue"));
    assert!(through.assumptions.iter().any(|one| one.id == "through" && one.word.as_deref() == Some("enquiries")));
    let reply = with(brightwater(), goal("reply_time"));
    let standard = reply.standard.as_ref().expect("a standard");
    assert_eq!((standard.value, standard.day, standard.hours, standard.fits), (24.0, 30, 7.0, true));
    assert_eq!(standard.finding.as_deref(), Some("G48"));
    assert_eq!(
        EN.goal_sentence(&core(), &reply).replace('\u{a0}', " "),
        "A personal reply within 24 hours, kept in 9 of ten cases, from day 30; owner: Head of sales."
    );
    assert_eq!(reply.confidence, ConfidenceWord::Low, "the baseline is a guess");
}

#[test]
fn the_options_thin_the_hours_out() {
    let evaluation = evaluated(&brightwater());
    let expected = [
        ("focused", 1, 1.0, (43.0, 46.0, 49.0), true),
        ("balanced", 3, 0.78, (43.0, 45.0, 47.0), false),
        ("many", 6, 0.39, (41.0, 42.0, 43.0), false),
    ];
    assert_eq!(evaluation.recommendation, Recommendation::Given);
    for (option, (id, tactics, rf, range, recommended)) in evaluation.options.iter().zip(expected) {
        assert_eq!((option.id.as_str(), option.tactics, option.recommended), (id, tactics, recommended));
        assert_close(option.rf.expect("hours are known"), rf, 0.006, id);
        let (metric, found) = option.goal.as_ref().expect("a goal");
        assert_eq!((metric.as_str(), (found.low, found.base, found.high)), ("enquiries", range), "{id}");
    }
    assert_eq!(evaluation.options[0].reasons, [0, 1], "strategy below 45, and under 36 hours");
    let missing = evaluated(&brightwater().unknown("ga_spare_hours"));
    assert_eq!(missing.recommendation, Recommendation::InputsMissing);
    assert!(missing.options.iter().all(|option| !option.recommended && option.rf.is_none()));
}

#[test]
fn the_plan_fits_the_hours() {
    let evaluation = evaluated(&brightwater());
    assert_eq!(
        months(&evaluation),
        [vec!["G12", "G25", "G21", "G51", "G49"], vec!["G40", "G47", "G56", "G48", "G29"], vec!["G15", "G24", "G52"]]
    );
    let hours: Vec<f64> = evaluation.plan.months.iter().map(|month| month.hours).collect();
    assert_eq!(hours, [27.0, 28.0, 27.5]);
    let after: Vec<&str> = evaluation.plan.after.iter().map(|one| one.finding.as_str()).collect();
    assert_eq!((after.len(), &after[..3]), (20, &["G30", "G19", "G13"][..]));
    let agreed = evaluated(&brightwater().choice("ga_option", "focused"));
    assert_eq!(
        months(&agreed),
        [vec!["G12", "G25", "G52"], vec!["G21", "G51", "G40"], vec!["G49", "G47", "G29", "G46"]]
    );
}

#[test]
fn an_agreed_standard_goes_first_and_a_moved_action_where_it_was_put() {
    let mut assessment = brightwater();
    assessment.set_goals(vec![Goal { status: GoalStatus::Agreed, ..goal("reply_time") }]);
    let evaluation = evaluated(&assessment);
    assert_eq!(evaluation.goals[0].status, GoalStatus::Agreed);
    assert_eq!(evaluation.plan.months[0].actions[0].finding, "G48");
    assessment.set_moved([("G48".to_owned(), PlanPlace::Month(2)), ("G12".to_owned(), PlanPlace::After)].into());
    let evaluation = evaluated(&assessment);
    assert_eq!(evaluation.plan.months[1].actions[0].finding, "G48");
    assert_eq!(evaluation.plan.after[0].finding, "G12");
    assert_eq!(evaluation.goals[0].standard.as_ref().expect("a standard").day, 60, "its hours come a month later");
}

#[test]
fn reasons_not_to_set_a_goal_come_in_order() {
    let enquiries = || goal("enquiries");
    let cases: [(Assessment, Goal, Option<&str>, GoalKind); 8] = [
        (brightwater().unknown("ga_leads"), enquiries(), Some("no_baseline"), GoalKind::Measure),
        (brightwater().number("ga_won", 9.0), goal("conversion"), Some("few_events"), GoalKind::Measure),
        (limits(brightwater(), &["leadership_change"]), enquiries(), Some("turbulence"), GoalKind::Practice),
        (limits(brightwater(), &["budget_freeze"]), enquiries(), None, GoalKind::Volume),
        (brightwater().number("ga_spare_hours", 7.0), enquiries(), Some("no_hours"), GoalKind::Hours),
        (brightwater().choice("ga_deliver", "no"), enquiries(), Some("cannot_deliver"), GoalKind::Capacity),
        (brightwater().choice("ga_deliver", "no"), goal("repurchase"), None, GoalKind::Rate),
        (limits(brightwater(), &["leadership_change"]), goal("reply_time"), None, GoalKind::Standard),
    ];
    for (assessment, one, check, kind) in cases {
        let found = with(assessment, one);
        assert_eq!((found.replaced_by.as_deref(), found.kind), (check, kind), "{}", found.metric);
        assert_eq!(found.range.is_none(), check.is_some() || kind == GoalKind::Standard);
    }
    let mut apart = brightwater();
    let answer = apart.answers.get_mut("ga_leads").expect("it is answered");
    (answer.low, answer.high) = (Some(100.0), Some(130.0));
    assert_eq!(with(apart, enquiries()).kind, GoalKind::Measure, "its sources lie 25% apart");
    let found = with(brightwater(), enquiries());
    assert_eq!(found.conditions, ["no_definition"], "allowed, with a condition");
    let measure = with(brightwater().unknown("ga_leads"), enquiries());
    assert_eq!(
        EN.goal_sentence(&core(), &measure),
        "By day 30, “Enquiries a month” is recorded for four consecutive weeks under one written definition by Head of \
         sales."
    );
}

#[test]
fn the_rules_say_how_far_a_goal_may_go() {
    let agreed = |goal| Goal { status: GoalStatus::Agreed, wanted: Some(46.0), ..goal };
    assert_eq!(with(brightwater(), agreed(goal("enquiries"))).status, GoalStatus::Agreed);
    let without = Goal { owner: " ".into(), ..goal("enquiries") };
    assert_eq!(with(brightwater(), agreed(without)).status, GoalStatus::Draft);
    let partly = brightwater().choice("ga_gap_agreed", "partly");
    assert_eq!(with(partly, agreed(goal("enquiries"))).status, GoalStatus::Proposed);
    let undated = Goal { deadline: None, ..goal("enquiries") };
    let undated = with(brightwater(), agreed(undated));
    assert_eq!(undated.status, GoalStatus::Proposed);
    assert_eq!(undated.blanks, [Blank::Deadline, Blank::Range]);
}

#[test]
fn odd_numbers_have_a_clear_answer() {
    let flags = |assessment, goal| with(assessment, goal).flags;
    let past = Goal { deadline: Some(date(2026, 1, 1)), wanted: Some(50.0), ..goal("enquiries") };
    assert_eq!(flags(brightwater(), past), [GoalFlag::DeadlinePassed]);
    let above = with(brightwater(), Goal { wanted: Some(120.0), ..goal("repurchase") });
    assert_eq!((above.flags.as_slice(), above.wanted), (&[GoalFlag::AboveHundred][..], Some(100.0)));
    assert_eq!(flags(brightwater(), Goal { wanted: Some(30.0), ..goal("enquiries") }), [GoalFlag::NoImprovement]);
    assert_eq!(
        flags(brightwater().number("ga_leads", 0.0).number("ga_won", 0.0), goal("enquiries")),
        [GoalFlag::NothingToGrow]
    );
    assert_eq!(flags(brightwater().unknown("ga_spare_hours"), goal("enquiries")), [GoalFlag::HoursUnknown]);
    assert_eq!(flags(brightwater(), goal("moonshots")), [GoalFlag::UnknownMetric]);
    let soon = Goal { deadline: Some(date(2027, 2, 1)), wanted: Some(80.0), ..goal("enquiries") };
    assert_eq!(with(brightwater(), soon).kind, GoalKind::Leading);
    let mut broke = brightwater();
    broke.answers.remove("ga_tactics");
    let inverse = with(broke, Goal { wanted: Some(80.0), ..goal("enquiries") }).inverse.expect("an inverse");
    assert_eq!(inverse.money, None, "no budget, no price");
}

#[test]
fn goals_are_written_with_comments_and_unknown_keys_kept_and_bad_ones_refused() {
    let head = "format = 1\nquestionnaires = [\"gap-analysis@1.0.0\"]\ndate = 2026-11-22\n\n";
    let wrong = |text: &str| {
        let problems = read(&Source::new("a.toml", format!("{head}{text}"))).expect_err("it is wrong");
        let problem = &problems[0];
        (problem.source.line_and_column(problem.span.start), problem.message.clone())
    };
    let (place, message) = wrong("[[goals]]\nmetric = \"enquiries\"\nreleased_hours = -4\n");
    assert_eq!(place, (7, 18));
    assert!(message.contains("cannot be negative"), "{message}");
    assert_eq!(wrong("[[goals]]\nmetric = \"e\"\nstatus = \"agred\"\n").0, (7, 10));
    assert_eq!(wrong("[plan]\nmoved = { G12 = 7 }\n").0, (6, 17));
    assert_eq!(wrong("[[goals]]\nmetric = \"e\"\nwanted = nan\n").0, (7, 10));
}
