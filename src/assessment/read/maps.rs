//! Reads process maps.

use toml::de::{DeTable, DeValue};

use super::fields::{Field, Reader};
use crate::assessment::{MapNode, NodeKind, ProcessMap};

impl Reader<'_> {
    /// One process; what cannot be used in it is told and left out.
    pub(super) fn process_map(&mut self, id: &str, table: &DeTable<'_>) -> ProcessMap {
        let nodes = table.get("nodes").and_then(|nodes| nodes.get_ref().as_array());
        let mut map = ProcessMap {
            system: self.text(table, "system").unwrap_or_default(),
            half: self.text(table, "half").unwrap_or_default(),
            nodes: Vec::new(),
        };
        for entry in nodes.into_iter().flat_map(|nodes| nodes.iter()) {
            map.nodes.extend(self.node(id, entry));
        }
        map
    }

    fn node(&mut self, id: &str, entry: &Field<'_>) -> Option<MapNode> {
        let DeValue::Table(table) = entry.get_ref() else {
            self.warn(
                entry.span(),
                format!("a step of a process of '{id}' is not a table"),
                "Write { id = \"mail\", kind = \"task\", text = \"…\", next = \"…\" }",
            );
            return None;
        };
        let kinds = NodeKind::ALL.map(|kind| (kind.id(), kind));
        Some(MapNode {
            id: self.text(table, "id").unwrap_or_default(),
            kind: self.word(table, "kind", &kinds).unwrap_or_default(),
            text: self.text(table, "text").unwrap_or_default(),
            owner: self.text(table, "owner").unwrap_or_default(),
            metric: self.text(table, "metric").unwrap_or_default(),
            next: self.text(table, "next"),
            yes: self.text(table, "yes"),
            no: self.text(table, "no"),
        })
    }
}
