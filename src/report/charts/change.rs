//! Then and now on one scale: a solid bar for now, an upright mark for then.

use serde::Serialize;

use super::{CHARACTERS, percent};

/// A bar for now and a mark for then, on a scale of 0 to 100.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ThenNow {
    /// Where the mark of then stands, in percent; absent where it is not known.
    then: Option<String>,
    /// Where the bar of now ends; absent where it is not known or not to be judged yet.
    now: Option<String>,
    /// The same in characters.
    text: String,
}

impl ThenNow {
    /// The drawing of two places between 0 and 100.
    pub(crate) fn of(then: Option<f64>, now: Option<f64>) -> Self {
        Self { then: then.map(percent), now: now.map(percent), text: in_characters(then, now) }
    }
}

/// `██████┃███······`: solid up to now, a mark at then.
fn in_characters(then: Option<f64>, now: Option<f64>) -> String {
    // 0 to 100 over a short bar.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let place = |value: f64| (value.clamp(0.0, 100.0) / 100.0 * CHARACTERS as f64).round() as usize;
    let mut signs = ['·'; CHARACTERS];
    signs[..now.map_or(0, place)].fill('█');
    if let Some(then) = then {
        signs[place(then).min(CHARACTERS - 1)] = '┃';
    }
    signs.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn then_and_now_are_drawn_in_characters() {
        let cases = [
            ((Some(25.0), Some(50.0)), "██████┃█████············"),
            ((Some(75.0), Some(50.0)), "████████████······┃·····"),
            ((Some(100.0), Some(100.0)), "███████████████████████┃"),
            ((Some(0.0), None), "┃·······················"),
            ((None, Some(-20.0)), "························"),
        ];
        for ((then, now), drawn) in cases {
            assert_eq!(in_characters(then, now), drawn);
        }
    }
}
