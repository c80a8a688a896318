//! Which sign each column of numbers writes before its decimals, as far as its cells give that away.

use csv::StringRecord;

use super::number::{DecimalSign, sign_of};

/// What the cells of the columns of numbers have given away so far.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Evidence {
    columns: Vec<Seen>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Seen {
    column: usize,
    comma: bool,
    point: bool,
}

impl Evidence {
    /// Nothing yet about these columns.
    pub(super) fn new(mut numbers: Vec<usize>) -> Self {
        numbers.sort_unstable();
        numbers.dedup();
        Self { columns: numbers.into_iter().map(|column| Seen { column, comma: false, point: false }).collect() }
    }

    /// Looks at a row.
    pub(super) fn note(&mut self, row: &StringRecord) {
        for seen in &mut self.columns {
            match row.get(seen.column).map(sign_of) {
                Some(DecimalSign::Comma) => seen.comma = true,
                Some(DecimalSign::Point) => seen.point = true,
                _ => {}
            }
        }
    }

    /// The sign of each of the list's columns: what its own cells say, or else what the other columns say, or else the
    /// comma where semicolons separate.
    pub(super) fn signs(&self, width: usize, separator: char) -> Vec<DecimalSign> {
        let any = (self.columns.iter().any(|seen| seen.comma), self.columns.iter().any(|seen| seen.point));
        let others = match any {
            (true, false) => DecimalSign::Comma,
            (false, true) => DecimalSign::Point,
            (false, false) if separator == ';' => DecimalSign::Comma,
            _ => DecimalSign::Unsure,
        };
        let mut signs = vec![DecimalSign::Unsure; width];
        for seen in &self.columns {
            signs[seen.column] = match (seen.comma, seen.point) {
                (true, false) => DecimalSign::Comma,
                (false, true) => DecimalSign::Point,
                (false, false) => others,
                (true, true) => DecimalSign::Unsure,
            };
        }
        signs
    }

    /// The columns that write both signs.
    pub(super) fn with_both_signs(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().filter(|seen| seen.comma && seen.point).map(|seen| seen.column)
    }
}
