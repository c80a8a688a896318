//! Names, calls and types in expressions.

use super::places::{Place, Purpose, places};
use super::scope::Scope;
use super::typing::{Type, Typing, Words};
use crate::problem::{Problem, Span};
use crate::questionnaire::expression::Expression;
use crate::questionnaire::{Metric, Unit};

/// Everything in the questionnaire's expressions that names nothing or does not fit.
pub(super) fn check(scope: &Scope<'_>, problems: &mut Vec<Problem>) {
    for place in places(scope.own.questionnaire) {
        one(scope, &place, problems);
    }
    for metric in &scope.own.questionnaire.metrics {
        texts(scope, metric, problems);
    }
}

fn one<'a>(scope: &Scope<'a>, place: &Place<'a>, problems: &mut Vec<Problem>) {
    let source = &scope.own.questionnaire.source;
    let expression = place.expression;
    let may_divide = matches!(place.purpose, Purpose::Formula(_) | Purpose::Number);
    let mut typing = Typing::new(scope, expression, may_divide);
    if let Some(question) = place.rows_of {
        typing = typing.with_rows(question, &["r", "before"]);
    }
    let found = typing.infer_whole();
    let mut told: Vec<(Span, String)> = Vec::new();
    for misfit in typing.misfits {
        let span = match &misfit.name {
            Some(name) => expression.span_of_name(name),
            None => expression.span_of(misfit.node),
        };
        // A part is looked at more than once when it stands in several comparisons.
        if !told.iter().any(|(at, message)| *at == span && *message == misfit.message) {
            let message = format!("{}: {}", place.what, misfit.message);
            problems.push(Problem::error(
                source,
                in_file(&source.text, expression, span.clone()),
                message,
                misfit.remedy,
            ));
            told.push((span, misfit.message));
        }
    }
    if let Some((wanted, remedy)) = unmet(place.purpose, &found).filter(|_| told.is_empty()) {
        let message = format!("{} must give {wanted}, but gives {}", place.what, found.describe());
        problems.push(Problem::error(source, expression.span.clone(), message, remedy));
    }
}

/// What an expression should give and does not.
fn unmet(purpose: Purpose, found: &Type<'_>) -> Option<(&'static str, &'static str)> {
    let is_texts = |of: &Type<'_>| matches!(of, Type::Text(_) | Type::Any);
    let fits = match (purpose, found) {
        (_, Type::Any) => true,
        (Purpose::Condition, found) => matches!(found, Type::Truth),
        (Purpose::Formula(Unit::Text), found) => matches!(found, Type::Text(_)),
        (Purpose::Formula(Unit::List) | Purpose::Names, Type::List(of)) => is_texts(of),
        (Purpose::Formula(Unit::List) | Purpose::Names, _) => false,
        (Purpose::Formula(_) | Purpose::Number, found) => matches!(found, Type::Number(_)),
    };
    let wanted = match purpose {
        Purpose::Condition => ("true or false", "Compare it with something"),
        Purpose::Formula(Unit::Text) => ("a text", "Change the formula, or the metric's unit"),
        Purpose::Formula(Unit::List) => ("a list of texts", "Take a column with map, such as table.map(r, r.name)"),
        Purpose::Names => ("a list of texts", "Take a column with map, such as table.map(r, r.name)"),
        Purpose::Formula(_) => ("a number", "Change the formula, or the metric's unit"),
        Purpose::Number => ("a number", "Change the formula"),
    };
    (!fits).then_some(wanted)
}

/// Reports values of a text metric that have no text, and texts for values it never has.
fn texts(scope: &Scope<'_>, metric: &Metric, problems: &mut Vec<Problem>) {
    let source = &scope.own.questionnaire.source;
    let (Unit::Text, false) = (metric.unit, metric.texts.is_empty()) else { return };
    let Type::Text(Some(Words { words, .. })) = Typing::new(scope, &metric.formula, true).infer_whole() else { return };
    let place = metric.formula.span.clone();
    for word in words.iter().filter(|word| !metric.texts.contains_key(*word)) {
        let message =
            format!("metric '{}' can be '{word}', but 'texts' does not say what a person then reads", metric.id);
        problems.push(Problem::error(source, place.clone(), message, format!("Add {word} = \"…\" to 'texts'")));
    }
    for key in metric.texts.keys().filter(|key| !words.contains(key)) {
        let message = format!("metric '{}' has a text for '{key}', which its formula never gives", metric.id);
        problems.push(Problem::error(source, place.clone(), message, format!("It gives {}", words.join(", "))));
    }
}

/// A place in an expression's text as a place in the file, where escapes such as `\"` take more room.
pub(super) fn in_file(text: &str, expression: &Expression, span: Span) -> Span {
    let start = expression.span.start;
    let raw = text.get(expression.span.clone()).unwrap_or("");
    if raw.len() == expression.source.len() {
        return span;
    }
    let at = |offset: usize| start + raw_offset(raw, offset.saturating_sub(start));
    at(span.start)..at(span.end)
}

/// The offset in a basic TOML string of an offset in what it stands for.
fn raw_offset(raw: &str, wanted: usize) -> usize {
    let mut plain = 0;
    let mut chars = raw.char_indices().peekable();
    while let Some((at, character)) = chars.next() {
        let swallows_break = raw[at..].starts_with('\\') && raw[at + 1..].starts_with(char::is_whitespace);
        if plain >= wanted && !swallows_break {
            return at;
        }
        if character != '\\' {
            plain += character.len_utf8();
            continue;
        }
        match chars.next() {
            Some((_, kind @ ('u' | 'U' | 'x'))) => {
                let digits = match kind {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let code: String = chars.by_ref().take(digits).map(|(_, digit)| digit).collect();
                let character = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
                plain += character.map_or(1, char::len_utf8);
            }
            // A backslash at the end of a line swallows the break and what blank follows it.
            Some((_, blank)) if blank.is_whitespace() => {
                while chars.next_if(|(_, next)| next.is_whitespace()).is_some() {}
            }
            _ => plain += 1,
        }
    }
    raw.len()
}

#[cfg(test)]
mod tests {
    use super::raw_offset;

    #[test]
    fn escapes_take_more_room_in_the_file() {
        for (raw, plain, expected) in [
            (r#"a \"b\" c"#, 2, 2),
            (r#"a \"b\" c"#, 3, 4),
            (r#"a \"b\" c"#, 6, 8),
            (r"\u00e9 b", 3, 7),
            ("a \\\n   b", 2, 7),
            ("ab", 9, 2),
        ] {
            assert_eq!(raw_offset(raw, plain), expected, "{raw:?} at {plain}");
        }
    }
}
