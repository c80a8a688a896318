//! Locked assessments: opened by whoever may, and nothing of them in plain letters on the disk.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use assert_cmd::Command;

use super::pty::{QUIT, Terminal, home};

const PASSPHRASE: &str = "seven quiet herons";

/// A home, and a folder apart from it with the passphrase and a wrong one in files.
struct Place {
    home: tempfile::TempDir,
    apart: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { home: home().0, apart: tempfile::tempdir().unwrap() };
        std::fs::write(place.apart.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        std::fs::write(place.apart.path().join("wrong"), "seven loud herons").unwrap();
        place
    }

    fn file(&self) -> PathBuf {
        self.home.path().join("assessments/anna.toml")
    }

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.file()).unwrap()
    }

    /// A command that has nothing that opens anything.
    fn bare(&self, args: &[&str]) -> Command {
        let mut command = Command::cargo_bin("gapwise").unwrap();
        command.args(args).env("GAPWISE_HOME", self.home.path()).env_remove("GAPWISE_PASSPHRASE_FILE");
        command
    }

    /// A command that knows the passphrase.
    fn knowing(&self, args: &[&str]) -> Command {
        let mut command = self.bare(args);
        command.env("GAPWISE_PASSPHRASE_FILE", self.apart.path().join("passphrase"));
        command
    }

    /// A command with a key file; it is made when it is not there.
    fn with_key(&self, args: &[&str]) -> Command {
        let key = self.key();
        let mut command = self.bare(args);
        command.args(["--key-file", key.to_str().unwrap()]);
        command
    }

    fn key(&self) -> PathBuf {
        self.apart.path().join("gapwise.key")
    }
}

/// Runs a command that ends with a code and says something on the standard error; gives its output.
#[track_caller]
fn ends(mut command: Command, code: i32, says: &str) -> String {
    let output = command.output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "{err}");
    assert!(err.contains(says), "'{says}' is not said:\n{err}");
    out
}

/// Files under a folder that hold one of the words, in whatever way TOML spells them.
fn holding(folder: &Path, words: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, words));
        } else if let Ok(bytes) = std::fs::read(&path) {
            let holds = |word: &str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
            if words.iter().any(|word| holds(word)) {
                found.push(path);
            }
        }
    }
    found
}

#[track_caller]
fn wait_until(done: impl Fn() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it did not happen");
        std::thread::yield_now();
    }
}

const WORDS: [&str; 4] = ["Bakery", "heron", "Wintry", "questionnaires"];

#[cfg(unix)]
#[test]
fn a_whole_sitting_leaves_nothing_plain_on_the_disk() {
    let place = Place::new();
    let folder = place.home.path();
    assert!(!holding(folder, &WORDS).is_empty(), "the search finds what lies open");
    let before = place.bytes();
    ends(place.knowing(&["lock", "bakery"]), 0, "Whoever forgets the passphrase");
    assert_eq!(holding(folder, &WORDS), Vec::<PathBuf>::new());
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(place.file()).unwrap().permissions().mode() & 0o777, 0o600);
    }

    let draft = folder.join("assessments/.anna.toml.draft");
    let sitting = ["interview", "anna", "--at", "ga_pain"];
    let mut first = Terminal::start(folder, &sitting, (80, 24));
    first.wait_for("Passphrase of");
    first.keys("seven loud herons\r");
    first.wait_for("That is not its passphrase");
    first.keys(&format!("{PASSPHRASE}\r"));
    first.wait_for("What made you take this call?");
    assert!(!String::from_utf8_lossy(&first.written).contains("herons"), "it is not shown while it is typed");
    first.keys("\rWintry months");
    first.wait_for("Wintry months");
    wait_until(|| draft.exists());
    assert_eq!(holding(folder, &WORDS), Vec::<PathBuf>::new(), "neither draft nor anything else");
    first.signal("-KILL");
    assert_eq!(holding(folder, &WORDS), Vec::<PathBuf>::new());

    ends(place.knowing(&["unlock", "anna"]), 1, "typed beside it");
    let mut second = Terminal::start(folder, &sitting, (80, 24));
    second.wait_for("Passphrase of");
    second.keys(&format!("{PASSPHRASE}\r"));
    second.wait_for("Typed: Wintry months");
    second.keys("r");
    second.wait_for("enter");
    second.keys("\r");
    second.wait_for("saved");
    second.keys(QUIT);
    assert_eq!(second.end(), 0);
    assert_eq!(holding(folder, &WORDS), Vec::<PathBuf>::new());
    assert!(!draft.exists());

    ends(place.knowing(&["unlock", "anna"]), 0, "");
    let after = String::from_utf8(place.bytes()).unwrap();
    assert!(after.contains("Wintry months") && after.starts_with(&String::from_utf8(before).unwrap()), "{after}");
}

#[test]
fn every_command_opens_it_and_says_so_when_it_cannot() {
    let place = Place::new();
    ends(place.bare(&["set", "bakery", "ga_contacts=4000"]), 0, "");
    let open = place.bytes();
    ends(place.with_key(&["lock", "bakery", "--new-key"]), 0, "Keep a copy of it");
    let locked = place.bytes();
    let reads: [&[&str]; 6] = [
        &["score", "anna", "--json"],
        &["report", "anna", "--out", "-"],
        &["calendar", "anna", "--out", "-"],
        &["sheet", "anna", "--out", "-"],
        &["follow-up", "anna", "--date", "2027-11-22"],
        &["set", "anna", "ga_customers=300"],
    ];
    for args in reads {
        assert_eq!(ends(place.bare(args), 1, "is locked"), "");
        ends(place.knowing(args), 1, "key file");
        assert_eq!(place.bytes(), locked, "{args:?}");
    }
    assert!(ends(place.bare(&["list"]), 0, "").contains("  locked  "));
    assert!(ends(place.bare(&["list", "--json"]), 0, "").contains("\"locked\": [\n    {"));
    ends(place.bare(&["check"]), 0, "locked");
    ends(place.bare(&["lock", "anna"]), 1, "locked already");
    for args in reads {
        ends(place.with_key(args), 0, "");
    }
    assert_ne!(place.bytes(), locked, "an answer was set");
    // a follow-up is locked as what it follows is, and both open with one key
    let follow_up = std::fs::read_dir(place.home.path().join("assessments")).unwrap();
    let follow_up = follow_up.map(|entry| entry.unwrap().path()).find(|path| path.to_string_lossy().contains("2027"));
    let follow_up = follow_up.unwrap();
    assert!(gapwise::sealed::have_one_key(&std::fs::read(&follow_up).unwrap(), &place.bytes()));
    ends(place.with_key(&["compare", follow_up.to_str().unwrap()]), 0, "");
    assert_eq!(holding(place.home.path(), &["Bakery"]), Vec::<PathBuf>::new());

    let report = place.home.path().join("anna.html");
    let args = ["report", "anna", "--out", report.to_str().unwrap()];
    ends(place.with_key(&args), 0, "is not locked");
    ends(place.with_key(&["unlock", "anna"]), 0, "");
    let text = String::from_utf8(place.bytes()).unwrap();
    assert!(text.starts_with(&String::from_utf8(open).unwrap()), "{text}");
    ends(place.bare(&["unlock", "anna"]), 1, "is not locked");
}

#[test]
fn a_wrong_passphrase_changes_nothing_and_one_passphrase_has_one_key() {
    let place = Place::new();
    ends(place.knowing(&["lock", "bakery"]), 0, "");
    let locked = place.bytes();
    for args in [["score", "anna", "--json"], ["unlock", "anna", ""], ["set", "anna", "ga_contacts=1"]] {
        let args: Vec<&str> = args.into_iter().filter(|arg| !arg.is_empty()).collect();
        let mut command = place.bare(&args);
        command.env("GAPWISE_PASSPHRASE_FILE", place.apart.path().join("wrong"));
        assert_eq!(ends(command, 1, "is not the passphrase of"), "");
        assert_eq!(place.bytes(), locked);
    }
    // encrypted from the start, with the key of the one that is locked already
    std::fs::write(place.home.path().join("config.toml"), "[private]\nencrypt = true\n").unwrap();
    let path = ends(place.knowing(&["new", "--client", "Herons Ltd"]), 0, "");
    let new = std::fs::read(path.trim()).unwrap();
    assert!(gapwise::sealed::have_one_key(&new, &locked));
    ends(place.bare(&["new", "--client", "Nobody"]), 1, "a passphrase is needed");
    let mut short = place.bare(&["new", "--client", "Nobody"]);
    std::fs::write(place.apart.path().join("short"), "heron").unwrap();
    short.env("GAPWISE_PASSPHRASE_FILE", place.apart.path().join("short"));
    ends(short, 1, "guessed too soon");
    assert_eq!(holding(place.home.path(), &["Herons Ltd", "Bakery", "Nobody"]), Vec::<PathBuf>::new());
}

#[cfg(unix)]
#[test]
fn the_home_screen_shows_it_locked_and_asks_when_it_is_opened() {
    let place = Place::new();
    ends(place.knowing(&["lock", "bakery"]), 0, "");
    let mut terminal = Terminal::start(place.home.path(), &[], (80, 24));
    terminal.wait_for("locked");
    terminal.keys("\r");
    terminal.wait_for("Passphrase of anna.toml:");
    terminal.keys("seven loud herons");
    terminal.wait_for("•••••••••••••••••");
    terminal.keys("\r");
    terminal.wait_for("That is not its passphrase");
    terminal.keys(&format!("{PASSPHRASE}\r"));
    terminal.wait_for("Anna's Bakery");
    assert!(!String::from_utf8_lossy(&terminal.written).contains("herons"));
    terminal.keys(QUIT);
    terminal.signal("-TERM");
}

#[test]
fn what_others_change_in_a_locked_file_never_lies_open() {
    let place = Place::new();
    let open = place.bytes();
    ends(place.with_key(&["lock", "bakery", "--new-key"]), 0, "");
    // a copy of others, kept while it lay open, is locked with it
    let place = Place::new();
    std::fs::write(place.home.path().join("assessments/anna.toml.other-20261122-101112.5"), &open).unwrap();
    ends(place.with_key(&["lock", "bakery", "--new-key"]), 0, ".other-");
    assert_eq!(holding(place.home.path(), &["Bakery"]), Vec::<PathBuf>::new());
    ends(place.with_key(&["unlock", "anna"]), 0, "");
    assert_eq!(place.bytes(), open, "byte for byte");
}
