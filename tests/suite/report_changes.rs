//! A change of one answer changes only what rests on it, in every text format and for all three assessments.

use gapwise::assessment::{Assessment, Cell, Status, Value};
use gapwise::report::{Audience, Format};

use crate::shared::brightwater;
use crate::three::{everything, five_answers, report};

const ALL: [(Audience, Format); 5] = [
    (Audience::Client, Format::Markdown),
    (Audience::Internal, Format::Markdown),
    (Audience::Client, Format::Html),
    (Audience::Internal, Format::Html),
    (Audience::Client, Format::Email),
];

/// Renames something in every cell of a table.
fn rename(assessment: &mut Assessment, question: &str, from: &str, to: &str) {
    let answer = assessment.answers.get_mut(question).expect("an answer");
    let Status::Answered(Value::Table(rows)) = &mut answer.status else { panic!("{question} is no table") };
    for cell in rows.iter_mut().flat_map(|row| row.values_mut()) {
        if let Cell::Text(text) = cell
            && text == from
        {
            to.clone_into(text);
        }
    }
}

#[test]
fn what_is_renamed_changes_its_name_and_nothing_else() {
    let renamed = [("ga_rivals", "CupDirect", "Tassenpost"), ("ga_products", "machines", "makinery")];
    for (question, from, to) in renamed {
        let mut changed = brightwater();
        rename(&mut changed, question, from, to);
        for (audience, format) in ALL {
            let before = report(&brightwater(), audience, format);
            let after = report(&changed, audience, format);
            let differ = before.lines().zip(after.lines()).filter(|(one, other)| one != other);
            for (one, other) in differ {
                // the policy of the page knows its style sheet, which does not change
                assert_eq!(one.replace(from, to), other, "{audience:?}, {format:?}");
            }
            assert_eq!(before.lines().count(), after.lines().count());
            assert!(format == Format::Email || before != after, "{question}, {audience:?}, {format:?}");
        }
    }
}

#[test]
fn a_private_note_changes_nothing_for_the_client() {
    for assessment in [brightwater(), five_answers(), everything()] {
        let mut changed = assessment.clone();
        for answer in changed.answers.values_mut() {
            answer.note = Some("Something else entirely".to_owned());
            answer.later = !answer.later;
        }
        changed.notes.clear();
        for (audience, format) in ALL.into_iter().filter(|(audience, _)| *audience == Audience::Client) {
            assert!(report(&assessment, audience, format) == report(&changed, audience, format), "{format:?}");
        }
    }
}

#[test]
fn a_score_that_changes_leaves_the_other_areas_as_they_are() {
    let areas = |assessment: &Assessment| -> Vec<String> {
        let text = report(assessment, Audience::Client, Format::Markdown);
        let bars = text.lines().filter(|line| line.starts_with("| ") && (line.contains("█") && line.contains("**")));
        bars.take(8).map(str::to_owned).collect()
    };
    let mut changed = brightwater();
    changed.answers.get_mut("ga_strategy").expect("an answer").status = Status::Answered(Value::Number(3.0));
    let (before, after) = (areas(&brightwater()), areas(&changed));
    assert_eq!((before.len(), after.len()), (8, 8));
    let kept: Vec<_> = before.iter().filter(|line| after.contains(line)).collect();
    assert_eq!(kept.len(), 7, "{before:#?}\n{after:#?}");
    assert!(before.iter().any(|line| !after.contains(line) && line.starts_with("| Strategy")));
}

#[test]
fn every_text_format_twice_gives_the_same_bytes() {
    for assessment in [brightwater(), five_answers(), everything()] {
        for (audience, format) in ALL {
            assert!(report(&assessment, audience, format) == report(&assessment, audience, format), "{format:?}");
        }
    }
}
