//! Writing long texts, and what may be pasted.

use std::sync::Arc;

use gapwise::assessment::{Mode, Value};
use gapwise::interview::LONGEST_TEXT;
use gapwise::questionnaire::{Kind, Selection};

use super::journey::{Played, empty, play, play_at, play_in};
use super::shared::core;

/// The core with a long text at its first question.
fn with_long_text() -> Selection {
    let mut selection = core();
    let questionnaire = Arc::make_mut(&mut selection.questionnaires[0]);
    let first = questionnaire.questions.iter_mut().find(|question| question.id == "ga_pain");
    first.expect("the first question").kind = Kind::Text { long: true };
    selection
}

fn play_long(keys: &str, size: (u16, u16)) -> Played {
    play_in(with_long_text(), empty(Mode::Consultant), &format!("/ga_pain<enter>i{keys}"), size)
}

/// What is written by keys in the field of a long text, without the spaces at its ends.
fn written(keys: &str) -> String {
    text(&play_long(&format!("{keys}<esc>"), (80, 24)))
}

fn text(played: &Played) -> String {
    let value = played.interview.assessment().value("ga_pain");
    value.and_then(Value::as_text).unwrap_or_default().to_owned()
}

#[test]
fn a_long_text_is_edited_as_in_a_good_editor() {
    for (keys, expected) in [
        ("one two<c-left>X", "one Xtwo"),
        ("one two<c-left><c-left>X", "Xone two"),
        ("one two<c-w>2", "one 2"),
        ("one two<home><c-right>,", "one, two"),
        ("one<home><c-k>two", "two"),
        ("one two<c-z>", "one"),
        ("one two<c-z><c-z>", ""),
        ("one two<c-z><c-z><c-y>", "one"),
        ("one two<c-w><c-z>", "one two"),
        ("one two<c-u><c-z>!", "one two!"),
        ("one<c-z>two<c-y>", "two"),
        ("one two<bs><bs><bs><c-z>", "one two"),
        ("one<c-j>two<up>X", "oneX\ntwo"),
        ("one<c-j>two<c-home>X", "Xone\ntwo"),
        ("one<c-j>two<c-home><c-end>X", "one\ntwoX"),
        ("漢字<left>X", "漢X字"),
        ("👨‍👩‍👧🇩🇪é<left><left><bs>", "🇩🇪é"),
        ("cafe\u{301}<bs>", "caf"),
    ] {
        assert_eq!(written(keys), expected, "{keys}");
    }
}

#[test]
fn up_and_down_keep_their_column_over_shorter_and_wrapped_lines() {
    assert_eq!(written("long line<c-j>x<c-j>long line<up><up>X"), "long lineX\nx\nlong line");
    let wide = "word ".repeat(40);
    let played = play_long(&format!("{wide}<up><up>X<esc>"), (80, 24));
    let found = text(&played);
    assert_eq!(found.replace('X', ""), wide.trim_end());
    assert!(found.find('X').is_some_and(|at| at < 150), "{found}");
    assert_eq!(written("one two<up>X"), "Xone two", "above the first line is the start");
}

#[test]
fn nothing_more_to_take_back_leaves_the_rest_alone() {
    let played = play(empty(Mode::Consultant), "/ga_contacts<enter>5<enter>/ga_pain<enter>ione<c-z><c-z><c-z>");
    assert!(played.screen.contains("nothing more to take back in this field"), "{}", played.screen);
    assert!(played.interview.assessment().value("ga_contacts").is_some());
    assert_eq!(played.interview.question().id, "ga_pain");
}

#[test]
fn a_paste_keeps_lines_and_tabs_and_loses_what_steers_a_terminal() {
    let paste = |at: &str, text: &str| play(empty(Mode::Consultant), &format!("/{at}<enter>i<paste:{text}>"));
    let played = paste("ga_pain", "\u{1b}[31mred\u{1b}[0m\tone\r\ntwo\u{7}");
    assert!(played.screen.contains("3 control characters were left out"), "{}", played.screen);
    assert_eq!(written("<paste:a\tb\r\nc>"), "a\tb\nc");
    // A paste that begins like a key press is no key press.
    let played = play(empty(Mode::Consultant), "/ga_vision<enter>i<paste:\u{1b}[2Jkept><enter>");
    let value = played.interview.assessment().value("ga_vision");
    assert_eq!(value.and_then(Value::as_text), Some("kept"));
    let at_rest = play(empty(Mode::Consultant), "/ga_deliver<enter><paste:\u{1b}q>");
    assert_eq!(at_rest.interview.question().id, "ga_deliver");
    assert!(at_rest.interview.assessment().answers.is_empty());
    let one_line = play(empty(Mode::Consultant), "/ga_vision<enter>i<paste:a\tb\nc><enter>").interview;
    assert_eq!(one_line.assessment().value("ga_vision").and_then(Value::as_text), Some("a b c"));
}

#[test]
fn several_lines_are_several_entries_of_a_list() {
    let played = play(empty(Mode::Consultant), "/ga_audiences<enter>i<paste:office managers\nfinance\n><enter><enter>");
    let value = played.interview.assessment().value("ga_audiences").map(|value| value.texts().to_vec());
    assert_eq!(value, Some(vec!["office managers".to_owned(), "finance".to_owned()]));
}

#[test]
fn a_megabyte_is_cut_and_said_to_be() {
    let megabyte = "é word\n".repeat(150_000);
    for at in ["/ga_pain<enter>i", "/ga_vision<enter>i", "s", "/ga_pain<enter>\"", "/ga_tactics<enter>i"] {
        let played = play(empty(Mode::Consultant), &format!("{at}<paste:{megabyte}>"));
        assert!(played.screen.contains("the text is cut at 64 KB"), "{at}\n{}", played.screen);
    }
    let kept = written(&format!("<paste:{megabyte}>"));
    assert!(kept.len() > LONGEST_TEXT - 16 && kept.len() <= LONGEST_TEXT, "{}", kept.len());
    assert!(megabyte.starts_with(&kept));
    for at in ["/ga_contacts<enter>", "/", "v", "/ga_deliver<enter>", "/ga_mix<enter>", "/ga_audiences<enter>i"] {
        play(empty(Mode::Consultant), &format!("{at}<paste:{megabyte}><esc>"));
    }
}

#[test]
fn pasted_controls_never_reach_the_screen() {
    let evil = "\u{1b}]0;title\u{7}\u{9b}31m\u{202e}bidi\u{200b}\u{0}\ttab\nline";
    for at in ["/ga_pain<enter>i", "/ga_vision<enter>i", "s", "/", "/ga_tactics<enter>i", "/ga_contacts<enter>5", "x"] {
        let screen = play(empty(Mode::Consultant), &format!("{at}<paste:{evil}>")).screen;
        let steers = |one: char| one != '\n' && (one.is_control() || "\u{202e}\u{200b}".contains(one));
        assert!(!screen.contains(steers), "{at}\n{screen}");
    }
}

#[test]
fn a_cut_question_can_be_read_whole() {
    let most = core();
    let longest = most.questions().max_by_key(|one| one.wording.self_assessment.get("en").len()).expect("questions");
    let open =
        |keys: &str| play_at(empty(Mode::SelfAssessment), &format!("/{}<enter>{keys}", longest.id), (60, 15)).screen;
    let wording = longest.wording.self_assessment.get("en");
    let last = wording.split_whitespace().last().expect("words");
    let pages: Vec<String> = (0..12).map(|down| open(&format!("h{}", "<down>".repeat(down)))).collect();
    assert!(pages.iter().any(|page| page.contains(last)), "{}", pages[0]);
    assert!(!pages[0].contains("Listen for") && !pages[0].contains("Ask on"));
}

#[test]
fn scrolling_stops_at_the_end() {
    let far = play(empty(Mode::Consultant), &format!("?{}", "<down>".repeat(500))).screen;
    let one_up = play(empty(Mode::Consultant), &format!("?{}<up>", "<down>".repeat(500))).screen;
    assert_ne!(far, one_up, "one key up moves at once");
}

#[test]
fn long_texts_look_right_at_every_size() {
    let words = "They buy a machine and are gone 漢字 👨‍👩‍👧. ".repeat(14);
    for (width, height) in [(60, 15), (80, 24), (120, 40), (200, 60)] {
        let keys = format!("<paste:{words}\n\nAnd then nothing.><up><up>");
        let screen = play_long(&keys, (width, height)).screen;
        insta::assert_snapshot!(format!("longtext_{width}"), screen);
    }
}
