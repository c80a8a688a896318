//! A loop between four places: which flows between them work, which are weak or missing, drawn and as a table.

use serde::Serialize;

use super::Material;
use super::evidence;
use super::flow_lines::{self, Corner, FlowLine};
use crate::display::sentence_start;
use crate::evaluation::{ItemEvaluation, ItemState, QuestionnaireEvaluation};
use crate::report::outline::{Flow as Wanted, FlowSource, Flows as Outline};
use crate::report::process::{MermaidFlow, mermaid_flows};

/// The most flows that a headline names.
const NAMED: usize = 2;

/// The places of a loop and the flows between them.
#[derive(Debug, Serialize)]
pub(super) struct Flows {
    /// Where the loop is open or weak, without a full stop.
    pub(super) headline: String,
    /// How the drawing is read.
    read: String,
    /// What is drawn, for those who do not see it.
    spoken: String,
    /// The places, at the corners of the drawing.
    places: Vec<Place>,
    /// The flows, in the order they go round.
    rows: Vec<Flow>,
    /// The same in Mermaid's language, harmless as it is: printed without escaping.
    mermaid: String,
}

/// A place that something flows from or to.
#[derive(Debug, Serialize)]
struct Place {
    /// Its name.
    label: String,
    /// Where its box is.
    corner: Corner,
}

/// One flow.
#[derive(Debug, Serialize)]
struct Flow {
    /// What flows, in a word or two.
    label: String,
    /// What flows, in a sentence.
    what: String,
    /// Where it comes from.
    from: String,
    /// Where it goes.
    to: String,
    /// `works`, `weak`, `missing` or `unknown`.
    state: &'static str,
    /// The same in words.
    text: String,
    /// The answers and rates that say so; empty where none is known.
    facts: Vec<evidence::Fact>,
    /// Its line in the drawing.
    line: FlowLine,
}

/// How a flow stands, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Missing,
    Weak,
    Unknown,
    Works,
}

impl State {
    fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Weak => "weak",
            Self::Unknown => "unknown",
            Self::Works => "works",
        }
    }
}

/// The flows of a questionnaire, where the outline names some; nothing before two of them are known.
pub(super) fn build(material: &Material, evaluation: &QuestionnaireEvaluation) -> Option<Flows> {
    let outline = material.outline.flows.as_ref().filter(|one| one.questionnaire == evaluation.id)?;
    let rows: Vec<Flow> =
        outline.flow.iter().filter_map(|wanted| flow(material, evaluation, outline, wanted)).collect();
    if rows.iter().filter(|row| row.state != State::Unknown.id()).count() < 2 {
        return None;
    }
    let words = material.words;
    let place = |id: &String| words.get(&format!("flows.place.{id}")).to_owned();
    let said = |row: &Flow| {
        let values = [("label", row.label.as_str()), ("from", &row.from), ("to", &row.to), ("state", &row.text)];
        words.fill("flows.spoken", &values)
    };
    let names: Vec<String> = outline.places.iter().map(place).collect();
    let mermaid = mermaid_flows(
        &names,
        rows.iter().map(|row| MermaidFlow {
            from: names.iter().position(|name| *name == row.from).unwrap_or_default(),
            to: names.iter().position(|name| *name == row.to).unwrap_or_default(),
            label: format!("{}: {}", row.label, row.text),
            thick: row.state == State::Works.id(),
            dotted: [State::Missing, State::Unknown].map(State::id).contains(&row.state),
        }),
    );
    Some(Flows {
        headline: headline(material, &rows),
        read: words.get("flows.read").to_owned(),
        spoken: rows.iter().map(said).collect::<Vec<_>>().join("; "),
        places: names
            .into_iter()
            .enumerate()
            .filter_map(|(at, label)| Some(Place { label, corner: Corner::at(at)? }))
            .collect(),
        rows,
        mermaid,
    })
}

/// What is missing, else what is weak, else that all of it works.
fn headline(material: &Material, rows: &[Flow]) -> String {
    let words = material.words;
    for (state, key) in [(State::Missing, "flows.headline_missing"), (State::Weak, "flows.headline_weak")] {
        let names: Vec<String> =
            rows.iter().filter(|row| row.state == state.id()).map(|row| row.label.clone()).collect();
        if names.is_empty() {
            continue;
        }
        let listed = material.show.names(&names);
        let key = if names.len() > NAMED { format!("{key}_many") } else { key.to_owned() };
        let (count, all) = (words.number(names.len()), words.number(rows.len()));
        return words.counted(&key, names.len(), &[("names", &listed), ("count", &count), ("all", &all)]);
    }
    let is_known = rows.iter().all(|row| row.state == State::Works.id());
    words.get(if is_known { "flows.headline_works" } else { "flows.headline_known" }).to_owned()
}

fn flow(material: &Material, evaluation: &QuestionnaireEvaluation, outline: &Outline, wanted: &Wanted) -> Option<Flow> {
    let words = material.words;
    let corner = |id: &String| outline.places.iter().position(|place| place == id);
    let both_ways = outline.flow.iter().any(|other| (&other.from, &other.to) == (&wanted.to, &wanted.from));
    let line = flow_lines::between(corner(&wanted.from)?, corner(&wanted.to)?, both_ways)?;
    let item =
        |source: &FlowSource| evaluation.areas.iter().flat_map(|area| &area.items).find(|item| item.id == source.of);
    let applicable: Vec<(&FlowSource, &ItemEvaluation)> = wanted
        .by
        .iter()
        .filter_map(|source| Some((source, item(source)?)))
        .filter(|(_, item)| item.state != ItemState::NotApplicable)
        .collect();
    let facts = applicable.iter().filter(|(_, item)| item.points.is_some());
    let facts: Vec<evidence::Fact> = facts.filter_map(|(source, _)| evidence::fact(material, &source.of)).collect();
    // What may not be read says nothing here either.
    let known = |(source, item): &(&FlowSource, &ItemEvaluation)| {
        item.points.filter(|_| evidence::fact(material, &source.of).is_some())
    };
    let state = |one: &(&FlowSource, &ItemEvaluation)| match known(one) {
        None => State::Unknown,
        Some(points) if points < outline.missing_below => State::Missing,
        Some(points) if points < one.0.works_from.unwrap_or(outline.works_from) => State::Weak,
        Some(_) => State::Works,
    };
    let state = applicable.iter().map(state).min()?;
    let place = |id: &String| words.get(&format!("flows.place.{id}")).to_owned();
    Some(Flow {
        label: words.get(&format!("flows.label_of.{}", wanted.id)).to_owned(),
        what: sentence_start(words.get(&format!("flows.what.{}", wanted.id))),
        from: place(&wanted.from),
        to: place(&wanted.to),
        state: state.id(),
        text: words.get(&format!("flows.state.{}", state.id())).to_owned(),
        facts,
        line,
    })
}
