//! Keeping what is said in passing, without leaving anything; sorting it later.

use gapwise::assessment::{Mode, NoteKind, Status, Value};

use super::journey::{Played, driven, empty, play, play_at};
use super::shared::brightwater;

fn notes(played: &Played) -> Vec<(NoteKind, &str, &str)> {
    let notes = played.interview.assessment().notes.iter();
    notes.map(|note| (note.kind, note.area.as_str(), note.text.as_str())).collect()
}

#[test]
fn a_scratch_line_is_kept_with_its_place_and_time() {
    let played = play(empty(Mode::Consultant), "/ga_contacts<enter>s4k contacts, 600 buy<enter>");
    assert_eq!(notes(&played), [(NoteKind::Scratch, "ga_contacts", "4k contacts, 600 buy")]);
    assert!(played.interview.assessment().notes[0].at.is_some());
    assert_eq!(played.saved.len(), 1, "it is saved");
    assert_eq!(notes(&play(empty(Mode::Consultant), "sdropped<esc>")), []);
    assert_eq!(notes(&play(empty(Mode::Consultant), "s  <enter>")), []);
    let cut_off = play(empty(Mode::Consultant), "sstill typing<c-c>");
    assert_eq!(notes(&cut_off), [(NoteKind::Scratch, "ga_pain", "still typing")], "the end of the sitting keeps it");
}

#[test]
fn one_is_back_exactly_where_one_was() {
    // Wherever the keyboard is: the keys before, and what is typed after.
    for (before, after) in [
        ("/ga_vision<enter>iTwice as enquiries<left><left>", "X<enter>"),
        ("/ga_contacts<enter>4", "k<enter>"),
        ("/ga_tactics<enter>iads<tab>p<tab>enq", "uiries<tab><esc>"),
        ("/ga_audiences<enter>ioff", "ices<enter><enter>"),
        ("/ga_mix<enter>32", "1"),
        ("/ga_pain<enter>\"their wo", "rds<enter>y"),
        ("/swo", "t<enter>"),
        ("v<down>", "<enter>"),
        ("/ga_aov<enter>oAnn<enter>fri", "day<enter>"),
    ] {
        let plain = play(empty(Mode::Consultant), &format!("{before}{after}")).interview;
        for scratch in ["<c-t>six at once<enter>", "<c-t>dropped<esc>", "<c-t>a<left><home><c-w><esc>"] {
            let played = play(empty(Mode::Consultant), &format!("{before}{scratch}{after}")).interview;
            assert_eq!(played.assessment().answers, plain.assessment().answers, "{before}{scratch}");
            assert_eq!(played.question().id, plain.question().id, "{before}{scratch}");
        }
        let still = play(empty(Mode::Consultant), before).screen;
        let back = play(empty(Mode::Consultant), &format!("{before}<c-t>gone<esc>")).screen;
        assert_eq!(still, back, "{before}");
    }
}

#[test]
fn quotes_notes_pain_and_things_to_do_are_kept_from_any_page() {
    for page in ["", "v", "h", "?", "f"] {
        let played = play(empty(Mode::Consultant), &format!("{page}\"their words<enter>y"));
        let answer = played.interview.assessment().answer("ga_pain").cloned().unwrap_or_default();
        assert_eq!((answer.quote.as_deref(), answer.shareable), (Some("their words"), true), "{page}");
        let before = play(empty(Mode::Consultant), page).interview;
        assert_eq!(played.interview.keys(), before.keys(), "{page} is back");
        let played = play(empty(Mode::Consultant), &format!("{page}Tsend it<enter>"));
        assert_eq!(notes(&played), [(NoteKind::Todo, "ga_pain", "send it")], "{page}");
        let played = play(empty(Mode::Consultant), &format!("{page}!nmine<enter>"));
        let answer = played.interview.assessment().answer("ga_pain").cloned().unwrap_or_default();
        assert_eq!((answer.pain, answer.note.as_deref()), (true, Some("mine")), "{page}");
    }
}

const LINE: &str = "/ga_contacts<enter>sabout 4k contacts and 600 customers<enter>";

#[test]
fn a_line_becomes_an_answer() {
    // The figure in it stands in the field; Enter takes it and leads back to the lines.
    let played = play(empty(Mode::Consultant), &format!("{LINE}]S<enter>contacts<enter><enter>"));
    assert_eq!(played.interview.assessment().value("ga_contacts"), Some(&Value::Number(4000.0)), "{}", played.screen);
    assert_eq!(notes(&played), []);
    assert!(played.screen.contains("Nothing is left to sort"), "{}", played.screen);
    assert_ne!(played.interview.question().id, "ga_contacts", "back where one was");
    // It holds more: A keeps it.
    let keys = format!("{LINE}SA<enter><enter>Acustomers<enter><c-u>600<enter>");
    let played = play(empty(Mode::Consultant), &keys);
    assert_eq!(played.interview.assessment().value("ga_contacts"), Some(&Value::Number(4000.0)));
    assert_eq!(played.interview.assessment().value("ga_customers"), Some(&Value::Number(600.0)), "{}", played.screen);
    assert_eq!(notes(&played).len(), 1);
    // Undo brings line and answer back together.
    let undone = play(empty(Mode::Consultant), &format!("{LINE}S<enter>contacts<enter><enter>z"));
    assert_eq!(undone.interview.assessment().value("ga_contacts"), None);
    assert_eq!(notes(&undone).len(), 1);
    assert!(undone.screen.contains("1 scratch line is left"), "{}", undone.screen);
}

#[test]
fn a_line_becomes_an_answer_of_any_kind() {
    for (line, keys, question) in [
        ("Twice as many enquiries", "vision<enter><enter>", "ga_vision"),
        ("they do deliver, always", "ga_deliver<enter>1<enter>", "ga_deliver"),
        ("office managers", "ga_audiences<enter><enter><esc>", "ga_audiences"),
        ("search ads", "ga_tactics<enter><tab><esc>", "ga_tactics"),
        ("never heard of it", "ga_active<enter><c-d>", "ga_active"),
    ] {
        let played = play(empty(Mode::Consultant), &format!("s{line}<enter>S<enter>{keys}"));
        let answer = played.interview.assessment().answer(question).cloned().unwrap_or_default();
        assert_ne!(answer.status, Status::Open, "{question}\n{}", played.screen);
        assert_eq!(notes(&played), [], "{question}");
    }
    let left = driven(empty(Mode::Consultant), &format!("{LINE}S<enter>vision<enter><c-u><esc>"));
    assert_eq!(left.assessment().notes.len(), 1, "without an answer the line stays");
    assert_eq!(left.keys(), gapwise::interview::Keys::Tidy);
}

#[test]
fn a_line_becomes_a_quote_a_note_a_thing_to_do_or_nothing() {
    let played = play(empty(Mode::Consultant), "swe never count<enter>S\"contacts<enter>y");
    let answer = played.interview.assessment().answer("ga_contacts").cloned().unwrap_or_default();
    assert_eq!((answer.quote.as_deref(), answer.shareable), (Some("we never count"), true), "{}", played.screen);
    assert_eq!(played.interview.keys(), gapwise::interview::Keys::Tidy);
    let twice = play(empty(Mode::Consultant), "sone<enter>stwo<enter>S\"contacts<enter>n\"contacts<enter>n");
    let answer = twice.interview.assessment().answer("ga_contacts").cloned().unwrap_or_default();
    assert_eq!(answer.quote.as_deref(), Some("one … two"), "nothing that was said is overwritten");
    let lines = "sone<enter>stwo<enter>sthree<enter>S";
    let played = play(empty(Mode::Consultant), &format!("{lines}n"));
    assert!(played.screen.contains("2 scratch lines are left"), "{}", played.screen);
    let sorted = play(empty(Mode::Consultant), &format!("{lines}ntd"));
    assert_eq!(notes(&sorted), [(NoteKind::Note, "ga_pain", "one"), (NoteKind::Todo, "ga_pain", "two")]);
    let undone = play(empty(Mode::Consultant), &format!("{lines}ntdzzz"));
    assert!(notes(&undone).iter().all(|(kind, ..)| *kind == NoteKind::Scratch) && notes(&undone).len() == 3);
}

#[test]
fn lines_that_are_left_are_mentioned_at_the_end() {
    let played = play(brightwater(), "sone<enter>f");
    assert!(played.screen.contains("Lines to be sorted 1"), "{}", played.screen);
    let sorting = play(brightwater(), "sone<enter>fS");
    assert_eq!(sorting.interview.keys(), gapwise::interview::Keys::Tidy);
    let back = play(brightwater(), "sone<enter>fSd<esc>");
    assert!(!back.screen.contains("Lines to be sorted"), "{}", back.screen);
}

#[test]
fn an_owner_alone_has_no_scratch_lines() {
    let played = play(empty(Mode::SelfAssessment), "s<c-t>S");
    assert!(played.interview.scratch().is_none() && played.interview.panel().is_none());
}

#[test]
fn scratch_lines_look_right_at_every_size() {
    let lines = "/ga_contacts<enter>sabout 4k contacts and 600 customers, half of them have not bought for years<enter>\
                 /ga_reply<enter>sthey answer the next day, unless it is Friday<enter>sasks about fairs<enter>";
    for (width, height) in [(60, 15), (80, 24), (120, 40), (200, 60)] {
        let at = |name: &str, keys: &str| {
            let screen = play_at(empty(Mode::Consultant), keys, (width, height)).screen;
            insta::assert_snapshot!(format!("{name}_{width}"), screen);
        };
        at("scratch_typing", "/ga_tactics<enter>iads<tab>p<tab>enq<c-t>six things at once");
        at("scratch_tidy", &format!("{lines}S"));
        at("scratch_choose", &format!("{lines}S<enter>cus"));
        at("scratch_answer", &format!("{lines}S<enter>ga_customers<enter>"));
        at("scratch_quote", &format!("{lines}S<down>\"<enter>"));
    }
}
