//! Sheets of rules.

use super::fields::Fields;
use super::head::labels;
use super::ids::{Ids, Spelling, elements};
use super::reading::{Node, Reading};
use crate::problem::{Span, nearest};
use crate::questionnaire::{CellKind, Column, Kind, LocalText, Question, Sheet};

/// The sheets, in order.
pub(super) fn sheets(reading: &mut Reading<'_>, fields: &mut Fields<'_>, questions: &[Question]) -> Vec<Sheet> {
    let mut ids = Ids::default();
    let mut sheets = Vec::new();
    for mut one in elements(reading, fields, "sheet", "sheet", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let title = one.need_text(reading, "title");
        let text = one.text(reading, "text");
        one.need(reading, "columns");
        let columns = labels(reading, &mut one, "columns");
        let rows = rows(reading, &mut one, columns.len(), questions);
        let signed_by = labels(reading, &mut one, "signed_by");
        for (key, texts) in [("title", std::slice::from_ref(&title)), ("text", std::slice::from_ref(&text))]
            .into_iter()
            .chain([("columns", columns.as_slice()), ("signed_by", signed_by.as_slice())])
        {
            let (what, place) = (one.name(key), one.place(key));
            braces(reading, &place, &what, texts, &[]);
        }
        let agreed_in = agreed_in(reading, &mut one, columns.len(), questions);
        one.finish(reading);
        sheets.extend(id.map(|id| Sheet { id, title, text, columns, rows, signed_by, agreed_in }));
    }
    sheets
}

/// The table in which a client changes the rows.
fn agreed_in(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    width: usize,
    questions: &[Question],
) -> Option<String> {
    let id = fields.string(reading, "agreed_in")?;
    let is_text = |column: &Column| matches!(column.kind, CellKind::Text);
    let fits = |one: &Question| match &one.kind {
        Kind::Table { columns, .. } => columns.len() == width && columns.iter().all(is_text),
        _ => false,
    };
    if questions.iter().any(|one| one.id == id && fits(one)) {
        return Some(id);
    }
    let message = format!("{} is '{id}', which is no table of {width} texts here", fields.name("agreed_in"));
    reading.error(fields.place("agreed_in"), message, "Name a table with as many text columns as the sheet");
    None
}

fn rows(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    width: usize,
    questions: &[Question],
) -> Vec<Vec<LocalText>> {
    let name = fields.name("rows");
    let ids: Vec<&str> = questions.iter().map(|one| one.id.as_str()).collect();
    fields.need(reading, "rows");
    let mut rows = Vec::new();
    for node in fields.list(reading, "rows") {
        let cells = reading.list(node, &name).unwrap_or_default();
        let row: Vec<LocalText> = cells.iter().map(|cell| cell_text(reading, cell, &name, &ids)).collect();
        if row.len() != width {
            let message = format!("a row of {} has {} cells, but there are {width} columns", fields.what, row.len());
            reading.error(node.span(), message, "Give every row one text for each column");
        }
        rows.push(row);
    }
    rows
}

/// A cell's text; ids of questions in braces stand for the client's answers.
fn cell_text(reading: &mut Reading<'_>, cell: &Node<'_>, name: &str, ids: &[&str]) -> LocalText {
    let text = reading.text(cell, name, false);
    braces(reading, &cell.span(), name, std::slice::from_ref(&text), ids);
    text
}

/// Reports braces that stand for nothing: on a page to be signed they would be a blank to fill in, or be printed as they are.
fn braces(reading: &mut Reading<'_>, span: &Span, what: &str, texts: &[LocalText], ids: &[&str]) {
    for (_, text) in texts.iter().flat_map(|text| &text.texts) {
        let mut rest = text.as_str();
        while let Some(open) = rest.find(['{', '}']) {
            let name = rest[open..].strip_prefix('{').and_then(|inner| inner.split_once('}')).map(|(name, _)| name);
            let name = name.filter(|name| !name.contains('{'));
            let (said, message, remedy) = match name {
                Some(id) if ids.contains(&id) => (String::new(), String::new(), String::new()),
                Some(id) if ids.is_empty() => {
                    let message = format!("{what} uses {{{id}}}, but answers are filled into 'rows' alone");
                    (format!("{{{id}}}"), message, "Leave it out".to_owned())
                }
                Some(id) => {
                    let message = format!("{what} uses {{{id}}}, which is no question of this questionnaire");
                    let near = nearest(id, ids.iter().copied()).map(|near| format!("Did you mean {{{near}}}?"));
                    let remedy =
                        near.unwrap_or_else(|| "Write the id of a question of this file, or leave it out".to_owned());
                    (format!("{{{id}}}"), message, remedy)
                }
                None => {
                    let message = format!("{what} has a brace without its other half");
                    let remedy = "Write {id}, with the id of a question, or leave the brace out";
                    (rest[open..=open].to_owned(), message, remedy.to_owned())
                }
            };
            if !said.is_empty() {
                reading.error(within(reading, span, &said), message, remedy);
            }
            rest = &rest[open + name.map_or(1, |name| name.len() + 2)..];
        }
    }
}

/// Where in the file something stands within a place; the place itself where it is written with escapes.
fn within(reading: &Reading<'_>, span: &Span, said: &str) -> Span {
    let text = reading.source.text.get(span.clone()).unwrap_or_default();
    text.find(said).map_or_else(|| span.clone(), |at| span.start + at..span.start + at + said.len())
}
