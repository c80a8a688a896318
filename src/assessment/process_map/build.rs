//! Building a map step by step: every change keeps the ways that can be kept.

use super::{Branch, MapNode, NodeKind, ProcessMap};

/// The most words of a step's text that its id is made of.
const WORDS: usize = 3;

impl MapNode {
    /// Leads a way to the step of that id, or nowhere.
    pub fn lead(&mut self, branch: Branch, to: Option<String>) {
        match branch {
            Branch::Next => self.next = to,
            Branch::Yes => self.yes = to,
            Branch::No => self.no = to,
        }
    }
}

impl ProcessMap {
    /// Adds what sets the process off, leading to the step that stood first; gives its place.
    pub fn begin_with(&mut self, text: &str) -> usize {
        let first = (!self.nodes.is_empty()).then(|| self.named(0));
        let id = self.fresh_id(text, "start");
        self.nodes
            .insert(0, MapNode { id, kind: NodeKind::Start, text: text.to_owned(), next: first, ..MapNode::default() });
        0
    }

    /// Adds a step to a way out of another; what followed there follows the new step. Gives its place.
    ///
    /// After an end nothing follows: what stood there is no longer led to, and kept.
    pub fn add_after(&mut self, from: usize, branch: Branch, kind: NodeKind, text: &str) -> usize {
        let id = self.fresh_id(text, kind.id());
        let followed = self.nodes[from].way(branch).map(str::to_owned);
        let mut node = MapNode { id: id.clone(), kind, text: text.to_owned(), ..MapNode::default() };
        match kind {
            NodeKind::Start | NodeKind::Task => node.next = followed,
            NodeKind::Decision => node.yes = followed,
            NodeKind::End => {}
        }
        self.nodes[from].lead(branch, Some(id));
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// Leads a way to a step that is there.
    pub fn connect(&mut self, from: usize, branch: Branch, to: usize) {
        let id = self.named(to);
        self.nodes[from].lead(branch, Some(id));
    }

    /// Takes a step out; what led to it leads to what followed it, after a decision to what followed a yes.
    pub fn take_out(&mut self, at: usize) {
        let is_named = self.place_of(&self.nodes[at].id) == Some(at);
        let node = self.nodes.remove(at);
        if !is_named {
            return;
        }
        let heir = [&node.next, &node.yes, &node.no].into_iter().flatten().find(|to| **to != node.id).cloned();
        for one in &mut self.nodes {
            for branch in [Branch::Next, Branch::Yes, Branch::No] {
                if one.way(branch) == Some(&node.id) {
                    let to = heir.clone().filter(|to| *to != one.id);
                    one.lead(branch, to);
                }
            }
        }
    }

    /// Makes another kind of step of one; a way that its new kind has no place for is given up, its steps are kept.
    pub fn turn_into(&mut self, at: usize, kind: NodeKind) {
        let node = &mut self.nodes[at];
        match kind {
            _ if kind == node.kind => {}
            NodeKind::Decision => node.yes = node.yes.take().or(node.next.take()),
            NodeKind::Start | NodeKind::Task => {
                node.next = node.next.take().or(node.yes.take()).or(node.no.take());
                (node.yes, node.no) = (None, None);
            }
            NodeKind::End => (node.next, node.yes, node.no) = (None, None, None),
        }
        node.kind = kind;
    }

    /// The id by which a step can be led to; one without an id, or with that of a step before it, gets a new one.
    fn named(&mut self, at: usize) -> String {
        let id = &self.nodes[at].id;
        if id.is_empty() || self.place_of(id) != Some(at) {
            let fresh = self.fresh_id(&self.nodes[at].text, self.nodes[at].kind.id());
            self.nodes[at].id = fresh;
        }
        self.nodes[at].id.clone()
    }

    /// An id that no step has and no way names, from the first words of a text: "Reminder mail" gives `reminder_mail`.
    fn fresh_id(&self, text: &str, otherwise: &str) -> String {
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let id = words.take(WORDS).map(str::to_ascii_lowercase).collect::<Vec<_>>().join("_");
        let id: String = id.chars().take(24).collect();
        let id = if id.is_empty() { otherwise.to_owned() } else { id };
        let is_free =
            |id: &String| self.nodes.iter().all(|node| node.id != *id && node.ways().all(|(_, to)| to != id.as_str()));
        let numbered = (2..).map(|number| format!("{id}_{number}"));
        std::iter::once(id.clone()).chain(numbered).find(is_free).unwrap_or(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn webinar() -> ProcessMap {
        let mut map = ProcessMap { system: "Webinar".into(), half: "marketing".into(), nodes: Vec::new() };
        let start = map.begin_with("Visitor signs up");
        let mail = map.add_after(start, Branch::Next, NodeKind::Task, "Reminder mail");
        let booked = map.add_after(mail, Branch::Next, NodeKind::Decision, "Booked a call?");
        let call = map.add_after(booked, Branch::Yes, NodeKind::Task, "Call");
        map.add_after(call, Branch::Next, NodeKind::End, "");
        map.connect(booked, Branch::No, mail);
        map
    }

    fn ids(map: &ProcessMap) -> Vec<&str> {
        map.nodes.iter().map(|node| node.id.as_str()).collect()
    }

    #[test]
    fn a_map_grows_and_stays_sound() {
        let map = webinar();
        assert_eq!(ids(&map), ["visitor_signs_up", "reminder_mail", "booked_a_call", "call", "end"]);
        assert_eq!(map.problems(), []);
    }

    #[test]
    fn a_step_between_two_keeps_both() {
        let mut map = webinar();
        let note = map.add_after(1, Branch::Next, NodeKind::Task, "Call");
        assert_eq!(map.nodes[note].id, "call_2", "no two steps have the same id");
        assert_eq!(map.nodes[1].next.as_deref(), Some("call_2"));
        assert_eq!(map.nodes[note].next.as_deref(), Some("booked_a_call"));
        assert_eq!(map.problems(), []);
    }

    #[test]
    fn a_step_taken_out_leaves_its_way_closed() {
        let mut map = webinar();
        map.take_out(1);
        assert_eq!(map.nodes[0].next.as_deref(), Some("booked_a_call"));
        // The way back would lead from the decision to itself.
        assert_eq!(map.node("booked_a_call").and_then(|node| node.no.clone()), None);
        let mut map = webinar();
        map.take_out(2);
        assert_eq!(map.node("reminder_mail").and_then(|node| node.next.as_deref()), Some("call"));
        assert_eq!(map.problems(), []);
    }

    #[test]
    fn of_two_steps_with_one_id_the_second_gets_its_own_when_it_is_led_to() {
        let mut map = webinar();
        let twin =
            MapNode { id: "call".into(), text: "Call again".into(), next: Some("end".into()), ..MapNode::default() };
        map.nodes.push(twin);
        map.connect(2, Branch::No, 5);
        assert_eq!(map.nodes[2].no.as_deref(), Some("call_again"));
        assert_eq!(map.problems(), []);
        map.take_out(5);
        assert_eq!(map.nodes[2].no.as_deref(), Some("end"));
    }

    #[test]
    fn a_task_becomes_a_decision_and_back() {
        let mut map = webinar();
        map.turn_into(1, NodeKind::Decision);
        assert_eq!((map.nodes[1].yes.as_deref(), &map.nodes[1].next), (Some("booked_a_call"), &None));
        map.turn_into(1, NodeKind::Task);
        assert_eq!(map, webinar());
    }

    #[test]
    fn words_that_no_id_can_be_made_of() {
        let mut map = ProcessMap::default();
        map.begin_with("訪問者");
        map.add_after(0, Branch::Next, NodeKind::Task, "…");
        assert_eq!(ids(&map), ["start", "task"]);
    }
}
