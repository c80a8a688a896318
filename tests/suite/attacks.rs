//! What was found by trying to break the commands, and must not come back.

use std::fs;

use super::cli::Home;

const HEAD: &str = "format = 1\nquestionnaires = [\"gap-analysis@1.0.0\"]\ndate = 2026-11-22\n";

#[test]
fn a_file_marked_as_read_only_is_not_replaced() {
    let home = Home::with_brightwater();
    let path = home.path("assessments/brightwater.toml");
    let before = fs::read(&path).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let run = home.run(&["set", "brightwater", "ga_contacts=1"]);
    run.failed(1, &["it is marked as read-only", "or make it free to be written to"]);
    assert_eq!(fs::read(&path).unwrap(), before);
    home.run(&["score", "brightwater"]).done();
}

#[test]
fn a_missing_questionnaire_is_the_only_thing_said() {
    let home = Home::new();
    let run = home.run(&["new", "--questionnaire", "gap-analisys"]);
    assert!(!run.err.contains("closed-loop"), "warnings of built-in files are nobody's business here: {}", run.err);
    run.failed(1, &["is not installed", "Did you mean 'gap-analysis'?"]);
}

#[test]
fn what_is_wrong_with_a_file_of_answers_is_said_of_that_file() {
    let home = Home::with_brightwater();
    for from in ["/dev/null", "no-such.json", "."] {
        let run = home.run(&["import", "brightwater", "--from", from]);
        assert!(!run.err.contains("gapwise list") && !run.err.contains("TOML"), "{}", run.err);
        run.failed(1, &[from, "answers as JSON"]);
    }
}

#[test]
fn rows_without_a_value_are_open_and_places_are_counted_from_one() {
    let home = Home::with_brightwater();
    home.run(&["set", "brightwater", r#"ga_mix={"product": 1, "price": null}"#]).done();
    let content = home.read("assessments/brightwater.toml");
    assert!(content.contains("[answers.ga_mix.value]\nproduct = 1\n\n"), "{content}");
    let run = home.run(&["set", "brightwater", r#"ga_tactics=[{"name": "a"}, {"name": "b", "cost": -1}]"#]);
    run.failed(1, &["(at entry 2, cost)"]);
}

#[test]
fn a_report_needs_a_folder_that_is_there() {
    let home = Home::with_brightwater();
    let out = home.path("nowhere/report.html");
    let run = home.run(&["report", "brightwater", "--out", out.to_str().unwrap()]);
    assert!(!run.err.contains("gapwise-tmp"), "{}", run.err);
    run.failed(1, &["there is no folder ", "Make it first"]);
}

#[test]
fn a_name_of_many_lines_stays_in_its_cell() {
    let home = Home::new();
    let name = "many\\nlines\\u001b[31m\\u202e ".repeat(20);
    home.write("assessments/a.toml", format!("{HEAD}[client]\nname = \"{name}\"\n"));
    let list = home.run(&["list"]).done().out;
    assert_eq!(list.lines().count(), 2, "{list}");
    assert!(list.lines().all(|line| line.chars().count() < 250), "{list}");
    let json = home.run(&["list", "--json"]).done();
    assert!(json.out.chars().all(|letter| letter == '\n' || !letter.is_control() && letter != '\u{202e}'));
    assert!(json.json()["assessments"][0]["client"].as_str().unwrap().contains('\u{202e}'), "the data is unchanged");
}
