//! Where things stand in a drawing, in percent of its width, and the same drawings in plain characters.
//!
//! One notation throughout: solid for what is, a marker for what is wanted, a thin line with ends for what is
//! uncertain. Templates draw; nothing here knows SVG.

mod change;
mod scatter;

use serde::Serialize;

use crate::display::Display;
use crate::questionnaire::{Band, LocalText};

pub(crate) use change::ThenNow;
pub(crate) use scatter::{Scatter, Spot};

/// How many characters a drawn bar is long.
const CHARACTERS: usize = 24;

/// A bar from zero with an uncertain range and a wanted mark, on a scale of 0 to 100.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Bar {
    /// Where the solid part ends, in percent; absent without a score.
    value: Option<String>,
    /// Where the uncertain range starts.
    low: Option<String>,
    /// Where it ends.
    high: Option<String>,
    /// Where the wanted mark stands.
    wanted: Option<String>,
    /// The same in characters.
    text: String,
}

impl Bar {
    /// The bar of a score, its possible range and what is wanted.
    pub(crate) fn of(value: Option<f64>, range: Option<(f64, f64)>, wanted: Option<f64>) -> Self {
        Self {
            value: value.map(percent),
            low: range.map(|(low, _)| percent(low)),
            high: range.map(|(_, high)| percent(high)),
            wanted: wanted.map(percent),
            text: in_characters(value, range, wanted),
        }
    }
}

/// A share of a drawing's width: two decimals, so that the same input gives the same bytes.
pub(crate) fn percent(value: f64) -> String {
    format!("{:.2}", value.clamp(0.0, 100.0))
}

/// A short bar in characters, for a cell of a table; empty where nothing is known.
pub(crate) fn short_bar(share: Option<f64>) -> String {
    // 0 to 100 over a short bar; an amount above nothing shows at least once.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let length = |share: f64| (share.clamp(0.0, 100.0) / 100.0 * 12.0).ceil() as usize;
    "█".repeat(share.map_or(0, length))
}

/// `█████───·····◇····`: solid up to the value, a line over what is uncertain, a marker at what is wanted.
fn in_characters(value: Option<f64>, range: Option<(f64, f64)>, wanted: Option<f64>) -> String {
    let place = |value: f64| {
        // 0 to 100 over a short bar.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let place = (value.clamp(0.0, 100.0) / 100.0 * CHARACTERS as f64).round() as usize;
        place
    };
    let mut signs = ['·'; CHARACTERS];
    if let Some((low, high)) = range {
        signs[place(low).min(CHARACTERS - 1)..place(high)].fill('─');
    }
    if let Some(value) = value {
        signs[..place(value)].fill('█');
    }
    if let Some(wanted) = wanted {
        signs[place(wanted).clamp(1, CHARACTERS) - 1] = '◇';
    }
    signs.into_iter().collect()
}

/// `██████▒▒─·····◇`: solid up to today, hatched up to the forecast, a line over the rest of the range, the wish.
pub(crate) fn forecast_bar(today: f64, base: f64, high: f64, wanted: Option<f64>) -> String {
    let mut signs: Vec<char> = in_characters(Some(base), Some((base, high)), wanted).chars().collect();
    let solid = in_characters(Some(today), None, None).chars().filter(|sign| *sign == '█').count();
    for sign in signs.iter_mut().skip(solid).filter(|sign| **sign == '█') {
        *sign = '▒';
    }
    signs.into_iter().collect()
}

/// `··──●────····`: a line from the careful to the hopeful case, a dot at the middle one; in percent of the scale.
pub(crate) fn span_bar(low: f64, base: f64, high: f64) -> String {
    let mut signs: Vec<char> = in_characters(None, Some((low, high)), Some(base)).chars().collect();
    signs.iter_mut().filter(|sign| **sign == '◇').for_each(|sign| *sign = '●');
    signs.into_iter().collect()
}

/// A band of the scale.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct BandPlace {
    /// Its name.
    title: String,
    /// Where it starts, in percent of the drawing's width.
    from: String,
    /// Where it starts, as a person reads it.
    start: String,
    /// How wide it is, in percent of the drawing's width.
    width: String,
    /// Its limits as a person reads them.
    limits: String,
    /// What it means, in a sentence.
    caption: String,
    /// Whether the score lies in it.
    here: bool,
}

/// The bands of a scale, side by side.
pub(crate) fn bands(
    bands: &[Band],
    show: &Display,
    here: Option<&str>,
    text: impl Fn(&LocalText) -> String,
) -> Vec<BandPlace> {
    let ends = bands.iter().skip(1).map(|band| band.from).chain([100.0]);
    let place = |(band, end): (&Band, f64)| BandPlace {
        title: text(&band.title),
        from: percent(band.from),
        start: show.plain(band.from),
        width: percent(end - band.from),
        limits: show.range(band.from, if end < 100.0 { end - 1.0 } else { end }),
        caption: text(&band.caption),
        here: here == Some(&*band.id),
    };
    bands.iter().zip(ends).map(place).collect()
}

/// A thin line with ends from the careful to the hopeful case, and a dot at the middle one.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Span {
    /// Where the careful case stands, in percent of the drawing's width.
    low: String,
    /// Where the middle case stands, in percent.
    base: String,
    /// Where the hopeful case stands, in percent.
    high: String,
}

impl Span {
    /// The span of three amounts on a scale from zero to `most`.
    pub(crate) fn of(low: f64, base: f64, high: f64, most: f64) -> Self {
        let share = |amount: f64| percent(if most > 0.0 { 100.0 * amount / most } else { 0.0 });
        Self { low: share(low), base: share(base), high: share(high) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_drawn_in_characters() {
        let cases = [
            ((Some(50.0), None, None), "████████████············"),
            ((Some(19.17), Some((15.0, 24.17)), Some(75.0)), "█████─···········◇······"),
            ((None, Some((0.0, 100.0)), None), "────────────────────────"),
            ((Some(100.0), Some((100.0, 100.0)), Some(100.0)), "███████████████████████◇"),
            ((Some(0.0), Some((0.0, 0.0)), None), "························"),
        ];
        for ((value, range, wanted), drawn) in cases {
            assert_eq!(in_characters(value, range, wanted), drawn);
        }
    }
}
