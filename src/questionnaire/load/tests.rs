use super::*;

fn told(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

#[test]
fn built_in_files_have_no_problems() {
    let loaded = Library::with_sources(Vec::new());
    let errors: Vec<Problem> = loaded.problems.into_iter().filter(Problem::is_error).collect();
    assert_eq!(told(&errors), "");
    assert!(loaded.library.newest("gap-analysis").is_some());
}
