//! How one number came about, as `gapwise score --explain` prints it.

use super::failure::Failure;
use super::printable::printable;
use super::score_json::why_missing;
use crate::assessment::Assessment;
use crate::display::Display;
use crate::evaluation::{
    Evaluation, Explained, Explanation, GoalEvaluation, Input, MetricValue, PriorityFactors, Standing, explain,
    goal_arithmetic,
};
use crate::problem::nearest;
use crate::questionnaire::Selection;

/// The rule, the inputs, the arithmetic, the result.
pub(super) fn text(
    selection: &Selection,
    assessment: &Assessment,
    evaluation: &Evaluation,
    id: &str,
) -> Result<String, Failure> {
    if let Some(goal) = id.strip_prefix("goal:").and_then(|id| evaluation.goals.iter().find(|goal| goal.metric == id)) {
        return Ok(printable(&of_goal(selection, assessment, goal)));
    }
    let Some(explanation) = explain(selection, assessment, evaluation, id) else {
        let near = nearest(id, known_ids(selection));
        let hint = near.map(|near| format!("Did you mean '{near}'?"));
        let hint = hint.unwrap_or_else(|| {
            "Name a metric, an area, a finding, a question, a goal such as goal:enquiries, or 'overall'".to_owned()
        });
        return Err(Failure::work(format!("nothing is called '{id}'"), hint));
    };
    Ok(printable(&written(selection, evaluation, &explanation)))
}

/// How a goal came about: what it says, the arithmetic, what it rests on.
fn of_goal(selection: &Selection, assessment: &Assessment, goal: &GoalEvaluation) -> String {
    let display = Display { locale: &assessment.locale, currency: &assessment.currency };
    let mut lines = vec![format!("{} (goal)", goal.metric)];
    lines.push(format!("  {}", display.goal_sentence(selection, goal)));
    let more = [display.goal_comparison(selection, goal), display.goal_inverse(selection, goal)];
    lines.extend(more.into_iter().flatten().map(|line| format!("  {line}")));
    lines.extend(goal_arithmetic(selection, goal).into_iter().map(|step| format!("  {:<11} {step}", "worked out")));
    lines
        .extend(display.goal_assumptions(selection, goal).into_iter().map(|one| format!("  {:<11} {one}", "assuming")));
    if goal.range.is_some() {
        lines.push(format!("  {:<11} {}", "record", display.goal_record(goal.calibration)));
    }
    lines.join("\n") + "\n"
}

fn known_ids(selection: &Selection) -> Vec<&str> {
    let mut ids = vec!["overall"];
    for one in &selection.questionnaires {
        ids.push(&one.id);
        ids.extend(one.areas.iter().map(|it| it.id.as_str()));
        ids.extend(one.metrics.iter().map(|it| it.id.as_str()));
        ids.extend(one.findings.iter().map(|it| it.id.as_str()));
        ids.extend(one.questions.iter().map(|it| it.id.as_str()));
    }
    ids
}

fn written(selection: &Selection, evaluation: &Evaluation, one: &Explanation) -> String {
    let kind = match one.kind {
        Explained::Overall => "overall score",
        Explained::Area => "area",
        Explained::Metric => "metric",
        Explained::Finding => "finding",
        Explained::Strength => "strength",
        Explained::Question => "question",
    };
    let mut lines = vec![format!("{} ({kind}, {})", one.id, one.place)];
    if !one.rule.is_empty() {
        let name = if one.kind == Explained::Question { "shown when" } else { "rule" };
        lines.push(format!("  {name:<11} {}", one.rule));
    }
    for step in one.arithmetic.iter().filter(|step| **step != one.rule) {
        lines.push(format!("  {:<11} {step}", "worked out"));
    }
    let result = match (&one.result, one.kind) {
        (Some(value), Explained::Finding) => format!("fires, priority {}", figure(value)),
        (Some(value), _) => figure(value),
        (None, Explained::Strength) => if holds(evaluation, &one.id) { "holds" } else { "does not hold" }.to_owned(),
        (None, Explained::Finding) if fired(evaluation, &one.id) => "fires".to_owned(),
        (None, Explained::Finding) if one.missing.is_empty() => "does not fire".to_owned(),
        (None, Explained::Finding) => "could not be judged".to_owned(),
        (None, _) => match evaluation.metric(&one.id).and_then(|metric| metric.reason.as_ref()) {
            Some(reason) => format!("missing: {}", why_missing(selection.metric(&one.id), reason)),
            None => "missing".to_owned(),
        },
    };
    lines.push(format!("  {:<11} {result}", "result"));
    let factors = evaluation.questionnaires.iter().find_map(|it| it.finding(&one.id)).and_then(|it| it.factors);
    if let Some(factors) = factors {
        lines.push(format!("  {:<11} {}", "priority", product(&factors)));
    }
    for input in &one.inputs {
        lines.push(format!("  {:<11} {}{}", "input", described(input), weight(evaluation, one, &input.id)));
    }
    if !one.missing.is_empty() {
        lines.push(format!("  {:<11} {}", "needs", one.missing.join(", ")));
    }
    lines.join("\n") + "\n"
}

/// What the priority of a finding is the product of, each factor by its name.
fn product(factors: &PriorityFactors) -> String {
    let number = |value: f64| figure(&MetricValue::Number(value));
    format!(
        "severity {} × weight {} × gap {} × confidence {} ÷ effort {} × pain {}",
        number(factors.severity),
        number(factors.weight),
        number(factors.gap),
        number(factors.confidence),
        factors.effort_class,
        number(factors.pain)
    )
}

/// What an item counts in its area, or an area in the whole.
fn weight(evaluation: &Evaluation, one: &Explanation, input: &str) -> String {
    let number = |value: f64| figure(&MetricValue::Number(value));
    let mut areas = evaluation.questionnaires.iter().flat_map(|it| &it.areas);
    match one.kind {
        Explained::Area => {
            let item =
                areas.find(|area| area.id == one.id).and_then(|area| area.items.iter().find(|it| it.id == input));
            item.map_or(String::new(), |item| match item.points {
                Some(points) => format!(", {} points, weight {}", number(points), number(item.weight)),
                None => format!(", weight {}", number(item.weight)),
            })
        }
        Explained::Overall => areas
            .find(|area| area.id == input)
            .map_or(String::new(), |area| format!(", weight {}", number(area.weight))),
        Explained::Metric | Explained::Finding | Explained::Strength | Explained::Question => String::new(),
    }
}

fn fired(evaluation: &Evaluation, id: &str) -> bool {
    evaluation.questionnaires.iter().any(|one| one.finding(id).is_some())
}

fn holds(evaluation: &Evaluation, id: &str) -> bool {
    evaluation.questionnaires.iter().flat_map(|one| &one.strengths).any(|one| one.id == id)
}

fn described(input: &Input) -> String {
    let value = match (&input.value, input.standing) {
        (Some(value), _) => figure(value),
        (None, Some(Standing::Answered)) => "answered".to_owned(),
        (None, Some(Standing::Unknown)) => "unknown".to_owned(),
        (None, Some(Standing::NotApplicable)) => "does not apply".to_owned(),
        (None, Some(Standing::Owed)) => "owed".to_owned(),
        (None, Some(Standing::Open)) => "open".to_owned(),
        (None, Some(Standing::Hidden)) => "hidden".to_owned(),
        (None, None) => "missing".to_owned(),
    };
    let evidence = input.evidence.map(|evidence| format!(" ({})", evidence.id())).unwrap_or_default();
    format!("{} = {value}{evidence}", input.id)
}

/// A value with at most four decimals, without idle zeros.
fn figure(value: &MetricValue) -> String {
    match value {
        MetricValue::Number(number) => {
            let text = format!("{number:.4}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        MetricValue::Text(text) => format!("'{text}'"),
        MetricValue::List(list) => format!("[{}]", list.join(", ")),
    }
}
