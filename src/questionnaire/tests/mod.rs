//! Loading and checking, tried on small questionnaires with one thing wrong each.

mod columns;
mod conditions;
mod elements;
pub(super) mod fixture;
mod goal_rules;
mod keys;
mod overriding;
mod sense;
mod sheets;
mod swot;

use super::Library;
use crate::problem::Problem;

#[test]
fn built_in_files_have_no_problems() {
    let loaded = Library::with_sources(Vec::new());
    let errors: Vec<String> = loaded.check().iter().filter(|one| one.is_error()).map(Problem::to_string).collect();
    assert_eq!(errors, Vec::<String>::new());
    assert!(loaded.library.newest("gap-analysis").is_some());
}

#[test]
fn the_small_questionnaire_is_sound() {
    assert_eq!(fixture::told(&fixture::with(""), ""), Vec::<String>::new());
}
