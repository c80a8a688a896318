//! What concerns the file in plain lines: typing that was found, a file that is only read, trouble with the disk.

use std::io;

use rust_i18n::t;

use super::{Next, Sitting};
use crate::assessment::{Change, Draft, Value};
use crate::interview::{Action, Go, SaveStatus};
use crate::questionnaire::Kind;

impl Sitting<'_> {
    /// Says why nothing is written, when nothing is.
    pub(super) fn begin_reading(&mut self) -> io::Result<()> {
        let Some(reason) = self.desk.read_only() else { return Ok(()) };
        self.interview.keep_reading(reason.clone());
        let said = t!("safe.plain.reading", locale = &self.talk.locale, reason = reason).into_owned();
        self.talk.say(&said)
    }

    /// Offers typing that an earlier sitting could not store.
    pub(super) fn offer_draft(&mut self) -> io::Result<()> {
        let Some(draft) = self.desk.found_draft() else { return Ok(()) };
        let locale = self.talk.locale.clone();
        let at = draft.at.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
        self.talk.say(&t!("safe.found", locale = &locale, at = at, questionnaire = draft.questionnaire))?;
        self.talk.say(&t!("safe.typed", locale = &locale, text = draft.text))?;
        loop {
            let Some(line) = self.talk.ask(&t!("safe.plain.found_keys", locale = &locale))? else { return Ok(()) };
            match line.trim().to_lowercase().chars().next() {
                Some('r') => return self.take_up(&draft),
                Some('d') => {
                    self.desk.keep_draft(None);
                    return Ok(());
                }
                Some('c') => {
                    let stored = crate::tui::stored(&self.interview, &draft);
                    self.talk.say(&t!("safe.stored", locale = &locale, text = stored))?;
                }
                // It stays where it is, and is offered again the next time.
                None => return Ok(()),
                Some(_) => {}
            }
        }
    }

    /// Stores typing that was found: where it was typed when that is a text, otherwise as a line to be sorted later.
    fn take_up(&mut self, draft: &Draft) -> io::Result<()> {
        let of = self.interview.selection().questionnaire_of(&draft.question);
        let is_here = of.is_some_and(|one| one.reference() == draft.questionnaire);
        let is_text =
            self.interview.selection().question(&draft.question).is_some_and(|it| matches!(it.kind, Kind::Text { .. }));
        let text = draft.text.clone();
        let change = match draft.place.as_str() {
            "field" if is_text => Some(Change::value(Value::Text(text))),
            "note" => Some(Change::Note(Some(text))),
            "quote" => Some(Change::Quote(Some(text))),
            _ => None,
        };
        match change.filter(|_| is_here) {
            Some(change) => {
                self.go(Go::To(draft.question.clone()))?;
                self.record(change)?;
            }
            None => {
                self.interview.take_up(draft, self.desk.now().timestamp());
                self.act(Action::Edit(crate::interview::Edit::Enter))?;
                self.say_saved()?;
            }
        }
        if matches!(self.interview.saved(), SaveStatus::Saved(_)) {
            self.desk.keep_draft(None);
        }
        Ok(())
    }

    /// Says whether what was given is on the disk.
    pub(super) fn say_saved(&mut self) -> io::Result<()> {
        let said = match self.interview.saved() {
            // That nothing is written has been said instead of taking it.
            SaveStatus::OnlyReading(_) => return Ok(()),
            SaveStatus::NotSaved(reason) => {
                let not = self.talk.words("not_saved").replace("%{reason}", reason);
                format!("{not}\n{}", t!("safe.plain.not_saved", locale = &self.talk.locale))
            }
            _ => self.talk.words("saved"),
        };
        self.talk.say(&said)
    }

    /// `/takeover`: writes to the file from now on.
    pub(super) fn take_over(&mut self) -> io::Result<Next> {
        if self.interview.reading_because().is_some() {
            crate::tui::take_over(&mut self.interview, self.desk);
        }
        self.say_message()?;
        Ok(Next::Elsewhere)
    }

    /// `/elsewhere FILE`: saves to another file from now on.
    pub(super) fn save_elsewhere(&mut self, rest: &str) -> io::Result<Next> {
        let wanted = t!("safe.elsewhere", locale = &self.talk.locale).into_owned();
        let path = if rest.is_empty() { self.talk.ask(&wanted)?.unwrap_or_default() } else { rest.to_owned() };
        if !path.trim().is_empty() && self.interview.reading_because().is_none() {
            crate::tui::save_elsewhere(&mut self.interview, self.desk, path.trim());
            self.say_message()?;
        }
        Ok(Next::Again)
    }
}
