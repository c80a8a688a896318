//! Numbers as spreadsheets write them: with a currency, a percent sign, grouped thousands, a point or a comma.
//!
//! Most cells are nothing but figures, and a list has many cells: these are read where they stand, without a copy.

use std::borrow::Cow;

/// Which sign a column writes before its decimals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DecimalSign {
    /// Not settled: each cell is read by rulings.md 13, a comma before exactly three digits groups them.
    #[default]
    Unsure,
    /// 1,234.5
    Point,
    /// 1.234,5
    Comma,
}

/// Signs of money, which say nothing about the amount.
const MONEY: [char; 17] = ['€', '$', '£', '¥', '₣', '₤', '₹', '₽', '₩', '₺', '₴', '₪', '₫', '₱', '₦', '฿', '¢'];

/// Words of money beside codes such as EUR.
const MONEY_WORDS: [&str; 6] = ["kr.", "kr", "Kč", "zł", "Fr.", "Rs."];

/// A longer text is no number, in bytes.
const LONGEST: usize = 64;

/// The number of a cell; nothing when it is none.
///
/// A percent sign is left out: 12 % is 12. Brackets and a minus at the end make it negative, as ledgers do.
pub fn parse_cell(cell: &str, sign: DecimalSign) -> Option<f64> {
    let (digits, negative) = bare(cell)?;
    let value = magnitude(&digits, sign)?;
    value.is_finite().then_some(if negative { -value } else { value })
}

/// What a cell gives away about its column's decimal sign.
pub fn sign_of(cell: &str) -> DecimalSign {
    if !cell.bytes().any(is_sign) {
        return DecimalSign::Unsure;
    }
    let Some((digits, _)) = bare(cell) else { return DecimalSign::Unsure };
    let (commas, points) = (count(&digits, b','), count(&digits, b'.'));
    let found = match (commas, points) {
        (0, 0) => DecimalSign::Unsure,
        (1, 0) | (0, 1) if may_group(&digits) => DecimalSign::Unsure,
        (1, 0) => DecimalSign::Comma,
        (0, 1) => DecimalSign::Point,
        (_, 0) => DecimalSign::Point,
        (0, _) => DecimalSign::Comma,
        _ if digits.rfind(',') > digits.rfind('.') => DecimalSign::Comma,
        _ => DecimalSign::Point,
    };
    // a date such as 01.02.2026 is no number and gives nothing away; a single sign among digits makes no date
    let is_number = commas + points == 1 && is_bare(&digits) || magnitude(&digits, found).is_some();
    if is_number { found } else { DecimalSign::Unsure }
}

/// Whether a cell can be read in two ways as long as its column's sign is not known.
pub fn is_ambiguous(cell: &str) -> bool {
    sign_of(cell) == DecimalSign::Unsure
        && bare(cell)
            .is_some_and(|(digits, _)| digits.contains([',', '.']) && magnitude(&digits, DecimalSign::Unsure).is_some())
}

/// Whether the only sign of a number may group thousands: up to three digits before it, no zero first, three after it.
fn may_group(digits: &str) -> bool {
    let sign = digits.bytes().position(is_sign).unwrap_or(digits.len());
    (1..=3).contains(&sign) && !digits.starts_with('0') && digits.len() - sign == 4
}

fn is_sign(byte: u8) -> bool {
    matches!(byte, b',' | b'.')
}

/// Whether a text is nothing but digits, points and commas.
fn is_bare(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || is_sign(byte))
}

fn count(text: &str, sign: u8) -> usize {
    text.bytes().filter(|byte| *byte == sign).count()
}

/// Digits, points and commas without anything around them, and whether the number is negative.
fn bare(cell: &str) -> Option<(Cow<'_, str>, bool)> {
    // most cells of text are seen at once to be no number, and most numbers to be nothing but figures
    if !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if cell.len() <= LONGEST && is_bare(cell) {
        return Some((Cow::Borrowed(cell), false));
    }
    let mut text = cell.trim().trim_start_matches('\'').trim();
    if text.len() > LONGEST {
        return None;
    }
    let mut negative = false;
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        (text, negative) = (inner, true);
    }
    loop {
        let before = text;
        text = text.trim().trim_matches(MONEY).trim_matches(['%', '‰']);
        for word in MONEY_WORDS {
            text = text.strip_prefix(word).unwrap_or(text);
            text = text.strip_suffix(word).unwrap_or(text);
        }
        text = without_code(text);
        for minus in ['-', '−', '–'] {
            if let Some(rest) = text.strip_prefix(minus).or_else(|| text.strip_suffix(minus)) {
                if negative {
                    return None;
                }
                (text, negative) = (rest, true);
                break;
            }
        }
        text = text.strip_prefix('+').unwrap_or(text);
        if text == before {
            break;
        }
    }
    ungrouped(text).map(|digits| (digits, negative))
}

/// The text without a currency's code of three capital letters at one end.
fn without_code(text: &str) -> &str {
    let is_code = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    match (text.get(..3), text.len().checked_sub(3).and_then(|at| text.get(at..))) {
        (Some(first), _) if is_code(first) => &text[3..],
        (_, Some(last)) if is_code(last) => &text[..text.len() - 3],
        _ => text,
    }
}

/// The text without spaces and apostrophes that group thousands; nothing when they group anything else.
fn ungrouped(text: &str) -> Option<Cow<'_, str>> {
    let is_group = |letter: char| letter.is_whitespace() || matches!(letter, '\'' | '’');
    if !text.contains(is_group) {
        return Some(Cow::Borrowed(text));
    }
    let whole_end = text.find([',', '.']).unwrap_or(text.len());
    let (whole, rest) = text.split_at(whole_end);
    let mut groups = whole.split(is_group);
    let first = groups.next()?;
    let right =
        (1..=3).contains(&first.len()) && groups.clone().all(|group| group.len() == 3) && !rest.contains(is_group);
    right.then(|| whole.chars().filter(|letter| !is_group(*letter)).chain(rest.chars()).collect())
}

/// The number of digits with points and commas.
fn magnitude(text: &str, sign: DecimalSign) -> Option<f64> {
    let (commas, points) = (count(text, b','), count(text, b'.'));
    let decimal = match (sign, commas, points) {
        (_, 0, 0) => return plain_number(text),
        // both: the last one is the decimal sign, whatever the column does
        (_, 1.., 1..) => Some(if text.rfind(',') > text.rfind('.') { ',' } else { '.' }),
        (_, 2.., 0) | (_, 0, 2..) => None,
        (DecimalSign::Comma, 1, 0) => Some(','),
        (DecimalSign::Comma, 0, 1) if grouped(text, '.') => None,
        (_, 0, 1) => return plain_number(text),
        (DecimalSign::Point | DecimalSign::Unsure, 1, 0) => (!grouped(text, ',')).then_some(','),
    };
    let group = match decimal {
        Some(',') => '.',
        Some(_) => ',',
        None if commas > 0 => ',',
        None => '.',
    };
    let (whole, fraction) = decimal.and_then(|sign| text.rsplit_once(sign)).unwrap_or((text, ""));
    if whole.contains(group) && !grouped(whole, group) || fraction.contains([',', '.']) {
        return None;
    }
    if decimal.is_some_and(|sign| whole.contains(sign)) {
        return None;
    }
    let with_point = |letter| if Some(letter) == decimal { '.' } else { letter };
    plain_number(&text.chars().filter(|letter| *letter != group).map(with_point).collect::<String>())
}

/// Whether a sign stands where it groups digits: three after the last, two or three after each other one.
fn grouped(text: &str, sign: char) -> bool {
    let Some((front, last)) = text.rsplit_once(sign) else { return false };
    let mut parts = front.split(sign);
    let first = parts.next().unwrap_or_default();
    last.len() == 3 && (1..=3).contains(&first.len()) && parts.all(|part| (2..=3).contains(&part.len()))
}

/// Digits, perhaps with one point and an exponent as spreadsheets write it; no words such as `inf`.
fn plain_number(text: &str) -> Option<f64> {
    let figures = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-');
    let begins = text.as_bytes().first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'.');
    (begins && text.bytes().all(figures)).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalSign::{Comma, Point, Unsure};

    #[test]
    fn numbers_as_spreadsheets_write_them() {
        for (cell, sign, number) in [
            ("1234", Unsure, 1234.0),
            (" 1.5 ", Unsure, 1.5),
            ("1,5", Unsure, 1.5),
            ("1,234", Unsure, 1234.0),
            ("1,234", Comma, 1.234),
            ("1.234", Unsure, 1.234),
            ("1.234", Comma, 1234.0),
            ("1.23", Comma, 1.23),
            ("1.234,56", Unsure, 1234.56),
            ("1,234.56", Comma, 1234.56),
            ("1.234.567", Unsure, 1_234_567.0),
            ("12,34,567", Unsure, 1_234_567.0),
            ("€ 1.234,50", Unsure, 1234.5),
            ("1 234,50 €", Unsure, 1234.5),
            ("$1,234.50", Unsure, 1234.5),
            ("EUR 12", Unsure, 12.0),
            ("12 CHF", Unsure, 12.0),
            ("1'234.50", Point, 1234.5),
            ("1\u{202f}234", Unsure, 1234.0),
            ("12 %", Unsure, 12.0),
            ("-5", Unsure, -5.0),
            ("- 5", Unsure, -5.0),
            ("5-", Unsure, -5.0),
            ("(1,200)", Unsure, -1200.0),
            ("−3", Unsure, -3.0),
            ("+3", Unsure, 3.0),
            ("1.2E+05", Unsure, 120_000.0),
            ("-€5", Unsure, -5.0),
            ("'007", Unsure, 7.0),
            (".5", Unsure, 0.5),
            ("0,125", Comma, 0.125),
        ] {
            assert_eq!(parse_cell(cell, sign), Some(number), "{cell} {sign:?}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for cell in [
            "",
            "-",
            "many",
            "10 or 20",
            "1 2 3",
            "12 34",
            "=1+1",
            "inf",
            "NaN",
            "1e999",
            "2026-01-02",
            "01.02.2026",
            "1,2,3",
            "--5",
            "3 days",
            "1.2.3,4",
            "10-20",
            "(5",
            "٣",
        ] {
            assert_eq!(parse_cell(cell, Unsure), None, "{cell}");
        }
    }

    #[test]
    fn what_a_cell_gives_away() {
        for (cell, sign) in [
            ("12", Unsure),
            ("1,5", Comma),
            ("1.5", Point),
            ("1.234", Unsure),
            ("1,234", Unsure),
            ("1.234,5", Comma),
            ("1,234,567", Point),
            ("0,125", Comma),
            ("1234,567", Comma),
            ("01.02.2026", Unsure),
            ("Acme, Inc.", Unsure),
        ] {
            assert_eq!(sign_of(cell), sign, "{cell}");
        }
        assert!(is_ambiguous("1.234") && !is_ambiguous("1.23") && !is_ambiguous("12"));
    }
}
