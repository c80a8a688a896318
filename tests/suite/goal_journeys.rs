//! Goals, options and plan by keys.

use gapwise::assessment::{Assessment, GoalStatus};

use super::journey::{play, play_at};
use super::shared::{Change, brightwater};

/// The screens that are looked at.
const SIZES: [(u16, u16); 4] = [(60, 15), (80, 24), (120, 40), (200, 60)];

fn without_leads() -> Assessment {
    brightwater().unknown("ga_leads")
}

#[test]
fn a_wish_beyond_reach_says_why_while_it_is_typed() {
    let played = play_at(brightwater(), "ta<tab><c-u>80", (120, 40));
    assert!(played.screen.contains("lies beyond the likely range"), "{}", played.screen);
    assert!(played.screen.contains("€3,100 a month more"), "{}", played.screen);
    let played = play_at(brightwater(), "ta<tab><c-u>45", (120, 40));
    assert!(played.screen.contains("within reach"), "{}", played.screen);
    let played = play_at(brightwater(), "ta<tab><c-u>80<tab><tab>Head of sales<enter>=", (120, 40));
    assert!(played.screen.contains("40 × ((1 + 7.5%)^3 − 1)"), "{}", played.screen);
}

#[test]
fn a_goal_without_a_baseline_leads_to_measuring() {
    let played = play_at(without_leads(), "ta<tab><tab><tab>Jana<enter>", (120, 40));
    assert!(played.screen.contains("is recorded for four consecutive"), "{}", played.screen);
    assert_eq!(played.saved.last().expect("it was saved").goals[0].owner, "Jana");
}

#[test]
fn a_goal_is_agreed_once_nothing_is_missing_and_undone_like_anything_else() {
    let draft = play(brightwater(), "tp");
    assert!(draft.screen.contains("stays a draft"), "{}", draft.screen);
    let agreed = play(brightwater(), "ta<tab><tab><tab>Head of sales<enter>p");
    let goal = &agreed.saved.last().expect("it was saved").goals[0];
    assert_eq!((goal.status, goal.low, goal.base, goal.high), (GoalStatus::Agreed, Some(43.0), Some(46.0), Some(49.0)));
    assert!(goal.planned.is_some() && goal.agreed.is_some());
    let undone = play(brightwater(), "ta<tab><tab><tab>Head of sales<enter>pz");
    assert_eq!(undone.interview.assessment().goals[0].status, GoalStatus::Draft);
    let closed = play(brightwater(), "ta<tab><tab><tab>Head of sales<enter>pr46<enter>");
    let goal = &closed.saved.last().expect("it was saved").goals[0];
    assert_eq!((goal.status, goal.actual), (GoalStatus::Closed, Some(46.0)));
    let abandoned = play(brightwater(), "ta<tab><tab><tab>Head of sales<enter>px");
    assert_eq!(abandoned.interview.assessment().goals[0].status, GoalStatus::Abandoned);
}

#[test]
fn agreeing_an_option_changes_the_plan() {
    let before = play(brightwater(), "w");
    assert!(before.screen.contains("Month 1 · 27"), "{}", before.screen);
    let after = play(brightwater(), "O<enter>w");
    assert!(after.screen.contains("Month 1 · 15.5"), "{}", after.screen);
    assert_eq!(after.interview.assessment().value("ga_option").and_then(|value| value.as_text()), Some("focused"));
}

#[test]
fn an_action_is_moved_and_the_others_make_room() {
    let played = play(brightwater(), "w<right>");
    assert!(played.screen.contains("Moved to month 2"), "{}", played.screen);
    assert_eq!(played.interview.evaluation().plan.months[1].actions[0].finding, "G12");
    let back = play(brightwater(), "w<right><bs>");
    assert!(back.interview.assessment().moved.is_empty());
}

#[test]
fn what_cannot_be_used_is_said_and_nothing_is_kept() {
    for (keys, said) in [
        ("ta<tab><c-u>many<enter>", "not a number"),
        ("ta<tab><tab><c-u>soon<enter>", "not a date"),
        ("ta<tab><tab><tab><tab><tab>-4<enter>", "cannot be negative"),
    ] {
        let played = play(brightwater(), keys);
        assert!(played.screen.contains(said), "{keys}: {}", played.screen);
        assert!(played.saved.iter().all(|saved| saved.goals.is_empty()), "{keys}");
    }
}

#[test]
fn the_pages_look_as_they_should() {
    for (width, height) in SIZES {
        for (name, keys) in [("list", "t"), ("form", "ta<tab>"), ("options", "O"), ("plan", "w"), ("explained", "t=")] {
            let played = play_at(brightwater(), keys, (width, height));
            insta::assert_snapshot!(format!("goals_{name}_{width}x{height}"), played.screen);
        }
    }
}
