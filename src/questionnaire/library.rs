//! All installed questionnaires, and the selection an assessment carries.

use std::sync::Arc;

use super::assumptions::{Assumptions, Benchmark};
use super::question::Question;
use super::{Finding, GoalCheck, GoalMetric, GoalOption, Metric, Questionnaire};

/// All questionnaires that are installed, with assumptions and benchmarks; every reference checked.
#[derive(Debug, Clone)]
pub struct Library {
    /// The questionnaires: the built-in ones, then a person's own; one entry for each id and version.
    pub questionnaires: Vec<Arc<Questionnaire>>,
    /// Every editable number.
    pub assumptions: Arc<Assumptions>,
    /// Every cited figure.
    pub benchmarks: Arc<Vec<Benchmark>>,
}

/// Why an assessment's questionnaires could not be selected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SelectError {
    /// No questionnaire of that id is installed.
    #[error("the questionnaire '{id}' is not installed")]
    NotFound {
        /// The id that was wanted.
        id: String,
        /// The closest one that is.
        nearest: Option<String>,
    },
    /// It is installed in other versions only.
    #[error("the questionnaire '{id}' is wanted in version {wanted}, but installed is {installed}")]
    OtherVersion {
        /// The id.
        id: String,
        /// The version the assessment names.
        wanted: String,
        /// The versions there are.
        installed: String,
    },
    /// It is named more than once: its questions would count twice.
    #[error("the questionnaire '{id}' is named twice")]
    Twice {
        /// The id.
        id: String,
    },
}

/// The questionnaires one assessment carries.
#[derive(Debug, Clone)]
pub struct Selection {
    /// In the assessment's order.
    pub questionnaires: Vec<Arc<Questionnaire>>,
    /// Every editable number.
    pub assumptions: Arc<Assumptions>,
    /// Every cited figure.
    pub benchmarks: Arc<Vec<Benchmark>>,
}

impl Library {
    /// The newest installed version of a questionnaire.
    pub fn newest(&self, id: &str) -> Option<&Arc<Questionnaire>> {
        self.questionnaires.iter().rfind(|one| one.id == id)
    }

    /// The questionnaires of `id@version` references, in that order.
    ///
    /// # Errors
    /// When one is not installed, or only in other versions, or is named twice.
    pub fn select(&self, references: &[String]) -> Result<Selection, SelectError> {
        let mut questionnaires: Vec<Arc<Questionnaire>> = Vec::with_capacity(references.len());
        for reference in references {
            let (id, version) = reference.split_once('@').unwrap_or((reference, ""));
            let of_id = || self.questionnaires.iter().filter(|one| one.id == id);
            let Some(found) = of_id().rfind(|one| version.is_empty() || one.version == version) else {
                let installed: Vec<_> = of_id().map(|one| one.version.as_str()).collect();
                if installed.is_empty() {
                    let known = self.questionnaires.iter().map(|one| one.id.as_str());
                    let nearest = crate::problem::nearest(id, known).map(str::to_owned);
                    return Err(SelectError::NotFound { id: id.to_owned(), nearest });
                }
                return Err(SelectError::OtherVersion {
                    id: id.to_owned(),
                    wanted: version.to_owned(),
                    installed: installed.join(", "),
                });
            };
            if questionnaires.iter().any(|one| one.id == id) {
                return Err(SelectError::Twice { id: id.to_owned() });
            }
            questionnaires.push(Arc::clone(found));
        }
        Ok(Selection {
            questionnaires,
            assumptions: Arc::clone(&self.assumptions),
            benchmarks: Arc::clone(&self.benchmarks),
        })
    }
}

impl Selection {
    /// All questions, questionnaire after questionnaire, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.questionnaires.iter().flat_map(|one| &one.questions)
    }

    /// Whether a questionnaire of that id is among them, in whatever version.
    pub fn carries(&self, id: &str) -> bool {
        self.questionnaires.iter().any(|one| one.id == id)
    }

    /// The question of that id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questionnaires.iter().find_map(|one| one.question(id))
    }

    /// The metric of that id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.questionnaires.iter().find_map(|one| one.metric(id))
    }

    /// The finding of that id.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.questionnaires.iter().find_map(|one| one.finding(id))
    }

    /// The goal metric of that id.
    pub fn goal_metric(&self, id: &str) -> Option<&GoalMetric> {
        self.questionnaires.iter().flat_map(|one| &one.goals.metrics).find(|metric| metric.id == id)
    }

    /// The check on goals of that id.
    pub fn goal_check(&self, id: &str) -> Option<&GoalCheck> {
        self.questionnaires.iter().flat_map(|one| &one.goals.checks).find(|check| check.id == id)
    }

    /// The option of that id.
    pub fn goal_option(&self, id: &str) -> Option<&GoalOption> {
        self.questionnaires.iter().flat_map(|one| &one.goals.options).find(|option| option.id == id)
    }

    /// The questionnaire that asks a question.
    pub fn questionnaire_of(&self, question: &str) -> Option<&Arc<Questionnaire>> {
        self.questionnaires.iter().find(|one| one.question(question).is_some())
    }

    /// The benchmark of that id.
    pub fn benchmark(&self, id: &str) -> Option<&Benchmark> {
        self.benchmarks.iter().find(|one| one.id == id)
    }
}
