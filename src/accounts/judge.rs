//! One row of a list becomes an account.

use super::account::{Account, Class, Lacking, Standing};
use super::columns::Columns;
use super::criterion::Trait;
use super::gate::Verdict;
use super::number::{DecimalSign, is_ambiguous, parse_cell};
use super::oddity::{OddKind, Oddities};
use super::profile::Profile;
use super::words::{Words, alike, is_simple};
use crate::display::one_line;

/// With less of the weight known than this, an account is not ranked (domain.md 3, "Accounts").
const LEAST_KNOWN: f64 = 0.6;

/// Judges the rows of one list.
pub(super) struct Judge<'a> {
    pub(super) profile: &'a Profile,
    pub(super) words: &'a Words,
    pub(super) columns: &'a Columns,
    pub(super) headings: &'a [String],
    /// The decimal sign of each column.
    pub(super) signs: &'a [DecimalSign],
    pub(super) oddities: Oddities,
}

impl Judge<'_> {
    /// The account of a row; a cell that is not there is empty.
    pub(super) fn judge<'c>(&mut self, cell: impl Fn(usize) -> &'c str, line: u64) -> Account {
        let (mut points, mut known, mut weight) = (0.0, 0.0, 0.0);
        let mut lacks = Vec::new();
        for (at, criterion) in self.profile.criteria.iter().enumerate() {
            weight += criterion.weight;
            let column = self.columns.criteria[at];
            let filled = column.map(|column| (column, cell(column))).filter(|(_, text)| !self.words.is_empty(text));
            let got = filled.and_then(|(column, text)| {
                let got = criterion.points(text, self.sign(column), self.words);
                let kind = match &criterion.kind {
                    Trait::Number { .. } => OddKind::NoNumber,
                    Trait::Map(_) => OddKind::UnnamedWord,
                    Trait::YesNo => OddKind::NoYesOrNo,
                };
                if got.is_none() {
                    self.oddities.note(&self.headings[column], kind, line, text);
                } else if kind == OddKind::NoNumber {
                    self.note_two_ways(column, line, text);
                }
                got
            });
            match got {
                Some(got) => {
                    points += got * criterion.weight;
                    known += criterion.weight;
                }
                None => lacks.push(Lacking::Criterion(at as u16)),
            }
        }
        let mut failed = Vec::new();
        for (at, gate) in self.profile.gates.iter().enumerate() {
            let verdict = match self.columns.gates[at] {
                None => Verdict::Missing,
                Some(column) => {
                    let text = cell(column);
                    let verdict = gate.judge(text, self.sign(column), self.words);
                    if verdict == Verdict::Missing && !self.words.is_empty(text) {
                        self.oddities.note(&self.headings[column], OddKind::NoNumber, line, text);
                    }
                    verdict
                }
            };
            match verdict {
                Verdict::Passed => {}
                Verdict::Failed => failed.push(at as u16),
                Verdict::Missing => lacks.push(Lacking::Gate(at as u16)),
            }
        }
        let current = self.columns.current.and_then(|column| self.amount(column, cell(column), line));
        let potential = self.columns.potential.and_then(|column| self.amount(column, cell(column), line));
        let known_share = if weight > 0.0 { known / weight } else { 0.0 };
        let gates_known = !lacks.iter().any(|lacking| matches!(lacking, Lacking::Gate(_)));
        let standing = if !failed.is_empty() {
            Standing::BelowMinimum(failed)
        } else if !gates_known || known_share < LEAST_KNOWN - 1e-9 {
            Standing::NeedsData
        } else {
            // score and class come with the ranking
            Standing::Ranked { score: 0.0, class: Class::C }
        };
        Account {
            name: self.columns.name.map(|column| name(cell(column))).unwrap_or_default(),
            line,
            fit: (known > 0.0).then(|| points / known),
            known: known_share,
            white_space: potential.zip(current).map(|(potential, current)| (potential - current).max(0.0)),
            customer: current.is_some_and(|current| current > 0.0),
            rival: self.columns.rival.is_some_and(|column| self.is_rival(cell(column))),
            lacks,
            standing,
        }
    }

    fn sign(&self, column: usize) -> DecimalSign {
        self.signs.get(column).copied().unwrap_or_default()
    }

    /// An amount of money; an empty cell is not known, not nothing.
    fn amount(&mut self, column: usize, text: &str, line: u64) -> Option<f64> {
        if self.words.is_empty(text) {
            return None;
        }
        let amount = parse_cell(text, self.sign(column));
        match amount {
            None => self.oddities.note(&self.headings[column], OddKind::NoNumber, line, text),
            Some(_) => self.note_two_ways(column, line, text),
        }
        amount
    }

    fn note_two_ways(&mut self, column: usize, line: u64, text: &str) {
        if self.sign(column) == DecimalSign::Unsure && text.contains([',', '.']) && is_ambiguous(text) {
            self.oddities.note(&self.headings[column], OddKind::TwoWays, line, text);
        }
    }

    /// Whether a cell names a rival, alone or among others.
    fn is_rival(&self, text: &str) -> bool {
        let is = |name: &str| self.profile.rivals.iter().any(|rival| alike(name, rival));
        !text.trim().is_empty() && (is(text) || text.split([',', ';', '/', '|', '&', '\n']).any(is))
    }
}

/// A company's name on one line, as most are.
fn name(cell: &str) -> String {
    if is_simple(cell) { cell.to_owned() } else { one_line(cell) }
}
