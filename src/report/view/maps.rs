//! Process maps: drawn, in words, and as a table of their steps.

use serde::Serialize;

use super::Material;
use crate::assessment::{Branch, MapNode, MapPlace, MapProblem, NodeKind, ProcessMap, Value};
use crate::display::sentence_start;
use crate::questionnaire::{Choice, Kind, Question, Questionnaire};
use crate::report::process::{self, Drawing, DrawnWords};

/// The maps of one question.
#[derive(Debug, Serialize)]
pub(super) struct Maps {
    /// The question they answer.
    id: String,
    /// The topic at the left.
    pub(super) label: String,
    /// The headline: how many there are, and whether any way leads nowhere.
    pub(super) headline: String,
    /// The maps, in the order they were drawn.
    maps: Vec<Map>,
    /// How well it is known.
    evidence: String,
}

#[derive(Debug, Serialize)]
struct Map {
    /// What the process is called.
    title: String,
    /// Which half of the business it belongs to; may be empty.
    half: String,
    /// What is drawn, for those who do not see it.
    spoken: String,
    /// The drawing; absent where a map has no steps, or too many to follow.
    drawing: Option<Drawing>,
    /// The same in Mermaid's language, harmless as it is: printed without escaping.
    mermaid: Option<String>,
    /// Its steps, in the order in which they are read.
    steps: Vec<Step>,
    /// What is still open, a sentence each.
    open: Vec<String>,
    /// Whether anybody is named at a step.
    has_owners: bool,
    /// Whether a sign to go by is named at a step.
    has_metrics: bool,
}

#[derive(Debug, Serialize)]
struct Step {
    /// Its number, from 1.
    number: usize,
    /// What kind of step it is, in a word.
    kind: String,
    /// What happens, or what is decided.
    text: String,
    /// Who does it; empty where nobody is named.
    owner: String,
    /// By what it is judged; empty where nothing is named.
    metric: String,
    /// What follows, by number; empty after an end.
    then: String,
    /// `start`, `task`, `decision` or `end`.
    shape: &'static str,
    /// The ways out of it, to be drawn below it; none after an end.
    ways: Vec<Way>,
}

/// A way out of a step.
#[derive(Debug, Serialize)]
struct Way {
    /// `yes` or `no`; empty where there is only one way.
    said: String,
    /// Where it leads: the number and what happens there, or that nothing follows yet.
    to: String,
    /// Whether the step that follows is the next one in order.
    next: bool,
}

/// Builds a part for every answered question of process maps that may be printed.
pub(super) fn build(material: &Material, questionnaire: &Questionnaire) -> Vec<Maps> {
    let all = questionnaire.questions.iter().filter(|question| question.report);
    all.filter_map(|question| maps(material, question)).collect()
}

impl Maps {
    /// Where a link leads.
    pub(super) fn anchor(&self) -> String {
        format!("maps-{}", self.id)
    }
}

fn maps(material: &Material, question: &Question) -> Option<Maps> {
    let Kind::Maps { halves, .. } = &question.kind else { return None };
    let answer = material.answer(&question.id)?;
    let drawn = answer.value().map(Value::maps).filter(|maps| !maps.is_empty())?;
    let open = drawn.iter().filter(|map| !map.to_tell().is_empty()).count();
    let words = material.words;
    let headline = match open {
        0 => words.counted("maps.headline", drawn.len(), &[]),
        _ => words.counted("maps.headline_open", open, &[]),
    };
    let evidence = words.fill("answers.evidence", &[("evidence", &material.show.evidence(answer.evidence()))]);
    let label = material.text(&question.label).to_owned();
    let maps = drawn.iter().map(|one| map(material, halves, one)).collect();
    Some(Maps { id: question.id.clone(), label, headline, maps, evidence })
}

fn map(material: &Material, halves: &[Choice], map: &ProcessMap) -> Map {
    let words = material.words;
    let drawn_words = DrawnWords {
        yes: words.get("maps.yes"),
        no: words.get("maps.no"),
        end: words.get("maps.end"),
        open: words.get("maps.nothing_follows"),
    };
    let half = halves.iter().find(|choice| choice.id == map.half);
    let drawing = process::draw(map, &drawn_words);
    let steps = steps(material, map);
    let title = match map.system.trim() {
        "" => words.get("maps.unnamed").to_owned(),
        system => system.to_owned(),
    };
    let spoken = steps.iter().map(|step| {
        let values = [("number", step.number.to_string()), ("text", step.text.clone()), ("then", step.then.clone())];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        words.fill(if step.then.is_empty() { "maps.spoken_last" } else { "maps.spoken" }, &values)
    });
    Map {
        spoken: format!("{title}. {}", spoken.collect::<Vec<_>>().join(" ")),
        half: half.map_or(map.half.clone(), |half| material.text(&half.label).to_owned()),
        mermaid: drawing.is_some().then(|| process::mermaid(map, &drawn_words)),
        open: map.to_tell().iter().map(|problem| told(material, map, problem)).collect(),
        has_owners: steps.iter().any(|step| !step.owner.is_empty()),
        has_metrics: steps.iter().any(|step| !step.metric.is_empty()),
        title,
        drawing,
        steps,
    }
}

/// The steps in the order in which they are read, numbered; what follows is named by its number.
fn steps(material: &Material, map: &ProcessMap) -> Vec<Step> {
    let words = material.words;
    let order: Vec<usize> = map
        .rows()
        .iter()
        .filter_map(|row| match row.place {
            MapPlace::Step(at) => Some(at),
            _ => None,
        })
        .collect();
    let mut numbers = vec![0; map.nodes.len()];
    for (at, node) in order.iter().enumerate() {
        numbers[*node] = at + 1;
    }
    let follows = |node: &MapNode, branch: Branch| {
        let to = node.way(branch).and_then(|id| map.place_of(id)).map(|to| numbers[to].to_string());
        let to = to.unwrap_or_else(|| words.get("maps.open").to_owned());
        let key = match branch {
            Branch::Next => "maps.then_next",
            Branch::Yes => "maps.then_yes",
            Branch::No => "maps.then_no",
        };
        words.fill(key, &[("to", &to)])
    };
    let way = |at: usize, node: &MapNode, branch: Branch| {
        let to = node.way(branch).and_then(|id| map.place_of(id));
        let named = |to: usize| format!("{}. {}", numbers[to], named(material, &map.nodes[to]));
        Way {
            said: match branch {
                Branch::Next => String::new(),
                Branch::Yes => words.get("maps.yes").to_owned(),
                Branch::No => words.get("maps.no").to_owned(),
            },
            to: to.map_or_else(|| words.get("maps.nothing_follows").to_owned(), named),
            next: to.is_some_and(|to| numbers[to] == at + 2),
        }
    };
    let step = |(at, place): (usize, &usize)| {
        let node = &map.nodes[*place];
        Step {
            number: at + 1,
            kind: words.get(&format!("maps.kinds.{}", node.kind.id())).to_owned(),
            text: named(material, node),
            owner: node.owner.clone(),
            metric: node.metric.clone(),
            shape: node.kind.id(),
            ways: node.ways_out().into_iter().map(|branch| way(at, node, branch)).collect(),
            then: node.ways_out().into_iter().map(|branch| follows(node, branch)).collect::<Vec<_>>().join(", "),
        }
    };
    order.iter().enumerate().map(step).collect()
}

fn named(material: &Material, node: &MapNode) -> String {
    match node.text.trim() {
        "" if node.kind == NodeKind::End => material.words.get("maps.end").to_owned(),
        "" => node.id.clone(),
        text => text.to_owned(),
    }
}

/// What is still open in a map, in the words of a report.
fn told(material: &Material, map: &ProcessMap, problem: &MapProblem) -> String {
    let words = material.words;
    let step = |id: &str| map.node(id).map_or_else(|| id.to_owned(), |node| named(material, node));
    let say = |key: &str, id: &str| sentence_start(&words.fill(key, &[("step", &step(id))]));
    match problem {
        MapProblem::NoStart => words.get("maps.told.no_start").to_owned(),
        MapProblem::SecondStart(id) => say("maps.told.second_start", id),
        MapProblem::SameId(id) => say("maps.told.same_id", id),
        MapProblem::BranchToNowhere { from, .. } | MapProblem::DeadEnd(from) => say("maps.told.dead_end", from),
        MapProblem::DecisionWithoutYes(id) => say("maps.told.no_yes", id),
        MapProblem::DecisionWithoutNo(id) => say("maps.told.no_no", id),
        MapProblem::Unreachable(id) => say("maps.told.unreachable", id),
        MapProblem::NoWayOut(id) => say("maps.told.no_way_out", id),
    }
}
