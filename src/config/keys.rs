//! `[keys]`: keys of one's own. What they mean is checked against the table of keys, by [`crate::tui::Keymap`].

use super::section::{Given, Section};

/// Keys of one's own, as they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys {
    /// Every action that was given keys, in the order of the file.
    pub chosen: Vec<ChosenKeys>,
}

/// The keys chosen for one action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenKeys {
    /// The name of the action.
    pub action: Given<String>,
    /// Its keys as they were written, such as `ctrl-k`.
    pub keys: Vec<Given<String>>,
}

impl Keys {
    pub(super) fn read(section: &mut Section<'_>) -> Self {
        let chosen = section.lists().into_iter().map(|(action, keys)| ChosenKeys { action, keys });
        Self { chosen: chosen.collect() }
    }
}
