//! The keys of one table: each is asked for by name, and what nobody asked for is unknown.

use toml::de::DeTable;

use super::reading::{Node, Reading};
use crate::problem::{Span, nearest};
use crate::questionnaire::LocalText;
use crate::questionnaire::expression::Expression;

/// Most unknown keys of one table that are told; looking for what each could have meant takes its time.
const MOST_UNKNOWN: usize = 200;

/// The keys of one table, remembering which were asked for.
pub(super) struct Fields<'t> {
    table: &'t DeTable<'t>,
    /// Where the table starts, for what is missing in it.
    pub span: Span,
    /// How problems call it, for example `question 'ga_contacts'`.
    pub what: String,
    asked: Vec<&'static str>,
}

impl<'t> Fields<'t> {
    /// The keys of a table that was already found.
    pub fn new(table: &'t DeTable<'t>, span: Span, what: impl Into<String>) -> Self {
        Self { table, span, what: what.into(), asked: Vec::new() }
    }

    /// The keys of a value, when it is a table.
    pub fn of(reading: &mut Reading<'_>, node: &'t Node<'t>, what: impl Into<String>) -> Option<Self> {
        let what = what.into();
        Some(Self::new(reading.table(node, &what)?, node.span(), what))
    }

    /// How problems call a key of this table.
    pub fn name(&self, key: &str) -> String {
        format!("'{key}' of {}", self.what)
    }

    /// The value of an optional key.
    pub fn find(&mut self, key: &'static str) -> Option<&'t Node<'t>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.table.get(key)
    }

    /// The value of a key that must be there.
    pub fn need(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Option<&'t Node<'t>> {
        let found = self.find(key);
        if found.is_none() {
            reading.missing(self.span.clone(), format!("{} has no '{key}'", self.what), format!("Add '{key} = …'"));
        }
        found
    }

    /// A word that must be there; whatever it is for, it is not shown to people.
    pub fn need_string(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Option<String> {
        let node = self.need(reading, key)?;
        reading.string(node, &self.name(key)).map(str::to_owned)
    }

    /// A word that may be there.
    pub fn string(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Option<String> {
        let node = self.find(key)?;
        reading.string(node, &self.name(key)).map(str::to_owned)
    }

    /// A word that may be there, one of several.
    pub fn word<T: Copy>(
        &mut self,
        reading: &mut Reading<'_>,
        key: &'static str,
        known: &[(&'static str, T)],
    ) -> Option<T> {
        let node = self.find(key)?;
        let what = self.name(key);
        let word = reading.string(node, &what)?;
        let found = known.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            reading.error(node.span(), format!("{what} is '{word}', which is not known"), did_you_mean(word, &names));
        }
        found
    }

    /// A text people read that must be there; empty when it is not.
    pub fn need_text(&mut self, reading: &mut Reading<'_>, key: &'static str) -> LocalText {
        let name = self.name(key);
        self.need(reading, key).map(|node| reading.text(node, &name, true)).unwrap_or_default()
    }

    /// A text people read that may be missing, then empty.
    pub fn text(&mut self, reading: &mut Reading<'_>, key: &'static str) -> LocalText {
        let name = self.name(key);
        self.find(key).map(|node| reading.text(node, &name, false)).unwrap_or_default()
    }

    /// A flag, false when it is missing.
    pub fn flag(&mut self, reading: &mut Reading<'_>, key: &'static str) -> bool {
        let name = self.name(key);
        self.find(key).and_then(|node| reading.boolean(node, &name)).unwrap_or(false)
    }

    /// A whole number that may be missing.
    pub fn whole(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Option<u32> {
        let name = self.name(key);
        self.find(key).and_then(|node| reading.whole(node, &name))
    }

    /// A whole number that must be there.
    pub fn need_whole(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Option<u32> {
        let name = self.name(key);
        self.need(reading, key).and_then(|node| reading.whole(node, &name))
    }

    /// A share that must be there and be more than nothing.
    pub fn need_weight(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Option<f64> {
        let node = self.need(reading, key)?;
        let name = self.name(key);
        let weight = reading.number(node, &name)?;
        if weight > 0.0 {
            return Some(weight);
        }
        reading.error(node.span(), format!("{name} is {weight}, but must be more than 0"), "");
        None
    }

    /// A condition or formula that may be missing.
    pub fn expression(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Option<Expression> {
        let name = self.name(key);
        self.find(key).and_then(|node| reading.expression(node, &name))
    }

    /// A condition or formula that must be there.
    pub fn need_expression(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Option<Expression> {
        let name = self.name(key);
        self.need(reading, key).and_then(|node| reading.expression(node, &name))
    }

    /// The elements of a list, none when it is missing.
    pub fn list(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Vec<&'t Node<'t>> {
        let name = self.name(key);
        self.find(key).and_then(|node| reading.list(node, &name)).unwrap_or_default()
    }

    /// The words of a list, each with its place.
    pub fn words(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Vec<(String, Span)> {
        let name = self.name(key);
        let nodes = self.list(reading, key);
        nodes.into_iter().filter_map(|one| Some((reading.string(one, &name)?.to_owned(), one.span()))).collect()
    }

    /// The keys of a table inside this one.
    pub fn inner(&mut self, reading: &mut Reading<'_>, key: &'static str) -> Option<Fields<'t>> {
        let name = self.name(key);
        let node = self.find(key)?;
        let mut inner = Fields::of(reading, node, name)?;
        // Dotted keys such as `text.self` give a table without a place of its own.
        if inner.span.is_empty() {
            inner.span = self.span.clone();
        }
        Some(inner)
    }

    /// Whether a key is there, without accepting it.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The text of a key, if it is one, without accepting the key.
    pub fn peek_string(&self, key: &str) -> Option<&'t str> {
        self.table.get(key).and_then(|node| node.get_ref().as_str())
    }

    /// The place of a key's value, or of the table where the key is missing.
    pub fn place(&self, key: &str) -> Span {
        self.table.get(key).map_or_else(|| self.span.clone(), Node::span)
    }

    /// Reports every key nobody asked for.
    pub fn finish(self, reading: &mut Reading<'_>) {
        let unknown = self.table.keys().filter(|key| !self.asked.contains(&&**key.get_ref()));
        for key in unknown.take(MOST_UNKNOWN) {
            let message = format!("unknown key '{}' in {}", key.get_ref(), self.what);
            reading.error(key.span(), message, did_you_mean(key.get_ref(), &self.asked));
        }
    }
}

/// A remedy that offers the nearest of several names, or all of them when none is near.
pub(super) fn did_you_mean(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(close) => format!("Did you mean '{close}'?"),
        None if known.is_empty() => "Leave it out".to_owned(),
        None => format!("Known here: {}", known.join(", ")),
    }
}
