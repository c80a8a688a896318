//! Which tasks could run by themselves, the quickest payback first.

use serde::Serialize;

use super::Material;
use crate::assessment::{Cell, Row, Value};
use crate::evaluation::{MetricValue, computed_cells};
use crate::report::outline::Hourglass;

/// Tasks in the order in which to automate them.
#[derive(Debug, Serialize)]
pub(super) struct Automation {
    /// The headline: how many, and the hours they would free in a year.
    pub(super) headline: String,
    /// Which to begin with, and what the hours are a part of.
    says: String,
    /// The tasks, the quickest payback first.
    rows: Vec<Task>,
}

#[derive(Debug, Serialize)]
struct Task {
    /// What is done.
    task: String,
    /// Hours a week it takes today.
    hours: String,
    /// Hours to set it up.
    setup: String,
    /// Weeks until that is paid back.
    payback: String,
    /// Hours a year it would free.
    gain: String,
}

/// Builds the part; nothing while no task has been named, or none is known to pay.
pub(super) fn build(material: &Material, outline: &Hourglass) -> Option<Automation> {
    let question = material.readable(&outline.tasks)?;
    let value = material.answer(&question.id)?.value()?;
    let metric = material.evaluation.questionnaires.iter().find_map(|one| one.metric(&outline.candidates))?;
    let Some(MetricValue::List(names)) = &metric.value else { return None };
    if names.is_empty() {
        return None;
    }
    let Value::Table(rows) = value else { return None };
    let worked = computed_cells(question, value);
    let number = |row: &Row, column: &str| row.get(column).and_then(Cell::as_number);
    let worked_out = |at: usize, column: &str| worked.get(at).and_then(|cells| cells.get(column)).copied();
    let mut tasks: Vec<(f64, f64, Task)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let task = row.get(&outline.task).and_then(Cell::as_text).unwrap_or_default().trim();
        let (payback, gain) = (worked_out(at, &outline.payback), worked_out(at, &outline.gain));
        let show = |value: Option<f64>| match value {
            Some(value) => material.show.plain(crate::display::rounded(value, 1)),
            None => material.words.get("answers.unknown").to_owned(),
        };
        if !names.iter().any(|name| name == task) {
            continue;
        }
        tasks.push((
            payback.unwrap_or(f64::INFINITY),
            -gain.unwrap_or(0.0),
            Task {
                task: task.to_owned(),
                hours: show(number(row, &outline.hours)),
                setup: show(number(row, &outline.setup)),
                payback: show(payback),
                gain: show(gain),
            },
        ));
    }
    tasks.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then_with(|| a.2.task.cmp(&b.2.task)));
    let weeks = tasks.first().map(|(.., task)| task.payback.clone()).unwrap_or_default();
    let words = material.words;
    let freed: f64 = tasks.iter().map(|(_, gain, _)| -gain).sum();
    let hours = material.show.number(freed, 0);
    let mut says = words.fill("automation.says", &[("weeks", &weeks)]);
    // A figure elsewhere counts all such tasks: what these hours are a part of is said here.
    let routine = material.evaluation.metric(&outline.routine).and_then(|metric| metric.number());
    let routine = routine.map(|all| material.show.number(all, 0)).filter(|all| *all != hours);
    if let Some(all) = routine {
        says = format!("{says} {}", words.fill("automation.of_all", &[("hours", &hours), ("all", &all)]));
    }
    Some(Automation {
        headline: words.counted("automation.headline", tasks.len(), &[("hours", &hours)]),
        says,
        rows: tasks.into_iter().map(|(.., task)| task).collect(),
    })
}
