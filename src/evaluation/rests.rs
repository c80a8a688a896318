//! What rests on what: from a finding or metric to the questions behind it, and from a question to what it feeds.

use super::facts::metric_names;
use crate::questionnaire::Selection;

/// The questions behind some names, through metrics, without repetition, in the order of their first appearance.
pub fn questions_behind<'n>(selection: &'n Selection, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let mut found = Vec::new();
    let mut seen = Vec::new();
    let mut pending: Vec<&str> = names.into_iter().collect();
    pending.reverse();
    while let Some(name) = pending.pop() {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        if selection.question(name).is_some() {
            found.push(name);
        } else if let Some(metric) = selection.metric(name) {
            pending.extend(metric_names(metric).into_iter().rev());
        }
    }
    found
}

/// The metrics and findings a question feeds, directly or through metrics, in the questionnaires' order.
pub fn resting_on<'s>(selection: &'s Selection, question: &str) -> (Vec<&'s str>, Vec<&'s str>) {
    let behind =
        |names: &'s [String]| questions_behind(selection, names.iter().map(String::as_str)).contains(&question);
    let mut metrics = Vec::new();
    let mut findings = Vec::new();
    for questionnaire in &selection.questionnaires {
        let of = |metric: &'s crate::questionnaire::Metric| {
            questions_behind(selection, [metric.id.as_str()]).contains(&question)
        };
        metrics.extend(questionnaire.metrics.iter().filter(|metric| of(metric)).map(|metric| metric.id.as_str()));
        let rests = questionnaire.findings.iter().filter(|finding| behind(&finding.when.names));
        findings.extend(rests.map(|finding| finding.id.as_str()));
    }
    (metrics, findings)
}
