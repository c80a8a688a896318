//! How a number came about: the rule, the inputs, the arithmetic, what is missing.

use super::facts::metric_names;
use super::{AreaEvaluation, Evaluation, FindingEvaluation, MetricEvaluation, MetricValue, Overall, Standing};
use crate::assessment::{Assessment, Evidence, Value};
use crate::questionnaire::expression::Expression;
use crate::questionnaire::{Questionnaire, Selection, Strength};

/// How a number, a score or a finding came about; formulas and figures only, so that it reads the same in any language.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub id: String,
    /// What kind of thing it is.
    pub kind: Explained,
    /// The rule as the questionnaire states it.
    pub rule: String,
    /// The rule with numbers in place of names; for scores the sum, step by step.
    pub arithmetic: Vec<String>,
    /// The result, when there is one.
    pub result: Option<MetricValue>,
    /// What it rests on directly.
    pub inputs: Vec<Input>,
    /// Questions still to be answered.
    pub missing: Vec<String>,
    /// The file and line of the rule.
    pub place: String,
}

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explained {
    /// The overall score.
    Overall,
    /// An area's score.
    Area,
    /// A metric.
    Metric,
    /// A finding.
    Finding,
    /// A strength.
    Strength,
    /// A single question.
    Question,
}

/// Something a number rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// The question's, metric's or area's id.
    pub id: String,
    /// Its value, when it is a single number or text.
    pub value: Option<MetricValue>,
    /// Where a question stands.
    pub standing: Option<Standing>,
    /// How well a question's answer is known.
    pub evidence: Option<Evidence>,
}

/// Explains an area, a metric, a finding, a strength or a question by id, or a questionnaire's overall score by `overall` or its id.
///
/// `None` when nothing has that id.
pub fn explain(
    selection: &Selection,
    assessment: &Assessment,
    evaluation: &Evaluation,
    id: &str,
) -> Option<Explanation> {
    let explainer = Explainer { selection, assessment, evaluation };
    for (questionnaire, result) in selection.questionnaires.iter().zip(&evaluation.questionnaires) {
        if id == "overall" || id == questionnaire.id {
            return Some(explainer.overall(questionnaire, &result.overall, &result.areas));
        }
        if let Some(area) = result.area(id) {
            return Some(explainer.area(questionnaire, area));
        }
        if let Some(metric) = result.metric(id) {
            return explainer.metric(questionnaire, metric);
        }
        if let Some(finding) = questionnaire.finding(id) {
            return Some(explainer.finding(questionnaire, &finding.when, finding.span.start, id, result.finding(id)));
        }
        if let Some(strength) = questionnaire.strengths.iter().find(|one| one.id == id) {
            return Some(explainer.strength(questionnaire, strength));
        }
    }
    explainer.question(id)
}

struct Explainer<'a> {
    selection: &'a Selection,
    assessment: &'a Assessment,
    evaluation: &'a Evaluation,
}

impl Explainer<'_> {
    fn input(&self, id: &str) -> Input {
        if let Some(metric) = self.evaluation.metric(id) {
            return Input { id: id.to_owned(), value: metric.value.clone(), standing: None, evidence: metric.weakest };
        }
        let standing = self.evaluation.standing(id);
        let answer = self.assessment.answer(id).filter(|_| standing == Standing::Answered);
        let value = answer.and_then(|answer| answer.value()).and_then(|value| match value {
            Value::Number(number) => Some(MetricValue::Number(*number)),
            Value::Text(text) => Some(MetricValue::Text(text.clone())),
            Value::Texts(texts) => Some(MetricValue::List(texts.clone())),
            Value::Date(date) => Some(MetricValue::Text(date.to_string())),
            Value::Table(_) | Value::Cells(_) | Value::Maps(_) => None,
        });
        let evidence = answer.map(|answer| answer.evidence());
        Input { id: id.to_owned(), value, standing: Some(standing), evidence }
    }

    /// The expression with the values of its names, where those are single numbers or texts.
    fn substituted(&self, expression: &Expression) -> String {
        let mut text = String::new();
        let mut rest = expression.source.as_str();
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '_') {
            text.push_str(&rest[..start]);
            let word = &rest[start..];
            let end = word.find(|c| !is_part(c)).unwrap_or(word.len());
            let (word, after) = word.split_at(end);
            match expression.names.iter().any(|name| name == word).then(|| self.input(word).value).flatten() {
                Some(MetricValue::Number(number)) => text.push_str(&figure(number)),
                Some(MetricValue::Text(value)) => text.push_str(&format!("'{value}'")),
                _ => text.push_str(word),
            }
            rest = after;
        }
        text.push_str(rest);
        text
    }

    fn metric(&self, questionnaire: &Questionnaire, result: &MetricEvaluation) -> Option<Explanation> {
        let metric = questionnaire.metric(&result.id)?;
        Some(Explanation {
            id: result.id.clone(),
            kind: Explained::Metric,
            rule: metric.formula.source.clone(),
            arithmetic: vec![self.substituted(&metric.formula)],
            result: result.value.clone(),
            inputs: metric_names(metric).into_iter().map(|name| self.input(name)).collect(),
            missing: result.missing.clone(),
            place: place(questionnaire, metric.span.start),
        })
    }

    fn finding(
        &self,
        questionnaire: &Questionnaire,
        when: &Expression,
        at: usize,
        id: &str,
        fired: Option<&FindingEvaluation>,
    ) -> Explanation {
        let mut arithmetic = vec![self.substituted(when)];
        if let Some(factors) = fired.and_then(|fired| fired.factors) {
            arithmetic.push(format!(
                "{} × {} × {} × {} ÷ {} × {}",
                figure(factors.severity),
                figure(factors.weight),
                figure(factors.gap),
                figure(factors.confidence),
                factors.effort_class,
                figure(factors.pain)
            ));
        }
        let judged = self.evaluation.questionnaires.iter().flat_map(|one| &one.not_evaluable).find(|one| one.id == id);
        Explanation {
            id: id.to_owned(),
            kind: Explained::Finding,
            rule: when.source.clone(),
            arithmetic,
            result: fired.and_then(|fired| fired.priority).map(MetricValue::Number),
            inputs: when.names.iter().map(|name| self.input(name)).collect(),
            missing: judged.map(|one| one.missing.clone()).unwrap_or_default(),
            place: place(questionnaire, at),
        }
    }

    fn strength(&self, questionnaire: &Questionnaire, strength: &Strength) -> Explanation {
        Explanation {
            id: strength.id.clone(),
            kind: Explained::Strength,
            rule: strength.when.source.clone(),
            arithmetic: vec![self.substituted(&strength.when)],
            result: None,
            inputs: strength.when.names.iter().map(|name| self.input(name)).collect(),
            missing: Vec::new(),
            place: place(questionnaire, strength.span.start),
        }
    }

    fn area(&self, questionnaire: &Questionnaire, area: &AreaEvaluation) -> Explanation {
        let answered: Vec<_> = area.items.iter().filter_map(|item| Some((item, item.points?))).collect();
        let weights: f64 = answered.iter().map(|(item, _)| item.weight).sum();
        let sum: Vec<String> =
            answered.iter().map(|(item, points)| format!("{}×{}", figure(item.weight), figure(*points))).collect();
        let mut arithmetic = Vec::new();
        if let Some(score) = area.score {
            arithmetic.push(format!("({}) ÷ {} = {}", sum.join(" + "), figure(weights), figure(score)));
        }
        if let (Some(low), Some(high)) = (area.low, area.high) {
            arithmetic.push(format!("{} … {}", figure(low), figure(high)));
        }
        let open = area.items.iter().filter(|item| item.points.is_none()).map(|item| item.id.clone());
        let at = questionnaire.area(&area.id).map_or("", |area| area.title.get(&self.assessment.locale));
        Explanation {
            id: area.id.clone(),
            kind: Explained::Area,
            rule: format!("Σ w·s ÷ Σ w: {at}"),
            arithmetic,
            result: area.score.map(MetricValue::Number),
            inputs: area.items.iter().map(|item| self.input(&item.id)).collect(),
            missing: open.collect(),
            place: questionnaire.source.name.to_string(),
        }
    }

    fn overall(&self, questionnaire: &Questionnaire, overall: &Overall, areas: &[AreaEvaluation]) -> Explanation {
        let printed: Vec<_> =
            areas.iter().filter(|area| area.printed).filter_map(|area| Some((area, area.score?))).collect();
        let weights: f64 = printed.iter().map(|(area, _)| area.weight).sum();
        let sum: Vec<String> =
            printed.iter().map(|(area, score)| format!("{}×{}", figure(area.weight), figure(*score))).collect();
        let arithmetic = match overall.score {
            Some(score) => vec![format!("({}) ÷ {} = {}", sum.join(" + "), figure(weights), figure(score))],
            None => vec![],
        };
        let number = |area: &AreaEvaluation| area.score.filter(|_| area.printed).map(MetricValue::Number);
        let inputs =
            areas.iter().map(|area| Input { id: area.id.clone(), value: number(area), standing: None, evidence: None });
        Explanation {
            id: questionnaire.id.clone(),
            kind: Explained::Overall,
            rule: "Σ weight × area ÷ Σ weight".to_owned(),
            arithmetic,
            result: overall.score.map(MetricValue::Number),
            inputs: inputs.collect(),
            missing: areas.iter().filter(|area| area.applicable && !area.printed).map(|area| area.id.clone()).collect(),
            place: questionnaire.source.name.to_string(),
        }
    }

    fn question(&self, id: &str) -> Option<Explanation> {
        let question = self.selection.question(id)?;
        let questionnaire = self.selection.questionnaire_of(id)?;
        let input = self.input(id);
        Some(Explanation {
            id: id.to_owned(),
            kind: Explained::Question,
            rule: question.when.as_ref().map(|when| when.source.clone()).unwrap_or_default(),
            arithmetic: question.when.iter().map(|when| self.substituted(when)).collect(),
            result: input.value.clone(),
            inputs: vec![input],
            missing: Vec::new(),
            place: place(questionnaire, question.span.start),
        })
    }
}

fn place(questionnaire: &Questionnaire, offset: usize) -> String {
    let (line, _) = questionnaire.source.line_and_column(offset);
    format!("{}:{line}", questionnaire.source.name)
}

/// A number with at most four decimals, without idle zeros.
fn figure(number: f64) -> String {
    let text = format!("{number:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
