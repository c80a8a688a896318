//! What several tests need: the built-in questionnaires, the Brightwater example, small changes to it.

use std::sync::OnceLock;

use gapwise::assessment::{Answer, Assessment, Cell, Evidence, Row, Status, Value, read};
use gapwise::evaluation::{AreaEvaluation, Evaluation, QuestionnaireEvaluation, evaluate};
use gapwise::problem::Source;
use gapwise::questionnaire::{Library, Selection};

/// The Brightwater example of domain.md 4.1.
pub fn brightwater() -> Assessment {
    let source = Source::new("brightwater.toml", include_str!("../../src/cli/demo/brightwater.toml"));
    read(&source).expect("the example reads").assessment
}

/// The core questionnaire alone.
pub fn core() -> Selection {
    static CORE: OnceLock<Selection> = OnceLock::new();
    let load = || Library::builtin().select(&["gap-analysis".to_owned()]).expect("the core is built in");
    CORE.get_or_init(load).clone()
}

/// The evaluation of the core.
pub fn evaluated(assessment: &Assessment) -> Evaluation {
    evaluate(&core(), assessment)
}

/// Short cuts into an evaluation of the core.
pub trait Look {
    fn core(&self) -> &QuestionnaireEvaluation;

    fn area(&self, id: &str) -> &AreaEvaluation {
        self.core().area(id).expect("an area of the core")
    }

    fn number(&self, metric: &str) -> f64 {
        self.core().metric(metric).and_then(|one| one.number()).unwrap_or_else(|| panic!("{metric} has a value"))
    }

    fn fired(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = self.core().findings.iter().map(|one| one.id.as_str()).collect();
        ids.sort_unstable();
        ids
    }

    fn priority(&self, finding: &str) -> f64 {
        let found = self.core().finding(finding).unwrap_or_else(|| panic!("{finding} fired"));
        found.priority.expect("it has a priority")
    }

    fn overall_range(&self) -> (f64, f64) {
        let overall = &self.core().overall;
        (overall.low.expect("a range"), overall.high.expect("a range"))
    }
}

impl Look for Evaluation {
    fn core(&self) -> &QuestionnaireEvaluation {
        &self.questionnaires[0]
    }
}

/// Changes to an assessment, in words.
pub trait Change {
    fn put(self, id: &str, status: Status) -> Self;
    fn number(self, id: &str, number: f64) -> Self;
    fn choice(self, id: &str, choice: &str) -> Self;
    fn unknown(self, id: &str) -> Self;
    fn evidence(self, id: &str, evidence: Evidence) -> Self;
}

impl Change for Assessment {
    fn put(mut self, id: &str, status: Status) -> Self {
        let old = self.answers.remove(id).unwrap_or_default();
        self.answers.insert(id.to_owned(), Answer { status, ..old });
        self
    }

    fn number(self, id: &str, number: f64) -> Self {
        self.put(id, Status::Answered(Value::Number(number)))
    }

    fn choice(self, id: &str, choice: &str) -> Self {
        self.put(id, Status::Answered(Value::Text(choice.to_owned())))
    }

    fn unknown(self, id: &str) -> Self {
        self.put(id, Status::Unknown)
    }

    fn evidence(mut self, id: &str, evidence: Evidence) -> Self {
        self.answers.entry(id.to_owned()).or_default().evidence = Some(evidence);
        self
    }
}

/// The seven P's with these ratings, in the questionnaire's order; fewer leave the last ones open.
pub fn mix(ratings: &[f64]) -> Status {
    let rows = ["product", "price", "place", "promotion", "people", "process", "physical"];
    let cell = |rating: f64| Row::from([("value".to_owned(), Cell::Number(rating))]);
    Status::Answered(Value::Cells(
        rows.iter().zip(ratings).map(|(row, rating)| ((*row).to_owned(), cell(*rating))).collect(),
    ))
}

/// Asserts that two numbers are the same to the digits that domain.md prints.
pub fn assert_close(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((found - expected).abs() <= tolerance, "{what}: {found}, expected {expected}");
}
