//! Findings: questions whose "unknown" must be told, and rows a statement names.

use super::scope::Scope;
use crate::problem::{Problem, Span, nearest};
use crate::questionnaire::{Finding, LocalText};

/// Reports unknowns nobody tells, and placeholders that stand for nothing.
pub(super) fn check(scope: &Scope<'_>, problems: &mut Vec<Problem>) {
    let own = scope.own.questionnaire;
    let mut wrong = |span: &Span, message: String, remedy: &str| {
        problems.push(Problem::error(&own.source, span.clone(), message, remedy));
    };
    let told = |question: &str| {
        let tests = |finding: &Finding| finding.when.asks_whether_unknown(question);
        // A finding that could not be read may have been the one.
        let lost = !scope.own.lost.is_empty() && own.source.text.contains(&format!("unknown({question})"));
        lost || scope.usable().any(|questionnaire| questionnaire.findings.iter().any(tests))
    };
    for question in own.questions.iter().filter(|question| question.flags.unknown_is_finding) {
        if question.unknown_text.texts.is_empty() && !told(&question.id) {
            let message = format!(
                "\"unknown\" is a finding for question '{}', but nothing says what is then printed",
                question.id
            );
            let remedy = format!("Add 'unknown_text', or a finding with unknown({})", question.id);
            wrong(&question.span, message, &remedy);
        }
    }
    for finding in &own.findings {
        let texts = [&finding.statement, &finding.statement_one];
        let allowed: &[&str] = if finding.names.is_some() { &["names"] } else { &[] };
        placeholders(&texts, allowed, &format!("finding '{}'", finding.id), &finding.span, &mut wrong);
        let known: Vec<&str> = scope
            .usable()
            .flat_map(|one| {
                let questions = one.questions.iter().map(|question| question.id.as_str());
                questions.chain(one.metrics.iter().map(|metric| metric.id.as_str()))
            })
            .collect();
        let told: Vec<&LocalText> = finding.reveal.iter().collect();
        let what = format!("what finding '{}' reveals", finding.id);
        placeholders(&told, &[allowed, &known].concat(), &what, &finding.span, &mut wrong);
        placeholders(
            &[&finding.action],
            &[],
            &format!("the action of finding '{}'", finding.id),
            &finding.span,
            &mut wrong,
        );
    }
    for strength in &own.strengths {
        let allowed: &[&str] = if strength.names.is_some() { &["names"] } else { &[] };
        let what = format!("strength '{}'", strength.id);
        placeholders(&[&strength.statement], allowed, &what, &strength.span, &mut wrong);
    }
    if let Some(question) = &own.worth.question {
        let allowed: &[&str] = if question.names.is_some() { &["money", "names"] } else { &["money"] };
        placeholders(&[&question.text], allowed, "worth_question", &question.formula.span, &mut wrong);
    }
}

fn placeholders(
    texts: &[&LocalText],
    allowed: &[&str],
    what: &str,
    span: &Span,
    wrong: &mut impl FnMut(&Span, String, &str),
) {
    let mut told: Vec<&str> = Vec::new();
    for (_, text) in texts.iter().flat_map(|text| &text.texts) {
        for name in in_braces(text) {
            // A figure may be asked for without what it counts.
            let name = name.strip_suffix(":number").unwrap_or(name);
            if allowed.contains(&name) || told.contains(&name) {
                continue;
            }
            told.push(name);
            if name == "names" {
                let remedy = "Add 'names' with the rows it stands for, or leave the placeholder out";
                wrong(span, format!("{what} uses {{names}}, but has no 'names'"), remedy);
            } else {
                let near = nearest(name, allowed.iter().copied().chain(["names"]));
                let remedy = near.map_or_else(|| "Leave it out".to_owned(), |near| format!("Did you mean {{{near}}}?"));
                wrong(span, format!("{what} uses {{{name}}}, which stands for nothing"), &remedy);
            }
        }
    }
}

/// The words in braces of a text.
fn in_braces(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
