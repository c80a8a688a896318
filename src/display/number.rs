//! Plain numbers: rounding, separators, signs, ranges.

use rust_i18n::t;

use super::Display;

/// A number times 10^decimals, rounded halves up to a whole one.
///
/// The small addend mends sums such as 0.1 + 0.2, whose halves fall a hair short (ruling 9).
fn scaled(value: f64, decimals: usize) -> f64 {
    (value * power_of_ten(decimals) + 0.5 + 1e-9).floor()
}

fn power_of_ten(exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// A number rounded as it is shown: `floor(10^d x + 0.5 + 1e-9) / 10^d`, negative ones too.
pub fn rounded(value: f64, decimals: usize) -> f64 {
    scaled(value, decimals) / power_of_ten(decimals)
}

impl Display<'_> {
    /// A number with the language's separators, rounded halves up as `floor(10^d x + 0.5 + 1e-9)`; a real minus sign.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let scaled = scaled(value, decimals);
        if !scaled.is_finite() {
            return value.to_string();
        }
        let width = decimals + 1;
        let digits = format!("{:0>width$.0}", scaled.abs());
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let mut text = if scaled < 0.0 { self.word("number.minus") } else { String::new() };
        text.push_str(&grouped(whole, &self.word("number.group")));
        if decimals > 0 {
            text.push_str(&self.word("number.decimal"));
            text.push_str(fraction);
        }
        text
    }

    /// A number with as many decimals as it has, at most two.
    pub fn plain(&self, value: f64) -> String {
        self.trimmed(value, 2)
    }

    /// A number with as many decimals as it has, at most so many.
    pub(super) fn trimmed(&self, value: f64, most: usize) -> String {
        let value = rounded(value, most);
        let needed = (0..most).find(|&decimals| rounded(value, decimals) == value).unwrap_or(most);
        self.number(value, needed)
    }

    /// A percentage, 0 to 100, with at most so many decimals: 37.5%.
    pub fn percent(&self, value: f64, most_decimals: usize) -> String {
        self.with_percent_sign(&self.trimmed(value, most_decimals))
    }

    pub(super) fn with_percent_sign(&self, number: &str) -> String {
        t!("display.number.percent", locale = self.locale, number = number).into_owned()
    }

    /// Two plain numbers with a dash between, or one where both read the same.
    pub fn range(&self, low: f64, high: f64) -> String {
        self.between(&self.plain(low), &self.plain(high), low < 0.0)
    }

    /// Two texts as the ends of a range; in words where a dash could be read as a minus sign.
    pub(super) fn between(&self, low: &str, high: &str, negative: bool) -> String {
        if low == high {
            low.to_owned()
        } else if negative {
            t!("display.number.range_words", locale = self.locale, low = low, high = high).into_owned()
        } else {
            t!("display.number.range", locale = self.locale, low = low, high = high).into_owned()
        }
    }
}

/// Digits in groups of three, counted from the right.
fn grouped(digits: &str, separator: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::EN;

    #[test]
    fn numbers_are_rounded_halves_up_and_grouped() {
        for (value, decimals, shown) in [
            (0.0, 0, "0"),
            (-0.0, 1, "0.0"),
            (34.143, 1, "34.1"),
            (0.05, 1, "0.1"),
            (2.5, 0, "3"),
            (1.005, 2, "1.01"),
            (0.1 + 0.2, 1, "0.3"),
            (999.0, 0, "999"),
            (1_200.0, 0, "1,200"),
            (999_999.5, 0, "1,000,000"),
            (1_234_567.891, 2, "1,234,567.89"),
            (0.004, 2, "0.00"),
            (0.07, 2, "0.07"),
            (-4.762, 1, "−4.8"),
            (-2.5, 0, "−2"),
            (-2.6, 0, "−3"),
            (-0.4, 0, "0"),
            (-0.5, 0, "0"),
            (-0.04, 1, "0.0"),
            (-1_200.0, 0, "−1,200"),
            (f64::INFINITY, 1, "inf"),
        ] {
            assert_eq!(EN.number(value, decimals), shown, "{value} to {decimals}");
        }
    }

    #[test]
    fn plain_numbers_have_the_decimals_they_need() {
        for (value, shown) in [
            (40.0, "40"),
            (2.5, "2.5"),
            (2.25, "2.25"),
            (1.508, "1.51"),
            (1.999, "2"),
            (0.3, "0.3"),
            (4_000.0, "4,000"),
            (-0.001, "0"),
            (-1.5, "−1.5"),
        ] {
            assert_eq!(EN.plain(value), shown, "{value}");
        }
    }

    #[test]
    fn percentages_carry_their_sign() {
        for (value, most, shown) in [(30.0, 1, "30%"), (37.5, 1, "37.5%"), (96.94, 1, "96.9%"), (96.94, 0, "97%")] {
            assert_eq!(EN.percent(value, most), shown, "{value}");
        }
    }

    #[test]
    fn ranges_have_a_dash_unless_one_end_is_negative() {
        for (low, high, shown) in [
            (4_000.0, 5_000.0, "4,000–5,000"),
            (28.7, 40.9, "28.7–40.9"),
            (3.0, 3.001, "3"),
            (-5.0, 3.0, "−5 to 3"),
            (-5.0, -3.0, "−5 to −3"),
        ] {
            assert_eq!(EN.range(low, high), shown);
        }
    }

    #[test]
    fn other_languages_fall_back_to_english() {
        for locale in ["en-GB", "xx", ""] {
            assert_eq!(super::Display { locale, ..EN }.number(1_234.5, 1), "1,234.5", "{locale}");
        }
    }
}
