//! A trait that makes a company ideal, and the points a cell gets for it (domain.md 3, "Accounts").

use super::number::{DecimalSign, parse_cell};
use super::words::{Words, alike, plain};

/// A weighted trait.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Its name.
    pub name: String,
    /// The column of the list, as the answer names it.
    pub column: String,
    /// How a cell becomes points.
    pub kind: Trait,
    /// Its weight, more than 0.
    pub weight: f64,
}

/// How a cell becomes points from 0 to 100.
#[derive(Debug, Clone, PartialEq)]
pub enum Trait {
    /// A number: (x − worst) ÷ (best − worst) × 100, clamped; `best` may be the smaller one.
    Number {
        /// Counts nothing.
        worst: f64,
        /// Counts in full; differs from `worst`.
        best: f64,
    },
    /// Words with their points; the words are in plain letters.
    Map(Vec<(String, f64)>),
    /// Yes counts 100, no counts 0.
    YesNo,
}

impl Criterion {
    /// The points of a filled cell; nothing when it says nothing that counts here.
    pub fn points(&self, cell: &str, sign: DecimalSign, words: &Words) -> Option<f64> {
        match &self.kind {
            Trait::Number { worst, best } => {
                let value = parse_cell(cell, sign)?;
                Some(((value - worst) / (best - worst) * 100.0).clamp(0.0, 100.0))
            }
            Trait::Map(map) => map.iter().find(|(word, _)| alike(cell, word)).map(|(_, points)| *points),
            Trait::YesNo => words.yes_or_no(cell).map(|yes| if yes { 100.0 } else { 0.0 }),
        }
    }
}

/// Reads `logistics=100, retail=60`: the words, or the part that cannot be read.
///
/// # Errors
/// The first entry that is not a word with points from 0 to 100.
pub fn parse_map(text: &str) -> Result<Vec<(String, f64)>, String> {
    let mut map = Vec::new();
    for entry in text.split([',', ';', '\n']).map(str::trim).filter(|entry| !entry.is_empty()) {
        // the last sign: a word may hold one itself
        let read = entry.rsplit_once('=').and_then(|(word, points)| {
            let points = points.trim().parse::<f64>().ok().filter(|points| (0.0..=100.0).contains(points))?;
            let word = plain(word);
            (!word.is_empty()).then_some((word, points))
        });
        map.push(read.ok_or_else(|| entry.to_owned())?);
    }
    Ok(map)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_by_hand() {
        let of = |kind| Criterion { name: String::new(), column: String::new(), kind, weight: 1.0 };
        let words = Words::new("en");
        let number = of(Trait::Number { worst: 20.0, best: 200.0 });
        let points = |criterion: &Criterion, cell| criterion.points(cell, DecimalSign::Unsure, &words);
        // (110 − 20) ÷ 180
        assert_eq!(points(&number, "110"), Some(50.0));
        assert_eq!(points(&number, "1,000"), Some(100.0));
        assert_eq!(points(&number, "-5"), Some(0.0));
        assert_eq!(points(&number, "many"), None);
        // fewer is better: (30 − 90) ÷ (0 − 90)
        let down = of(Trait::Number { worst: 90.0, best: 0.0 });
        assert!((points(&down, "30 days").unwrap_or(-1.0) + 1.0).abs() < 1e-9, "a unit is no number");
        assert!((points(&down, "30").unwrap() - 66.666_666_666_7).abs() < 1e-9);
        let map = of(Trait::Map(parse_map("Logistics=100, retail = 60").unwrap()));
        assert_eq!(points(&map, " LOGISTICS "), Some(100.0));
        assert_eq!(points(&map, "farming"), None);
        assert_eq!(points(&of(Trait::YesNo), "Yes"), Some(100.0));
        assert_eq!(points(&of(Trait::YesNo), "FALSE"), Some(0.0));
        assert_eq!(points(&of(Trait::YesNo), "perhaps"), None);
    }

    #[test]
    fn a_map_that_cannot_be_read_says_where() {
        assert_eq!(parse_map("a=1, b"), Err("b".to_owned()));
        assert_eq!(parse_map("a=101"), Err("a=101".to_owned()));
        assert_eq!(parse_map("=5"), Err("=5".to_owned()));
        assert_eq!(parse_map("r=d=50;x=0"), Ok(vec![("r=d".to_owned(), 50.0), ("x".to_owned(), 0.0)]));
    }
}
