//! Loops: formulas and conditions that rest on themselves.

use std::collections::{HashMap, HashSet};

use super::expressions::in_file;
use super::scope::{Named, Scope};
use crate::problem::{Problem, Span};
use crate::questionnaire::expression::Expression;

/// Reports each loop once, at the first of its members in the questionnaire.
pub(super) fn check(scope: &Scope<'_>, problems: &mut Vec<Problem>) {
    let own = scope.own.questionnaire;
    let ids = own.questions.iter().map(|one| one.id.as_str()).chain(own.metrics.iter().map(|one| one.id.as_str()));
    let mut walk = Walk { scope, finished: HashSet::new(), edges: HashMap::new() };
    for id in ids {
        if let Some(circle) = walk.circle_from(id) {
            let chain = [circle.as_slice(), &circle[..1]].concat();
            let message = format!("this goes round in a circle: {}", chain.join(" → "));
            let place = place(scope, &circle);
            problems.push(Problem::error(&own.source, place, message, "Let one of them rest on something else"));
        }
    }
}

struct Walk<'s, 'a> {
    scope: &'s Scope<'a>,
    finished: HashSet<String>,
    edges: HashMap<String, Vec<String>>,
}

impl Walk<'_, '_> {
    /// The first loop met when following what a name rests on; what has been followed is not followed again.
    fn circle_from(&mut self, start: &str) -> Option<Vec<String>> {
        // An own stack: a chain of thousands of metrics must not overflow the program's.
        let mut path: Vec<(String, usize)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut found = None;
        if !self.finished.contains(start) {
            places.insert(start.to_owned(), 0);
            path.push((start.to_owned(), 0));
        }
        while let Some((id, next)) = path.last_mut() {
            let edges = self.edges.entry(id.clone()).or_insert_with(|| rests_on(self.scope, id));
            let Some(to) = edges.get(*next).cloned() else {
                places.remove(id);
                self.finished.insert(id.clone());
                path.pop();
                continue;
            };
            *next += 1;
            if let Some(at) = places.get(&to) {
                found.get_or_insert_with(|| path[*at..].iter().map(|(id, _)| id.clone()).collect());
            } else if !self.finished.contains(&to) {
                places.insert(to.clone(), path.len());
                path.push((to, 0));
            }
        }
        found
    }
}

/// The names a question's condition or a metric's formulas rest on.
fn rests_on(scope: &Scope<'_>, id: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for expression in expressions_of(scope, id) {
        names.extend(expression.names.iter().cloned());
        for lookup in expression.lookups() {
            match lookup.function.as_str() {
                "score_of" => names.extend(scored_in(scope, &lookup.about)),
                "known_answered" | "known_unknown" => names.extend(counted_as_known(scope)),
                _ => {}
            }
        }
    }
    names
}

fn expressions_of<'a>(scope: &Scope<'a>, id: &str) -> Vec<&'a Expression> {
    match scope.named(id) {
        Named::Question(question) => question.when.iter().collect(),
        Named::Metric(metric) => {
            let ends = metric.interval.iter().flat_map(|(low, high)| [low, high]);
            std::iter::once(&metric.formula).chain(&metric.needs).chain(ends).collect()
        }
        Named::Lost | Named::Unknown => Vec::new(),
    }
}

/// What counts in an area.
fn scored_in(scope: &Scope<'_>, area: &str) -> Vec<String> {
    let mut names = Vec::new();
    for questionnaire in scope.usable() {
        let questions = questionnaire.questions_of(area).filter(|question| question.score.is_some());
        names.extend(questions.map(|question| question.id.clone()));
        let counts =
            |metric: &&crate::questionnaire::Metric| metric.score.as_ref().is_some_and(|score| score.area == area);
        names.extend(questionnaire.metrics.iter().filter(counts).map(|metric| metric.id.clone()));
    }
    names
}

fn counted_as_known(scope: &Scope<'_>) -> Vec<String> {
    let questions = scope.usable().flat_map(|questionnaire| &questionnaire.questions);
    questions.filter(|question| question.flags.unknown_is_finding).map(|question| question.id.clone()).collect()
}

/// The place where the first own member of a loop names the next one.
fn place(scope: &Scope<'_>, circle: &[String]) -> Span {
    let own = scope.own.questionnaire;
    let is_own = |id: &String| own.question(id).is_some() || own.metric(id).is_some();
    let at = circle.iter().position(is_own).unwrap_or(0);
    let next = &circle[(at + 1) % circle.len()];
    let expressions = expressions_of(scope, &circle[at]);
    let naming = expressions.iter().find(|one| one.names.contains(next)).or_else(|| expressions.first());
    naming.map_or(0..0, |expression| in_file(&own.source.text, expression, expression.span_of_name(next)))
}
