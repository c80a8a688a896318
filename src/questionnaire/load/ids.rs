//! Ids: their spelling, and that none is given twice.

use std::collections::BTreeMap;

use super::fields::Fields;
use super::reading::Reading;
use crate::problem::Span;

/// How an id may be spelt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// As a name in expressions: letters, digits, underscore, a letter first.
    Name,
    /// Letters, digits, underscore, hyphen, point.
    Word,
}

/// Words that expressions keep for themselves.
const RESERVED: [&str; 21] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "true",
    "var",
    "void",
    "while",
];

/// The ids of one kind that were given so far.
#[derive(Default)]
pub(super) struct Ids(BTreeMap<String, Span>);

impl Ids {
    /// Reads the key `id`, checks its spelling, and that it is new.
    pub fn read(&mut self, reading: &mut Reading<'_>, fields: &mut Fields<'_>, spelling: Spelling) -> Option<String> {
        let id = fields.need_string(reading, "id")?;
        let span = fields.place("id");
        if !well_spelt(&id, spelling) {
            let remedy = match spelling {
                Spelling::Name => {
                    "Use letters, digits and underscores, a letter first, and no word that expressions reserve"
                }
                Spelling::Word => "Use letters, digits, underscores, hyphens and points",
            };
            reading.error(span.clone(), format!("'{id}' cannot be an id"), remedy);
        }
        self.add(reading, &id, span);
        Some(id)
    }

    /// Notes an id, and reports one that was there before.
    pub fn add(&mut self, reading: &mut Reading<'_>, id: &str, span: Span) {
        if let Some(first) = self.0.get(id) {
            let line = reading.source.line_and_column(first.start).0;
            reading.error(span, format!("the id '{id}' is given twice, first on line {line}"), "Rename one of the two");
        } else {
            self.0.insert(id.to_owned(), span);
        }
    }
}

fn well_spelt(id: &str, spelling: Spelling) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    match spelling {
        Spelling::Name => {
            id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(plain) && !RESERVED.contains(&id)
        }
        Spelling::Word => !id.is_empty() && id.chars().all(|c| plain(c) || c == '-' || c == '.'),
    }
}

/// The elements of a list of tables, each called by its noun and id, and by what it belongs to.
pub(super) fn elements<'t>(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'t>,
    key: &'static str,
    noun: &str,
    owner: Option<&str>,
) -> Vec<Fields<'t>> {
    let nodes = fields.list(reading, key);
    let mut elements = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.into_iter().enumerate() {
        let id = node.get_ref().as_table().and_then(|table| table.get("id")).and_then(|id| id.get_ref().as_str());
        let name = id.map_or_else(|| format!("{noun} {}", index + 1), |id| format!("{noun} '{id}'"));
        let what = owner.map_or_else(|| name.clone(), |owner| format!("{name} of {owner}"));
        elements.extend(Fields::of(reading, node, what));
    }
    elements
}
