//! From a key to its drawn frame: processor time of everything the loop does for one key — what it means, the answer it
//! changes, the evaluation, the drawing at 200×60 — with every question of the core answered.
//!
//! The real loop runs on a test terminal; nothing is written to a disk or a screen (`benches/start.rs` measures that).
//! Wanted (issue 3): a median under 1 ms, no key above 5 ms. Each key counts with its middle time of several journeys.

#[allow(dead_code, unused_imports)]
#[path = "../tests/suite/journey.rs"]
mod journey;
#[path = "shared/processor.rs"]
mod processor;
#[allow(dead_code)]
#[path = "../tests/suite/shared.rs"]
mod shared;
#[allow(dead_code)]
#[path = "../tests/suite/three.rs"]
mod three;

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use crossterm::event::Event;
use gapwise::assessment::Assessment;
use gapwise::evaluation::evaluate;
use gapwise::interview::Interview;
use gapwise::tui::{Events, Theme, run_interview};
use jiff::civil::date;
use processor::Clock;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// Parts of the journey, each begun at a question it jumps to.
const JOURNEY: [(&str, &str); 9] = [
    ("walking", "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]<bs><bs><bs><bs><bs><bs><bs><bs><bs><bs>"),
    ("jumping", "/contacts<enter>/swot<enter>/rebought<enter>/ga_mix<enter><lt><lt>>>gb"),
    (
        "typing a text",
        "/ga_tried<enter>iA loyalty card two years ago, given up after a summer.<c-left><c-left><c-w>one<enter>",
    ),
    ("typing a number", "/ga_contacts<enter>4-5k<enter>/ga_customers<enter>1200<enter>/ga_aov<enter>900<enter>"),
    ("choosing", "/ga_model<enter>2<enter>/ga_strategy<enter>132<enter>/ga_segment<enter>2<enter>jjk<enter>"),
    (
        "a table",
        "/ga_tactics<enter><tab><tab><tab><tab><f2><bs>12<tab><down><left>7<tab><down><down><up><right><c-d><esc>",
    ),
    ("a grid", "/ga_cover<enter>210<down>1<right>2<left>3<down>12<c-d><esc>/ga_mix<enter>3233111<esc>"),
    ("marks", "/ga_refer<enter>!!ee\"They said so.<enter>nn, not to be printed<enter>lluuhh"),
    ("screens", "v<down><down><down><esc>?<esc>zzzzzzzz"),
];

/// How often the journey is made.
const TIMES: usize = 9;

/// A script that notes the processor time between handing out a key and being asked for the next one.
struct Timed {
    keys: VecDeque<Event>,
    clock: Clock,
    begun: Option<Duration>,
    took: Vec<Duration>,
}

impl Events for Timed {
    fn next(&mut self) -> io::Result<Option<Event>> {
        let now = self.clock.now()?;
        self.took.extend(self.begun.map(|begun| now.saturating_sub(begun)));
        let key = self.keys.pop_front();
        self.begun = key.is_some().then(|| self.clock.now()).transpose()?;
        Ok(key)
    }
}

/// The times of all keys of one journey.
fn journey(assessment: &Assessment) -> io::Result<Vec<Duration>> {
    let keys = JOURNEY.iter().flat_map(|(_, keys)| journey::keys_of(keys)).collect();
    let mut events = Timed { keys, clock: Clock::start()?, begun: None, took: Vec::new() };
    let mut terminal = Terminal::new(TestBackend::new(200, 60)).map_err(io::Error::other)?;
    let interview = Interview::new(shared::core(), assessment.clone(), date(2026, 11, 22)).begun_at("ga_pain");
    run_interview(&mut terminal, &mut events, &mut Idle, Theme::new(false), interview)?;
    assert!(events.keys.is_empty(), "the journey ended early");
    Ok(events.took)
}

/// A desk that saves to nowhere.
struct Idle;

impl gapwise::tui::Desk for Idle {
    fn save(&mut self, _assessment: &Assessment) -> Result<(), String> {
        Ok(())
    }

    fn render_report(&mut self, _assessment: &Assessment) -> Result<Vec<std::path::PathBuf>, String> {
        Ok(Vec::new())
    }
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn main() -> io::Result<()> {
    let assessment = three::everything();
    let journeys = (0..TIMES).map(|_| journey(&assessment)).collect::<io::Result<Vec<_>>>()?;
    // the first journey warms up
    let of_key = |at: usize| middle(journeys[1..].iter().map(|times| times[at]).collect());
    let keys: Vec<Duration> = (0..journeys[0].len()).map(of_key).collect();
    println!("processor time from key to frame, 200×60, all answers present, evaluation included (ms)");
    println!("{:<20} {:>6} {:>9} {:>9}", "part", "keys", "median", "slowest");
    let line = |name: &str, times: &[Duration]| {
        let slowest = times.iter().max().copied().unwrap_or_default();
        let (median, slowest) = (milliseconds(middle(times.to_vec())), milliseconds(slowest));
        println!("{name:<20} {:>6} {median:>9.3} {slowest:>9.3}", times.len());
    };
    let mut begins = 0;
    for (name, part) in JOURNEY {
        let count = journey::keys_of(part).len();
        line(name, &keys[begins..begins + count]);
        begins += count;
    }
    line("all", &keys);
    println!("{:<20} {:>6} {:>9.3} {:>9.3}", "wanted", "", 1.0, 5.0);
    compare(&assessment, middle(keys))
}

/// What a key is made of, as shares of the median key.
fn compare(assessment: &Assessment, key: Duration) -> io::Result<()> {
    let selection = shared::core();
    let mut clock = Clock::start()?;
    let mut alone = |mut part: Box<dyn FnMut()>| -> io::Result<Duration> {
        let times = (0..51).map(|_| {
            let begun = clock.now()?;
            part();
            Ok(clock.now()?.saturating_sub(begun))
        });
        Ok(middle(times.collect::<io::Result<_>>()?))
    };
    let evaluation = {
        let assessment = assessment.clone();
        alone(Box::new(move || drop(std::hint::black_box(evaluate(&selection, &assessment)))))?
    };
    let drawing = {
        let interview = Interview::new(shared::core(), assessment.clone(), date(2026, 11, 22)).begun_at("ga_tactics");
        let mut terminal = Terminal::new(TestBackend::new(200, 60)).map_err(io::Error::other)?;
        let setup = Theme::new(false).into();
        alone(Box::new(move || {
            // a test terminal cannot fail
            let _ = terminal.draw(|frame| drop(gapwise::tui::draw(frame, &interview, &setup)));
        }))?
    };
    println!("\nof which                 ms   of a median key");
    for (name, time) in [("one evaluation", evaluation), ("one frame (table)", drawing)] {
        println!("{name:<20} {:>6.3} {:>8.2}", milliseconds(time), time.as_secs_f64() / key.as_secs_f64());
    }
    Ok(())
}
