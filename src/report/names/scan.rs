//! A template's text as tags and what is printed, each in small pieces with their places.
//!
//! Only as much is understood as names need; what is no template at all is Tera's to say.

/// What stands between the signs of a template.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'t> {
    /// `{{ … }}`.
    Print(Vec<Token<'t>>),
    /// `{% … %}`.
    Tag(Vec<Token<'t>>),
}

/// A piece of an expression.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Token<'t> {
    /// What it is.
    pub(super) what: Lexeme<'t>,
    /// Where it stands, in bytes.
    pub(super) at: usize,
}

/// What a piece of an expression is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Lexeme<'t> {
    /// A name or a keyword.
    Name(&'t str),
    /// What stands between quotes.
    Quoted(&'t str),
    /// A number.
    Number,
    /// A single sign.
    Sign(char),
}

impl<'t> Token<'t> {
    /// The name, when it is one.
    pub(super) fn name(&self) -> Option<&'t str> {
        match self.what {
            Lexeme::Name(name) => Some(name),
            _ => None,
        }
    }

    /// Whether it is that sign.
    pub(super) fn is(&self, sign: char) -> bool {
        self.what == Lexeme::Sign(sign)
    }
}

/// The tags and prints of a template, in order; comments and raw text are none.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        at = match text.as_bytes().get(open + 1) {
            Some(b'#') => text[open..].find("#}").map_or(text.len(), |end| open + end + 2),
            Some(sign @ (b'{' | b'%')) => {
                let is_tag = *sign == b'%';
                let (tokens, end) = tokens(text, open + 2, if is_tag { "%}" } else { "}}" });
                let is_raw = is_tag && tokens.first().and_then(Token::name) == Some("raw");
                pieces.push(if is_tag { Piece::Tag(tokens) } else { Piece::Print(tokens) });
                if is_raw { text[end..].find("endraw").map_or(text.len(), |raw| end + raw) } else { end }
            }
            _ => open + 1,
        };
    }
    pieces
}

/// The pieces of an expression up to its end, and where it ends.
fn tokens<'t>(text: &'t str, start: usize, end: &str) -> (Vec<Token<'t>>, usize) {
    let mut tokens = Vec::new();
    let mut at = start;
    let mut braces = 0_usize;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        if braces == 0 && rest.starts_with(end) {
            return (tokens, at + end.len());
        }
        let length = match letter {
            '"' | '\'' | '`' => {
                let inner = rest[1..].find(letter).unwrap_or(rest.len() - 1);
                tokens.push(Token { what: Lexeme::Quoted(&rest[1..=inner]), at });
                (inner + 2).min(rest.len())
            }
            letter if letter.is_alphabetic() || letter == '_' => {
                let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                tokens.push(Token { what: Lexeme::Name(&rest[..length]), at });
                length
            }
            letter if letter.is_ascii_digit() => {
                tokens.push(Token { what: Lexeme::Number, at });
                rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
            }
            letter => {
                match letter {
                    '{' => braces += 1,
                    '}' => braces = braces.saturating_sub(1),
                    _ => {}
                }
                // the sign beside a tag's end takes away space and is no part of the expression
                if !letter.is_whitespace() && !(letter == '-' && (at == start || rest[1..].starts_with(end))) {
                    tokens.push(Token { what: Lexeme::Sign(letter), at });
                }
                letter.len_utf8()
            }
        };
        at += length;
    }
    (tokens, text.len())
}
