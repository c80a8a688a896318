//! Every size a terminal can claim to have.

use gapwise::interview::Interview;
use gapwise::tui::{Theme, run_interview};
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::journey::{TestDesk, keys_of};
use super::pty;
use super::shared::{brightwater, core};

#[test]
fn no_size_is_too_odd_to_draw_on() {
    let mut sizes: Vec<(u16, u16)> = vec![(0, 0), (1, 1), (0, 50), (200, 0), (59, 15), (60, 14), (60, 15), (65_535, 1)];
    let mut random = fastrand::Rng::with_seed(7);
    sizes.extend((0..40).map(|_| (random.u16(0..260), random.u16(0..80))));
    let screens = ["", "?", "v", "f", "/repeat", "/ga_tactics<enter>i", "/ga_cover<enter>", "/ga_swot<enter>i", "h"];
    for (at, (width, height)) in sizes.into_iter().enumerate() {
        let keys = screens[at % screens.len()];
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
        let interview = Interview::new(core(), brightwater(), date(2026, 11, 22));
        let mut desk = TestDesk::default();
        run_interview(&mut terminal, &mut keys_of(keys), &mut desk, Theme::new(true), interview).expect("no errors");
    }
}

#[test]
fn resized_hundreds_of_times_while_typing_nothing_is_lost() {
    let (home, file) = pty::home();
    let mut terminal = pty::Terminal::start(home.path(), &["interview", "bakery", "--at", "ga_pain"], (80, 24));
    terminal.wait_for("What made you take this call?");
    terminal.keys("\r");
    let mut random = fastrand::Rng::with_seed(11);
    // ten thousand in full
    let rounds = std::env::var("GAPWISE_RESIZES").ok().and_then(|count| count.parse().ok()).unwrap_or(300_u32);
    for round in 0..rounds {
        let (columns, rows) = match round % 10 {
            0 => (1, 1),
            1 => (0, 0),
            2 if round % 50 == 2 => (65_535, 65_535),
            _ => (random.u16(1..300), random.u16(1..100)),
        };
        terminal.resize(columns, rows, false);
        if round % (rounds / 10) == 0 {
            terminal.keys("x");
        }
    }
    terminal.resize(80, 24, true);
    terminal.keys(" the end");
    terminal.wait_for("xxxxxxxxxx the end");
    if let Some(most) = terminal.most_memory() {
        eprintln!("{rounds} resizes: {most} KiB at most");
        assert!(most < 64 * 1024, "{most} KiB");
    }
    terminal.keys(pty::QUIT);
    assert_eq!(terminal.end(), 0);
    assert!(file().contains("xxxxxxxxxx the end"), "{}", file());
}
