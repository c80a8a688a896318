//! Goes through templates as they include each other, with the names that are known at each place.

use std::collections::{BTreeMap, BTreeSet};

use super::TemplateProblem;
use super::page::{Kind, Page};
use super::scan::{Lexeme, Piece, Token, pieces};
use crate::problem::nearest;

/// How deep templates may include each other before it is left to Tera to say so.
const DEPTH: usize = 24;

/// Words of the language itself.
const KEYWORDS: [&str; 15] =
    ["and", "or", "not", "in", "is", "if", "else", "for", "true", "True", "false", "False", "none", "None", "null"];

/// Filters that leave what they are given as it is.
const KEEPING: [&str; 5] = ["sort", "reverse", "slice", "unique", "filter"];

/// One file of templates.
pub(crate) struct Source<'t> {
    /// Its name, without the prefix of built-in ones.
    pub(crate) name: &'t str,
    /// Its text.
    pub(crate) text: &'t str,
    /// Whether it is a person's own.
    pub(crate) is_own: bool,
}

/// The names known at a place: those of loops and `set` over those of every template.
type Scopes = Vec<BTreeMap<String, Kind>>;

/// A walk through all templates.
pub(super) struct Walk<'t> {
    page: &'t Page,
    files: BTreeMap<&'t str, Source<'t>>,
    seen: BTreeSet<&'t str>,
    found: Vec<TemplateProblem>,
    /// What the template that is rendered begins with.
    everything: Kind,
}

impl<'t> Walk<'t> {
    /// Prepares a walk; an own file takes the place of the built-in one of its name.
    pub(super) fn new(page: &'t Page, sources: Vec<Source<'t>>) -> Self {
        let mut files: BTreeMap<&str, Source> = BTreeMap::new();
        for source in sources {
            if source.is_own || !files.contains_key(source.name) {
                files.insert(source.name, source);
            }
        }
        Self { page, files, seen: BTreeSet::new(), found: Vec::new(), everything: Page::everything("") }
    }

    /// Everything that is wrong in own files.
    pub(super) fn problems(mut self) -> Vec<TemplateProblem> {
        let roots: Vec<&str> = self.files.keys().filter(|name| !name.contains('/')).copied().collect();
        for root in roots {
            self.everything = Page::everything(root);
            self.template(root, &mut Vec::new(), 0);
        }
        // a component can be called from anywhere, wherever it is written
        let is_unseen = |file: &&Source| file.is_own && !self.seen.contains(file.name) && !defines_component(file.text);
        let unseen = self.files.values().filter(is_unseen);
        let never = unseen.map(|file| TemplateProblem {
            file: file.name.to_owned(),
            at: 0,
            message: "no template includes this file, so it is never printed".to_owned(),
            remedy: match nearest(file.name, self.files.values().filter(|one| !one.is_own).map(|one| one.name)) {
                Some(near) => format!("Did you mean '{near}'?"),
                None => format!("Include it where it belongs: {{% include \"{}\" %}}", file.name),
            },
            is_warning: true,
        });
        let mut found: Vec<_> = never.collect();
        found.append(&mut self.found);
        found.sort_by(|a, b| (&a.file, a.at).cmp(&(&b.file, b.at)));
        found.dedup();
        found
    }

    fn template(&mut self, name: &str, scopes: &mut Scopes, depth: usize) {
        // What is not there, and what includes itself, is Tera's to say.
        let Some((name, text)) = self.files.get(name).map(|file| (file.name, file.text)) else { return };
        if depth > DEPTH {
            return;
        }
        self.seen.insert(name);
        let base = scopes.len();
        scopes.push(BTreeMap::new());
        for piece in pieces(text) {
            match piece {
                Piece::Print(tokens) => {
                    self.expression(name, &tokens, scopes);
                }
                Piece::Tag(tokens) => self.tag(name, &tokens, scopes, base + 1, depth),
            }
        }
        scopes.truncate(base);
    }

    fn tag(&mut self, file: &str, tokens: &[Token], scopes: &mut Scopes, base: usize, depth: usize) {
        let rest = tokens.get(1..).unwrap_or_default();
        match tokens.first().and_then(Token::name) {
            Some("for") => {
                let of = rest.iter().position(|token| token.name() == Some("in")).map_or(rest.len(), |at| at + 1);
                let kind = self.expression(file, rest.get(of..).unwrap_or_default(), scopes);
                let names: Vec<_> = rest[..of.saturating_sub(1)].iter().filter_map(Token::name).collect();
                let entry = match kind {
                    Kind::List(entry) if names.len() == 1 => *entry,
                    _ => Kind::Anything,
                };
                scopes.push(names.into_iter().map(|name| (name.to_owned(), entry.clone())).collect());
            }
            Some("component") => {
                let after = |at: usize| rest[at.saturating_sub(1)].is('(') || rest[at.saturating_sub(1)].is(',');
                let names = rest.iter().enumerate().filter(|(at, _)| after(*at)).filter_map(|(_, token)| token.name());
                let body = [("body".to_owned(), Kind::Anything)];
                scopes.push(names.map(|name| (name.to_owned(), Kind::Anything)).chain(body).collect());
            }
            Some("endfor" | "endcomponent") => scopes.truncate((scopes.len().saturating_sub(1)).max(base)),
            Some("set" | "set_global") => {
                let Some(name) = rest.first().and_then(Token::name) else { return };
                let kind = match rest.get(1) {
                    Some(sign) if sign.is('=') => self.expression(file, &rest[2..], scopes),
                    _ => Kind::Plain("text".to_owned()),
                };
                if let Some(scope) = scopes.last_mut() {
                    scope.insert(name.to_owned(), kind);
                }
            }
            Some("include" | "extends") => {
                if let Some(Token { what: Lexeme::Quoted(name), .. }) = rest.first() {
                    self.template(name, scopes, depth + 1);
                }
            }
            Some("if" | "elif") => {
                self.expression(file, rest, scopes);
            }
            Some(_) => {}
            // a component with a body
            None => {
                self.expression(file, tokens, scopes);
            }
        }
    }

    /// Checks every name of an expression; what it holds when it is one name, with or without a filter that keeps it.
    fn expression(&mut self, file: &str, tokens: &[Token], scopes: &mut Scopes) -> Kind {
        scopes.push(bound(tokens));
        let (mut at, mut kind, mut ends) = (0, Kind::Anything, 0);
        while at < tokens.len() {
            if is_variable(tokens, at) {
                let (held, end) = self.path(file, tokens, at, scopes);
                if at == 0 {
                    (kind, ends) = (held, end);
                }
                at = end;
            } else {
                at += 1;
            }
        }
        scopes.pop();
        let kept = match tokens.get(ends) {
            None => true,
            Some(sign) if sign.is('|') => {
                tokens.get(ends + 1).and_then(Token::name).is_some_and(|filter| KEEPING.contains(&filter))
            }
            Some(_) => false,
        };
        if kept { kind } else { Kind::Anything }
    }

    /// One name with all that follows it by points and brackets: what it holds, and where it ends.
    fn path(&mut self, file: &str, tokens: &[Token], start: usize, scopes: &mut Scopes) -> (Kind, usize) {
        let end = end_of_path(tokens, start);
        let asks = tokens.get(end).and_then(Token::name) == Some("is")
            && tokens[end..].iter().take(3).any(|token| matches!(token.name(), Some("defined" | "undefined")));
        let root = tokens[start].name().unwrap_or_default();
        let local = scopes.iter().rev().find_map(|scope| scope.get(root)).cloned();
        let everything = self.everything.clone();
        let mut kind = match local.or_else(|| self.page.find(&everything, root)) {
            Some(kind) => kind,
            None if matches!(root, "loop" | "self" | "__tera_context") || asks => Kind::Anything,
            None => {
                let own = scopes.iter().flat_map(BTreeMap::keys).map(String::as_str);
                let near = nearest(root, self.page.names(&everything).into_iter().chain(own)).map(str::to_owned);
                self.tell(file, tokens[start].at, format!("there is no name '{root}' here"), near);
                Kind::Anything
            }
        };
        let mut said = root.to_owned();
        let mut at = start + 1;
        while at < end {
            if tokens[at].is('[') {
                let close = closing(tokens, at);
                self.expression(file, &tokens[at + 1..close.min(tokens.len())], scopes);
                kind = match kind {
                    Kind::List(entry) => *entry,
                    _ => Kind::Anything,
                };
                said.push_str("[ ]");
                at = close + 1;
            } else if let Some(name) = tokens[at].name() {
                kind = match self.page.find(&kind, name) {
                    Some(kind) => kind,
                    None if asks => Kind::Anything,
                    None => {
                        let near = nearest(name, self.page.names(&kind)).map(str::to_owned);
                        self.tell(file, tokens[at].at, wrong(&said, &kind, name), near);
                        Kind::Anything
                    }
                };
                said = format!("{said}.{name}");
                at += 1;
            } else {
                at += 1;
            }
        }
        (kind, end)
    }

    /// Notes a problem of an own file; the built-in ones are in order.
    fn tell(&mut self, file: &str, at: usize, message: String, near: Option<String>) {
        if !self.files.get(file).is_some_and(|file| file.is_own) {
            return;
        }
        let near = near.map(|near| format!("Did you mean '{near}'? ")).unwrap_or_default();
        let remedy = format!("{near}`gapwise templates context` lists every name");
        self.found.push(TemplateProblem { file: file.to_owned(), at, message, remedy, is_warning: false });
    }
}

/// Whether a file writes a component.
fn defines_component(text: &str) -> bool {
    let is_one = |piece: &Piece| matches!(piece, Piece::Tag(tokens) if tokens.first().and_then(Token::name) == Some("component"));
    pieces(text).iter().any(is_one)
}

fn wrong(said: &str, kind: &Kind, name: &str) -> String {
    match kind {
        Kind::Plain(plain) => format!("'{said}' holds a {plain} and has no name '{name}' in it"),
        Kind::List(_) => format!("'{said}' is a list: go through it with a loop before you ask for '{name}'"),
        _ => format!("'{said}' has no name '{name}'"),
    }
}

/// The names that `[x for x in …]` gives for itself.
fn bound(tokens: &[Token]) -> BTreeMap<String, Kind> {
    let Some(from) = tokens.iter().position(|token| token.name() == Some("for")) else { return BTreeMap::new() };
    let names = tokens[from + 1..].iter().take_while(|token| token.name() != Some("in"));
    names.filter_map(Token::name).map(|name| (name.to_owned(), Kind::Anything)).collect()
}

/// Whether a name of a value begins here: no keyword, filter, test, function, argument's name or component.
fn is_variable(tokens: &[Token], at: usize) -> bool {
    let Some(name) = tokens[at].name().filter(|name| !KEYWORDS.contains(name)) else { return false };
    let before = |back: usize| at.checked_sub(back).map(|at| &tokens[at]);
    let sign_before = |sign: char| before(1).is_some_and(|token| token.is(sign));
    let is_test = before(1).and_then(Token::name) == Some("is")
        || (before(1).and_then(Token::name) == Some("not") && before(2).and_then(Token::name) == Some("is"));
    let next = |sign: char| tokens.get(at + 1).is_some_and(|token| token.is(sign));
    let names_argument = next('=') && !tokens.get(at + 2).is_some_and(|token| token.is('='));
    let names_entry = next(':') && (sign_before('{') || sign_before(','));
    let is_component = name.starts_with(char::is_uppercase) && (sign_before('<') || sign_before('/'));
    !(is_test || sign_before('|') || sign_before('.') || next('(') || names_argument || names_entry || is_component)
}

/// Where a path ends that begins with a name.
fn end_of_path(tokens: &[Token], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        let point = usize::from(tokens.get(at).is_some_and(|token| token.is('?'))) + at;
        let is_step = |token: &Token| matches!(token.what, Lexeme::Name(_) | Lexeme::Number);
        if tokens.get(point).is_some_and(|token| token.is('.')) && tokens.get(point + 1).is_some_and(is_step) {
            at = point + 2;
        } else if tokens.get(at).is_some_and(|token| token.is('[')) {
            at = closing(tokens, at) + 1;
        } else {
            return at.min(tokens.len());
        }
    }
}

/// Where a bracket is closed; the end where it is not.
fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.is('[') {
            depth += 1;
        } else if token.is(']') {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len()
}
