//! The way through a call: which one, and what comes next on it.

use jiff::Timestamp;

use super::call::Stays;
use super::{Edit, Effect, Interview, step};
use crate::questionnaire::{Need, Route, RouteStep};

/// The routes to choose from; the last line is the questionnaire's own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteChoice {
    /// The line under the cursor.
    pub cursor: usize,
    /// Whether the clock starts with it.
    pub starts: bool,
}

impl RouteChoice {
    /// The list, the cursor on the route that is followed.
    pub fn new(interview: &Interview, starts: bool) -> Self {
        let none = if starts { 0 } else { interview.routes().len() };
        Self { cursor: interview.route.unwrap_or(none), starts }
    }
}

impl Interview {
    /// The routes for whoever answers.
    pub fn routes(&self) -> Vec<&Route> {
        let all = self.selection.questionnaires.iter().flat_map(|one| &one.routes);
        all.filter(|route| route.for_self == self.is_self()).collect()
    }

    /// The route that is followed.
    pub fn route(&self) -> Option<&Route> {
        self.routes().get(self.route?).copied()
    }

    /// What the route asks for in the current question, where that is less than all of it.
    pub fn step(&self) -> Option<&RouteStep> {
        let id = &self.question().id;
        self.route()?.parts.iter().flat_map(|part| &part.steps).find(|step| step.question == *id)
    }

    /// Follows a route, or the questionnaire's own order.
    pub(super) fn choose_route(&mut self, route: Option<usize>) {
        self.route = route.filter(|at| *at < self.routes().len());
        self.parts_shown.clear();
    }

    /// The first question of the route that is still to be asked.
    pub(super) fn first_step(&self) -> Option<usize> {
        self.step_after(None)
    }

    /// The next question of the route that is still to be asked; from a question beside it, the first of the route.
    pub(super) fn next_on_route(&self) -> Option<usize> {
        self.step_after(Some(&self.question().id))
    }

    fn step_after(&self, id: Option<&str>) -> Option<usize> {
        let steps: Vec<&RouteStep> = self.route()?.parts.iter().flat_map(|part| &part.steps).collect();
        let after = id.and_then(|id| steps.iter().position(|step| step.question == id)).map_or(0, |at| at + 1);
        let is_behind = self.pace().is_some_and(|pace| pace.is_behind());
        let is_next = |step: &&&RouteStep| {
            let asked = step.need != Need::IfTime || !is_behind;
            let waits = self.came_in.contains(&step.question);
            self.evaluation.is_visible(&step.question) && (waits || (asked && self.is_to_ask(&step.question)))
        };
        let found = steps.iter().skip(after).find(is_next).or_else(|| steps.iter().take(after).find(is_next))?;
        let found = found.question.clone();
        self.selection.questions().position(|one| one.id == found && Some(one.id.as_str()) != id)
    }

    pub(super) fn edit_routes(
        &mut self,
        choice: &mut RouteChoice,
        edit: &Edit,
        now: Timestamp,
    ) -> (Stays, Vec<Effect>) {
        let count = self.routes().len() + 1;
        match edit {
            Edit::Up | Edit::Down => {
                choice.cursor = step(Some(choice.cursor), count, *edit == Edit::Down).unwrap_or(0);
            }
            Edit::Insert(typed) => {
                if let Some(at) = typed.parse().ok().filter(|at| (1..=count).contains(at)) {
                    choice.cursor = at - 1;
                    return self.edit_routes(choice, &Edit::Enter, now);
                }
            }
            Edit::Enter => {
                self.choose_route(Some(choice.cursor));
                if choice.starts && self.route.is_some() {
                    self.start_call(now);
                }
                let mut effects = self.keep_clock(now);
                if !choice.starts && self.route.is_some() {
                    effects.extend(self.follow_route(now));
                }
                return (Stays::Closed, effects);
            }
            _ => {}
        }
        (Stays::Open, Vec::new())
    }
}
