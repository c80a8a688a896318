//! What a question says of itself: its place, its words, what it takes, what was answered.

use std::io;

use rust_i18n::t;

use super::Sitting;
use super::cell::points_in_words;
use crate::assessment::{Status, Value};
use crate::display::Display;
use crate::questionnaire::{Kind, NumberKind, Question};

impl Sitting<'_> {
    /// Says the current question: where it stands, its words, what it takes, what was answered so far.
    pub(super) fn describe(&mut self, question: &Question) -> io::Result<()> {
        let locale = self.talk.locale.clone();
        let shown = self.shown();
        let number = shown.iter().position(|id| *id == question.id).map_or(0, |at| at + 1);
        let area = self.interview.area_of(question).map_or("", |area| area.title.get(&locale)).to_owned();
        let of = shown.len();
        let place = t!("comfort.plain.place", locale = &locale, number = number, of = of, area = area);
        let required =
            if question.flags.required { format!(" {}", self.talk.words("required")) } else { String::new() };
        self.talk.say("")?;
        self.talk.say(&format!("{place}{required}"))?;
        let wording = self.interview.wording(question).to_owned();
        self.talk.say(&wording)?;
        for text in [question.period.get(&locale), question.help.get(&locale)] {
            if !text.is_empty() {
                self.talk.say(text)?;
            }
        }
        self.choices(question)?;
        if self.interview.is_homework_to_confirm() {
            let said = t!("tui.homework", locale = &locale);
            self.talk.say(&said)?;
        }
        self.answered(question)
    }

    fn choices(&mut self, question: &Question) -> io::Result<()> {
        let locale = self.talk.locale.clone();
        for (at, choice) in question.choices().iter().enumerate() {
            self.talk.say(&format!("{}. {}", at + 1, choice.label.get(&locale)))?;
        }
        if let Kind::Rating(points) = &question.kind {
            for (at, point) in points.iter().enumerate() {
                self.talk.say(&format!("{at}. {}", point.get(&locale)))?;
            }
        }
        if let Kind::Grid { points, .. } = &question.kind {
            self.talk.say(&points_in_words(points, &locale))?;
        }
        Ok(())
    }

    fn answered(&mut self, question: &Question) -> io::Result<()> {
        let locale = self.talk.locale.clone();
        let currency = self.interview.assessment().currency.clone();
        let display = Display { locale: &locale, currency: &currency };
        let said = match self.interview.answer().map(|answer| &answer.status) {
            None | Some(Status::Open) => return Ok(()),
            Some(Status::Answered(value)) => {
                let value = match value {
                    Value::Table(rows) => {
                        let columns = question.columns();
                        let lines = rows.iter().enumerate().map(|(at, row)| {
                            let cells = columns.iter().filter_map(|it| Some(display.cell(it, row.get(&it.id)?)));
                            format!("\n{}. {}", at + 1, cells.collect::<Vec<_>>().join(", "))
                        });
                        format!("{}{}", display.answer(question, value), lines.collect::<String>())
                    }
                    Value::Text(text) if !matches!(question.kind, Kind::One(_)) => text.clone(),
                    _ => display.answer(question, value),
                };
                t!("comfort.plain.answered", locale = &locale, value = value).into_owned()
            }
            Some(Status::Unknown) => t!("comfort.plain.is_unknown", locale = &locale).into_owned(),
            Some(Status::NotApplicable { reason }) => {
                t!("comfort.plain.is_na", locale = &locale, reason = reason).into_owned()
            }
            Some(Status::Owed { who, by }) => {
                let by = by.map(|by| display.date(by)).unwrap_or_default();
                t!("comfort.plain.is_owed", locale = &locale, who = who, by = by).into_owned()
            }
        };
        self.talk.say(&said)
    }

    /// What `?` says: how to answer, then the commands.
    pub(super) fn explain(&mut self, question: &Question) -> io::Result<()> {
        let key = match &question.kind {
            Kind::One(_) | Kind::Rating(_) => "how.choice",
            Kind::Many { .. } => "how.many",
            Kind::Number(spec) => match spec.kind {
                NumberKind::Percent => "how.percent",
                NumberKind::Interval => "how.interval",
                _ => "how.number",
            },
            Kind::Text { long: true } => "how.long",
            Kind::Text { long: false } => "how.text",
            Kind::List { .. } => "how.list",
            Kind::Date => "how.date",
            Kind::Table { .. } => "how.table",
            Kind::Rows { .. } | Kind::Grid { .. } => "cell_help",
            Kind::Maps { .. } => "how.maps",
        };
        self.talk.say(&self.talk.words(key))?;
        self.commands()
    }
}
