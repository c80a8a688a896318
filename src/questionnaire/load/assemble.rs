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
    let mut owners: BTreeMap<(&'static str, String), (String, Arc<str>)> = BTreeMap::new();
    for candidate in candidates.iter_mut() {
        let questionnaire = &candidate.draft.questionnaire;
        let mut clashes = false;
        for (kind, id, span) in names(questionnaire) {
            let Some((owner, file)) = owners.get(&(kind, id.to_owned())) else { continue };
            if *owner != questionnaire.id {
                let message = format!("'{id}' is already a {kind} of the questionnaire '{owner}' ({file})");
                let remedy = "Rename it, for example with letters of your own in front";
                problems.push(Problem::error(&questionnaire.source, span, message, remedy));
                clashes = true;
            }
        }
        candidate.usable &= !clashes;
        if candidate.usable {
            for (kind, id, _) in names(questionnaire) {
                let owner = (questionnaire.id.clone(), Arc::clone(&questionnaire.source.name));
                owners.entry((kind, id.to_owned())).or_insert(owner);
            }
        }
    }
}

/// The ids that must be different over all questionnaires: answers, `--explain` and reports name them alone.
fn names(questionnaire: &Questionnaire) -> impl Iterator<Item = (&'static str, &str, Span)> {
    const NAME: &str = "question or metric";
    let questions = questionnaire.questions.iter().map(|one| (NAME, one.id.as_str(), one.span.clone()));
    let metrics = questionnaire.metrics.iter().map(|one| (NAME, one.id.as_str(), one.span.clone()));
    let findings = questionnaire.findings.iter().map(|one| ("finding", one.id.as_str(), one.span.clone()));
    questions.chain(metrics).chain(findings)
}

/// Looks up every name, and leaves out own questionnaires with names that stand for nothing, until the rest holds.
pub(super) fn settle(
    candidates: &mut [Candidate],
    assumptions: &Assumptions,
    benchmarks: &[Benchmark],
) -> Vec<Problem> {
    let mut refused = Vec::new();
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
        let broken_builtin = leave_out.iter().copied().find(|index| candidates[*index].builtin);
        leave_out.retain(|index| !candidates[*index].builtin);
        if let (true, Some(broken)) = (leave_out.is_empty(), broken_builtin)
            && let Some(at) = candidates.iter().position(|one| one.usable && one.replaces.is_some())
        {
            refused.push(breaks(&candidates[at], &candidates[broken], &problems));
            leave_out.push(at);
        }
        if leave_out.is_empty() {
            problems.append(&mut refused);
            return problems;
        }
        for index in leave_out {
            candidates[index].usable = false;
        }
    }
}

/// Why a questionnaire cannot replace a built-in one: another built-in one rests on what it leaves out.
fn breaks(replacing: &Candidate, broken: &Candidate, problems: &[Problem]) -> Problem {
    let (source, other) = (&replacing.draft.questionnaire.source, &broken.draft.questionnaire);
    let reason = problems.iter().find(|one| one.is_error() && one.source.name == other.source.name);
    let reason = reason.map_or_else(String::new, |problem| format!(": {}", problem.message));
    let message = format!(
        "it cannot replace {}, since '{}' would break{reason}",
        replacing.draft.questionnaire.reference(),
        other.id
    );
    Problem::error(
        source,
        place_of_id(source),
        message,
        "Keep the names that others use, or give it a version of its own",
    )
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
