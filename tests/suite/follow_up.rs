//! Following up and comparing, from one file to the next.

use gapwise::assessment::{Answer, Assessment, Goal, GoalStatus};
use gapwise::evaluation::TrackRecord;
use gapwise::interview::Interview;
use jiff::civil::date;

use super::commands::{BRIGHTWATER, Home};
use super::journey::empty;
use super::shared::{brightwater, core};

const AGREED: &str = "\n[[goals]]\nmetric = \"enquiries\"\nwanted = 80\ndeadline = 2027-02-20\nowner = \"Sales\"\n\
    status = \"agreed\"\nagreed = 2026-11-22\nbaseline = 40\nlow = 43\nbase = 46\nhigh = 49\nplanned = 9.692\n\
    \n[[goals]]\nmetric = \"revenue\"\nwanted = 9000\nstatus = \"draft\"\n";

fn home() -> Home {
    let home = Home::new();
    home.write("assessments/first.toml", format!("{BRIGHTWATER}{AGREED}"));
    home
}

fn begun(home: &Home, args: &[&str]) -> (String, String) {
    let run = home.run(&[&["follow-up"][..], args].concat()).done();
    (run.out.trim().to_owned(), run.err)
}

#[test]
fn a_follow_up_has_the_client_and_the_goals_and_no_answers() {
    let home = home();
    let before = home.read("assessments/first.toml");
    let (path, told) = begun(&home, &["first", "--date", "2027-02-20"]);
    let content = std::fs::read_to_string(&path).unwrap();
    for wanted in [
        "follows = \"first.toml\"",
        "date = 2027-02-20",
        "name = \"Brightwater Coffee Systems\"",
        "contact = \"Tom Adler\"",
        "metric = \"enquiries\"",
        "baseline = 40",
        "planned = 9.692",
    ] {
        assert!(content.contains(wanted), "{wanted}\n{content}");
    }
    assert!(!content.contains("[answers") && !content.contains("revenue"), "{content}");
    for wanted in ["One goal goes on", "One of them is due", "never agreed", "gapwise interview"] {
        assert!(told.contains(wanted), "{wanted}\n{told}");
    }
    assert_eq!(home.read("assessments/first.toml"), before);
}

#[test]
fn a_second_follow_up_needs_another_date_and_none_is_overwritten() {
    let home = home();
    let (first, _) = begun(&home, &["first", "--date", "2027-02-20"]);
    let content = std::fs::read_to_string(&first).unwrap();
    home.run(&["follow-up", "first", "--date", "2027-02-20"]).failed(1, &["follows up on it already", "--date"]);
    let (second, told) = begun(&home, &["first", "--date", "2027-03-20"]);
    assert!(told.contains("another follow-up") && second != first, "{told}");
    home.run(&["follow-up", "first", "--date", "2027-04-20", "--out", &first]).failed(1, &["exists already"]);
    assert_eq!(std::fs::read_to_string(&first).unwrap(), content);
    home.run(&["follow-up", "first", "--date", "2026-11-21"]).failed(2, &["cannot be dated"]);
    home.run(&["follow-up", "first", "--date", "soon"]).failed(2, &["--date"]);
    home.run(&["follow-up", "nobody"]).failed(1, &["was found"]);
}

#[test]
fn a_circle_is_named_and_a_missing_one_is_said() {
    let home = Home::new();
    let head = |follows: &str| {
        format!("format = 1\nquestionnaires = [\"gap-analysis@1.0.0\"]\ndate = 2026-11-22\nfollows = \"{follows}\"\n")
    };
    home.write("assessments/a.toml", head("b.toml"));
    home.write("assessments/b.toml", head("a.toml"));
    home.write("assessments/c.toml", head("gone.toml"));
    home.run(&["follow-up", "a", "--date", "2027-02-20"]).failed(1, &["a.toml → b.toml → a.toml"]);
    home.run(&["compare", "a"]).failed(1, &["in a circle"]);
    home.run(&["compare", "c"]).failed(1, &["gone.toml"]);
    let run = home.run(&["follow-up", "c", "--date", "2027-02-20"]).done();
    assert!(run.err.contains("gone.toml"), "{}", run.err);
    assert!(home.run(&["score", "c"]).done().err.contains("gone.toml"));
}

#[test]
fn another_version_is_said_and_not_compared() {
    let home = Home::new();
    home.write("assessments/old.toml", BRIGHTWATER.replace("gap-analysis@1.0.0", "gap-analysis@0.9.0"));
    let (path, told) = begun(&home, &["old", "--date", "2027-02-20"]);
    assert!(told.contains("gap-analysis@0.9.0 has become gap-analysis@1.0.0"), "{told}");
    home.run(&["compare", &path]).failed(1, &["0.9.0"]);
}

#[test]
fn a_comparison_has_the_words_of_the_rules() {
    let home = home();
    let later =
        format!("{BRIGHTWATER}{AGREED}").replace("date = 2026-11-22\n\n[client]", "date = 2027-02-20\n\n[client]");
    home.write("assessments/later.toml", later);
    home.run(&["set", "later", "ga_leads=154", "ga_icp=3", "ga_strategy=3"]).done();
    let run = home.run(&["compare", "later", "first"]).done();
    for wanted in [
        "22\u{a0}November 2026 → 20\u{a0}February 2027",
        "clear change",
        "no clear change",
        "better, reported",
        "different seasons",
    ] {
        assert!(run.out.contains(wanted), "{wanted}\n{}", run.out);
    }
    assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{}", run.out);
    let json = home.run(&["compare", "first", "later", "--json"]).done().json();
    assert_eq!((&json["format"], &json["days"]), (&1.into(), &90.into()));
    let core = &json["questionnaires"][0];
    let by = |list: &str, id: &str| {
        core[list].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("{id}")).clone()
    };
    assert_eq!(
        (by("areas", "audience")["size"].clone(), by("areas", "content")["size"].clone()),
        ("clear".into(), "no_clear_change".into())
    );
    assert!((by("areas", "audience")["change"].as_f64().unwrap() - 100.0 / 7.0).abs() < 1e-9);
    let leads = by("figures", "ga_leads");
    assert_eq!((&leads["clear"], &leads["rule"]), (&true.into(), &"counts".into()));
    assert_eq!(
        (&by("answers", "ga_icp")["certainty"], &by("answers", "ga_icp")["better"]),
        (&"reported".into(), &true.into())
    );
    let goal = &json["goals"][0];
    assert_eq!((&goal["metric"], &goal["target"], &goal["due"]), (&"enquiries".into(), &46.0.into(), &true.into()));
    let now = goal["now"].as_f64().expect("154 in three months");
    assert!((now - 154.0 / 3.0).abs() < 1e-6, "{now}");
    home.run(&["compare", "first"]).failed(2, &["follows no other"]);
    home.write("assessments/other.toml", BRIGHTWATER.replace("Brightwater Coffee", "Other"));
    home.run(&["compare", "first", "other"]).failed(1, &["two clients"]);
}

fn closed(assessment: &mut Assessment, actual: f64) {
    assessment.set_goals(vec![Goal {
        metric: "enquiries".to_owned(),
        wanted: Some(80.0),
        deadline: Some(date(2026, 11, 1)),
        owner: "Sales".to_owned(),
        status: GoalStatus::Closed,
        agreed: Some(date(2025, 11, 1)),
        baseline: Some(40.0),
        base: Some(46.0),
        planned: Some(10.0),
        actual: Some(actual),
        closed: Some(date(2026, 11, 1)),
        ..Goal::default()
    }]);
}

#[test]
fn a_goal_that_is_closed_changes_the_next_forecast() {
    let home = Home::with_brightwater();
    let base = |home: &Home| {
        let score = home.run(&["score", "brightwater.toml", "--json"]).done().json();
        score["goals"][0]["base"].as_f64().expect("a forecast")
    };
    let before = base(&home);
    assert!((before - 46.784).abs() < 0.001, "{before}");
    let past = |actual: &str| {
        let goal = format!(
            "\n[[goals]]\nmetric = \"enquiries\"\nwanted = 80\nstatus = \"closed\"\nagreed = 2025-11-01\nbaseline = 40\nbase = 46\n\
             planned = 10\nactual = {actual}\nclosed = 2026-11-01\n"
        );
        format!("{}{goal}", BRIGHTWATER.replace("Brightwater Coffee Systems", "Somebody Else"))
    };
    home.write("assessments/past.toml", past("40"));
    assert!(base(&home) < before, "a past goal that did not move makes the next one more careful");
    home.write("assessments/past.toml", past("55"));
    assert!(base(&home) > before, "one that went beyond its plan makes it bolder");
    home.write("assessments/broken.toml", "= not an assessment");
    let run = home.run(&["score", "brightwater.toml", "--json"]).done();
    assert!(run.err.contains("broken.toml") && run.err.contains("Left out"), "{}", run.err);
    assert!(!run.out.contains("Somebody Else"), "no client's name is carried over");
}

#[test]
fn a_goal_closed_in_the_sitting_counts_at_once() {
    let mut assessment = brightwater();
    closed(&mut assessment, 40.0);
    let sitting = Interview::new(core(), assessment, date(2026, 11, 22));
    assert_eq!(sitting.own_cases().len(), 1);
    assert!(sitting.own_cases()[0].actual.abs() < 1e-9);
}

#[test]
fn earlier_answers_are_hints_and_never_values() {
    let sitting = Interview::new(core(), empty(gapwise::assessment::Mode::Consultant), date(2026, 11, 22))
        .with_past(TrackRecord::default(), Some(brightwater()))
        .begun_at("ga_contacts");
    let hint = sitting.earlier_answer().expect("it was asked last time");
    assert_eq!((hint.answer.value().and_then(|value| value.as_number()), hint.other_version), (Some(4000.0), false));
    assert!(sitting.assessment().answers.values().all(Answer::is_blank));
    let mut due = brightwater();
    closed(&mut due, 0.0);
    let mut goals = due.goals.clone();
    goals[0].status = GoalStatus::Agreed;
    due.set_goals(goals);
    assert_eq!(Interview::new(core(), due, date(2026, 11, 22)).goals_due(), 1);
}
