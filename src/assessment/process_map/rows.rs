//! A map in the order in which it is read: from the start along every way, each step once, what is not reached last.

use std::collections::{HashMap, HashSet};

use super::{Branch, NodeKind, ProcessMap};

/// The most levels of branches a row remembers; a row that lies deeper keeps the innermost.
const DEEPEST: usize = 32;

/// One row of a map that is read from top to bottom. Steps are named by their place in [`ProcessMap::nodes`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRow {
    /// What stands in it.
    pub place: MapPlace,
    /// The way it begins, where it is the first row of one of several.
    pub way: Option<Branch>,
    /// For each branch it lies in, the outermost first, whether a further way of the same step follows below.
    pub rails: Vec<bool>,
    /// Whether no way leads here from the start.
    pub apart: bool,
}

/// What stands in a row of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapPlace {
    /// A step.
    Step(usize),
    /// A way that goes on with a step of another row.
    To {
        /// The step it leaves.
        from: usize,
        /// Which way out it is.
        branch: Branch,
        /// The step it leads to.
        to: usize,
        /// Whether that is a step it came from: a loop.
        back: bool,
    },
    /// A way after which nothing follows yet.
    Open {
        /// The step it leaves.
        from: usize,
        /// Which way out it is.
        branch: Branch,
    },
    /// A way that names a step that is not there.
    Nowhere {
        /// The step it leaves.
        from: usize,
        /// Which way out it is.
        branch: Branch,
    },
    /// Nothing sets the process off yet.
    NoStart,
}

impl MapPlace {
    /// The way that a row of a way is about.
    pub fn way(self) -> Option<(usize, Branch)> {
        match self {
            Self::To { from, branch, .. } | Self::Open { from, branch } | Self::Nowhere { from, branch } => {
                Some((from, branch))
            }
            Self::Step(_) | Self::NoStart => None,
        }
    }
}

/// What is still to be done while a map is walked.
enum Pending {
    /// A way out of a step, and the rails of its rows.
    Way { from: usize, branch: Branch, rails: Vec<bool>, is_one_of_several: bool },
    /// All that follows from a step has been walked.
    Leave(usize),
}

/// A map being walked.
struct Walk<'a> {
    map: &'a ProcessMap,
    /// The first step of each id.
    places: HashMap<&'a str, usize>,
    drawn: HashSet<usize>,
    /// The steps that lead to where the walk is.
    path: HashSet<usize>,
    rows: Vec<MapRow>,
}

impl ProcessMap {
    /// The rows of the map, from its start along every way; each step stands in one row only, so that loops end.
    pub fn rows(&self) -> Vec<MapRow> {
        let mut places = HashMap::new();
        for (at, node) in self.nodes.iter().enumerate() {
            places.entry(node.id.as_str()).or_insert(at);
        }
        let mut walk = Walk { map: self, places, drawn: HashSet::new(), path: HashSet::new(), rows: Vec::new() };
        let start = self.nodes.iter().position(|node| node.kind == NodeKind::Start);
        match start {
            Some(start) => walk.from(start, false),
            None => walk.put(MapPlace::NoStart, None, Vec::new(), false),
        }
        // What nothing leads to begins a part of its own; what is left then leads in circles.
        let led_to: HashSet<usize> =
            self.nodes.iter().flat_map(|node| node.ways()).filter_map(|(_, to)| walk.places.get(to).copied()).collect();
        for only_roots in [true, false] {
            for at in 0..self.nodes.len() {
                let waits = only_roots && led_to.contains(&at);
                if !waits && !walk.drawn.contains(&at) {
                    walk.from(at, start.is_some());
                }
            }
        }
        walk.rows
    }
}

impl Walk<'_> {
    fn put(&mut self, place: MapPlace, way: Option<Branch>, rails: Vec<bool>, apart: bool) {
        self.rows.push(MapRow { place, way, rails, apart });
    }

    /// Walks from a step; no recursion, since a file may hold a chain of any length.
    fn from(&mut self, at: usize, apart: bool) {
        let mut pending = Vec::new();
        self.step(at, None, Vec::new(), apart, &mut pending);
        while let Some(next) = pending.pop() {
            let (from, branch, rails, several) = match next {
                Pending::Leave(at) => {
                    self.path.remove(&at);
                    continue;
                }
                Pending::Way { from, branch, rails, is_one_of_several } => (from, branch, rails, is_one_of_several),
            };
            let way = several.then_some(branch);
            let Some(id) = self.map.nodes[from].way(branch) else {
                self.put(MapPlace::Open { from, branch }, way, rails, apart);
                continue;
            };
            match self.places.get(id).copied() {
                None => self.put(MapPlace::Nowhere { from, branch }, way, rails, apart),
                Some(to) if self.drawn.contains(&to) => {
                    let back = self.path.contains(&to);
                    self.put(MapPlace::To { from, branch, to, back }, way, rails, apart);
                }
                Some(to) => self.step(to, way, rails, apart, &mut pending),
            }
        }
    }

    fn step(&mut self, at: usize, way: Option<Branch>, rails: Vec<bool>, apart: bool, pending: &mut Vec<Pending>) {
        self.drawn.insert(at);
        self.path.insert(at);
        pending.push(Pending::Leave(at));
        let ways = self.map.nodes[at].ways_out();
        let several = ways.len() > 1;
        for (index, branch) in ways.iter().enumerate().rev() {
            let mut inner = rails.clone();
            if several {
                inner.push(index + 1 < ways.len());
                inner.drain(..inner.len().saturating_sub(DEEPEST));
            }
            pending.push(Pending::Way { from: at, branch: *branch, rails: inner, is_one_of_several: several });
        }
        self.put(MapPlace::Step(at), way, rails, apart);
    }
}

#[cfg(test)]
mod tests {
    use super::super::MapNode;
    use super::*;

    fn node(id: &str, kind: NodeKind, next: Option<&str>, yes: Option<&str>, no: Option<&str>) -> MapNode {
        let way = |to: Option<&str>| to.map(str::to_owned);
        MapNode { id: id.into(), kind, next: way(next), yes: way(yes), no: way(no), ..MapNode::default() }
    }

    /// Rows in short: rails, way, id of the step or what else stands there.
    fn drawn(map: &ProcessMap) -> Vec<String> {
        let row = |row: &MapRow| {
            let rails: String = row.rails.iter().map(|on| if *on { '|' } else { '.' }).collect();
            let way = row.way.map_or(String::new(), |way| format!("{way:?} "));
            let apart = if row.apart { "apart " } else { "" };
            let id = |at: usize| map.nodes[at].id.as_str();
            let what = match row.place {
                MapPlace::Step(at) => id(at).to_owned(),
                MapPlace::To { to, back, .. } => format!("{} {}", if back { "back to" } else { "on with" }, id(to)),
                MapPlace::Open { from, .. } => format!("open after {}", id(from)),
                MapPlace::Nowhere { from, .. } => format!("nowhere after {}", id(from)),
                MapPlace::NoStart => "no start".to_owned(),
            };
            format!("{rails}{way}{apart}{what}")
        };
        map.rows().iter().map(row).collect()
    }

    #[test]
    fn every_step_stands_once_and_loops_end() {
        use NodeKind::*;
        let mut map = ProcessMap {
            nodes: vec![
                node("s", Start, Some("mail"), None, None),
                node("mail", Task, Some("booked"), None, None),
                node("booked", Decision, None, Some("call"), Some("nurture")),
                node("call", Task, Some("e"), None, None),
                node("nurture", Task, Some("mail"), None, None),
                node("e", End, None, None, None),
            ],
            ..ProcessMap::default()
        };
        assert_eq!(drawn(&map), ["s", "mail", "booked", "|Yes call", "|e", ".No nurture", ".back to mail"],);
        map.nodes[4].next = Some("attic".into());
        map.nodes[3].next = None;
        assert_eq!(
            drawn(&map),
            [
                "s",
                "mail",
                "booked",
                "|Yes call",
                "|open after call",
                ".No nurture",
                ".nowhere after nurture",
                "apart e"
            ],
        );
        map.nodes.remove(0);
        assert_eq!(drawn(&map)[..3], ["no start", "mail", "booked"]);
    }

    #[test]
    fn ten_thousand_decisions_inside_one_another_are_walked() {
        let node = |at: usize| MapNode {
            id: at.to_string(),
            kind: if at == 0 { NodeKind::Start } else { NodeKind::Decision },
            next: (at == 0).then(|| "1".to_owned()),
            yes: Some((at + 1).to_string()),
            no: Some("1".to_owned()),
            ..MapNode::default()
        };
        let map = ProcessMap { nodes: (0..10_000).map(node).collect(), ..ProcessMap::default() };
        let rows = map.rows();
        assert_eq!(rows.iter().filter(|row| matches!(row.place, MapPlace::Step(_))).count(), 10_000);
        assert!(rows.iter().all(|row| row.rails.len() <= DEEPEST));
    }
}
