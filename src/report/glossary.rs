//! Which words of the glossary a report says: the others would explain what nobody has read.

use serde_json::Value;

use super::job::Markup;

/// Where the glossary stands in what a template is given: its group, and the list in it.
const PLACE: (&str, &str) = ("method", "terms");

/// Words shorter than this are met as they are, or with one letter more; longer ones may change their end.
const SHORT: usize = 6;

/// Takes the glossary out of a context, so that the report can be rendered without it.
pub(super) fn taken(context: &mut Value) -> Vec<Value> {
    let terms = context.get_mut(PLACE.0).and_then(|group| group.get_mut(PLACE.1));
    match terms.map(Value::take) {
        Some(Value::Array(terms)) => {
            context[PLACE.0][PLACE.1] = Value::Array(Vec::new());
            terms
        }
        Some(other) => {
            context[PLACE.0][PLACE.1] = other;
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Puts those terms back that a rendered text says; nothing when there are none.
pub(super) fn put_back(mut context: Value, terms: Vec<Value>, rendered: &str, markup: Markup) -> Option<Value> {
    let said = words(&if markup == Markup::Html { without_tags(rendered) } else { rendered.to_owned() });
    let names = |term: &Value| -> Vec<String> {
        let also = term.get("also").and_then(Value::as_array).into_iter().flatten();
        term.get("term").into_iter().chain(also).filter_map(|name| name.as_str().map(str::to_owned)).collect()
    };
    let terms: Vec<Value> = terms.into_iter().filter(|term| names(term).iter().any(|name| says(&said, name))).collect();
    if terms.is_empty() {
        return None;
    }
    context[PLACE.0][PLACE.1] = Value::Array(terms);
    Some(context)
}

/// Whether a name is said: all of its words in their order, the last one in any form.
fn says(said: &[String], name: &str) -> bool {
    let wanted = words(name);
    let Some((last, before)) = wanted.split_last() else { return false };
    said.windows(wanted.len()).any(|here| here[..before.len()] == *before && is_form_of(&here[before.len()], last))
}

/// "Enquiries" is a form of "enquiry", "gaps" of "gap"; no language is asked for, so it goes by what they have in common.
fn is_form_of(word: &str, of: &str) -> bool {
    let (letters, known) = (word.chars().count(), of.chars().count());
    if known < SHORT {
        return word.starts_with(of) && letters <= known + 1;
    }
    let stem: String = of.chars().take(known - 1).collect();
    word.starts_with(&stem) && letters <= known + 2
}

/// The words of a text in small letters; what stands between them, references such as `&amp;` included, is left out.
fn words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        plain.push(' ');
        let after = &rest[at + 1..];
        let end = after.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#').unwrap_or(after.len());
        rest = if after[end..].starts_with(';') { &after[end + 1..] } else { after };
    }
    plain.push_str(rest);
    let all = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    all.map(str::to_lowercase).collect()
}

/// A page as it is read: without tags, what they hold, and the style sheet.
fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        out.push(' ');
        let end = if rest[at..].starts_with("<style") { "</style>" } else { ">" };
        rest = rest[at..].find(end).map_or("", |length| &rest[at + length + end.len()..]);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_word_is_met_in_its_forms() {
        for (name, text, met) in [
            ("Enquiry", "Four ENQUIRIES came", true),
            ("Enquiry", "an inquiry", false),
            ("Gap", "three gaps to close", true),
            ("Gap", "Gapwise", false),
            ("Lead", "leading", false),
            ("A/B test", "two A&#x2F;B tests", true),
            ("A/B test", "a test", false),
            ("Possible range", "a possible\nrange", true),
            ("Possible range", "possible, in the range", false),
            ("…", "…", false),
        ] {
            assert_eq!(says(&words(text), name), met, "{name}: {text}");
        }
    }

    #[test]
    fn only_what_is_read_counts() {
        let page = "<style>.gap { }</style><p class=\"strategy\" title=\"standard\">an <b>early</b> sign</p>";
        let terms = ["Gap", "Strategy", "Standard", "Early sign"].map(|term| json!({ "term": term }));
        let kept = put_back(json!({ "method": {} }), terms.to_vec(), page, Markup::Html);
        assert_eq!(kept, Some(json!({ "method": { "terms": [{ "term": "Early sign" }] } })));
        let other = json!({ "term": "Trend", "also": ["direction"] });
        let context = json!({ "method": { "terms": [] } });
        assert_eq!(put_back(context.clone(), vec![other.clone()], "nothing", Markup::Markdown), None);
        assert!(put_back(context, vec![other], "two directions", Markup::Markdown).is_some());
    }

    #[test]
    fn a_context_of_another_kind_stays_as_it_is() {
        for mut context in [json!(null), json!({}), json!({ "method": 1 }), json!({ "method": { "terms": "x" } })] {
            let before = context.clone();
            assert!(taken(&mut context).is_empty());
            assert_eq!(context, before);
        }
    }
}
