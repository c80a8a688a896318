//! Takes characters that nobody sees, but that change what is read, out of everything a report prints.

use serde::Serialize;
use serde_json::Value;

use crate::display::is_harmless;

/// The same view with every hidden character of its texts replaced by a visible mark.
pub(super) fn marked<V: Serialize>(view: &V) -> Result<Value, serde_json::Error> {
    let mut value = serde_json::to_value(view)?;
    mark(&mut value);
    Ok(value)
}

fn mark(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(is_hidden) => *text = marked_text(text),
        Value::Array(values) => values.iter_mut().for_each(mark),
        Value::Object(fields) => fields.values_mut().for_each(mark),
        _ => {}
    }
}

/// A text with a visible mark for each hidden character; line ends of other systems become our own.
pub(super) fn marked_text(text: &str) -> String {
    text.replace("\r\n", "\n").replace(is_hidden, "\u{fffd}")
}

/// What [`is_harmless`] refuses; line ends and tabs are laid out, and the joiners stay, since emoji and several scripts are
/// written with them.
fn is_hidden(letter: char) -> bool {
    !matches!(letter, '\n' | '\t' | '\u{200c}' | '\u{200d}') && !is_harmless(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_becomes_visible_and_the_rest_stays() {
        let view =
            serde_json::json!({ "a": ["\u{1b}[31m\u{202e}x\r\ny"], "b": 1.5, "c": null, "d": "👨\u{200d}👩 é\tﷺ" });
        let wanted =
            serde_json::json!({ "a": ["\u{fffd}[31m\u{fffd}x\ny"], "b": 1.5, "c": null, "d": "👨\u{200d}👩 é\tﷺ" });
        assert_eq!(marked(&view).unwrap(), wanted);
    }
}
