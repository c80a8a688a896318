//! How goals have come along from one assessment to the next (domain.md 6.6).

use std::fs;

use gapwise::assessment::{Assessment, Goal, GoalStatus};
use gapwise::comparison::{Comparison, GoalProgress, ProgressWord, Side, compare};
use gapwise::evaluation::GoalFlag;
use gapwise::questionnaire::Library;
use jiff::civil::{Date, date};

use super::commands::BRIGHTWATER;
use super::journey::play;
use super::shared::{Change, brightwater, core, evaluated};

fn agreed(metric: &str, on: Date) -> Goal {
    Goal {
        metric: metric.to_owned(),
        wanted: Some(80.0),
        deadline: Some(date(2027, 11, 22)),
        owner: "Head of sales".to_owned(),
        status: GoalStatus::Agreed,
        agreed: Some(on),
        baseline: Some(40.0),
        low: Some(43.0),
        base: Some(46.0),
        high: Some(49.0),
        planned: Some(9.692),
        ..Goal::default()
    }
}

/// Brightwater on a date with so many enquiries in three months and these goals.
fn on(day: Date, enquiries: f64, goals: Vec<Goal>) -> Assessment {
    let mut assessment = Assessment { date: day, ..brightwater().number("ga_leads", enquiries) };
    assessment.set_goals(goals);
    assessment
}

fn compared(before: &Assessment, now: &Assessment) -> Comparison {
    let (core, evaluations) = (core(), (evaluated(before), evaluated(now)));
    compare(
        Side { selection: &core, assessment: before, evaluation: &evaluations.0 },
        Side { selection: &core, assessment: now, evaluation: &evaluations.1 },
    )
}

fn progress(before: &Assessment, now: &Assessment) -> GoalProgress {
    compared(before, now).goals.remove(0)
}

const FIRST: Date = date(2026, 11, 22);

#[test]
fn before_the_lag_it_is_too_early_whatever_the_number_says() {
    let goal = || vec![agreed("enquiries", FIRST)];
    let first = on(FIRST, 120.0, goal());
    // one quarter, 91 days, before enquiries move
    for (day, standing) in [(date(2027, 2, 20), ProgressWord::TooEarly), (date(2027, 2, 21), ProgressWord::Reached)] {
        let found = progress(&first, &on(day, 150.0, goal()));
        assert_eq!((found.now, found.standing), (Some(50.0), standing), "{day}");
    }
}

#[test]
fn a_goal_that_another_comes_before_has_its_lag_all_the_same() {
    // so near its date that it is no forecast any more; two quarters before repeat purchases move
    let goal = || {
        vec![Goal {
            baseline: Some(50.0),
            base: Some(52.6),
            deadline: Some(date(2027, 8, 22)),
            ..agreed("repurchase", FIRST)
        }]
    };
    let first = on(FIRST, 120.0, goal());
    assert_eq!(progress(&first, &on(date(2027, 5, 22), 120.0, goal())).standing, ProgressWord::TooEarly);
    assert_eq!(progress(&first, &on(date(2027, 5, 23), 120.0, goal())).standing, ProgressWord::Stalled);
    // and where hours are missing now, so that freeing them comes first
    let busy = on(date(2027, 3, 22), 120.0, goal()).number("ga_spare_hours", 2.0);
    assert_eq!(progress(&first, &busy).standing, ProgressWord::TooEarly);
}

#[test]
fn two_stalled_quarters_ask_for_another_tactic() {
    let long_ago = date(2026, 5, 22);
    let now = |enquiries: f64, agreed_on| on(date(2027, 2, 22), enquiries, vec![agreed("enquiries", agreed_on)]);
    let before = |enquiries: f64, agreed_on| on(FIRST, enquiries, vec![agreed("enquiries", agreed_on)]);
    for (then, today, agreed_on, change) in [
        (120.0, 121.0, long_ago, true),
        (117.0, 114.0, long_ago, true),
        // it moved in one of the two
        (135.0, 121.0, long_ago, false),
        (120.0, 135.0, long_ago, false),
        // at the first of the two it was too early
        (120.0, 120.0, date(2026, 9, 22), false),
    ] {
        let found = progress(&before(then, agreed_on), &now(today, agreed_on));
        assert_eq!(found.change_tactic, change, "{then}, then {today}: {found:?}");
    }
}

#[test]
fn a_goal_that_was_lowered_wants_a_reason() {
    let goal =
        |wanted, reason: &str| Goal { wanted: Some(wanted), reason: reason.to_owned(), ..agreed("enquiries", FIRST) };
    let first = on(FIRST, 120.0, vec![goal(80.0, "")]);
    let lowered = |wanted, reason| progress(&first, &on(date(2027, 3, 22), 120.0, vec![goal(wanted, reason)])).lowered;
    // still beyond the middle of the range, which is what is aimed at
    assert_eq!(lowered(60.0, ""), None);
    let found = lowered(44.0, "").expect("it is lower");
    assert_eq!((found.from, found.to, found.has_reason), (46.0, 44.0, false));
    assert!(lowered(44.0, "the largest buyer left").expect("it is lower").has_reason);
    let reply = |wanted| Goal { wanted: Some(wanted), baseline: Some(30.0), base: None, ..agreed("reply_time", FIRST) };
    let at = |day, wanted| on(day, 120.0, vec![reply(wanted)]);
    let of = |wanted| progress(&at(FIRST, 24.0), &at(date(2027, 3, 22), wanted)).lowered;
    assert_eq!((of(8.0), of(28.0).map(|found| (found.from, found.to))), (None, Some((24.0, 28.0))));
}

#[test]
fn a_goal_is_not_made_easier_without_a_reason() {
    let agree = "ta<tab><tab><tab>Head of sales<enter>p";
    let asked = play(brightwater(), &format!("{agree}<enter><c-u>44<enter>"));
    assert!(asked.screen.contains("Note why"), "{}", asked.screen);
    assert_eq!(asked.saved.last().expect("it was saved").goals[0].wanted, Some(80.0));
    let told = play(brightwater(), &format!("{agree}<enter><c-u>44<enter>A buyer left<enter>"));
    let goal = &told.saved.last().expect("it was saved").goals[0];
    assert_eq!((goal.wanted, goal.reason.as_str()), (Some(44.0), "A buyer left"));
    let raised = play(brightwater(), &format!("{agree}<enter><c-u>90<enter>"));
    assert_eq!(raised.saved.last().expect("it was saved").goals[0].wanted, Some(90.0));
}

#[test]
fn a_goal_that_is_due_is_said_to_be_and_one_that_is_over_is_judged_by_its_result() {
    let first = on(FIRST, 120.0, vec![agreed("enquiries", FIRST)]);
    let due = on(date(2027, 11, 22), 120.0, vec![agreed("enquiries", FIRST)]);
    assert!(progress(&first, &due).is_due);
    let closed = Goal { status: GoalStatus::Closed, actual: Some(46.0), ..agreed("enquiries", FIRST) };
    let found = progress(&first, &on(date(2027, 1, 2), 120.0, vec![closed]));
    assert_eq!((found.is_due, found.is_closed, found.standing), (false, true, ProgressWord::Reached));
    let left = progress(&first, &on(date(2027, 3, 22), 120.0, Vec::new()));
    assert_eq!((left.index, left.metric.as_str()), (None, "enquiries"), "a goal that was left behind is still named");
}

#[test]
fn a_goal_carried_from_file_to_file_counts_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let goal = |rest: &str| {
        format!(
            "\n[[goals]]\nmetric = \"enquiries\"\nwanted = 80\ndeadline = 2027-11-22\nowner = \"Sales\"\nagreed = 2026-11-22\n\
             baseline = 40\nbase = 46\nplanned = 10\n{rest}"
        )
    };
    let file = |name: &str, follows: &str, day: &str, goal: String| {
        let head = format!("date = {day}\n{follows}\n[client]");
        let text = BRIGHTWATER.replace("date = 2026-11-22\n\n[client]", &head);
        assert!(text.contains(&head), "the head was replaced");
        fs::write(folder.path().join(name), format!("{text}{goal}")).expect("written");
    };
    let record = || gapwise::portfolio::track_record(folder.path(), &Library::builtin(), None).record;
    let closed = |actual: u32| goal(&format!("status = \"closed\"\nactual = {actual}\nclosed = 2027-11-22\n"));
    // agreed, carried on while it is open, closed in the third file
    file("a.toml", "", "2026-11-22", goal("status = \"agreed\"\n"));
    file("b.toml", "follows = \"a.toml\"\n", "2027-05-22", goal("status = \"agreed\"\n"));
    assert_eq!(record().cases.len(), 0);
    file("c.toml", "follows = \"b.toml\"\n", "2027-11-22", closed(47));
    let cases = record().cases;
    assert_eq!((cases.len(), cases[0].actual, cases[0].hit), (1, 7.0, true));
    // closed in an earlier file too, with another value: the later one counts
    file("b.toml", "follows = \"a.toml\"\n", "2027-05-22", closed(41));
    let cases = record().cases;
    assert_eq!((cases.len(), cases[0].actual), (1, 7.0));
}

#[test]
fn what_an_earlier_assessment_agreed_stands_whatever_is_answered_now() {
    let carried = |day, enquiries: f64| {
        let mut client = on(day, enquiries, vec![agreed("enquiries", FIRST)]).choice("ga_gap_agreed", "no");
        client.answers.remove("ga_spare_hours");
        evaluated(&client).goals.remove(0)
    };
    let goal = carried(date(2027, 3, 22), 150.0);
    let range = goal.range.expect("what was agreed");
    assert_eq!((goal.status, goal.baseline, goal.target), (GoalStatus::Agreed, Some(40.0), Some(46.0)));
    assert_eq!((range.low, range.base, range.high), (43.0, 46.0, 49.0));
    assert!(goal.flags.is_empty() && goal.conditions.is_empty() && goal.replaced_by.is_none(), "{goal:?}");
    // without any answer too, as a follow-up begins
    let mut empty = on(date(2027, 11, 22), 120.0, vec![agreed("enquiries", FIRST)]);
    empty.answers.clear();
    let due = evaluated(&empty).goals.remove(0);
    assert_eq!((due.status, due.baseline, due.flags), (GoalStatus::Agreed, Some(40.0), vec![GoalFlag::Due]));
    let screen = play(empty, "t").screen;
    assert!(screen.contains("Its date has come") && screen.contains("From 40 to 46"), "{screen}");
    // on the day it was agreed, the answers still decide
    let same_day = evaluated(&on(FIRST, 120.0, vec![agreed("enquiries", FIRST)]).choice("ga_gap_agreed", "no"));
    assert_eq!(same_day.goals[0].status, GoalStatus::Proposed);
}
