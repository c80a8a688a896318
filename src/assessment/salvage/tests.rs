use jiff::civil::date;

use super::*;
use crate::assessment::{NoteKind, read};

const WHOLE: &str = include_str!("../../cli/demo/brightwater.toml");

fn of(text: &str) -> Salvage {
    salvage(text, date(2026, 11, 22)).expect("something is left")
}

fn whole() -> Assessment {
    read(&Source::new("", WHOLE)).unwrap().assessment
}

#[test]
fn a_text_without_damage_gives_everything_there_is() {
    assert_eq!(of(WHOLE), Salvage { assessment: whole(), lost: Vec::new(), is_newer: false });
}

#[test]
fn a_text_cut_anywhere_gives_every_answer_that_is_whole() {
    let whole = whole();
    for end in (400..WHOLE.len()).step_by(2711) {
        let Some(cut) = WHOLE.get(..end) else { continue };
        let found = of(cut);
        for (id, answer) in &found.assessment.answers {
            // the last one may have lost its end, but never says anything else
            assert!(whole.answers.contains_key(id), "{id}");
            let is_last = cut.rfind("[answers.").is_some_and(|at| cut[at..].starts_with(&format!("[answers.{id}")));
            assert!(is_last || answer == &whole.answers[id], "cut at {end}: {id}");
        }
        assert!(found.lost.len() <= 1, "cut at {end}: {:?}", found.lost);
    }
}

#[test]
fn damage_costs_the_answer_it_is_in_and_no_other() {
    let whole = whole();
    for (before, after, lost) in [
        ("[answers.ga_contacts]\n", "[answers.ga_contacts\n", "ga_contacts"),
        ("[answers.ga_contacts]\nvalue = ", "[answers.ga_contacts]\nvalue = \"", "ga_contacts"),
        ("[answers.ga_contacts]\nvalue = ", "[answers.ga_contacts]\nvalue = nan # ", "ga_contacts"),
        ("[answers.ga_contacts]\nvalue = ", "[answers.ga_contacts]\nvalue = true # ", "ga_contacts"),
    ] {
        let text = WHOLE.replace(before, after);
        assert_ne!(text, WHOLE);
        let found = of(&text);
        let mut wanted = whole.clone();
        wanted.answers.remove(lost);
        let left: Vec<_> = found.assessment.answers.keys().filter(|id| *id != lost).collect();
        assert_eq!(left, wanted.answers.keys().collect::<Vec<_>>(), "{after}");
        assert_eq!(found.assessment.notes, whole.notes, "{after}");
        assert_eq!(found.assessment.client, whole.client, "{after}");
    }
}

#[test]
fn of_two_answers_to_one_question_the_first_holds() {
    let found = of(&format!("{WHOLE}\n[answers.ga_contacts]\nvalue = 77777\n"));
    assert_eq!(found.assessment.answers["ga_contacts"], whole().answers["ga_contacts"]);
}

#[test]
fn texts_in_which_headers_seem_to_stand_stay_whole() {
    let head = "format = 1\nquestionnaires = [\"g@1\"]\n";
    let found = of(&format!(
        "{head}[[notes]]\ntext = \"\"\"\n[answers.b]\nvalue = 1\n\"\"\"\nkind = \"todo\"\n[answers.a\n[answers.c]\nvalue = 2\n"
    ));
    assert_eq!(found.assessment.notes[0].text, "[answers.b]\nvalue = 1\n");
    assert_eq!(found.assessment.notes[0].kind, NoteKind::Todo);
    assert_eq!(found.assessment.answers.keys().collect::<Vec<_>>(), ["c"]);
    assert_eq!(found.assessment.date, date(2026, 11, 22), "the date was lost");
}

#[test]
fn a_newer_file_is_no_damage_and_other_files_are_none_of_ours() {
    assert!(of("format = 7\nquestionnaires = [\"g@1\"]\ndate = 2026-01-01\nthing = 1\n").is_newer);
    for other in ["", "\0\0\0\0", "[package]\nname = \"x\"\n", "[[question]]\nid = \"a\"\n[answers.a]\nvalue = 1\n"] {
        assert_eq!(salvage(other, date(2026, 11, 22)), None, "{other:?}");
    }
}

#[test]
fn rubbish_takes_no_time() {
    let rubbish = format!("{WHOLE}\n{}", "[[ = \"\n]]]\nx = [\n".repeat(10_000));
    let begun = std::time::Instant::now();
    assert!(of(&rubbish).assessment.answers.len() > 60);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
