//! The interview as plain lines: for screen readers, braille lines, serial lines and pipes.
//!
//! The same [`Interview`] as on the screen, asked one line at a time. Nothing is written but words: no escape sequences, no
//! boxes. An answer is a line; a line that begins with `/` is a command; `?` explains the question.

mod cell;
mod command;
mod describe;
mod funnel;
mod grid;
mod keeping;
mod list;
mod map;
mod more;
mod picture;
mod question;
mod table;
mod talk;

use std::io::{self, BufRead, Write};

use rust_i18n::t;

use crate::assessment::Change;
use crate::interview::{Action, Call, Go, Interview, Panel, SaveStatus};
use crate::questionnaire::ScoredBy;
use crate::tui::{Desk, follow, settle};
use talk::Talk;

/// What comes of a question that was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Next {
    /// The question after this one.
    Go,
    /// This one again.
    Again,
    /// The question is no longer the one that was asked.
    Elsewhere,
    /// The sitting is over.
    End,
}

/// One sitting in lines.
struct Sitting<'a> {
    talk: Talk<'a>,
    desk: &'a mut dyn Desk,
    interview: Interview,
}

/// Asks until the last question, `/quit` or the end of the input; gives back how the assessment stands then.
///
/// Every answer is saved as it is given; the end of the input saves and ends like `/quit`.
///
/// # Errors
/// When the input cannot be read or nobody reads the output any more; what was answered has been saved.
pub fn run(
    interview: Interview,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    desk: &mut dyn Desk,
) -> io::Result<Interview> {
    let locale = interview.assessment().locale.clone();
    let mut sitting = Sitting { talk: Talk::new(input, output, locale), desk, interview };
    let ended = sitting.run();
    follow(&mut sitting.interview, sitting.desk, Action::Quit);
    ended?;
    let goodbye = match sitting.interview.saved() {
        SaveStatus::NotSaved(reason) => sitting.talk.words("not_saved").replace("%{reason}", reason),
        SaveStatus::OnlyReading(_) => return Ok(sitting.interview),
        _ => sitting.talk.words("goodbye"),
    };
    sitting.talk.say(&goodbye)?;
    Ok(sitting.interview)
}

impl Sitting<'_> {
    fn run(&mut self) -> io::Result<()> {
        let client = self.interview.assessment().client.name.clone();
        let all = self.shown().len();
        let locale = self.talk.locale.clone();
        self.talk.say(&t!("comfort.plain.welcome", locale = &locale, client = client, count = all))?;
        self.begin_reading()?;
        self.offer_draft()?;
        loop {
            let next = match self.interview.panel() {
                Some(Panel::Review(_) | Panel::Call(Call::Picture(_))) => self.at_the_end()?,
                _ => self.ask_question()?,
            };
            match next {
                Next::End => return Ok(()),
                Next::Go => self.go(Go::Next)?,
                Next::Again | Next::Elsewhere => {}
            }
        }
    }

    /// The questions that are asked, in the order of the conversation.
    fn shown(&self) -> Vec<String> {
        let all = self.interview.selection().questions();
        let shown = all.filter(|question| self.interview.evaluation().is_visible(&question.id));
        shown.map(|question| question.id.clone()).collect()
    }

    fn go(&mut self, go: Go) -> io::Result<()> {
        self.act(Action::Go(go))?;
        // Prompts ask each line anew: no field is entered by itself here.
        if self.interview.is_engaged() {
            self.act(Action::Leave)?;
        }
        Ok(())
    }

    /// Follows one action, performs what comes of it, and says what there is to say.
    fn act(&mut self, action: Action) -> io::Result<()> {
        follow(&mut self.interview, self.desk, action);
        // One who reads line by line is told that it is saved when it is.
        settle(&mut self.interview, self.desk);
        self.say_message()
    }

    fn say_message(&mut self) -> io::Result<()> {
        if let Some(message) = self.interview.message().cloned() {
            let said = crate::tui::message(&message, &self.interview);
            self.talk.say(&said)?;
        }
        Ok(())
    }

    /// Records an answer and says that it is saved.
    fn record(&mut self, change: Change) -> io::Result<()> {
        self.act(Action::Answer(change))?;
        self.say_saved()
    }

    /// After the last question: what is still open, and finishing.
    fn at_the_end(&mut self) -> io::Result<Next> {
        self.act(Action::Leave)?;
        self.talk.say(&self.talk.words("end"))?;
        // Where single answers make the score, the end of them is the picture they give.
        if self.interview.pictured().is_some_and(|one| one.questionnaire.scored_by == ScoredBy::Items) {
            self.say_picture()?;
        }
        self.review()?;
        self.say_what_is_suggested()?;
        loop {
            let Some(line) = self.talk.ask("")? else { return Ok(Next::End) };
            match command::read(&line) {
                command::Typed::Nothing => return Ok(Next::End),
                command::Typed::Help => self.talk.say(&self.talk.words("end"))?,
                command::Typed::Text(_) => self.talk.say(&self.talk.words("end_takes_commands"))?,
                command::Typed::Command(name, rest) => match self.command(&name, &rest)? {
                    Next::Go | Next::Again => {}
                    next => return Ok(next),
                },
            }
        }
    }
}
