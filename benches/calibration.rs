//! Whether the intervals of past goals hold what they say (domain.md 6.5): practices with known true ratios are drawn with a
//! fixed seed; from n past cases the library's own function gives low, base and high, and the next outcome is held against them.
//!
//! Nominal: 60% inside [low, high], 50% at or above base. `calibration.txt` beside this file keeps the table it prints.

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
