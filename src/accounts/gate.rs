//! A condition that is never waived.

use super::number::{DecimalSign, parse_cell};
use super::words::{Words, alike};

/// A condition on a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// The column of the list, as the answer names it.
    pub column: String,
    /// How it is compared.
    pub operator: Operator,
    /// With what, as it was typed; empty for [`Operator::Filled`].
    pub value: String,
}

/// How a gate compares.
#[derive(Debug, Clone, PartialEq)]
pub enum Operator {
    /// A number from here on.
    AtLeast(f64),
    /// A number up to here.
    AtMost(f64),
    /// This value and no other.
    Equals,
    /// Any value but these.
    NoneOf(Vec<String>),
    /// One of these.
    OneOf(Vec<String>),
    /// Any value.
    Filled,
}

/// What a gate says of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It passes.
    Passed,
    /// It fails.
    Failed,
    /// What the gate asks for is not known.
    Missing,
}

impl Gate {
    /// Judges a cell; an empty one is missing, whatever is asked.
    pub fn judge(&self, cell: &str, sign: DecimalSign, words: &Words) -> Verdict {
        if words.is_empty(cell) {
            return Verdict::Missing;
        }
        let number = || parse_cell(cell, sign);
        let told = |passed: bool| if passed { Verdict::Passed } else { Verdict::Failed };
        match &self.operator {
            Operator::AtLeast(limit) => number().map_or(Verdict::Missing, |value| told(value >= *limit)),
            Operator::AtMost(limit) => number().map_or(Verdict::Missing, |value| told(value <= *limit)),
            Operator::Equals => told(same(cell, &self.value, sign, words)),
            Operator::NoneOf(values) => told(!values.iter().any(|value| same(cell, value, sign, words))),
            Operator::OneOf(values) => told(values.iter().any(|value| same(cell, value, sign, words))),
            Operator::Filled => Verdict::Passed,
        }
    }

    /// Whether its cells have to be numbers.
    pub fn wants_number(&self) -> bool {
        matches!(self.operator, Operator::AtLeast(_) | Operator::AtMost(_))
    }
}

/// Whether a cell says the same as a wanted value: the same word, number, or yes or no.
fn same(cell: &str, wanted: &str, sign: DecimalSign, words: &Words) -> bool {
    // what was typed into the questionnaire does not follow the list's decimal sign
    let same_number = |number| parse_cell(wanted, DecimalSign::Unsure) == Some(number);
    let same_answer = |answer| words.yes_or_no(wanted) == Some(answer);
    alike(cell, wanted)
        || parse_cell(cell, sign).is_some_and(same_number)
        || words.yes_or_no(cell).is_some_and(same_answer)
}

/// The values of `DE, AT`.
pub fn values(text: &str) -> Vec<String> {
    text.split([',', ';', '\n']).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operator_passes_fails_and_misses() {
        use Verdict::{Failed, Missing, Passed};
        let words = Words::new("en");
        let judge = |operator: Operator, value: &str, cell: &str| {
            Gate { column: "x".into(), operator, value: value.into() }.judge(cell, DecimalSign::Unsure, &words)
        };
        for (cell, verdict) in [("10", Passed), ("9.9", Failed), ("many", Missing), ("", Missing), ("n/a", Missing)] {
            assert_eq!(judge(Operator::AtLeast(10.0), "10", cell), verdict, "{cell}");
        }
        for (cell, verdict) in [("10", Passed), ("10.1", Failed), ("x", Missing)] {
            assert_eq!(judge(Operator::AtMost(10.0), "10", cell), verdict, "{cell}");
        }
        for (cell, verdict) in [("de", Passed), (" DE", Passed), ("AT", Failed), ("", Missing)] {
            assert_eq!(judge(Operator::Equals, "DE", cell), verdict, "{cell}");
        }
        assert_eq!(judge(Operator::Equals, "10", "10.0"), Passed);
        assert_eq!(judge(Operator::Equals, "yes", "TRUE"), Passed);
        for (cell, verdict) in [("at", Passed), ("CH", Failed), ("-", Missing)] {
            assert_eq!(judge(Operator::OneOf(values("DE, AT")), "", cell), verdict, "{cell}");
            let other = if verdict == Passed {
                Failed
            } else if verdict == Failed {
                Passed
            } else {
                Missing
            };
            assert_eq!(judge(Operator::NoneOf(values("DE, AT")), "", cell), other, "{cell}");
        }
        assert_eq!(judge(Operator::Filled, "", "anything"), Passed);
        assert_eq!(judge(Operator::Filled, "", "  "), Missing);
    }
}
