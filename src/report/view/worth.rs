//! What small improvements could be worth in a year: never called a loss or a promise.

use serde::Serialize;

use super::Material;
use crate::display::sentence_start;
use crate::evaluation::Range;
use crate::questionnaire::{AssumedValue, Assumption, Worth as Definition, WorthPart};
use crate::report::charts::{self, Span};
use crate::report::words::fill;

/// What small improvements could be worth.
#[derive(Debug, Serialize)]
pub(super) struct Worth {
    /// The range of the total in a year, or that there is a question on spending.
    pub(super) headline: String,
    /// The improvements; empty where nothing can be computed.
    parts: Vec<Part>,
    /// All of them together; absent where nothing can be computed.
    total: Option<Amounts>,
    /// What remains of it after direct costs; absent where the margin is not known.
    profit: Option<Amounts>,
    /// Whether something could not be computed, so that the total is a lower bound.
    partial: bool,
    /// Which parts concern the same people, so that only the larger counts.
    groups: Vec<String>,
    /// A question on spending without a goal; absent where there is none.
    question: Option<String>,
}

#[derive(Debug, Serialize)]
struct Part {
    /// The improvement.
    label: String,
    /// How it is worked out.
    text: String,
    /// Which shares are assumed; absent where none are.
    assumed: Option<String>,
    /// What it could be worth in a year; absent where it cannot be computed.
    amounts: Option<Amounts>,
}

#[derive(Debug, Serialize)]
struct Amounts {
    /// The careful case, with the currency.
    low: String,
    /// The middle case.
    base: String,
    /// The hopeful case.
    high: String,
    /// From the careful to the hopeful case.
    range: String,
    /// The same, to be drawn.
    span: Span,
    /// The drawing in words.
    spoken: String,
    /// The same in characters.
    drawn: String,
}

/// Builds the part; nothing when nothing can be computed and nothing is asked.
pub(super) fn build(material: &Material) -> Option<Worth> {
    let worth = &material.evaluation.worth;
    if worth.total.is_none() && worth.question.is_none() {
        return None;
    }
    let most = worth
        .total
        .map_or(0.0, |total| total.high)
        .max(worth.parts.iter().filter_map(|(_, range)| range.as_ref()).map(|range| range.high).fold(0.0, f64::max));
    let definitions: Vec<_> = material.selection.questionnaires.iter().map(|one| &one.worth).collect();
    let find = |id: &str| definitions.iter().flat_map(|one| &one.parts).find(|part| part.id == id);
    let parts: Vec<_> = match worth.total {
        None => Vec::new(),
        Some(_) => {
            worth.parts.iter().filter_map(|(id, range)| Some(part(material, find(id)?, range.as_ref(), most))).collect()
        }
    };
    let words = material.words;
    let total_label = words.get("worth.total").to_owned();
    let headline = match &worth.total {
        Some(total) => {
            let (low, high) = (material.show.money(total.low), material.show.money(total.high));
            words.fill("worth.headline", &[("low", &low), ("high", &high)])
        }
        None => words.get("worth.question").to_owned(),
    };
    Some(Worth {
        headline,
        groups: groups(material, &definitions),
        total: worth.total.as_ref().map(|range| amounts(material, &total_label, range, most)),
        profit: worth.profit.as_ref().map(|range| amounts(material, words.get("worth.profit_row"), range, most)),
        partial: worth.partial && worth.total.is_some(),
        question: question(material, &definitions),
        parts,
    })
}

fn part(material: &Material, definition: &WorthPart, range: Option<&Range>, most: f64) -> Part {
    let label = material.text(&definition.label).to_owned();
    Part {
        text: material.text(&definition.text).to_owned(),
        assumed: material.selection.assumptions.get(&definition.shares).and_then(|one| assumed(material, one)),
        amounts: range.map(|range| amounts(material, &label, range, most)),
        label,
    }
}

fn amounts(material: &Material, label: &str, range: &Range, most: f64) -> Amounts {
    let show = &material.show;
    let (low, base, high) = (show.money(range.low), show.money(range.base), show.money(range.high));
    let share = |amount: f64| if most > 0.0 { 100.0 * amount / most } else { 0.0 };
    Amounts {
        drawn: charts::span_bar(share(range.low), share(range.base), share(range.high)),
        range: show.money_range(range.low, range.high),
        span: Span::of(range.low, range.base, range.high, most),
        spoken: material
            .words
            .fill("worth.spoken", &[("part", label), ("low", &low), ("high", &high), ("base", &base)]),
        low,
        base,
        high,
    }
}

/// An assumption as it is said to a client, its shares in percent.
fn assumed(material: &Material, assumption: &Assumption) -> Option<String> {
    let text = material.text(&assumption.client_text);
    if text.is_empty() {
        return None;
    }
    let say = |value: f64| {
        if assumption.unit == "share" { material.show.percent(100.0 * value, 1) } else { material.show.plain(value) }
    };
    Some(match &assumption.value {
        AssumedValue::Number(value) => fill(text, &[("value", &say(*value))]),
        AssumedValue::Cases { low, base, high } => {
            fill(text, &[("low", &say(*low)), ("base", &say(*base)), ("high", &say(*high))])
        }
        AssumedValue::Numbers(_) => text.to_owned(),
    })
}

/// One sentence for each group of which only the larger part counts.
fn groups(material: &Material, definitions: &[&Definition]) -> Vec<String> {
    let computed = |id: &str| material.evaluation.worth.parts.iter().any(|(part, range)| part == id && range.is_some());
    let parts: Vec<_> = definitions.iter().flat_map(|one| &one.parts).filter(|part| computed(&part.id)).collect();
    let mut seen: Vec<&str> = Vec::new();
    let mut sentences = Vec::new();
    for part in &parts {
        if part.group.is_empty() || seen.contains(&&*part.group) {
            continue;
        }
        seen.push(&part.group);
        let same: Vec<_> = parts
            .iter()
            .filter(|one| one.group == part.group)
            .map(|one| material.words.fill("list.quoted", &[("name", material.text(&one.label))]))
            .collect();
        if same.len() > 1 {
            sentences.push(material.words.fill("worth.group", &[("names", &material.show.names(&same))]));
        }
    }
    sentences
}

fn question(material: &Material, definitions: &[&Definition]) -> Option<String> {
    let (amount, names) = material.evaluation.worth.question.as_ref().filter(|(amount, _)| *amount > 0.0)?;
    let text = definitions.iter().find_map(|one| one.question.as_ref())?;
    let money = material.show.money(*amount);
    let names = material.show.names(names);
    Some(sentence_start(&fill(material.text(&text.text), &[("money", &money), ("names", &names)])))
}
