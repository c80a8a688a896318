//! How numbers, answers and dates are shown to a person, in screens, messages and reports alike.
//!
//! Every word and sign comes from `src/locales/display.<language>.toml`; nothing here knows a language.

mod answer;
#[cfg(test)]
mod answer_tests;
mod date;
mod duration;
mod goal;
mod harmless;
mod metric;
mod money;
mod names;
mod number;
mod quantity;
mod rule;
mod score;
mod words;

use rust_i18n::t;

pub use harmless::is_harmless;
pub use names::{one_line, sentence_start};
pub use number::rounded;
pub use score::printed_fit;

/// The language and currency everything is shown in.
#[derive(Debug, Clone, Copy)]
pub struct Display<'a> {
    /// Language tag, for example `en`.
    pub locale: &'a str,
    /// ISO code of the currency.
    pub currency: &'a str,
}

impl Display<'_> {
    /// A word or sign of the locale file, by its key below `display`.
    fn word(&self, key: &str) -> String {
        t!(format!("display.{key}"), locale = self.locale).into_owned()
    }
}

/// English and euros, for the tests of this module.
#[cfg(test)]
const EN: Display<'static> = Display { locale: "en", currency: "EUR" };

/// A text in English, for the tests of this module.
#[cfg(test)]
fn english(text: &str) -> crate::questionnaire::LocalText {
    crate::questionnaire::LocalText { texts: vec![("en".into(), text.to_owned())] }
}
