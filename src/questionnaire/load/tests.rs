//! Files as they come from disk.

use std::fs;

use crate::questionnaire::tests::fixture;
use crate::questionnaire::{Library, read_source};

#[test]
fn what_is_no_ordinary_text_is_refused_in_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("latin.toml"), b"format = 1\ntitle = \"caf\xe9\"\n").expect("written");
    fs::write(path("huge.toml"), vec![b'#'; 8 * 1024 * 1024 + 1]).expect("written");
    fs::create_dir(path("folder.toml")).expect("made");
    let cases = [
        ("latin.toml", "it is not UTF-8 text: line 2"),
        ("huge.toml", "it is larger than 8 MiB"),
        ("folder.toml", "it is not an ordinary file"),
        ("missing.toml", "it cannot be read"),
    ];
    for (name, expected) in cases {
        let problem = read_source(&path(name)).expect_err(name);
        assert!(problem.message.starts_with(expected), "{problem}");
    }
    assert!(read_source(std::path::Path::new("/dev/zero")).is_err());
}

#[test]
fn a_mark_at_the_start_and_windows_line_ends_are_accepted() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("small.toml");
    let text = format!("{}{}", fixture::HEAD, fixture::BODY).replace('\n', "\r\n");
    fs::write(&path, format!("\u{feff}{text}")).expect("written");
    let loaded = Library::load(Some(folder.path()));
    let told: Vec<String> = loaded.problems.iter().filter(|one| one.is_error()).map(ToString::to_string).collect();
    assert_eq!(told, Vec::<String>::new());
    assert!(loaded.library.newest("small").is_some());
}

#[test]
fn a_folder_that_is_not_there_is_no_problem() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(Library::load(Some(&folder.path().join("none"))).problems.iter().all(|one| !one.is_error()));
}

#[test]
fn more_questions_than_anyone_asks_are_refused() {
    let question = "[[question]]\n".repeat(10_001);
    let text = format!("{}{question}", fixture::HEAD);
    let told = fixture::told(&fixture::load(&text), "");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("has 10001 entries; the most is 10000"), "{told:?}");
}

#[test]
fn the_core_questionnaire_cut_or_damaged_anywhere_never_panics() {
    let text = include_str!("../../../questionnaires/gap-analysis.toml");
    let lines: Vec<&str> = text.lines().collect();
    for at in (0..lines.len()).step_by(211) {
        let without: Vec<&str> =
            lines.iter().enumerate().filter(|(line, _)| *line != at).map(|(_, line)| *line).collect();
        let cut = text.floor_char_boundary(text.len() * at / lines.len() + 7);
        let garbled = format!("{}\u{7}]]\"\n{}", &text[..cut], &text[cut..]);
        for damaged in [without.join("\n").as_str(), &text[..cut], &garbled] {
            fixture::load(damaged).check();
        }
    }
}

#[test]
fn one_damaged_line_does_not_bury_its_reader_in_errors_that_follow_from_it() {
    let text = include_str!("../../../questionnaires/gap-analysis.toml");
    let damaged =
        text.replacen("id = \"ga_tactics\"", "id = \"ga_tactics", 1).replacen("severity = 3", "severity = 9", 1);
    let loaded = fixture::load(&damaged);
    let told: Vec<String> = loaded.check().iter().filter(|one| one.is_error()).map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].contains("this is not TOML") && told[1].contains("'severity' of finding"), "{told:#?}");
}
