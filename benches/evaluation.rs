//! How long one evaluation of the full core takes, beside what it is compared with.
//!
//! Times of one run on one machine say little; the ratios are what to look at.

use std::hint::black_box;
use std::time::{Duration, Instant};

use gapwise::assessment::{Assessment, read};
use gapwise::evaluation::evaluate;
use gapwise::problem::Source;
use gapwise::questionnaire::{Library, Selection};

const EXAMPLE: &str = include_str!("../src/cli/demo/brightwater.toml");

/// The median time of several runs.
fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}

fn example() -> Assessment {
    read(&Source::new("brightwater.toml", EXAMPLE)).expect("the example reads").assessment
}

fn main() {
    let library = Library::builtin();
    let selection: Selection = library.select(&["gap-analysis".to_owned()]).expect("the core is built in");
    let assessment = example();
    let evaluation = median(500, || drop(black_box(evaluate(&selection, black_box(&assessment)))));
    let reading = median(200, || drop(black_box(example())));
    let loading = median(20, || drop(black_box(Library::builtin())));
    let ratio = |time: Duration| time.as_secs_f64() / evaluation.as_secs_f64();
    println!("one evaluation of the full core      {evaluation:>10.1?}      1.0");
    println!("reading the assessment's file        {reading:>10.1?} {:>8.1}", ratio(reading));
    println!("loading all built-in questionnaires  {loading:>10.1?} {:>8.1}", ratio(loading));
}
