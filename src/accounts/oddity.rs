//! Cells that could not be used, gathered so that a person can mend them at the source.

/// Something about the cells of a column that is worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oddity {
    /// The heading of the column in the list.
    pub column: String,
    /// What it is.
    pub kind: OddKind,
    /// The line of the first one.
    pub line: u64,
    /// What stands there.
    pub text: String,
    /// How many cells there are like this.
    pub count: u64,
}

/// What is odd about cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OddKind {
    /// A number is wanted, and this is none; it counts as unknown.
    NoNumber,
    /// A word that the criterion gives no points; it counts as unknown (rulings.md 19).
    UnnamedWord,
    /// Neither yes nor no; it counts as unknown.
    NoYesOrNo,
    /// A number that could be read in two ways.
    TwoWays,
}

/// The oddities of a list, in the order they were met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Oddities(pub Vec<Oddity>);

impl Oddities {
    /// Notes a cell.
    pub fn note(&mut self, column: &str, kind: OddKind, line: u64, text: &str) {
        match self.0.iter_mut().find(|known| known.kind == kind && known.column == column) {
            Some(known) => known.count += 1,
            None => {
                self.0.push(Oddity { column: column.to_owned(), kind, line, text: text.trim().to_owned(), count: 1 })
            }
        }
    }
}
