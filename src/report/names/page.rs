//! The page of names, read back as what each name holds.

use std::collections::BTreeMap;

use toml::{Table, Value};

/// The group of names a template begins with.
const EVERYTHING: &str = "Everything";

/// The group of names a page of rules begins with.
const RULES: &str = "Everything on a page of rules";

/// What a name holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A text, a number, or yes or no: it has no names of its own.
    Plain(String),
    /// Entries of one kind.
    List(Box<Kind>),
    /// A group of names, by its title on the page.
    Group(String),
    /// Words under names.
    Words(BTreeMap<String, Kind>),
    /// Nothing is known of it.
    Anything,
}

/// The page, by group and name.
#[derive(Debug)]
pub(super) struct Page {
    groups: BTreeMap<String, BTreeMap<String, Kind>>,
}

impl Page {
    /// Reads the page; the words, which are no part of it, are those of a report.
    pub(super) fn read(text: &str, words: &Table) -> Self {
        let mut groups: BTreeMap<String, BTreeMap<String, Kind>> = BTreeMap::new();
        let mut group = String::new();
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("## ") {
                title.trim_matches('`').clone_into(&mut group);
            } else if let Some(line) = line.strip_prefix("| `") {
                let mut cells = line.split(" | ");
                let (Some(name), Some(kind)) = (cells.next(), cells.next()) else { continue };
                let kind = if kind == "words" { of_words(words) } else { of(kind) };
                groups.entry(group.clone()).or_default().insert(name.trim_end_matches('`').to_owned(), kind);
            }
        }
        Self { groups }
    }

    /// What a template begins with that is rendered itself: reports, and pages of rules.
    pub(super) fn everything(root: &str) -> Kind {
        Kind::Group(if root.starts_with("rules.") { RULES } else { EVERYTHING }.to_owned())
    }

    /// What a name of a group holds.
    pub(super) fn find(&self, of: &Kind, name: &str) -> Option<Kind> {
        match of {
            Kind::Group(group) => self.groups.get(group)?.get(name).cloned(),
            Kind::Words(words) => words.get(name).cloned(),
            Kind::Anything => Some(Kind::Anything),
            Kind::Plain(_) | Kind::List(_) => None,
        }
    }

    /// The names of a group.
    pub(super) fn names<'p>(&'p self, of: &'p Kind) -> Vec<&'p str> {
        match of {
            Kind::Group(group) => {
                self.groups.get(group).into_iter().flat_map(BTreeMap::keys).map(String::as_str).collect()
            }
            Kind::Words(words) => words.keys().map(String::as_str).collect(),
            Kind::Plain(_) | Kind::List(_) | Kind::Anything => Vec::new(),
        }
    }
}

/// `list of areas.AreaRow`, `text, or nothing`.
fn of(text: &str) -> Kind {
    if let Some(inner) = text.strip_prefix("list of ") {
        return Kind::List(Box::new(of(inner)));
    }
    match text.trim_end_matches(", or nothing") {
        plain @ ("text" | "number" | "yes or no") => Kind::Plain(plain.to_owned()),
        group => Kind::Group(group.to_owned()),
    }
}

fn of_words(table: &Table) -> Kind {
    let kind = |value: &Value| match value {
        Value::Table(inner) => of_words(inner),
        Value::Array(_) => Kind::List(Box::new(Kind::Anything)),
        _ => Kind::Plain("text".to_owned()),
    };
    Kind::Words(table.iter().map(|(name, value)| (name.clone(), kind(value))).collect())
}
