//! `4k`, `1.2m`, `4,000`, `30%`, `~400`, `4-5k`, `3 weeks`: quantities as people say them (rulings 13).

use super::EntryError;
use super::scan::{Scanned, scan};
use crate::questionnaire::{NumberKind, NumberSpec};

/// A quantity as it was meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entered {
    /// The value; of a range the middle.
    pub value: f64,
    /// The lower end of a range.
    pub low: Option<f64>,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// Whether it was said to be a guess, as every range is.
    pub guess: bool,
}

/// Longer entries are no numbers, and not worth looking at.
const LONGEST: usize = 60;

/// Days of a month, a twelfth of 365.
const MONTH: f64 = 365.0 / 12.0;

/// What a word behind a number means for the question.
enum Scale {
    /// Multiplies the number.
    Times(f64),
    /// The same, and the result is rounded to whole days: no month has a fraction of one.
    Days(f64),
}

/// Reads a quantity for a question.
///
/// # Errors
/// When it is no quantity, has a sign or unit that does not fit, or lies outside the question's bounds.
pub fn parse_number(text: &str, spec: &NumberSpec) -> Result<Entered, EntryError> {
    let trimmed = text.trim();
    parse(trimmed, spec).map_err(|error| match error {
        EntryError::NotANumber(_) => EntryError::NotANumber(trimmed.chars().take(LONGEST).collect()),
        other => other,
    })
}

fn parse(trimmed: &str, spec: &NumberSpec) -> Result<Entered, EntryError> {
    if trimmed.is_empty() {
        return Err(EntryError::Empty);
    }
    if trimmed.len() > LONGEST {
        return Err(EntryError::NotANumber(String::new()));
    }
    let unsigned = trimmed.trim_start_matches(['~', '≈']).trim_start();
    let guess = unsigned.len() < trimmed.len();
    let plain = without_signs(unsigned, spec)?;
    let Some((low, high)) = split_range(&plain) else {
        let scanned = scan(&plain)?;
        let value = scaled(&scanned, &scanned.word, spec)?;
        check_bounds(value, spec)?;
        return Ok(Entered { value, low: None, high: None, guess });
    };
    let (low, high) = range(&scan(low)?, &scan(high)?, spec)?;
    let middle = f64::midpoint(low, high);
    let value = if spec.whole { (middle + 0.5).floor() } else { middle };
    for number in [low, high, value] {
        check_bounds(number, spec)?;
    }
    Ok(Entered { value, low: Some(low), high: Some(high), guess: true })
}

/// Whether a quantity is possible for a question.
///
/// # Errors
/// When it lies outside the bounds, or has a fraction where whole things are counted.
pub fn check_bounds(value: f64, spec: &NumberSpec) -> Result<(), EntryError> {
    let (least, most) = spec.bounds;
    if value < least {
        return Err(EntryError::TooSmall { value: written(value), least: written(least) });
    }
    if value > most {
        return Err(EntryError::TooLarge { value: written(value), most: written(most) });
    }
    if spec.whole && value.fract() != 0.0 {
        return Err(EntryError::NotWhole(written(value)));
    }
    Ok(())
}

/// Takes percent and currency signs away where they may stand.
fn without_signs(text: &str, spec: &NumberSpec) -> Result<String, EntryError> {
    if text.contains('%') && spec.kind != NumberKind::Percent {
        return Err(EntryError::PercentSign);
    }
    if text.contains(['€', '$', '£']) && spec.kind != NumberKind::Money {
        return Err(EntryError::MoneySign);
    }
    Ok(text.replace(['%', '€', '$', '£'], ""))
}

/// The two ends of a range, when it is one. A minus sign at the start belongs to the number.
fn split_range(text: &str) -> Option<(&str, &str)> {
    if let Some((low, high)) = text.split_once(" to ") {
        return Some((low, high));
    }
    let begin = text.find(|letter: char| letter.is_ascii_digit())?;
    let (at, dash) = text[begin..].char_indices().find(|(_, letter)| matches!(letter, '-' | '–' | '—' | '…'))?;
    let at = begin + at;
    Some((&text[..at], &text[at + dash.len_utf8()..]))
}

/// Both ends of a range. A word behind one of them stands for both: "4-5k" are four to five thousand.
fn range(low: &Scanned, high: &Scanned, spec: &NumberSpec) -> Result<(f64, f64), EntryError> {
    let of = |end: &Scanned, other: &Scanned| {
        let word = if end.word.is_empty() { &other.word } else { &end.word };
        scaled(end, word, spec)
    };
    let (shared_low, shared_high) = (of(low, high)?, of(high, low)?);
    if shared_low <= shared_high {
        return Ok((shared_low, shared_high));
    }
    // "500-1k": there the word belongs to its own number alone
    let (own_low, own_high) = (scaled(low, &low.word, spec)?, scaled(high, &high.word, spec)?);
    if own_low <= own_high { Ok((own_low, own_high)) } else { Err(EntryError::Backwards) }
}

fn scaled(number: &Scanned, word: &str, spec: &NumberSpec) -> Result<f64, EntryError> {
    if word.is_empty() {
        return Ok(number.value);
    }
    let value = match scale(word, spec) {
        Some(Scale::Times(factor)) => number.value * factor,
        Some(Scale::Days(factor)) => (number.value * factor + 0.5).floor(),
        None => return Err(EntryError::Unit { unit: word.to_owned(), wanted: wanted(spec.kind) }),
    };
    if value.is_finite() { Ok(value) } else { Err(EntryError::NotANumber(word.to_owned())) }
}

fn scale(word: &str, spec: &NumberSpec) -> Option<Scale> {
    use NumberKind::{Count, Days, Hours, Interval, Money};
    let times = |factor| Some(Scale::Times(factor));
    match (spec.kind, word) {
        (Days | Interval, "d" | "day" | "days") => times(1.0),
        (Days | Interval, "w" | "wk" | "week" | "weeks") => times(7.0),
        (Days | Interval, "m" | "mo" | "month" | "months") => Some(Scale::Days(MONTH)),
        (Days | Interval, "q" | "quarter" | "quarters") => Some(Scale::Days(365.0 / 4.0)),
        (Days | Interval, "y" | "yr" | "year" | "years") => Some(Scale::Days(365.0)),
        (Hours, "h" | "hr" | "hrs" | "hour" | "hours") => times(1.0),
        (Hours, "min" | "mins" | "minute" | "minutes") => times(1.0 / 60.0),
        // hours a month are working hours, and how many of those a day has nobody said
        (Hours, "d" | "day" | "days") if spec.per.is_none() => times(24.0),
        (Hours, "w" | "wk" | "week" | "weeks") if spec.per.is_none() => times(168.0),
        (Count | Money | Hours | Days, "k") => times(1e3),
        (Count | Money, "m") => times(1e6),
        _ => None,
    }
}

fn wanted(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Count => "type the number, with k for thousands or m for millions if you like",
        NumberKind::Percent => "type a number from 0 to 100",
        NumberKind::Money => "type the amount, with k for thousands or m for millions if you like",
        NumberKind::Hours => "type the number of hours",
        NumberKind::Days | NumberKind::Interval => "type days, weeks, months or years, for example 3 weeks",
    }
}

/// A number with thousands grouped, for a message.
fn written(value: f64) -> String {
    let text = format!("{}", value.abs());
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if value < 0.0 { "-" } else { "" };
    match fraction {
        Some(part) => format!("{sign}{grouped}.{}", &part[..part.len().min(2)]),
        None => format!("{sign}{grouped}"),
    }
}
