//! Writes an assessment into the document it came from, touching only what changed.
//!
//! A person's comments, unknown keys and the formatting of unchanged answers survive. Sections, answers, rows and keys
//! stand in a fixed order, so that the same content always gives the same bytes.

mod accounts;
mod answer;
mod arrange;
mod fields;
mod goals;
mod head;
mod maps;
mod order;

use toml_edit::DocumentMut;

use super::Assessment;

pub use order::FileOrder;

/// Writes `new` into a document that holds `old`; without `old`, every field is written.
///
/// Entries of the document that neither of the two knows are left as they are.
pub fn update(document: &mut DocumentMut, old: Option<&Assessment>, new: &Assessment, order: &FileOrder) {
    head::write(document, old, new);
    accounts::write(document, old.map(|it| &it.accounts), &new.accounts);
    answer::write_all(document, old, new, order);
    head::write_rest(document, old, new);
    arrange::arrange(document, order);
}

#[cfg(test)]
mod tests;
