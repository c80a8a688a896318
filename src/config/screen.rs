//! `[screen]`: how the screen looks and what it listens to.

use super::section::Section;

/// How the screen looks and what it listens to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// The colours.
    pub theme: ThemeName,
    /// Whether the mouse is listened to; then the terminal selects text with Shift held.
    pub mouse: bool,
}

/// The colours to be used; `NO_COLOR` in the environment overrules all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// What the environment says of the terminal's background; colours for either where it says nothing.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// High contrast, on a background of its own.
    Contrast,
}

impl Default for Screen {
    fn default() -> Self {
        Self { theme: ThemeName::Auto, mouse: true }
    }
}

impl Screen {
    pub(super) fn read(section: &mut Section<'_>) -> Self {
        let theme = section.word("theme", &["auto", "dark", "light", "contrast"]);
        let theme = theme.map_or(ThemeName::Auto, |theme| match theme.value {
            "dark" => ThemeName::Dark,
            "light" => ThemeName::Light,
            "contrast" => ThemeName::Contrast,
            _ => ThemeName::Auto,
        });
        Self { theme, mouse: section.flag("mouse").is_none_or(|mouse| mouse.value) }
    }
}
