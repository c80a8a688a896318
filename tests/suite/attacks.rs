//! What was found by trying to break the commands, and must not come back.

use std::fs;

use super::commands::Home;

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

/// A small questionnaire of one's own, as `questionnaires/FORMAT.md` shows it.
fn small() -> String {
    let format = include_str!("../../questionnaires/FORMAT.md");
    let (_, rest) = format.split_once("## A whole one, small").expect("the example");
    let (_, rest) = rest.split_once("```toml\n").expect("its beginning");
    rest.split_once("```").expect("its end").0.to_owned()
}

#[test]
fn the_small_questionnaire_of_the_format_can_be_used_as_it_stands() {
    let home = Home::new();
    let file = home.write("questionnaires/trust.toml", small());
    let check = home.run(&["check", file.to_str().unwrap()]).done();
    assert!(check.err.contains("0 errors, 0 warnings"), "{}{}", check.out, check.err);
    let path = home.path("a.toml");
    let path = path.to_str().unwrap();
    home.run(&["new", "--questionnaire", "gap-analysis", "--questionnaire", "trust", "--out", path]).done();
    let cases = r#"tr_cases=[{"name": "Bakery", "year": 2024}]"#;
    home.run(&["set", path, "tr_reviews=40", "tr_answered=1", cases, "tr_seal=yes", "tr_why=because"]).done();
    let score = home.run(&["score", path, "--json"]).done().json();
    assert_eq!(score["questionnaires"][1]["overall"]["score"], 46.25);
    assert_eq!(score["questionnaires"][1]["findings"][0]["id"], "TR1");
    let markdown = home.run(&["report", path, "--format", "md", "--out", "-"]).done().out;
    for wanted in [
        "# Gap analysis and Trust check · ",
        "Trust check: Thin, 46 of 100",
        "### The one part with enough answers so far: proof",
        "Trust check weighs its parts as follows: proof 100.",
    ] {
        assert!(markdown.contains(wanted), "{wanted}\n{markdown}");
    }
    home.run(&["report", path, "--out", "-"]).done();
}

#[test]
fn a_report_claims_nothing_from_one_row_and_has_no_empty_parts() {
    let home = Home::new();
    home.write("assessments/a.toml", format!("{HEAD}[client]\nname = \"A\"\n"));
    let path = home.path("assessments/a.toml");
    let path = path.to_str().unwrap();
    let report =
        |audience| home.run(&["report", path, "--format", "md", "--audience", audience, "--out", "-"]).done().out;
    let empty = report("internal");
    assert!(!empty.contains("Every answer") && !empty.contains("Gap 0"), "{empty}");
    assert!(empty.contains("**Audience** (0"), "{empty}");
    assert!(empty.contains("Income depends heavily on some of them."), "{empty}");
    home.run(&["set", path, r#"ga_mix={"product": 3}"#, "ga_audiences=[\"a\"]"]).done();
    home.run(&["set", path, r#"ga_cover={"discover": {"a": 2}}"#]).done();
    let one = report("client");
    assert!(one.contains("Only product has been answered so far"), "{one}");
    assert!(!one.contains("same level") && !one.contains("served alike"), "{one}");
}

#[test]
fn hidden_characters_are_marked_in_reports() {
    let home = Home::new();
    let hostile = "\\u001b[31m\\u202ex\\u200b\\u009by";
    let text = format!(
        "{HEAD}[client]\nname = \"{hostile}\"\n[answers.ga_pain]\nvalue = \"a\"\nquote = \"{hostile}\"\nshareable = true\n"
    );
    let path = home.write("a.toml", text);
    for format in ["md", "html"] {
        for audience in ["client", "internal"] {
            let args = ["report", path.to_str().unwrap(), "--format", format, "--audience", audience, "--out", "-"];
            let out = home.run(&args).done().out;
            let hidden = out.chars().find(|it| it.is_control() && *it != '\n' || "\u{202e}\u{200b}".contains(*it));
            assert_eq!(hidden, None, "{format} {audience}");
            assert!(out.contains("\u{fffd}x\u{fffd}\u{fffd}y"), "{format} {audience}: {out}");
        }
    }
}
