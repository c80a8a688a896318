//! Fixed rows: asked row by row and cell by cell; stages of a funnel column by column, as their question says.

use std::io;

use rust_i18n::t;

use super::table::Asked;
use super::{Next, Sitting};
use crate::assessment::{Cell, Change, Row, Value};
use crate::questionnaire::{CellKind, Column, Kind, LocalText, Question};

impl Sitting<'_> {
    /// Asks every cell; goes on after the last one.
    pub(super) fn ask_grid(&mut self, question: &Question) -> io::Result<Next> {
        let columns = self.columns(question);
        if columns.is_empty() {
            let said = self.talk.words("no_columns");
            self.talk.say(&said)?;
            return Ok(Next::Go);
        }
        let rows = question.fixed_rows();
        let mut cells = match self.interview.assessment().value(&question.id) {
            Some(Value::Cells(cells)) => cells.clone(),
            _ => Default::default(),
        };
        let before = cells.clone();
        let mut at = 0;
        while at < rows.len() * columns.len() {
            let (row, column) = match question.funnel {
                Some(_) => (&rows[at % rows.len()], &columns[at / rows.len()]),
                None => (&rows[at / columns.len()], &columns[at % columns.len()]),
            };
            let label = row.label.get(&self.talk.locale);
            let heading = column.label.get(&self.talk.locale);
            let title = t!(
                if columns.len() == 1 { "comfort.plain.cell_of_row" } else { "comfort.plain.cell" },
                locale = &self.talk.locale,
                row = label,
                column = heading,
                number = at / columns.len() + 1,
                of = rows.len()
            );
            let now = cells.get(&row.id).and_then(|row: &Row| row.get(&column.id)).cloned();
            match self.ask_cell(question, column, &title, now)? {
                Asked::Cell(cell) => {
                    if let Some(cell) = cell {
                        set(&mut cells, &row.id, &column.id, cell);
                        self.record(Change::value(Value::Cells(cells.clone())))?;
                    }
                    at += 1;
                }
                Asked::Back if at == 0 => {
                    self.go(crate::interview::Go::Back)?;
                    return Ok(Next::Elsewhere);
                }
                Asked::Back => at -= 1,
                Asked::Done => break,
                Asked::Away(next) => return Ok(next),
            }
        }
        if question.funnel.is_some() && cells != before {
            self.say_funnel(question)?;
        }
        Ok(Next::Go)
    }

    /// The columns of fixed rows; those of a grid are the entries of another question, each a rating.
    fn columns(&self, question: &Question) -> Vec<Column> {
        let Kind::Grid { points, .. } = &question.kind else { return question.columns().to_vec() };
        let column = |entry: &String| Column {
            id: entry.clone(),
            label: LocalText { texts: vec![(self.talk.locale.as_str().into(), entry.clone())] },
            ask: LocalText::default(),
            kind: CellKind::Rating(points.clone()),
            required: false,
            suggest_from: None,
            only_for: None,
        };
        self.interview.audiences().iter().map(column).collect()
    }
}

fn set(cells: &mut std::collections::BTreeMap<String, Row>, row: &str, column: &str, cell: Cell) {
    cells.entry(row.to_owned()).or_default().insert(column.to_owned(), cell);
}
