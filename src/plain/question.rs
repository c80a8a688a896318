//! One question: said, asked, its answer taken.

use std::io;

use rust_i18n::t;

use super::cell::{place_of_choice, place_of_point};
use super::command::{Typed, read};
use super::{Next, Sitting};
use crate::assessment::{Change, Value, evidence_of_entry, parse_number};
use crate::interview::parse_date;
use crate::questionnaire::{Kind, Question};

impl Sitting<'_> {
    /// Asks the current question until something comes of it.
    pub(super) fn ask_question(&mut self) -> io::Result<Next> {
        let question = self.interview.question().clone();
        self.describe(&question)?;
        loop {
            let asked = match &question.kind {
                Kind::List { most, .. } => self.ask_list(*most)?,
                Kind::Maps { .. } => self.ask_maps(&question)?,
                Kind::Table { .. } => self.ask_table(&question)?,
                Kind::Rows { .. } | Kind::Grid { .. } => self.ask_grid(&question)?,
                _ => self.ask_one(&question)?,
            };
            match asked {
                Next::Again => {}
                next => return Ok(next),
            }
        }
    }

    fn ask_one(&mut self, question: &Question) -> io::Result<Next> {
        let Some(line) = self.talk.ask("")? else { return Ok(Next::End) };
        match read(&line) {
            Typed::Nothing => Ok(Next::Go),
            Typed::Help => {
                self.explain(question)?;
                Ok(Next::Again)
            }
            Typed::Command(name, rest) => self.command(&name, &rest),
            Typed::Text(text) => match self.answer(question, &text) {
                Ok(change) => {
                    self.record(change)?;
                    let list = self.interview.account_uses().and_then(|uses| uses.file.as_deref());
                    if list == Some(question.id.as_str()) { self.rank_accounts(text.trim()) } else { Ok(Next::Go) }
                }
                Err(reason) => {
                    self.talk.say(&reason)?;
                    Ok(Next::Again)
                }
            },
        }
    }

    /// Reads an answer that is one line.
    fn answer(&self, question: &Question, text: &str) -> Result<Change, String> {
        let locale = &self.talk.locale;
        let no_choice = || self.talk.words("no_choice");
        let value = match &question.kind {
            Kind::Number(spec) => {
                let entered = parse_number(text, spec).map_err(|error| error.to_string())?;
                let mode = self.interview.assessment().mode;
                return Ok(Change::Value {
                    value: Value::Number(entered.value),
                    evidence: evidence_of_entry(mode, question, entered.guess, false),
                    low: entered.low,
                    high: entered.high,
                });
            }
            Kind::One(choices) => {
                let at = place_of_choice(choices, text, locale).ok_or_else(no_choice)?;
                Value::Text(choices[at].id.clone())
            }
            Kind::Rating(points) => Value::Number(place_of_point(points, text, locale).ok_or_else(no_choice)? as f64),
            Kind::Many { choices, exclusive } => {
                let parts: Vec<&str> = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
                let places: Option<Vec<usize>> =
                    parts.iter().map(|part| place_of_choice(choices, part, locale)).collect();
                let places = places.ok_or_else(no_choice)?;
                let taken = choices.iter().enumerate().filter(|(at, _)| places.contains(at));
                let ids: Vec<String> = taken.map(|(_, choice)| choice.id.clone()).collect();
                if let Some(alone) = exclusive.as_ref().filter(|one| ids.contains(one) && ids.len() > 1) {
                    let label = choices.iter().find(|choice| choice.id == *alone).map(|it| it.label.get(locale));
                    let label = label.unwrap_or_default();
                    return Err(t!("comfort.plain.alone", locale = locale, choice = label).into_owned());
                }
                Value::Texts(ids)
            }
            Kind::Date => {
                let no_date = || t!("tui.message.no_date", locale = locale).into_owned();
                Value::Date(parse_date(text, self.interview.with_context(|context| context.today)).ok_or_else(no_date)?)
            }
            Kind::Text { long: true } => Value::Text(text.to_owned()),
            _ => Value::Text(text.replace('\n', " ")),
        };
        Ok(Change::value(value))
    }
}
