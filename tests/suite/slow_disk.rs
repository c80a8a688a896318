//! A disk that takes 300 ms for every sync: typing does not wait for it, and nothing counts as saved before it is.
#![cfg(unix)]

use std::process::Command;
use std::time::{Duration, Instant};

use super::pty::{QUIT, Terminal, home};

const SLOW: [&str; 8] =
    ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "--inject=fsync:delay_enter=300000"];

#[test]
fn typing_does_not_wait_for_the_disk() {
    if !Command::new(SLOW[0]).args(&SLOW[2..5]).arg("true").status().is_ok_and(|status| status.success()) {
        eprintln!("skipped: strace is missing, or may not trace here");
        return;
    }
    let (home, file) = home();
    // the control: line by line, each answer waits until it is on the disk, twice 300 ms and more
    let mut plain = Terminal::start_within(
        home.path(),
        &SLOW,
        &["interview", "bakery", "--plain", "--at", "ga_contacts"],
        (80, 24),
        &[],
    );
    plain.wait_for("> ");
    let asked = Instant::now();
    plain.keys("4000\r");
    plain.wait_for("Saved.");
    let waited = asked.elapsed();
    assert!(waited >= Duration::from_millis(600), "{waited:?}: the disk is not slow, so nothing is shown by this");
    plain.keys("/quit\r");
    assert_eq!(plain.end(), 0);

    let mut terminal =
        Terminal::start_within(home.path(), &SLOW, &["interview", "bakery", "--at", "ga_pain"], (80, 24), &[]);
    terminal.wait_for("What made you take this call?");
    terminal.keys("\rfirst\r");
    terminal.wait_for("What have you tried already");
    let mut took = Vec::new();
    let mut typed = String::new();
    for round in 0..40_u8 {
        let letter = char::from(b'a' + round % 26);
        typed.push(letter);
        let begun = Instant::now();
        terminal.keys(&letter.to_string());
        terminal.wait_for(&typed);
        took.push(begun.elapsed());
    }
    took.sort();
    let (median, most) = (took[took.len() / 2], took[took.len() - 1]);
    eprintln!(
        "each sync takes 300 ms: line by line {waited:?} an answer; on the screen {median:?} a key, {most:?} at most"
    );
    assert!(most < Duration::from_millis(250), "{took:?}");
    terminal.keys("\r");
    terminal.keys(QUIT);
    assert_eq!(terminal.end(), 0);
    assert!(file().contains(&typed), "quitting waits for the last");
}
