//! The values that sentences about a goal name, and its assumptions in words.

use super::goals::{amount, is_carried, sentence};
use super::{Material, since};
use crate::display::sentence_start;
use crate::evaluation::{GoalAssumption, GoalEvaluation};
use crate::questionnaire::{GoalMetric, LocalText, NumberSpec};
use crate::report::words::fill;

/// The values that sentences about a goal may name.
pub(super) struct Said {
    pub(super) metric: String,
    pub(super) baseline: String,
    /// Where it stands now; only where it was agreed at an earlier assessment.
    pub(super) now: Option<String>,
    pub(super) agreed: String,
    pub(super) base: String,
    pub(super) range: String,
    pub(super) wanted: String,
    /// The same without what is counted and for which time, where that has just been said.
    short: [String; 4],
    pub(super) date: String,
    pub(super) owner: String,
    pub(super) value: String,
    pub(super) day: String,
    pub(super) kept: String,
}

impl Said {
    /// The values of one goal.
    pub(super) fn of(material: &Material, goal: &GoalEvaluation) -> Self {
        let metric = material.selection.goal_metric(&goal.metric);
        let one = |value: Option<f64>| value.map(|value| amount(material, metric, value, value)).unwrap_or_default();
        let bare = |low: f64, high: f64| short(material, metric, low, high);
        let bare_one = |value: Option<f64>| value.map(|value| bare(value, value)).unwrap_or_default();
        let target = goal.target.or(goal.range.map(|range| range.base));
        let unknown = || material.words.get("goals.no_date").to_owned();
        let owner = goal.owner.trim();
        let standard = goal.standard.as_ref();
        Self {
            metric: metric.map_or(goal.metric.as_str(), |metric| material.text(&metric.label)).to_owned(),
            baseline: one(goal.baseline),
            base: one(target),
            now: since::now(material, goal).filter(|_| is_carried(material, goal)),
            agreed: unbroken(material.show.date(goal.baseline_date)),
            short: [
                bare_one(goal.baseline),
                bare_one(target),
                goal.range.map(|range| bare(range.low, range.high)).unwrap_or_default(),
                bare_one(goal.wanted),
            ],
            range: goal.range.map(|range| amount(material, metric, range.low, range.high)).unwrap_or_default(),
            wanted: one(goal.wanted),
            date: goal.deadline.map_or_else(unknown, |date| unbroken(material.show.date(date))),
            owner: if owner.is_empty() {
                material.words.get("findings.to_be_named").to_owned()
            } else {
                owner.to_owned()
            },
            value: one(standard.map(|one| one.value)),
            day: standard.map(|one| one.day.to_string()).unwrap_or_default(),
            kept: standard.map(|one| material.show.plain(one.kept_of_ten)).unwrap_or_default(),
        }
    }

    /// A text with the values in the places that name them.
    pub(super) fn fill(&self, text: &str) -> String {
        let pairs = [
            ("metric", &self.metric),
            ("baseline", &self.baseline),
            ("base", &self.base),
            ("range", &self.range),
            ("wanted", &self.wanted),
            ("from", &self.short[0]),
            ("to", &self.short[1]),
            ("between", &self.short[2]),
            ("wish", &self.short[3]),
            ("date", &self.date),
            ("agreed", &self.agreed),
            ("now", self.now.as_ref().unwrap_or(&self.baseline)),
            ("owner", &self.owner),
            ("value", &self.value),
            ("day", &self.day),
            ("kept", &self.kept),
        ];
        let pairs: Vec<_> = pairs.into_iter().map(|(name, value)| (name, value.as_str())).collect();
        sentence_start(&fill(text, &pairs))
    }
}

/// A date that stands on one line: in a heading half of it would end up on the next.
fn unbroken(date: String) -> String {
    date.replace(' ', "\u{a0}")
}

/// The same without the noun of a count and without the time.
fn short(material: &Material, metric: Option<&GoalMetric>, low: f64, high: f64) -> String {
    let Some(metric) = metric else { return material.show.range(low, high) };
    let spec = NumberSpec { per: None, unit: LocalText::default(), ..metric.spec.clone() };
    material.show.quantity_range(&spec, low, high)
}

/// What the numbers rest on, in words.
pub(super) fn assumptions(material: &Material, goal: &GoalEvaluation) -> Vec<String> {
    goal.assumptions.iter().filter_map(|one| assumption(material, one)).collect()
}

fn assumption(material: &Material, assumption: &GoalAssumption) -> Option<String> {
    let words = material.words;
    let show = &material.show;
    let word = assumption.word.as_deref().unwrap_or_default();
    let number = assumption.number.unwrap_or_default();
    // What makes progress slower says so itself, in the questionnaire.
    let mut slowdowns = material.selection.questionnaires.iter().flat_map(|one| &one.goals.slowdowns);
    let slowdown = slowdowns.find(|slowdown| slowdown.id == word).map(|one| material.text(&one.text));
    let one = if number == 1.0 { words.maybe_in("goals.assumption", &format!("{}_one", assumption.id)) } else { None };
    let text = slowdown
        .or(one)
        .or_else(|| words.maybe_in("goals.assumption", &format!("{}_{word}", assumption.id)))
        .or_else(|| words.maybe_in("goals.assumption", &assumption.id))?;
    let metric = material.selection.goal_metric(word).map(|metric| material.text(&metric.label));
    let option = material.selection.goal_option(word).map(|option| option.letter.as_str());
    let named = metric.or(option).or_else(|| words.maybe_in("goals.word", word)).unwrap_or(word);
    let values = [
        ("number", show.plain(number)),
        ("percent", show.percent(100.0 * number, 0)),
        ("points", show.percent(number, 1)),
        ("money", show.money(number)),
        ("hours", show.hours(number)),
        ("word", named.to_owned()),
    ];
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Some(sentence(&sentence_start(&fill(text, &values))))
}
