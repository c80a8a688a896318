//! What loading gives: a library, where it came from, and what is wrong.

use std::sync::Arc;

use super::draft::Draft;
use crate::problem::Problem;
use crate::questionnaire::check::{Known, Lost, Scope, check_of, sense};
use crate::questionnaire::library::Library;

/// Where an installed questionnaire came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its `id@version`.
    pub reference: String,
    /// The file, or `builtin/…`.
    pub file: Arc<str>,
    /// Whether the program carries it.
    pub builtin: bool,
    /// Whether it stands in for a built-in one.
    pub overrides: bool,
}

/// A library, and what was found while loading it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What can be used.
    pub library: Library,
    /// Where each questionnaire of the library came from, in the same order.
    pub origins: Vec<Origin>,
    /// Everything that is wrong with any of the files, in the order of files and lines.
    pub problems: Vec<Problem>,
    /// What was read of files that cannot be used.
    pub(super) broken: Vec<Draft>,
}

impl Loaded {
    /// Everything that is wrong with any of the files, conditions that can never be true included.
    ///
    /// Slower than loading, which leaves out what does not make a file unusable.
    pub fn check(&self) -> Vec<Problem> {
        self.check_of(|_| true)
    }

    /// The same of the files of these names alone; the others say what theirs may name.
    pub fn check_of(&self, is_asked: impl Fn(&str) -> bool) -> Vec<Problem> {
        let mut problems = self.problems.clone();
        problems.retain(|problem| is_asked(&problem.source.name));
        problems.extend(check_of(&self.library, &is_asked));
        for draft in self.broken.iter().filter(|draft| is_asked(&draft.questionnaire.source.name)) {
            // Another version of the same id is what this one wants to stand beside or replace: not what it names.
            let others = self.library.questionnaires.iter().filter(|one| one.id != draft.questionnaire.id);
            let others = others.map(|questionnaire| Known { questionnaire, lost: Lost::NOTHING }).collect();
            let own = Known { questionnaire: &draft.questionnaire, lost: &draft.lost };
            let scope = Scope::new(own, others, Vec::new(), &self.library.assumptions, &self.library.benchmarks);
            problems.extend(sense(&scope));
        }
        sort(&mut problems);
        problems
    }
}

/// Puts problems in the order of files, as first met, and of places in them.
pub(super) fn sort(problems: &mut [Problem]) {
    let mut files: Vec<Arc<str>> = Vec::new();
    for problem in problems.iter() {
        if !files.contains(&problem.source.name) {
            files.push(Arc::clone(&problem.source.name));
        }
    }
    problems.sort_by_key(|problem| (files.iter().position(|name| *name == problem.source.name), problem.span.start));
}
