//! However a sitting ends, what was said is there, the terminal is given back, and nothing goes on behind it.
#![cfg(unix)]

use std::time::{Duration, Instant};

use super::pty::{QUIT, Terminal, home};

const PAIN: [&str; 4] = ["interview", "bakery", "--at", "ga_pain"];

/// Half a second in which a busy machine may be slow to notice.
const SOON: Duration = Duration::from_millis(1500);

fn begun(variables: &[(&str, &str)]) -> (tempfile::TempDir, impl Fn() -> String + use<>, Terminal) {
    let (home, file) = home();
    let mut terminal = Terminal::start_within(home.path(), &[], &PAIN, (100, 24), variables);
    terminal.wait_for("What made you take this call?");
    terminal.keys("\rHalf a sentence");
    terminal.wait_for("Half a sentence");
    (home, file, terminal)
}

#[test]
fn asked_to_end_it_saves_and_gives_the_terminal_back() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let (_home, file, mut terminal) = begun(&[]);
        let begun = Instant::now();
        terminal.send(signal);
        terminal.wait_for_takeover(false);
        let (code, said) = terminal.end_and_said();
        assert!(begun.elapsed() < SOON, "{signal}: {:?}", begun.elapsed());
        assert_eq!(code, 0, "{signal}: {said}");
        assert!(file().contains("value = \"Half a sentence\"\n"), "{signal}: {}", file());
    }
}

#[test]
fn a_terminal_that_is_closed_ends_it_at_once_without_spinning() {
    for keyboard_only in [true, false] {
        let (_home, file, terminal) = begun(&[]);
        let process = terminal.process();
        let before = ticks(process);
        let watched = std::thread::spawn(move || {
            let mut last = 0;
            while let Some(now) = ticks(process) {
                last = now;
                std::thread::park_timeout(Duration::from_millis(2));
            }
            last
        });
        // Closing without a hang-up is what some multiplexers do.
        if keyboard_only {
            terminal.signal("-HUP");
        } else {
            let took = terminal.close();
            assert!(took < SOON, "{took:?}");
        }
        // a tick is a hundredth of a second
        let spent = watched.join().unwrap() - before.unwrap_or_default();
        assert!(spent < 60, "{spent} hundredths of a second spent");
        assert!(file().contains("value = \"Half a sentence\"\n"), "{}", file());
    }
}

/// The processor time a process has used, in hundredths of a second; nothing once it has ended.
fn ticks(process: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    if fields.first() == Some(&"Z") {
        return None;
    }
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}

#[test]
fn a_terminal_that_takes_nothing_any_more_keeps_nobody() {
    let (home, _, mut terminal) = begun(&[]);
    let draft = home.path().join("assessments/.anna.toml.draft");
    while !std::fs::read_to_string(&draft).is_ok_and(|text| text.contains("Half a sentence")) {
        std::thread::yield_now();
    }
    // Ctrl+S where the terminal honours it, or a window nobody reads: nothing is read here from now on either.
    let begun = Instant::now();
    for _ in 0..40 {
        terminal.resize(200, 60, false);
        terminal.keys("?\u{1b}");
    }
    let took = terminal.close();
    assert!(took < SOON && begun.elapsed() < 2 * SOON, "{took:?}");
}

/// A fault at a place, from the moment a file appears.
struct Fault(tempfile::TempDir);

impl Fault {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn at(&self, place: &str) -> String {
        format!("{place}:{}", self.0.path().join("now").display())
    }

    fn begins(&self) {
        std::fs::write(self.0.path().join("now"), "").unwrap();
    }

    fn ends(&self) {
        std::fs::remove_file(self.0.path().join("now")).unwrap();
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_says_where_everything_is() {
    if std::env::var_os("GAPWISE_TEST_BIN").is_some() {
        return;
    }
    for place in ["draw", "keys"] {
        let fault = Fault::new();
        let (home, file, mut terminal) = begun(&[("GAPWISE_FAULT", &fault.at(place))]);
        terminal.keys("\r");
        terminal.wait_for("saved");
        terminal.keys("More words");
        terminal.wait_for("More words");
        fault.begins();
        terminal.keys("!");
        terminal.wait_for_takeover(false);
        let (code, said) = terminal.end_and_said();
        assert!(said.contains("a fault was asked for"), "{place}: {said}");
        assert!(file().contains("value = \"Half a sentence\"\n"), "{place}: {}", file());
        if place == "draw" {
            assert_eq!(code, 1, "{said}");
            assert!(said.contains("Everything answered is saved in") && said.contains("anna.toml"), "{said}");
            // the key that led to the fault has not been drawn, so it may be in the draft or not
            let draft = std::fs::read_to_string(home.path().join("assessments/.anna.toml.draft")).unwrap();
            assert!(draft.contains("More words"), "{draft}");
        } else {
            assert_eq!(code, 0, "{said}");
            assert!(file().contains("More words"), "{}", file());
        }
    }
}

#[test]
fn a_panic_of_the_thread_that_saves_is_trouble_like_any_other() {
    if std::env::var_os("GAPWISE_TEST_BIN").is_some() {
        return;
    }
    let fault = Fault::new();
    let (_home, file, mut terminal) = begun(&[("GAPWISE_FAULT", &fault.at("save"))]);
    fault.begins();
    terminal.keys("\r");
    terminal.wait_for("NOT SAVED since");
    assert!(!file().contains("Half"));
    fault.ends();
    // it is tried again by itself
    terminal.wait_for("saved");
    assert!(file().contains("Half a sentence"), "{}", file());
    terminal.keys(QUIT);
    let (code, said) = terminal.end_and_said();
    assert_eq!(code, 0);
    assert!(said.contains("a fault was asked for"), "it is not hidden: {said}");
}
