//! What all goals of an assessment share: hours, pace, who is sold to, what slows progress down.

use super::Capacity;
use super::forecast;
use crate::assessment::{Assessment, Mode};
use crate::evaluation::facts::Facts;
use crate::evaluation::judge::{Judge, Truth};
use crate::evaluation::{AreaEvaluation, Standing};
use crate::evaluation::{TrackRecord, overall};
use crate::questionnaire::expression::Expression;
use crate::questionnaire::{AssumedValue, GoalNumbers, Questionnaire, Selection, Uses};

/// What all goals of one assessment share.
pub struct Setting<'a, 'f> {
    /// The questionnaires.
    pub selection: &'a Selection,
    /// The answers and goals.
    pub assessment: &'a Assessment,
    /// Past goals.
    pub record: &'a TrackRecord,
    /// What is known.
    pub facts: &'a Facts<'f>,
    /// Runs expressions over it.
    pub judge: &'a Judge<'a>,
    /// The numbers goals are forecast with.
    pub numbers: &'a GoalNumbers,
    /// Spare hours a month, those released by open goals included; nothing when they were not said.
    pub hours: Option<f64>,
    /// Who is sold to, as answered; may be empty.
    pub model: String,
    /// Money a month that could be added.
    pub extra: f64,
    /// Whether buying takes long.
    pub slow_sales: bool,
    /// What slows progress down: id and factor.
    pub slowdowns: Vec<(String, f64)>,
    /// Whether too little is answered for an owner alone to be recommended anything.
    pub too_little_answered: bool,
}

impl<'a, 'f> Setting<'a, 'f> {
    /// Gathers it; facts are settled and area scores known.
    pub fn gather(
        selection: &'a Selection,
        assessment: &'a Assessment,
        record: &'a TrackRecord,
        facts: &'a Facts<'f>,
        judge: &'a Judge<'a>,
        areas: &[Vec<AreaEvaluation>],
    ) -> Self {
        let numbers = &selection.assumptions.goals;
        let number = |used: fn(&Uses) -> &Option<String>| {
            let id = used_question(selection, used)?;
            facts.answered(id).and_then(|value| value.as_number())
        };
        let released: f64 =
            assessment.goals.iter().filter(|goal| goal.status.is_open()).map(|goal| goal.released_hours.max(0.0)).sum();
        let model = used_question(selection, |uses| &uses.model).and_then(|id| facts.answered(id)?.as_text());
        let holds = |condition: &Expression| judge.truth(condition) == Truth::True;
        let rules = || selection.questionnaires.iter().map(|one| &one.goals);
        let slowdowns = rules().flat_map(|rules| &rules.slowdowns).filter(|one| holds(&one.when));
        let factor = |id: &str| match selection.assumptions.get(id).map(|one| &one.value) {
            Some(AssumedValue::Number(factor)) => Some(factor.clamp(0.0, 1.0)),
            _ => None,
        };
        Self {
            hours: number(|uses| &uses.spare_hours).map(|hours| hours.max(0.0) + released),
            model: model.unwrap_or_default().to_owned(),
            extra: number(|uses| &uses.extra_money).unwrap_or(0.0).max(0.0),
            slow_sales: rules().filter_map(|rules| rules.slow_sales.as_ref()).any(holds),
            slowdowns: slowdowns.filter_map(|one| Some((one.id.clone(), factor(&one.factor)?))).collect(),
            too_little_answered: assessment.mode == Mode::SelfAssessment
                && too_little(selection, numbers, facts, areas),
            selection,
            assessment,
            record,
            facts,
            judge,
            numbers,
        }
    }

    /// The client's capacity, when the hours are known.
    pub fn capacity(&self) -> Option<Capacity> {
        self.hours.map(|hours| forecast::capacity(self.numbers, hours))
    }

    /// A number answered to a question with a part the program knows of.
    pub fn used_number(&self, used: fn(&Uses) -> &Option<String>) -> Option<f64> {
        self.facts.answered(used_question(self.selection, used)?)?.as_number()
    }

    /// A word answered to such a question.
    pub fn used_word(&self, used: fn(&Uses) -> &Option<String>) -> Option<&str> {
        self.facts.answered(used_question(self.selection, used)?)?.as_text()
    }

    /// Whether everything an expression names is known, area scores included.
    pub fn is_known(&self, expression: &Expression) -> bool {
        let named = expression.names.iter().all(|name| match self.facts.metrics.get(name.as_str()) {
            Some(fact) => fact.result.get().is_some_and(|result| result.value.is_some()),
            None => self.facts.standing(name) == Standing::Answered,
        });
        let scored = |area: &str| self.facts.area_scores.get().is_some_and(|scores| scores.contains_key(area));
        named
            && expression
                .lookups()
                .iter()
                .filter(|lookup| lookup.function == "score_of")
                .all(|lookup| scored(&lookup.about))
    }

    /// What an optional formula comes to.
    pub fn number(&self, formula: Option<&Expression>) -> Option<f64> {
        formula.and_then(|formula| self.judge.number(formula))
    }
}

/// The first question with a part the program knows of.
fn used_question(selection: &Selection, used: fn(&Uses) -> &Option<String>) -> Option<&str> {
    selection.questionnaires.iter().find_map(|one| used(&one.uses).as_deref())
}

/// Whether the questionnaires that have options are answered too little to recommend one.
fn too_little(selection: &Selection, numbers: &GoalNumbers, facts: &Facts<'_>, areas: &[Vec<AreaEvaluation>]) -> bool {
    let with_options = |(one, _): &(&std::sync::Arc<Questionnaire>, _)| !one.goals.options.is_empty();
    let all = selection.questionnaires.iter().zip(areas).filter(with_options);
    all.into_iter().any(|(one, areas)| {
        100.0 * overall::evaluate(facts.scoring, &one.bands, areas).coverage < numbers.self_coverage - 1e-9
    })
}
