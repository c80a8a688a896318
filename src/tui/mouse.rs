//! What a click means: found from what was drawn last.

use ratatui::layout::{Position, Rect};

use crate::interview::{Action, Edit};

/// A place on the screen that can be clicked.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Where it was drawn.
    pub area: Rect,
    /// What a click there does, in order.
    pub actions: Vec<Action>,
}

/// What a click at a place does; what was drawn last lies on top.
pub fn clicked(hits: &[Hit], column: u16, row: u16) -> Vec<Action> {
    let place = Position::new(column, row);
    let hit = hits.iter().rev().find(|hit| hit.area.contains(place));
    hit.map(|hit| hit.actions.clone()).unwrap_or_default()
}

/// The arrows that lead from one line of a list to another.
pub fn steps(from: usize, to: usize) -> Vec<Action> {
    vec![Action::Edit(if to < from { Edit::Up } else { Edit::Down }); to.abs_diff(from)]
}
