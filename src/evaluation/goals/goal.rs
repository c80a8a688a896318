//! One goal: its baseline, its checks, its forecast, what it still lacks.

use jiff::civil::Date;
use jiff::{ToSpan, Unit};

use super::baseline::{Baseline, baseline};
use super::calibrate::calibrate;
use super::checks::{Checked, Looked, check};
use super::forecast::{Means, cap, paid_lift, planned, quarters, range_down};
use super::setting::Setting;
use super::standard::{is_better, standard};
use super::verdict::{Shortfall, inverse, quarters_needed, verdict};
use super::{Calibration, Capacity, GoalAssumption, GoalEvaluation, GoalFlag, GoalKind, Verdict, abtest};
use crate::assessment::{Evidence, Goal, GoalStatus};
use crate::evaluation::{ConfidenceWord, Range};
use crate::questionnaire::{Better, GoalClass, GoalMetric, Instead, NumberKind};

/// The option a forecast is made with.
#[derive(Debug, Clone, Copy)]
pub struct Assumed<'a> {
    /// Its id.
    pub id: &'a str,
    /// Share of the planned improvement that the hours allow.
    pub rf: f64,
}

/// A goal with everything that is computed of it but findings and the plan.
pub struct Worked {
    /// What came of it.
    pub evaluation: GoalEvaluation,
    /// How fast it could go: the cap a quarter as a share or in points, slowdowns included.
    pub(super) cap: f64,
    /// Quarters before it moves.
    pub(super) lag: f64,
    /// The improvement planned, before dilution and calibration.
    planned: Option<f64>,
}

/// Works a goal of the file out, or one drafted from the wish (`index` none).
pub fn work(
    setting: &Setting<'_, '_>,
    goal: &Goal,
    index: Option<usize>,
    months: Option<i32>,
    option: Option<Assumed<'_>>,
) -> Worked {
    let metric = setting.selection.goal_metric(&goal.metric);
    let class = metric.map_or(GoalClass::Manual, |metric| metric.class);
    let is_carried = is_carried(setting, goal);
    let is_settled = is_carried || !goal.status.is_open();
    let mut standing = metric.map(|metric| baseline(setting, metric)).unwrap_or_default();
    if class == GoalClass::Manual || is_settled {
        standing.value = goal.baseline.or(standing.value);
    }
    let looked = Looked {
        baseline_is_sound: standing.is_sound(),
        events: standing.events,
        has_owner: !goal.owner.trim().is_empty(),
    };
    let checked = if is_settled { Checked::default() } else { check(setting, class, looked) };
    let capacity = setting.capacity();
    let calibration =
        calibrate(setting.numbers, setting.record, class, &setting.model, capacity.unwrap_or(Capacity::Low));
    let months = months.or_else(|| Some(whole_months(setting.assessment.date, goal.deadline?)));
    let mut worked = Worked {
        evaluation: bare(setting, goal, index, class, &standing, &checked, calibration),
        cap: 0.0,
        lag: 0.0,
        planned: None,
    };
    worked.evaluation.months = months;
    if let Some(metric) = metric {
        worked.wish(metric, goal);
        // a goal that another one comes before, or that is only to be followed, has a lag all the same
        worked.pace(setting, metric, goal, capacity);
        worked.evaluation.lag = worked.lag;
        if is_settled {
            worked.as_agreed(setting, metric, goal);
        } else if checked.replaced.is_none() {
            worked.forecast(setting, metric, option);
            worked.assume(setting, metric, goal, capacity, option);
            worked.compare(setting, metric, option);
            worked.changed_since(goal);
        }
    } else {
        worked.evaluation.flags.push(GoalFlag::UnknownMetric);
    }
    worked.status(metric, goal, &checked, is_settled);
    worked
}

/// Whether a goal was agreed in an assessment before this one: what was agreed then stands, whatever is answered now.
fn is_carried(setting: &Setting<'_, '_>, goal: &Goal) -> bool {
    goal.status == GoalStatus::Agreed && goal.agreed.is_some_and(|day| day < setting.assessment.date)
}

/// The parts that need no computing.
fn bare(
    setting: &Setting<'_, '_>,
    goal: &Goal,
    index: Option<usize>,
    class: GoalClass,
    standing: &Baseline,
    checked: &Checked,
    calibration: Calibration,
) -> GoalEvaluation {
    let kind = match checked.replaced.as_ref().map(|(_, instead)| instead) {
        Some(Instead::Measure) => GoalKind::Measure,
        Some(Instead::Hours) => GoalKind::Hours,
        Some(Instead::Handover) => GoalKind::Handover,
        Some(Instead::Capacity) => GoalKind::Capacity,
        Some(_) => GoalKind::Practice,
        None => kind_of(class),
    };
    let today = setting.assessment.date;
    let mut reviews: Vec<Date> = setting
        .numbers
        .reviews
        .iter()
        .filter_map(|days| today.checked_add((*days as i64).days()).ok())
        .filter(|day| goal.deadline.is_none_or(|deadline| *day < deadline))
        .collect();
    reviews.extend(goal.deadline.filter(|deadline| *deadline > today));
    GoalEvaluation {
        metric: goal.metric.clone(),
        index,
        class,
        kind,
        replaced_by: checked.replaced.as_ref().map(|(id, _)| id.clone()),
        conditions: checked.conditions.clone(),
        baseline: standing.value,
        baseline_date: today,
        baseline_evidence: standing.evidence,
        sources: standing.sources,
        events: standing.events,
        wanted: goal.wanted,
        deadline: goal.deadline,
        months: None,
        lag: 0.0,
        unrounded: None,
        range: None,
        target: None,
        planned: None,
        verdict: None,
        quarters_needed: None,
        inverse: None,
        standard: None,
        test: None,
        findings: Vec::new(),
        assumptions: hours_alone(setting, checked),
        confidence: confidence(setting, standing, calibration.n),
        calibration,
        owner: goal.owner.trim().to_owned(),
        stated: goal.status,
        status: goal.status,
        allowed: GoalStatus::Draft,
        blanks: Vec::new(),
        flags: Vec::new(),
        actual: goal.actual,
        reviews,
    }
}

/// The hours there are, where they are the reason that another goal comes first.
fn hours_alone(setting: &Setting<'_, '_>, checked: &Checked) -> Vec<GoalAssumption> {
    let by_hours = matches!(checked.replaced, Some((_, Instead::Hours)));
    let hours = setting.hours.filter(|_| by_hours);
    hours.map(|hours| GoalAssumption { id: "hours".to_owned(), number: Some(hours), word: None }).into_iter().collect()
}

fn kind_of(class: GoalClass) -> GoalKind {
    match class {
        GoalClass::Practice => GoalKind::Practice,
        GoalClass::Coverage => GoalKind::Coverage,
        GoalClass::Standard => GoalKind::Standard,
        GoalClass::Volume => GoalKind::Volume,
        GoalClass::Rate => GoalKind::Rate,
        GoalClass::Manual => GoalKind::Manual,
    }
}

/// High with a measured baseline, many events and many cases; low with a guess or few events; else medium.
fn confidence(setting: &Setting<'_, '_>, standing: &Baseline, cases: usize) -> ConfidenceWord {
    let numbers = setting.numbers;
    let measured = matches!(standing.evidence, Some(Evidence::Record | Evidence::Observed));
    let events = |enough: &dyn Fn(f64) -> bool| standing.events.is_some_and(enough);
    if standing.evidence == Some(Evidence::Guess) || events(&|events| events < numbers.few_events) {
        ConfidenceWord::Low
    } else if measured && events(&|events| events >= numbers.many_events) && cases >= numbers.many_cases {
        ConfidenceWord::High
    } else {
        ConfidenceWord::Medium
    }
}

/// Whole months from one date to another, counted as calendars do: the 31st plus a month is the last of the next.
pub fn whole_months(from: Date, to: Date) -> i32 {
    let Ok(span) = from.until((Unit::Month, to)) else { return 0 };
    let months = i64::from(span.get_years()) * 12 + i64::from(span.get_months());
    let next = from.checked_add((months + 1).months());
    let months = if next.is_ok_and(|next| next <= to) { months + 1 } else { months };
    months.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
}

impl Worked {
    /// The range with another share of the hours, rounded; nothing where nothing is forecast.
    pub fn range_with(&self, setting: &Setting<'_, '_>, rf: f64) -> Option<Range> {
        let metric = setting.selection.goal_metric(&self.evaluation.metric)?;
        let range = self.unrounded(rf)?;
        Some(range_down(metric.spec.kind, metric.class, range))
    }

    fn unrounded(&self, rf: f64) -> Option<Range> {
        let (baseline, planned, r) = (self.evaluation.baseline?, self.planned?, self.evaluation.calibration);
        let at = |ratio: f64| baseline + planned * rf * ratio;
        Some(Range { low: at(r.r_low), base: at(r.r), high: at(r.r_high) })
    }

    /// Looks at the wish: a share above a hundred counts as a hundred, and a wish should be better than today.
    fn wish(&mut self, metric: &GoalMetric, goal: &Goal) {
        let it = &mut self.evaluation;
        if metric.spec.kind == NumberKind::Percent || matches!(metric.class, GoalClass::Practice) {
            if goal.wanted.is_some_and(|wanted| wanted > 100.0) {
                it.flags.push(GoalFlag::AboveHundred);
            }
            it.wanted = goal.wanted.map(|wanted| wanted.min(100.0));
        }
        if let (Some(wanted), Some(now)) = (it.wanted, it.baseline)
            && !is_better(metric.better, wanted, now)
        {
            it.flags.push(GoalFlag::NoImprovement);
        }
        if goal.status.is_open() && it.months.is_some() && goal.deadline.is_some_and(|day| day <= it.baseline_date) {
            it.flags.push(GoalFlag::DeadlinePassed);
        }
    }

    /// A goal that is over, or that an earlier assessment agreed, says what was said when it was agreed.
    fn as_agreed(&mut self, setting: &Setting<'_, '_>, metric: &GoalMetric, goal: &Goal) {
        let it = &mut self.evaluation;
        it.range = goal.low.zip(goal.base).zip(goal.high).map(|((low, base), high)| Range { low, base, high });
        it.unrounded = it.range;
        it.planned = goal.planned;
        it.target = it.range.and(goal.target(metric.better == Better::Lower));
        it.baseline_date = goal.agreed.unwrap_or(it.baseline_date);
        if !goal.status.is_open() {
            return;
        }
        it.verdict = it.wanted.zip(it.range).map(|(wanted, range)| verdict(wanted, range));
        if let (GoalClass::Standard, Some(baseline)) = (metric.class, it.baseline) {
            it.standard = standard(setting, metric, baseline, it.wanted);
            it.target = it.standard.as_ref().map(|standard| standard.value);
        }
        if it.flags.contains(&GoalFlag::DeadlinePassed) {
            it.flags = vec![GoalFlag::Due];
        }
    }

    /// How fast the metric can move, and when it begins to.
    fn pace(&mut self, setting: &Setting<'_, '_>, metric: &GoalMetric, goal: &Goal, capacity: Option<Capacity>) {
        let numbers = setting.numbers;
        let own = setting.number(metric.lag.as_ref()).or(metric.lag.as_ref().and(metric.lag_unknown));
        let usual = match metric.class {
            GoalClass::Volume if goal.search_content => numbers.lag_search,
            GoalClass::Volume => numbers.lag_volume,
            GoalClass::Rate => numbers.lag_rate,
            _ => 0.0,
        };
        let slow = if metric.slow_sales && setting.slow_sales { numbers.lag_slow_sales } else { 0.0 };
        self.lag = own.unwrap_or(usual).max(0.0) + slow;
        let whole = capacity.and_then(|capacity| cap(numbers, metric.class, capacity)).unwrap_or_default();
        let new_owner = if goal.owner_is_new { numbers.new_owner } else { 1.0 };
        self.cap = setting.slowdowns.iter().fold(whole * new_owner, |cap, (_, factor)| cap * factor);
    }

    fn forecast(&mut self, setting: &Setting<'_, '_>, metric: &GoalMetric, option: Option<Assumed<'_>>) {
        let forecast = cap(setting.numbers, metric.class, Capacity::Low).is_some();
        if setting.hours.is_none() && (forecast || metric.class == GoalClass::Standard) {
            self.evaluation.flags.push(GoalFlag::HoursUnknown);
        }
        let Some(baseline) = self.evaluation.baseline else { return };
        if metric.class == GoalClass::Standard {
            self.evaluation.standard = standard(setting, metric, baseline, self.evaluation.wanted);
            self.evaluation.target = self.evaluation.standard.as_ref().map(|standard| standard.value);
            return;
        }
        if matches!(metric.class, GoalClass::Volume | GoalClass::Rate) && baseline <= 0.0 {
            self.evaluation.flags.push(GoalFlag::NothingToGrow);
            return;
        }
        let passed = self.evaluation.flags.contains(&GoalFlag::DeadlinePassed);
        let (true, Some(_), Some(months), false) = (forecast, setting.hours, self.evaluation.months, passed) else {
            return;
        };
        let means =
            Means { cap: self.cap, quarters: quarters(months, self.lag), paid: paid(setting, metric, baseline) };
        if means.quarters == 0 && matches!(metric.class, GoalClass::Volume | GoalClass::Rate) {
            self.evaluation.kind = GoalKind::Leading;
            return;
        }
        self.planned = Some(planned(setting.numbers, metric.class, baseline, means));
        let rf = option.map_or(1.0, |option| option.rf);
        self.evaluation.planned = self.planned.map(|planned| planned * rf);
        self.evaluation.unrounded = self.unrounded(rf);
        self.evaluation.range = self.range_with(setting, rf);
        if metric.class == GoalClass::Rate {
            let audience = setting.number(metric.audience.as_ref());
            let test = audience.and_then(|people| abtest::ab_test(baseline, setting.numbers.test_difference, people));
            self.evaluation.test = test;
        }
    }

    /// Compares the wish with the range.
    fn compare(&mut self, setting: &Setting<'_, '_>, metric: &GoalMetric, option: Option<Assumed<'_>>) {
        let it = &mut self.evaluation;
        let (Some(range), Some(unrounded), Some(baseline)) = (it.range, it.unrounded, it.baseline) else { return };
        it.target = Some(it.wanted.map_or(range.base, |wanted| range.base.min(wanted)));
        let Some(wanted) = it.wanted else { return };
        let found = verdict(wanted, range);
        it.verdict = Some(found);
        if found != Verdict::Beyond || metric.class != GoalClass::Volume {
            return;
        }
        let pace = self.cap / 100.0 * it.calibration.r * option.map_or(1.0, |option| option.rf);
        it.quarters_needed = quarters_needed(baseline, wanted, self.lag, pace);
        let shortfall = Shortfall {
            missing: wanted - unrounded.base,
            baseline,
            cost: setting.number(metric.cost.as_ref()),
            per_enquiry: setting.number(metric.per_enquiry.as_ref()).unwrap_or(1.0),
            quarters: it.quarters_needed,
        };
        it.inverse = Some(inverse(setting.numbers, &shortfall, setting.assessment.date));
    }

    /// Says when the range agreed on would be another today.
    fn changed_since(&mut self, goal: &Goal) {
        let (Some(range), GoalStatus::Agreed) = (self.evaluation.range, goal.status) else { return };
        if goal.base.is_some_and(|base| (base - range.base).abs() > 1e-9) {
            self.evaluation.flags.push(GoalFlag::Changed);
        }
    }
}

pub(super) fn paid(setting: &Setting<'_, '_>, metric: &GoalMetric, baseline: f64) -> f64 {
    let cost = setting.number(metric.cost.as_ref());
    let per_enquiry = setting.number(metric.per_enquiry.as_ref()).unwrap_or(1.0);
    paid_lift(setting.numbers, baseline, setting.extra, cost, per_enquiry)
}
