//! What keys do at a question: table by table of keys and what they leave behind.

use gapwise::assessment::{Answer, Cell, Evidence, Mode, Status, Value};
use gapwise::interview::SaveStatus;
use jiff::civil::date;

use super::journey::{Played, empty, play, play_at, play_on};
use super::shared::brightwater;

/// Plays keys at a question of an empty assessment.
fn at(question: &str, keys: &str) -> Played {
    play(empty(Mode::Consultant), &format!("/{question}<enter>{keys}"))
}

fn answer(played: &Played, question: &str) -> Answer {
    played.interview.assessment().answer(question).cloned().unwrap_or_default()
}

fn number(played: &Played, question: &str) -> Option<f64> {
    answer(played, question).value().and_then(Value::as_number)
}

#[test]
fn numbers_are_typed_as_people_say_them() {
    for (keys, value, low, high, evidence) in [
        ("4k<enter>", 4000.0, None, None, None),
        ("1.2m<enter>", 1_200_000.0, None, None, None),
        ("4,000<enter>", 4000.0, None, None, None),
        ("~400<enter>", 400.0, None, None, Some(Evidence::Guess)),
        ("4-5k<enter>", 4500.0, Some(4000.0), Some(5000.0), Some(Evidence::Guess)),
        ("5<bs>6<enter>", 6.0, None, None, None),
        ("5<esc>", 5.0, None, None, None),
        ("5<pgdn>", 5.0, None, None, None),
        ("5<c-c>", 5.0, None, None, None),
        ("5<tab><tab><enter>", 5.0, None, None, Some(Evidence::Record)),
        ("5<enter><bs>e", 5.0, None, None, Some(Evidence::Observed)),
    ] {
        let answer = answer(&at("ga_contacts", keys), "ga_contacts");
        assert_eq!(answer.value().and_then(Value::as_number), Some(value), "{keys}");
        assert_eq!((answer.low, answer.high, answer.evidence), (low, high, evidence), "{keys}");
    }
}

#[test]
fn what_is_impossible_is_refused_beside_the_field_and_can_be_left() {
    for (question, keys) in [("ga_active", "140<enter>"), ("ga_active", "abc"), ("ga_contacts", "4.5.6<enter>")] {
        let played = at(question, keys);
        assert_eq!(number(&played, question), None, "{keys}");
    }
    let refused = at("ga_active", "140<enter>");
    assert!(refused.screen.contains("140 is too large"), "{}", refused.screen);
    let passed = at("ga_active", "140<pgdn>");
    assert!(passed.screen.contains("not kept: 140 is too large"), "{}", passed.screen);
    let left = at("ga_active", "140<enter><esc>/ga_aov<enter>900<enter>");
    assert_eq!(number(&left, "ga_aov"), Some(900.0));
}

#[test]
fn a_bound_by_another_answer_is_shown_and_kept() {
    let played = at("ga_contacts", "400<enter>600<enter><bs>");
    assert_eq!(number(&played, "ga_customers"), Some(600.0));
    assert!(played.screen.contains("Both cannot"), "{}", played.screen);
}

#[test]
fn every_status_has_its_key() {
    let owed = Status::Owed { who: "Ann".to_owned(), by: Some(date(2026, 11, 27)) };
    for (keys, status) in [
        ("u", Status::Unknown),
        ("5<c-d>", Status::Unknown),
        ("xno list<enter>", Status::NotApplicable { reason: "no list".to_owned() }),
        ("x<esc>", Status::Open),
        ("oAnn<enter>friday<enter>", owed.clone()),
        ("oAnn<enter>someday<enter><bs><bs><bs><bs><bs><bs><bs>fri<enter>", owed),
        ("o<enter><enter>", Status::Owed { who: String::new(), by: None }),
        ("5<enter><bs>c", Status::Open),
        ("5<enter><bs>cz", Status::Answered(Value::Number(5.0))),
        ("5<enter>z", Status::Open),
        ("5<c-d>z", Status::Answered(Value::Number(5.0))),
    ] {
        assert_eq!(answer(&at("ga_contacts", keys), "ga_contacts").status, status, "{keys}");
    }
}

#[test]
fn a_note_or_quote_that_is_being_typed_survives_the_end() {
    let noted = answer(&at("ga_contacts", "nmind the new head<c-c>"), "ga_contacts");
    assert_eq!(noted.note.as_deref(), Some("mind the new head"));
    let quoted = answer(&at("ga_contacts", "\"we never count<c-c>"), "ga_contacts");
    assert_eq!((quoted.quote.as_deref(), quoted.shareable), (Some("we never count"), false));
}

#[test]
fn words_and_marks_stand_beside_the_answer() {
    let found = answer(&at("ga_contacts", "\"about four<enter>y!nmy note<enter>l"), "ga_contacts");
    assert_eq!(found.quote.as_deref(), Some("about four"));
    assert_eq!((found.shareable, found.pain, found.later, found.note.as_deref()), (true, true, true, Some("my note")));
    let found = answer(&at("ga_contacts", "\"about four<enter>n!!"), "ga_contacts");
    assert_eq!((found.shareable, found.pain), (false, false));
}

#[test]
fn texts_take_every_letter_and_leave_by_escape() {
    for (keys, text) in [
        ("iuxo?q/<enter>", "uxo?q/"),
        ("<enter>kept<esc>", "kept"),
        ("<enter>cafe\u{301}<bs>é<enter>", "café"),
        ("<enter>two words<c-w>lines<enter>", "two lines"),
        ("<enter><paste:a\r\nb><enter>", "a b"),
        ("<enter>kept<pgdn>", "kept"),
        ("<enter>kept<c-c>", "kept"),
        ("<enter>kept<c-d>z", "kept"),
    ] {
        let played = at("ga_vision", keys);
        let found = answer(&played, "ga_vision");
        assert_eq!(found.value().and_then(Value::as_text), Some(text), "{keys}");
        assert_eq!(played.saved.last().map(|saved| saved.answer("ga_vision")), Some(Some(&found)), "{keys}");
    }
    let played = at("ga_vision", "<enter>kept<a-u>");
    assert_eq!(answer(&played, "ga_vision").status, Status::Unknown, "escape and u at once");
}

#[test]
fn tables_are_edited_in_place() {
    let name = |text: &str| Some(Cell::Text(text.to_owned()));
    let played = at("ga_tactics", "iads<enter>fair<enter><up><up><tab><tab><tab><down>");
    let rows = answer(&played, "ga_tactics").value().map(|value| value.rows().to_vec()).unwrap_or_default();
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].get("name").cloned(), rows[1].get("name").cloned()), (name("ads"), name("fair")));
    assert_eq!(rows[0].get("purpose"), Some(&Cell::Text(String::new())), "asked, and there is none");
    assert_eq!(rows[0].get("family"), None, "a choice passed over stays open");
    assert_eq!(rows[1].get("purpose"), None, "not asked yet");

    let played = at("ga_tactics", "iads<tab><c-d><tab><c-n><tab><f2>me<tab>x<tab><esc>");
    let rows = answer(&played, "ga_tactics").value().map(|value| value.rows().to_vec()).unwrap_or_default();
    assert_eq!(rows[0].get("family"), Some(&Cell::Unknown));
    assert_eq!(rows[0].get("purpose"), Some(&Cell::NotApplicable));
    assert_eq!(rows[0].get("owner"), Some(&Cell::Text("me".to_owned())));
    assert_eq!(rows[0].get("cost"), None, "x is no amount");

    assert!(matches!(answer(&at("ga_tactics", "iads<enter><up><c-x><esc>"), "ga_tactics").status, Status::Open));
    let kept = answer(&at("ga_tactics", "iads<esc>"), "ga_tactics");
    assert_eq!(kept.value().map(|value| value.rows()[0]["name"].clone()), name("ads"), "escape keeps the cell");
    assert_eq!(answer(&at("ga_tactics", "0"), "ga_tactics").status, Status::Answered(Value::Table(vec![])));
}

#[test]
fn ratings_in_rows_go_down_as_they_are_given() {
    let played = at("ga_mix", "32<c-d>1<bs>");
    let value = answer(&played, "ga_mix").value().cloned().expect("rated");
    let cell = |row| value.cell(row, "value").cloned();
    assert_eq!(cell("product"), Some(Cell::Number(3.0)));
    assert_eq!(cell("price"), Some(Cell::Number(2.0)));
    assert_eq!(cell("place"), Some(Cell::Unknown));
    assert_eq!(cell("promotion"), Some(Cell::Number(1.0)));
    assert_eq!(cell("people"), None);
}

#[test]
fn a_branch_that_closes_says_so_and_opens_again() {
    let closing = play(brightwater(), "/ga_repeat_fit<enter>3");
    assert!(closing.screen.contains("5 answers set aside, Repeat purchase 19.2 → 25.0"), "{}", closing.screen);
    assert!(closing.interview.assessment().value("ga_rebought").is_some());
    let passed = play(brightwater(), "/ga_repeat_fit<enter>3<enter>");
    assert_eq!(passed.interview.question().id, "ga_followup");
    let opening = play(brightwater(), "/ga_repeat_fit<enter>31");
    assert!(opening.screen.contains("5 answers are back"), "{}", opening.screen);
}

#[test]
fn one_gets_anywhere_in_a_few_keys() {
    for (keys, question) in [
        ("/refer<enter>", "ga_refer"),
        ("/last ten wrong<bs><bs><bs><bs><bs><enter>", "ga_enquiry_fit"),
        ("/ga_swot<enter>", "ga_swot"),
        ("/<down><down><enter>", "ga_vision"),
        ("]]]", "ga_deliver"),
        ("]]<bs>", "ga_tried"),
        ("/ga_vision<enter>g", "ga_deliver"),
        ("v<down><enter>", "ga_vision"),
    ] {
        let played = play(empty(Mode::Consultant), keys);
        assert_eq!(played.interview.question().id, question, "{keys}");
    }
}

#[test]
fn homework_is_confirmed_by_enter_and_replaced_by_an_answer() {
    let shown = play(brightwater(), "/ga_contacts<enter>");
    assert!(shown.screen.contains("came in before the call"), "{}", shown.screen);
    let kept = play(brightwater(), "/ga_contacts<enter><enter><bs>");
    assert!(!kept.screen.contains("came in before the call"), "{}", kept.screen);
    assert_eq!(number(&kept, "ga_contacts"), Some(4000.0));
    assert!(kept.saved.is_empty());
}

#[test]
fn finishing_completes_and_asks_for_the_report() {
    let played = play(brightwater(), "f<enter>");
    assert_eq!(played.reports, 1);
    assert!(played.screen.contains("brightwater.html"), "{}", played.screen);
    assert_eq!(played.saved.last().map(|saved| saved.progress), Some(gapwise::assessment::Progress::Completed));
    let left = play(brightwater(), "f<esc>");
    assert_eq!((left.reports, left.saved.len()), (0, 0));
}

#[test]
fn a_change_that_was_not_saved_is_said_and_tried_again() {
    let played = play_on(empty(Mode::Consultant), "/ga_aov<enter>900<enter>", true);
    assert!(matches!(played.interview.saved(), SaveStatus::NotSaved(_)));
    assert!(played.screen.contains("NOT SAVED since 10:42: no space left"), "{}", played.screen);
    assert_eq!(number(&played, "ga_aov"), Some(900.0));
}

#[test]
fn an_owner_alone_meets_nothing_internal() {
    let owner = |keys: &str| play_at(empty(Mode::SelfAssessment), keys, (160, 50));
    for id in ["ga_contacts", "ga_tactics", "ga_icp", "ga_cover"] {
        let screen = owner(&format!("/{id}<enter>")).screen;
        for word in ["Ask on", "Listen for", "Score", "Coverage", "Private note", "stated", "pain"] {
            assert!(!screen.contains(word), "{word} in\n{screen}");
        }
        assert!(screen.contains("I don't know"), "{screen}");
    }
    let found = answer(&owner("/ga_contacts<enter>400<enter>"), "ga_contacts");
    assert_eq!(found.evidence, Some(Evidence::Guess));
    let found = answer(&owner("/ga_contacts<enter>400<enter><bs>e"), "ga_contacts");
    assert_eq!(found.evidence, Some(Evidence::Record));
    assert!(owner("n").interview.panel().is_none());
    assert_eq!(answer(&owner("\"!n"), "ga_pain"), Answer::default());
}

#[test]
fn no_size_breaks_the_screen() {
    // Each key draws a screen of its own.
    let keys = "i<esc>h<esc>?<esc>v<esc>f<esc>xabc<esc>\"abc<esc>";
    for size in [(1, 1), (60, 15), (61, 16), (97, 24), (100, 30), (131, 29), (132, 60), (300, 90), (20, 200)] {
        for id in ["ga_pain", "ga_tactics", "ga_cover", "ga_swot", "ga_mix", "ga_causes", "ga_audiences", "ga_reply"] {
            play_at(brightwater(), &format!("/{id}<enter>{keys}"), size);
        }
    }
}

#[test]
fn hostile_words_cannot_steer_the_terminal() {
    let evil = "\u{1b}[31mred\u{202e}txt\u{200b}\u{9b}2J\u{7}";
    let mut assessment = brightwater();
    assessment.client.name = evil.to_owned();
    for answer in assessment.answers.values_mut() {
        answer.quote = Some(evil.to_owned());
        answer.note = Some(evil.to_owned());
        if let Status::Answered(Value::Text(text)) = &mut answer.status
            && text.contains(' ')
        {
            *text = evil.to_owned();
        }
        if let Status::Answered(Value::Texts(texts)) = &mut answer.status {
            texts.push(evil.to_owned());
        }
        if let Status::Answered(Value::Table(rows)) = &mut answer.status {
            for row in rows {
                row.insert("name".to_owned(), Cell::Text(evil.to_owned()));
                row.insert("statement".to_owned(), Cell::Text(evil.to_owned()));
            }
        }
    }
    for id in ["ga_pain", "ga_tactics", "ga_cover", "ga_swot", "ga_audiences", "ga_content"] {
        for keys in ["", "i", "i<f2>", "\"", "n", "v", "h"] {
            let screen = play_at(assessment.clone(), &format!("/{id}<enter>{keys}"), (160, 50)).screen;
            let steers = |one: char| one != '\n' && (one.is_control() || "\u{202e}\u{200b}\u{9b}".contains(one));
            assert!(!screen.contains(steers), "{id} {keys}\n{screen}");
        }
    }
}
