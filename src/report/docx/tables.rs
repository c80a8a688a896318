//! Tables, and lists of terms, which read as tables of two columns.

use scraper::ElementRef;

use super::blocks::{Block, Cell, Look, Row, Style};
use super::read::read_blocks;

/// The rows of a table, its head first, as the page has them.
pub(super) fn rows(table: ElementRef) -> Vec<Row> {
    let mut rows = Vec::new();
    for part in table.child_elements() {
        match part.value().name() {
            "thead" => rows.extend(part.child_elements().map(|row| line(row, true))),
            "tbody" | "tfoot" => rows.extend(part.child_elements().map(|row| line(row, false))),
            "tr" => rows.push(line(part, false)),
            _ => {}
        }
    }
    rows.retain(|row: &Row| row.cells.iter().any(|cell| !cell.blocks.is_empty()));
    rows
}

fn line(row: ElementRef, is_head: bool) -> Row {
    let is_total = row.value().classes().any(|class| class.starts_with("total"));
    Row { cells: row.child_elements().map(|one| cell(one, is_total)).collect(), is_head, is_total }
}

fn cell(element: ElementRef, is_total: bool) -> Cell {
    let has = |class: &str| element.value().classes().any(|one| one == class);
    let is_heading = element.value().name() == "th";
    let is_first = element.prev_siblings().all(|before| !before.value().is_element());
    let look = Look {
        strong: has("strong") || is_total || (is_first && !has("light") && !has("no")) && !is_heading,
        quiet: has("quiet") || has("grey") || has("no"),
        link: None,
    };
    let style = if is_heading { Style::Small } else { Style::Body };
    Cell {
        blocks: read_blocks(element, &look, style),
        is_heading,
        is_number: has("n"),
        columns: element.attr("colspan").and_then(|count| count.parse().ok()).unwrap_or(1).clamp(1, 64),
        shade: (1..=4).find(|shade| has(&format!("s{shade}"))).unwrap_or(0),
    }
}

/// A list of terms: the term at the left, what it means at the right; each pair may stand in an element of its own.
pub(super) fn terms(list: ElementRef) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    gather(list, &mut rows);
    rows.retain(|row| !row.cells.is_empty());
    rows
}

fn gather(parent: ElementRef, rows: &mut Vec<Row>) {
    for child in parent.child_elements() {
        match child.value().name() {
            "dt" => {
                let look = Look { quiet: true, ..Look::default() };
                let blocks = read_blocks(child, &look, Style::Body);
                rows.push(Row { cells: vec![Cell { blocks, columns: 1, ..Cell::default() }], ..Row::default() });
            }
            "dd" => {
                let blocks: Vec<Block> = read_blocks(child, &Look::default(), Style::Body);
                match rows.last_mut() {
                    Some(row) if row.cells.len() == 1 => {
                        row.cells.push(Cell { blocks, columns: 1, ..Cell::default() });
                    }
                    Some(row) => row.cells.iter_mut().skip(1).for_each(|cell| cell.blocks.extend(blocks.clone())),
                    None => {}
                }
            }
            _ => gather(child, rows),
        }
    }
}
