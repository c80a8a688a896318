//! Settings: nonsense is named with its line, and everything else works; the README's keys are the program's.

use gapwise::config::Config;
use gapwise::interview::Interview;
use gapwise::problem::Source;
use gapwise::tui::{Keymap, Setup, Theme, keys_in_markdown, run_interview};
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::journey::{TestDesk, empty, keys_of};
use super::shared::core;
use gapwise::assessment::{Mode, Status};

fn played(settings: &str, keys: &str) -> (Interview, String) {
    let (config, problems) = Config::read(Source::new("config.toml", settings));
    assert!(problems.is_empty(), "{problems:?}");
    let (keymap, problems) = Keymap::chosen(&config.keys, config.source.as_ref().expect("a source"));
    assert!(problems.is_empty(), "{problems:?}");
    let setup = Setup { keymap, notice: Some("config.toml is odd".to_owned()), ..Setup::from(Theme::new(true)) };
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a test terminal");
    let interview = Interview::new(core(), empty(Mode::Consultant), date(2026, 11, 22)).begun_at("ga_contacts");
    let mut desk = TestDesk::default();
    let ended = run_interview(&mut terminal, &mut keys_of(keys), &mut desk, setup, interview).expect("no errors");
    (ended, terminal.backend().to_string())
}

fn status(interview: &Interview) -> Status {
    interview.assessment().answer("ga_contacts").map(|answer| answer.status.clone()).unwrap_or_default()
}

#[test]
fn keys_of_ones_own_mean_what_they_are_said_to() {
    let settings = "[keys]\nunknown = [\"m\", \"ctrl-b\"]\nclear = \"u\"\n";
    assert_eq!(status(&played(settings, "m").0), Status::Unknown);
    assert_eq!(status(&played(settings, "5<c-b>").0), Status::Unknown);
    assert_eq!(status(&played(settings, "5<enter><bs>u").0), Status::Open);
    let (_, screen) = played(settings, "");
    assert!(screen.contains("m ctrl-b don't know") && screen.contains("config.toml is odd"), "{screen}");
    let (_, screen) = played(settings, "?");
    assert!(screen.contains("m ctrl-b") && !screen.contains("config.toml is odd"), "{screen}");
}

#[test]
fn check_names_the_line_and_the_interview_says_so_once() {
    let (home, _) = super::pty::home();
    let settings = "[screen]\ntheme = \"drak\"\n[keys]\nundo = \"u\"\n";
    std::fs::write(home.path().join("config.toml"), settings).unwrap();
    let check = assert_cmd::Command::cargo_bin("gapwise")
        .unwrap()
        .env("GAPWISE_HOME", home.path())
        .args(["check"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    assert_eq!(check.status.code(), Some(3), "{said}");
    for wanted in ["config.toml:2:9", "Did you mean 'dark'?", "config.toml:4:8", "'undo' cannot be 'u'"] {
        assert!(said.contains(wanted), "{wanted}\n{said}");
    }
    let mut terminal = super::pty::Terminal::start(home.path(), &["interview", "bakery"], (100, 30));
    terminal.wait_for("config.toml has 2 mistakes; gapwise check shows them.");
    terminal.keys(super::pty::QUIT);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_readme_lists_the_keys_there_are() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).expect("the README");
    let (begin, end) = ("<!-- keys: printed by `gapwise keys` -->\n\n", "<!-- end of keys -->");
    let (before, rest) = readme.split_once(begin).expect("the place of the keys");
    let (listed, after) = rest.split_once(end).expect("the end of the keys");
    let keys = keys_in_markdown(&Keymap::default(), "en");
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, format!("{before}{begin}{keys}{end}{after}")).expect("the README can be written");
        return;
    }
    assert_eq!(listed, keys, "run the tests once with UPDATE_README=1, or paste what `gapwise keys` prints");
}
