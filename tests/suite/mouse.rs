//! Clicks and the wheel, found by what was drawn.

use std::collections::VecDeque;

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use gapwise::assessment::{Assessment, Cell, Mode, Value};
use gapwise::interview::{Call, Interview, Panel};
use gapwise::tui::{Theme, run_interview};
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::journey::{TestDesk, empty, keys_of};
use super::shared::{brightwater, core};

const SIZE: (u16, u16) = (120, 40);

fn run(assessment: &Assessment, events: &mut VecDeque<Event>) -> (Interview, String) {
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a test terminal");
    let interview = Interview::new(core(), assessment.clone(), date(2026, 11, 22)).begun_at("ga_pain");
    let mut desk = TestDesk::default();
    let ended = run_interview(&mut terminal, events, &mut desk, Theme::new(true), interview).expect("no errors");
    (ended, terminal.backend().to_string())
}

/// Plays keys, then clicks each text where the screen shows it then.
fn click(assessment: Assessment, keys: &str, texts: &[&str]) -> Interview {
    let mut events = keys_of(keys);
    for text in texts {
        let (_, screen) = run(&assessment, &mut events.clone());
        let found = screen.lines().enumerate().find_map(|(row, line)| Some((row, line.find(text)?, line)));
        let (row, at, line) = found.unwrap_or_else(|| panic!("'{text}' is not shown:\n{screen}"));
        // The test backend writes each line in quotes.
        let column = line[..at].chars().count() - 1;
        events.push_back(mouse(MouseEventKind::Down(MouseButton::Left), column as u16, row as u16));
    }
    run(&assessment, &mut events).0
}

fn mouse(kind: MouseEventKind, column: u16, row: u16) -> Event {
    Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

#[test]
fn a_click_goes_where_the_outline_says() {
    let ended = click(brightwater(), "", &["Content  "]);
    assert_eq!(ended.question().area, "content");
    let at = ended.question().label.get("en").to_owned();
    let ended = click(brightwater(), "/ga_contacts<enter>", &["Active contacts"]);
    assert_eq!(ended.question().id, "ga_active", "from {at}");
}

#[test]
fn a_click_takes_a_choice_and_ticks_one() {
    let ended = click(empty(Mode::Consultant), "/ga_icp<enter>", &["Written down and used"]);
    assert_eq!(ended.assessment().value("ga_icp"), Some(&Value::Number(3.0)));
    let ended = click(empty(Mode::Consultant), "/ga_icp<enter>3", &["Only in people's heads"]);
    assert_eq!(ended.assessment().value("ga_icp"), Some(&Value::Number(1.0)), "upwards too");
    let question = core().question("ga_baseline").expect("it is asked").clone();
    let label = |at: usize| question.choices()[at].label.get("en")[..12].to_owned();
    let ended = click(empty(Mode::Consultant), "/ga_baseline<enter>", &[&label(2), &label(0), &label(2)]);
    let ticked = ended.assessment().value("ga_baseline").map(Value::texts).unwrap_or_default().to_vec();
    assert_eq!(ticked, [question.choices()[0].id.clone()]);
}

#[test]
fn a_click_goes_to_a_cell_and_a_point_rates_it() {
    let ended = click(empty(Mode::Consultant), "/ga_mix<enter>", &["·"]);
    assert_eq!(ended.question().id, "ga_mix");
    let row = core().question("ga_mix").expect("it is asked").fixed_rows()[4].id.clone();
    let mut events = keys_of("/ga_mix<enter>");
    let (_, screen) = run(&empty(Mode::Consultant), &mut events.clone());
    let cells: Vec<(usize, usize)> = screen
        .lines()
        .enumerate()
        .filter_map(|(row, line)| Some((row, line[..line.rfind(" ·")?].chars().count())))
        .collect();
    // The first of them stands behind the area.
    let (line, column) = cells[5];
    events.push_back(mouse(MouseEventKind::Down(MouseButton::Left), column as u16, line as u16));
    events.extend(keys_of("2"));
    let (ended, screen) = run(&empty(Mode::Consultant), &mut events);
    let rated = ended.assessment().value("ga_mix").and_then(|value| value.cell(&row, "value"));
    assert_eq!(rated, Some(&Cell::Number(2.0)), "{screen}");
}

#[test]
fn the_screens_of_a_call_can_be_clicked() {
    let cursor = |ended: &Interview| match ended.panel() {
        Some(Panel::Call(Call::Swot(drafting))) => drafting.cursor,
        Some(Panel::Call(Call::Agreement(agreeing))) => agreeing.cursor,
        other => panic!("{other:?}"),
    };
    let line = "Newsletter, social and SEO agency";
    let ended = click(brightwater(), "W", &[line]);
    assert_ne!(cursor(&ended), 0, "the first click goes there");
    let rows = |ended: &Interview| ended.assessment().value("ga_swot").map_or(0, |value| value.rows().len());
    assert_eq!(rows(&ended), rows(&click(brightwater(), "", &[])));
    assert_eq!(rows(&click(brightwater(), "W", &[line, line])), rows(&ended) + 1, "the second takes it");
    let ended = click(brightwater(), "A", &["Measurement  "]);
    assert_ne!(cursor(&ended), 0);
    let ended = click(brightwater(), "=", &["The plan is seldom revisited"]);
    let Some(Panel::Call(Call::Why(why))) = ended.panel() else { panic!("{:?}", ended.panel()) };
    assert_eq!(why.explained.len(), 1, "a click explains");
}

#[test]
fn the_key_bar_can_be_clicked_and_the_wheel_scrolls() {
    let ended = click(brightwater(), "", &["? keys"]);
    assert!(matches!(ended.panel(), Some(Panel::Help(0))));
    let mut events = keys_of("?");
    events.extend([mouse(MouseEventKind::ScrollDown, 5, 5), mouse(MouseEventKind::ScrollDown, 5, 5)]);
    events.push_back(mouse(MouseEventKind::ScrollUp, 5, 5));
    assert!(matches!(run(&brightwater(), &mut events).0.panel(), Some(Panel::Help(3))));
    let mut events = keys_of("/");
    events.push_back(mouse(MouseEventKind::ScrollDown, 5, 5));
    let (ended, _) = run(&brightwater(), &mut events);
    assert!(matches!(ended.panel(), Some(Panel::Picker(picker)) if picker.cursor == 1));
    for place in [(0, 0), (u16::MAX, u16::MAX), (119, 39)] {
        let mut events = VecDeque::from([mouse(MouseEventKind::Down(MouseButton::Left), place.0, place.1)]);
        assert!(run(&brightwater(), &mut events).0.panel().is_none());
    }
}
