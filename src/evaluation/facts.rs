//! What an assessment says, as expressions see it: one value for each answered question, nothing for all others.
//!
//! Standings and metrics are filled in one after the other, in the order in which they rest on one another; an expression
//! that names something not yet filled finds it missing.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use cel::common::value::{CowVal, Val};
use cel::context::VariableResolver;

use super::table::Table;
use super::values;
use super::{MetricEvaluation, Standing};
use crate::assessment::{Answer, Assessment, Evidence, Status, Value};
use crate::questionnaire::{Kind, Metric, Question, Scoring, Selection};

/// A question with its answer and where it stands.
#[derive(Debug)]
pub struct QuestionFact<'a> {
    /// The question.
    pub question: &'a Question,
    /// The id of the questionnaire that asks it.
    pub questionnaire: &'a str,
    /// Its place in the order of the conversation.
    pub place: usize,
    /// The entry in the assessment, whatever its status.
    pub answer: Option<&'a Answer>,
    /// Where it stands, once that is known.
    standing: OnceLock<Standing>,
    /// Its value for expressions, made when it is first asked for.
    value: OnceLock<Option<Box<dyn Val>>>,
    /// Its answer read as a table, when that is first asked for.
    table: OnceLock<Arc<Table<'a>>>,
}

/// A metric and what it came to.
#[derive(Debug)]
pub struct MetricFact<'a> {
    /// The metric.
    pub metric: &'a Metric,
    /// Its result, once that is known.
    pub result: OnceLock<MetricEvaluation>,
    value: OnceLock<Option<Box<dyn Val>>>,
}

/// Everything expressions can ask about one assessment.
#[derive(Debug)]
pub struct Facts<'a> {
    /// Questions by id.
    pub questions: HashMap<&'a str, QuestionFact<'a>>,
    /// Metrics by id.
    pub metrics: HashMap<&'a str, MetricFact<'a>>,
    /// Area scores by id, once they are known.
    pub area_scores: OnceLock<HashMap<String, f64>>,
    /// 1 when a goal's wish lies beyond its range, 0 when none does; nothing while no goal is forecast.
    pub wanted_beyond_high: OnceLock<f64>,
    /// The numbers scoring computes with.
    pub scoring: &'a Scoring,
}

impl<'a> Facts<'a> {
    /// Gathers questions, metrics and answers; nothing is judged yet.
    pub fn gather(selection: &'a Selection, assessment: &'a Assessment) -> Self {
        let all = selection.questionnaires.iter().flat_map(|one| one.questions.iter().map(|it| (one.id.as_str(), it)));
        let questions = all.enumerate().map(|(place, (questionnaire, question))| {
            let answer = assessment.answer(&question.id);
            let (standing, value, table) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
            let fact = QuestionFact { question, questionnaire, place, answer, standing, value, table };
            (question.id.as_str(), fact)
        });
        let metrics = selection.questionnaires.iter().flat_map(|one| &one.metrics).map(|metric| {
            let fact = MetricFact { metric, result: OnceLock::new(), value: OnceLock::new() };
            (metric.id.as_str(), fact)
        });
        Self {
            questions: questions.collect(),
            metrics: metrics.collect(),
            area_scores: OnceLock::new(),
            wanted_beyond_high: OnceLock::new(),
            scoring: &selection.assumptions.scoring,
        }
    }

    /// Where a question stands; open when nobody carries it.
    pub fn standing(&self, id: &str) -> Standing {
        self.questions.get(id).map_or(Standing::Open, QuestionFact::standing)
    }

    /// The answer of a question that is answered and shown.
    pub fn answered(&self, id: &str) -> Option<&'a Value> {
        self.questions.get(id)?.answered()
    }

    /// The answer of a question that is answered and shown, read as a table; one without rows where it is none.
    pub fn table(&self, id: &str) -> Option<Arc<Table<'a>>> {
        let fact = self.questions.get(id)?;
        let value = fact.answered()?;
        let read = || Arc::new(Table::read(fact.question, value, self.grid_columns(fact.question)));
        // What a grid's columns come from may be settled after it; until then it has those it was answered with.
        let is_settled = match &fact.question.kind {
            Kind::Grid { columns_from, .. } => {
                self.questions.get(columns_from.as_str()).is_none_or(|source| source.standing.get().is_some())
            }
            _ => true,
        };
        Some(if is_settled { Arc::clone(fact.table.get_or_init(read)) } else { read() })
    }

    /// The entries of the list question a grid takes its columns from; `None` when that is not answered.
    fn grid_columns(&self, question: &Question) -> Option<&'a [String]> {
        let Kind::Grid { columns_from, .. } = &question.kind else { return None };
        self.answered(columns_from).map(Value::texts).filter(|texts| !texts.is_empty())
    }

    /// The evidence of a question's answer.
    pub fn evidence(&self, id: &str) -> Option<Evidence> {
        self.answered(id)?;
        self.questions.get(id)?.answer.map(Answer::evidence)
    }

    /// The questions a name rests on, through metrics, without repetition, in order of appearance.
    pub fn leaves<'n>(&'n self, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
        let mut leaves = Vec::new();
        let mut pending: Vec<&str> = names.into_iter().collect();
        pending.reverse();
        let mut seen = std::collections::HashSet::new();
        while let Some(name) = pending.pop() {
            if !seen.insert(name) {
                continue;
            }
            if let Some(fact) = self.metrics.get(name) {
                let of_metric = metric_names(fact.metric);
                pending.extend(of_metric.into_iter().rev());
                if let Some(questionnaire) = rests_on_known(fact.metric) {
                    leaves.extend(self.counted_as_known(questionnaire));
                }
            } else if self.questions.contains_key(name) {
                leaves.push(name);
            }
        }
        leaves
    }

    /// Questions of a questionnaire that apply and whose "unknown" is itself a finding, in the order of the conversation.
    pub fn counted_as_known(&self, questionnaire: &str) -> Vec<&str> {
        let mut flagged: Vec<_> = self
            .questions
            .values()
            .filter(|fact| {
                let applies = !matches!(fact.standing(), Standing::Hidden | Standing::NotApplicable);
                fact.question.flags.unknown_is_finding && applies && fact.questionnaire == questionnaire
            })
            .collect();
        flagged.sort_by_key(|fact| fact.place);
        flagged.into_iter().map(|fact| fact.question.id.as_str()).collect()
    }
}

/// Questions and metrics a metric names, its requirement included.
pub fn metric_names(metric: &Metric) -> Vec<&str> {
    let mut names: Vec<&str> = metric.formula.names.iter().map(String::as_str).collect();
    for name in metric.needs.iter().flat_map(|needs| &needs.names) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
}

/// The questionnaire of which a metric counts how much is known, when it does.
fn rests_on_known(metric: &Metric) -> Option<&str> {
    let counts = ["known_answered", "known_unknown"];
    let lookup = metric.formula.lookups().iter().find(|one| counts.contains(&one.function.as_str()))?;
    Some(&lookup.about)
}

impl<'a> QuestionFact<'a> {
    /// Where it stands; open until that is settled.
    pub fn standing(&self) -> Standing {
        self.standing.get().copied().unwrap_or(Standing::Open)
    }

    /// Its answer, when it is answered and shown.
    fn answered(&self) -> Option<&'a Value> {
        (self.standing() == Standing::Answered).then(|| self.answer.and_then(Answer::value)).flatten()
    }

    /// Sets where it stands, from its answer and whether it is hidden.
    pub fn settle(&self, hidden: bool) {
        let standing = if hidden { Standing::Hidden } else { self.unhidden_standing() };
        // Each question is settled once; a second time would say the same.
        let _ = self.standing.set(standing);
    }

    fn unhidden_standing(&self) -> Standing {
        match self.answer.map(|answer| &answer.status) {
            None | Some(Status::Open) => Standing::Open,
            Some(Status::Unknown) => Standing::Unknown,
            Some(Status::NotApplicable { .. }) => Standing::NotApplicable,
            Some(Status::Owed { .. }) => Standing::Owed,
            Some(Status::Answered(value)) if values::fits(self.question, value) => Standing::Answered,
            Some(Status::Answered(_)) => Standing::Open,
        }
    }
}

impl VariableResolver for Facts<'_> {
    fn resolve<'b>(&'b self, name: &str) -> Option<CowVal<'b, 'b>> {
        if let Some(fact) = self.questions.get(name) {
            if fact.standing() != Standing::Answered {
                return None;
            }
            let value = fact.value.get_or_init(|| {
                let value = fact.answer.and_then(Answer::value)?;
                let table = matches!(value, Value::Cells(_)).then(|| self.table(name)).flatten();
                values::for_expressions(fact.question, value, table.as_deref())
            });
            return value.as_deref().map(CowVal::Borrowed);
        }
        if let Some(fact) = self.metrics.get(name) {
            let value = fact.value.get_or_init(|| values::of_metric(fact.result.get()?.value.as_ref()?));
            return value.as_deref().map(CowVal::Borrowed);
        }
        values::answer_lookup(self, name)
    }
}
