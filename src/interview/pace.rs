//! How the time of a call goes: where it should be, where it is, what to leave out.

use std::collections::BTreeSet;

use jiff::{Timestamp, Zoned};

use super::call::{Stays, letter};
use super::{Call, CallScreen, Clock, Edit, Effect, Go, Interview, RouteChoice};
use crate::assessment::{CallClock, Progress};
use crate::evaluation::Standing;
use crate::questionnaire::{Need, PartScreen, Question, Route, RoutePart, RouteStep};

/// How the time goes.
#[derive(Debug, Clone)]
pub struct Pace<'a> {
    /// The way through the call.
    pub route: &'a Route,
    /// Whole minutes that have passed.
    pub minute: u32,
    /// Whether the clock runs.
    pub is_running: bool,
    /// Its parts.
    pub parts: Vec<PartPace<'a>>,
    /// The part the conversation is in: the first that is not over.
    pub here: usize,
    /// The part the clock is in.
    pub due: usize,
    /// Ahead, behind, or neither.
    pub standing: PaceStanding,
}

/// How far a part has come.
#[derive(Debug, Clone)]
pub struct PartPace<'a> {
    /// The part.
    pub part: &'a RoutePart,
    /// Its questions that must be asked and are dealt with.
    pub done: usize,
    /// Its questions that must be asked.
    pub of: usize,
}

/// Whether there is time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaceStanding {
    /// The part the clock is in is the part the conversation is in.
    OnPace,
    /// That many minutes before the part begins.
    Ahead(u32),
    /// That many minutes after the part should have been over.
    Behind(u32),
    /// The time is up, by that many minutes.
    Over(u32),
}

impl Pace<'_> {
    /// Minutes left for the part the conversation is in, 0 when there are none.
    pub fn left(&self) -> u32 {
        self.parts.get(self.here).map_or(0, |here| here.part.to.saturating_sub(self.minute))
    }

    /// Whether something should be left out.
    pub fn is_behind(&self) -> bool {
        matches!(self.standing, PaceStanding::Behind(_) | PaceStanding::Over(_))
    }
}

impl Interview {
    /// How the time goes; nothing before the clock was started.
    pub fn pace(&self) -> Option<Pace<'_>> {
        let route = self.route().filter(|_| self.clock.is_started())?;
        let minute = self.clock.minutes(self.now);
        let parts: Vec<PartPace<'_>> = route.parts.iter().map(|part| self.part_pace(part)).collect();
        let last = parts.len().saturating_sub(1);
        let at = self.part_of_question(route, &self.question().id).unwrap_or(0);
        let is_over = |place: usize, one: &PartPace<'_>| {
            if one.of > 0 { one.done == one.of } else { minute >= one.part.to || at > place }
        };
        let here = parts.iter().enumerate().position(|(place, one)| !is_over(place, one)).unwrap_or(last);
        let due = parts.iter().position(|one| minute < one.part.to).unwrap_or(last);
        let standing = match parts.get(here).map(|here| here.part) {
            _ if minute >= route.minutes => PaceStanding::Over(minute - route.minutes),
            Some(part) if minute >= part.to => PaceStanding::Behind(minute - part.to + 1),
            Some(part) if minute < part.from => PaceStanding::Ahead(part.from - minute),
            _ => PaceStanding::OnPace,
        };
        Some(Pace { route, minute, is_running: self.clock.is_running(), parts, here, due, standing })
    }

    fn part_pace<'a>(&'a self, part: &'a RoutePart) -> PartPace<'a> {
        let musts =
            part.steps.iter().filter(|step| step.need == Need::Must && self.evaluation.is_visible(&step.question));
        let (mut done, mut of) = (0, 0);
        for step in musts {
            of += 1;
            done += usize::from(!self.is_to_ask(&step.question));
        }
        PartPace { part, done, of }
    }

    /// Whether a question is still to be asked: open, and not put off.
    pub(super) fn is_to_ask(&self, id: &str) -> bool {
        let put_off = self.assessment.answer(id).is_some_and(|answer| answer.later);
        self.evaluation.standing(id) == Standing::Open && !put_off
    }

    /// The part of a route that asks a question.
    pub(super) fn part_of_question(&self, route: &Route, id: &str) -> Option<usize> {
        route.parts.iter().position(|part| part.steps.iter().any(|step| step.question == id))
    }

    /// Questions that may be left out, from the part the conversation is in: those asked only when there is time.
    pub fn may_be_left_out(&self) -> Vec<&Question> {
        self.open_steps(|step| step.need == Need::IfTime, usize::MAX)
    }

    /// Questions of the part the conversation is in that the client can look up afterwards.
    pub fn may_come_later(&self) -> Vec<&Question> {
        let homework = |step: &RouteStep| {
            step.need == Need::Must && self.selection.question(&step.question).is_some_and(|one| one.flags.homework)
        };
        self.open_steps(homework, 1)
    }

    fn open_steps(&self, wanted: impl Fn(&RouteStep) -> bool, parts: usize) -> Vec<&Question> {
        let Some(pace) = self.pace() else { return Vec::new() };
        let ahead = pace.route.parts.iter().skip(pace.here).take(parts);
        let open = ahead.flat_map(|part| &part.steps).filter(|step| wanted(step) && self.is_to_ask(&step.question));
        let ids: BTreeSet<&str> = open.map(|step| step.question.as_str()).collect();
        self.selection.questions().filter(|one| ids.contains(one.id.as_str())).collect()
    }

    /// Until the screen has to be drawn again though nobody pressed a key: when the next minute is full.
    pub fn until_tick(&self, now: Timestamp) -> Option<std::time::Duration> {
        self.clock.until_next_minute(now)
    }

    /// The key of the clock: starts it on a route, shows it, and while it is shown pauses it or lets it go on.
    pub(super) fn press_clock(&mut self, now: Timestamp) -> Vec<Effect> {
        match (self.route().is_some(), self.clock.is_started()) {
            (true, true) => self.show(Call::Pace),
            // The clock goes on while the questionnaire's own order is followed; the key leads back to a route.
            (false, true) => self.show(Call::Routes(RouteChoice::new(self, false))),
            (true, false) => self.start_call(now),
            (false, false) => match self.routes().len() {
                0 => self.message = Some(super::Message::NoRoute),
                1 => {
                    self.choose_route(Some(0));
                    self.start_call(now);
                }
                _ => self.show(Call::Routes(RouteChoice::new(self, true))),
            },
        }
        self.keep_clock(now)
    }

    /// Keeps the clock with the answers, so that a call goes on after the program ended.
    pub(super) fn keep_clock(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(route) = self.route().filter(|_| self.clock.is_started()).map(|route| route.id.clone()) else {
            return Vec::new();
        };
        let kept = self.assessment.call.as_ref().and_then(|call| call.paused);
        let second = Timestamp::from_second(now.as_second()).unwrap_or(now);
        let paused = (!self.clock.is_running()).then(|| kept.unwrap_or(second));
        let call = Some(CallClock { route, began: self.clock.began(paused.unwrap_or(now)), paused });
        if self.assessment.call == call {
            return Vec::new();
        }
        self.assessment.call = call;
        self.begin_saving();
        vec![Effect::Save]
    }

    /// The same sitting with the clock of a call that was under way when the program ended.
    ///
    /// It goes on only on the day it began, and not once the assessment is completed or the route is no longer there.
    #[must_use]
    pub fn going_on(mut self, now: &Zoned) -> Self {
        let Some(call) = self.assessment.call.clone() else { return self };
        let is_today = call.began.to_zoned(now.time_zone().clone()).date() == now.date();
        let is_open = self.assessment.progress == Progress::InProgress;
        let route = self.routes().iter().position(|route| route.id == call.route);
        if let (Some(route), true, true) = (route, is_today, is_open) {
            self.choose_route(Some(route));
            self.clock = Clock::begun(call.began, call.paused);
            self.now = now.timestamp();
        }
        self
    }

    /// Starts the clock; a consultant begins with the script and the question whether notes may be taken.
    pub(super) fn start_call(&mut self, now: Timestamp) {
        self.clock.start(now);
        let begins = self.first_step();
        if let Some(place) = begins {
            self.arrive(place, false);
        }
        self.show(if self.is_self() { Call::Pace } else { Call::Opening });
    }

    pub(super) fn edit_pace(&mut self, edit: &Edit, now: Timestamp) -> (Stays, Vec<Effect>) {
        match letter(edit) {
            Some("p") => {
                if self.clock.is_running() {
                    self.clock.pause(now)
                } else {
                    self.clock.start(now)
                }
                return (Stays::Open, self.keep_clock(now));
            }
            Some("r") => self.show(Call::Routes(RouteChoice::new(self, false))),
            Some("o") if !self.is_self() => self.show(Call::Opening),
            _ if *edit == Edit::Enter => return (Stays::Closed, Vec::new()),
            _ => {}
        }
        (Stays::Open, Vec::new())
    }

    pub(super) fn edit_opening(&mut self, edit: &Edit, now: Timestamp) -> (Stays, Vec<Effect>) {
        let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
        match (letter(edit), edit) {
            (Some("y" | " "), _) => self.assessment.consent = self.assessment.consent.is_none().then_some(now),
            (Some("n"), _) => self.assessment.consent = None,
            (_, Edit::Enter) => {
                self.arrive(self.at, true);
                return (Stays::Closed, Vec::new());
            }
            _ => return (Stays::Open, Vec::new()),
        }
        self.begin_saving();
        (Stays::Open, vec![Effect::Save])
    }

    /// Goes on: on a route in its order, passing over what has been answered.
    pub(super) fn next_place(&mut self) -> Option<usize> {
        match self.next_on_route() {
            Some(place) => Some(place),
            None if self.route().is_some() => None,
            None => self.following(),
        }
    }

    /// The question after the current one in the questionnaire's order.
    pub(super) fn following(&self) -> Option<usize> {
        let mut all = self.selection.questions().enumerate();
        all.find(|(place, one)| *place > self.at && self.evaluation.is_visible(&one.id)).map(|(place, _)| place)
    }

    /// Opens the screen a part of the route begins with when the conversation comes to it; false when there is none.
    ///
    /// Where nothing is left to be asked later on, the screens come before what was passed over earlier.
    pub(super) fn opens_on_the_way(&mut self, to: Option<usize>, now: Timestamp) -> bool {
        let Some(route) = self.route() else { return false };
        let last = route.parts.len().saturating_sub(1);
        let from = self.part_of_question(route, &self.question().id).map_or(0, |part| part + 1);
        let next = to.and_then(|place| self.selection.questions().nth(place));
        let part = next.and_then(|one| self.part_of_question(route, &one.id)).filter(|part| part + 1 >= from);
        let unseen = |place: &usize| !self.parts_shown.contains(place);
        let found = (from..=part.unwrap_or(last)).filter(unseen).find_map(|at| Some((at, route.parts.get(at)?.show?)));
        let Some((at, show)) = found else { return false };
        // The question to come waits until every screen before it has been seen.
        let shows = |place: usize| route.parts.get(place).is_some_and(|part| part.show.is_some());
        let waits = (at + 1..=part.unwrap_or(last)).filter(unseen).any(shows);
        self.parts_shown.insert(at);
        if let (Some(to), Some(_), false) = (to, part, waits) {
            self.arrive(to, false);
        }
        match show {
            PartScreen::Reveal => self.open_call(CallScreen::Reveal, now),
            PartScreen::Agreement => self.open_call(CallScreen::Agreement, now),
            PartScreen::Close => {
                self.panel = Some(self.asked_to_finish());
                Vec::new()
            }
        };
        true
    }

    /// Goes to the first question of the route that is still to be asked.
    pub(super) fn follow_route(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(place) = self.first_step() else { return Vec::new() };
        let id = self.selection.questions().nth(place).map(|one| one.id.clone());
        id.map(|id| self.go(&Go::To(id), false, now)).unwrap_or_default()
    }
}
