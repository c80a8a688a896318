//! Whether the intervals of past goals hold what they say (domain.md 6.5): practices with known true ratios are drawn with a
//! fixed seed; from n past cases the library's own function gives low, base and high, and the next outcome is held against them.
//!
//! Nominal: 60% inside [low, high], 50% at or above base. Share inside / share at or above base, 40,000 draws, seed 7:
//!
//! | practices | n = 0 | 5 | 19 | 20 | 100 |
//! |---|---|---|---|---|---|
//! | prior right | 60.3 / 49.7 | 56.1 / 50.2 | 57.2 / 50.4 | 60.7 / 50.0 | 60.1 / 50.0 |
//! | prior right, practices differ | 60.3 / 49.9 | 58.8 / 50.5 | 58.6 / 50.4 | 60.7 / 50.0 | 60.1 / 50.0 |
//! | prior too high: truth 0.35 | 40.3 / 15.7 | 53.9 / 31.4 | 57.3 / 41.9 | 60.7 / 50.0 | 60.1 / 50.0 |
//! | prior too low: truth 1.05 | 40.6 / 84.4 | 51.9 / 69.9 | 54.2 / 59.8 | 60.4 / 50.0 | 60.1 / 50.0 |
//! | prior right, one in five given up | 48.4 / 39.5 | 47.6 / 46.3 | 49.1 / 49.9 | 64.9 / 50.0 | 69.8 / 50.3 |
//!
//! Where the prior is wrong by half, the intervals do not hold what they say until there are cases: with none, 40% lie
//! inside instead of 60%, and 16% (or 84%) reach the base instead of half. Five cases mend most of the width (52 to 54%)
//! and half of the middle (31%, or 70%). Nothing can be done about n = 0 but to say that no case stands behind it, which every
//! forecast does. From 20 cases on the prior no longer counts.
//!
//! Where one goal in five is given up, the ratios are no bell: a fifth are exactly 0. Below 20 cases the interval is too
//! narrow (47 to 49%); above, low is often 0 itself, and the interval holds more than it says (65 to 70%).

#[path = "../tests/suite/practices.rs"]
mod practices;

use gapwise::questionnaire::Library;
use practices::{PRACTICES, hold};

fn main() {
    let numbers = Library::builtin().assumptions.goals.clone();
    println!("{:<44} {:>4} {:>8} {:>8} {:>8}", "practices", "n", "inside", "at base", "width");
    for practice in PRACTICES {
        for n in [0, 5, 19, 20, 100] {
            let found = hold(&numbers, practice, n, 40_000, 7);
            println!(
                "{:<44} {n:>4} {:>7.1}% {:>7.1}% {:>8.3}",
                practice.name,
                100.0 * found.inside,
                100.0 * found.at_base,
                found.width
            );
        }
    }
    println!("{:<44} {:>4} {:>7.1}% {:>7.1}%", "nominal", "", 60.0, 50.0);
}
