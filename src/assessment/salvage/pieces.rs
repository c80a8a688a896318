//! Takes a damaged text apart into the pieces that are whole.
//!
//! An assessment is a row of small tables, each under a header of its own, so that damage in one says nothing about the next.

use toml::{Table, Value};

/// How many bytes are parsed at most while whole pieces are looked for: a text of nothing but rubbish must not take minutes.
const MOST_PARSED: usize = 32 * 1024 * 1024;

/// How many lines one value may take, and how many headers a text in quotation marks may seem to hold.
const MOST_JOINED: usize = 50;

/// Everything in a text that can still be read, as one table; where two pieces disagree, the first holds.
pub(super) fn whole_pieces(text: &str) -> Table {
    let lines: Vec<&str> = text.lines().collect();
    let headers: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with('[')).collect();
    let begins: Vec<usize> = std::iter::once(0).chain(headers.into_iter().filter(|at| *at > 0)).collect();
    let mut found = Table::new();
    let mut left = MOST_PARSED;
    // After a header that cannot be read, what belongs to it must not be taken for a part of the entry before it.
    let mut is_orphan = false;
    let mut at = 0;
    while at < begins.len() {
        let end_of = |piece: usize| begins.get(piece + 1).copied().unwrap_or(lines.len());
        let most = (at + MOST_JOINED).min(begins.len());
        let whole = joined(at..most, &mut left, |last| lines[begins[at]..end_of(last)].join("\n"));
        let (table, next) = match whole {
            Some((table, _, next)) => (Some(table), next),
            None => (statements(&lines[begins[at]..end_of(at)], &mut left), at + 1),
        };
        match table {
            None => is_orphan = true,
            Some(table) if is_orphan && belongs_to_an_entry(&table, &found) => {}
            Some(table) => {
                is_orphan = false;
                join(&mut found, table);
            }
        }
        at = next;
    }
    found
}

/// Whether a table adds to the last entry of a list.
fn belongs_to_an_entry(table: &Table, found: &Table) -> bool {
    table.iter().any(|(key, value)| value.is_table() && found.get(key).is_some_and(Value::is_array))
}

/// The shortest text that is whole, from the first of several ends on; and where the next begins.
fn joined(
    ends: std::ops::Range<usize>,
    left: &mut usize,
    text_to: impl Fn(usize) -> String,
) -> Option<(Table, String, usize)> {
    for last in ends {
        let text = text_to(last);
        if let Some(table) = parsed(&text, left) {
            return Some((table, text, last + 1));
        }
        if !is_open(&text) {
            return None;
        }
    }
    None
}

/// Whether more lines could make it whole: a long text, a list or a table in braces has not ended.
fn is_open(text: &str) -> bool {
    let odd = |quotes: &str| text.matches(quotes).count() % 2 == 1;
    let value = text.split_once('=').map_or("", |(_, value)| value.trim_start());
    odd("\"\"\"") || odd("'''") || value.starts_with(['[', '{'])
}

fn parsed(text: &str, left: &mut usize) -> Option<Table> {
    *left = left.checked_sub(text.len() + 1)?;
    text.parse().ok()
}

/// The header and those of its lines that can be read on their own; nothing when the header cannot.
fn statements(lines: &[&str], left: &mut usize) -> Option<Table> {
    let is_headed = lines.first().is_some_and(|line| line.starts_with('['));
    let mut kept = String::new();
    if is_headed {
        parsed(lines[0], left)?;
        kept.push_str(lines[0]);
        kept.push('\n');
    }
    let mut seen = Table::new();
    let mut at = usize::from(is_headed);
    while at < lines.len() {
        let most = (at + MOST_JOINED).min(lines.len());
        let whole = joined(at..most, left, |last| lines[at..=last].join("\n"));
        match whole {
            Some((table, text, next)) => {
                if table.keys().all(|key| !seen.contains_key(key)) {
                    kept.push_str(&text);
                    kept.push('\n');
                    seen.extend(table);
                }
                at = next;
            }
            None => at += 1,
        }
    }
    parsed(&kept, left)
}

fn join(into: &mut Table, from: Table) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (None, value) => drop(into.insert(key, value)),
            (Some(Value::Table(there)), Value::Table(here)) => join(there, here),
            (Some(Value::Array(there)), Value::Array(here)) if here.iter().all(Value::is_table) => there.extend(here),
            (Some(Value::Array(there)), Value::Table(here)) => {
                if let Some(Value::Table(last)) = there.last_mut() {
                    join(last, here);
                }
            }
            _ => {}
        }
    }
}
