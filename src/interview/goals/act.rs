//! What is done to the goal, option or action under the cursor.

use jiff::Timestamp;

use super::form::as_goal;
use super::{GoalAct, GoalNews, Goals};
use crate::assessment::{Change, Goal, GoalStatus, PlanPlace, Value};
use crate::evaluation::GoalEvaluation;
use crate::interview::{Effect, Interview, Message, Panel, Write};

/// The last month of the plan.
const LAST_MONTH: u8 = 3;

/// Notes the figures of the day with a goal, for a follow-up to compare with.
pub(super) fn freeze(goal: &mut Goal, evaluation: &GoalEvaluation) {
    goal.baseline = evaluation.baseline;
    goal.low = evaluation.range.map(|range| range.low);
    goal.base = evaluation.range.map(|range| range.base);
    goal.high = evaluation.range.map(|range| range.high);
    goal.planned = evaluation.planned;
}

impl Interview {
    /// Does something to what is under the cursor.
    pub(in crate::interview) fn act_on_goal(&mut self, act: GoalAct, now: Timestamp) -> Vec<Effect> {
        let Some(Panel::Goals(panel)) = &self.panel else { return Vec::new() };
        match (panel, act) {
            (Goals::List(_), GoalAct::Add) => self.add_goal(),
            (Goals::List(at), GoalAct::Result) => {
                let at = *at;
                self.note_result(at);
            }
            (Goals::List(at), GoalAct::Explain) if *at < self.evaluation.goals.len() => {
                let goal = *at;
                self.lay_over(Panel::Goals(Goals::Explained { goal, scroll: 0 }));
            }
            (Goals::List(at), GoalAct::Agree) => return self.agree_goal(*at, now),
            (Goals::List(at), GoalAct::Abandon) => return self.abandon(*at, now),
            (Goals::Plan(at), GoalAct::Earlier | GoalAct::Later | GoalAct::AsPlanned) => {
                return self.move_action(*at, act, now);
            }
            _ => {}
        }
        Vec::new()
    }

    /// Proposes or agrees the goal under the cursor, as far as the rules let it go.
    fn agree_goal(&mut self, at: usize, now: Timestamp) -> Vec<Effect> {
        let Some(evaluation) = self.evaluation.goals.get(at).cloned() else { return Vec::new() };
        if !evaluation.stated.is_open() {
            return Vec::new();
        }
        let mut goals = self.assessment.goals.clone();
        let index = evaluation.index.unwrap_or(goals.len());
        if evaluation.index.is_none() {
            goals.push(as_goal(&evaluation));
        }
        let Some(goal) = goals.get_mut(index) else { return Vec::new() };
        let before = goal.status;
        goal.status = evaluation.allowed;
        let news = match (evaluation.allowed, before) {
            (GoalStatus::Draft, _) => GoalNews::StillDraft,
            (GoalStatus::Proposed, _) => GoalNews::NotAgreed,
            _ => {
                freeze(goal, &evaluation);
                goal.agreed = Some(self.today);
                GoalNews::Agreed
            }
        };
        let effects =
            if goals == self.assessment.goals { Vec::new() } else { self.record_all(vec![Write::Goals(goals)], now) };
        self.message = Some(Message::Goal(news));
        effects
    }

    /// Gives a goal up, so that the record knows of it; what was never more than a draft is removed.
    fn abandon(&mut self, at: usize, now: Timestamp) -> Vec<Effect> {
        let Some(index) = self.evaluation.goals.get(at).and_then(|goal| goal.index) else { return Vec::new() };
        let mut goals = self.assessment.goals.clone();
        let Some(goal) = goals.get_mut(index) else { return Vec::new() };
        let news = match goal.status {
            GoalStatus::Closed | GoalStatus::Abandoned => return Vec::new(),
            GoalStatus::Agreed => {
                goal.status = GoalStatus::Abandoned;
                goal.closed = Some(self.today);
                GoalNews::Abandoned
            }
            GoalStatus::Draft | GoalStatus::Proposed => {
                goals.remove(index);
                GoalNews::Removed
            }
        };
        let effects = self.record_all(vec![Write::Goals(goals)], now);
        let last = self.evaluation.goals.len().saturating_sub(1);
        self.panel = Some(Panel::Goals(Goals::List(at.min(last))));
        self.message = Some(Message::Goal(news));
        effects
    }

    /// Chooses an option: the answer to the option question.
    pub(super) fn choose_option(&mut self, at: usize, now: Timestamp) -> Vec<Effect> {
        let question = self.selection.questionnaires.iter().find_map(|one| one.uses.option.clone());
        let option = self.evaluation.options.get(at);
        let (Some(question), Some(option)) = (question, option) else { return Vec::new() };
        let change = match option.chosen {
            true => Change::Clear,
            false => Change::value(Value::Text(option.id.clone())),
        };
        let effects = self.record_of(question, change, now);
        self.show_answer();
        effects
    }

    /// Moves an action of the plan by a month, or lets it stand where its urgency puts it.
    fn move_action(&mut self, at: usize, act: GoalAct, now: Timestamp) -> Vec<Effect> {
        let Some(action) = self.evaluation.plan.order().nth(at).cloned() else { return Vec::new() };
        let month = action.week.div_ceil(4);
        let wanted = match (act, month) {
            (GoalAct::Earlier, 1) | (GoalAct::Later, 0) => return Vec::new(),
            (GoalAct::Earlier, 0) => Some(PlanPlace::Month(LAST_MONTH)),
            (GoalAct::Earlier, month) => Some(PlanPlace::Month(month - 1)),
            (GoalAct::Later, LAST_MONTH) => Some(PlanPlace::After),
            (GoalAct::Later, month) => Some(PlanPlace::Month(month + 1)),
            _ => None,
        };
        let mut moved = self.assessment.moved.clone();
        match wanted {
            Some(place) => moved.insert(action.finding.clone(), place),
            None => moved.remove(&action.finding),
        };
        if moved == self.assessment.moved {
            return Vec::new();
        }
        let mut tried = self.assessment.clone();
        tried.set_moved(moved.clone());
        let plan = self.evaluated_as(&tried).plan;
        let place = plan.order().position(|one| one.finding == action.finding).unwrap_or(at);
        let week = plan.order().nth(place).map_or(0, |one| one.week);
        let news = match wanted {
            None => GoalNews::AsPlanned,
            Some(PlanPlace::Month(wanted)) if week.div_ceil(4) != wanted => GoalNews::NoRoom,
            Some(PlanPlace::Month(month)) => GoalNews::MovedTo(month),
            Some(PlanPlace::After) => GoalNews::MovedTo(0),
        };
        if news == GoalNews::NoRoom {
            self.message = Some(Message::Goal(news));
            return Vec::new();
        }
        let effects = self.record_all(vec![Write::Moved(moved)], now);
        self.panel = Some(Panel::Goals(Goals::Plan(place)));
        self.message = Some(Message::Goal(news));
        effects
    }
}
