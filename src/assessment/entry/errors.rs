//! Why an entry was refused, in words for whoever typed it.

/// Why an entry was refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum EntryError {
    /// Nothing was typed.
    #[error("Type a number")]
    Empty,
    /// It is not a number.
    #[error("'{0}' is not a number: type for example 4000, 4k, ~400 or 4-5k")]
    NotANumber(String),
    /// Commas and points that fit no number.
    #[error("'{0}' can be read in more than one way: type it without separators, with a point for decimals")]
    Unclear(String),
    /// A percent sign where no share is asked for.
    #[error("A percentage does not fit here: type the number itself")]
    PercentSign,
    /// A currency sign where no money is asked for.
    #[error("An amount of money does not fit here: type the number itself")]
    MoneySign,
    /// A unit this question does not take.
    #[error("The unit '{unit}' does not fit here: {wanted}")]
    Unit {
        /// As it was typed.
        unit: String,
        /// What would fit.
        wanted: &'static str,
    },
    /// The range runs backwards.
    #[error("The range runs backwards: type the smaller number first")]
    Backwards,
    /// A fraction where things are counted.
    #[error("Type a whole number: {0} is not one")]
    NotWhole(String),
    /// Below what is possible.
    #[error("{value} is too small: the least possible is {least}")]
    TooSmall {
        /// What was typed.
        value: String,
        /// The least possible.
        least: String,
    },
    /// Above what is possible.
    #[error("{value} is too large: the most possible is {most}")]
    TooLarge {
        /// What was typed.
        value: String,
        /// The most possible.
        most: String,
    },
    /// It is not a date.
    #[error("'{0}' is not a date: type for example 2026-11-22 or 22 Nov 2026")]
    NotADate(String),
    /// A day that the calendar does not have.
    #[error("There is no such day: '{0}'")]
    NoSuchDay(String),
}
