//! The interview as plain lines.

use std::io::Cursor;

use gapwise::assessment::{Answer, Assessment, Cell, Mode, Row, Status, Value};
use gapwise::interview::Interview;
use gapwise::plain;
use gapwise::questionnaire::{Kind, Question};
use jiff::civil::date;

use super::journey::{TestDesk, empty};
use super::shared::{brightwater, core};

/// What a sitting in lines left behind: all that was said, the assessment, what was saved.
fn talk(assessment: Assessment, lines: &str) -> (String, Interview, TestDesk) {
    let mut desk = TestDesk::default();
    let mut output = Vec::new();
    let interview = Interview::new(core(), assessment, date(2026, 11, 22)).begun_at("ga_pain");
    let ended = plain::run(interview, &mut Cursor::new(lines.as_bytes()), &mut output, &mut desk).expect("no errors");
    (String::from_utf8(output).expect("text"), ended, desk)
}

/// The lines that give an answer at its question, marks included.
fn lines_of(question: &Question, answer: &Answer) -> String {
    let mut lines = format!("/go {}\n", question.id);
    lines.push_str(&match &answer.status {
        Status::Open => String::new(),
        Status::Unknown => "/unknown\n".to_owned(),
        Status::NotApplicable { reason } => format!("/na {reason}\n"),
        Status::Owed { who, by } => {
            format!("/owed {who}, {}\n", by.map(|by| by.to_string()).unwrap_or_default())
        }
        Status::Answered(value) => match (answer.low, answer.high) {
            (Some(low), Some(high)) => format!("{low}-{high}\n"),
            _ => lines_of_value(question, value),
        },
    });
    let mut marks = String::new();
    if let Some(evidence) = answer.evidence {
        marks.push_str(&format!("/evidence {}\n", format!("{evidence:?}").to_lowercase()));
    }
    if let Some(quote) = &answer.quote {
        marks.push_str(&format!("/quote {quote}\n{}\n", if answer.shareable { "yes" } else { "no" }));
    }
    if answer.pain {
        marks.push_str("/pain\n");
    }
    if let Some(note) = &answer.note {
        marks.push_str(&format!("/note {note}\n"));
    }
    if answer.later {
        marks.push_str("/later\n");
    }
    if !marks.is_empty() {
        // The answer went on to the next question, a table stayed.
        lines.push_str(&format!("/skip\n/go {}\n", question.id));
        // At a table with fixed rows the first cell is asked, and takes commands like every prompt.
        lines.push_str(&marks);
    }
    lines
}

fn lines_of_value(question: &Question, value: &Value) -> String {
    let ids = |texts: &[String]| texts.join(", ");
    match (value, &question.kind) {
        (Value::Maps(_), _) => panic!("no map is answered in plain mode: {}", question.id),
        (Value::Texts(texts), Kind::Many { .. }) => format!("{}\n", ids(texts)),
        (Value::Texts(texts), _) if texts.is_empty() => "/none\n".to_owned(),
        (Value::Texts(texts), _) => texts.iter().map(|text| format!("{text}\n")).collect(),
        (Value::Table(rows), _) if rows.is_empty() => "/none\n".to_owned(),
        (Value::Table(rows), _) => rows.iter().map(|row| lines_of_row(question, row)).collect(),
        (Value::Cells(cells), _) => {
            let audiences = brightwater();
            let columns: Vec<String> = match &question.kind {
                Kind::Grid { columns_from, .. } => audiences.value(columns_from).unwrap().texts().to_vec(),
                _ => question.columns().iter().map(|column| column.id.clone()).collect(),
            };
            let cell = |row: &str, column: &String| line_of_cell(cells.get(row).and_then(|row| row.get(column)));
            let rows = question.fixed_rows();
            rows.iter().flat_map(|row| columns.iter().map(move |column| cell(&row.id, column))).collect()
        }
        // Nothing of the core is a drawn process.
        (Value::Maps(_), _) => "/none\n".to_owned(),
        (Value::Number(number), _) => format!("{number}\n"),
        (Value::Date(date), _) => format!("{date}\n"),
        (Value::Text(text), _) => format!("{}\n", text.replace('\n', "\\\n")),
        (Value::Maps(_), _) => unreachable!("the core draws no maps"),
    }
}

/// The first text names the row and begins it.
fn lines_of_row(question: &Question, row: &Row) -> String {
    let is_text =
        |column: &&gapwise::questionnaire::Column| matches!(column.kind, gapwise::questionnaire::CellKind::Text);
    let naming = question.columns().iter().find(is_text).expect("a table has a column of text");
    let rest = question.columns().iter().filter(|column| column.id != naming.id);
    let rest: String = rest.map(|column| line_of_cell(row.get(&column.id))).collect();
    format!("{}{rest}", line_of_cell(row.get(&naming.id)))
}

fn line_of_cell(cell: Option<&Cell>) -> String {
    match cell {
        None => "\n".to_owned(),
        Some(Cell::Unknown) => "/unknown\n".to_owned(),
        Some(Cell::NotApplicable) => "/na\n".to_owned(),
        Some(Cell::Flag(flag)) => format!("{}\n", if *flag { "yes" } else { "no" }),
        Some(Cell::Number(number)) => format!("{number}\n"),
        Some(Cell::Text(text)) if text.is_empty() => "/none\n".to_owned(),
        Some(Cell::Text(text)) => format!("{text}\n"),
    }
}

#[test]
fn brightwater_is_entered_line_by_line() {
    let wanted = brightwater();
    let selection = core();
    let lines: String =
        selection.questions().filter_map(|question| Some(lines_of(question, wanted.answer(&question.id)?))).collect();
    let start = Assessment { answers: Default::default(), ..wanted.clone() };
    let (said, ended, desk) = talk(start, &lines);
    for question in selection.questions() {
        let plain = |assessment: &Assessment| {
            let answer = assessment.answer(&question.id).cloned().unwrap_or_default();
            Answer { at: None, ..answer }
        };
        assert_eq!(plain(ended.assessment()), plain(&wanted), "{}\n{said}", question.id);
    }
    assert_eq!(desk.saved.last(), Some(ended.assessment()), "everything is saved");
}

#[test]
fn nothing_but_words_is_written() {
    let evil = "\u{1b}[2J\u{202e}evil";
    let mut assessment = brightwater();
    assessment.client.name = evil.to_owned();
    for answer in assessment.answers.values_mut() {
        answer.note = Some(evil.to_owned());
        if let Status::Answered(Value::Text(text)) = &mut answer.status {
            text.push_str(evil);
        }
    }
    let lines = "?\n/list\n/review\n/hints\n".to_owned() + &"/skip\n".repeat(80);
    let (said, ..) = talk(assessment, &lines);
    for one in said.chars() {
        let is_box = ('\u{2500}'..='\u{259f}').contains(&one);
        assert!(one == '\n' || (!one.is_control() && !is_box && one != '\u{202e}'), "{:?}", one);
    }
    assert!(said.contains("Question 2 of"), "{said}");
}

#[test]
fn mistakes_are_answered_in_a_line_and_asked_again() {
    let answer = |lines: &str, id: &str| {
        let (said, ended, _) = talk(empty(Mode::Consultant), lines);
        (said, ended.assessment().answer(id).cloned().unwrap_or_default())
    };
    let (said, found) = answer("/go ga_active\n140\nabc\n30\n", "ga_active");
    assert!(said.contains("140 is too large") && said.contains("'abc' is not a number"), "{said}");
    assert_eq!(found.status, Status::Answered(Value::Number(30.0)));
    let (said, found) = answer("/go ga_icp\n9\n2\n/nonsense\n", "ga_icp");
    assert!(said.contains("No choice is called that") && said.contains("no command /nonsense"), "{said}");
    assert_eq!(found.status, Status::Answered(Value::Number(2.0)));
    let (_, found) = answer("/go ga_contacts\n/owed Ann, friday\n", "ga_contacts");
    assert_eq!(found.status, Status::Owed { who: "Ann".to_owned(), by: Some(date(2026, 11, 27)) });
    let (_, found) = answer("/go ga_contacts\n4-5k\n/back\n/note mind the head\n/undo\n/undo\n", "ga_contacts");
    assert_eq!(found.status, Status::Open, "undo goes back twice");
    let (said, found) = answer("/go ga_contacts\n~400", "ga_contacts");
    assert_eq!(found.status, Status::Answered(Value::Number(400.0)), "the end of the input ends politely\n{said}");
    assert!(said.ends_with("All answers are saved. Go on any time with: gapwise interview\n"), "{said}");
}

#[test]
fn an_owner_completes_a_whole_questionnaire_through_a_pipe() {
    let home = tempfile::tempdir().unwrap();
    let gapwise = || {
        let mut command = assert_cmd::Command::cargo_bin("gapwise").unwrap();
        command.env("GAPWISE_HOME", home.path());
        command
    };
    let path = home.path().join("mine.toml");
    let new = ["new", "--self", "--client", "Mine", "--out", path.to_str().unwrap()];
    gapwise().args(new).assert().success();
    // Every question is known to have an answer that fits any of them; those it hides are never asked.
    let lines = "/unknown\n/done\n".repeat(120) + "/finish\n";
    let output = gapwise().args(["interview", path.to_str().unwrap()]).write_stdin(lines).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(!said.contains('\u{1b}'));
    let file = std::fs::read_to_string(&path).unwrap();
    assert!(file.contains("status = \"completed\""), "{said}");
    assert!(said.contains("The report is written"), "{said}");
}
