//! Rounding for people and for bands (rulings.md 9). Everything else stays unrounded.

/// A number to `decimals` places, halves up, with the tolerance that keeps 0.05-steps from falling to the wrong side.
pub fn round_half_up(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (scale * value + 0.5 + 1e-9).floor() / scale
}

/// A score to one decimal, as bands and confidence words read it.
pub fn to_tenth(value: f64) -> f64 {
    round_half_up(value, 1)
}

/// Whether two amounts are equal but for the last bits.
pub fn at_least(value: f64, limit: f64) -> bool {
    value >= limit - 1e-9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up() {
        for (value, expected) in [(34.143, 34.1), (34.15, 34.2), (44.95, 45.0), (-4.762, -4.8), (0.25, 0.3)] {
            assert_eq!(to_tenth(value), expected, "{value}");
        }
    }
}
