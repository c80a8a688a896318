//! Keys by name, as the settings write them and the help shows them.

use crossterm::event::KeyCode;

use super::Key;

/// The keys that have a name; what stands beside it is how the key bar shows it.
const NAMED: [(&str, &str, KeyCode); 16] = [
    ("enter", "enter", KeyCode::Enter),
    ("esc", "esc", KeyCode::Esc),
    ("tab", "tab", KeyCode::Tab),
    ("shift-tab", "⇧tab", KeyCode::BackTab),
    ("space", "space", KeyCode::Char(' ')),
    ("up", "↑", KeyCode::Up),
    ("down", "↓", KeyCode::Down),
    ("left", "←", KeyCode::Left),
    ("right", "→", KeyCode::Right),
    ("home", "home", KeyCode::Home),
    ("end", "end", KeyCode::End),
    ("pgup", "pgup", KeyCode::PageUp),
    ("pgdn", "pgdn", KeyCode::PageDown),
    ("backspace", "⌫", KeyCode::Backspace),
    ("del", "del", KeyCode::Delete),
    ("insert", "ins", KeyCode::Insert),
];

/// Reads a key such as `m`, `ctrl-k`, `alt-enter`, `f5`.
///
/// # Errors
/// Why it is no key one could choose, and what to write instead.
pub(super) fn key_of(text: &str) -> Result<Key, (String, &'static str)> {
    let unknown = || {
        (
            format!("'{text}' is no key"),
            "Write a character, or a name such as enter, pgdn, f5, ctrl-k, ctrl-left, alt-enter",
        )
    };
    let (control, alt, rest) = match (text.strip_prefix("ctrl-"), text.strip_prefix("alt-")) {
        (Some(rest), _) if !rest.is_empty() => (true, false, rest),
        (_, Some(rest)) if !rest.is_empty() => (false, true, rest),
        _ => (false, false, text),
    };
    let code = code_of(rest).ok_or_else(unknown)?;
    match code {
        KeyCode::Char('c') if control => Err((format!("'{text}' always ends the sitting"), "Choose another key")),
        KeyCode::Char('i' | 'm' | 'h' | '[') if control => {
            Err((format!("a terminal cannot tell '{text}' from tab, enter, backspace or esc"), "Choose another key"))
        }
        KeyCode::Char(letter) if control && letter.is_ascii_lowercase() => Ok(Key::Ctrl(letter)),
        KeyCode::Char(_) if control => {
            Err((format!("a terminal does not send '{text}'"), "Choose ctrl with a small letter"))
        }
        KeyCode::Char(_) if alt => {
            Err((format!("a terminal cannot tell '{text}' from esc followed by '{rest}'"), "Choose a key without alt"))
        }
        code if control => Ok(Key::CtrlPlain(code)),
        code if alt => Ok(Key::Alt(code)),
        code => Ok(Key::Plain(code)),
    }
}

fn code_of(name: &str) -> Option<KeyCode> {
    if let Some((_, _, code)) = NAMED.iter().find(|(known, ..)| *known == name) {
        return Some(*code);
    }
    let mut letters = name.chars();
    match (letters.next(), letters.as_str()) {
        (Some(letter), "") if !letter.is_control() && !letter.is_whitespace() => Some(KeyCode::Char(letter)),
        (Some('f'), number) => number.parse().ok().filter(|number| (1..=12).contains(number)).map(KeyCode::F),
        _ => None,
    }
}

/// How a key is shown.
pub(super) fn name_of(key: Key) -> String {
    match key {
        Key::Plain(code) => shown(code),
        Key::Ctrl(letter) => format!("ctrl-{letter}"),
        Key::CtrlPlain(code) => format!("ctrl-{}", shown(code)),
        Key::Alt(code) => format!("alt-{}", shown(code)),
        Key::Digit => "digit".to_owned(),
        Key::Figure => "0–9".to_owned(),
        Key::Any => "a–z".to_owned(),
    }
}

fn shown(code: KeyCode) -> String {
    if let Some((_, shown, _)) = NAMED.iter().find(|(_, _, known)| *known == code) {
        return (*shown).to_owned();
    }
    match code {
        KeyCode::Char(letter) => letter.to_string(),
        KeyCode::F(number) => format!("f{number}"),
        _ => String::new(),
    }
}
