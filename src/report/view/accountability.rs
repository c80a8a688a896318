//! Who answers for what: stage by stage, then process by process, with the sign to go by and when it is looked at.

use serde::Serialize;

use super::Material;
use crate::assessment::{Cell, NodeKind, ProcessMap, Value};
use crate::evaluation::computed_cells;
use crate::questionnaire::Kind;
use crate::report::outline::Hourglass;

/// The table of stages and processes.
#[derive(Debug, Serialize)]
pub(super) struct Stages {
    /// The headline: how many stages have nobody.
    pub(super) headline: String,
    /// What the figures mean.
    says: String,
    /// The stages, then the processes.
    pub(super) rows: Vec<StageRow>,
}

/// One stage, or one process.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StageRow {
    /// What it is called.
    pub(super) name: String,
    /// Who looks after it.
    pub(super) owner: Named,
    /// The sign to go by.
    pub(super) metric: Named,
    /// When it is looked at.
    review: String,
    /// How ready it is, from 0 to 100; absent for processes and where something was not asked.
    ready: Option<String>,
    /// Whether it is a process that was drawn.
    process: bool,
}

/// What stands in a cell, and whether it says that there is nothing where something is needed.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Named {
    /// The words.
    pub(super) text: String,
    /// Whether it says that there is nothing where something is needed.
    pub(super) missing: bool,
}

/// Builds the table; nothing while no stage has been spoken of.
pub(super) fn build(material: &Material, outline: &Hourglass) -> Option<Stages> {
    let question = material.readable(&outline.stages)?;
    let value = material.answer(&question.id)?.value()?;
    let (Kind::Rows { rows, .. }, Value::Cells(cells)) = (&question.kind, value) else { return None };
    let words = material.words;
    let ready = computed_cells(question, value);
    let review = review(material, outline);
    let named = |cell: Option<&Cell>, none: &str| match cell.and_then(Cell::as_text).map(str::trim) {
        Some("") => Named { text: words.get(none).to_owned(), missing: true },
        Some(text) => Named { text: text.to_owned(), missing: false },
        None => Named { text: words.get("answers.unknown").to_owned(), missing: false },
    };
    let mut all: Vec<StageRow> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(own) = cells.get(&row.id) else { continue };
        let points = ready.get(at).and_then(|cells| cells.get(&outline.ready)).copied();
        all.push(StageRow {
            name: material.text(&row.label).to_owned(),
            owner: named(own.get(&outline.owner), "hourglass.no_owner"),
            metric: named(own.get(&outline.metric), "hourglass.no_metric"),
            review: review.clone(),
            ready: points.map(|points| material.show.number(points, 0)),
            process: false,
        });
    }
    if all.is_empty() {
        return None;
    }
    let (stages, without) = (all.len(), all.iter().filter(|row| row.owner.missing).count());
    let headline = match without {
        0 if stages == rows.len() => words.get("hourglass.all_owned").to_owned(),
        0 => words.get("hourglass.owned").to_owned(),
        _ => words.counted("hourglass.without", without, &[("all", &words.number(stages))]),
    };
    all.extend(processes(material).map(|map| process(material, map, &review)));
    Some(Stages { headline, says: words.get("hourglass.says").to_owned(), rows: all })
}

/// When the stages are looked at, as far as the steps of the system tell.
fn review(material: &Material, outline: &Hourglass) -> String {
    let cell = material.answer(&outline.steps).and_then(|answer| match answer.value()? {
        Value::Cells(cells) => cells.get(&outline.review)?.values().next()?.as_number(),
        _ => None,
    });
    let key = match cell {
        Some(points) if points >= outline.reviewed_from => "hourglass.reviewed",
        Some(_) => "hourglass.not_reviewed",
        None => "answers.unknown",
    };
    material.words.get(key).to_owned()
}

/// Every process that was drawn and may be printed.
fn processes<'a>(material: &'a Material) -> impl Iterator<Item = &'a ProcessMap> {
    let questions = material.selection.questions().filter(|one| matches!(one.kind, Kind::Maps { .. }) && one.report);
    let answers = questions.filter_map(|question| material.answer(&question.id)?.value());
    answers.flat_map(Value::maps).filter(|map| !map.nodes.is_empty())
}

/// A process with everybody who does something in it.
fn process(material: &Material, map: &ProcessMap, review: &str) -> StageRow {
    let words = material.words;
    let distinct = |of: fn(&crate::assessment::MapNode) -> &String| {
        let mut all: Vec<String> = Vec::new();
        for one in map.nodes.iter().map(|node| of(node).trim()).filter(|one| !one.is_empty()) {
            if !all.iter().any(|known| known.to_lowercase() == one.to_lowercase()) {
                all.push(one.to_owned());
            }
        }
        all
    };
    let (owners, metrics) = (distinct(|node| &node.owner), distinct(|node| &node.metric));
    let works = |kind| matches!(kind, NodeKind::Task | NodeKind::Decision);
    let without = map.nodes.iter().filter(|node| works(node.kind) && node.owner.trim().is_empty()).count();
    let owner = match (owners.is_empty(), without) {
        (true, _) => Named { text: words.get("hourglass.no_owner").to_owned(), missing: true },
        (false, 0) => Named { text: material.show.names(&owners), missing: false },
        (false, _) => {
            let names = material.show.names(&owners);
            Named { text: words.counted("hourglass.steps_without", without, &[("names", &names)]), missing: false }
        }
    };
    let metric = match metrics.is_empty() {
        true => Named { text: words.get("hourglass.no_metric").to_owned(), missing: true },
        false => Named { text: material.show.names(&metrics), missing: false },
    };
    let name = if map.system.trim().is_empty() { words.get("maps.unnamed").to_owned() } else { map.system.clone() };
    let name = words.fill("hourglass.process", &[("name", &name)]);
    StageRow { name, owner, metric, review: review.to_owned(), ready: None, process: true }
}
