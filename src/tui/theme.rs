//! The few ways anything looks, and which theme a terminal gets.

use ratatui::style::Style;

use super::palette::{
    CONTRAST, DARK, EITHER, LIGHT, PLAIN, Palette, SIXTEEN, SIXTEEN_CONTRAST, SIXTEEN_DARK, SIXTEEN_LIGHT,
};
use crate::config::ThemeName;

/// How things look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    palette: &'static Palette,
}

/// What the environment says about the terminal's colours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colours {
    /// `NO_COLOR` is set and not empty.
    pub unwanted: bool,
    /// `TERM`.
    pub term: String,
    /// `COLORTERM`.
    pub colorterm: String,
    /// `COLORFGBG`: the numbers of the colours of text and background, which some terminals tell.
    pub foreground_and_background: String,
}

impl Colours {
    /// What the environment of this process says.
    pub fn of_environment() -> Self {
        let text = |name| std::env::var(name).unwrap_or_default();
        Self {
            unwanted: !text("NO_COLOR").is_empty(),
            term: text("TERM"),
            colorterm: text("COLORTERM"),
            foreground_and_background: text("COLORFGBG"),
        }
    }

    /// Whether there are 256 colours, sixteen or none.
    fn count(&self) -> u16 {
        const MANY: [&str; 8] = ["256color", "direct", "kitty", "alacritty", "ghostty", "foot", "wezterm", "contour"];
        const NONE: [&str; 4] = ["vt1", "vt2", "xterm-mono", "dumb"];
        match self.term.as_str() {
            _ if self.unwanted => 0,
            _ if !self.colorterm.is_empty() || cfg!(windows) => 256,
            term if MANY.iter().any(|one| term.contains(one)) => 256,
            term if NONE.iter().any(|one| term.starts_with(one)) => 0,
            _ => 16,
        }
    }

    /// Whether the background is dark, where that can be known.
    fn is_dark(&self) -> Option<bool> {
        if self.term == "linux" {
            return Some(true);
        }
        let background: u8 = self.foreground_and_background.rsplit(';').next()?.parse().ok()?;
        (background < 16).then_some(background < 7 || background == 8)
    }
}

impl Theme {
    /// The theme for what was chosen and what the terminal can show.
    pub fn chosen(name: ThemeName, colours: &Colours) -> Self {
        let name = match (name, colours.is_dark()) {
            (ThemeName::Auto, Some(true)) => ThemeName::Dark,
            (ThemeName::Auto, Some(false)) => ThemeName::Light,
            (name, _) => name,
        };
        let palette = match (colours.count(), name) {
            (0, _) => &PLAIN,
            (16, ThemeName::Auto) => &SIXTEEN,
            (16, ThemeName::Dark) => &SIXTEEN_DARK,
            (16, ThemeName::Light) => &SIXTEEN_LIGHT,
            (16, ThemeName::Contrast) => &SIXTEEN_CONTRAST,
            (_, ThemeName::Auto) => &EITHER,
            (_, ThemeName::Dark) => &DARK,
            (_, ThemeName::Light) => &LIGHT,
            (_, ThemeName::Contrast) => &CONTRAST,
        };
        Self { palette }
    }

    /// A theme for any background, with or without colour.
    pub fn new(coloured: bool) -> Self {
        Self { palette: if coloured { &EITHER } else { &PLAIN } }
    }

    /// Its name, for whoever wonders which one it is.
    pub fn name(self) -> &'static str {
        self.palette.name
    }

    /// Ordinary text.
    pub fn ink(self) -> Style {
        self.palette.ink
    }

    /// The loudest: the question.
    pub fn loud(self) -> Style {
        self.palette.loud
    }

    /// What stands back.
    pub fn quiet(self) -> Style {
        self.palette.quiet
    }

    /// What belongs to the focus without being under it.
    pub fn accent(self) -> Style {
        self.palette.accent
    }

    /// What is under the cursor.
    pub fn focus(self) -> Style {
        self.palette.focus
    }

    /// What must not be overlooked: said in words as well.
    pub fn alarm(self) -> Style {
        self.palette.alarm
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_gets_the_colours_it_has() {
        let colours = |unwanted, term: &str, colorterm: &str, grounds: &str| Colours {
            unwanted,
            term: term.to_owned(),
            colorterm: colorterm.to_owned(),
            foreground_and_background: grounds.to_owned(),
        };
        for (name, colours, expected) in [
            (ThemeName::Auto, colours(false, "xterm-256color", "", ""), "auto"),
            (ThemeName::Auto, colours(false, "xterm", "truecolor", ""), "auto"),
            (ThemeName::Auto, colours(false, "xterm-256color", "", "15;0"), "dark"),
            (ThemeName::Auto, colours(false, "rxvt-256color", "", "0;default;15"), "light"),
            (ThemeName::Auto, colours(false, "xterm", "", ""), "auto, 16 colours"),
            (ThemeName::Auto, colours(false, "linux", "", ""), "dark, 16 colours"),
            (ThemeName::Light, colours(false, "xterm", "", ""), "light, 16 colours"),
            (ThemeName::Contrast, colours(false, "xterm", "", ""), "contrast, 16 colours"),
            (ThemeName::Contrast, colours(false, "alacritty", "", "0;15"), "contrast"),
            (ThemeName::Light, colours(false, "alacritty", "", "15;0"), "light"),
            (ThemeName::Contrast, colours(true, "alacritty", "truecolor", ""), "no colour"),
            (ThemeName::Dark, colours(false, "vt100", "", ""), "no colour"),
        ] {
            assert_eq!(Theme::chosen(name, &colours).name(), expected, "{name:?} {colours:?}");
        }
    }
}
