//! Back to the shell and in again; a frame shown as a whole; the terminal's title.
#![cfg(unix)]

use super::pty::{QUIT, Terminal, home};

fn begun(keys: &str) -> (tempfile::TempDir, Terminal) {
    let (home, _) = home();
    let mut terminal = Terminal::start(home.path(), &["interview", "bakery", "--at", "ga_pain"], (80, 24));
    terminal.wait_for("What made you take this call?");
    terminal.keys(keys);
    (home, terminal)
}

#[test]
fn stopped_and_continued_the_screen_comes_back_whole() {
    for stop in ["-TSTP", "f9"] {
        let (_home, mut terminal) = begun("\rHalf a sentence");
        terminal.wait_for("Half a sentence");
        for _ in 0..2 {
            match stop {
                "f9" => terminal.keys("\u{1b}[20~"),
                signal => terminal.send(signal),
            }
            terminal.wait_for_takeover(false);
            terminal.wait_for_standstill();
            terminal.send("-CONT");
            terminal.wait_for_takeover(true);
            terminal.wait_for("Half a sentence");
        }
        terminal.keys(" more\r");
        terminal.wait_for("saved");
        terminal.keys(QUIT);
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn frames_are_whole_and_the_title_says_whose_sitting_it_is() {
    let (_home, mut terminal) = begun("");
    terminal.keys("?");
    terminal.wait_for("All keys");
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let count = |what: &str| written.matches(what).count();
    assert!(count("\u{1b}[?2026h") >= 2, "each frame begins together");
    // the last may be on its way still
    assert!(count("\u{1b}[?2026l") + 1 >= count("\u{1b}[?2026h"), "and ends");
    assert!(written.contains("\u{1b}[22;2t"), "the title there was is remembered");
    assert!(written.contains("\u{1b}]0;Gapwise – Anna's Bakery\u{7}"), "{written:?}");
    terminal.keys(QUIT);
    assert_eq!(terminal.end(), 0);
}
