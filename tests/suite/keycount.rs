//! How many keys a conversation takes: Brightwater entered from nothing, what is pressed beyond the characters of the
//! texts and numbers themselves.

use crossterm::event::Event;
use gapwise::assessment::{Answer, Mode, Value};
use gapwise::interview::{Action, Edit, Editor, Interview, Keys};
use gapwise::questionnaire::Question;
use gapwise::tui::meaning;
use jiff::Timestamp;
use jiff::civil::date;

use super::conversation::CALL;
use super::journey::{empty, keys_of};
use super::shared::core;

/// What was pressed at one question.
#[derive(Default)]
struct Pressed {
    /// Keys beyond the characters.
    keys: usize,
    /// Characters of texts and numbers.
    characters: usize,
    /// Those of the keys that were for a quote, a note or a flag.
    marks: usize,
}

/// Whether an action put a character into a text or number.
fn is_character(action: &Action, after: &Interview) -> bool {
    let writes = match after.keys() {
        Keys::Writing | Keys::Prompt | Keys::Scratch => true,
        Keys::Cells => matches!(after.editor(), Editor::Table(table) if table.typing.is_some()),
        _ => false,
    };
    matches!(action, Action::Edit(Edit::Insert(_))) && writes
}

/// How many answers a question holds: its cells or entries, or one.
fn units(question: &Question, answer: &Answer) -> usize {
    match answer.value() {
        Some(Value::Table(rows)) => rows.iter().map(|row| row.len()).sum::<usize>().max(1),
        Some(Value::Cells(cells)) => cells.values().map(|row| row.len()).sum::<usize>().max(1),
        Some(Value::Texts(texts)) if question.choices().is_empty() => texts.len().max(1),
        Some(_) | None => 1,
    }
}

#[test]
fn a_conversation_takes_no_more_than_two_keys_an_answer() {
    let now = Timestamp::from_second(1_763_800_000).expect("a time");
    let mut interview = Interview::new(core(), empty(Mode::Consultant), date(2026, 11, 22)).begun_at("ga_pain");
    let mut pressed: Vec<Pressed> = interview.selection().questions().map(|_| Pressed::default()).collect();
    let place = |interview: &Interview| {
        let id = interview.question().id.clone();
        interview.selection().questions().position(|question| question.id == id).expect("it is one of them")
    };
    for event in keys_of(&CALL.concat()) {
        let Event::Key(key) = event else { continue };
        let at = place(&interview);
        let in_prompt = matches!(interview.keys(), Keys::Prompt | Keys::YesNo);
        let Some(action) = meaning(&interview, &key) else { panic!("{key:?} means nothing at {at}") };
        interview.update(action.clone(), now);
        if is_character(&action, &interview) {
            pressed[at].characters += 1;
        } else {
            pressed[at].keys += 1;
            pressed[at].marks += usize::from(in_prompt || matches!(action, Action::Mark(_)));
        }
    }
    let (mut keys, mut characters, mut answers, mut cells, mut cell_keys) = (0, 0, 0, 0, 0);
    println!("{:<22} {:>6} {:>8} {:>5} {:>6} {:>11}", "question", "keys", "answers", "each", "marks", "characters");
    for (question, one) in interview.selection().questions().zip(&pressed) {
        let Some(answer) = interview.assessment().answer(&question.id) else { continue };
        let count = units(question, answer);
        let each = one.keys as f64 / count as f64;
        println!(
            "{:<22} {:>6} {:>8} {:>5.1} {:>6} {:>11}",
            question.id, one.keys, count, each, one.marks, one.characters
        );
        (keys, characters, answers) = (keys + one.keys, characters + one.characters, answers + count);
        if question.is_table() {
            (cells, cell_keys) = (cells + count, cell_keys + one.keys);
        }
    }
    let each = |keys: usize, of: usize| keys as f64 / of as f64;
    println!("\n{keys} keys beyond {characters} characters for {answers} answers: {:.2} each", each(keys, answers));
    println!("table cells: {cell_keys} keys for {cells} cells: {:.2} each", each(cell_keys, cells));
    let (rest, questions) = (keys - cell_keys, answers - cells);
    println!("other questions: {rest} keys for {questions}: {:.2} each", each(rest, questions));
    assert!(each(keys, answers) <= 2.0, "more than two keys an answer");
    assert!(each(cell_keys, cells) <= 2.0, "more than two keys a cell");
    assert!(each(rest, questions) <= 2.2, "more than two keys a question with its marks");
}
