//! What the sitting itself asks, at the foot of the screen: what to do with typing that was found, where else to save.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use rust_i18n::t;

use super::desk::Desk;
use super::keeping;
use super::pen::{Pen, cut};
use super::theme::Theme;
use crate::assessment::{Draft, Value};
use crate::interview::{Action, Edit, Interview, Line, Outcome, SaveStatus};

/// A question of the sitting's own.
#[derive(Debug, Clone)]
pub(super) enum Ask {
    /// Unsaved typing was found.
    Found {
        draft: Draft,
        /// Whether what is stored is shown instead of what was typed.
        compares: bool,
    },
    /// Where else to save.
    Elsewhere(Line),
}

/// What becomes of an event while something is asked, or might be.
pub(super) enum Asked {
    /// It is none of the sitting's.
    Pass,
    /// It has been seen to.
    Taken,
}

/// Offers typing that was found.
pub(super) fn begin(desk: &mut dyn Desk) -> Option<Ask> {
    Some(Ask::Found { draft: desk.found_draft()?, compares: false })
}

/// Follows an event; an open question has the keyboard, but the end of the sitting is never kept up.
pub(super) fn follow(ask: &mut Option<Ask>, event: &Event, interview: &mut Interview, desk: &mut dyn Desk) -> Asked {
    let Event::Key(key) = event else {
        return if ask.is_some() && matches!(event, Event::Paste(_) | Event::Mouse(_)) {
            pasted(ask, event)
        } else {
            Asked::Pass
        };
    };
    if key.kind == KeyEventKind::Release || is_end(key) {
        return Asked::Pass;
    }
    match ask {
        None if key.code == KeyCode::F(8) => match interview.saved() {
            SaveStatus::NotSaved(_) => *ask = Some(Ask::Elsewhere(Line::new(""))),
            SaveStatus::OnlyReading(_) => keeping::take_over(interview, desk),
            _ => {
                let place = desk.place().unwrap_or_default().display().to_string();
                let said = t!("safe.saved_in", locale = &interview.assessment().locale, path = place).into_owned();
                interview.update(Action::Happened(Outcome::Failed(said)), desk.now().timestamp());
            }
        },
        None => return Asked::Pass,
        Some(Ask::Found { draft, compares }) => match key.code {
            KeyCode::Char('r') | KeyCode::Enter => {
                interview.take_up(draft, desk.now().timestamp());
                *ask = None;
            }
            KeyCode::Char('d') => {
                desk.keep_draft(None);
                *ask = None;
            }
            KeyCode::Char('c') => *compares = !*compares,
            _ => {}
        },
        Some(Ask::Elsewhere(line)) => match key.code {
            KeyCode::Esc => *ask = None,
            KeyCode::Enter => {
                keeping::save_elsewhere(interview, desk, line.text().trim());
                *ask = None;
            }
            KeyCode::Backspace => _ = line.edit(&Edit::Erase),
            KeyCode::Left => _ = line.edit(&Edit::Left),
            KeyCode::Right => _ = line.edit(&Edit::Right),
            KeyCode::Char(typed) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
                let _ = line.edit(&Edit::Insert(typed.to_string()));
            }
            _ => {}
        },
    }
    Asked::Taken
}

fn pasted(ask: &mut Option<Ask>, event: &Event) -> Asked {
    if let (Some(Ask::Elsewhere(line)), Event::Paste(text)) = (ask, event) {
        let text = crate::interview::without_controls(text).0.replace('\n', " ");
        let _ = line.edit(&Edit::Insert(text));
    }
    Asked::Taken
}

/// Ctrl+C ends the sitting whatever is asked.
fn is_end(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}

/// Draws the question over the last two rows that say something.
pub(super) fn draw(frame: &mut Frame<'_>, ask: &Ask, interview: &Interview, theme: Theme) {
    let area = frame.area();
    if area.height < 4 || area.width < 4 {
        return;
    }
    let locale = &interview.assessment().locale;
    let row = Rect { x: area.x + 1, y: area.bottom() - 3, width: area.width - 2, height: 3 };
    let room = usize::from(row.width);
    let mut lines = Vec::new();
    match ask {
        Ask::Found { draft, compares } => {
            let at = draft.at.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
            let hidden = draft.place != "field" && !interview.shows_private();
            lines.push(t!("safe.found", locale = locale, at = at, questionnaire = draft.questionnaire).into_owned());
            lines.push(match (hidden, compares) {
                (true, _) => t!("safe.found_private", locale = locale).into_owned(),
                (false, false) => t!("safe.typed", locale = locale, text = draft.text).into_owned(),
                (false, true) => {
                    let stored = stored(interview, draft);
                    t!("safe.stored", locale = locale, text = stored).into_owned()
                }
            });
            lines.push(t!("safe.found_keys", locale = locale).into_owned());
        }
        Ask::Elsewhere(line) => {
            lines.push(t!("safe.elsewhere", locale = locale).into_owned());
            lines.push(format!("{}▏", line.text()));
            lines.push(t!("safe.elsewhere_keys", locale = locale).into_owned());
        }
    }
    for y in row.y..row.bottom() {
        for x in area.x..area.right() {
            frame.buffer_mut()[(x, y)].reset();
        }
    }
    frame.buffer_mut().set_style(Rect { x: area.x, width: area.width, ..row }, theme.ink());
    let mut pen = Pen::new(frame.buffer_mut(), row);
    for line in lines {
        pen.line(Span::styled(cut(&line.replace('\n', " "), room), theme.accent()));
    }
}

/// The text that is stored where the draft was typed.
pub(crate) fn stored(interview: &Interview, draft: &Draft) -> String {
    let answer = interview.assessment().answer(&draft.question);
    let text = match draft.place.as_str() {
        "note" => answer.and_then(|answer| answer.note.clone()),
        "quote" => answer.and_then(|answer| answer.quote.clone()),
        _ => answer.and_then(|answer| answer.value()).and_then(plain),
    };
    text.unwrap_or_else(|| "–".to_owned())
}

fn plain(value: &Value) -> Option<String> {
    value.as_text().map(str::to_owned).or_else(|| Some(value.as_number()?.to_string()))
}

/// What was handed over to be kept as a draft last.
#[derive(Debug, Default)]
pub(super) struct Kept(Option<Draft>);

impl Kept {
    /// Hands over what is being typed; what was typed before goes only when it is on the disk as an answer.
    pub(super) fn renew(&mut self, interview: &Interview, desk: &mut dyn Desk) {
        let is_saving = matches!(interview.saved(), SaveStatus::Saving);
        let is_stored = !is_saving && !matches!(interview.saved(), SaveStatus::NotSaved(_));
        match (interview.typing(desk.now().timestamp()), &self.0) {
            // Its answer is on the way to the disk; until it is there, the draft is all there is of it.
            (_, Some(_)) if is_saving => {}
            (Some(new), Some(old)) if Draft { at: old.at, ..new.clone() } == *old => {}
            (Some(new), _) => {
                desk.keep_draft(Some(new.clone()));
                self.0 = Some(new);
            }
            (None, Some(_)) if is_stored => {
                desk.keep_draft(None);
                self.0 = None;
            }
            (None, _) => {}
        }
    }
}
