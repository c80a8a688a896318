//! What is done to the row under the cursor.

use jiff::Timestamp;

use super::{About, Asked, MapsEditor, shape};
use crate::assessment::{Branch, MapPlace, NodeKind};
use crate::interview::{Context, Editor, Effect, Interview, Refusal, Step};

/// What is done to the map, or to the row under the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapAct {
    /// Says what follows a yes.
    Yes,
    /// Says what follows a no.
    No,
    /// Changes the text of a step, or the name of the map.
    Change,
    /// Names who does it.
    Owner,
    /// Names by what it is judged.
    Metric,
    /// Changes what kind of step it is; on the map's name, which half it belongs to.
    Kind,
    /// Leads the way on to a step that is there.
    Connect,
    /// Goes to the next way after which nothing follows.
    NextOpen,
    /// Begins a further map.
    Add,
    /// Shows the next map.
    Other,
    /// Shows the map before.
    OtherBack,
}

impl Interview {
    /// Does something to the map on the screen; nothing while another thing has the keyboard.
    pub(in crate::interview) fn act_on_map(&mut self, act: MapAct, now: Timestamp) -> Vec<Effect> {
        if self.panel.is_some() || !self.engaged {
            return Vec::new();
        }
        let Editor::Maps(editor) = &self.editor else { return Vec::new() };
        let mut editor = editor.clone();
        let step = self.with_context(|context| editor.act(act, context));
        self.editor = Editor::Maps(editor);
        self.take(step, now)
    }
}

/// Which map was being drawn, and where its cursor was.
#[derive(Debug, Clone, Copy)]
pub(in crate::interview) struct InHand {
    question: usize,
    map: usize,
    row: usize,
}

impl Interview {
    /// The map that is being drawn just now.
    pub(in crate::interview) fn map_in_hand(&self) -> Option<InHand> {
        let Editor::Maps(editor) = &self.editor else { return None };
        (self.engaged && self.panel.is_none()).then_some(InHand { question: self.at, map: editor.at, row: editor.row })
    }

    /// Goes on drawing where a change was taken back.
    pub(in crate::interview) fn take_map_in_hand(&mut self, in_hand: Option<InHand>) {
        let Some(in_hand) = in_hand.filter(|in_hand| in_hand.question == self.at) else { return };
        let Editor::Maps(editor) = &mut self.editor else { return };
        editor.at = in_hand.map.min(editor.maps.len().saturating_sub(1));
        editor.row = in_hand.row.min(editor.rows().len());
        self.engaged = true;
    }
}

impl MapsEditor {
    fn act(&mut self, act: MapAct, context: &Context<'_>) -> Step {
        let stored = self.leave(context);
        let step = match act {
            MapAct::Yes => self.ask_branch(Branch::Yes),
            MapAct::No => self.ask_branch(Branch::No),
            MapAct::Change => self.ask_text(),
            MapAct::Owner => self.ask_of_step(About::Owner),
            MapAct::Metric => self.ask_of_step(About::Metric),
            MapAct::Kind => self.ask_kind(context),
            MapAct::Connect => self.ask_target(),
            MapAct::NextOpen => {
                self.ask_next_open(true);
                Step::Stay
            }
            MapAct::Add => self.ask_name(context),
            MapAct::Other | MapAct::OtherBack => {
                let count = self.maps.len().max(1);
                self.at = (self.at + if act == MapAct::Other { 1 } else { count - 1 }) % count;
                self.row = 0;
                Step::Stay
            }
        };
        if matches!(stored, Step::Record(_)) { stored } else { step }
    }

    /// Asks what happens next at the row under the cursor.
    pub(super) fn ask_next(&mut self) -> Step {
        let Some(map) = self.map() else { return Step::Stay };
        match self.place() {
            None if map.nodes.is_empty() => self.ask(About::Start),
            Some(MapPlace::NoStart) => self.ask(About::Start),
            None => {
                let first = map.rows().iter().find_map(|row| match row.place {
                    MapPlace::Step(at) => Some(at),
                    _ => None,
                });
                first.map_or(Step::Stay, |first| self.ask_after(first))
            }
            Some(MapPlace::Step(at)) => self.ask_after(at),
            Some(place) => match place.way() {
                Some((from, branch)) => self.ask(About::Next { from, branch, kind: None, target: None }),
                None => Step::Stay,
            },
        }
    }

    fn ask_after(&mut self, from: usize) -> Step {
        let node = &self.maps[self.at].nodes[from];
        let ways = node.ways_out();
        let open = ways.iter().find(|branch| node.way(**branch).is_none()).or(ways.first());
        match open {
            Some(branch) => self.ask(About::Next { from, branch: *branch, kind: None, target: None }),
            None => Step::Refused(Refusal::NothingAfterAnEnd),
        }
    }

    fn ask_branch(&mut self, branch: Branch) -> Step {
        let from = match self.place() {
            Some(MapPlace::Step(at)) => Some(at),
            Some(place) => place.way().map(|(from, _)| from),
            None => None,
        };
        let is_decision = |at: &usize| self.maps[self.at].nodes[*at].kind == NodeKind::Decision;
        match from.filter(is_decision) {
            Some(from) => self.ask(About::Next { from, branch, kind: None, target: None }),
            None => Step::Refused(Refusal::NoDecision),
        }
    }

    fn ask_text(&mut self) -> Step {
        match self.place() {
            None if self.map().is_some() => self.ask(About::Name),
            Some(MapPlace::NoStart) => self.ask(About::Start),
            _ => self.ask_of_step(About::Text),
        }
    }

    fn ask_of_step(&mut self, about: fn(usize) -> About) -> Step {
        match self.place() {
            Some(MapPlace::Step(at)) => self.ask(about(at)),
            _ => Step::Refused(Refusal::NoStep),
        }
    }

    fn ask_kind(&mut self, context: &Context<'_>) -> Step {
        match self.place() {
            None if self.map().is_some() && !shape(context).0.is_empty() => self.ask_half(context),
            Some(MapPlace::Step(at)) => {
                let kind = self.maps[self.at].nodes[at].kind;
                let cursor = NodeKind::ALL.iter().position(|one| *one == kind).unwrap_or(0);
                self.asked = Some(Asked { cursor, ..Asked::about(About::Kind(at), "") });
                Step::Stay
            }
            _ => Step::Refused(Refusal::NoStep),
        }
    }

    pub(super) fn ask_half(&mut self, context: &Context<'_>) -> Step {
        let half = self.map().map(|map| map.half.clone()).unwrap_or_default();
        let cursor = shape(context).0.iter().position(|choice| choice.id == half).unwrap_or(0);
        self.asked = Some(Asked { cursor, ..Asked::about(About::Half, "") });
        Step::Stay
    }

    fn ask_target(&mut self) -> Step {
        let asked = self.ask_next();
        let Some(Asked { about: About::Next { .. }, .. }) = &self.asked else { return asked };
        self.other_target(false);
        if !self.has_target() {
            self.other_target(true);
        }
        asked
    }

    fn ask_name(&mut self, context: &Context<'_>) -> Step {
        let most = shape(context).1;
        if self.maps.len() >= most {
            return Step::Refused(Refusal::TooMany(most));
        }
        self.at = self.maps.len();
        self.row = 0;
        self.ask(About::Name)
    }

    /// Asks, with what is there already to be changed.
    pub(super) fn ask(&mut self, about: About) -> Step {
        let node = |at: usize| self.map().and_then(|map| map.nodes.get(at));
        let text = match about {
            About::Name => self.map().map(|map| map.system.clone()),
            About::Text(at) => node(at).map(|node| node.text.clone()),
            About::Owner(at) => node(at).map(|node| node.owner.clone()),
            About::Metric(at) => node(at).map(|node| node.metric.clone()),
            _ => None,
        };
        self.asked = Some(Asked::about(about, &text.unwrap_or_default()));
        Step::Stay
    }
}
