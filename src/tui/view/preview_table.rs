//! A table of the report, set for the terminal: columns under each other, long cells over several lines.

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::preview::plain;
use crate::tui::pen::{fitted, wrapped};
use crate::tui::safe::safe;
use crate::tui::theme::Theme;

/// What stands between two columns.
const GAP: usize = 2;

/// A word that is longer may be broken; bars are as long.
const LONGEST_WORD: usize = 24;

/// The lines of a Markdown table, its head quiet; an entry below the other where its columns find no room.
pub(super) fn lines(table: &[&str], width: u16, theme: Theme) -> Vec<(String, Style)> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut is_right: Vec<bool> = Vec::new();
    for line in table {
        let cells = cells(line);
        if cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|one| "-: ".contains(one))) {
            is_right = cells.iter().map(|cell| cell.ends_with(':') && !cell.starts_with(':')).collect();
        } else {
            rows.push(cells.iter().map(|cell| safe(&plain(cell)).into_owned()).collect());
        }
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    is_right.resize(columns, false);
    rows.iter_mut().for_each(|row| row.resize(columns, String::new()));
    let Some(widths) = widths(&rows, usize::from(width)) else { return one_below_the_other(&rows, width, theme) };
    let mut out = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let style = if at == 0 { theme.quiet() } else { theme.ink() };
        let set: Vec<Vec<String>> = row.iter().zip(&widths).map(|(cell, width)| wrapped(cell, *width as u16)).collect();
        for line in 0..set.iter().map(Vec::len).max().unwrap_or(0) {
            let cell = |(at, lines): (usize, &Vec<String>)| {
                fitted(lines.get(line).map_or("", String::as_str), widths[at], is_right[at])
            };
            let cells: Vec<String> = set.iter().enumerate().map(cell).collect();
            out.push((cells.join(&" ".repeat(GAP)).trim_end().to_owned(), style));
        }
    }
    out
}

/// What stands between the bars; a bar that belongs to a text has a backslash before it.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for letter in line.trim().trim_start_matches('|').chars() {
        match letter {
            '|' if !is_escaped => cells.push(String::new()),
            letter => cells.iter_mut().last().into_iter().for_each(|cell| cell.push(letter)),
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    if cells.len() > 1 && cells.last().is_some_and(|last| last.trim().is_empty()) {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The width of each column: all it wants, the widest giving way first; nothing where there is too little room.
fn widths(rows: &[Vec<String>], width: usize) -> Option<Vec<usize>> {
    let columns = rows.first()?.len();
    let wanted = |at: usize| rows.iter().map(|row| row[at].width()).max().unwrap_or(0);
    let longest = |text: &String| text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
    let least = |at: usize| rows.iter().map(|row| longest(&row[at])).max().unwrap_or(0).min(LONGEST_WORD);
    let least: Vec<usize> = (0..columns).map(least).collect();
    let mut widths: Vec<usize> = (0..columns).map(wanted).collect();
    let room = width.checked_sub(GAP * columns.saturating_sub(1))?;
    while widths.iter().sum::<usize>() > room {
        let can_give = widths.iter_mut().zip(&least).filter(|(width, least)| **width > **least);
        let (widest, _) = can_give.max_by_key(|(width, _)| **width)?;
        *widest -= 1;
    }
    Some(widths)
}

/// Each row by itself: its first cell, then the others with the heads of their columns.
fn one_below_the_other(rows: &[Vec<String>], width: u16, theme: Theme) -> Vec<(String, Style)> {
    let Some((head, rows)) = rows.split_first() else { return Vec::new() };
    let mut out = Vec::new();
    for row in rows {
        for (at, (name, cell)) in head.iter().zip(row).enumerate().filter(|(_, (_, cell))| !cell.is_empty()) {
            let text = if at == 0 || name.is_empty() { cell.clone() } else { format!("{name}: {cell}") };
            let (indent, style) = if at == 0 { ("", theme.ink()) } else { ("  ", theme.quiet()) };
            let lines = wrapped(&text, width.saturating_sub(2).max(4));
            out.extend(lines.into_iter().map(|line| (format!("{indent}{line}"), style)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: [&str; 4] = [
        "| Area | Now | What it says |",
        "|:---|---:|:---|",
        "| Repeat purchase | 19 | Fewer customers are returning \\| **and** nobody asks |",
        "| Mix | 44 | |",
    ];

    fn set(width: u16) -> Vec<String> {
        lines(&TABLE, width, Theme::new(false)).into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn columns_stand_under_each_other_and_long_cells_go_on() {
        assert_eq!(
            set(46),
            [
                "Area             Now  What it says",
                "Repeat purchase   19  Fewer customers are",
                "                      returning | and nobody",
                "                      asks",
                "Mix               44",
            ]
        );
    }

    #[test]
    fn where_columns_find_no_room_each_row_is_told_by_itself() {
        assert_eq!(
            set(20),
            [
                "Repeat purchase",
                "  Now: 19",
                "  What it says:",
                "  Fewer customers",
                "  are returning |",
                "  and nobody asks",
                "Mix",
                "  Now: 44",
            ]
        );
    }
}
