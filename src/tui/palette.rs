//! The colours, as a table: every theme, the backgrounds it is meant for, and how each thing looks in it.
//!
//! A test holds every colour of every theme to a contrast of 4.5 to 1 against each of those backgrounds.

use ratatui::style::{Color, Modifier, Style};

/// How things look in one theme.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Palette {
    /// Its name.
    pub name: &'static str,
    /// The backgrounds it is meant for, as red, green and blue; its own background where it paints one.
    pub grounds: &'static [(u8, u8, u8)],
    /// Ordinary text.
    pub ink: Style,
    /// The question.
    pub loud: Style,
    /// What stands back.
    pub quiet: Style,
    /// What belongs to the focus without being under it.
    pub accent: Style,
    /// What is under the cursor.
    pub focus: Style,
    /// What must not be overlooked.
    pub alarm: Style,
}

const BLACK: (u8, u8, u8) = (0, 0, 0);
const WHITE: (u8, u8, u8) = (255, 255, 255);
/// The dark grey many terminals come with.
const DARK_GREY: (u8, u8, u8) = (40, 44, 52);
/// The paper tone many terminals come with.
const PAPER: (u8, u8, u8) = (253, 246, 227);

const NONE: Style = Style::new();
const BOLD: Style = NONE.add_modifier(Modifier::BOLD);
const ALARM: Style = BOLD.add_modifier(Modifier::REVERSED);
const FOCUS: Style = BOLD.fg(Color::Indexed(231)).bg(Color::Indexed(25));

const fn coloured(name: &'static str, grounds: &'static [(u8, u8, u8)], accent: u8, quiet: u8) -> Palette {
    Palette {
        name,
        grounds,
        ink: NONE,
        loud: BOLD,
        quiet: NONE.fg(Color::Indexed(quiet)),
        accent: BOLD.fg(Color::Indexed(accent)),
        focus: FOCUS,
        alarm: ALARM,
    }
}

/// For a background nobody knows: the few colours that are read on black and on white.
pub(super) static EITHER: Palette = coloured("auto", &[BLACK, WHITE], 63, 243);
/// For a dark background.
pub(super) static DARK: Palette = coloured("dark", &[BLACK, DARK_GREY], 39, 248);
/// For a light background.
pub(super) static LIGHT: Palette = coloured("light", &[WHITE, PAPER], 25, 240);

/// High contrast, on its own black; nothing stands back.
pub(super) static CONTRAST: Palette = Palette {
    name: "contrast",
    grounds: &[BLACK],
    ink: NONE.fg(Color::Indexed(231)).bg(Color::Indexed(16)),
    loud: BOLD.fg(Color::Indexed(231)),
    quiet: NONE.fg(Color::Indexed(231)),
    accent: BOLD.fg(Color::Indexed(226)),
    focus: BOLD.fg(Color::Indexed(16)).bg(Color::Indexed(226)),
    alarm: BOLD.fg(Color::Indexed(16)).bg(Color::Indexed(231)),
};

/// Sixteen colours, of which none is read on black and on white.
pub(super) static SIXTEEN: Palette = Palette {
    name: "auto, 16 colours",
    grounds: &[BLACK, WHITE],
    ink: NONE,
    loud: BOLD,
    quiet: NONE.add_modifier(Modifier::DIM),
    accent: BOLD,
    focus: BOLD.fg(Color::White).bg(Color::Blue),
    alarm: ALARM,
};

/// Sixteen colours on a dark background.
pub(super) static SIXTEEN_DARK: Palette = Palette {
    name: "dark, 16 colours",
    grounds: &[BLACK],
    ink: NONE,
    loud: BOLD,
    quiet: NONE.fg(Color::Gray),
    accent: BOLD.fg(Color::Cyan),
    focus: NONE.fg(Color::Black).bg(Color::Cyan),
    alarm: ALARM,
};

/// Sixteen colours on a light background.
pub(super) static SIXTEEN_LIGHT: Palette = Palette {
    name: "light, 16 colours",
    grounds: &[WHITE],
    ink: NONE,
    loud: BOLD,
    quiet: NONE,
    accent: BOLD.fg(Color::Blue),
    focus: BOLD.fg(Color::White).bg(Color::Blue),
    alarm: ALARM,
};

/// High contrast with sixteen colours.
pub(super) static SIXTEEN_CONTRAST: Palette = Palette {
    name: "contrast, 16 colours",
    grounds: &[BLACK],
    ink: NONE.fg(Color::White).bg(Color::Black),
    loud: BOLD.fg(Color::White),
    quiet: NONE.fg(Color::White),
    accent: BOLD.fg(Color::LightYellow),
    focus: BOLD.fg(Color::Black).bg(Color::LightYellow),
    alarm: BOLD.fg(Color::Black).bg(Color::White),
};

/// Without any colour.
pub(super) static PLAIN: Palette = Palette {
    name: "no colour",
    grounds: &[BLACK, WHITE],
    ink: NONE,
    loud: BOLD,
    quiet: NONE.add_modifier(Modifier::DIM),
    accent: BOLD,
    focus: ALARM,
    alarm: ALARM,
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Red, green and blue of a colour; the sixteen as the Linux console and as xterm have them.
    fn rgb(color: Color) -> Vec<(u8, u8, u8)> {
        let steps = [0, 95, 135, 175, 215, 255];
        match color {
            Color::Black => vec![BLACK],
            Color::Blue => vec![(0, 0, 170), (0, 0, 238)],
            Color::Cyan => vec![(0, 170, 170), (0, 205, 205)],
            Color::Gray => vec![(170, 170, 170), (229, 229, 229)],
            Color::LightYellow => vec![(255, 255, 85), (255, 255, 0)],
            Color::White => vec![WHITE],
            Color::Indexed(grey @ 232..) => vec![(8 + 10 * (grey - 232), 8 + 10 * (grey - 232), 8 + 10 * (grey - 232))],
            Color::Indexed(cube @ 16..) => {
                let cube = usize::from(cube - 16);
                vec![(steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])]
            }
            other => panic!("{other:?} looks different on every terminal"),
        }
    }

    fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
        let linear = |part: u8| match f64::from(part) / 255.0 {
            low if low <= 0.03928 => low / 12.92,
            high => ((high + 0.055) / 1.055).powf(2.4),
        };
        let light = |(red, green, blue)| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        let (one, other) = (light(one) + 0.05, light(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_colour_is_read_on_every_background_it_is_meant_for() {
        let themes =
            [&EITHER, &DARK, &LIGHT, &CONTRAST, &SIXTEEN, &SIXTEEN_DARK, &SIXTEEN_LIGHT, &SIXTEEN_CONTRAST, &PLAIN];
        for theme in themes {
            for style in [theme.ink, theme.loud, theme.quiet, theme.accent, theme.focus, theme.alarm] {
                let grounds = style.bg.map_or(theme.grounds.to_vec(), rgb);
                for (ink, ground) in
                    style.fg.into_iter().flat_map(rgb).flat_map(|ink| grounds.iter().map(move |it| (ink, *it)))
                {
                    let found = contrast(ink, ground);
                    let least = if theme.name.starts_with("contrast") { 7.0 } else { 4.5 };
                    assert!(found >= least, "{}: {ink:?} on {ground:?} is {found:.2}", theme.name);
                }
            }
            let differs = |one: Style| theme.focus.bg != one.bg || theme.focus.add_modifier != one.add_modifier;
            assert!(
                differs(theme.ink) && differs(theme.loud),
                "{}: the focus is no colour of letters alone",
                theme.name
            );
        }
    }
}
