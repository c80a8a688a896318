//! What the screens look like, as snapshots.

use gapwise::assessment::Mode;

use super::journey::{empty, play_at};
use super::shared::brightwater;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (160, 50);

/// Every screen that is kept: its name and the keys that lead there from Brightwater's answers.
const SCREENS: &[(&str, &str)] = &[
    ("choice", "/ga_deliver<enter>"),
    ("number", "/ga_contacts<enter>4k"),
    ("number_refused", "/ga_active<enter>140<enter>"),
    ("contradiction", "/ga_customers<enter>5000<enter><bs>"),
    ("rating", "/ga_icp<enter>"),
    ("many", "/ga_baseline<enter>j"),
    ("text", "/ga_vision<enter>i"),
    ("list", "/ga_audiences<enter>i"),
    ("table", "/ga_tactics<enter>i"),
    ("rows", "/ga_mix<enter>"),
    ("grid", "/ga_cover<enter>"),
    ("quadrants", "/ga_swot<enter>i"),
    ("picker", "/repeat"),
    ("review", "v"),
    ("help", "?"),
    ("hints", "/ga_reply<enter>h"),
    ("owed", "/ga_products<enter>obookkeeper<enter>"),
    ("finish", "f"),
    ("finished", "f<enter>"),
];

#[test]
fn screens_are_as_they_were() {
    for (name, keys) in SCREENS {
        for (size, of) in [(SMALL, "small"), (LARGE, "large")] {
            let played = play_at(brightwater(), keys, size);
            insta::assert_snapshot!(format!("{name}_{of}"), played.screen);
        }
    }
}

#[test]
fn an_owner_alone_sees_nothing_internal() {
    let played = play_at(empty(Mode::SelfAssessment), "/ga_contacts<enter>~400", SMALL);
    insta::assert_snapshot!("self_small", played.screen);
    let played = play_at(empty(Mode::SelfAssessment), "/ga_contacts<enter>", LARGE);
    insta::assert_snapshot!("self_large", played.screen);
}

#[test]
fn a_screen_too_small_says_what_it_needs() {
    insta::assert_snapshot!("smallest", play_at(brightwater(), "", (60, 15)).screen);
    insta::assert_snapshot!("too_small", play_at(brightwater(), "", (59, 14)).screen);
}
