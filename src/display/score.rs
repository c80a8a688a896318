//! Scores: one decimal for the consultant, whole numbers for the client.

use super::{Display, rounded};
use crate::questionnaire::Band;

/// The limits of the lists that a printed fit does not cross (domain.md 3, "Accounts"; rulings.md 9).
const FIT_LIMITS: [f64; 2] = [50.0, 70.0];

/// How well an account suits as it is printed: rounded, but never up to a limit it does not reach.
pub fn printed_fit(fit: f64, decimals: usize) -> f64 {
    let printed = rounded(fit, decimals);
    let crossed = FIT_LIMITS.iter().any(|limit| fit < limit - 1e-9 && printed >= *limit);
    let step = if decimals == 0 { 1.0 } else { 0.1 };
    if crossed { rounded(printed - step, decimals) } else { printed }
}

impl Display<'_> {
    /// A score as the consultant reads it, with one decimal.
    pub fn internal_score(&self, score: f64) -> String {
        self.number(score, 1)
    }

    /// A possible range as the consultant reads it; without decimals while everything is possible.
    pub fn internal_score_range(&self, low: f64, high: f64) -> String {
        if low <= 0.0 && high >= 100.0 {
            return self.between(&self.number(0.0, 0), &self.number(100.0, 0), false);
        }
        self.between(&self.internal_score(low), &self.internal_score(high), false)
    }

    /// A score as a client reads it: a whole number, never rounded across a band's limit (44.9 gives 44).
    pub fn client_score(&self, score: f64, bands: &[Band]) -> String {
        // Bands are judged by the value rounded to one decimal (ruling 9), so 44.96 is already 45.
        let home = band_at(bands, rounded(score, 1));
        let nearest = rounded(score, 0);
        let neighbours = [nearest, score.floor(), score.ceil()];
        let shown = neighbours.into_iter().find(|&whole| band_at(bands, whole) == home).unwrap_or(nearest);
        self.number(shown, 0)
    }

    /// A possible range as a client reads it; rounded like the score, so that the score always lies inside.
    pub fn client_score_range(&self, low: f64, high: f64, bands: &[Band]) -> String {
        self.between(&self.client_score(low, bands), &self.client_score(high, bands), false)
    }
}

/// The index of the band a score falls in.
fn band_at(bands: &[Band], score: f64) -> Option<usize> {
    bands.iter().rposition(|band| band.from <= score)
}

#[cfg(test)]
mod tests {
    use super::super::{EN, english};
    use crate::questionnaire::Band;

    fn bands(limits: &[f64]) -> Vec<Band> {
        let band = |&from: &f64| Band { id: from.to_string(), from, title: english("Band"), caption: english("") };
        limits.iter().map(band).collect()
    }

    #[test]
    fn a_printed_fit_does_not_reach_a_limit_it_missed() {
        for (fit, decimals, printed) in
            [(81.25, 1, 81.3), (69.96, 1, 69.9), (69.96, 0, 69.0), (70.0, 0, 70.0), (49.5, 0, 49.0), (49.4, 0, 49.0)]
        {
            assert!((super::printed_fit(fit, decimals) - printed).abs() < 1e-9, "{fit}");
        }
    }

    #[test]
    fn a_client_never_reads_a_score_of_the_next_band() {
        let bands = bands(&[0.0, 25.0, 45.0, 65.0, 85.0]);
        for (score, shown) in [
            (34.143, "34"),
            (34.5, "35"),
            (44.4, "44"),
            (44.5, "44"),
            (44.9, "44"),
            (44.949, "44"),
            (44.95, "45"),
            (45.0, "45"),
            (24.9, "24"),
            (84.9, "84"),
            (0.0, "0"),
            (100.0, "100"),
        ] {
            assert_eq!(EN.client_score(score, &bands), shown, "{score}");
        }
        assert_eq!(EN.client_score(44.9, &[]), "45");
    }

    #[test]
    fn limits_need_not_be_whole() {
        let bands = bands(&[0.0, 25.3]);
        for (score, shown) in [(25.2, "25"), (25.4, "26"), (24.9, "25")] {
            assert_eq!(EN.client_score(score, &bands), shown, "{score}");
        }
    }

    #[test]
    fn the_score_lies_inside_its_printed_range() {
        let bands = bands(&[0.0, 25.0, 45.0, 65.0, 85.0]);
        let shown = |score: f64| EN.client_score(score, &bands).parse::<u32>().unwrap();
        let scores: Vec<_> = (0..=2_000).map(|step| shown(f64::from(step) / 20.0)).collect();
        assert!(scores.is_sorted());
        assert_eq!(EN.client_score_range(28.69, 40.93, &bands), "29–41");
        assert_eq!(EN.client_score_range(44.6, 44.9, &bands), "44");
    }

    #[test]
    fn the_consultant_reads_one_decimal() {
        assert_eq!(EN.internal_score(34.143), "34.1");
        assert_eq!(EN.internal_score(45.0), "45.0");
        assert_eq!(EN.internal_score_range(28.69, 40.93), "28.7–40.9");
    }
}
