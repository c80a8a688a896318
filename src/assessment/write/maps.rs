//! Writes process maps: a table for each, one line for each step.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, Value as Toml};

use super::fields::text;
use crate::assessment::{MapNode, ProcessMap};

/// The maps as they stand in the file.
pub(super) fn maps(maps: &[ProcessMap]) -> Item {
    if maps.is_empty() {
        return Item::Value(Toml::Array(Array::new()));
    }
    let mut tables = ArrayOfTables::new();
    for map in maps {
        let mut table = Table::new();
        table.insert("system", Item::Value(text(&map.system)));
        if !map.half.is_empty() {
            table.insert("half", Item::Value(text(&map.half)));
        }
        let mut nodes: Array = map.nodes.iter().map(|one| Toml::InlineTable(node(one))).collect();
        for step in nodes.iter_mut() {
            step.decor_mut().set_prefix("\n  ");
        }
        nodes.set_trailing("\n");
        nodes.set_trailing_comma(!map.nodes.is_empty());
        table.insert("nodes", Item::Value(Toml::Array(nodes)));
        tables.push(table);
    }
    Item::ArrayOfTables(tables)
}

fn node(node: &MapNode) -> InlineTable {
    let mut fields = vec![("id", node.id.as_str()), ("kind", node.kind.id()), ("text", node.text.as_str())];
    let named = [("owner", node.owner.as_str()), ("metric", node.metric.as_str())];
    fields.extend(named.into_iter().filter(|(_, value)| !value.is_empty()));
    let ways = [("next", &node.next), ("yes", &node.yes), ("no", &node.no)];
    fields.extend(ways.into_iter().filter_map(|(key, to)| Some((key, to.as_deref()?))));
    fields.into_iter().map(|(key, value)| (key, text(value))).collect()
}
