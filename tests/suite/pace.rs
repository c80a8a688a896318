//! The clock of a call: routes, where the time should be, what to leave out.

use gapwise::assessment::Mode;
use gapwise::interview::PaceStanding;

use super::calling::call;
use super::journey::empty;
use super::shared::brightwater;

#[test]
fn the_clock_starts_on_a_route_with_the_script_and_the_consent() {
    let called = call(empty(Mode::Consultant), "ga_tried", "p1");
    assert!(called.screen.contains("May I take notes?"), "{}", called.screen);
    assert_eq!(called.interview.assessment().consent, None);
    let called = call(empty(Mode::Consultant), "ga_tried", "p1+2+y<enter>");
    let consent = called.interview.assessment().consent.expect("it was given");
    assert_eq!(consent.to_string(), "2026-11-22T10:02:00Z");
    assert_eq!(called.saved.last().and_then(|saved| saved.consent), Some(consent));
    assert_eq!(called.interview.question().id, "ga_decider", "the route begins there");
    let called = call(empty(Mode::Consultant), "ga_tried", "p1yn<enter>");
    assert_eq!(called.interview.assessment().consent, None);
}

#[test]
fn the_next_question_is_the_next_of_the_route() {
    // Discovery asks model and sales, then the pain; the questionnaire begins with the pain.
    let called = call(empty(Mode::Consultant), "ga_tried", "p2<enter>");
    assert_eq!(called.interview.question().id, "ga_model");
    let called = call(empty(Mode::Consultant), "ga_tried", "p2<enter>1<enter>1<enter>");
    assert_eq!(called.interview.question().id, "ga_pain");
    // From a question beside the route it goes back to it.
    let called = call(empty(Mode::Consultant), "ga_tried", "p2<enter>1<enter>1<enter><esc>/ga_rhythm<enter>]");
    assert_eq!(called.interview.question().id, "ga_pain");
    let called = call(empty(Mode::Consultant), "ga_decider", "]");
    assert_eq!(called.interview.question().id, "ga_model", "without a route it is the questionnaire's order");
}

#[test]
fn the_header_and_the_panel_say_where_the_time_is() {
    let standing = |keys: &str| {
        let called = call(empty(Mode::Consultant), "ga_tried", keys);
        let pace = called.interview.pace().expect("the clock runs");
        (pace.minute, pace.here, pace.due, pace.standing, called.screen.clone())
    };
    let (minute, here, due, on, screen) = standing("p1<enter>+2+");
    assert_eq!((minute, here, due, on), (2, 0, 0, PaceStanding::OnPace));
    assert!(screen.contains("2 of 60 min · on pace"), "{screen}");
    let (_, here, due, on, screen) = standing("p1<enter>+12+");
    assert_eq!((here, due, on), (0, 2, PaceStanding::Behind(10)));
    assert!(screen.contains("12 of 60 min · 10 min behind"), "{screen}");
    let (.., on, screen) = standing("p1<enter>+61+");
    assert_eq!(on, PaceStanding::Over(1));
    assert!(screen.contains("1 min over"), "{screen}");
    // With everything but the end answered before, there is time.
    let called = call(brightwater(), "ga_tried", "p1<enter>+1+p");
    assert!(called.screen.contains("42 min ahead"), "{}", called.screen);
}

#[test]
fn while_behind_the_panel_names_what_to_leave_out_and_next_leaves_it_out() {
    let called = call(empty(Mode::Consultant), "ga_tried", "p1<enter>Jana<esc>+12+p");
    assert!(called.screen.contains("leave out: "), "{}", called.screen);
    let left_out: Vec<&str> = called.interview.may_be_left_out().iter().map(|one| one.id.as_str()).collect();
    assert_eq!(left_out[0], "ga_tried");
    // In time, what was tried is asked after the pain; late, it is not.
    let keys = |minutes: &str| format!("p1<enter>Jana<enter>1<enter>1<enter>{minutes}They are gone.<enter>");
    let called = call(empty(Mode::Consultant), "ga_rhythm", &keys("+1+"));
    assert_eq!(called.interview.question().id, "ga_tried");
    let called = call(empty(Mode::Consultant), "ga_rhythm", &keys("+30+"));
    assert_eq!(called.interview.question().id, "ga_vision");
}

#[test]
fn the_clock_pauses_and_only_a_full_minute_draws_the_screen_anew() {
    let called = call(empty(Mode::Consultant), "ga_tried", "p1<enter><esc>+5+pp<esc>+7+");
    assert_eq!(called.interview.pace().expect("it was started").minute, 5);
    assert!(called.screen.contains("5 of 60 min · paused"), "{}", called.screen);
    assert_eq!(called.ticks, 5, "a clock that stands still wakes nobody");
    let called = call(empty(Mode::Consultant), "ga_tried", "p1<enter><esc>+5+pp<esc>+7+pp<esc>+2+");
    assert_eq!(called.interview.pace().expect("it runs").minute, 7);
}

#[test]
fn the_parts_open_their_screens_on_the_way() {
    let called = call(brightwater(), "ga_pain", "p1<enter>/ga_fix<enter>]");
    assert!(called.screen.contains("What you told me"), "{}", called.screen);
    let called = call(brightwater(), "ga_pain", "p1<enter>/ga_fix<enter>]<esc>]");
    assert!(called.screen.contains("What there is, and what is wanted"), "{}", called.screen);
    let called = call(brightwater(), "ga_pain", "p1<enter>/ga_fix<enter>]<esc>]<esc>]");
    assert!(called.screen.contains("Finish this assessment?"), "{}", called.screen);
}

#[test]
fn how_the_time_goes_is_not_for_the_client() {
    let called = call(empty(Mode::Consultant), "ga_tried", "p1<enter><esc><c-p>+20+");
    assert!(called.screen.contains("20 of 60 min") && !called.screen.contains("behind"), "{}", called.screen);
    let called = call(empty(Mode::Consultant), "ga_tried", "p1<enter><esc><c-p>+20+p");
    assert!(!called.screen.contains("behind") && !called.screen.contains("leave out"), "{}", called.screen);
}
