//! A goal being set or changed; how the wish compares is worked out with every key.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::{GoalNews, Goals};
use crate::assessment::{Goal, GoalStatus, parse_date, parse_number};
use crate::evaluation::GoalEvaluation;
use crate::interview::{Edit, Effect, Interview, Line, Message, Panel, Write};
use crate::questionnaire::{Better, GoalClass, NumberKind, NumberSpec, Selection};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalField {
    /// Which number.
    Metric,
    /// The wanted value.
    Wanted,
    /// By when.
    Deadline,
    /// Who.
    Owner,
    /// Whether the owner does it for the first time.
    OwnerIsNew,
    /// Hours released for it.
    ReleasedHours,
    /// Whether it rests on content that search engines have to find first.
    SearchContent,
    /// What exactly is counted.
    Definition,
    /// The value reached.
    Actual,
    /// Why an agreed goal becomes easier.
    Reason,
}

impl GoalField {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::Metric,
        Self::Wanted,
        Self::Deadline,
        Self::Owner,
        Self::OwnerIsNew,
        Self::ReleasedHours,
        Self::SearchContent,
        Self::Definition,
        Self::Actual,
        Self::Reason,
    ];

    /// The word of the locale file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Metric => "metric",
            Self::Wanted => "wanted",
            Self::Deadline => "deadline",
            Self::Owner => "owner",
            Self::OwnerIsNew => "owner_is_new",
            Self::ReleasedHours => "released_hours",
            Self::SearchContent => "search_content",
            Self::Definition => "definition",
            Self::Actual => "actual",
            Self::Reason => "reason",
        }
    }
}

/// A goal being set or changed.
#[derive(Debug, Clone)]
pub struct GoalForm {
    /// Its place among the goals; a new one has none.
    pub index: Option<usize>,
    /// The goal as it will be kept.
    pub goal: Goal,
    /// The goal as it was agreed, where it was.
    agreed: Option<Goal>,
    /// The field that is written.
    pub field: GoalField,
    /// What is typed in each field, in the order of [`GoalField::ALL`].
    pub lines: [Line; 10],
    /// What follows from it.
    pub preview: Option<GoalEvaluation>,
    /// The first field whose text cannot be used.
    pub wrong: Option<GoalField>,
}

impl GoalForm {
    /// What is typed in a field.
    pub fn line(&self, field: GoalField) -> &Line {
        &self.lines[field as usize]
    }

    /// The fields it has, in order: only what grows by being found can rest on search content, and only a goal that
    /// becomes easier is asked why.
    pub fn fields(&self, selection: &Selection) -> Vec<GoalField> {
        let metric = selection.goal_metric(&self.goal.metric);
        let is_found = metric.is_some_and(|metric| metric.class == GoalClass::Volume && metric.lag.is_none());
        let is_asked_why = self.is_easier(selection) || !self.goal.reason.is_empty();
        let has = |field: &GoalField| match field {
            GoalField::SearchContent => is_found,
            GoalField::Reason => is_asked_why,
            _ => true,
        };
        GoalField::ALL.into_iter().filter(has).collect()
    }

    /// Whether it was agreed and becomes easier.
    fn is_easier(&self, selection: &Selection) -> bool {
        let metric = selection.goal_metric(&self.goal.metric);
        let lower = metric.is_some_and(|metric| metric.better == Better::Lower);
        self.agreed.as_ref().is_some_and(|agreed| self.goal.is_easier_than(agreed, lower))
    }

    /// Goes to another of its fields.
    fn step(&mut self, selection: &Selection, forth: bool) {
        let fields = self.fields(selection);
        let at = fields.iter().position(|field| *field == self.field).unwrap_or(0);
        let to = if forth { (at + 1).min(fields.len().saturating_sub(1)) } else { at.saturating_sub(1) };
        self.field = fields.get(to).copied().unwrap_or(self.field);
    }

    fn of(index: Option<usize>, goal: Goal, field: GoalField) -> Self {
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let hours = Some(goal.released_hours).filter(|hours| *hours > 0.0);
        let texts = [
            String::new(),
            number(goal.wanted),
            goal.deadline.map(|date| date.to_string()).unwrap_or_default(),
            goal.owner.clone(),
            String::new(),
            number(hours),
            String::new(),
            goal.definition.clone(),
            number(goal.actual),
            goal.reason.clone(),
        ];
        let agreed = Some(goal.clone()).filter(|goal| goal.status == GoalStatus::Agreed);
        Self { index, agreed, goal, field, lines: texts.map(Line::new), preview: None, wrong: None }
    }

    /// Reads what was typed into the goal; keeps the first field that cannot be used.
    fn read(&mut self, selection: &Selection, today: Date) {
        let spec = selection.goal_metric(&self.goal.metric).map(|metric| metric.spec.clone()).unwrap_or(ANY);
        self.wrong = None;
        let mut number = |field: GoalField, spec: &NumberSpec| {
            let text = self.lines[field as usize].text().trim();
            let value = parse_number(text, spec).ok().map(|entered| entered.value);
            if value.is_none() && !text.is_empty() && self.wrong.is_none() {
                self.wrong = Some(field);
            }
            value
        };
        self.goal.wanted = number(GoalField::Wanted, &spec);
        self.goal.released_hours = number(GoalField::ReleasedHours, &ANY).unwrap_or_default();
        self.goal.actual = number(GoalField::Actual, &spec);
        if self.goal.released_hours < 0.0 {
            self.wrong = Some(GoalField::ReleasedHours);
        }
        let text = self.lines[GoalField::Deadline as usize].text().trim().to_owned();
        self.goal.deadline = date_or_months(&text, today);
        if self.goal.deadline.is_none() && !text.is_empty() {
            self.wrong = self.wrong.or(Some(GoalField::Deadline));
        }
        self.goal.owner = self.lines[GoalField::Owner as usize].text().trim().to_owned();
        self.goal.definition = self.lines[GoalField::Definition as usize].text().trim().to_owned();
        self.goal.reason = self.lines[GoalField::Reason as usize].text().trim().to_owned();
        if self.goal.reason.is_empty() && self.is_easier(selection) {
            self.wrong = self.wrong.or(Some(GoalField::Reason));
        }
    }
}

/// Any number, for fields without a unit of their own.
const ANY: NumberSpec = NumberSpec {
    kind: NumberKind::Count,
    unit: crate::questionnaire::LocalText { texts: Vec::new() },
    per: None,
    bounds: (-1e12, 1e12),
    at_most: None,
    whole: false,
};

/// A date, or so many months from today: `+12m`.
fn date_or_months(text: &str, today: Date) -> Option<Date> {
    let months =
        text.strip_prefix('+').and_then(|rest| rest.trim().trim_end_matches(['m', 'M']).trim().parse::<u16>().ok());
    match months {
        Some(months) => today.checked_add(i64::from(months).months()).ok(),
        None => parse_date(text).ok(),
    }
}

impl Interview {
    /// Opens the form for a new goal; the first one begins with the client's wish.
    pub(super) fn add_goal(&mut self) {
        let wish = self.evaluation.goals.first().filter(|goal| goal.index.is_none());
        let goal = wish.map(as_goal).unwrap_or_else(|| {
            let used = |id: &str| self.assessment.goals.iter().any(|goal| goal.metric == id);
            let mut metrics = self.selection.questionnaires.iter().flat_map(|one| &one.goals.metrics);
            let metric = metrics.find(|metric| !used(&metric.id)).map(|metric| metric.id.clone());
            Goal { metric: metric.unwrap_or_default(), ..Goal::default() }
        });
        self.open_form(GoalForm::of(None, goal, GoalField::Metric));
    }

    /// Opens the form for the goal under the cursor.
    pub(super) fn change_goal(&mut self, at: usize) {
        let Some(goal) = self.evaluation.goals.get(at) else { return self.add_goal() };
        match goal.index.and_then(|index| Some((index, self.assessment.goals.get(index)?.clone()))) {
            Some((index, goal)) => self.open_form(GoalForm::of(Some(index), goal, GoalField::Wanted)),
            None => self.add_goal(),
        }
    }

    /// Opens the form at the value reached.
    pub(super) fn note_result(&mut self, at: usize) {
        self.change_goal(at);
        if let Some(Panel::Goals(Goals::Form(form))) = &mut self.panel {
            form.field = GoalField::Actual;
        }
    }

    /// Lays the form over the list, which is back when it is closed.
    fn open_form(&mut self, mut form: GoalForm) {
        self.work_out(&mut form);
        self.lay_over(Panel::Goals(Goals::Form(Box::new(form))));
    }

    /// Shows the form as it is now.
    fn show_form(&mut self, mut form: GoalForm) {
        self.work_out(&mut form);
        self.panel = Some(Panel::Goals(Goals::Form(Box::new(form))));
    }

    /// Works out what follows from what is typed.
    fn work_out(&self, form: &mut GoalForm) {
        form.read(&self.selection, self.assessment.date);
        let mut assessment = self.assessment.clone();
        let mut goals = assessment.goals.clone();
        let at = form.index.unwrap_or(goals.len());
        if at < goals.len() {
            goals[at] = form.goal.clone();
        } else {
            goals.push(form.goal.clone());
        }
        assessment.set_goals(goals);
        form.preview = self.evaluated_as(&assessment).goals.into_iter().find(|goal| goal.index == Some(at));
    }

    pub(in crate::interview) fn edit_form(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        let Some(Panel::Goals(Goals::Form(form))) = &self.panel else { return Vec::new() };
        let mut form = (**form).clone();
        let at = form.field as usize;
        match edit {
            Edit::Tab | Edit::Down => form.step(&self.selection, true),
            Edit::BackTab | Edit::Up => form.step(&self.selection, false),
            Edit::Enter => return self.keep_form(form, now),
            Edit::Left | Edit::Right if form.field == GoalField::Metric => {
                self.other_metric(&mut form, *edit == Edit::Right)
            }
            Edit::Insert(_) if form.field == GoalField::Metric => self.other_metric(&mut form, true),
            Edit::Insert(_) if form.field == GoalField::OwnerIsNew => form.goal.owner_is_new = !form.goal.owner_is_new,
            Edit::Insert(_) if form.field == GoalField::SearchContent => {
                form.goal.search_content = !form.goal.search_content;
            }
            _ if matches!(form.field, GoalField::Metric | GoalField::OwnerIsNew | GoalField::SearchContent) => {}
            _ => {
                form.lines[at].edit(edit);
            }
        }
        self.show_form(form);
        Vec::new()
    }

    fn other_metric(&self, form: &mut GoalForm, forth: bool) {
        let ids: Vec<&str> = self
            .selection
            .questionnaires
            .iter()
            .flat_map(|one| &one.goals.metrics)
            .map(|metric| metric.id.as_str())
            .collect();
        let at = ids.iter().position(|id| *id == form.goal.metric).unwrap_or(0);
        let step = if forth { 1 } else { ids.len().saturating_sub(1) };
        if let Some(id) = ids.get((at + step) % ids.len().max(1)) {
            form.goal.metric = (*id).to_owned();
        }
    }

    /// Keeps the goal, when everything typed can be used; a value reached closes it.
    fn keep_form(&mut self, mut form: GoalForm, now: Timestamp) -> Vec<Effect> {
        self.work_out(&mut form);
        if let Some(wrong) = form.wrong {
            form.field = wrong;
            self.show_form(form);
            return Vec::new();
        }
        let mut goal = form.goal;
        let mut news = GoalNews::Kept;
        if goal.actual.is_some() && goal.status.is_open() {
            if let Some(preview) = form.preview.filter(|_| goal.agreed.is_none()) {
                super::act::freeze(&mut goal, &preview);
            }
            goal.status = GoalStatus::Closed;
            goal.closed = Some(self.today);
            news = GoalNews::Closed;
        }
        let mut goals = self.assessment.goals.clone();
        let at = form.index.unwrap_or(goals.len());
        if at < goals.len() {
            goals[at] = goal;
        } else {
            goals.push(goal);
        }
        let effects = self.record_all(vec![Write::Goals(goals)], now);
        self.close();
        self.panel = Some(Panel::Goals(Goals::List(at)));
        self.message = Some(Message::Goal(news));
        effects
    }
}

/// The goal that a wish comes to, to be written down.
pub(super) fn as_goal(wish: &GoalEvaluation) -> Goal {
    Goal { metric: wish.metric.clone(), wanted: wish.wanted, deadline: wish.deadline, ..Goal::default() }
}
