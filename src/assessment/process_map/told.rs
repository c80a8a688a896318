//! What to say of a map that is not finished: each thing once, where it can be mended.

use std::collections::HashSet;

use super::{Branch, MapProblem, NodeKind, ProcessMap};

impl ProcessMap {
    /// The problems worth telling, in their order: of a chain that stops only where it stops, of a part that is not
    /// reached only where it begins, of steps that go round only the first.
    pub fn to_tell(&self) -> Vec<MapProblem> {
        let problems = self.problems();
        let second: HashSet<&str> = problems
            .iter()
            .filter_map(|problem| match problem {
                MapProblem::SecondStart(id) => Some(id.as_str()),
                _ => None,
            })
            .collect();
        let unreached: HashSet<&str> = problems
            .iter()
            .filter_map(|problem| match problem {
                MapProblem::Unreachable(id) => Some(id.as_str()),
                _ => None,
            })
            .collect();
        let led_to: HashSet<&str> = self
            .nodes
            .iter()
            .filter(|node| unreached.contains(node.id.as_str()))
            .flat_map(|node| node.ways().filter(|(_, to)| *to != node.id).map(|(_, to)| to))
            .collect();
        let goes_round = unreached.iter().all(|id| led_to.contains(id));
        let mut told_round = false;
        let mut told_circle = false;
        let mut told = Vec::new();
        for problem in &problems {
            let tells = match problem {
                MapProblem::DeadEnd(id) => match self.stops_at(id) {
                    Stop::Here => true,
                    Stop::Further => false,
                    Stop::Nowhere if told_circle => false,
                    Stop::Nowhere => {
                        told_circle = true;
                        told.push(MapProblem::NoWayOut(id.clone()));
                        false
                    }
                },
                MapProblem::Unreachable(id) if second.contains(id.as_str()) => false,
                MapProblem::Unreachable(_) if goes_round => !std::mem::replace(&mut told_round, true),
                MapProblem::Unreachable(id) => !led_to.contains(id.as_str()),
                _ => true,
            };
            if tells {
                told.push(problem.clone());
            }
        }
        told
    }

    /// Where the ways from a step without a way to an end stop.
    fn stops_at(&self, id: &str) -> Stop {
        let Some(node) = self.node(id) else { return Stop::Further };
        if node.kind != NodeKind::Decision && node.way(Branch::Next).is_none() {
            return Stop::Here;
        }
        let is_open = |id: &&str| {
            self.node(id).is_none_or(|node| node.ways_out().iter().any(|branch| node.way(*branch).is_none()))
        };
        if self.reached_from(id).iter().any(is_open) { Stop::Further } else { Stop::Nowhere }
    }
}

/// Where the ways from a step stop.
enum Stop {
    /// After the step itself.
    Here,
    /// After one that follows it.
    Further,
    /// They go round for ever.
    Nowhere,
}

#[cfg(test)]
mod tests {
    use super::super::MapNode;
    use super::*;

    fn chain(nodes: &[(&str, NodeKind, Option<&str>)]) -> ProcessMap {
        let node = |(id, kind, next): &(&str, NodeKind, Option<&str>)| MapNode {
            id: (*id).into(),
            kind: *kind,
            next: next.map(str::to_owned),
            ..MapNode::default()
        };
        ProcessMap { nodes: nodes.iter().map(node).collect(), ..ProcessMap::default() }
    }

    #[test]
    fn each_thing_is_told_once_and_where_it_can_be_mended() {
        use MapProblem::*;
        use NodeKind::*;
        let id = |id: &str| id.to_owned();
        let stops = chain(&[("s", Start, Some("a")), ("a", Task, Some("b")), ("b", Task, None)]);
        assert_eq!(stops.problems().len(), 3);
        assert_eq!(stops.to_tell(), [DeadEnd(id("b"))]);
        let round = chain(&[("s", Start, Some("a")), ("a", Task, Some("b")), ("b", Task, Some("a"))]);
        assert_eq!(round.to_tell(), [NoWayOut(id("s"))]);
        let apart = chain(&[
            ("s", Start, Some("e")),
            ("e", End, None),
            ("x", Task, Some("y")),
            ("y", Task, Some("e")),
            ("t", Start, Some("e")),
        ]);
        assert_eq!(apart.to_tell(), [SecondStart(id("t")), Unreachable(id("x"))]);
        let circle =
            chain(&[("s", Start, Some("e")), ("e", End, None), ("x", Task, Some("y")), ("y", Task, Some("x"))]);
        assert_eq!(circle.to_tell(), [NoWayOut(id("x")), Unreachable(id("x"))]);
        let nowhere = chain(&[("s", Start, Some("attic"))]);
        let lost = BranchToNowhere { from: id("s"), branch: Branch::Next, to: id("attic") };
        assert_eq!(nowhere.to_tell(), [lost]);
    }
}
