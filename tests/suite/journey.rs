//! Keys played against the real loop on a test terminal.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::OnceLock;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use gapwise::assessment::{Assessment, Mode};
use gapwise::interview::{Action, Edit, Interview};
use gapwise::questionnaire::Selection;
use gapwise::tui::{Desk, Events, Theme, run_interview};
use jiff::Zoned;
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::shared::core;

/// What a sitting left behind.
pub struct Played {
    /// The last screen.
    pub screen: String,
    /// The state at the end.
    pub interview: Interview,
    /// Everything that was saved, in order.
    pub saved: Vec<Assessment>,
    /// How many reports were asked for.
    pub reports: usize,
}

/// An empty assessment of the core.
pub fn empty(mode: Mode) -> Assessment {
    let mut assessment = Assessment::new(vec![selection().questionnaires[0].reference()], mode, date(2026, 11, 22));
    assessment.client.name = "Brightwater Coffee Systems".to_owned();
    assessment
}

/// The core, loaded once for all tests.
fn selection() -> Selection {
    static SELECTION: OnceLock<Selection> = OnceLock::new();
    SELECTION.get_or_init(core).clone()
}

/// Plays keys in a sitting of 80×24; see [`keys_of`] for how they are written.
pub fn play(assessment: Assessment, keys: &str) -> Played {
    play_at(assessment, keys, (80, 24))
}

/// Plays keys on a screen of some size.
pub fn play_at(assessment: Assessment, keys: &str, size: (u16, u16)) -> Played {
    play_with(assessment, keys, size, TestDesk::default())
}

/// Plays keys in a sitting whose saving may fail.
pub fn play_on(assessment: Assessment, keys: &str, fails: bool) -> Played {
    play_with(assessment, keys, (80, 24), TestDesk { fails, ..TestDesk::default() })
}

/// Plays keys with other questions than the core's.
pub fn play_in(selection: Selection, assessment: Assessment, keys: &str, size: (u16, u16)) -> Played {
    play_through(selection, assessment, keys, size, TestDesk::default())
}

fn play_with(assessment: Assessment, keys: &str, size: (u16, u16), desk: TestDesk) -> Played {
    play_through(selection(), assessment, keys, size, desk)
}

fn play_through(
    selection: Selection,
    assessment: Assessment,
    keys: &str,
    (width, height): (u16, u16),
    mut desk: TestDesk,
) -> Played {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
    let interview = Interview::new(selection, assessment, date(2026, 11, 22)).begun_at("ga_pain");
    let mut events = keys_of(keys);
    let interview =
        run_interview(&mut terminal, &mut events, &mut desk, Theme::new(true), interview).expect("no errors");
    Played { screen: terminal.backend().to_string(), interview, saved: desk.saved, reports: desk.reports }
}

/// Follows keys without a screen, and stays where they lead.
pub fn driven(assessment: Assessment, keys: &str) -> Interview {
    let mut interview = Interview::new(selection(), assessment, date(2026, 11, 22)).begun_at("ga_pain");
    let now = TestDesk::default().now().timestamp();
    for event in keys_of(keys) {
        let action = match event {
            Event::Key(key) => gapwise::tui::meaning(&interview, &key),
            Event::Paste(text) => Some(Action::Edit(Edit::Paste(text))),
            _ => None,
        };
        if let Some(action) = action {
            interview.update(action, now);
        }
    }
    interview
}

/// Keys written as text: a character is itself, `<enter>`, `<c-d>` and the like are named, `<paste:…>` pastes.
pub fn keys_of(text: &str) -> VecDeque<Event> {
    let mut events = VecDeque::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let named = if first == '<' { rest.find('>') } else { None };
        match named {
            Some(end) => {
                events.push_back(event(&rest[1..end]));
                rest = &rest[end + 1..];
            }
            None => {
                events.push_back(key(KeyCode::Char(first), KeyModifiers::NONE));
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    events
}

fn event(name: &str) -> Event {
    if let Some(text) = name.strip_prefix("paste:") {
        return Event::Paste(text.to_owned());
    }
    let with_control = match name {
        "c-left" => Some(KeyCode::Left),
        "c-right" => Some(KeyCode::Right),
        "c-home" => Some(KeyCode::Home),
        "c-end" => Some(KeyCode::End),
        _ => None,
    };
    if let Some(code) = with_control {
        return key(code, KeyModifiers::CONTROL);
    }
    if let Some(letter) = name.strip_prefix("c-").and_then(|rest| rest.chars().next()) {
        return key(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    if let Some(letter) = name.strip_prefix("a-").and_then(|rest| rest.chars().next()) {
        return key(KeyCode::Char(letter), KeyModifiers::ALT);
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "s-tab" => KeyCode::BackTab,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgdn" => KeyCode::PageDown,
        "pgup" => KeyCode::PageUp,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "lt" => KeyCode::Char('<'),
        other => panic!("no key is called <{other}>"),
    };
    key(code, KeyModifiers::NONE)
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// A desk that keeps what it is given.
#[derive(Default)]
pub struct TestDesk {
    pub saved: Vec<Assessment>,
    pub reports: usize,
    pub fails: bool,
}

impl Desk for TestDesk {
    fn save(&mut self, assessment: &Assessment) -> Result<(), String> {
        if self.fails {
            return Err("no space left on the disk".to_owned());
        }
        self.saved.push(assessment.clone());
        Ok(())
    }

    fn render_report(&mut self, _assessment: &Assessment) -> Result<Vec<PathBuf>, String> {
        self.reports += 1;
        Ok(vec![PathBuf::from("brightwater.html"), PathBuf::from("brightwater.md")])
    }

    fn preview(&mut self, _assessment: &Assessment, internal: bool) -> Result<String, String> {
        Ok(if internal { "# zqinternal".to_owned() } else { "# The report".to_owned() })
    }

    fn now(&self) -> Zoned {
        "2026-11-22T10:42:00[UTC]".parse().expect("a time")
    }
}

/// The next event of a script, to show that scripts are what the loop reads.
#[test]
fn a_script_is_read_to_its_end_and_then_the_sitting_ends() {
    let mut events = keys_of("a<enter>");
    assert!(events.next().unwrap().is_some());
    assert!(events.next().unwrap().is_some());
    assert!(events.next().unwrap().is_none());
}
