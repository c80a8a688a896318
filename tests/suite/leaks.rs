//! Nothing private reaches the client: every private field holds a word of its own, and every format is searched for them.

use std::fs;

use toml_edit::{DocumentMut, Item, Table, value};

use crate::commands::{BRIGHTWATER, Home};
use crate::shared::core;

const FORMATS: [&str; 5] = ["md", "html", "email", "docx", "pdf"];

/// The example with a word of its own in every private field, and all those words.
fn marked() -> (String, Vec<String>) {
    let mut document: DocumentMut = BRIGHTWATER.parse().expect("TOML");
    let mut marks = Vec::new();
    let mut mark = || {
        marks.push(format!("QZX{}XZQ", marks.len()));
        marks.last().cloned().expect("just pushed")
    };
    let answers = document["answers"].as_table_mut().expect("answers");
    for question in core().questions() {
        let entry = answers.entry(&question.id).or_insert_with(|| Item::Table(Table::new()));
        let Some(answer) = entry.as_table_mut() else { continue };
        answer["note"] = value(mark());
        let is_shareable = answer.get("shareable").and_then(Item::as_bool).unwrap_or(false);
        if !is_shareable {
            answer["quote"] = value(mark());
        }
        let is_text = matches!(question.kind, gapwise::questionnaire::Kind::Text { .. });
        if is_text && !question.report {
            answer["value"] = value(mark());
        }
    }
    answers["ga_margin"].as_table_mut().expect("an answer").remove("value");
    answers["ga_margin"]["status"] = value("na");
    answers["ga_margin"]["reason"] = value(mark());
    let mut goal = Table::new();
    goal["metric"] = value("enquiries");
    goal["wanted"] = value(80);
    goal["status"] = value("proposed");
    goal["reason"] = value(mark());
    let mut goals = toml_edit::ArrayOfTables::new();
    goals.push(goal);
    document["goals"] = Item::ArrayOfTables(goals);
    let notes = document["notes"].as_array_of_tables_mut().expect("notes");
    for kind in ["note", "todo", "scratch"] {
        let mut note = Table::new();
        note["area"] = value("audience");
        note["kind"] = value(kind);
        note["text"] = value(mark());
        notes.push(note);
    }
    let mut reveal = toml_edit::ArrayOfTables::new();
    for (finding, disputed) in [("G12", false), ("G25", true)] {
        let mut one = Table::new();
        one["finding"] = value(finding);
        one["reaction"] = value(mark());
        one["disputed"] = value(disputed);
        reveal.push(one);
    }
    document["reveal"] = Item::ArrayOfTables(reveal);
    (document.to_string(), marks)
}

/// What can be read in a file: a DOCX keeps its parts as they are, of a PDF the text is taken out where a program can.
fn readable(path: &std::path::Path) -> Vec<u8> {
    let bytes = fs::read(path).expect("a report");
    if bytes.starts_with(b"%PDF") {
        let text = std::process::Command::new("pdftotext").arg(path).arg("-").output();
        return text.map(|output| output.stdout).unwrap_or_default();
    }
    bytes
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

#[test]
fn no_private_word_is_in_anything_for_the_client() {
    let home = Home::new();
    let (text, marks) = marked();
    assert!(marks.len() > 100, "only {} fields are marked", marks.len());
    home.write("assessments/marked.toml", text);
    let can_print = gapwise::report::pdf::find(None).is_ok();
    let search = |round: &str| {
        for format in FORMATS.into_iter().filter(|format| *format != "pdf" || can_print) {
            let out = home.path(&format!("{round}.{format}"));
            let run = home.run(&["report", "marked", "--format", format, "--out", out.to_str().expect("a path")]);
            assert_eq!(run.code, 0, "{format}: {}", run.err);
            assert!(!holds(&readable(&out), "QZX"), "{round}, {format} holds something private");
        }
    };
    search("built-in");

    // The control: the same words do reach the consultant.
    for format in ["md", "html", "docx"] {
        let out = home.path(&format!("internal.{format}"));
        let out_name = out.to_str().expect("a path");
        let run = home.run(&["report", "marked", "--format", format, "--audience", "internal", "--out", out_name]);
        assert_eq!(run.code, 0, "{format}: {}", run.err);
        let bytes = readable(&out);
        for mark in &marks {
            assert!(holds(&bytes, mark), "{mark} is not in the internal {format}");
        }
    }

    let listed = home.run(&["templates"]).out;
    let names = listed.lines().skip(1).filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|name| name.ends_with(".html") || name.ends_with(".md") || name.ends_with(".txt")) {
        assert_eq!(home.run(&["templates", "copy", name]).code, 0, "{name}");
    }
    search("copies");
}
