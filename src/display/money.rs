//! Money in the assessment's currency.

use rust_i18n::t;

use super::{Display, rounded};

/// Currencies without a smaller coin in use (ISO 4217, exponent 0).
const WITHOUT_CENTS: [&str; 5] = ["CLP", "ISK", "JPY", "KRW", "VND"];

/// The amount from which cents are noise.
const WHOLE_FROM: f64 = 100.0;

impl Display<'_> {
    /// Money, whole from 100 on, otherwise with cents where there are any.
    pub fn money(&self, value: f64) -> String {
        let (amount, negative) = self.amount(value);
        let text = self.with_currency(&amount);
        if negative { self.word("number.minus") + &text } else { text }
    }

    /// Two amounts with a dash between and the currency once: €2,160–8,640.
    pub fn money_range(&self, low: f64, high: f64) -> String {
        let ((low_amount, negative), (high_amount, _)) = (self.amount(low), self.amount(high));
        if negative || high < 0.0 {
            return self.between(&self.money(low), &self.money(high), true);
        }
        self.with_currency(&self.between(&low_amount, &high_amount, false))
    }

    /// The rounded amount without its sign, and whether it is negative.
    fn amount(&self, value: f64) -> (String, bool) {
        let cents = rounded(value, 2);
        let whole = cents.abs() >= WHOLE_FROM || cents.fract() == 0.0 || WITHOUT_CENTS.contains(&self.currency);
        let decimals = if whole { 0 } else { 2 };
        let shown = rounded(value, decimals);
        (self.number(shown.abs(), decimals), shown < 0.0)
    }

    /// An amount with the currency's sign, or its code where the language has no sign for it.
    pub(super) fn with_currency(&self, amount: &str) -> String {
        let key = format!("display.currency.{}", self.currency);
        // A key that no locale file has comes back as it is.
        if t!(&key, locale = self.locale) == key {
            let code = self.currency;
            return t!("display.money.other", locale = self.locale, amount = amount, code = code).into_owned();
        }
        t!(&key, locale = self.locale, amount = amount).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Display, EN};

    #[test]
    fn money_is_whole_from_100_on() {
        for (currency, value, shown) in [
            ("EUR", 900.0, "€900"),
            ("EUR", 2.5, "€2.50"),
            ("EUR", 75.0, "€75"),
            ("EUR", 99.99, "€99.99"),
            ("EUR", 99.999, "€100"),
            ("EUR", 150.75, "€151"),
            ("EUR", 31_680.0, "€31,680"),
            ("EUR", 0.0, "€0"),
            ("EUR", -2.5, "−€2.50"),
            ("EUR", -1_200.0, "−€1,200"),
            ("EUR", -0.004, "€0"),
            ("USD", 1_200.0, "$1,200"),
            ("GBP", 1_200.0, "£1,200"),
            ("CNY", 1_200.0, "CN¥1,200"),
            ("JPY", 99.5, "¥100"),
            ("CHF", 1_200.0, "CHF\u{a0}1,200"),
            ("XYZ", 1_200.0, "1,200\u{a0}XYZ"),
            ("", 1_200.0, "1,200\u{a0}"),
        ] {
            assert_eq!(Display { currency, ..EN }.money(value), shown, "{value} {currency}");
        }
    }

    #[test]
    fn ranges_of_money_name_the_currency_once() {
        for (currency, low, high, shown) in [
            ("EUR", 2_160.0, 8_640.0, "€2,160–8,640"),
            ("EUR", 2_160.0, 2_160.2, "€2,160"),
            ("EUR", -5.0, 3.0, "−€5 to €3"),
            ("XYZ", 2.5, 10.0, "2.50–10\u{a0}XYZ"),
        ] {
            assert_eq!(Display { currency, ..EN }.money_range(low, high), shown);
        }
    }
}
