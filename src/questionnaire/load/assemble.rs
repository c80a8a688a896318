//! Puts the questionnaires together: overriding, clashes, and which can be used.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::draft::Draft;
use super::resolve::resolve;
use crate::problem::{Problem, Source, Span};
use crate::questionnaire::check::{Known, Scope, essentials};
use crate::questionnaire::{Assumptions, Benchmark, Questionnaire};

/// A questionnaire that wants to be installed.
pub(super) struct Candidate {
    pub draft: Draft,
    pub builtin: bool,
    /// Whether it can be used, as far as is known.
    pub usable: bool,
    /// The built-in one of the same id and version, put aside as long as this one is usable.
    pub replaces: Option<usize>,
}

/// Lets own questionnaires replace built-in ones of the same id and version.
pub(super) fn override_builtin(candidates: &mut [Candidate], problems: &mut Vec<Problem>) {
    for index in 0..candidates.len() {
        if candidates[index].builtin {
            continue;
        }
        let reference = candidates[index].draft.questionnaire.reference();
        let same = candidates[..index].iter().position(|one| one.draft.questionnaire.reference() == reference);
        match same {
            Some(other) if candidates[other].builtin => candidates[index].replaces = Some(other),
            Some(other) => {
                let message = format!(
                    "the questionnaire {reference} is also in {}",
                    candidates[other].draft.questionnaire.source.name
                );
                let source = candidates[index].draft.questionnaire.source.clone();
                problems.push(Problem::error(&source, place_of_id(&source), message, "Give it another version or id"));
                candidates[index].usable = false;
            }
            None => {}
        }
    }
}

/// Leaves out own questionnaires that give a name another questionnaire gives already.
pub(super) fn refuse_clashes(candidates: &mut [Candidate], problems: &mut Vec<Problem>) {
    let mut owners: BTreeMap<String, (String, Arc<str>)> = BTreeMap::new();
    for candidate in candidates.iter_mut() {
        let questionnaire = &candidate.draft.questionnaire;
        let mut clashes = false;
        for (id, span) in names(questionnaire) {
            let Some((owner, file)) = owners.get(id) else { continue };
            if *owner != questionnaire.id {
                let message = format!("'{id}' is already a question or metric of the questionnaire '{owner}' ({file})");
                let remedy = "Rename it, for example with letters of your own in front";
                problems.push(Problem::error(&questionnaire.source, span, message, remedy));
                clashes = true;
            }
        }
        if clashes {
            candidate.usable = false;
        }
        if candidate.usable {
            for (id, _) in names(&candidate.draft.questionnaire) {
                let owner =
                    (candidate.draft.questionnaire.id.clone(), Arc::clone(&candidate.draft.questionnaire.source.name));
                owners.entry(id.to_owned()).or_insert(owner);
            }
        }
    }
}

fn names(questionnaire: &Questionnaire) -> impl Iterator<Item = (&str, Span)> {
    let questions = questionnaire.questions.iter().map(|one| (one.id.as_str(), one.span.clone()));
    questions.chain(questionnaire.metrics.iter().map(|one| (one.id.as_str(), one.span.clone())))
}

/// Looks up every name, and leaves out own questionnaires with names that stand for nothing, until the rest holds.
pub(super) fn settle(
    candidates: &mut [Candidate],
    assumptions: &Assumptions,
    benchmarks: &[Benchmark],
) -> Vec<Problem> {
    // Each round but the last leaves one more out.
    loop {
        let mut problems = Vec::new();
        let mut leave_out = Vec::new();
        for index in 0..candidates.len() {
            let scope = scope(candidates, index, assumptions, benchmarks);
            let mut found = resolve(&candidates[index].draft.references, &scope);
            found.extend(essentials(&scope));
            let broken = found.iter().any(Problem::is_error);
            problems.extend(found);
            if broken && in_use(candidates, index) {
                leave_out.push(index);
            }
        }
        // A built-in one breaks only because an own one replaces what it rests on.
        let builtin_breaks = leave_out.iter().any(|index| candidates[*index].builtin);
        leave_out.retain(|index| !candidates[*index].builtin);
        if leave_out.is_empty() && builtin_breaks {
            let replacing =
                (0..candidates.len()).find(|at| candidates[*at].usable && candidates[*at].replaces.is_some());
            leave_out.extend(replacing);
        }
        if leave_out.is_empty() {
            return problems;
        }
        for index in leave_out {
            candidates[index].usable = false;
        }
    }
}

/// Whether a candidate is usable and not replaced.
pub(super) fn in_use(candidates: &[Candidate], index: usize) -> bool {
    candidates[index].usable && !candidates.iter().any(|other| other.usable && other.replaces == Some(index))
}

/// What the names of one candidate stand for.
pub(super) fn scope<'a>(
    candidates: &'a [Candidate],
    index: usize,
    assumptions: &'a Assumptions,
    benchmarks: &'a [Benchmark],
) -> Scope<'a> {
    let known =
        |at: usize| Known { questionnaire: &candidates[at].draft.questionnaire, lost: &candidates[at].draft.lost };
    let others = |wanted: bool| {
        let fits = move |at: &usize| *at != index && in_use(candidates, *at) == wanted;
        (0..candidates.len()).filter(fits).map(known).collect()
    };
    Scope::new(known(index), others(true), others(false), assumptions, benchmarks)
}

/// The place of a file's `id = …`, or its start.
fn place_of_id(source: &Source) -> Span {
    let start = source.text.find("\nid").map_or(0, |at| at + 1);
    start..start + source.text[start..].find('\n').unwrap_or(0)
}

/// Orders versions as numbers: 1.10 after 1.9.
pub(super) fn version_key(version: &str) -> Vec<u64> {
    version.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}
