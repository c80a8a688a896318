//! Lines that are commands, and what each of them does.

use std::io;

use jiff::civil::Date;
use rust_i18n::t;

use super::{Next, Sitting};
use crate::assessment::{Change, Evidence};
use crate::evaluation::Standing;
use crate::interview::{Action, Edit, Finish, Go, Mark, Matter, Open, Panel, Review, Subject, parse_date};

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Typed {
    /// Nothing was typed.
    Nothing,
    /// A question mark alone.
    Help,
    /// A command and what stands behind it.
    Command(String, String),
    /// An answer; a second slash in front says that the first one belongs to it.
    Text(String),
}

/// Reads a line.
pub(super) fn read(line: &str) -> Typed {
    let text = line.trim();
    if let Some(text) = text.strip_prefix("//") {
        return Typed::Text(format!("/{text}"));
    }
    match (text, text.strip_prefix('/')) {
        ("", _) => Typed::Nothing,
        ("?", _) => Typed::Help,
        (_, Some(command)) => {
            let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
            Typed::Command(name.to_lowercase(), rest.trim().to_owned())
        }
        (text, None) => Typed::Text(text.to_owned()),
    }
}

impl Sitting<'_> {
    /// Follows a command.
    pub(super) fn command(&mut self, name: &str, rest: &str) -> io::Result<Next> {
        match name {
            "back" => self.elsewhere(Go::Back),
            "skip" | "next" => self.elsewhere(Go::Next),
            "open" => self.elsewhere(Go::NextOpen),
            "best" if !self.interview.is_self() => self.elsewhere(Go::Best),
            "go" => self.jump(rest),
            "list" => self.list_questions(),
            "review" => {
                self.review()?;
                Ok(Next::Again)
            }
            "add" => self.add(rest),
            "funnel" => self.funnels(),
            "score" => self.say_picture(),
            "quit" => Ok(Next::End),
            "finish" => self.finish(),
            "unknown" => self.recorded(Change::Unknown, true),
            "na" => {
                let reason = self.given(rest, "why")?;
                self.recorded(Change::NotApplicable { reason }, true)
            }
            "owed" => self.owed(rest),
            "clear" => self.recorded(Change::Clear, false),
            "later" => {
                let later = !self.interview.answer().is_some_and(|answer| answer.later);
                self.recorded(Change::Later(later), true)
            }
            "undo" => {
                self.act(Action::Mark(Mark::Undo))?;
                Ok(Next::Elsewhere)
            }
            "evidence" => self.evidence(rest),
            "quote" if !self.interview.is_self() => self.quote(rest),
            "note" if !self.interview.is_self() => {
                let note = self.given(rest, "note")?;
                self.recorded(Change::Note(Some(note)), false)
            }
            "pain" if !self.interview.is_self() => {
                let pain = !self.interview.answer().is_some_and(|answer| answer.pain);
                self.recorded(Change::Pain(pain), false)
            }
            "takeover" => self.take_over(),
            "elsewhere" => self.save_elsewhere(rest),
            "hints" if !self.interview.is_self() => self.hints(),
            "commands" | "help" => {
                self.commands()?;
                Ok(Next::Again)
            }
            other => {
                let said = t!("comfort.plain.no_command", locale = &self.talk.locale, command = other);
                self.talk.say(&said)?;
                Ok(Next::Again)
            }
        }
    }

    /// All commands.
    pub(super) fn commands(&mut self) -> io::Result<()> {
        let own = if self.interview.is_self() { "commands_self" } else { "commands_consultant" };
        let file = t!("safe.plain.commands", locale = &self.talk.locale);
        let more = t!("systems.plain.commands", locale = &self.talk.locale);
        let drawn = self.interview.selection().questions().any(|question| question.funnel.is_some());
        let drawn =
            if drawn { format!("{}\n", t!("systems.plain.funnel", locale = &self.talk.locale)) } else { String::new() };
        let said = format!("{}\n{drawn}{more}\n{}\n{file}", self.talk.words("commands"), self.talk.words(own));
        self.talk.say(said.trim_end())
    }

    fn elsewhere(&mut self, go: Go) -> io::Result<Next> {
        self.go(go)?;
        Ok(Next::Elsewhere)
    }

    fn recorded(&mut self, change: Change, goes_on: bool) -> io::Result<Next> {
        self.record(change)?;
        Ok(if goes_on { Next::Go } else { Next::Again })
    }

    /// What stands behind a command, or what is typed when it is asked for.
    fn given(&mut self, rest: &str, wanted: &str) -> io::Result<String> {
        if !rest.is_empty() {
            return Ok(rest.to_owned());
        }
        let wanted = self.talk.words(wanted);
        Ok(self.talk.ask(&wanted)?.unwrap_or_default().trim().to_owned())
    }

    /// `/owed who, by when`: the date is the last part when it can be read as one.
    fn owed(&mut self, rest: &str) -> io::Result<Next> {
        let today = self.desk.now().date();
        let (who, by) = match rest.rsplit_once(',') {
            Some((who, by)) => (who.trim().to_owned(), by.trim().to_owned()),
            None if rest.is_empty() => (self.given("", "who")?, self.given("", "by")?),
            None => (rest.to_owned(), String::new()),
        };
        let date: Option<Date> = parse_date(&by, today);
        if !by.is_empty() && date.is_none() {
            let said = t!("tui.message.no_date", locale = &self.talk.locale);
            self.talk.say(&said)?;
            return Ok(Next::Again);
        }
        self.recorded(Change::Owed { who, by: date }, true)
    }

    fn evidence(&mut self, rest: &str) -> io::Result<Next> {
        let words = [
            ("record", Evidence::Record),
            ("observed", Evidence::Observed),
            ("stated", Evidence::Stated),
            ("guess", Evidence::Guess),
        ];
        let rest = self.given(rest, "evidence")?.to_lowercase();
        match words.iter().find(|(word, _)| *word == rest) {
            Some((_, evidence)) => self.recorded(Change::Evidence(*evidence), false),
            None => {
                self.talk.say(&self.talk.words("evidence_words"))?;
                Ok(Next::Again)
            }
        }
    }

    fn quote(&mut self, rest: &str) -> io::Result<Next> {
        let quote = self.given(rest, "quote")?;
        self.record(Change::Quote(Some(quote)))?;
        let may = self.given("", "shareable")?.to_lowercase();
        self.recorded(Change::Shareable(may.starts_with('y')), false)
    }

    fn hints(&mut self) -> io::Result<Next> {
        let locale = self.talk.locale.clone();
        let question = self.interview.question();
        let texts = [question.probe.get(&locale).to_owned(), question.listen.get(&locale).to_owned()];
        for text in texts.iter().filter(|text| !text.is_empty()) {
            self.talk.say(text)?;
        }
        Ok(Next::Again)
    }

    fn jump(&mut self, rest: &str) -> io::Result<Next> {
        let wanted = self.given(rest, "go")?;
        let shown = self.shown();
        let by_number = wanted.parse::<usize>().ok().and_then(|number| shown.get(number.checked_sub(1)?));
        if let Some(id) = by_number.or_else(|| shown.iter().find(|id| **id == wanted)) {
            return self.elsewhere(Go::To(id.clone()));
        }
        self.act(Action::Open(Open::Picker))?;
        self.act(Action::Edit(Edit::Insert(wanted)))?;
        let found = match self.interview.panel() {
            Some(Panel::Picker(picker)) => picker.found.first().map(|found| found.id.clone()),
            _ => None,
        };
        self.act(Action::Leave)?;
        match found {
            Some(id) => self.elsewhere(Go::To(id)),
            None => {
                let said = t!("tui.nothing_found", locale = &self.talk.locale);
                self.talk.say(&said)?;
                Ok(Next::Again)
            }
        }
    }

    fn list_questions(&mut self) -> io::Result<Next> {
        for (at, id) in self.shown().into_iter().enumerate() {
            let Some(question) = self.interview.selection().question(&id) else { continue };
            let standing = match self.interview.evaluation().standing(&id) {
                Standing::Answered => "answered",
                Standing::Unknown => "unknown",
                Standing::NotApplicable => "na",
                Standing::Owed => "owed",
                Standing::Open | Standing::Hidden => "open",
            };
            let standing = t!(format!("comfort.plain.standing.{standing}"), locale = &self.talk.locale);
            let line = format!("{}. {}: {standing}", at + 1, question.label.get(&self.talk.locale));
            self.talk.say(&line)?;
        }
        Ok(Next::Again)
    }

    /// What is worth another look.
    pub(super) fn review(&mut self) -> io::Result<()> {
        let shown = self.shown();
        let review = Review::new(&self.interview);
        for (matter, subject) in &review.entries {
            let Subject::Question(id) = subject else { continue };
            let Some(question) = self.interview.selection().question(id) else { continue };
            let matter = match matter {
                Matter::Contradiction => t!("tui.matter.contradiction", locale = &self.talk.locale),
                Matter::Required => t!("tui.matter.required", locale = &self.talk.locale),
                Matter::Later => t!("tui.matter.later", locale = &self.talk.locale),
                Matter::Owed => t!("tui.matter.owed", locale = &self.talk.locale),
                Matter::Unknown => t!("tui.matter.unknown", locale = &self.talk.locale),
                Matter::Flagged => t!("call.close.flagged", locale = &self.talk.locale),
                Matter::Scratch | Matter::NextStep => continue,
            };
            let number = shown.iter().position(|one| one == id).map_or(0, |at| at + 1);
            let line = format!("{number}. {}: {matter}", question.label.get(&self.talk.locale));
            self.talk.say(&line)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<Next> {
        self.act(Action::Open(Open::Finish))?;
        self.act(Action::Edit(Edit::Enter))?;
        let said = match self.interview.panel() {
            Some(Panel::Finish(Finish::Rendered(paths))) => {
                let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
                let written = format!("{}\n{}", t!("tui.finish.written", locale = &self.talk.locale), paths.join("\n"));
                match self.interview.is_locked() {
                    true => format!("{written}\n{}", t!("crypt.reports_open_here", locale = &self.talk.locale)),
                    false => written,
                }
            }
            Some(Panel::Finish(Finish::Failed(reason))) => {
                format!("{}: {reason}", t!("tui.finish.failed", locale = &self.talk.locale))
            }
            _ => String::new(),
        };
        self.talk.say(&said)?;
        Ok(Next::End)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_answer_a_command_or_a_call_for_help() {
        let command = |name: &str, rest: &str| Typed::Command(name.to_owned(), rest.to_owned());
        for (line, expected) in [
            ("  ", Typed::Nothing),
            ("?", Typed::Help),
            ("/Back", command("back", "")),
            ("/na no list ", command("na", "no list")),
            ("//usr/bin", Typed::Text("/usr/bin".to_owned())),
            (" back ", Typed::Text("back".to_owned())),
            ("why?", Typed::Text("why?".to_owned())),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }
}
