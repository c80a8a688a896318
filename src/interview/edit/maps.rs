//! Process maps: shown as they are in the file. Drawing them step by step is the map editor's.

use super::{Context, Edit, Step};
use crate::assessment::{ProcessMap, Value};

/// The process maps there are.
#[derive(Debug, Clone, Default)]
pub struct MapsEditor {
    /// The maps of the answer.
    pub maps: Vec<ProcessMap>,
}

impl MapsEditor {
    /// Shows the answer there is.
    pub fn new(context: &Context<'_>) -> Self {
        Self { maps: context.value().map(Value::maps).unwrap_or_default().to_vec() }
    }

    /// Follows one edit; Enter goes on.
    pub fn edit(&mut self, edit: &Edit) -> Step {
        match edit {
            Edit::Enter => Step::Go,
            _ => Step::Stay,
        }
    }
}
