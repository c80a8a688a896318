//! The list of accounts line by line: how it begins, which column is which, and what the ranking comes to.

use std::io;
use std::time::Duration;

use rust_i18n::t;

use super::command::{Typed, read};
use super::{Next, Sitting};
use crate::accounts::{Part, Wanted, plain, remark, remarks, said_counts};
use crate::assessment::Value;
use crate::display::{one_line, printed_fit, rounded};
use crate::interview::{AccountAct, Accounts, Action, Edit, Mapping, Open, Outcome, Panel};

/// How soon news of a list is looked for again.
const SOON: Duration = Duration::from_millis(10);

/// How many of the list's first rows are told.
const ROWS: usize = 3;

/// How many of the ranked accounts are told, and how many remarks.
const FIRST: usize = 10;

/// A longer cell is cut off, in letters.
const LONGEST_CELL: usize = 40;

impl Sitting<'_> {
    /// `/accounts`, with a file or for the one the assessment names.
    pub(super) fn accounts(&mut self, rest: &str) -> io::Result<Next> {
        let file = self.interview.account_uses().and_then(|uses| uses.file.as_deref());
        let named = file.and_then(|id| self.interview.assessment().value(id)).and_then(Value::as_text);
        let mut path = if rest.is_empty() { named.unwrap_or_default().to_owned() } else { rest.to_owned() };
        if path.is_empty() {
            let wanted = self.account_words("which");
            path = self.talk.ask(&wanted)?.unwrap_or_default().trim().to_owned();
        }
        match path.is_empty() {
            true => Ok(Next::Again),
            false => self.rank_accounts(&path).map(|next| if next == Next::End { next } else { Next::Again }),
        }
    }

    /// Looks at a list, asks which column is which and ranks it. What cannot be done is said, and the sitting goes on.
    pub(super) fn rank_accounts(&mut self, path: &str) -> io::Result<Next> {
        let needed = match (self.interview.account_uses(), self.interview.can_rank_accounts()) {
            (None, _) => Some("not_asked"),
            (Some(_), false) => Some("traits_first"),
            (Some(_), true) => None,
        };
        if let Some(key) = needed {
            let said = self.account_words(key);
            self.talk.say(&said)?;
            return Ok(Next::Go);
        }
        self.act(Action::Open(Open::Accounts))?;
        if let Some(Panel::Accounts(Accounts::List(_))) = self.interview.panel() {
            self.act(Action::Account(AccountAct::OtherList))?;
        }
        self.act(Action::Edit(Edit::EraseLine))?;
        self.act(Action::Edit(Edit::Insert(path.to_owned())))?;
        self.act(Action::Edit(Edit::Enter))?;
        self.hear_of_list()?;
        let next = match self.mapping() {
            Some(mapping) => self.ask_columns(mapping)?,
            None => Next::Go,
        };
        let trouble = match self.interview.panel() {
            Some(Panel::Accounts(Accounts::Choose(choice))) => choice.trouble.clone(),
            _ => None,
        };
        while let Some(Panel::Accounts(_)) = self.interview.panel() {
            self.act(Action::Leave)?;
        }
        match trouble {
            None => Ok(next),
            Some(trouble) => {
                self.talk.say(&trouble)?;
                Ok(Next::Again)
            }
        }
    }

    /// Asks for each wanted column whether it is the one it is taken for, and has the list ranked.
    fn ask_columns(&mut self, mapping: Mapping) -> io::Result<Next> {
        self.say_beginning(&mapping)?;
        let how = self.account_words("how");
        self.talk.say(&how)?;
        for at in 0..mapping.wanted.len() {
            loop {
                let wanted = self.column_told(at);
                let Some(line) = self.talk.ask(&wanted)? else { return Ok(Next::End) };
                match read(&line) {
                    Typed::Nothing => break,
                    Typed::Command(command, _) if command == "none" => {
                        self.ask_column(at)?;
                        self.act(Action::Account(AccountAct::NoColumn))?;
                        break;
                    }
                    Typed::Command(command, _) if command == "skip" => {
                        let left = self.account_words("left");
                        self.talk.say(&left)?;
                        return Ok(Next::Go);
                    }
                    Typed::Text(text) => match heading_called(&mapping.glimpse.headings, &text) {
                        Some(heading) => {
                            self.take_column(at, heading)?;
                            break;
                        }
                        None => self.talk.say(&t!(
                            "accounts.plain.no_heading",
                            locale = &self.talk.locale,
                            heading = text
                        ))?,
                    },
                    Typed::Help | Typed::Command(..) => self.talk.say(&how)?,
                }
            }
        }
        self.act(Action::Edit(Edit::Enter))?;
        self.hear_of_list()?;
        if let Some(Panel::Accounts(Accounts::List(_))) = self.interview.panel() {
            self.say_ranking()?;
        }
        Ok(Next::Go)
    }

    /// How the list is written, its headings with their numbers, its first rows.
    fn say_beginning(&mut self, mapping: &Mapping) -> io::Result<()> {
        let locale = self.talk.locale.clone();
        let glimpse = &mapping.glimpse;
        let separator = match glimpse.encoded.separator {
            '\t' => t!("accounts.columns.tab", locale = &locale).into_owned(),
            other => other.to_string(),
        };
        let encoding = glimpse.encoded.encoding;
        let written = t!("accounts.columns.written", locale = &locale, encoding = encoding, separator = separator);
        self.talk.say(&format!("{} · {written}", mapping.at.path))?;
        for one in &glimpse.remarks {
            self.talk.say(&remark(one, glimpse.encoded, &locale))?;
        }
        if glimpse.headless {
            self.talk.say(&t!("accounts.columns.headless", locale = &locale))?;
        }
        let numbered = |(at, heading): (usize, &String)| format!("{} {}", at + 1, short(heading));
        let headings: Vec<String> = glimpse.headings.iter().enumerate().map(numbered).collect();
        self.talk.say(&t!("accounts.plain.headings", locale = &locale, headings = headings.join(" · ")))?;
        for (at, row) in glimpse.rows.iter().take(ROWS).enumerate() {
            let cells: Vec<String> = row.iter().map(|cell| short(cell)).collect();
            self.talk.say(&t!("accounts.plain.row", locale = &locale, number = at + 1, cells = cells.join(" · ")))?;
        }
        Ok(())
    }

    /// What is wanted, what for, and the column it is taken to be, with what stands first there.
    fn column_told(&self, at: usize) -> String {
        let locale = &self.talk.locale;
        let Some(mapping) = self.mapping() else { return String::new() };
        let Some(wanted) = mapping.wanted.get(at) else { return String::new() };
        let heading = match (mapping.heading(wanted), wanted.at) {
            (Some(heading), Some(column)) => {
                let heading = format!("{} {}", column + 1, short(heading));
                match wanted.is_guess {
                    true => t!("accounts.columns.guess", locale = locale, heading = heading).into_owned(),
                    false => heading,
                }
            }
            _ => t!("accounts.columns.none", locale = locale).into_owned(),
        };
        let sample: Vec<String> = mapping.sample(wanted).into_iter().map(short).collect();
        let sample = if sample.is_empty() { String::new() } else { format!(" ({})", sample.join(" · ")) };
        format!("{}: {heading}{sample}", self.wanted_told(wanted))
    }

    fn wanted_told(&self, wanted: &Wanted) -> String {
        let locale = &self.talk.locale;
        let purpose = |part: &Part| t!(format!("accounts.for.{}", part.id()), locale = locale).into_owned();
        match &wanted.column {
            None => t!("accounts.columns.names", locale = locale).into_owned(),
            Some(column) => {
                let purposes: Vec<String> = wanted.parts.iter().map(purpose).collect();
                format!("{column}, {}", purposes.join(", "))
            }
        }
    }

    /// Puts the cursor of the columns on one of them.
    fn ask_column(&mut self, at: usize) -> io::Result<()> {
        for _ in 0..self.mapping().map_or(0, |mapping| mapping.wanted.len()) {
            if self.mapping().is_some_and(|mapping| mapping.cursor == at) {
                break;
            }
            self.act(Action::Edit(Edit::Down))?;
        }
        Ok(())
    }

    /// Takes a wanted column to be under a heading.
    fn take_column(&mut self, at: usize, heading: usize) -> io::Result<()> {
        self.ask_column(at)?;
        for _ in 0..=self.mapping().map_or(0, |mapping| mapping.glimpse.headings.len()) {
            if self.mapping().is_some_and(|mapping| mapping.wanted[at].at == Some(heading)) {
                break;
            }
            self.act(Action::Edit(Edit::Right))?;
        }
        Ok(())
    }

    fn mapping(&self) -> Option<Mapping> {
        match self.interview.panel() {
            Some(Panel::Accounts(Accounts::Columns(mapping))) => Some((**mapping).clone()),
            _ => None,
        }
    }

    /// What the ranking comes to, its first accounts, what could not be read.
    fn say_ranking(&mut self) -> io::Result<()> {
        let locale = self.talk.locale.clone();
        let Some(read) = self.interview.read_list().cloned() else { return Ok(()) };
        self.talk.say(&said_counts(&read.ranked.ranking.counts, &locale))?;
        for (at, account) in read.ranked.ranking.accounts.iter().take(FIRST).enumerate() {
            let (Some(class), Some(step), Some(fit)) = (account.class(), account.step(), account.fit) else { break };
            let step = t!(format!("accounts.step.{}", step.id()), locale = &locale);
            let fit = rounded(printed_fit(fit, 1), 1);
            let (rank, class, name) = (at + 1, class.letter(), &account.name);
            let said = t!(
                "accounts.plain.one",
                locale = &locale,
                rank = rank,
                name = name,
                class = class,
                fit = fit,
                step = step
            );
            self.talk.say(&said)?;
        }
        for one in remarks(&read.ranked.list, &locale).iter().take(FIRST) {
            self.talk.say(one)?;
        }
        Ok(())
    }

    /// Takes in what the desk tells of lists until nothing more is to come; of a long way each quarter is said.
    fn hear_of_list(&mut self) -> io::Result<()> {
        let mut quarters = 0;
        loop {
            match self.desk.accounts_news() {
                Some(news) => self.act(Action::Happened(Outcome::Accounts(news)))?,
                None if self.desk.awaits_accounts() => std::thread::sleep(SOON),
                None => return Ok(()),
            }
            let progress = self.interview.list_progress().unwrap_or_default();
            let percent = (progress.done * 100).checked_div(progress.all).unwrap_or(0);
            if percent / 25 > quarters {
                quarters = percent / 25;
                self.talk.say(&t!("accounts.reading.line", locale = &self.talk.locale, percent = percent))?;
            }
        }
    }

    fn account_words(&self, key: &str) -> String {
        t!(format!("accounts.plain.{key}"), locale = &self.talk.locale).into_owned()
    }
}

/// The heading that is meant: by its number from 1, or by its name, the first of several.
fn heading_called(headings: &[String], text: &str) -> Option<usize> {
    let by_number = text.trim().parse::<usize>().ok().and_then(|number| headings.get(number.checked_sub(1)?));
    let named = by_number.map_or(text, String::as_str);
    let is_meant = |heading: &String| !heading.trim().is_empty() && plain(heading) == plain(named);
    headings.iter().position(is_meant)
}

/// A cell on one line, not too long to be heard.
fn short(cell: &str) -> String {
    let line = one_line(cell);
    match line.char_indices().nth(LONGEST_CELL) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_meant_by_its_number_or_its_name() {
        let headings = ["Firma", "", "Staff", "2026"].map(str::to_owned);
        for (text, at) in
            [("1", Some(0)), (" staff ", Some(2)), ("3", Some(2)), ("2", None), ("0", None), ("2026", Some(3))]
        {
            assert_eq!(heading_called(&headings, text), at, "{text}");
        }
    }
}
