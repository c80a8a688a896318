//! The firm's colour, so that it can be read on paper and on a dark screen.
//!
//! Contrast is that of the Web Content Accessibility Guidelines 2.2, criterion 1.4.3: (lighter + 0.05) ÷ (darker + 0.05) of the
//! relative luminances, at least 4.5 for text. No colour reaches it on both grounds, so that each gets its own tone.

/// The least contrast of text.
const LEAST: f64 = 4.5;

/// White paper.
const PAPER: Rgb = Rgb([255, 255, 255]);

/// The ground of a dark screen, as the style sheet has it.
const NIGHT: Rgb = Rgb([0x14, 0x18, 0x1c]);

/// A colour by its red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rgb([u8; 3]);

/// The firm's colour in the tones in which it can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Accent {
    on_paper: Rgb,
    at_night: Rgb,
}

impl Accent {
    /// Reads `#rrggbb` or `#rgb`; gives a tone that can be read, and a warning where that is another one.
    pub(super) fn of(wish: &str) -> (Option<Self>, Option<String>) {
        let Some(colour) = Rgb::parse(wish) else {
            let warning = format!(
                "the accent colour \"{wish}\" is not a colour; write it like \"#0b5f73\". The built-in one is used"
            );
            return (None, Some(warning));
        };
        let on_paper = colour.towards(Rgb([0, 0, 0]), PAPER);
        let at_night = colour.towards(PAPER, NIGHT);
        let warning = (on_paper != colour).then(|| {
            format!(
                "the accent colour {} has a contrast of only {:.1} on white, and text needs 4.5: the darker {} is used",
                colour.name(),
                // rounded down, so that 4.49 does not read as enough
                (colour.contrast(PAPER) * 10.0).floor() / 10.0,
                on_paper.name()
            )
        });
        (Some(Self { on_paper, at_night }), warning)
    }

    /// Rules over those of the style sheet, for paper, a light screen and a dark one.
    pub(super) fn css(&self) -> String {
        let light = tones(self.on_paper, PAPER, [0.14, 0.36, 0.70]);
        let dark = tones(self.at_night, NIGHT, [0.16, 0.36, 0.62]);
        format!(
            "\n:root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n@media print {{ :root {{ {light} }} }}\n"
        )
    }
}

/// The accent and its tints, from the ground's colour to its own.
fn tones(accent: Rgb, ground: Rgb, shares: [f64; 3]) -> String {
    let [first, second, third] = shares.map(|share| ground.mixed(accent, share).name());
    let accent = accent.name();
    format!("--accent: {accent}; --tint-1: {first}; --tint-2: {second}; --tint-3: {third}; --tint-4: {accent};")
}

impl Rgb {
    fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        if !digits.is_ascii() {
            return None;
        }
        let long = match digits.len() {
            3 => digits.chars().flat_map(|c| [c, c]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let part = |at: usize| u8::from_str_radix(long.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    fn name(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Relative luminance, 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// A colour between this one and another, `share` of the way there.
    fn mixed(self, other: Self, share: f64) -> Self {
        let mut parts = [0; 3];
        for (at, part) in parts.iter_mut().enumerate() {
            let (from, to) = (f64::from(self.0[at]), f64::from(other.0[at]));
            // Between two colours lies a colour.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let mixed = (from + (to - from) * share).round().clamp(0.0, 255.0) as u8;
            *part = mixed;
        }
        Self(parts)
    }

    /// The first tone on the way to black or white that can be read on a ground; the colour itself when it can.
    fn towards(self, end: Self, ground: Self) -> Self {
        let tones = (0..=100_u8).map(|step| self.mixed(end, f64::from(step) / 100.0));
        tones.into_iter().find(|tone| tone.contrast(ground) >= LEAST).unwrap_or(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let colour = |text| Rgb::parse(text).expect("a colour");
        assert!((colour("#000").contrast(PAPER) - 21.0).abs() < 1e-9);
        assert!((colour("#777777").contrast(PAPER) - 4.48).abs() < 0.005, "grey 119 falls just short");
        assert!((colour("#767676").contrast(PAPER) - 4.54).abs() < 0.005, "grey 118 passes");
    }

    #[test]
    fn every_colour_becomes_one_that_can_be_read() {
        for wish in ["#ffcc00", "#ffffff", "#000000", "#0b5f73", "#ff00ff", "#abc"] {
            let (accent, warning) = Accent::of(wish);
            let accent = accent.expect("a colour");
            assert!(accent.on_paper.contrast(PAPER) >= LEAST, "{wish} on paper");
            assert!(accent.at_night.contrast(NIGHT) >= LEAST, "{wish} on a dark screen");
            let dark_enough = ["#000000", "#0b5f73"].contains(&wish);
            assert_eq!(warning.is_none(), dark_enough, "{wish}: {warning:?}");
        }
    }

    #[test]
    fn what_is_no_colour_is_said() {
        for wish in ["red", "#12345", "#ggg", "0b5f73", "#äöü"] {
            let (accent, warning) = Accent::of(wish);
            assert!(accent.is_none() && warning.is_some_and(|text| text.contains(wish)), "{wish}");
        }
    }
}
