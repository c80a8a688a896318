//! Cuts what was typed into a sign, digits and the word behind them.

use super::EntryError;

/// One number as typed: its value and the word that follows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scanned {
    /// The digits' value, sign included, before any scaling.
    pub(super) value: f64,
    /// The letters behind it, in lower case; may be empty.
    pub(super) word: String,
}

/// Reads one number and the word behind it.
pub(super) fn scan(text: &str) -> Result<Scanned, EntryError> {
    let wrong = || EntryError::NotANumber(text.trim().to_owned());
    let trimmed = text.trim();
    let (negative, rest) = match trimmed.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let end = rest.find(|letter: char| letter.is_alphabetic()).unwrap_or(rest.len());
    let (digits, word) = rest.split_at(end);
    let word = word.trim().trim_end_matches('.').to_lowercase();
    if !word.chars().all(char::is_alphabetic) {
        return Err(wrong());
    }
    let value: f64 = plain_digits(digits.trim())?.parse().map_err(|_| wrong())?;
    if !value.is_finite() {
        return Err(wrong());
    }
    Ok(Scanned { value: if negative { -value } else { value }, word })
}

/// The digits with grouping removed and a point as decimal sign (rulings 13).
///
/// A comma followed by exactly three digits groups, otherwise it is the decimal sign; a point is always decimal; spaces
/// and apostrophes group.
fn plain_digits(text: &str) -> Result<String, EntryError> {
    let wrong = || EntryError::NotANumber(text.to_owned());
    let unclear = || EntryError::Unclear(text.to_owned());
    let letters: Vec<char> = text.chars().collect();
    let mut plain = String::with_capacity(text.len());
    let mut decimal = false;
    for (at, &letter) in letters.iter().enumerate() {
        let following = letters[at + 1..].iter().take_while(|next| next.is_ascii_digit()).count();
        match letter {
            '0'..='9' => plain.push(letter),
            ',' if following == 3 && !decimal && at > 0 => {}
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' if following == 3 && !decimal && at > 0 => {}
            '.' | ',' if decimal => return Err(unclear()),
            '.' | ',' => {
                decimal = true;
                plain.push('.');
            }
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' => return Err(unclear()),
            _ => return Err(wrong()),
        }
    }
    // "4." and ".5" are quick ways of typing; a lone sign is not a number
    if plain.chars().any(|letter| letter.is_ascii_digit()) { Ok(plain) } else { Err(wrong()) }
}
