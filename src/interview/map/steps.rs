//! From one question to the next while a map is drawn: along the chain, then to the ways that are still open.

use super::{About, Asked, MapsEditor, shape};
use crate::assessment::{MapPlace, NodeKind};
use crate::interview::{Context, Step};

impl MapsEditor {
    /// Stores the line and asks on.
    pub(super) fn enter(&mut self, context: &Context<'_>) -> Step {
        let Some(asked) = self.asked.clone() else { return Step::Stay };
        let is_new = self.at >= self.maps.len();
        let count = self.map().map_or(0, |map| map.nodes.len());
        let stored = self.keep(true, context);
        self.asked = None;
        match asked.about {
            About::Name if is_new && stored != Step::Stay => {
                if shape(context).0.is_empty() {
                    self.ask(About::Start);
                } else {
                    self.ask_half(context);
                }
            }
            About::Start if stored != Step::Stay => self.ask_on(0),
            About::Next { from, branch, target, .. } => {
                let added = self.map().map_or(0, |map| map.nodes.len()) > count;
                match (added, target) {
                    (true, _) => self.ask_on(count),
                    (false, Some(_)) => self.ask_next_open(true),
                    // Nothing was said: this way stays open, the next one below is asked about.
                    (false, None) => {
                        self.rest_on_way(from, branch);
                        self.ask_next_open(false);
                    }
                }
            }
            About::Owner(at) => self.ask_below(at, About::Owner),
            About::Metric(at) => self.ask_below(at, About::Metric),
            _ => {}
        }
        stored
    }

    /// After a step was added: asks what follows it, or after an end about the next open way.
    fn ask_on(&mut self, added: usize) {
        self.rest_on(MapPlace::Step(added));
        let node = &self.maps[self.at].nodes[added];
        match node.ways_out().into_iter().find(|branch| node.way(*branch).is_none()) {
            Some(branch) => {
                self.ask(About::Next { from: added, branch, kind: None, target: None });
            }
            // Between two steps there may be more than one to add.
            None if node.kind == NodeKind::Task => {
                let branch = crate::assessment::Branch::Next;
                self.ask(About::Next { from: added, branch, kind: None, target: None });
            }
            None => self.ask_next_open(true),
        }
    }

    /// Asks about the next way below the cursor after which nothing follows; from the top again when `round`. Rests where
    /// it is when there is none.
    pub(super) fn ask_next_open(&mut self, round: bool) {
        let rows = self.rows();
        let is_open = |at: &usize| {
            rows.get(*at).is_some_and(|row| {
                matches!(row.place, MapPlace::Open { .. } | MapPlace::Nowhere { .. } | MapPlace::NoStart)
            })
        };
        // The row under the cursor is `row - 1`: the search begins below it.
        let below = (self.row..rows.len()).find(is_open);
        let found = below.or_else(|| (0..self.row).find(is_open).filter(|_| round));
        let Some(at) = found else { return };
        self.row = at + 1;
        let about = match rows[at].place.way() {
            Some((from, branch)) => About::Next { from, branch, kind: None, target: None },
            None => About::Start,
        };
        self.asked = Some(Asked::about(about, ""));
    }

    fn rest_on_way(&mut self, from: usize, branch: crate::assessment::Branch) {
        let at = self.rows().iter().position(|row| row.place.way() == Some((from, branch)));
        if let Some(at) = at {
            self.row = at + 1;
        } else {
            self.rest_on(MapPlace::Step(from));
        }
    }

    /// The same about the next step below; starts and ends are passed over.
    fn ask_below(&mut self, at: usize, about: fn(usize) -> About) {
        self.rest_on(MapPlace::Step(at));
        match self.step_below(at) {
            Some(next) => {
                self.rest_on(MapPlace::Step(next));
                self.ask(about(next));
            }
            None => self.asked = None,
        }
    }

    fn step_below(&self, at: usize) -> Option<usize> {
        let map = self.map()?;
        let steps = map.rows().into_iter().filter_map(|row| match row.place {
            MapPlace::Step(at) => Some(at),
            _ => None,
        });
        let mut below = steps.skip_while(|one| *one != at).skip(1);
        below.find(|one| matches!(map.nodes[*one].kind, NodeKind::Task | NodeKind::Decision))
    }

    /// From who does a step to its metric, from there to the next step; or the other way within a step.
    pub(super) fn ask_beside(&mut self, forth: bool, context: &Context<'_>) -> Step {
        let Some(asked) = self.asked.clone() else { return Step::Stay };
        let stored = self.keep(true, context);
        match (asked.about, forth) {
            (About::Owner(at), true) => {
                self.ask(About::Metric(at));
            }
            (About::Metric(at), true) => self.ask_below(at, About::Owner),
            (About::Metric(at), false) => {
                self.ask(About::Owner(at));
            }
            _ => {}
        }
        stored
    }

    /// Takes out what stands under the cursor: a step, a way, the whole map.
    pub(super) fn remove(&mut self, context: &Context<'_>) -> Step {
        let row = self.row;
        match self.place() {
            None if self.map().is_some() => {
                self.maps.remove(self.at);
                self.at = self.at.min(self.maps.len().saturating_sub(1));
                if self.maps.is_empty() {
                    self.asked = Some(Asked::about(About::Name, ""));
                }
            }
            Some(MapPlace::Step(at)) => self.maps[self.at].take_out(at),
            Some(MapPlace::To { from, branch, .. } | MapPlace::Nowhere { from, branch }) => {
                self.maps[self.at].nodes[from].lead(branch, None);
            }
            _ => return Step::Stay,
        }
        self.row = row.min(self.rows().len());
        self.store(context)
    }
}
