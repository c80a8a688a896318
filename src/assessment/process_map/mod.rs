//! Process maps: what happens step by step, from a start to its ends (domain.md 2.4).

mod build;
mod rows;
mod told;

use std::collections::HashSet;

pub use rows::*;

/// One process, drawn step by step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProcessMap {
    /// What the process is called, for example "Webinar".
    pub system: String,
    /// Which half of the business it belongs to: the id of a choice of the question.
    pub half: String,
    /// Its steps, in the order in which they were named.
    pub nodes: Vec<MapNode>,
}

/// A step of a process.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MapNode {
    /// Its id, unique within its map; branches name it.
    pub id: String,
    /// What kind of step it is.
    pub kind: NodeKind,
    /// What happens, or what is decided.
    pub text: String,
    /// Who does it; empty when nobody is named.
    pub owner: String,
    /// By what it is judged; empty when nothing is named.
    pub metric: String,
    /// The step after it; decisions have none.
    pub next: Option<String>,
    /// The step after a decision that was answered with yes.
    pub yes: Option<String>,
    /// The step after a decision that was answered with no.
    pub no: Option<String>,
}

/// What kind of step a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NodeKind {
    /// What sets the process off: drawn rounded, written `( )`.
    Start,
    /// Something that is done: a rectangle, `[ ]`.
    #[default]
    Task,
    /// A question with a yes and a no: a diamond, `< >`.
    Decision,
    /// Where the process is over: rounded, `( )`.
    End,
}

impl NodeKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Start, Self::Task, Self::Decision, Self::End];

    /// The word files use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Task => "task",
            Self::Decision => "decision",
            Self::End => "end",
        }
    }
}

/// A way out of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Branch {
    /// The only one.
    Next,
    /// After a yes.
    Yes,
    /// After a no.
    No,
}

/// Something about a map that does not work yet. None of it keeps a map from being saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapProblem {
    /// Nothing sets the process off.
    NoStart,
    /// A further start: a process begins in one way.
    SecondStart(String),
    /// Two steps have the same id; branches lead to the first.
    SameId(String),
    /// A branch names a step that is not there.
    BranchToNowhere {
        /// The step it leaves.
        from: String,
        /// Which way out it is.
        branch: Branch,
        /// The step that is not there.
        to: String,
    },
    /// A decision without a "yes".
    DecisionWithoutYes(String),
    /// A decision without a "no".
    DecisionWithoutNo(String),
    /// From this step no way leads to an end.
    DeadEnd(String),
    /// No way leads from the start to this step.
    Unreachable(String),
    /// From this step every way goes round for ever; only [`ProcessMap::to_tell`] says so, in place of dead ends.
    NoWayOut(String),
}

impl MapNode {
    /// Where a way leads: the id of a step, whether it is there or not.
    pub fn way(&self, branch: Branch) -> Option<&str> {
        match branch {
            Branch::Next => self.next.as_deref(),
            Branch::Yes => self.yes.as_deref(),
            Branch::No => self.no.as_deref(),
        }
    }

    /// The ways out that belong to a step of its kind, and any others the file gives it; in the order yes, no, next.
    pub fn ways_out(&self) -> Vec<Branch> {
        let belongs = |branch| match self.kind {
            NodeKind::Decision => branch != Branch::Next,
            NodeKind::Start | NodeKind::Task => branch == Branch::Next,
            NodeKind::End => false,
        };
        let all = [Branch::Yes, Branch::No, Branch::Next];
        all.into_iter().filter(|branch| belongs(*branch) || self.way(*branch).is_some()).collect()
    }

    /// The ways out of this step that name another, in the order yes, no, next.
    pub fn ways(&self) -> impl Iterator<Item = (Branch, &str)> {
        let all = [(Branch::Yes, &self.yes), (Branch::No, &self.no), (Branch::Next, &self.next)];
        all.into_iter().filter_map(|(branch, to)| Some((branch, to.as_deref()?)))
    }
}

impl ProcessMap {
    /// The step of that id; the first where two have it.
    pub fn node(&self, id: &str) -> Option<&MapNode> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// The place of the step of that id among the steps; the first where two have it.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.id == id)
    }

    /// Everything that does not work yet, in the order of the steps.
    pub fn problems(&self) -> Vec<MapProblem> {
        let mut problems = Vec::new();
        let mut starts = self.nodes.iter().filter(|node| node.kind == NodeKind::Start);
        let start = starts.next();
        if start.is_none() {
            problems.push(MapProblem::NoStart);
        }
        problems.extend(starts.map(|node| MapProblem::SecondStart(node.id.clone())));
        let reached = start.map(|start| self.reached_from(&start.id));
        let leading = self.leading_to_an_end();
        let mut seen = HashSet::new();
        for node in &self.nodes {
            if !seen.insert(node.id.as_str()) {
                problems.push(MapProblem::SameId(node.id.clone()));
            }
            for (branch, to) in node.ways().filter(|(_, to)| self.node(to).is_none()) {
                problems.push(MapProblem::BranchToNowhere { from: node.id.clone(), branch, to: to.to_owned() });
            }
            if node.kind == NodeKind::Decision && node.yes.is_none() {
                problems.push(MapProblem::DecisionWithoutYes(node.id.clone()));
            }
            if node.kind == NodeKind::Decision && node.no.is_none() {
                problems.push(MapProblem::DecisionWithoutNo(node.id.clone()));
            }
            if !leading.contains(node.id.as_str()) {
                problems.push(MapProblem::DeadEnd(node.id.clone()));
            }
            if reached.as_ref().is_some_and(|reached| !reached.contains(node.id.as_str())) {
                problems.push(MapProblem::Unreachable(node.id.clone()));
            }
        }
        problems
    }

    /// Steps that are invalid by domain.md 2.4: decisions without a "no", and steps without a way to an end.
    pub fn dead_ends(&self) -> Vec<&MapNode> {
        let leading = self.leading_to_an_end();
        let invalid = |node: &&MapNode| {
            (node.kind == NodeKind::Decision && node.no.is_none()) || !leading.contains(node.id.as_str())
        };
        self.nodes.iter().filter(invalid).collect()
    }

    /// Ids of the steps that can be reached from one, itself included. Loops are followed once.
    fn reached_from<'a>(&'a self, start: &'a str) -> HashSet<&'a str> {
        let mut reached = HashSet::from([start]);
        let mut pending = vec![start];
        while let Some(id) = pending.pop() {
            // A branch to nowhere ends there; the others go on.
            for (_, to) in self.node(id).into_iter().flat_map(MapNode::ways) {
                if reached.insert(to) {
                    pending.push(to);
                }
            }
        }
        reached
    }

    /// Ids of the steps from which some way leads to an end.
    fn leading_to_an_end(&self) -> HashSet<&str> {
        let mut leading: HashSet<&str> =
            self.nodes.iter().filter(|node| node.kind == NodeKind::End).map(|node| node.id.as_str()).collect();
        loop {
            let before = leading.len();
            // A chain is usually written in its order: from its end it takes one pass.
            for node in self.nodes.iter().rev() {
                if node.ways().any(|(_, to)| leading.contains(to)) {
                    leading.insert(&node.id);
                }
            }
            if leading.len() == before {
                return leading;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(id: &str, kind: NodeKind, ways: &[(&str, &str)]) -> MapNode {
        let way = |wanted: &str| ways.iter().find(|(name, _)| *name == wanted).map(|(_, to)| (*to).to_owned());
        MapNode { id: id.into(), kind, next: way("next"), yes: way("yes"), no: way("no"), ..MapNode::default() }
    }

    fn map(nodes: Vec<MapNode>) -> ProcessMap {
        ProcessMap { system: "Webinar".into(), half: "marketing".into(), nodes }
    }

    /// Sign-up, reminder, booked? yes: call, end; no: nurture, back to the reminder.
    fn whole() -> Vec<MapNode> {
        vec![
            node("start", NodeKind::Start, &[("next", "mail")]),
            node("mail", NodeKind::Task, &[("next", "booked")]),
            node("booked", NodeKind::Decision, &[("yes", "call"), ("no", "nurture")]),
            node("call", NodeKind::Task, &[("next", "end")]),
            node("nurture", NodeKind::Task, &[("next", "mail")]),
            node("end", NodeKind::End, &[]),
        ]
    }

    #[test]
    fn a_loop_back_with_a_way_out_is_sound() {
        assert_eq!(map(whole()).problems(), []);
        assert!(map(whole()).dead_ends().is_empty());
    }

    #[test]
    fn what_does_not_work_is_named() {
        use MapProblem::*;
        let id = |id: &str| id.to_owned();
        let changed = |at: usize, node: MapNode| {
            let mut nodes = whole();
            nodes[at] = node;
            map(nodes).problems()
        };
        let further = |node: MapNode| map([whole(), vec![node]].concat()).problems();
        assert_eq!(
            further(node("walk_in", NodeKind::Start, &[("next", "call")])),
            [SecondStart(id("walk_in")), Unreachable(id("walk_in"))]
        );
        assert_eq!(further(node("gift", NodeKind::Task, &[("next", "end")])), [Unreachable(id("gift"))]);
        assert_eq!(changed(4, node("nurture", NodeKind::Task, &[])), [DeadEnd(id("nurture"))]);
        assert_eq!(
            changed(2, node("booked", NodeKind::Decision, &[("yes", "call")])),
            [DecisionWithoutNo(id("booked")), Unreachable(id("nurture"))]
        );
        let nowhere = BranchToNowhere { from: id("nurture"), branch: Branch::Next, to: id("attic") };
        assert_eq!(
            changed(4, node("nurture", NodeKind::Task, &[("next", "attic")])),
            [nowhere, DeadEnd(id("nurture"))]
        );
        assert_eq!(map(Vec::new()).problems(), [NoStart]);
    }

    #[test]
    fn a_decision_without_a_no_counts_once() {
        let mut nodes = whole();
        nodes[2] = node("booked", NodeKind::Decision, &[]);
        // The decision, and all that leads only to it: the start, the mail, the nurturing.
        let map = map(nodes);
        let ids: Vec<&str> = map.dead_ends().iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids, ["start", "mail", "booked", "nurture"]);
    }
}
