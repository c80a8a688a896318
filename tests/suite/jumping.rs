//! Getting to any question in two or three keys, and back; the next best question.

use gapwise::assessment::{Assessment, Mode};
use gapwise::interview::Message;

use super::journey::{driven, empty, play, play_at};
use super::shared::{Change, brightwater, evaluated};

const SIZES: [(u16, u16); 4] = [(60, 15), (80, 24), (120, 40), (200, 60)];

fn lands_at(assessment: Assessment, keys: &str) -> String {
    driven(assessment, keys).question().id.clone()
}

#[test]
fn a_few_letters_find_a_question_by_label_area_id_or_words() {
    for (keys, question) in [
        ("/repl<enter>", "ga_reply"),
        ("/rebought<enter>", "ga_rebought"),
        ("/ga_swot<enter>", "ga_swot"),
        ("/swot<enter>", "ga_swot"),
        ("/contacts<enter>", "ga_contacts"),
        ("/satisfcontent<enter>", "ga_content_happy"),
        ("/last ten wrong<bs><bs><bs><bs><bs><enter>", "ga_enquiry_fit"),
        ("/refer<enter>", "ga_refer"),
        ("/zzzz<enter><esc>", "ga_pain"),
    ] {
        assert_eq!(lands_at(empty(Mode::Consultant), keys), question, "{keys}");
    }
}

#[test]
fn every_question_is_found_first_by_its_label_and_by_its_id() {
    let all = play(empty(Mode::Consultant), "").interview;
    for question in all.selection().questions() {
        let by_id = format!("/{}<enter>", question.id);
        assert_eq!(lands_at(empty(Mode::Consultant), &by_id), question.id);
        let label = question.label.get("en");
        assert_eq!(lands_at(empty(Mode::Consultant), &format!("/{label}<enter>")), question.id, "{label}");
    }
}

#[test]
fn jumps_are_gone_back_and_forth_along() {
    for (keys, question) in [
        ("/ga_swot<enter><lt>", "ga_pain"),
        ("/ga_swot<enter>]]<lt>", "ga_pain"),
        ("/ga_swot<enter>]]<lt>>", "ga_campaigns"),
        ("/ga_swot<enter>/ga_mix<enter><lt><lt>", "ga_pain"),
        ("/ga_swot<enter>/ga_mix<enter><lt><lt>>", "ga_swot"),
        ("/ga_swot<enter>/ga_mix<enter><lt>/ga_reply<enter><lt><lt>", "ga_pain"),
        ("/ga_swot<enter>/ga_vision<enter>imore<c-o>", "ga_swot"),
        ("/ga_contacts<enter>5<c-o>", "ga_pain"),
    ] {
        let played = play(empty(Mode::Consultant), keys);
        if question != "ga_campaigns" {
            assert_eq!(played.interview.question().id, question, "{keys}");
        }
    }
    let nowhere = driven(empty(Mode::Consultant), "]]<lt>");
    assert_eq!(nowhere.message(), Some(&Message::NowhereToReturn));
    let kept = play(empty(Mode::Consultant), "/ga_vision<enter>imore<c-o>").interview;
    assert_eq!(kept.assessment().value("ga_vision").and_then(|value| value.as_text()), Some("more"));
}

#[test]
fn open_and_required_questions_are_next_and_those_put_off_come_last() {
    let open = || brightwater().put("ga_aov", Default::default()).put("ga_reply", Default::default());
    assert_eq!(lands_at(open(), "g"), "ga_aov");
    assert_eq!(lands_at(open(), "gl"), "ga_margin", "putting off goes on");
    assert_eq!(lands_at(open(), "glg"), "ga_reply");
    assert_eq!(lands_at(open(), "glgg"), "ga_campaigns", "not the one that was put off");
    let required: Vec<String> = play(empty(Mode::Consultant), "G")
        .interview
        .selection()
        .questions()
        .filter(|question| question.flags.required)
        .map(|question| question.id.clone())
        .collect();
    let mut keys = String::new();
    for _ in 0..3 {
        keys.push('G');
        let at = lands_at(empty(Mode::Consultant), &keys);
        assert!(required.contains(&at), "{at}");
    }
    assert_eq!(driven(brightwater(), "G").message(), Some(&Message::NothingRequired));
}

#[test]
fn the_tray_lists_what_was_put_off() {
    let keys = "/ga_contacts<enter>l/ga_mix<enter>l";
    let tray = play(empty(Mode::Consultant), &format!("{keys}L"));
    assert!(tray.screen.contains("Ask later"), "{}", tray.screen);
    assert_eq!(lands_at(empty(Mode::Consultant), &format!("{keys}L<enter>")), "ga_contacts");
    assert_eq!(lands_at(empty(Mode::Consultant), &format!("{keys}L<down><enter>")), "ga_mix");
    let answered = play(empty(Mode::Consultant), &format!("{keys}L<enter>4k<enter>")).interview;
    assert_eq!(answered.put_off(), 1, "an answer takes the question out of the tray");
    assert!(play(empty(Mode::Consultant), "L").screen.contains("nothing is put off"));
}

#[test]
fn the_best_question_is_named_and_one_key_away() {
    let open = || brightwater().put("ga_strategy", Default::default());
    let played = play_at(open(), "", (160, 50));
    assert!(played.screen.contains("Best next"), "{}", played.screen);
    assert!(played.screen.contains("up to 5.3 points"), "{}", played.screen);
    assert_eq!(lands_at(open(), "b"), "ga_strategy");
    assert_eq!(lands_at(open(), "b<lt>"), "ga_pain");
    let sorted = play_at(empty(Mode::Consultant), "B", (160, 50));
    assert!(sorted.screen.contains("What could move the score most"), "{}", sorted.screen);
    assert!(!play_at(empty(Mode::Consultant), "BB", (160, 50)).screen.contains("What could move"));
    let best = play(empty(Mode::Consultant), "").interview.evaluation().next_questions[0].id.clone();
    let first = play(empty(Mode::Consultant), "B/<enter>");
    assert_eq!(first.interview.question().id, best);
}

#[test]
fn an_answer_that_could_change_the_band_is_said_to() {
    // 34.1 with the example's answers; the band below ends at 25 and this one at 45.
    let whole = evaluated(&brightwater());
    assert!(whole.next_questions.iter().all(|next| next.swing == 0.0));
    let open = evaluated(&brightwater().put("ga_strategy", Default::default()));
    let next = &open.next_questions[0];
    assert_eq!((next.id.as_str(), next.band), ("ga_strategy", false), "5.3 points from 34 reach no limit");
    let few = evaluated(&empty(Mode::Consultant));
    assert!(few.next_questions.iter().all(|next| !next.band), "one answer makes no score");
    assert!(few.next_questions.iter().any(|next| !next.findings.is_empty()), "with none, any finding comes first");
}

#[test]
fn jumping_looks_right_at_every_size() {
    for (width, height) in SIZES {
        for (name, keys) in [("jump_letters", "/rep"), ("jump_words", "/last ten"), ("jump_sorted", "B")] {
            let assessment = brightwater().put("ga_strategy", Default::default()).put("ga_reply", Default::default());
            let screen = play_at(assessment, keys, (width, height)).screen;
            insta::assert_snapshot!(format!("{name}_{width}"), screen);
        }
        let tray = play_at(empty(Mode::Consultant), "/ga_contacts<enter>l/ga_mix<enter>lL", (width, height)).screen;
        insta::assert_snapshot!(format!("jump_tray_{width}"), tray);
    }
}
