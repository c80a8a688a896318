//! Everything that is computed from an assessment: plain numbers and ids, no texts.

use std::collections::BTreeMap;

use super::goals::{GoalEvaluation, OptionEvaluation, PlanEvaluation, Recommendation};
use super::outcome::{FindingEvaluation, NotEvaluable, StrengthEvaluation, WorthEvaluation};
use super::result::MetricEvaluation;
use super::score::{AreaEvaluation, ItemEvaluation, Overall};

/// Everything computed from one assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// One for each questionnaire of the assessment, in its order.
    pub questionnaires: Vec<QuestionnaireEvaluation>,
    /// Where each question of those questionnaires stands.
    pub standings: BTreeMap<String, Standing>,
    /// Pairs of answers that cannot both be right.
    pub contradictions: Vec<Contradiction>,
    /// What small improvements could be worth in a year.
    pub worth: WorthEvaluation,
    /// Open questions by how much they could move the overall score, best first; then those that only decide a finding.
    pub next_questions: Vec<NextQuestion>,
    /// Goals, in the order of the file; without any, one drafted from the client's wish.
    pub goals: Vec<GoalEvaluation>,
    /// Options, in the questionnaire's order.
    pub options: Vec<OptionEvaluation>,
    /// Which option is recommended, or why none is.
    pub recommendation: Recommendation,
    /// The 90-day plan.
    pub plan: PlanEvaluation,
}

impl Evaluation {
    /// Where a question stands; open for ids nobody asked.
    pub fn standing(&self, question: &str) -> Standing {
        self.standings.get(question).copied().unwrap_or(Standing::Open)
    }

    /// Whether a question is shown.
    pub fn is_visible(&self, question: &str) -> bool {
        self.standing(question) != Standing::Hidden
    }

    /// A metric's result, from whichever questionnaire has it.
    pub fn metric(&self, id: &str) -> Option<&MetricEvaluation> {
        self.questionnaires.iter().flat_map(|one| &one.metrics).find(|metric| metric.id == id)
    }
}

/// Where a question stands in this assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It has a value. For tables: rows or cells were given, perhaps not all.
    Answered,
    /// The client does not know.
    Unknown,
    /// It does not apply.
    NotApplicable,
    /// The client will look it up.
    Owed,
    /// Not asked yet.
    Open,
    /// Its condition is false: it is not shown, and its answer is set aside.
    Hidden,
}

/// What was computed for one questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionnaireEvaluation {
    /// The questionnaire's id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The overall score.
    pub overall: Overall,
    /// Scored areas, in the questionnaire's order; none where items make the overall score themselves.
    pub areas: Vec<AreaEvaluation>,
    /// What the overall score is made of where items make it themselves; otherwise see the areas.
    pub items: Vec<ItemEvaluation>,
    /// The lowest of those items, at most as many as a report prints, ties in the questionnaire's order.
    pub lowest: Vec<String>,
    /// Metrics, in the questionnaire's order.
    pub metrics: Vec<MetricEvaluation>,
    /// Strengths that hold and may be printed, in print order; all of them, a report takes the first three.
    pub strengths: Vec<StrengthEvaluation>,
    /// Fired findings in print order, the don't-know findings last.
    pub findings: Vec<FindingEvaluation>,
    /// Conditions that could not be judged, in the questionnaire's order.
    pub not_evaluable: Vec<NotEvaluable>,
    /// Ids of consistency notes that apply.
    pub consistency: Vec<String>,
    /// The first suggestion of [`Questionnaire::next`](crate::questionnaire::Questionnaire) that is true and names a
    /// questionnaire the assessment does not carry yet.
    pub suggested_next: Option<usize>,
}

impl QuestionnaireEvaluation {
    /// The result of an area.
    pub fn area(&self, id: &str) -> Option<&AreaEvaluation> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The result of a metric.
    pub fn metric(&self, id: &str) -> Option<&MetricEvaluation> {
        self.metrics.iter().find(|metric| metric.id == id)
    }

    /// A fired finding.
    pub fn finding(&self, id: &str) -> Option<&FindingEvaluation> {
        self.findings.iter().find(|finding| finding.id == id)
    }
}

/// Two answers that cannot both be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The question whose answer is larger than it can be.
    pub question: String,
    /// The question it may not exceed.
    pub at_most: String,
}

/// An open question and what its answer could change.
#[derive(Debug, Clone, PartialEq)]
pub struct NextQuestion {
    /// The question.
    pub id: String,
    /// Width it adds to the overall possible range, in points; 0 where it feeds no score.
    pub swing: f64,
    /// Whether its answer alone could put the score into another band, or into one at all.
    pub band: bool,
    /// Findings that wait for it and could come among the first three.
    pub findings: Vec<String>,
}
