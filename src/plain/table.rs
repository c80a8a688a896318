//! A table with free rows: a row begins with its name, then its cells are asked one by one.

use std::io;

use rust_i18n::t;

use super::cell::{takes, typed_cell};
use super::command::{Typed, read};
use super::{Next, Sitting};
use crate::assessment::{Cell, Change, Row, Value, is_asked};
use crate::display::Display;
use crate::questionnaire::{CellKind, Column, Kind, Question};

/// What comes of a cell that was asked.
pub(super) enum Asked {
    /// It holds that now; nothing keeps it as it was.
    Cell(Option<Cell>),
    /// The cell before.
    Back,
    /// The table is done.
    Done,
    /// A command led away.
    Away(Next),
}

impl Sitting<'_> {
    /// Asks for a new row, or for a row to be changed.
    pub(super) fn ask_table(&mut self, question: &Question) -> io::Result<Next> {
        let Kind::Table { columns, most, .. } = &question.kind else { return Ok(Next::Go) };
        let mut rows = self.interview.assessment().value(&question.id).map(Value::rows).unwrap_or_default().to_vec();
        let naming = columns.iter().position(|column| matches!(column.kind, CellKind::Text)).unwrap_or(0);
        let name = columns[naming].label.get(&self.talk.locale).to_owned();
        let wanted = t!("comfort.plain.row", locale = &self.talk.locale, number = rows.len() + 1, name = name);
        let Some(line) = self.talk.ask(&wanted)? else { return Ok(Next::End) };
        let row_of = |text: &str| text.parse::<usize>().ok().filter(|at| (1..=rows.len()).contains(at));
        match read(&line) {
            Typed::Nothing => Ok(Next::Go),
            Typed::Help => {
                self.explain(question)?;
                Ok(Next::Again)
            }
            Typed::Command(command, _) if command == "none" => {
                self.record(Change::value(Value::Table(Vec::new())))?;
                Ok(Next::Go)
            }
            Typed::Command(command, rest) if command == "remove" || command == "row" => {
                match (row_of(&rest), command.as_str()) {
                    (None, _) => self.talk.say(&self.talk.words("no_row"))?,
                    (Some(at), "row") => return self.ask_row(question, &mut rows, at - 1, None),
                    (Some(at), _) => {
                        rows.remove(at - 1);
                        let change = if rows.is_empty() { Change::Clear } else { Change::value(Value::Table(rows)) };
                        self.record(change)?;
                    }
                }
                Ok(Next::Again)
            }
            Typed::Command(command, rest) => self.command(&command, &rest),
            Typed::Text(_) if rows.len() >= *most => {
                let said = t!("tui.message.too_many", locale = &self.talk.locale, most = most);
                self.talk.say(&said)?;
                Ok(Next::Again)
            }
            Typed::Text(text) => match typed_cell(&columns[naming], &text, &self.talk.locale) {
                Ok(cell) => {
                    rows.push(Row::from([(columns[naming].id.clone(), cell)]));
                    self.record(Change::value(Value::Table(rows.clone())))?;
                    let at = rows.len() - 1;
                    self.ask_row(question, &mut rows, at, Some(naming))
                }
                Err(reason) => {
                    self.refuse(&reason, &columns[naming])?;
                    Ok(Next::Again)
                }
            },
        }
    }

    /// Asks the cells of a row; those of a new row without the one that named it.
    fn ask_row(&mut self, question: &Question, rows: &mut [Row], at: usize, named: Option<usize>) -> io::Result<Next> {
        let columns = question.columns();
        let mut column = 0;
        while column < columns.len() {
            if Some(column) == named || !is_asked(&columns[column], &rows[at]) {
                column += 1;
                continue;
            }
            let title = columns[column].label.get(&self.talk.locale).to_owned();
            match self.ask_cell(question, &columns[column], &title, rows[at].get(&columns[column].id).cloned())? {
                Asked::Cell(cell) => {
                    if let Some(cell) = cell {
                        rows[at].insert(columns[column].id.clone(), cell);
                        self.record(Change::value(Value::Table(rows.to_vec())))?;
                    }
                    column += 1;
                }
                Asked::Back => {
                    let before = (0..column).rev();
                    let is_here = |one: &usize| Some(*one) != named && is_asked(&columns[*one], &rows[at]);
                    column = before.into_iter().find(is_here).unwrap_or(column);
                }
                Asked::Done => return Ok(Next::Again),
                Asked::Away(next) => return Ok(next),
            }
        }
        Ok(Next::Again)
    }

    /// Asks one cell until it is given, passed over or left.
    pub(super) fn ask_cell(
        &mut self,
        question: &Question,
        column: &Column,
        title: &str,
        now: Option<Cell>,
    ) -> io::Result<Asked> {
        let locale = self.talk.locale.clone();
        let currency = self.interview.assessment().currency.clone();
        let display = Display { locale: &locale, currency: &currency };
        let now = now.map(|cell| t!("comfort.plain.now", locale = &locale, value = display.cell(column, &cell)));
        let takes = takes(column, &locale);
        let parts = [title.to_owned(), takes, now.map(|now| now.into_owned()).unwrap_or_default()];
        let wanted = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ");
        loop {
            let Some(line) = self.talk.ask(&wanted)? else { return Ok(Asked::Away(Next::End)) };
            match read(&line) {
                Typed::Nothing => return Ok(Asked::Cell(None)),
                Typed::Help => self.talk.say(&self.talk.words("cell_help"))?,
                Typed::Command(name, rest) => match name.as_str() {
                    "unknown" | "na" if rest.split_whitespace().next() == Some("all") => {
                        let rest = rest.trim_start_matches("all").trim().to_owned();
                        return Ok(Asked::Away(self.command(&name, &rest)?));
                    }
                    // The cells that were read before are no longer what is there.
                    "clear" => {
                        self.command(&name, &rest)?;
                        return Ok(Asked::Away(Next::Elsewhere));
                    }
                    "unknown" => return Ok(Asked::Cell(Some(Cell::Unknown))),
                    "na" => return Ok(Asked::Cell(Some(Cell::NotApplicable))),
                    "none" if matches!(column.kind, CellKind::Text) => {
                        return Ok(Asked::Cell(Some(Cell::Text(String::new()))));
                    }
                    "back" => return Ok(Asked::Back),
                    "done" => return Ok(Asked::Done),
                    _ => match self.command(&name, &rest)? {
                        Next::Again => self.describe(question)?,
                        next => return Ok(Asked::Away(next)),
                    },
                },
                Typed::Text(text) => match typed_cell(column, &text, &locale) {
                    Ok(cell) => return Ok(Asked::Cell(Some(cell))),
                    Err(reason) => self.refuse(&reason, column)?,
                },
            }
        }
    }

    fn refuse(&mut self, reason: &str, _column: &Column) -> io::Result<()> {
        let said = if reason.is_empty() { self.talk.words("no_choice") } else { reason.to_owned() };
        self.talk.say(&said)
    }
}
