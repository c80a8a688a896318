//! A call as keys and minutes: what the tests of its screens share, and how those screens look.

use std::cell::Cell;
use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use crossterm::event::{Event, KeyCode};
use gapwise::assessment::{Assessment, Mode};
use gapwise::interview::Interview;
use gapwise::tui::{Desk, Events, Next, Theme, run_interview};
use jiff::Zoned;
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::journey::{empty, keys_of};
use super::shared::{brightwater, core};

/// What a call left behind.
pub struct Called {
    /// The last screen.
    pub screen: String,
    /// The state at the end.
    pub interview: Interview,
    /// Everything that was saved, in order.
    pub saved: Vec<Assessment>,
    /// What was opened and what was copied.
    pub handed_over: Vec<String>,
    /// How often the screen was drawn because a minute was over.
    pub ticks: usize,
}

/// The desk of a call: its clock goes on when the script says so.
struct CallDesk {
    minutes: Rc<Cell<i64>>,
    saved: Vec<Assessment>,
    handed_over: Vec<String>,
}

impl Desk for CallDesk {
    fn save(&mut self, assessment: &Assessment) -> Result<(), String> {
        self.saved.push(assessment.clone());
        Ok(())
    }

    fn render_report(&mut self, _: &Assessment) -> Result<Vec<PathBuf>, String> {
        Ok(vec![PathBuf::from("/clients/brightwater-report.html"), PathBuf::from("/clients/brightwater-internal.html")])
    }

    fn preview(&mut self, _: &Assessment, internal: bool) -> Result<String, String> {
        let secret = if internal { "zqinternal" } else { "for everybody" };
        Ok(format!(
            "# Where you **stand**\n\nPlain \\*words\\* {secret}\n\n- one\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n> said\n"
        ))
    }

    fn open_file(&mut self, path: &Path) -> Result<(), String> {
        self.handed_over.push(format!("opened {}", path.display()));
        Ok(())
    }

    fn copy(&mut self, text: &str) -> Result<(), String> {
        self.handed_over.push(format!("copied {text}"));
        Ok(())
    }

    fn now(&self) -> Zoned {
        let start: Zoned = "2026-11-22T10:00:00[UTC]".parse().expect("a time");
        start + jiff::SignedDuration::from_mins(self.minutes.get())
    }
}

/// Keys, with `<f2>` standing for a minute that passes while nobody presses one.
struct Script {
    keys: VecDeque<Event>,
    minutes: Rc<Cell<i64>>,
    ticks: Rc<Cell<usize>>,
}

impl Events for Script {
    fn next(&mut self) -> io::Result<Option<Event>> {
        Ok(self.keys.pop_front())
    }

    fn next_within(&mut self, most: Option<Duration>) -> io::Result<Next> {
        match self.keys.front() {
            Some(Event::Key(key)) if key.code == KeyCode::F(2) => {
                self.keys.pop_front();
                self.minutes.set(self.minutes.get() + 1);
                if most.is_none() {
                    // Nobody waits for a minute while the clock stands still.
                    return self.next_within(most);
                }
                self.ticks.set(self.ticks.get() + 1);
                Ok(Next::Quiet)
            }
            _ => Ok(self.next()?.map_or(Next::End, Next::Event)),
        }
    }
}

/// Plays a call: `+N+` in the keys lets N minutes pass.
pub fn call_at(assessment: Assessment, at: &str, keys: &str, (width, height): (u16, u16)) -> Called {
    let (minutes, ticks) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let keys = with_minutes(keys);
    let mut script = Script { keys: keys_of(&keys), minutes: Rc::clone(&minutes), ticks: Rc::clone(&ticks) };
    let mut desk = CallDesk { minutes, saved: Vec::new(), handed_over: Vec::new() };
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
    let interview = Interview::new(core(), assessment, date(2026, 11, 22)).begun_at(at);
    let interview =
        run_interview(&mut terminal, &mut script, &mut desk, Theme::new(true), interview).expect("no errors");
    let screen = terminal.backend().to_string();
    Called { screen, interview, saved: desk.saved, handed_over: desk.handed_over, ticks: ticks.get() }
}

/// Plays a call on a screen of 80×24.
pub fn call(assessment: Assessment, at: &str, keys: &str) -> Called {
    call_at(assessment, at, keys, (80, 24))
}

fn with_minutes(keys: &str) -> String {
    let mut out = String::new();
    for (at, part) in keys.split('+').enumerate() {
        match part.parse::<usize>() {
            Ok(minutes) if at % 2 == 1 => out.push_str(&"<f2>".repeat(minutes)),
            _ => out.push_str(part),
        }
    }
    out
}

/// Every screen of a call: its name, the question it is opened from, the keys.
const SCREENS: &[(&str, &str, &str)] = &[
    ("opening", "ga_pain", "p1y"),
    ("routes", "ga_pain", "r"),
    ("pace", "ga_pain", "p1<enter>+12+p"),
    ("reveal", "ga_pain", "R"),
    ("reacting", "ga_pain", "R<enter>We never put those two next to each other."),
    ("gives", "ga_pain", "R<right><right><right>"),
    ("agreement", "ga_pain", "A<down><right>"),
    ("agreement_shared", "ga_pain", "<c-p>A<down><right>"),
    ("why_list", "ga_followup", "="),
    ("why_metric", "ga_rebought", "=<down><down><down><enter>"),
    ("why_area", "ga_followup", "=<down><down><enter>"),
    ("swot", "ga_pain", "W<down><enter>"),
    ("close", "ga_pain", "f"),
    ("next_step", "ga_pain", "fdSend the report<enter>Tom<enter>"),
    ("finished", "ga_pain", "f<enter>"),
    ("preview", "ga_pain", "P"),
];

#[test]
fn the_screens_of_a_call_are_as_they_were() {
    for (name, at, keys) in SCREENS {
        for size in [(60, 15), (80, 24), (120, 40), (200, 60)] {
            let called = call_at(brightwater(), at, keys, size);
            insta::assert_snapshot!(format!("{name}_{}", size.0), called.screen);
        }
    }
}

#[test]
fn an_owner_has_a_way_of_their_own() {
    let called = call(empty(Mode::SelfAssessment), "ga_model", "p");
    assert!(called.screen.contains("On your own, 20 minutes"), "{}", called.screen);
    assert!(!called.screen.contains("notes are taken"));
    let called = call(empty(Mode::SelfAssessment), "ga_pain", "R");
    assert!(called.screen.contains("What stands out"), "{}", called.screen);
}
