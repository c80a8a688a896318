//! Where low answers point: the texts of findings of other questionnaires, copied once all are read.

use std::collections::HashSet;
use std::sync::Arc;

use crate::questionnaire::{Finding, Metric, Questionnaire};

/// Completes the pointers of all questionnaires; one whose finding is not installed is left out.
pub(super) fn complete(questionnaires: &mut [Arc<Questionnaire>]) {
    let all = questionnaires.to_vec();
    for questionnaire in questionnaires {
        if questionnaire.questions.iter().all(|question| question.pointer.is_none()) {
            continue;
        }
        for question in &mut Arc::make_mut(questionnaire).questions {
            let Some(mut pointer) = question.pointer.take() else { continue };
            // The newest version comes last.
            let found = all.iter().rev().find_map(|one| Some((one, one.finding(&pointer.finding)?)));
            if let Some((owner, finding)) = found {
                pointer.questionnaire = owner.id.clone();
                pointer.statement = finding.statement.clone();
                pointer.action = finding.action.clone();
                pointer.questions = questions_behind(owner, finding);
                question.pointer = Some(pointer);
            }
        }
    }
}

/// The questions a finding's condition rests on, through metrics, in order of appearance.
fn questions_behind(questionnaire: &Questionnaire, finding: &Finding) -> Vec<String> {
    let mut questions: Vec<String> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut pending: Vec<&str> = finding.when.names.iter().rev().map(String::as_str).collect();
    while let Some(name) = pending.pop() {
        if !seen.insert(name) {
            continue;
        }
        match questionnaire.metric(name) {
            Some(Metric { formula, .. }) => pending.extend(formula.names.iter().rev().map(String::as_str)),
            None => questions.push(name.to_owned()),
        }
    }
    questions
}
