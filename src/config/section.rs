//! Reading one section: each value by its kind, whatever is wrong collected, unknown keys told at the end.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{Problem, Source, Span, nearest};

/// A value that was given, and its place in the file, for whoever looks closer at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Its place in the file.
    pub span: Span,
}

/// One section while it is read.
pub(super) struct Section<'t> {
    name: &'static str,
    table: Option<&'t DeTable<'t>>,
    source: &'t Source,
    folder: &'t Path,
    known: Vec<&'static str>,
    problems: Vec<Problem>,
}

impl<'t> Section<'t> {
    /// Begins with the section of a name; one that is absent has no values.
    pub(super) fn new(name: &'static str, root: &'t DeTable<'t>, source: &'t Source, folder: &'t Path) -> Self {
        let node = root.get(name);
        let table = node.and_then(|node| node.get_ref().as_table());
        let mut section = Self { name, table, source, folder, known: Vec::new(), problems: Vec::new() };
        if let (Some(node), None) = (node, table) {
            section.wrong(
                node.span(),
                format!("'{name}' is a section"),
                format!("Write it as [{name}] on a line of its own"),
            );
        }
        section
    }

    /// Reports what is wrong with a value that keeps its default.
    pub(super) fn wrong(&mut self, span: Span, message: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Problem::error(self.source, span, message, remedy));
    }

    /// A text that is not empty.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Given<String>> {
        let node = self.node(key)?;
        match node.get_ref().as_str() {
            Some(text) if text.trim().is_empty() => {
                self.wrong(node.span(), format!("'{key}' is empty"), "Write a text, or leave the line out");
                None
            }
            Some(text) => Some(Given { value: text.to_owned(), span: node.span() }),
            None => self.mismatch(key, node, "text in quotes"),
        }
    }

    /// True or false.
    pub(super) fn flag(&mut self, key: &'static str) -> Option<Given<bool>> {
        let node = self.node(key)?;
        match node.get_ref().as_bool() {
            Some(value) => Some(Given { value, span: node.span() }),
            None => self.mismatch(key, node, "true or false"),
        }
    }

    /// One of several words.
    pub(super) fn word(&mut self, key: &'static str, words: &[&'static str]) -> Option<Given<&'static str>> {
        let text = self.text(key)?;
        if let Some(word) = words.iter().find(|word| **word == text.value) {
            return Some(Given { value: *word, span: text.span });
        }
        let remedy = match nearest(&text.value, words.iter().copied()) {
            Some(near) => format!("Did you mean '{near}'?"),
            None => format!("Write {}", listed(words)),
        };
        self.wrong(text.span, format!("'{key}' cannot be '{}'", text.value), remedy);
        None
    }

    /// A path; one that is not absolute starts from the folder of the settings.
    pub(super) fn path(&mut self, key: &'static str) -> Option<Given<PathBuf>> {
        let text = self.text(key)?;
        Some(Given { value: self.folder.join(text.value), span: text.span })
    }

    /// Every key of a section whose keys are names of something, with its list of texts.
    pub(super) fn lists(&mut self) -> Vec<(Given<String>, Vec<Given<String>>)> {
        let mut lists = Vec::new();
        let Some(table) = self.table else { return lists };
        for (key, node) in table.iter() {
            let name = Given { value: key.get_ref().to_string(), span: key.span() };
            let nodes: Vec<&Spanned<DeValue<'_>>> = match node.get_ref() {
                DeValue::Array(array) => array.iter().collect(),
                _ => vec![node],
            };
            let texts: Vec<_> = nodes
                .iter()
                .filter_map(|node| {
                    let text = node.get_ref().as_str();
                    if text.is_none() {
                        self.mismatch::<()>(&name.value, node, "a list of texts in quotes");
                    }
                    Some(Given { value: text?.to_owned(), span: node.span() })
                })
                .collect();
            if texts.len() == nodes.len() {
                lists.push((name, texts));
            }
        }
        lists.sort_by_key(|(name, _)| name.span.start);
        lists
    }

    /// Ends the section; keys nobody asked for are told.
    pub(super) fn end(mut self) -> Vec<Problem> {
        if self.known.is_empty() {
            return self.problems;
        }
        for key in self.table.iter().flat_map(|table| table.keys()) {
            let name = &**key.get_ref();
            if !self.known.contains(&name) {
                let remedy = match nearest(name, self.known.iter().copied()) {
                    Some(near) => format!("Did you mean '{near}'?"),
                    None => format!("[{}] takes {}", self.name, listed(&self.known)),
                };
                let message = format!("[{}] has no setting '{name}'", self.name);
                self.problems.push(Problem::error(self.source, key.span(), message, remedy));
            }
        }
        self.problems
    }

    fn node(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.known.push(key);
        self.table?.get(key)
    }

    fn mismatch<T>(&mut self, key: &str, node: &Spanned<DeValue<'_>>, wanted: &str) -> Option<T> {
        let found = match node.get_ref() {
            DeValue::String(_) => "text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.wrong(node.span(), format!("'{key}' is {found}"), format!("Write {wanted}"));
        None
    }
}

fn listed(words: &[&str]) -> String {
    words.join(", ")
}
