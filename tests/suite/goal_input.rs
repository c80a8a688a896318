//! What cannot be meant, in goals and follow-ups: each has a clear answer, and nothing is lost.

use gapwise::assessment::{Goal, GoalStatus, Mode};
use gapwise::evaluation::{GoalFlag, GoalKind, Recommendation};
use jiff::civil::date;

use super::commands::{BRIGHTWATER, Home};
use super::journey::{play, play_at};
use super::shared::{Change, brightwater, evaluated};

const WIDE: (u16, u16) = (120, 40);

#[test]
fn a_goal_in_the_past_is_said_to_be_and_not_agreed() {
    let played = play_at(brightwater(), "ta<tab><tab><c-u>1.1.2026<tab>Head of sales<enter>p", WIDE);
    assert!(played.screen.contains("The date lies in the past"), "{}", played.screen);
    assert!(played.screen.contains("cannot be agreed yet"), "{}", played.screen);
    assert_eq!(played.saved.last().expect("it was saved").goals[0].status, GoalStatus::Proposed);
}

#[test]
fn a_wish_above_a_hundred_percent_counts_as_a_hundred() {
    let mut client = brightwater();
    client.set_goals(vec![Goal { metric: "repurchase".into(), deadline: Some(date(2027, 11, 22)), ..Goal::default() }]);
    let played = play_at(client, "t<enter><c-u>140", WIDE);
    assert!(played.screen.contains("cannot be more than 100%"), "{}", played.screen);
    let kept = play_at(brightwater(), "ta<tab><c-u>30", WIDE);
    assert!(kept.screen.contains("no better than today"), "{}", kept.screen);
}

#[test]
fn nothing_grows_from_nothing_or_less() {
    for leads in [0.0, -5.0] {
        let client = brightwater().number("ga_leads", leads).number("ga_won", 0.0);
        let goal = evaluated(&client).goals.remove(0);
        assert!(goal.range.is_none() && goal.quarters_needed.is_none(), "{leads}: {goal:?}");
        assert_eq!(goal.flags.contains(&GoalFlag::NothingToGrow), goal.kind == GoalKind::Volume, "{leads}: {goal:?}");
    }
    let home = Home::with_brightwater();
    home.run(&["set", "brightwater", "ga_leads=-5"]).failed(1, &["ga_leads"]);
}

#[test]
fn without_hours_the_first_goal_is_to_free_some_and_unknown_ones_are_asked_for() {
    let none = evaluated(&brightwater().number("ga_spare_hours", 0.0));
    assert_eq!((none.goals[0].kind, none.goals[0].range), (GoalKind::Hours, None));
    assert!(none.plan.months.iter().all(|month| month.actions.is_empty()), "nothing fits into no hours");
    assert!(!none.plan.after.is_empty());
    let unknown = evaluated(&brightwater().unknown("ga_spare_hours"));
    assert_eq!(unknown.goals[0].flags, [GoalFlag::HoursUnknown]);
    let screen = play(brightwater().unknown("ga_spare_hours"), "w").screen;
    assert!(screen.contains("has not been said"), "{screen}");
}

#[test]
fn negative_hours_are_refused_where_they_are_given_and_never_counted() {
    let home = Home::with_brightwater();
    let before = home.read("assessments/brightwater.toml");
    home.run(&["set", "brightwater", "ga_spare_hours=-4"]).failed(1, &["ga_spare_hours"]);
    assert_eq!(home.read("assessments/brightwater.toml"), before);
    // written by hand, the answer is left out and named, and stays in the file
    let by_hand = before.replace("[answers.ga_spare_hours]\nvalue = 28", "[answers.ga_spare_hours]\nvalue = -28");
    assert_ne!(by_hand, before);
    home.write("assessments/brightwater.toml", &by_hand);
    let run = home.run(&["score", "brightwater", "--json"]).done();
    assert!(run.err.contains("ga_spare_hours"), "{}", run.err);
    assert_eq!(run.json()["goals"][0]["base"], serde_json::Value::Null);
    assert_eq!(home.read("assessments/brightwater.toml"), by_hand);
}

#[test]
fn without_budgets_a_forecast_stands_and_nothing_is_priced() {
    let mut client = brightwater().unknown("ga_extra");
    client.answers.remove("ga_tactics");
    let goal = evaluated(&client).goals.remove(0);
    assert_eq!(goal.range.map(|range| range.base), Some(46.0));
    let inverse = goal.inverse.expect("the wish lies beyond");
    assert_eq!((inverse.money, inverse.money_alone_falls_short), (None, true));
    assert!(goal.assumptions.iter().all(|one| one.id != "paid"));
}

#[test]
fn an_owner_alone_is_recommended_an_option_only_when_enough_is_answered() {
    let owner = |keep: usize| {
        let mut client = brightwater();
        client.mode = Mode::SelfAssessment;
        let all: Vec<String> = client.answers.keys().cloned().collect();
        // what the recommendation itself asks for stays
        let kept = ["ga_spare_hours", "ga_strategy", "ga_tactics", "ga_objectives", "ga_position"];
        for id in all.iter().filter(|id| !kept.contains(&id.as_str())).skip(keep) {
            client.answers.remove(id);
        }
        client
    };
    let whole = evaluated(&owner(usize::MAX));
    assert_eq!(whole.recommendation, Recommendation::Given);
    let mut coverages = Vec::new();
    for keep in 0..40 {
        let found = evaluated(&owner(keep));
        let coverage = found.questionnaires[0].overall.coverage;
        coverages.push(coverage);
        if coverage < 0.6 - 1e-9 {
            assert_ne!(found.recommendation, Recommendation::Given, "{keep} answers, {coverage}");
            assert!(found.options.iter().all(|option| !option.recommended));
        } else {
            assert_ne!(found.recommendation, Recommendation::CoverageTooLow, "{keep} answers, {coverage}");
        }
        // a consultant is asked by the client and may say what they think
        let mut asked = owner(keep);
        asked.mode = Mode::Consultant;
        assert_ne!(evaluated(&asked).recommendation, Recommendation::CoverageTooLow, "{keep}");
    }
    assert!(coverages.iter().any(|one| *one < 0.6) && coverages.iter().any(|one| *one > 0.6), "{coverages:?}");
}

#[test]
fn comments_and_keys_nobody_knows_survive_when_a_goal_is_changed() {
    let home = Home::new();
    let goal = "\n# agreed by phone, Jana will confirm\n[[goals]]\nmetric = \"enquiries\" # of the right kind\nwanted = 80\n\
        deadline = 2027-11-22\nowner = \"Sales\"\nstatus = \"proposed\"\nconfidence_of_jana = \"high\" # ours\n\
        \n# the second one\n[[goals]]\nmetric = \"reply_time\"\nwanted = 24\ncolour = \"green\"\n";
    let path = home.write("assessments/first.toml", format!("{BRIGHTWATER}{goal}"));
    let (mut file, _) = (gapwise::assessment::AssessmentFile::open(&path).expect("it opens"), ());
    let mut goals = file.assessment().goals.clone();
    goals[0].status = GoalStatus::Agreed;
    goals[0].wanted = Some(60.0);
    let mut changed = file.assessment().clone();
    changed.set_goals(goals);
    file.save(&changed).expect("it is saved");
    let text = home.read("assessments/first.toml");
    for kept in [
        "# agreed by phone, Jana will confirm",
        "metric = \"enquiries\" # of the right kind",
        "confidence_of_jana = \"high\" # ours",
        "# the second one",
        "colour = \"green\"",
        "wanted = 60",
        "status = \"agreed\"",
    ] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
}
