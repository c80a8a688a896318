//! Stages drawn as a funnel: widths are people, shares stand between the stages, costs beside them.

use serde::Serialize;

use super::Material;
use crate::assessment::Value;
use crate::evaluation::{FunnelEvaluation, MetricValue, Stage, funnel};
use crate::questionnaire::Question;
use crate::report::charts;

/// A funnel ready to draw.
#[derive(Debug, Serialize)]
pub(super) struct Funnel {
    /// Which step is the weakest, and how that was found; empty where nothing can be compared.
    says: String,
    /// What the shares say: the same people, or a snapshot.
    basis: String,
    /// What is drawn, for those who do not see it.
    spoken: String,
    /// Whether any share of the period before is known.
    has_before: bool,
    /// Whether any stage has a cost.
    has_cost: bool,
    /// Whether any stage has days.
    has_days: bool,
    /// The stages, from the first to the last.
    stages: Vec<Drawn>,
    /// Said where more are at one stage than at the one before.
    rises: Option<String>,
}

/// One stage.
#[derive(Debug, Serialize)]
struct Drawn {
    /// Its name.
    label: String,
    /// How many reached it, or that they were not counted.
    count: String,
    /// How many did in the period before; empty where that is not known.
    previous: String,
    /// That as a share of the stage before; empty where it cannot be worked out.
    rate: String,
    /// The same share in the period before; empty where it cannot be worked out.
    rate_before: String,
    /// What one of them cost; empty where that is not known.
    cost: String,
    /// Days to the next stage; empty where they are not known.
    days: String,
    /// Whether the step to it is the weakest.
    weakest: bool,
    /// The corners of the bar, in percent of the width and points of the height; absent where nobody was counted.
    shape: Option<String>,
    /// The corners of what joins it to the stage before; absent where one of the two was not counted.
    join: Option<String>,
    /// The bar in characters.
    drawn: String,
}

/// The height of what joins two stages, and of the whole of a stage, in points.
const JOIN: u32 = 18;
const HEIGHT: u32 = 40;

impl Funnel {
    /// What it shows, as a headline: nothing where nothing can be compared. It is not said a second time then.
    pub(super) fn take_headline(&mut self) -> Option<String> {
        let says = std::mem::take(&mut self.says);
        (!says.is_empty()).then(|| says.strip_suffix('.').map(str::to_owned).unwrap_or(says))
    }
}

/// The funnel of a question, where it is drawn as one and enough is known.
pub(super) fn build(material: &Material, question: &Question, value: &Value) -> Option<Funnel> {
    let drawn = question.funnel.as_ref()?;
    let stages = funnel(question, value, material.evaluation)?;
    let said = |metric: &Option<String>| text_of(material, metric.as_deref()?);
    let words = material.words;
    let says = match (said(&drawn.weakest), said(&drawn.found_by)) {
        (Some(step), Some(how)) => words.fill("funnel.weakest_is", &[("step", &step), ("how", &how)]),
        _ => String::new(),
    };
    let basis = said(&drawn.basis).map(|basis| words.fill("funnel.basis", &[("basis", &basis)]));
    let rows = rows(material, question, &stages);
    let risen: Vec<String> =
        stages.stages.iter().zip(&rows).filter(|(stage, _)| stage.rises()).map(|(_, row)| row.label.clone()).collect();
    let rises = (!risen.is_empty()).then(|| words.fill("funnel.rises", &[("names", &material.show.names(&risen))]));
    let any = |of: fn(&Stage) -> Option<f64>| stages.stages.iter().any(|stage| of(stage).is_some());
    Some(Funnel {
        says,
        basis: basis.unwrap_or_default(),
        spoken: spoken(material, &rows),
        has_before: any(|stage| stage.rate_before),
        has_cost: any(|stage| stage.cost),
        has_days: any(|stage| stage.days),
        stages: rows,
        rises,
    })
}

/// A text metric as a reader reads it.
fn text_of(material: &Material, metric: &str) -> Option<String> {
    let value = material.evaluation.metric(metric)?.value.as_ref()?;
    let is_text = matches!(value, MetricValue::Text(_));
    is_text.then(|| material.selection.metric(metric).map(|metric| material.show.client_metric(metric, value)))?
}

fn rows(material: &Material, question: &Question, funnel: &FunnelEvaluation) -> Vec<Drawn> {
    let show = material.show;
    // Whole numbers for a client, but never a share that is there as none.
    let decimals = |value: f64| usize::from(material.is_internal() || value < 1.0);
    let percent = |value: Option<f64>| value.map(|value| show.percent(value, decimals(value))).unwrap_or_default();
    let mut before: Option<f64> = None;
    let mut rows = Vec::new();
    for (stage, row) in funnel.stages.iter().zip(question.fixed_rows()) {
        let share = stage.count.map(|count| 100.0 * count / funnel.most);
        let join = before.zip(share).map(|(before, share)| corners(before, share, 0, JOIN));
        rows.push(Drawn {
            label: material.text(&row.label).to_owned(),
            count: stage
                .count
                .map_or_else(|| material.words.get("funnel.uncounted").to_owned(), |count| show.plain(count)),
            previous: stage.previous.map(|count| show.plain(count)).unwrap_or_default(),
            rate: percent(stage.rate),
            rate_before: percent(stage.rate_before),
            cost: stage.cost.map(|cost| show.money(cost)).unwrap_or_default(),
            days: stage.days.map(|days| show.plain(days)).unwrap_or_default(),
            weakest: funnel.weakest.as_deref() == Some(stage.row.as_str()),
            shape: share.map(|share| corners(share, share, JOIN, HEIGHT)),
            join,
            drawn: centred(share),
        });
        before = share;
    }
    rows
}

/// The corners of a piece that is centred and narrows from one width to another.
fn corners(above: f64, below: f64, top: u32, bottom: u32) -> String {
    let ends = |share: f64| (charts::percent(50.0 - share / 2.0), charts::percent(50.0 + share / 2.0));
    let ((a, b), (c, d)) = (ends(above.max(0.6)), ends(below.max(0.6)));
    format!("{a},{top} {b},{top} {d},{bottom} {c},{bottom}")
}

/// A centred bar of at most 24 characters; whoever is there shows.
fn centred(share: Option<f64>) -> String {
    const WIDTH: usize = 24;
    // 0 to 100 over a short bar
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let length = |share: f64| (share.clamp(0.0, 100.0) / 100.0 * 12.0).ceil() as usize * 2;
    let length = share.map_or(0, length);
    let side = "·".repeat((WIDTH - length) / 2);
    format!("{side}{}{side}", "█".repeat(length))
}

/// Every stage in words: "Contact: 4,000; Connection: 1,200, 30% of the stage before".
fn spoken(material: &Material, rows: &[Drawn]) -> String {
    let words = |row: &Drawn| {
        let key = if row.rate.is_empty() { "funnel.spoken_first" } else { "funnel.spoken" };
        material.words.fill(key, &[("label", &row.label), ("count", &row.count), ("rate", &row.rate)])
    };
    rows.iter().map(words).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_centred_and_never_vanish() {
        assert_eq!(corners(100.0, 50.0, 0, 18), "0.00,0 100.00,0 75.00,18 25.00,18");
        assert_eq!(corners(0.0, 0.0, 18, 40), "49.70,18 50.30,18 50.30,40 49.70,40");
        assert_eq!(centred(Some(50.0)), "······████████████······");
        assert_eq!(centred(Some(0.1)).matches('█').count(), 2);
        assert_eq!(centred(None), "·".repeat(24));
    }
}
