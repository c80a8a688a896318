//! The stages of a funnel, as far as they are known.

use super::computed::computed_cells;
use super::{Evaluation, MetricValue};
use crate::assessment::{Cell, Row, Value};
use crate::questionnaire::{Funnel, Question};

/// A funnel as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelEvaluation {
    /// The stages, in the order of the rows.
    pub stages: Vec<Stage>,
    /// The largest number at any stage, now or before; more than 0.
    pub most: f64,
    /// The row of the weakest step.
    pub weakest: Option<String>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stage {
    /// The row's id.
    pub row: String,
    /// How many reached it.
    pub count: Option<f64>,
    /// How many did in the period before.
    pub previous: Option<f64>,
    /// That as a share of the stage before, in percent.
    pub rate: Option<f64>,
    /// The same share in the period before.
    pub rate_before: Option<f64>,
    /// What one of them cost.
    pub cost: Option<f64>,
    /// Days to the next stage.
    pub days: Option<f64>,
}

impl Stage {
    /// Whether more are here than at the stage before: possible, and worth a question.
    pub fn rises(&self) -> bool {
        self.rate.is_some_and(|rate| rate > 100.0)
    }
}

/// The stages of a question that is drawn as a funnel; nothing while fewer than two are counted.
pub fn funnel(question: &Question, value: &Value, evaluation: &Evaluation) -> Option<FunnelEvaluation> {
    let drawn = question.funnel.as_ref()?;
    let Value::Cells(cells) = value else { return None };
    let computed = computed_cells(question, value);
    let stages: Vec<Stage> = question
        .fixed_rows()
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let given = cells.get(&row.id);
            let worked_out = |id: &Option<String>| computed.get(at)?.get(id.as_deref()?).copied();
            stage(drawn, &row.id, given, worked_out)
        })
        .collect();
    let counts = || stages.iter().flat_map(|stage| [stage.count, stage.previous]).flatten();
    let most = counts().fold(0.0, f64::max);
    let counted = stages.iter().filter(|stage| stage.count.is_some()).count();
    let weakest = drawn.weakest.as_deref().and_then(|metric| match &evaluation.metric(metric)?.value {
        Some(MetricValue::Text(row)) => Some(row.clone()),
        _ => None,
    });
    (counted >= 2 && most > 0.0).then_some(FunnelEvaluation { stages, most, weakest })
}

fn stage(drawn: &Funnel, row: &str, given: Option<&Row>, worked_out: impl Fn(&Option<String>) -> Option<f64>) -> Stage {
    let cell = |column: &str| given?.get(column).and_then(Cell::as_number);
    let maybe = |column: &Option<String>| column.as_deref().and_then(cell);
    Stage {
        row: row.to_owned(),
        count: cell(&drawn.count),
        previous: maybe(&drawn.previous),
        rate: worked_out(&drawn.rate),
        rate_before: worked_out(&drawn.rate_before),
        cost: worked_out(&drawn.cost),
        days: maybe(&drawn.days),
    }
}
