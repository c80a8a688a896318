//! What a person's work is kept in: assessments, process maps in them, drafts beside them, locked ones.

use std::sync::OnceLock;

use gapwise::assessment::{Draft, FileOrder, Value, decode, encode, fit, read, update};
use gapwise::evaluation::evaluate;
use gapwise::problem::Source;
use gapwise::questionnaire::{Library, Selection};
use gapwise::sealed::{Key, Secret, is_sealed, opens_with};

use super::kinds;

fn selection(id: &'static str) -> &'static Selection {
    static BOTH: OnceLock<[Selection; 2]> = OnceLock::new();
    let [core, hourglass] = BOTH.get_or_init(|| {
        let library = Library::builtin();
        ["gap-analysis", "hourglass"].map(|id| library.select(&[id.to_owned()]).expect("it is built in"))
    });
    if id == "hourglass" { hourglass } else { core }
}

/// Reads, fits, evaluates and writes an assessment; what is written reads as what was read.
pub fn assessment(bytes: &[u8]) -> String {
    let Ok((text, style)) = decode(bytes) else { return "not text".to_owned() };
    assert!(decode(&encode(&text, style)).is_ok());
    let reading = match read(&Source::new("a.toml", text.as_str())) {
        Ok(reading) => reading,
        Err(problems) => {
            assert!(!problems.is_empty(), "a refusal has a reason");
            return kinds(&problems);
        }
    };
    let told = kinds(&reading.warnings);
    // a file that can be read can be worked on
    let mut document: toml_edit::DocumentMut = text.parse().expect("what was read is TOML");
    update(&mut document, Some(&reading.assessment), &reading.assessment, &FileOrder::default());
    let again = read(&Source::new("a.toml", document.to_string())).expect("what was written can be read");
    assert_eq!(again.assessment, reading.assessment, "nothing changes by itself");
    let mut fitted = reading.assessment;
    let misfits = fit(selection("core"), &mut fitted).len();
    // evaluating takes longer than all the rest: one in eight, the same ones each time
    if bytes.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte)) % 8 != 0 {
        return format!("{told} {misfits}");
    }
    let evaluation = evaluate(selection("core"), &fitted);
    let overall = &evaluation.questionnaires[0].overall;
    assert!(overall.score.is_none_or(|score| (0.0..=100.0).contains(&score)), "{overall:?}");
    format!("{told} {misfits}")
}

/// Reads an assessment and walks, questions and draws the process maps in it.
pub fn process_map(bytes: &[u8]) -> String {
    let Ok((text, _)) = decode(bytes) else { return String::new() };
    let Ok(mut reading) = read(&Source::new("a.toml", text)) else { return "unread".to_owned() };
    fit(selection("hourglass"), &mut reading.assessment);
    let mut told = String::new();
    for answer in reading.assessment.answers.values() {
        let Some(Value::Maps(maps)) = answer.value() else { continue };
        for map in maps {
            assert!(map.rows().len() >= map.nodes.len(), "every step is listed");
            told.push_str(&format!("{} {}; ", map.to_tell().len(), map.nodes.len().min(9)));
        }
    }
    let evaluation = evaluate(selection("hourglass"), &reading.assessment);
    format!("{told}{}", evaluation.questionnaires[0].findings.len())
}

/// Reads a draft, and what is locked as one.
pub fn draft(bytes: &[u8]) -> String {
    match Draft::read(bytes, None) {
        Some(draft) => format!("{}{}", draft.place.len().min(9), draft.text.len().min(3)),
        None => String::new(),
    }
}

/// A key file that everybody knows.
const KEY: &str = include_str!("key.txt");

/// Looks at, and tries to open, what may be locked.
pub fn sealed(bytes: &[u8]) -> String {
    let with = opens_with(bytes);
    let secret = Secret::of_key_file(KEY).expect("the key file of the corpus");
    let key = Key::of(bytes, &secret);
    let opened = key.as_ref().map(|key| key.open(bytes).map(|plain| plain.len().min(2)));
    if opened.as_ref().is_ok_and(Result::is_ok) {
        assert!(with.is_ok(), "what opens says what it opens with");
    }
    format!("{} {with:?} {:?}", is_sealed(bytes), opened)
}
