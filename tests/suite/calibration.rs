//! What calibration claims, held against practices whose truth is known; `benches/calibration.rs` has the whole table.

use gapwise::questionnaire::Library;

use super::practices::{PRACTICES, hold};

/// Bounds for the share inside [low, high] and at or above base, by practice and number of past cases.
#[test]
fn intervals_hold_what_they_say() {
    let numbers = Library::builtin().assumptions.goals.clone();
    let practice = |name: &str| PRACTICES.iter().find(|one| one.name.starts_with(name)).unwrap();
    for (name, n, inside, at_base) in [
        ("prior right", 0, 0.58..0.62, 0.48..0.52),
        ("prior right", 5, 0.53..0.59, 0.48..0.52),
        // from here on the percentiles of the cases themselves
        ("prior right", 20, 0.57..0.63, 0.47..0.53),
        ("prior right", 100, 0.57..0.63, 0.47..0.53),
        // a wrong prior is what the record is there to mend
        ("prior too high", 0, 0.37..0.44, 0.13..0.19),
        ("prior too high", 5, 0.50..0.61, 0.26..0.36),
        ("prior too high", 20, 0.57..0.63, 0.47..0.53),
        ("prior too high", 100, 0.57..0.63, 0.47..0.53),
        ("prior too low", 0, 0.37..0.44, 0.81..0.87),
        ("prior too low", 5, 0.50..0.61, 0.64..0.74),
        ("prior too low", 20, 0.57..0.63, 0.47..0.53),
    ] {
        let held = hold(&numbers, practice(name), n, 4_000, 11);
        assert!(inside.contains(&held.inside), "{name}, {n} cases: {:.3} inside", held.inside);
        assert!(at_base.contains(&held.at_base), "{name}, {n} cases: {:.3} at base", held.at_base);
    }
}
