//! `gapwise recover` on a locked assessment: whatever is left of it is opened with its passphrase, and stays locked.

use std::path::PathBuf;

use assert_cmd::Command;

use super::commands::Home;
use super::pty::{Terminal, home};

const PASSPHRASE: &str = "seven quiet herons";
const LEFTOVER: &str = "assessments/.anna.toml.abc123.gapwise-tmp";

/// A locked assessment with one answer.
struct Place(Home);

impl Place {
    fn new() -> Self {
        let place = Self(Home(home().0));
        place.0.write("passphrase", format!("{PASSPHRASE}\n"));
        place.0.write("wrong", "seven loud herons\n");
        place.says(&["set", "bakery", "ga_contacts=4000"], "passphrase", 0, "");
        place.says(&["lock", "bakery"], "passphrase", 0, "");
        place
    }

    fn file(&self) -> PathBuf {
        self.0.path("assessments/anna.toml")
    }

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.file()).unwrap()
    }

    /// Runs a command that knows what stands in a file, ends with a code and says something; gives its output.
    #[track_caller]
    fn says(&self, args: &[&str], passphrase: &str, code: i32, says: &str) -> String {
        let mut command = Command::cargo_bin("gapwise").unwrap();
        command.args(args).env("GAPWISE_HOME", self.0.0.path());
        let output = command.env("GAPWISE_PASSPHRASE_FILE", self.0.path(passphrase)).output().unwrap();
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!(output.status.code(), Some(code), "{out}{err}");
        assert!(format!("{out}{err}").contains(says), "'{says}' is not said:\n{out}{err}");
        out
    }

    #[track_caller]
    fn recovers(&self, passphrase: &str, more: &[&str], code: i32, says: &str) -> String {
        let file = self.file();
        let mut args = vec!["recover", file.to_str().unwrap()];
        args.extend(more);
        self.says(&args, passphrase, code, says)
    }

    /// Cuts the file off, before its key has ended or after.
    fn damage(&self, keeps_its_key: bool) -> Vec<u8> {
        let bytes = self.bytes();
        let end = b"-----END AGE ENCRYPTED FILE-----";
        let key_ends = bytes.windows(end.len()).position(|part| part == end).unwrap();
        let mut damaged = bytes.clone();
        if keeps_its_key {
            // a letter of what is locked
            let at = bytes.len() - 120;
            damaged[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        } else {
            damaged.truncate(key_ends - 40);
        }
        std::fs::write(self.file(), &damaged).unwrap();
        bytes
    }
}

#[test]
fn a_sound_one_is_opened_and_left_alone() {
    let place = Place::new();
    let before = place.bytes();
    let out = place.recovers("passphrase", &["--yes"], 0, "Nothing is wrong with it");
    assert!(out.contains("whole, 1 answer"), "{out}");
    place.recovers("wrong", &["--yes"], 1, "is not the passphrase");
    assert_eq!(place.bytes(), before);
}

#[test]
fn what_an_interrupted_save_left_takes_the_place_of_a_damaged_one_and_stays_locked() {
    for keeps_its_key in [true, false] {
        let place = Place::new();
        let whole = place.damage(keeps_its_key);
        place.0.write(LEFTOVER, &whole);
        let damaged = place.bytes();
        place.recovers("wrong", &["--yes"], 1, "is not the passphrase");
        let out = place.recovers("passphrase", &[], 0, "Nothing was changed");
        assert!(out.contains("it is damaged") && out.contains("whole, 1 answer"), "{out}");
        assert_eq!(place.bytes(), damaged);
        let out = place.recovers("passphrase", &["--yes"], 0, "now holds 1 answer");
        assert!(!out.contains("lies open"), "{out}");
        assert_eq!(place.bytes(), whole);
        let kept = std::fs::read_dir(place.0.path("assessments")).unwrap().map(|one| one.unwrap().path());
        let kept: Vec<_> = kept.filter(|one| one.to_string_lossy().contains(".damaged-")).collect();
        assert_eq!(std::fs::read(&kept[0]).unwrap(), damaged);
        place.says(&["score", "anna", "--json"], "passphrase", 0, "");
    }
}

#[test]
fn one_that_is_gone_comes_back_from_what_was_kept() {
    let place = Place::new();
    let whole = place.bytes();
    std::fs::rename(place.file(), place.0.path("assessments/anna.toml.other-20261122-101112.5")).unwrap();
    let out = place.recovers("passphrase", &[], 1, "whole, 1 answer");
    assert!(!place.file().exists(), "{out}");
    let from = place.0.path("assessments/anna.toml.other-20261122-101112.5");
    place.recovers("wrong", &["--yes", "--from", from.to_str().unwrap()], 1, "is not the passphrase");
    place.recovers("passphrase", &["--yes", "--from", from.to_str().unwrap()], 0, "now holds 1 answer");
    assert_eq!(place.bytes(), whole);
}

#[test]
fn one_of_which_nothing_is_left_is_told_and_kept() {
    for keeps_its_key in [true, false] {
        let place = Place::new();
        place.damage(keeps_its_key);
        let damaged = place.bytes();
        place.recovers("passphrase", &["--yes"], 1, "Restore it from a copy of yours; nothing was changed");
        assert_eq!(place.bytes(), damaged);
    }
}

#[cfg(unix)]
#[test]
fn typing_beside_a_locked_one_is_told_also_when_it_is_damaged() {
    let place = Place::new();
    let draft = place.0.path("assessments/.anna.toml.draft");
    let mut terminal = Terminal::start(place.0.0.path(), &["interview", "anna", "--at", "ga_pain"], (80, 24));
    terminal.wait_for("Passphrase of");
    terminal.keys(&format!("{PASSPHRASE}\r"));
    terminal.wait_for("What made you take this call?");
    terminal.keys("\rWintry months");
    terminal.wait_for("Wintry months");
    while !draft.exists() {
        std::thread::yield_now();
    }
    terminal.signal("-KILL");
    let typed = "typing that was not stored, from";
    assert!(place.recovers("passphrase", &[], 0, "Nothing is wrong").contains(typed));
    // sealed with the same key, whose own block is gone from the file
    let whole = place.damage(false);
    let out = place.recovers("passphrase", &["--yes"], 1, typed);
    assert_eq!(out, "");
    place.0.write(LEFTOVER, &whole);
    assert!(place.recovers("passphrase", &["--yes"], 0, "now holds 1 answer").contains(typed));
    // a draft that is damaged itself is not passed over in silence
    std::fs::write(&draft, "-----BEGIN AGE ENCRYPTED FILE-----\nx\n").unwrap();
    place.recovers("passphrase", &[], 0, "(typing that was not stored): it cannot be read");
    assert!(draft.exists());
}
