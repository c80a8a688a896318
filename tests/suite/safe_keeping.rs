//! Nothing that was said is lost: to a slow disk, to a full one, to a kill at any moment.

use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use gapwise::assessment::{Assessment, Mode, SaveNews, Saved, Writer};
use gapwise::interview::{Interview, SaveStatus};
use gapwise::tui::{Desk, Theme, run_interview};
use jiff::civil::date;
use ratatui::Terminal as Screen;
use ratatui::backend::TestBackend;

use super::journey::{empty, keys_of};
use super::pty::{QUIT, Terminal, home};
use super::shared::core;

/// A desk whose disk takes until the end of the sitting.
struct SlowDesk {
    writer: Writer,
    disk: Sender<()>,
}

impl Desk for SlowDesk {
    fn save(&mut self, _: &Assessment) -> Result<(), String> {
        Err("a slow desk only takes in".to_owned())
    }

    fn hand_in(&mut self, assessment: &Assessment) -> Option<SaveNews> {
        self.writer.hand_in(assessment);
        None
    }

    fn save_news(&mut self) -> Option<SaveNews> {
        self.writer.news()
    }

    fn is_saving(&self) -> bool {
        self.writer.is_busy()
    }

    fn settle(&mut self) -> Option<SaveNews> {
        for _ in 0..2 {
            self.disk.send(()).unwrap();
        }
        assert!(self.writer.settle(Duration::from_secs(60)));
        self.writer.news()
    }

    fn render_report(&mut self, _: &Assessment) -> Result<Vec<PathBuf>, String> {
        Err(String::new())
    }
}

#[test]
fn typing_never_waits_for_the_disk_and_quitting_does() {
    let (disk, gate) = channel::<()>();
    let (tell, told) = channel();
    let writer = Writer::start(move |assessment| {
        gate.recv().unwrap();
        tell.send(assessment.answers.len()).unwrap();
        Ok(Saved::Written)
    });
    let mut desk = SlowDesk { writer, disk };
    let mut terminal = Screen::new(TestBackend::new(80, 24)).unwrap();
    let interview = Interview::new(core(), empty(Mode::Consultant), date(2026, 11, 22)).begun_at("ga_contacts");
    // Every key is played and drawn although the first save has not come back.
    let mut keys = keys_of("400<enter>30<enter>");
    let ended = run_interview(&mut terminal, &mut keys, &mut desk, Theme::new(true), interview).unwrap();
    assert!(matches!(ended.saved(), SaveStatus::Saved(_)), "{:?}", ended.saved());
    assert_eq!(told.try_iter().last(), Some(2), "the newest was waited for");
}

const PAIN: [&str; 4] = ["interview", "bakery", "--at", "ga_pain"];

#[cfg(unix)]
#[test]
fn typing_of_a_killed_sitting_is_offered_back() {
    let (home, file) = home();
    let draft = home.path().join("assessments/.anna.toml.draft");
    let mut first = Terminal::start(home.path(), &PAIN, (80, 24));
    first.wait_for("What made you take this call?");
    first.keys("\rHalf a sentence");
    first.wait_for("Half a sentence");
    wait_until(|| std::fs::read_to_string(&draft).is_ok_and(|text| text.contains("Half a sentence")));
    first.signal("-KILL");
    assert!(!file().contains("Half"), "it was no answer yet");

    let mut second = Terminal::start(home.path(), &PAIN, (80, 24));
    second.wait_for("Typed: Half a sentence");
    second.keys("c");
    second.wait_for("Stored: –");
    second.keys("r");
    second.wait_for("enter");
    second.keys(" goes on\r");
    second.wait_for("saved");
    second.keys(QUIT);
    assert_eq!(second.end(), 0);
    assert!(file().contains("value = \"Half a sentence goes on\"\n"), "{}", file());
    assert!(!draft.exists(), "what is stored is no draft any more");
}

#[cfg(unix)]
#[test]
fn typing_never_lands_in_another_questionnaires_field() {
    let (home, file) = home();
    let draft = home.path().join("assessments/.anna.toml.draft");
    let text =
        "at = \"2026-11-22T10:42:00Z\"\nquestionnaire = \"other@7\"\nquestion = \"ga_pain\"\nplace = \"field\"\n";
    std::fs::write(&draft, format!("{text}text = \"Elsewhere\"\n")).unwrap();
    let mut terminal = Terminal::start(home.path(), &PAIN, (80, 24));
    terminal.wait_for("other@7");
    terminal.keys("r");
    terminal.wait_for("Elsewhere");
    terminal.keys("\r");
    terminal.wait_for("saved");
    terminal.keys(QUIT);
    assert_eq!(terminal.end(), 0);
    assert!(!file().contains("[answers.ga_pain]"), "{}", file());
    assert!(file().contains("scratch") && file().contains("text = \"Elsewhere\""), "{}", file());
}

/// 40 kills at random moments; a thousand with `GAPWISE_KILLS=1000`.
#[cfg(unix)]
#[test]
fn no_acknowledged_answer_is_lost_to_a_kill_at_any_moment() {
    let kills = std::env::var("GAPWISE_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(40);
    let (home, file) = home();
    let mut random = fastrand::Rng::with_seed(7);
    for round in 0..kills {
        let mut terminal = Terminal::start(home.path(), &["interview", "bakery", "--at", "ga_contacts"], (80, 24));
        terminal.wait_for("How many people could you get in touch with");
        // acknowledged: the screen said so
        let number = 1000 + round;
        terminal.keys(&format!("{number}\r"));
        terminal.wait_for("saved");
        // and one more, killed somewhere on its way
        terminal.keys(&format!("{}\r", 5 + round % 7));
        std::thread::park_timeout(Duration::from_micros(random.u64(0..20_000)));
        terminal.signal("-KILL");
        let text = file();
        assert!(text.contains(&format!("value = {number}\n")), "round {round}: {text}");
        assert!(toml_is_whole(&text), "round {round}: {text}");
    }
}

fn toml_is_whole(text: &str) -> bool {
    text.parse::<toml::Table>().is_ok()
}

#[track_caller]
fn wait_until(done: impl Fn() -> bool) {
    let begun = std::time::Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it did not happen");
        std::thread::yield_now();
    }
}

/// A folder that cannot be written to: said at once, tried again, and the exit code and a copy at the end.
#[cfg(unix)]
#[test]
fn a_folder_that_is_gone_is_said_and_a_copy_is_kept() {
    let (home, file) = home();
    let before = file();
    let mut terminal = Terminal::start(home.path(), &PAIN, (160, 24));
    terminal.wait_for("What made you take this call?");
    let (folder, away) = (home.path().join("assessments"), home.path().join("away"));
    std::fs::rename(&folder, &away).unwrap();
    terminal.keys("\rToo quiet\r");
    terminal.wait_for("NOT SAVED since");
    terminal.keys(QUIT);
    let (code, said) = terminal.end_and_said();
    assert_eq!(code, 1);
    assert!(said.contains("NOT SAVED") && said.contains("unsaved-anna-"), "{said}");
    assert_eq!(std::fs::read_to_string(away.join("anna.toml")).unwrap(), before);
    let copy = std::fs::read_dir(home.path().join("state")).unwrap().next().unwrap().unwrap().path();
    assert!(std::fs::read_to_string(copy).unwrap().contains("Too quiet"));
}
