//! From bytes to text and back: byte order mark and line ends are accepted, remembered and given back.

/// How a file spells what has no meaning for its content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// It begins with a byte order mark.
    pub mark: bool,
    /// Its lines end with carriage return and line feed.
    pub crlf: bool,
}

/// The text of a file, with plain line feeds.
///
/// # Errors
/// The place of the first byte that is not UTF-8, from 1.
pub fn decode(bytes: &[u8]) -> Result<(String, Style), usize> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.valid_up_to() + 1)?;
    let unmarked = text.strip_prefix('\u{feff}');
    let style = Style { mark: unmarked.is_some(), crlf: text.contains("\r\n") };
    Ok((unmarked.unwrap_or(text).replace("\r\n", "\n"), style))
}

/// The bytes of a text in a style.
pub fn encode(text: &str, style: Style) -> Vec<u8> {
    let mark = if style.mark { "\u{feff}" } else { "" };
    let text = if style.crlf { text.replace('\n', "\r\n") } else { text.to_owned() };
    format!("{mark}{text}").into_bytes()
}
