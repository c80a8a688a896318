//! Damaged, lost and foreign files: what can be made out is shown first, and what was there is never overwritten.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::commands::{BRIGHTWATER, HEAD, Home, text};

/// The files beside an assessment whose names go on after its own.
fn kept(path: &Path) -> Vec<PathBuf> {
    let name = format!("{}.", path.file_name().unwrap().to_str().unwrap());
    let beside = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    beside.filter(|one| one.file_name().unwrap().to_str().unwrap().starts_with(&name)).collect()
}

#[test]
fn a_damaged_file_is_shown_first_and_kept_when_it_is_mended() {
    let home = Home::new();
    let damaged = BRIGHTWATER.replace("[answers.ga_contacts]\n", "[answers.ga_contacts\n");
    let path = home.write("assessments/a.toml", &damaged);
    for args in [vec!["recover", path.to_str().unwrap()], vec!["recover", path.to_str().unwrap(), "--from", "nowhere"]]
    {
        let run = home.run(&args);
        assert_eq!(home.read("assessments/a.toml"), damaged);
        assert_eq!(kept(&path), [] as [PathBuf; 0], "{} {}", run.out, run.err);
    }
    let line = damaged.lines().position(|line| line == "[answers.ga_contacts").unwrap() + 1;
    let source = gapwise::problem::Source::new("", BRIGHTWATER);
    let all = gapwise::assessment::read(&source).unwrap().assessment.answers.len();
    let run = home.run(&["recover", &text(&path)]).done();
    let wanted = format!("damaged at line {line}; recovered {} answers", all - 1);
    assert!(run.out.contains(&wanted) && run.out.contains("lost: ga_contacts"), "{wanted}: {}", run.out);
    let run = home.run(&["recover", &text(&path), "--yes"]).done();
    assert!(run.err.contains("what was there is kept as"), "{}", run.err);
    assert_eq!(fs::read_to_string(&kept(&path)[0]).unwrap(), damaged, "byte for byte");
    assert!(
        home.read("assessments/a.toml").contains("[answers.ga_pain]")
            && home.run(&["score", "bright"]).done().code == 0
    );

    // a second time within the same second, and with a clock set back, nothing is overwritten
    for _ in 0..3 {
        fs::write(&path, &damaged).unwrap();
        home.run(&["recover", &text(&path), "--yes"]).done();
    }
    assert_eq!(kept(&path).len(), 4);
    assert!(home.run(&["recover", &text(&path)]).done().err.contains("Nothing is wrong with it"));
}

#[test]
fn what_an_interrupted_save_left_behind_is_found() {
    let home = Home::new();
    let path = home.path("assessments/a.toml");
    home.write("assessments/.a.toml.x1.gapwise-tmp", BRIGHTWATER);
    home.write("assessments/.a.toml.x2.gapwise-tmp", &BRIGHTWATER[..900]);
    let run = home.run(&["recover", &text(&path), "--yes"]).done();
    assert!(run.out.contains("left behind by an interrupted save"), "{}", run.out);
    assert_eq!(home.read("assessments/a.toml"), BRIGHTWATER, "the one that holds most, as it is");

    // it stays for a day, whatever is saved meanwhile
    let set_age = |name: &str, at: SystemTime| {
        fs::File::options().write(true).open(home.path(name)).unwrap().set_modified(at).unwrap();
    };
    let (now, day) = (SystemTime::now(), Duration::from_secs(24 * 3600));
    set_age("assessments/.a.toml.x1.gapwise-tmp", now - day - Duration::from_secs(60));
    set_age("assessments/.a.toml.x2.gapwise-tmp", now + 9 * day);
    home.run(&["set", "bright", "ga_contacts=5"]).done();
    assert!(!home.path("assessments/.a.toml.x1.gapwise-tmp").exists());
    assert!(home.path("assessments/.a.toml.x2.gapwise-tmp").exists(), "the clock may have been set back");
}

#[test]
fn files_that_are_no_text_or_nothing_at_all() {
    let home = Home::new();
    let mut latin = BRIGHTWATER.as_bytes().to_vec();
    let at = BRIGHTWATER.find("value = \"").unwrap() + 9;
    latin[at] = 0xe9;
    let path = home.write("a.toml", &latin);
    home.run(&["interview", &text(&path)]).failed(1, &["not a text in UTF-8", "gapwise recover FILE"]);
    home.run(&["recover", &text(&path), "--yes"]).done();
    assert_eq!(fs::read(&kept(&path)[0]).unwrap(), latin);
    let answers = home.read("a.toml").matches("\n[answers.").count();
    assert_eq!(answers, BRIGHTWATER.matches("\n[answers.").count());

    let path = home.write("b.toml", [0; 4096]);
    home.run(&["recover", &text(&path), "--yes"]).failed(1, &["nothing of an assessment", "Restore it from a copy"]);
    assert_eq!(fs::read(&path).unwrap(), [0; 4096]);
    home.run(&["recover", "nobody"]).failed(1, &["nobody"]);

    // one that has lost its head is given the questionnaire that asks its questions
    let path = home.write("c.toml", "[answers.ga_contacts]\nvalue = 40\n");
    home.run(&["recover", &text(&path), "--yes"]).done();
    assert!(home.read("c.toml").contains("questionnaires = [\"gap-analysis@"), "{}", home.read("c.toml"));
}

#[test]
fn a_newer_file_is_read_and_never_written() {
    let home = Home::new();
    let newer = BRIGHTWATER.replace("format = 1", "format = 2\nthing_of_tomorrow = { a = 1 }");
    let path = home.write("assessments/a.toml", &newer);
    let run = home
        .run_with(&["interview", &text(&path), "--at", "ga_contacts", "--plain"], "5000\n/takeover\n/quit\n")
        .done();
    for wanted in ["Reading only: A newer Gapwise wrote it", "Nothing is written in this sitting", "Not yet"] {
        assert!(run.out.contains(wanted), "{wanted}: {}", run.out);
    }
    assert!(
        run.err.contains("Only read; nothing was changed") && !run.out.contains("Saved."),
        "{}{}",
        run.out,
        run.err
    );
    home.run(&["recover", &text(&path), "--yes"]).failed(1, &["newer Gapwise"]);
    assert_eq!(home.read("assessments/a.toml"), newer);
    assert_eq!(kept(&path), [] as [PathBuf; 0]);
}

#[test]
fn a_damaged_file_is_read_in_plain_lines_and_mended_when_that_is_wanted() {
    let home = Home::new();
    let damaged = format!("{BRIGHTWATER}\n[answers.x\n");
    let path = home.write("assessments/a.toml", &damaged);
    let args = ["interview", &text(&path), "--at", "ga_contacts", "--plain"];
    let run = home.run_with(&args, "/quit\n").done();
    assert!(run.out.contains("Reading only: Damaged at line") && run.err.contains("a.toml:"), "{}{}", run.out, run.err);
    assert_eq!(home.read("assessments/a.toml"), damaged);
    let run = home.run_with(&args, "/takeover\n5000\n/quit\n").done();
    assert!(run.out.contains("It is yours") && run.out.contains("Saved."), "{}", run.out);
    assert_eq!(fs::read_to_string(&kept(&path)[0]).unwrap(), damaged);
    assert!(home.read("assessments/a.toml").contains("value = 5000"));
}

#[test]
fn typing_that_was_found_is_offered_in_plain_lines() {
    let draft = |questionnaire: &str| {
        format!(
            "at = \"2026-11-22T10:42:00Z\"\nquestionnaire = \"{questionnaire}\"\nquestion = \"ga_pain\"\nplace = \"field\"\n\
             text = \"Half a sentence\"\n"
        )
    };
    let current = BRIGHTWATER.split('"').find(|part| part.starts_with("gap-analysis@")).unwrap();
    for (of, typed, stored, stays) in [
        (current, "r\n/quit\n", "value = \"Half a sentence\"", false),
        (current, "c\nd\n/quit\n", "", false),
        (current, "\n/quit\n", "", true),
        ("other@7", "r\n/quit\n", "text = \"Half a sentence\"", false),
    ] {
        let home = Home::with_brightwater();
        let path = home.path("assessments/brightwater.toml");
        let kept = home.write("assessments/.brightwater.toml.draft", draft(of));
        let run = home.run_with(&["interview", &text(&path), "--plain"], typed).done();
        assert!(run.out.contains("Typing that was not stored, from 2026-11-22") && run.out.contains(of), "{}", run.out);
        assert!(run.out.contains("Typed: Half a sentence"), "{}", run.out);
        let saved = home.read("assessments/brightwater.toml");
        assert_eq!(saved.contains("Half a sentence"), !stored.is_empty(), "{typed}: {saved}");
        assert!(saved.contains(stored), "{typed}: {saved}");
        assert_eq!(kept.exists(), stays, "{typed}");
    }
}

#[test]
fn an_answer_counts_by_its_place_and_not_by_its_clock() {
    let home = Home::new();
    let path = home.write("a.toml", format!("{HEAD}[answers.ga_contacts]\nvalue = 1\nat = 2099-01-01T00:00:00Z\n"));
    home.run(&["set", &text(&path), "ga_contacts=2"]).done();
    assert!(home.read("a.toml").contains("value = 2\n"), "{}", home.read("a.toml"));
}
