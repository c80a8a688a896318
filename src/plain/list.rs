//! A list: one entry a line, an empty line goes on.

use std::io;

use rust_i18n::t;

use super::command::{Typed, read};
use super::{Next, Sitting};
use crate::assessment::{Change, Value};

impl Sitting<'_> {
    pub(super) fn ask_list(&mut self, most: usize) -> io::Result<Next> {
        let question = self.interview.question().clone();
        let mut entries =
            self.interview.assessment().value(&question.id).map(Value::texts).unwrap_or_default().to_vec();
        let wanted = t!("comfort.plain.entry", locale = &self.talk.locale, number = entries.len() + 1);
        let Some(line) = self.talk.ask(&wanted)? else { return Ok(Next::End) };
        match read(&line) {
            Typed::Nothing => Ok(Next::Go),
            Typed::Help => {
                self.explain(&question)?;
                Ok(Next::Again)
            }
            Typed::Command(name, rest) if name == "remove" => {
                match rest.parse::<usize>().ok().filter(|at| (1..=entries.len()).contains(at)) {
                    Some(at) => {
                        entries.remove(at - 1);
                        let change =
                            if entries.is_empty() { Change::Clear } else { Change::value(Value::Texts(entries)) };
                        self.record(change)?;
                    }
                    None => self.talk.say(&self.talk.words("no_row"))?,
                }
                Ok(Next::Again)
            }
            Typed::Command(name, _) if name == "none" => {
                self.record(Change::value(Value::Texts(Vec::new())))?;
                Ok(Next::Go)
            }
            Typed::Command(name, rest) => self.command(&name, &rest),
            Typed::Text(_) if entries.len() >= most => {
                let said = t!("tui.message.too_many", locale = &self.talk.locale, most = most);
                self.talk.say(&said)?;
                Ok(Next::Again)
            }
            Typed::Text(text) => {
                entries.push(text.replace('\n', " "));
                self.record(Change::value(Value::Texts(entries)))?;
                Ok(Next::Again)
            }
        }
    }
}
