//! The loop: an event becomes an action, effects are performed, their outcome comes back as an action.

use std::io;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::Backend;

use super::desk::{Desk, Events};
use super::draw::{draw, draw_too_small};
use super::keymap::{action, home_bindings, meaning};
use super::layout::{is_too_small, text_width};
use super::pen::Pen;
use super::theme::Theme;
use super::view;
use crate::interview::{Action, Edit, Effect, Home, HomeStep, Interview, Outcome, without_controls};

/// Runs one sitting until the person leaves; gives back how it stands then.
///
/// # Errors
/// When the terminal can no longer be read or written; everything recorded has been saved before.
pub fn run_interview<B: Backend>(
    terminal: &mut Terminal<B>,
    events: &mut dyn Events,
    desk: &mut dyn Desk,
    theme: Theme,
    mut interview: Interview,
) -> io::Result<Interview>
where
    B::Error: Send + Sync + 'static,
{
    loop {
        let size = terminal.size().map_err(io::Error::other)?;
        let room = text_width((ratatui::layout::Position::ORIGIN, size).into(), interview.shows_private());
        interview.update(Action::Room(room.into()), now(desk));
        let mut reach = 0;
        terminal.draw(|frame| reach = draw(frame, &interview, theme)).map_err(io::Error::other)?;
        interview.update(Action::Reach(reach), now(desk));
        let actions = match events.next()? {
            None => vec![Action::Quit],
            Some(event) => actions_of(&interview, event),
        };
        for action in actions {
            // Each key of a pair is read in the state the one before it left.
            let action = match action {
                Action::Edit(Edit::Insert(typed)) if typed.starts_with(ESCAPED) => {
                    match key_action(&interview, &plain(typed.chars().nth(1))) {
                        Some(action) => action,
                        None => continue,
                    }
                }
                action => action,
            };
            if follow(&mut interview, desk, action) {
                return Ok(interview);
            }
        }
    }
}

/// Runs the first screen until something is chosen.
///
/// # Errors
/// When the terminal can no longer be read or written.
pub fn run_home<B: Backend>(
    terminal: &mut Terminal<B>,
    events: &mut dyn Events,
    theme: Theme,
    locale: &str,
    home: &mut Home,
) -> io::Result<HomeStep>
where
    B::Error: Send + Sync + 'static,
{
    loop {
        terminal
            .draw(|frame| {
                if is_too_small(frame.area()) {
                    return draw_too_small(frame, theme, locale);
                }
                let area = frame.area();
                let mut pen = Pen::new(frame.buffer_mut(), area);
                view::home(&mut pen, home, theme, locale);
                if let Some(cursor) = pen.cursor {
                    frame.set_cursor_position(cursor);
                }
            })
            .map_err(io::Error::other)?;
        let action = match events.next()? {
            None => Some(Action::Quit),
            Some(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                action(&home_bindings(home.form.is_some()), &key)
            }
            Some(Event::Paste(text)) => Some(Action::Edit(Edit::Paste(without_controls(&text).0))),
            Some(_) => None,
        };
        match action.map_or(HomeStep::Stay, |action| home.update(&action)) {
            HomeStep::Stay => {}
            step => return Ok(step),
        }
    }
}

/// Stands before a character that was typed together with Escape.
const ESCAPED: char = '\u{1b}';

/// What an event means just now; Escape and a key that arrive as one are taken apart again.
fn actions_of(interview: &Interview, event: Event) -> Vec<Action> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
        Event::Key(KeyEvent { code: KeyCode::Char(typed), modifiers, .. }) if modifiers.contains(KeyModifiers::ALT) => {
            vec![Action::Leave, Action::Edit(Edit::Insert(format!("{ESCAPED}{typed}")))]
        }
        Event::Key(key) => key_action(interview, &key).into_iter().collect(),
        // Never as typed characters: a paste may begin with an escape character.
        Event::Paste(text) => vec![Action::Edit(Edit::Paste(text))],
        _ => Vec::new(),
    }
}

fn key_action(interview: &Interview, key: &KeyEvent) -> Option<Action> {
    meaning(interview, key)
}

fn plain(typed: Option<char>) -> KeyEvent {
    KeyEvent::new(typed.map_or(KeyCode::Null, KeyCode::Char), KeyModifiers::NONE)
}

fn now(desk: &dyn Desk) -> Timestamp {
    desk.now().timestamp()
}

/// Follows one action and everything that comes of it; true when the sitting is over.
fn follow(interview: &mut Interview, desk: &mut dyn Desk, action: Action) -> bool {
    let effects = interview.update(action, now(desk));
    for effect in effects {
        let outcome = match effect {
            Effect::Quit => return true,
            Effect::Save => match desk.save(interview.assessment()) {
                Ok(()) => Outcome::Saved(desk.now().time()),
                Err(reason) => Outcome::NotSaved(reason),
            },
            Effect::RenderReport => match desk.render_report(interview.assessment()) {
                Ok(paths) => Outcome::Rendered(paths),
                Err(reason) => Outcome::NotRendered(reason),
            },
        };
        interview.update(Action::Happened(outcome), now(desk));
    }
    false
}
