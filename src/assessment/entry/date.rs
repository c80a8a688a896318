//! Dates as people write them.

use jiff::civil::Date;

use super::EntryError;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a date: `2026-11-22`, `22.11.2026`, `22 Nov 2026`, `Nov 22, 2026`.
///
/// `11/12/2026` is refused: it is two days, depending on the country.
///
/// # Errors
/// When it is not a date, or the calendar has no such day.
pub fn parse_date(text: &str) -> Result<Date, EntryError> {
    let trimmed = text.trim();
    let wrong = || EntryError::NotADate(trimmed.chars().take(40).collect());
    let number = |part: &str| part.parse::<i16>().ok().filter(|_| part.bytes().all(|digit| digit.is_ascii_digit()));
    let (year, month, day) = if let [year, month, day] = trimmed.split('-').collect::<Vec<_>>()[..] {
        (year, number(month), day)
    } else if let [day, month, year] = trimmed.split('.').map(str::trim).collect::<Vec<_>>()[..] {
        (year, number(month).or_else(|| month_of(month)), day)
    } else {
        let parts: Vec<&str> = trimmed.split([' ', ',']).filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [day, month, year] if number(day.trim_end_matches('.')).is_some() => {
                (year, month_of(month), day.trim_end_matches('.'))
            }
            [month, day, year] => (year, month_of(month), day),
            _ => return Err(wrong()),
        }
    };
    // two digits of a year could be this century or a day
    let year = number(year).filter(|_| year.len() == 4).ok_or_else(wrong)?;
    let (month, day) = (month.ok_or_else(wrong)?, number(day).ok_or_else(wrong)?);
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return Err(wrong()) };
    Date::new(year, month, day).map_err(|_| EntryError::NoSuchDay(trimmed.to_owned()))
}

/// The month of an English name or its beginning, from 1.
fn month_of(name: &str) -> Option<i16> {
    let name = name.trim_end_matches('.').to_lowercase();
    let found = MONTHS.iter().position(|month| name.len() >= 3 && month.starts_with(&name));
    found.and_then(|at| i16::try_from(at + 1).ok())
}
