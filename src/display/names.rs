//! Lists as people write them, and capitals at the start of a sentence.

use rust_i18n::t;

use super::Display;
use crate::questionnaire::LocalText;

impl Display<'_> {
    /// Names joined as people write them: "newsletter, social and SEO agency"; empty without any.
    ///
    /// Names that hold a comma themselves are set apart by semicolons.
    pub fn names(&self, names: &[String]) -> String {
        let Some((last, first)) = names.split_last() else { return String::new() };
        if first.is_empty() {
            return last.clone();
        }
        let comma = self.word("names.separator");
        if names.iter().any(|name| name.contains(&comma)) {
            let first = first.join(&self.word("names.strong_separator"));
            t!("display.names.strong_last", locale = self.locale, first = first, last = last).into_owned()
        } else {
            let first = first.join(&comma);
            t!("display.names.last", locale = self.locale, first = first, last = last).into_owned()
        }
    }

    /// What a finding or a strength states, with the rows it names; `one` is how it is said of a single row, may be empty.
    ///
    /// Whole sentences among the names are set apart by quotation marks.
    pub fn statement(&self, many: &LocalText, one: Option<&LocalText>, names: &[String]) -> String {
        let single = one.map(|text| text.get(self.locale)).filter(|text| names.len() == 1 && !text.is_empty());
        let text = single.unwrap_or_else(|| many.get(self.locale));
        let is_long = names.iter().any(|name| name.split_whitespace().count() > 3);
        let quoted = |name: &String| t!("display.names.quoted", locale = self.locale, name = name).into_owned();
        let joined = match names {
            [] => self.word("names.some"),
            _ if is_long => self.names(&names.iter().map(quoted).collect::<Vec<_>>()),
            _ => self.names(names),
        };
        sentence_start(&text.replace("{names}", &joined))
    }

    /// Names joined, or the word for none.
    pub(super) fn names_or_none(&self, names: &[String]) -> String {
        if names.is_empty() { self.word("none") } else { self.names(names) }
    }

    /// A label as it goes on after a colon or inside a sentence: in lower case where the language does so and the word is a plain one.
    pub fn inside(&self, label: &str) -> String {
        let language = self.locale.split('-').next().unwrap_or_default();
        let mut letters = label.chars();
        let (first, second) = (letters.next(), letters.next());
        // "SEO agency" and "I do it" keep their capitals.
        let plain = second.is_some_and(|letter| letter.is_lowercase()) || label == "A" || label.starts_with("A ");
        match first {
            Some(letter) if plain && self.word("lower_inside") == language => {
                letter.to_lowercase().chain(label.chars().skip(1)).collect()
            }
            _ => label.to_owned(),
        }
    }
}

/// A text on one line, with single spaces.
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// A text with its first letter as a capital, past an opening quotation mark or bracket.
pub fn sentence_start(text: &str) -> String {
    let opening = |letter: char| "\"'“‘„«‹([".contains(letter);
    let Some((at, letter)) = text.char_indices().find(|(_, letter)| !opening(*letter)) else {
        return text.to_owned();
    };
    let (before, after) = (&text[..at], &text[at + letter.len_utf8()..]);
    before.chars().chain(letter.to_uppercase()).chain(after.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Display, EN};
    use super::sentence_start;

    #[test]
    fn names_are_joined_as_people_write() {
        for (names, shown) in [
            (vec![], ""),
            (vec!["newsletter"], "newsletter"),
            (vec!["newsletter", "social"], "newsletter and social"),
            (vec!["newsletter", "social", "SEO agency"], "newsletter, social and SEO agency"),
            (vec!["calls, talks", "post"], "calls, talks; and post"),
            (vec!["calls, talks", "post", "fairs"], "calls, talks; post; and fairs"),
            (vec!["%{last}", "b"], "%{last} and b"),
        ] {
            let names: Vec<_> = names.into_iter().map(str::to_owned).collect();
            assert_eq!(EN.names(&names), shown);
        }
    }

    #[test]
    fn sentences_start_with_a_capital() {
        for (text, shown) in [
            ("", ""),
            ("newsletter and social", "Newsletter and social"),
            ("über uns", "Über uns"),
            ("“usually next day”", "“Usually next day”"),
            ("3 products", "3 products"),
            ("SEO agency", "SEO agency"),
            ("(", "("),
        ] {
            assert_eq!(sentence_start(text), shown);
        }
    }

    #[test]
    fn labels_go_on_in_lower_case_where_the_language_does() {
        for (locale, label, shown) in [
            ("en", "Only in heads", "only in heads"),
            ("en-GB", "Only in heads", "only in heads"),
            ("de", "Nur in Köpfen", "Nur in Köpfen"),
            ("en", "SEO agency", "SEO agency"),
            ("en", "A person does it", "a person does it"),
            ("en", "I do it", "I do it"),
            ("en", "", ""),
        ] {
            assert_eq!(Display { locale, ..EN }.inside(label), shown);
        }
    }
}
