//! A date, typed in full or as people say it: `friday`, `+7`, `29.11.`.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Context, Edit, Line, Refusal, Step};
use crate::assessment::{Change, Value};

/// The editor of a date.
#[derive(Debug, Clone)]
pub struct DateEditor {
    /// What is being typed; `None` while the stored date is shown.
    pub line: Option<Line>,
}

impl DateEditor {
    /// Shows the answer there is.
    pub fn new(_context: &Context<'_>) -> Self {
        Self { line: None }
    }

    /// Follows one edit; Enter stores and goes on.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        if *edit != Edit::Enter {
            self.line.get_or_insert_default().edit(edit);
            return Step::Stay;
        }
        let Some(line) = &self.line else { return Step::Go };
        if line.text().trim().is_empty() {
            return if context.value().is_some() { Step::RecordAndGo(Change::Clear) } else { Step::Go };
        }
        match parse_date(line.text(), context.today) {
            Some(date) => {
                self.line = None;
                Step::RecordAndGo(context.store(Value::Date(date)))
            }
            None => Step::Refused(Refusal::Date),
        }
    }

    /// Stores what is typed when the field is left for something else.
    pub fn leave(&mut self, context: &Context<'_>) -> Step {
        match self.edit(&Edit::Enter, context) {
            Step::RecordAndGo(change) => Step::Record(change),
            Step::Refused(reason) => {
                *self = Self::new(context);
                Step::Refused(reason)
            }
            _ => Step::Stay,
        }
    }
}

/// Reads a date: `2026-11-29`, `29.11.2026`, `29.11.`, `29/11`, `+7` days, `today`, `tomorrow` or a weekday to come.
///
/// A day and month without a year is the next such day from `today` on.
pub fn parse_date(text: &str, today: Date) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    if let Some(days) = text.strip_prefix('+') {
        let days = days.trim().trim_end_matches(|one: char| one.is_alphabetic()).trim().parse::<i32>().ok()?;
        return today.checked_add(days.days()).ok();
    }
    match text.as_str() {
        "today" => return Some(today),
        "tomorrow" => return today.tomorrow().ok(),
        _ => {}
    }
    if let Some(weekday) = weekday(&text) {
        return today.nth_weekday(1, weekday).ok();
    }
    let parts: Vec<i16> = text
        .split(['.', '/', ' ', '-'])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let in_year = |year: i16| Date::new(year, i8::try_from(parts[1]).ok()?, i8::try_from(parts[0]).ok()?).ok();
    match parts.len() {
        2 => in_year(today.year()).filter(|date| *date >= today).or_else(|| in_year(today.year() + 1)),
        3 => in_year(if parts[2] < 100 { 2000 + parts[2] } else { parts[2] }),
        _ => None,
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    let names = [
        ("monday", Weekday::Monday),
        ("tuesday", Weekday::Tuesday),
        ("wednesday", Weekday::Wednesday),
        ("thursday", Weekday::Thursday),
        ("friday", Weekday::Friday),
        ("saturday", Weekday::Saturday),
        ("sunday", Weekday::Sunday),
    ];
    names.into_iter().find(|(name, _)| text.len() >= 3 && name.starts_with(text)).map(|(_, day)| day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_say_them() {
        let today: Date = "2026-11-22".parse().unwrap();
        for (text, expected) in [
            ("2026-11-29", Some("2026-11-29")),
            ("29.11.", Some("2026-11-29")),
            ("29/11", Some("2026-11-29")),
            ("1.2.", Some("2027-02-01")),
            ("1.2.27", Some("2027-02-01")),
            ("+7", Some("2026-11-29")),
            ("+7 days", Some("2026-11-29")),
            ("tomorrow", Some("2026-11-23")),
            ("Fri", Some("2026-11-27")),
            ("sunday", Some("2026-11-29")),
            ("31.2.", None),
            ("soon", None),
            ("", None),
            ("1.2.3.4", None),
            ("99.99.99", None),
        ] {
            assert_eq!(parse_date(text, today), expected.map(|date| date.parse().unwrap()), "{text}");
        }
    }
}
