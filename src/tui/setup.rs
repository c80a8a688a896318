//! What a person has set up: colours, keys, mouse, and what must be said about it.

use super::keymap::Keymap;
use super::theme::Theme;

/// What a person has set up.
#[derive(Debug, Clone)]
pub struct Setup {
    /// How things look.
    pub theme: Theme,
    /// What keys mean.
    pub keymap: Keymap,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Said in the status line until the first key.
    pub notice: Option<String>,
}

impl From<Theme> for Setup {
    fn from(theme: Theme) -> Self {
        Self { theme, keymap: Keymap::default(), mouse: true, notice: None }
    }
}
