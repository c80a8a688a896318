//! What names stand for, seen from one questionnaire.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;

use super::typing::{Type, type_of_metric};
use crate::problem::nearest;
use crate::questionnaire::{Area, Assumptions, Benchmark, Metric, Question, Questionnaire};

/// A questionnaire as far as it could be read.
#[derive(Clone, Copy)]
pub(in crate::questionnaire) struct Known<'a> {
    pub questionnaire: &'a Questionnaire,
    pub lost: &'a Lost,
}

/// What a file gives, but not so that it can be understood.
#[derive(Debug, Clone, Default)]
pub(in crate::questionnaire) struct Lost {
    /// Ids of questions, metrics and findings.
    pub ids: Vec<String>,
    /// Whether broken syntax may have swallowed more than is known.
    pub anything: bool,
}

impl Lost {
    /// Nothing was lost.
    pub const NOTHING: &'static Self = &Self { ids: Vec::new(), anything: false };

    /// Whether everything was understood.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty() && !self.anything
    }

    fn names(&self, id: &str) -> bool {
        self.ids.iter().any(|lost| lost == id)
    }
}

impl Known<'_> {
    fn gives(&self, id: &str) -> bool {
        self.questionnaire.question(id).is_some() || self.questionnaire.metric(id).is_some() || self.lost.names(id)
    }
}

/// Everything a name can stand for, seen from one questionnaire.
pub(in crate::questionnaire) struct Scope<'a> {
    /// The questionnaire itself.
    pub own: Known<'a>,
    /// The other usable ones.
    pub others: Vec<Known<'a>>,
    /// The other ones that cannot be used, for a better word on their names.
    pub broken: Vec<Known<'a>>,
    pub assumptions: &'a Assumptions,
    pub benchmarks: &'a [Benchmark],
    /// Types of metrics that were worked out already; `None` while one is being worked out.
    pub(super) metric_types: RefCell<HashMap<&'a str, Option<Type<'a>>>>,
    /// How many are being worked out, one for the sake of another.
    pub(super) depth: Cell<usize>,
    /// Questions and metrics of the usable questionnaires by id, where a name stands for the first that gives it.
    questions: OnceCell<HashMap<&'a str, &'a Question>>,
    metrics: OnceCell<HashMap<&'a str, &'a Metric>>,
}

/// What a name stands for.
pub(super) enum Named<'a> {
    Question(&'a Question),
    Metric(&'a Metric),
    /// It is given, but so that it cannot be understood; that is reported where it is given.
    Lost,
    /// Nothing usable gives it.
    Unknown,
}

impl<'a> Scope<'a> {
    pub fn new(
        own: Known<'a>,
        others: Vec<Known<'a>>,
        broken: Vec<Known<'a>>,
        assumptions: &'a Assumptions,
        benchmarks: &'a [Benchmark],
    ) -> Self {
        let (metric_types, depth) = (RefCell::default(), Cell::default());
        let (questions, metrics) = (OnceCell::new(), OnceCell::new());
        Self { own, others, broken, assumptions, benchmarks, metric_types, depth, questions, metrics }
    }

    /// The usable questionnaires, the asking one first, then newer versions before older ones.
    pub fn usable(&self) -> impl Iterator<Item = &'a Questionnaire> {
        std::iter::once(self.own.questionnaire).chain(self.others.iter().rev().map(|one| one.questionnaire))
    }

    pub fn question(&self, id: &str) -> Option<&'a Question> {
        let all = || self.usable().flat_map(|one| &one.questions).map(|question| (question.id.as_str(), question));
        self.questions.get_or_init(|| first_of_each(all())).get(id).copied()
    }

    pub fn metric(&self, id: &str) -> Option<&'a Metric> {
        let all = || self.usable().flat_map(|one| &one.metrics).map(|metric| (metric.id.as_str(), metric));
        self.metrics.get_or_init(|| first_of_each(all())).get(id).copied()
    }

    /// A scored area of any usable questionnaire.
    pub fn scored_area(&self, id: &str) -> Option<&'a Area> {
        self.usable().filter_map(|questionnaire| questionnaire.area(id)).find(|area| area.weight.is_some())
    }

    pub fn scored_areas(&self) -> impl Iterator<Item = &'a str> {
        let areas = self.usable().flat_map(|questionnaire| &questionnaire.areas);
        areas.filter(|area| area.weight.is_some()).map(|area| area.id.as_str())
    }

    pub(super) fn named(&self, id: &str) -> Named<'a> {
        if let Some(question) = self.question(id) {
            Named::Question(question)
        } else if let Some(metric) = self.metric(id) {
            Named::Metric(metric)
        } else if self.is_lost(id) {
            Named::Lost
        } else {
            Named::Unknown
        }
    }

    /// The type of a metric's values.
    pub(super) fn metric_type(&self, metric: &'a Metric) -> Type<'a> {
        type_of_metric(self, metric)
    }

    /// Whether a name is given, but so that it cannot be understood; that is reported where it is given.
    pub fn is_lost(&self, id: &str) -> bool {
        self.own.lost.anything || self.own.lost.names(id)
    }

    /// The questionnaire that gives a name but cannot be used.
    pub fn broken_owner(&self, id: &str) -> Option<&'a str> {
        self.broken.iter().find(|one| one.gives(id)).map(|one| one.questionnaire.id.as_str())
    }

    /// All names of questions and metrics.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.usable().flat_map(|questionnaire| {
            let questions = questionnaire.questions.iter().map(|question| question.id.as_str());
            questions.chain(questionnaire.metrics.iter().map(|metric| metric.id.as_str()))
        })
    }

    /// What is wrong with a name nothing usable gives, and what to do.
    pub(super) fn unknown_name(&self, id: &str, bound: &[&str]) -> (String, String) {
        if let Some(owner) = self.broken_owner(id) {
            let message = format!("'{id}' belongs to the questionnaire '{owner}', which cannot be used as it is");
            return (message, "Mend that questionnaire first".to_owned());
        }
        let mut known: Vec<&str> = self.names().collect();
        known.extend(bound);
        let near = nearest(id, known);
        let remedy = near.map_or_else(
            || "Names are ids of questions and metrics; texts stand in quotes".to_owned(),
            |near| format!("Did you mean '{near}'?"),
        );
        (format!("'{id}' is no question or metric of any installed questionnaire"), remedy)
    }
}

/// What each name stands for; where several give it, the first.
fn first_of_each<'a, T>(all: impl Iterator<Item = (&'a str, T)>) -> HashMap<&'a str, T> {
    let mut found = HashMap::new();
    for (id, one) in all {
        found.entry(id).or_insert(one);
    }
    found
}
