//! iCalendar: lines folded at 75 octets and ended by CRLF, texts escaped.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Calendar, Entry};
use crate::display::is_harmless;

/// The longest line in octets, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// A calendar as the text of an `.ics` file.
pub fn write(calendar: &Calendar) -> String {
    let mut text = String::new();
    let mut line = |line: &str| fold(line, &mut text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Gapwise//Follow-up//EN");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    let stamp = calendar.stamp.strftime("%Y%m%dT%H%M%SZ").to_string();
    for entry in &calendar.entries {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}-{}@gapwise", calendar.identity, entry.key));
        line(&format!("DTSTAMP:{stamp}"));
        for when in when(entry) {
            line(&when);
        }
        line(&format!("SUMMARY:{}", escaped(&entry.summary)));
        if !entry.description.is_empty() {
            line(&format!("DESCRIPTION:{}", escaped(&entry.description)));
        }
        line(if entry.weekly.is_some() { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" });
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

fn when(entry: &Entry) -> Vec<String> {
    match entry.weekly {
        Some(weekly) => vec![
            format!("DTSTART:{}T{:02}0000", day(entry.date), weekly.hour),
            format!("DURATION:PT{}M", weekly.minutes),
            format!("RRULE:FREQ=WEEKLY;COUNT={}", weekly.times.max(1)),
        ],
        None => {
            let end = entry.date.checked_add(1.day()).unwrap_or(entry.date);
            vec![format!("DTSTART;VALUE=DATE:{}", day(entry.date)), format!("DTEND;VALUE=DATE:{}", day(end))]
        }
    }
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// A text value: what has a meaning is escaped, what no calendar can hold becomes a space.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            '\n' => safe.push_str("\\n"),
            letter if letter.is_control() => safe.push(' '),
            // emoji and several scripts are written with the joiners
            '\u{200c}' | '\u{200d}' => safe.push(letter),
            letter if !is_harmless(letter) => safe.push('\u{fffd}'),
            letter => safe.push(letter),
        }
    }
    safe
}

/// Writes a line, in pieces of at most 75 octets that never part a character.
fn fold(line: &str, text: &mut String) {
    let mut rest = line;
    let mut room = LONGEST;
    while rest.len() > room {
        let (piece, then) = rest.split_at(rest.floor_char_boundary(room));
        text.push_str(piece);
        text.push_str("\r\n ");
        rest = then;
        // the space that goes on counts too
        room = LONGEST - 1;
    }
    text.push_str(rest);
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escaped("a;b,c\\d\r\ne\nf\u{7}g:h"), "a\\;b\\,c\\\\d\\ne\\nf g:h");
    }

    #[test]
    fn lines_are_folded_at_75_octets() {
        for length in 0..400 {
            for letter in ["x", "é", "漢", "👨‍👩‍👧", " "] {
                let line = letter.repeat(length);
                let mut text = String::new();
                fold(&line, &mut text);
                assert!(text.ends_with("\r\n"));
                assert!(text.split("\r\n").all(|piece| piece.len() <= 75), "{length} {letter}");
                assert_eq!(text.replace("\r\n ", "").trim_end_matches("\r\n"), line);
            }
        }
        let mut exact = String::new();
        fold(&"x".repeat(149), &mut exact);
        assert_eq!(exact.split("\r\n").map(str::len).collect::<Vec<_>>(), [75, 75, 0]);
    }
}
