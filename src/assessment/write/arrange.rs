//! Puts the sections of a document into their fixed order.

use toml_edit::{DocumentMut, Item, Table};

use super::order::FileOrder;

/// The sections, in order; unknown ones come after them in the order they had.
const SECTIONS: [&str; 10] =
    ["client", "consultant", "call", "accounts", "answers", "notes", "goals", "plan", "next_step", "reveal"];

/// Gives every section, answer and row its position.
pub(super) fn arrange(document: &mut DocumentMut, order: &FileOrder) {
    let top = document.as_table_mut();
    let mut keys = keys_by_position(top);
    // stable: unknown sections keep the order of the file
    keys.sort_by_key(|key| SECTIONS.iter().position(|section| section == key).unwrap_or(usize::MAX));
    let mut position = 0;
    for key in keys {
        let Some(item) = top.get_mut(&key) else { continue };
        if let (true, Item::Table(answers)) = (key == "answers", &mut *item) {
            place(answers, &mut position);
            let mut ids = keys_by_position(answers);
            ids.sort_by(|one, other| order.compare(one, other));
            for id in ids {
                if let Some(answer) = answers.get_mut(&id) {
                    place_item(answer, &mut position);
                }
            }
        } else {
            place_item(item, &mut position);
        }
    }
}

fn place(table: &mut Table, position: &mut isize) {
    *position += 1;
    table.set_position(Some(*position));
}

/// Numbers a section and everything in it, in the order it has.
fn place_item(item: &mut Item, position: &mut isize) {
    match item {
        Item::Table(table) => {
            place(table, position);
            for key in keys_by_position(table) {
                if let Some(item) = table.get_mut(&key) {
                    place_item(item, position);
                }
            }
        }
        Item::ArrayOfTables(tables) => {
            for table in tables.iter_mut() {
                place(table, position);
                for key in keys_by_position(table) {
                    if let Some(item) = table.get_mut(&key) {
                        place_item(item, position);
                    }
                }
            }
        }
        Item::None | Item::Value(_) => {}
    }
}

/// The keys of the sections inside a table, in the order they stand in the file.
fn keys_by_position(table: &Table) -> Vec<String> {
    let sections = table.iter().filter(|(_, item)| item.is_table() || item.is_array_of_tables());
    let mut keys: Vec<(isize, String)> = sections.map(|(key, item)| (first_position(item), key.to_owned())).collect();
    keys.sort_by_key(|(position, _)| *position);
    keys.into_iter().map(|(_, key)| key).collect()
}

/// Where a section begins; new ones come last.
fn first_position(item: &Item) -> isize {
    let of_table = |table: &Table| {
        let inside = table.iter().map(|(_, item)| first_position(item)).min();
        table.position().into_iter().chain(inside).min().unwrap_or(isize::MAX)
    };
    match item {
        Item::Table(table) => of_table(table),
        Item::ArrayOfTables(tables) => tables.iter().map(of_table).min().unwrap_or(isize::MAX),
        Item::None | Item::Value(_) => isize::MAX,
    }
}
