//! In which order questions and metrics are settled: each after what it rests on.

use std::collections::HashSet;

use super::facts::{Facts, metric_names};
use crate::questionnaire::Selection;

/// A question to be shown or hidden, or a metric to be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// The question of that id.
    Question(&'a str),
    /// The metric of that id.
    Metric(&'a str),
}

/// All questions and metrics, each after those it names.
///
/// The checker refuses loops; were there one, it would be cut where it closes.
pub fn order<'a>(selection: &'a Selection, facts: &Facts<'a>) -> Vec<Step<'a>> {
    let mut walk = Walk { facts, seen: HashSet::new(), steps: Vec::new() };
    // Questions first: metrics that count what is known rest on all of them without naming any.
    for question in selection.questions() {
        walk.visit(&question.id);
    }
    for metric in selection.questionnaires.iter().flat_map(|one| &one.metrics) {
        walk.visit(&metric.id);
    }
    walk.steps
}

struct Walk<'f, 'a> {
    facts: &'f Facts<'a>,
    seen: HashSet<&'a str>,
    steps: Vec<Step<'a>>,
}

impl<'a> Walk<'_, 'a> {
    fn visit(&mut self, name: &str) {
        if let Some(fact) = self.facts.questions.get(name) {
            let question = fact.question;
            if self.seen.insert(&question.id) {
                let names = question.when.iter().flat_map(|when| &when.names);
                names.for_each(|name| self.visit(name));
                self.steps.push(Step::Question(&question.id));
            }
        } else if let Some(fact) = self.facts.metrics.get(name) {
            let metric = fact.metric;
            if self.seen.insert(&metric.id) {
                metric_names(metric).into_iter().for_each(|name| self.visit(name));
                self.steps.push(Step::Metric(&metric.id));
            }
        }
    }
}
