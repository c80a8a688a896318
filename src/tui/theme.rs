//! The few ways anything looks: the terminal's own colours, one accent, one grey.

use ratatui::style::{Color, Modifier, Style};

/// A blue that keeps its contrast on black and on white.
const ACCENT: Color = Color::Indexed(32);
/// The grey halfway between black and white.
const QUIET: Color = Color::Indexed(244);
/// Ink on the accent.
const ON_ACCENT: Color = Color::Indexed(231);

/// How things look; with or without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    coloured: bool,
}

impl Theme {
    /// The theme the environment asks for: no colour where `NO_COLOR` is set and not empty.
    pub fn of_environment() -> Self {
        Self { coloured: std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) }
    }

    /// A theme with or without colour.
    pub fn new(coloured: bool) -> Self {
        Self { coloured }
    }

    /// Ordinary text.
    pub fn ink(self) -> Style {
        Style::new()
    }

    /// The loudest: the question.
    pub fn loud(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What stands back.
    pub fn quiet(self) -> Style {
        if self.coloured { Style::new().fg(QUIET) } else { Style::new().add_modifier(Modifier::DIM) }
    }

    /// What belongs to the focus without being under it.
    pub fn accent(self) -> Style {
        let style = Style::new().add_modifier(Modifier::BOLD);
        if self.coloured { style.fg(ACCENT) } else { style }
    }

    /// What is under the cursor.
    pub fn focus(self) -> Style {
        let style = Style::new().add_modifier(Modifier::BOLD);
        if self.coloured { style.fg(ON_ACCENT).bg(ACCENT) } else { style.add_modifier(Modifier::REVERSED) }
    }

    /// What must not be overlooked: said in words as well.
    pub fn alarm(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED)
    }
}
