//! The loop: an event becomes an action, effects are performed, their outcome comes back as an action.

use std::collections::VecDeque;
use std::io;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::Backend;

use super::ask::{self, Ask, Asked, Kept};
use super::canvas::clamped;
use super::desk::{Desk, Events, Next};
use super::draw::{Drawn, draw, draw_too_small};
use super::keeping::{hear, look, patience, settle};
use super::keymap::{Keymap, action, bindings, home_bindings, is_suspend};
use super::layout::{is_too_small, text_width};
use super::mouse::{Hit, clicked};
use super::pen::{Pen, cut};
use super::setup::Setup;
use super::view;
use crate::interview::{Action, Edit, Effect, Home, HomeStep, Interview, Keys, Outcome, without_controls};

/// Runs one sitting until the person leaves; gives back how it stands then.
///
/// A terminal that can no longer be written ends the sitting as leaving it would: what is being typed is stored first.
///
/// # Errors
/// When the terminal can no longer be read; everything recorded has been saved before.
pub fn run_interview<B: Backend>(
    terminal: &mut Terminal<B>,
    events: &mut dyn Events,
    desk: &mut dyn Desk,
    setup: impl Into<Setup>,
    mut interview: Interview,
) -> io::Result<Interview>
where
    B::Error: Send + Sync + 'static,
{
    let mut setup = setup.into();
    if let Some(reason) = desk.read_only() {
        interview = interview.only_reading(reason);
    }
    let mut asked = ask::begin(desk);
    let mut kept = Kept::default();
    loop {
        if asked.is_none() {
            kept.renew(&interview, desk);
        }
        let Ok(hits) = show(terminal, events, &mut interview, &setup, now(desk), asked.as_ref()) else {
            follow(&mut interview, desk, Action::Quit);
            kept.renew(&interview, desk);
            return Ok(interview);
        };
        let next = events.next_within(patience(&interview, desk))?;
        if let Some(news) = desk.save_news() {
            hear(&mut interview, desk, news);
        }
        look(&mut interview, desk);
        while let Some(news) = desk.accounts_news() {
            follow(&mut interview, desk, Action::Happened(Outcome::Accounts(news)));
        }
        if matches!(next, Next::Event(Event::Key(_) | Event::Mouse(_) | Event::Paste(_))) {
            setup.notice = None;
        }
        if let Next::Event(event) = &next
            && matches!(ask::follow(&mut asked, event, &mut interview, desk), Asked::Taken)
        {
            continue;
        }
        let actions = match next {
            Next::End => vec![Action::Quit],
            Next::Quiet => vec![Action::Tick],
            Next::Event(Event::FocusGained) => {
                // A terminal that cannot be cleared cannot be drawn on either, which is found out next.
                let _ = terminal.clear();
                continue;
            }
            Next::Event(Event::Key(key)) if is_suspend(&bindings(&interview, &setup.keymap), &key) => {
                events.suspend()?;
                let _ = terminal.clear();
                continue;
            }
            Next::Event(Event::Mouse(mouse)) => pointed(&hits, mouse, wheel(&interview)),
            Next::Event(event) => actions_of(&interview, &setup.keymap, event),
        };
        for action in actions {
            // Each key of a pair is read in the state the one before it left.
            let action = match action {
                Action::Edit(Edit::Insert(typed)) if typed.starts_with(ESCAPED) => {
                    match key_action(&interview, &setup.keymap, &plain(typed.chars().nth(1))) {
                        Some(action) => action,
                        None => continue,
                    }
                }
                action => action,
            };
            if follow(&mut interview, desk, action) {
                kept.renew(&interview, desk);
                return Ok(interview);
            }
        }
    }
}

/// Draws the interview and says what can be clicked.
fn show<B: Backend>(
    terminal: &mut Terminal<B>,
    events: &mut dyn Events,
    interview: &mut Interview,
    setup: &Setup,
    now: Timestamp,
    asked: Option<&Ask>,
) -> Result<Vec<Hit>, B::Error> {
    let size = clamped(terminal.size()?);
    let room = text_width((ratatui::layout::Position::ORIGIN, size).into(), interview.shows_private());
    interview.update(Action::Room(room.into()), now);
    events.title(&title(interview));
    let mut drawn = Drawn::default();
    terminal.draw(|frame| {
        drawn = draw(frame, interview, setup);
        if let Some(asked) = asked {
            ask::draw(frame, asked, interview, setup.theme);
        }
    })?;
    interview.update(Action::Reach(drawn.reach), now);
    Ok(drawn.hits)
}

/// The title of the terminal's window; made harmless, since it goes to the terminal as it is.
fn title(interview: &Interview) -> String {
    let brand = rust_i18n::t!("tui.brand", locale = &interview.assessment().locale);
    let client = interview.assessment().client.name.trim();
    if client.is_empty() || interview.is_shared() {
        brand.into_owned()
    } else {
        cut(&format!("{brand} – {client}"), 80)
    }
}

/// What the wheel means just now; nothing where it would begin to write.
fn wheel(interview: &Interview) -> usize {
    match interview.keys() {
        Keys::Ready | Keys::Prompt | Keys::YesNo | Keys::Confirm => 0,
        Keys::Reading => 3,
        _ => 1,
    }
}

/// What a click or a turn of the wheel means.
fn pointed(hits: &[Hit], mouse: MouseEvent, wheel: usize) -> Vec<Action> {
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => clicked(hits, mouse.column, mouse.row),
        MouseEventKind::ScrollUp => vec![Action::Edit(Edit::Up); wheel],
        MouseEventKind::ScrollDown => vec![Action::Edit(Edit::Down); wheel],
        _ => Vec::new(),
    }
}

/// Runs the first screen until something is chosen.
///
/// # Errors
/// When the terminal can no longer be read or written.
pub fn run_home<B: Backend>(
    terminal: &mut Terminal<B>,
    events: &mut dyn Events,
    setup: impl Into<Setup>,
    locale: &str,
    home: &mut Home,
) -> io::Result<HomeStep>
where
    B::Error: Send + Sync + 'static,
{
    let mut setup = setup.into();
    events.title(&rust_i18n::t!("tui.brand", locale = locale));
    loop {
        let mut hits = Vec::new();
        let drawn = terminal.draw(|frame| {
            let area = frame.area();
            if is_too_small(area) {
                return draw_too_small(frame, setup.theme, locale);
            }
            let mut pen = Pen::new(frame.buffer_mut(), area);
            pen.buffer.set_style(area, setup.theme.ink());
            view::home(&mut pen, home, &setup, locale);
            hits = std::mem::take(&mut pen.hits);
            if let Some(cursor) = pen.cursor {
                frame.set_cursor_position(cursor);
            }
        });
        drawn.map_err(io::Error::other)?;
        let event = events.next()?;
        if matches!(event, Some(Event::Key(_) | Event::Mouse(_) | Event::Paste(_))) {
            setup.notice = None;
        }
        let keys = home_bindings(home.keys(), &setup.keymap);
        let actions = match event {
            None => vec![Action::Quit],
            Some(Event::FocusGained) => {
                terminal.clear().map_err(io::Error::other)?;
                continue;
            }
            Some(Event::Key(key)) if is_suspend(&keys, &key) => {
                events.suspend()?;
                terminal.clear().map_err(io::Error::other)?;
                continue;
            }
            Some(Event::Key(key)) if key.kind != KeyEventKind::Release => action(&keys, &key).into_iter().collect(),
            Some(Event::Paste(text)) => vec![Action::Edit(Edit::Paste(without_controls(&text).0))],
            Some(Event::Mouse(mouse)) => pointed(&hits, mouse, 1),
            Some(_) => Vec::new(),
        };
        for action in actions {
            match home.update(&action) {
                HomeStep::Stay => {}
                step => return Ok(step),
            }
        }
    }
}

/// Stands before a character that was typed together with Escape.
const ESCAPED: char = '\u{1b}';

/// What an event means just now; Escape and a key that arrive as one are taken apart again.
fn actions_of(interview: &Interview, keymap: &Keymap, event: Event) -> Vec<Action> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
        Event::Key(KeyEvent { code: KeyCode::Char(typed), modifiers, .. }) if modifiers.contains(KeyModifiers::ALT) => {
            vec![Action::Leave, Action::Edit(Edit::Insert(format!("{ESCAPED}{typed}")))]
        }
        Event::Key(key) => key_action(interview, keymap, &key).into_iter().collect(),
        // Never as typed characters: a paste may begin with an escape character.
        Event::Paste(text) => vec![Action::Edit(Edit::Paste(text))],
        _ => Vec::new(),
    }
}

fn key_action(interview: &Interview, keymap: &Keymap, key: &KeyEvent) -> Option<Action> {
    action(&bindings(interview, keymap), key)
}

fn plain(typed: Option<char>) -> KeyEvent {
    KeyEvent::new(typed.map_or(KeyCode::Null, KeyCode::Char), KeyModifiers::NONE)
}

fn now(desk: &dyn Desk) -> Timestamp {
    desk.now().timestamp()
}

/// Follows one action and everything that comes of it; true when the sitting is over.
pub(crate) fn follow(interview: &mut Interview, desk: &mut dyn Desk, action: Action) -> bool {
    let mut effects = VecDeque::from(interview.update(action, now(desk)));
    while let Some(effect) = effects.pop_front() {
        let outcome = match effect {
            Effect::Quit => {
                settle(interview, desk);
                return true;
            }
            Effect::Save => {
                if let Some(news) = desk.hand_in(interview.assessment()) {
                    hear(interview, desk, news);
                }
                continue;
            }
            Effect::Accounts(ask) => match desk.accounts(ask, &interview.assessment().locale) {
                Some(news) => Outcome::Accounts(news),
                None => continue,
            },
            Effect::RenderReport => match desk.render_report(interview.assessment()) {
                Ok(paths) => Outcome::Rendered(paths),
                Err(reason) => Outcome::NotRendered(reason),
            },
            Effect::Preview { internal } => match desk.preview(interview.assessment(), internal) {
                Ok(text) => Outcome::Previewed { internal, text },
                Err(reason) => Outcome::NotRendered(reason),
            },
            Effect::OpenFile(path) => desk.open_file(&path).map_or_else(Outcome::Failed, |()| Outcome::Opened),
            Effect::Copy(text) => desk.copy(&text).map_or_else(Outcome::Failed, |()| Outcome::Copied),
        };
        effects.extend(interview.update(Action::Happened(outcome), now(desk)));
    }
    false
}
