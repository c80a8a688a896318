//! The reveal: the client's own figures, one fact at a time (domain.md 1).

use gapwise::assessment::{Mode, Reveal};

use super::calling::call;
use super::journey::empty;
use super::shared::{brightwater, evaluated};

#[test]
fn the_three_most_urgent_facts_come_from_different_areas() {
    let called = call(brightwater(), "ga_pain", "R");
    let facts = called.interview.facts();
    assert_eq!(facts, ["G12", "G25", "G21"]);
    let evaluation = evaluated(&brightwater());
    let area = |id: &String| evaluation.questionnaires[0].finding(id).and_then(|one| one.area.clone());
    let areas: std::collections::BTreeSet<_> = facts.iter().map(area).collect();
    assert_eq!(areas.len(), 3);
}

#[test]
fn facts_speak_in_the_clients_own_figures_and_words() {
    let told = |id: &str| call(brightwater(), "ga_pain", "").interview.told(id).expect("it holds");
    assert_eq!(
        told("G12").halves,
        ["that fewer customers return than before", "that 320 of 640 earlier buyers came back this past year"]
    );
    assert_eq!(
        told("G25").halves,
        [
            "that no goal was named for newsletter, social and SEO agency",
            "that €900 a month of €3,000 a month goes into them"
        ]
    );
    assert_eq!(
        told("G12").quote.as_deref(),
        Some("Every year a few more do not come back, and we notice in December.")
    );
    // Words that may not be printed are not shown either.
    assert_eq!(told("G51").quote, None);
    assert_eq!(told("G12").rests_on, ["ga_repeat_trend"]);
    assert_eq!(call(brightwater(), "ga_pain", "").interview.told("G02"), None, "what does not hold is not told");
}

#[test]
fn a_half_whose_figure_is_not_known_is_left_out() {
    let called = call(brightwater(), "ga_prev_buyers", "u");
    assert_eq!(called.interview.told("G12").expect("it holds").halves, ["that fewer customers return than before"]);
}

#[test]
fn a_reaction_is_typed_stored_and_shown_again() {
    let called = call(brightwater(), "ga_pain", "R<enter>We never looked.<enter>");
    let expected = Reveal { finding: "G12".into(), reaction: "We never looked.".into(), disputed: false };
    assert_eq!(called.saved.last().expect("it was saved").reveal, [expected]);
    assert!(called.screen.contains("“We never looked.”"), "{}", called.screen);
    let called = call(brightwater(), "ga_pain", "R<enter>We never looked.<esc><right><left><enter><c-u><enter>");
    assert_eq!(called.interview.assessment().reveal, [], "an empty reaction leaves nothing behind");
}

#[test]
fn what_is_not_right_is_corrected_where_it_was_said_and_escape_comes_back() {
    let called = call(brightwater(), "ga_pain", "Rd");
    assert_eq!(called.interview.question().id, "ga_repeat_trend");
    assert!(called.interview.assessment().reveal[0].disputed);
    assert!(called.screen.contains("esc goes back to where you were"), "{}", called.screen);
    let called = call(brightwater(), "ga_pain", "Rd<esc>");
    assert!(called.screen.contains("Said to be not right."), "{}", called.screen);
    // Corrected, the fact no longer stands, and is said to.
    let called = call(brightwater(), "ga_pain", "Rd1<enter><esc>");
    assert!(called.screen.contains("this no longer stands"), "{}", called.screen);
    let called = call(brightwater(), "ga_pain", "Rd<esc>d");
    assert_eq!(called.interview.assessment().reveal, [], "a second time takes the mark back");
}

#[test]
fn with_nothing_told_there_is_nothing_to_show() {
    let called = call(empty(Mode::Consultant), "ga_deliver", "R");
    assert!(called.screen.contains("too little yet"), "{}", called.screen);
    for keys in ["Rd", "R<enter>", "R<right><right><left>d"] {
        call(empty(Mode::Consultant), "ga_deliver", keys);
    }
}
