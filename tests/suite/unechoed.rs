//! Asked for a passphrase, a person changes their mind: the terminal shows again what they type.

#![cfg(unix)]

use std::process::Command;

use super::commands::Home;
use super::pty::Terminal;

/// The terminal's settings as `stty` tells them.
fn settings(terminal: &str) -> String {
    let told = Command::new("stty").args(["-a", "-F", terminal]).output().unwrap();
    assert!(told.status.success(), "{told:?}");
    String::from_utf8(told.stdout).unwrap()
}

/// How a terminal stands before, during and after a question that ends as given.
#[track_caller]
fn asked_and_ended(end: impl FnOnce(&mut Terminal)) {
    let home = Home::with_brightwater();
    let passphrase = home.write("passphrase", "seven quiet herons\n");
    // a shell keeps the terminal when Gapwise has ended, and tells how it found and left it
    let script =
        "stty -a >\"$1/before\"; \"$0\" score brightwater; echo \"ended $?\"; stty -a >\"$1/after\"; echo told";
    let locking = assert_cmd::Command::cargo_bin("gapwise")
        .unwrap()
        .args(["lock", "brightwater"])
        .env("GAPWISE_HOME", home.0.path())
        .env("GAPWISE_PASSPHRASE_FILE", &passphrase)
        .output()
        .unwrap();
    assert!(locking.status.success(), "{locking:?}");
    let folder = home.0.path().to_str().unwrap().to_owned();
    let mut terminal = Terminal::start_within(home.0.path(), &["sh", "-c", script], &[&folder], (80, 24), &[]);
    terminal.wait_for("Passphrase of");
    // until then Ctrl+C would end the shell too
    while !settings(&terminal.name()).contains("-isig") {
        std::thread::yield_now();
    }
    assert!(settings(&terminal.name()).contains("-echo "));
    end(&mut terminal);
    terminal.wait_for("told");
    let (before, after) = (home.read("before"), home.read("after"));
    assert!(before.contains(" echo ") && before.contains(" icanon"), "{before}");
    assert_eq!(before, after);
}

#[test]
fn a_signal_at_the_question_gives_the_terminal_back() {
    for signal in ["-TERM", "-INT", "-HUP"] {
        asked_and_ended(|terminal| terminal.send_below(signal));
    }
}

#[test]
fn the_keys_that_interrupt_give_the_terminal_back() {
    for keys in ["\u{3}", "some\u{3}", "\u{4}"] {
        asked_and_ended(|terminal| terminal.keys(keys));
    }
}
