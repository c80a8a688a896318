//! Another questionnaire for the same assessment, line by line.

use std::io;

use rust_i18n::t;

use super::{Next, Sitting};
use crate::interview::{Action, CallScreen, Edit, Open};

impl Sitting<'_> {
    /// What is suggested next, and why; nothing where nothing is.
    pub(super) fn say_what_is_suggested(&mut self) -> io::Result<()> {
        let locale = self.talk.locale.clone();
        let Some(further) = self.interview.next_questionnaire() else { return Ok(()) };
        let title = further.questionnaire.title.get(&locale);
        let reason = further.reason.map_or("", |reason| reason.get(&locale));
        let said = t!("systems.plain.next", locale = &locale, title = title, reason = reason).into_owned();
        self.talk.say(&said)
    }

    /// `/add` lists what can be added, `/add NUMBER` adds it and goes to its first question.
    pub(super) fn add(&mut self, rest: &str) -> io::Result<Next> {
        let all: Vec<String> = {
            let locale = &self.talk.locale;
            let line = |(at, further): (usize, crate::interview::Further<'_>)| {
                let mark = further.reason.map_or("".into(), |_| t!("systems.suggested", locale = locale));
                format!("{}. {} {mark}", at + 1, further.questionnaire.title.get(locale)).trim_end().to_owned()
            };
            self.interview.further().into_iter().enumerate().map(line).collect()
        };
        let chosen = rest.parse::<usize>().ok().filter(|at| (1..=all.len()).contains(at));
        let Some(chosen) = chosen else {
            let said = match all.is_empty() {
                true => t!("systems.nothing_to_add", locale = &self.talk.locale).into_owned(),
                false => format!("{}\n{}", all.join("\n"), t!("systems.plain.which", locale = &self.talk.locale)),
            };
            self.talk.say(&said)?;
            return Ok(Next::Again);
        };
        self.act(Action::Open(Open::Call(CallScreen::Adding)))?;
        for _ in 1..chosen {
            self.act(Action::Edit(Edit::Down))?;
        }
        self.act(Action::Edit(Edit::Enter))?;
        Ok(Next::Elsewhere)
    }
}
