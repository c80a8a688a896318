//! One account with everything it was judged by: its row is read again, so that a long list need not be kept.

use std::ops::ControlFlow;
use std::path::Path;

use super::gate::Verdict;
use super::list::RankedList;
use super::list_error::ListError;
use super::number::{DecimalSign, parse_cell};
use super::rows::Rows;
use super::words::Words;
use crate::display::one_line;

/// What an account was judged by.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    /// For each criterion of the profile what the list says, and the points for it.
    pub criteria: Vec<Judged>,
    /// For each gate of the profile what the list says, and whether it passes.
    pub gates: Vec<(String, Verdict)>,
    /// What it spends today.
    pub current: Option<f64>,
    /// What it could spend.
    pub potential: Option<f64>,
    /// Who supplies it; empty where the list does not say.
    pub supplier: String,
}

/// A cell, and what it counts for.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// What the list says, on one line; empty where it says nothing.
    pub cell: String,
    /// Points from 0 to 100; nothing where that is not known.
    pub points: Option<f64>,
}

impl RankedList {
    /// What the account at that place of the ranking was judged by.
    ///
    /// # Errors
    /// When the file cannot be read any more, or another company stands in that line.
    pub fn detail(&self, path: &Path, at: usize, words: &Words) -> Result<Detail, ListError> {
        let changed = |line| ListError::Changed { path: path.to_owned(), line };
        let account = self.ranking.accounts.get(at).ok_or_else(|| changed(0))?;
        let reading = &self.list.reading;
        let mut row = None;
        Rows::laid_out(path, reading.layout).each_until(&mut |_| {}, |record, line| {
            if line < account.line {
                return ControlFlow::Continue(());
            }
            row = (line == account.line).then(|| record.clone());
            ControlFlow::Break(())
        })?;
        let row = row.ok_or_else(|| changed(account.line))?;
        let cell = |column: Option<usize>| one_line(column.and_then(|column| row.get(column)).unwrap_or_default());
        let columns = &reading.columns;
        if columns.name.is_some() && cell(columns.name) != account.name {
            return Err(changed(account.line));
        }
        let sign = |column: Option<usize>| -> DecimalSign {
            column.and_then(|column| reading.signs.get(column).copied()).unwrap_or_default()
        };
        let amount = |column| Some(cell(column)).filter(|text| !words.is_empty(text));
        let amount = |column| amount(column).and_then(|text| parse_cell(&text, sign(column)));
        let criteria = self.profile.criteria.iter().zip(&columns.criteria);
        let gates = self.profile.gates.iter().zip(&columns.gates);
        Ok(Detail {
            criteria: criteria
                .map(|(criterion, &column)| {
                    let cell = cell(column);
                    let known = !words.is_empty(&cell);
                    let points = known.then(|| criterion.points(&cell, sign(column), words)).flatten();
                    Judged { cell, points }
                })
                .collect(),
            gates: gates
                .map(|(gate, &column)| {
                    let cell = cell(column);
                    let verdict = gate.judge(&cell, sign(column), words);
                    (cell, verdict)
                })
                .collect(),
            current: amount(columns.current),
            potential: amount(columns.potential),
            supplier: cell(columns.rival),
        })
    }
}
