//! What the tests of the questionnaires beside the core share: answers written as TOML, cases of findings as tables.

use std::sync::OnceLock;

use gapwise::assessment::{Assessment, read};
use gapwise::evaluation::{Evaluation, MetricValue, QuestionnaireEvaluation, evaluate};
use gapwise::problem::Source;
use gapwise::questionnaire::{Library, Selection};

use crate::shared::assert_close;

/// The built-in questionnaires of these ids.
pub fn selection(ids: &[&str]) -> Selection {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    LIBRARY.get_or_init(Library::builtin).select(&ids).expect("they are built in")
}

/// An assessment with these answers, written as they stand in a file.
pub fn given(id: &str, answers: &str) -> Assessment {
    let head = format!("format = 1\nquestionnaires = [\"{id}@1.0.0\"]\ndate = 2026-11-22\n");
    let source = Source::new("case.toml", format!("{head}{answers}"));
    read(&source).unwrap_or_else(|problems| panic!("{answers}\n{problems:?}")).assessment
}

/// What comes of these answers.
pub fn judged(id: &str, answers: &str) -> Evaluation {
    evaluate(&selection(&[id]), &given(id, answers))
}

/// A finding, answers with which it fires, and answers with which it can be judged and stays silent.
pub type Case = (&'static str, &'static str, &'static str);

/// Asserts that each finding fires and stays silent as its case says, and that no finding is without a case.
pub fn assert_cases(id: &str, cases: &[Case]) {
    let fires = |answers: &str, finding: &str| {
        let evaluation = judged(id, answers);
        let of = &evaluation.questionnaires[0];
        let unjudged = of.not_evaluable.iter().any(|one| one.id == finding);
        (of.finding(finding).is_some(), unjudged)
    };
    for (finding, loud, silent) in cases {
        assert_eq!(fires(loud, finding), (true, false), "{finding} fires with {loud}");
        assert_eq!(fires(silent, finding), (false, false), "{finding} is silent with {silent}");
    }
    let selection = selection(&[id]);
    for finding in &selection.questionnaires[0].findings {
        assert!(cases.iter().any(|(case, ..)| *case == finding.id), "{} has no case", finding.id);
    }
}

/// Fired findings by id, in the order of the alphabet.
pub fn fired(evaluation: &Evaluation) -> Vec<&str> {
    let mut ids: Vec<&str> = evaluation.questionnaires[0].findings.iter().map(|one| one.id.as_str()).collect();
    ids.sort_unstable();
    ids
}

/// Asserts the scores of areas, and the overall score with its band.
pub fn assert_scores(of: &QuestionnaireEvaluation, areas: &[(&str, f64)], overall: f64, band: &str) {
    for (area, expected) in areas {
        let found = of.area(area).and_then(|one| one.score).unwrap_or_else(|| panic!("{area} has a score"));
        assert_close(found, *expected, 0.0006, area);
    }
    assert_close(of.overall.score.expect("a score"), overall, 0.0006, "overall");
    assert_eq!(of.overall.band.as_deref(), Some(band));
}

/// Asserts numbers of metrics.
pub fn assert_metrics(of: &QuestionnaireEvaluation, metrics: &[(&str, f64)]) {
    for (id, expected) in metrics {
        let found = of.metric(id).and_then(|one| one.number()).unwrap_or_else(|| panic!("{id} has a value"));
        assert_close(found, *expected, 0.0006, id);
    }
}

/// The text of a text metric.
pub fn text(of: &QuestionnaireEvaluation, id: &str) -> String {
    match of.metric(id).and_then(|one| one.value.clone()) {
        Some(MetricValue::Text(text)) => text,
        other => panic!("{id}: {other:?}"),
    }
}
