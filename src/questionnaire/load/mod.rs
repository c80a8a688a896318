//! From TOML files to a [`Library`], with everything that is wrong told at once.
//!
//! `reading` and `fields` read tables of keys and collect problems; one small file for each part of the format turns them
//! into the model; `draft` reads a whole questionnaire; `assemble` and `resolve` put several together; `files` knows the disk.

mod assemble;
mod assumptions;
mod choices;
mod columns;
mod computed;
mod curve;
mod draft;
mod fields;
mod files;
mod finding;
mod following;
mod funnel;
mod goal_numbers;
mod goal_texts;
mod goals;
mod head;
mod ids;
mod kind;
mod loaded;
mod metric;
mod number;
mod options;
mod pointers;
mod question;
mod reading;
mod reference;
mod resolve;
mod route;
mod scored;
mod scoring;
mod sheet;
mod swot;
#[cfg(test)]
mod tests;
mod worth;

use std::path::Path;
use std::sync::Arc;

use assemble::{Candidate, in_use, override_builtin, refuse_clashes, settle, version_key};
use assumptions::{PlacedBenchmark, check_sources, merge, read_assumptions, read_benchmarks};
pub use files::read_source;
use loaded::sort;
pub use loaded::{Loaded, Origin};
use rayon::prelude::*;

use super::assumptions::Benchmark;
use super::library::Library;
use crate::problem::{Problem, Source};

impl Library {
    /// The questionnaires, assumptions and benchmarks that the program carries.
    pub fn builtin() -> Self {
        Self::with_sources(Vec::new()).library
    }

    /// The built-in files and those of a person's own folder, which add to them or override them by id.
    ///
    /// An own questionnaire that cannot be used is left out; the problems say why.
    pub fn load(own: Option<&Path>) -> Loaded {
        Self::load_with(own, Vec::new())
    }

    /// The same with further files, which come before what the folder holds of the same name or id.
    pub fn load_with(own: Option<&Path>, mut further: Vec<Source>) -> Loaded {
        let mut problems = Vec::new();
        let in_folder = own.map(|path| files::folder(path, &mut problems)).unwrap_or_default();
        let place = |source: &Source| std::fs::canonicalize(&*source.name).ok();
        let given: Vec<_> = further.iter().filter_map(place).collect();
        further.extend(in_folder.into_iter().filter(|source| !place(source).is_some_and(|path| given.contains(&path))));
        let mut loaded = Self::with_sources(further);
        problems.append(&mut loaded.problems);
        Loaded { problems, ..loaded }
    }

    /// The built-in files and these own ones, as [`Library::load`] would find them in a folder.
    pub fn with_sources(own: Vec<Source>) -> Loaded {
        assemble_files(files::builtin(), own)
    }

    /// These files alone, with the built-in assumptions and benchmarks.
    pub fn from_sources(sources: Vec<Source>) -> Loaded {
        let judgements = files::builtin().into_iter().filter(|source| part(source) != Part::Questionnaire);
        assemble_files(judgements.collect(), sources)
    }
}

/// What a file holds, told by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Questionnaire,
    Assumptions,
    Benchmarks,
}

fn part(source: &Source) -> Part {
    match Path::new(&*source.name).file_name().and_then(|name| name.to_str()) {
        Some("assumptions.toml") => Part::Assumptions,
        Some("benchmarks.toml") => Part::Benchmarks,
        _ => Part::Questionnaire,
    }
}

fn assemble_files(builtin: Vec<Source>, own: Vec<Source>) -> Loaded {
    let mut problems = Vec::new();
    let files: Vec<(Source, bool)> =
        builtin.into_iter().map(|source| (source, true)).chain(own.into_iter().map(|source| (source, false))).collect();
    let of = |wanted: Part, builtin: bool| {
        files.iter().filter(move |(source, is)| part(source) == wanted && *is == builtin).map(|(source, _)| source)
    };

    let benchmarks =
        benchmarks(&of(Part::Benchmarks, true).chain(of(Part::Benchmarks, false)).collect::<Vec<_>>(), &mut problems);
    let mut assumed = |builtin: bool| -> Vec<_> {
        of(Part::Assumptions, builtin).flat_map(|source| read_assumptions(source, &mut problems)).collect()
    };
    let (builtin_assumed, own_assumed) = (assumed(true), assumed(false));
    check_sources(&builtin_assumed, &benchmarks, &mut problems);
    check_sources(&own_assumed, &benchmarks, &mut problems);
    let assumptions = merge(builtin_assumed, own_assumed, &mut problems);

    let mut candidates = Vec::new();
    // reading takes most of the time a start takes
    let asked = files.par_iter().filter(|(source, _)| part(source) == Part::Questionnaire);
    for (builtin, (draft, found)) in asked.map(|(source, builtin)| (builtin, draft::read(source))).collect::<Vec<_>>() {
        let usable = !found.iter().any(Problem::is_error);
        problems.extend(found);
        candidates.extend(draft.map(|draft| Candidate { draft, builtin: *builtin, usable, replaces: None }));
    }
    override_builtin(&mut candidates, &mut problems);
    refuse_clashes(&mut candidates, &mut problems);
    problems.extend(settle(&mut candidates, &assumptions, &benchmarks));

    let mut order: Vec<usize> = (0..candidates.len()).filter(|index| in_use(&candidates, *index)).collect();
    order.sort_by_key(|index| installed_at(&candidates, *index));
    let (mut questionnaires, mut origins) = (Vec::new(), Vec::new());
    let mut candidates: Vec<Option<Candidate>> = candidates.into_iter().map(Some).collect();
    for candidate in order.into_iter().filter_map(|index| candidates[index].take()) {
        let questionnaire = candidate.draft.questionnaire;
        origins.push(Origin {
            reference: questionnaire.reference(),
            file: Arc::clone(&questionnaire.source.name),
            builtin: candidate.builtin,
            overrides: candidate.replaces.is_some(),
        });
        questionnaires.push(Arc::new(questionnaire));
    }
    pointers::complete(&mut questionnaires);
    sort(&mut problems);
    let broken = candidates.into_iter().flatten().filter(|candidate| !candidate.usable);
    let broken = broken.map(|candidate| candidate.draft).collect();
    let library = Library { questionnaires, assumptions: Arc::new(assumptions), benchmarks: Arc::new(benchmarks) };
    Loaded { library, origins, problems, broken }
}

/// The place of a questionnaire in the library: the one it names, then where its id first appears, then by version.
fn installed_at(candidates: &[Candidate], index: usize) -> (u32, usize, Vec<u64>) {
    let questionnaire = &candidates[index].draft.questionnaire;
    let first = candidates.iter().position(|one| one.draft.questionnaire.id == questionnaire.id).unwrap_or(index);
    (candidates[first].draft.questionnaire.place, first, version_key(&questionnaire.version))
}

/// The benchmarks of several files, later ones overriding earlier ones by id.
fn benchmarks(sources: &[&Source], problems: &mut Vec<Problem>) -> Vec<Benchmark> {
    let mut list: Vec<Benchmark> = Vec::new();
    for source in sources {
        for (benchmark, ..) in read_benchmarks(source, problems) as Vec<PlacedBenchmark> {
            match list.iter_mut().find(|one| one.id == benchmark.id) {
                Some(before) => *before = benchmark,
                None => list.push(benchmark),
            }
        }
    }
    list
}
