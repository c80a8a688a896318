//! The line that is written while a map is drawn, and the choices taken.

use super::asked::kind_of;
use super::{About, Asked, MapsEditor, shape};
use crate::assessment::{MapPlace, NodeKind, ProcessMap};
use crate::interview::{Context, Edit, Line, Refusal, Step, Typed};

/// The kinds of step a next one can be, in the order in which Tab goes through them.
const KINDS: [NodeKind; 3] = [NodeKind::Task, NodeKind::Decision, NodeKind::End];

impl MapsEditor {
    pub(super) fn write(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let Some(asked) = &mut self.asked else { return Step::Stay };
        match (edit, asked.about) {
            (Edit::Enter, About::Name) if asked.line.text().trim().is_empty() && self.maps.is_empty() => Step::Go,
            (Edit::Enter, _) => self.enter(context),
            (Edit::Tab | Edit::BackTab, About::Next { .. }) => {
                let kind = asked.kind();
                let at = KINDS.iter().position(|one| *one == kind).unwrap_or(0);
                let step = if *edit == Edit::Tab { 1 } else { KINDS.len() - 1 };
                if let About::Next { kind, target, .. } = &mut asked.about {
                    (*kind, *target) = (Some(KINDS[(at + step) % KINDS.len()]), None);
                }
                Step::Stay
            }
            (Edit::Tab | Edit::BackTab, About::Owner(_) | About::Metric(_)) => {
                self.ask_beside(*edit == Edit::Tab, context)
            }
            (Edit::Up | Edit::Down, About::Next { .. }) => {
                self.other_target(*edit == Edit::Down);
                Step::Stay
            }
            (Edit::Paste(text), About::Next { .. } | About::Start) if text.trim().contains('\n') => {
                self.paste_steps(&text.clone(), context)
            }
            _ => {
                let completion = matches!(edit, Edit::Right | Edit::End).then(|| self.completion()).flatten();
                let edit = completion.map_or_else(|| edit.clone(), Edit::Insert);
                self.type_on(&edit)
            }
        }
    }

    fn type_on(&mut self, edit: &Edit) -> Step {
        let Some(asked) = &mut self.asked else { return Step::Stay };
        if let (About::Next { target, .. }, Edit::Insert(_) | Edit::Paste(_)) = (&mut asked.about, edit) {
            *target = None;
        }
        match asked.line.edit(edit) {
            Typed::TooLong => Step::Refused(Refusal::TooLong),
            _ => Step::Stay,
        }
    }

    /// Every line that is pasted is a step.
    fn paste_steps(&mut self, text: &str, context: &Context<'_>) -> Step {
        let mut last = Step::Stay;
        for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            match &mut self.asked {
                Some(asked) if matches!(asked.about, About::Next { .. } | About::Start) => {
                    asked.line = Line::new(line);
                    last = self.enter(context);
                }
                _ => break,
            }
        }
        last
    }

    /// Takes the row above or below as the step to go on with; beyond the last one, a new step again.
    pub(super) fn other_target(&mut self, down: bool) {
        let Some(Asked { about: About::Next { from, target, .. }, .. }) = self.asked else { return };
        let steps: Vec<usize> = self
            .rows()
            .iter()
            .filter_map(|row| match row.place {
                MapPlace::Step(at) => Some(at),
                _ => None,
            })
            .collect();
        let here = steps.iter().position(|at| *at == target.unwrap_or(from));
        let to = here.and_then(|here| if down { steps.get(here + 1) } else { steps.get(here.checked_sub(1)?) });
        // A step cannot be followed by itself.
        let to = match to {
            Some(to) if *to == from => {
                let here = steps.iter().position(|at| *at == from);
                here.and_then(|here| if down { steps.get(here + 1) } else { steps.get(here.checked_sub(1)?) })
            }
            other => other,
        };
        if let Some(Asked { about: About::Next { target, .. }, .. }) = &mut self.asked {
            *target = to.copied();
        }
    }

    pub(super) fn has_target(&self) -> bool {
        matches!(self.asked, Some(Asked { about: About::Next { target: Some(_), .. }, .. }))
    }

    /// The rest of an owner or a metric named before that begins with what is typed.
    pub fn completion(&self) -> Option<String> {
        let asked = self.asked.as_ref()?;
        let owner = match asked.about {
            About::Owner(_) => true,
            About::Metric(_) => false,
            _ => return None,
        };
        let line = Some(&asked.line).filter(|line| !line.is_empty() && line.cursor() == line.text().len())?;
        let nodes = self.maps.iter().flat_map(|map| &map.nodes);
        nodes.map(|node| if owner { &node.owner } else { &node.metric }).find_map(|one| {
            let head = one.get(..line.text().len())?;
            let begins = head.to_lowercase() == line.text().to_lowercase() && one.len() > head.len();
            begins.then(|| one[head.len()..].to_owned())
        })
    }

    /// A choice is taken by its digit, or by Enter where the cursor is.
    pub(super) fn choose(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let halves = shape(context).0;
        let Some(asked) = &mut self.asked else { return Step::Stay };
        let count = if asked.about == About::Half { halves.len() } else { NodeKind::ALL.len() };
        let taken = match edit {
            Edit::Up => {
                asked.cursor = asked.cursor.saturating_sub(1);
                return Step::Stay;
            }
            Edit::Down => {
                asked.cursor = (asked.cursor + 1).min(count.saturating_sub(1));
                return Step::Stay;
            }
            Edit::Enter => asked.cursor,
            Edit::Insert(typed) => match typed.parse::<usize>().ok().filter(|digit| (1..=count).contains(digit)) {
                Some(digit) => digit - 1,
                None => return Step::Refused(Refusal::NoSuchChoice),
            },
            _ => return Step::Stay,
        };
        let about = asked.about;
        self.asked = None;
        match (about, self.maps.get_mut(self.at)) {
            (About::Half, Some(map)) => {
                let is_new = map.nodes.is_empty();
                let half = halves.get(taken).map(|choice| choice.id.clone()).unwrap_or_default();
                let changes = map.half != half;
                map.half = half;
                if is_new {
                    self.ask(About::Start);
                }
                if changes { self.store(context) } else { Step::Stay }
            }
            (About::Kind(at), Some(map)) => {
                let changes = map.nodes[at].kind != NodeKind::ALL[taken];
                self.turned(changes, at, taken, context)
            }
            _ => Step::Stay,
        }
    }

    fn turned(&mut self, changes: bool, at: usize, kind: usize, context: &Context<'_>) -> Step {
        if !changes {
            return Step::Stay;
        }
        self.maps[self.at].turn_into(at, NodeKind::ALL[kind]);
        self.rest_on(MapPlace::Step(at));
        self.store(context)
    }

    /// Stores what is written without asking on; nothing when it is empty or says what is there already. Only what was
    /// entered leads a way to a step that is there, or ends it without a word.
    pub(super) fn keep(&mut self, entered: bool, context: &Context<'_>) -> Step {
        let Some(asked) = self.asked.clone().filter(Asked::is_written) else { return Step::Stay };
        let text = asked.line.text().trim().to_owned();
        let is_new = self.at >= self.maps.len();
        let Some(map) = self.maps.get_mut(self.at) else {
            if is_new && asked.about == About::Name && !text.is_empty() {
                self.maps.push(ProcessMap { system: text, ..ProcessMap::default() });
                return self.store(context);
            }
            self.at = self.maps.len().saturating_sub(1);
            return Step::Stay;
        };
        let replace = |old: &mut String| (*old != text).then(|| *old = text.clone()).is_some();
        let rests_on = match asked.about {
            About::Next { target: Some(_), .. } if !entered => None,
            About::Next { from, branch, target: Some(to), .. } => {
                map.connect(from, branch, to);
                Some(MapPlace::Step(from))
            }
            About::Next { from, branch, kind, .. } if !text.is_empty() || (entered && kind == Some(NodeKind::End)) => {
                let kind = kind.unwrap_or_else(|| kind_of(&text));
                Some(MapPlace::Step(map.add_after(from, branch, kind, &text)))
            }
            About::Start if !text.is_empty() => Some(MapPlace::Step(map.begin_with(&text))),
            About::Name if !text.is_empty() && map.system != text => {
                map.system = text;
                self.row = 0;
                return self.store(context);
            }
            About::Text(at) if !text.is_empty() => replace(&mut map.nodes[at].text).then_some(MapPlace::Step(at)),
            About::Owner(at) => replace(&mut map.nodes[at].owner).then_some(MapPlace::Step(at)),
            About::Metric(at) => replace(&mut map.nodes[at].metric).then_some(MapPlace::Step(at)),
            _ => None,
        };
        let Some(place) = rests_on else { return Step::Stay };
        self.rest_on(place);
        self.store(context)
    }
}
