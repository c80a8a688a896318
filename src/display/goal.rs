//! Goals in words: the sentence, the verdict, what the numbers rest on. For the screen and for reports alike.

use rust_i18n::t;

use super::Display;
use crate::assessment::GoalStatus;
use crate::evaluation::{AbTest, Blank, Calibration, GoalEvaluation, GoalFlag, GoalKind, Range, Verdict};
use crate::questionnaire::{GoalMetric, NumberSpec, Selection};

impl Display<'_> {
    fn goal_word(&self, key: &str) -> String {
        t!(format!("goals.{key}"), locale = self.locale).into_owned()
    }

    /// What a goal is about: "Enquiries a month"; its id where no questionnaire knows it.
    pub fn goal_label(&self, selection: &Selection, goal: &GoalEvaluation) -> String {
        selection
            .goal_metric(&goal.metric)
            .map_or(goal.metric.as_str(), |metric| metric.label.get(self.locale))
            .to_owned()
    }

    /// A goal's number with its unit, at most one decimal: "40 enquiries a month".
    pub fn goal_value(&self, metric: &GoalMetric, value: f64) -> String {
        self.quantity(&metric.spec, super::rounded(value, 1))
    }

    /// A number without its unit, percent and money aside: for the ends of a sentence that names the unit once.
    fn goal_number(&self, metric: &GoalMetric, value: f64) -> String {
        let bare = NumberSpec { unit: Default::default(), per: None, ..metric.spec.clone() };
        self.quantity(&bare, super::rounded(value, 1))
    }

    /// The range without its middle: "43–49 enquiries a month".
    pub fn goal_range(&self, metric: &GoalMetric, range: Range) -> String {
        self.quantity_range(&metric.spec, super::rounded(range.low, 1), super::rounded(range.high, 1))
    }

    /// Who owns it, or "to be named".
    pub fn goal_owner(&self, goal: &GoalEvaluation) -> String {
        if goal.owner.is_empty() { self.goal_word("to_be_named") } else { goal.owner.clone() }
    }

    /// The goal in one sentence: forecast, standard, or what takes its place.
    pub fn goal_sentence(&self, selection: &Selection, goal: &GoalEvaluation) -> String {
        if let Some(instead) = self.goal_instead(selection, goal) {
            return instead;
        }
        let Some(metric) = selection.goal_metric(&goal.metric) else { return self.goal_word("say.none") };
        let value = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| self.goal_value(metric, value));
        let date = goal.deadline.map_or_else(|| self.goal_word("no_date"), |date| self.date(date));
        let (locale, owner) = (self.locale, self.goal_owner(goal));
        match (goal.status, goal.kind, goal.range, &goal.standard) {
            (GoalStatus::Abandoned, ..) => self.goal_word("say.abandoned"),
            (GoalStatus::Closed, _, range, _) => {
                let base = value(range.map(|range| range.base));
                t!("goals.say.closed", locale = locale, actual = value(goal.actual), base = base).into_owned()
            }
            (_, GoalKind::Leading, ..) => {
                let leading = metric.leading.get(locale);
                t!("goals.say.leading", locale = locale, date = date, leading = leading, owner = owner).into_owned()
            }
            (_, _, Some(range), _) => t!(
                "goals.say.forecast",
                locale = locale,
                baseline = goal.baseline.map_or_else(|| "–".to_owned(), |now| self.goal_number(metric, now)),
                base = value(Some(range.base)),
                range = self.quantity_range(
                    &NumberSpec { unit: Default::default(), per: None, ..metric.spec.clone() },
                    super::rounded(range.low, 1),
                    super::rounded(range.high, 1)
                ),
                date = date,
                owner = owner
            )
            .into_owned(),
            (_, _, _, Some(standard)) => t!(
                "goals.say.standard",
                locale = locale,
                standard = metric.standard.get(locale).replace("{value}", &self.goal_value(metric, standard.value)),
                kept = self.number(standard.kept_of_ten, 0),
                day = standard.day,
                owner = owner
            )
            .into_owned(),
            (_, GoalKind::Manual, ..) => t!(
                "goals.say.manual",
                locale = locale,
                baseline = value(goal.baseline),
                wanted = value(goal.wanted),
                date = date,
                owner = owner
            )
            .into_owned(),
            _ => self.goal_word("say.none"),
        }
    }

    /// Why a goal was replaced, held back or tied to a condition: the check's text, filled in.
    pub fn goal_check(&self, selection: &Selection, goal: &GoalEvaluation, check: &str) -> String {
        selection
            .goal_check(check)
            .map_or_else(String::new, |one| self.filled_in(selection, goal, one.text.get(self.locale)))
    }

    /// The goal that takes the place of the wish, where a check put one there.
    pub fn goal_instead(&self, selection: &Selection, goal: &GoalEvaluation) -> Option<String> {
        let check = selection.goal_check(goal.replaced_by.as_deref()?)?;
        Some(self.filled_in(selection, goal, check.goal.get(self.locale)))
    }

    /// The condition a check adds; empty where it adds none.
    pub fn goal_condition(&self, selection: &Selection, goal: &GoalEvaluation, check: &str) -> String {
        selection
            .goal_check(check)
            .map_or_else(String::new, |one| self.filled_in(selection, goal, one.goal.get(self.locale)))
    }

    fn filled_in(&self, selection: &Selection, goal: &GoalEvaluation, text: &str) -> String {
        let label = self.goal_label(selection, goal);
        let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| self.number(value, 0));
        let hours = goal.assumptions.iter().find(|one| one.id == "hours").and_then(|one| one.number);
        let owner = if goal.owner.is_empty() { self.goal_word("nobody_yet") } else { goal.owner.clone() };
        text.replace("{metric}", &format!("“{label}”"))
            .replace("{owner}", &owner)
            .replace("{events}", &number(goal.events))
            .replace("{low}", &number(goal.sources.map(|ends| ends.0)))
            .replace("{high}", &number(goal.sources.map(|ends| ends.1)))
            .replace("{hours}", &hours.map_or_else(|| "–".to_owned(), |hours| self.hours(hours)))
            .replace("{days}", "30")
    }

    /// How a wish compares with the range, in a sentence.
    pub fn goal_comparison(&self, selection: &Selection, goal: &GoalEvaluation) -> Option<String> {
        let metric = selection.goal_metric(&goal.metric)?;
        let wanted = self.goal_value(metric, goal.wanted?);
        let key = format!("goals.compare.{}", goal.verdict?.id());
        Some(t!(key, locale = self.locale, wanted = wanted).into_owned())
    }

    /// What reaching a wish beyond the range would take.
    pub fn goal_inverse(&self, selection: &Selection, goal: &GoalEvaluation) -> Option<String> {
        let (metric, inverse) = (selection.goal_metric(&goal.metric)?, goal.inverse?);
        let key = match (inverse.money, inverse.until, inverse.money_alone_falls_short) {
            (None, Some(_), _) => "goals.inverse.until",
            (None, None, _) => "goals.inverse.long",
            (Some(_), Some(_), false) => "goals.inverse.money_or_until",
            (Some(_), None, false) => "goals.inverse.money_or_long",
            (Some(_), Some(_), true) => "goals.inverse.not_money_or_until",
            (Some(_), None, true) => "goals.inverse.not_money_or_long",
        };
        let money = inverse.money.map(|money| self.money(money)).unwrap_or_default();
        let date = inverse.until.map(|date| self.date(date)).unwrap_or_default();
        let wanted = self.goal_number(metric, goal.wanted?);
        Some(t!(key, locale = self.locale, wanted = wanted, money = money, date = date).into_owned())
    }

    /// What the numbers rest on, one phrase each, in the order they are printed.
    pub fn goal_assumptions(&self, selection: &Selection, goal: &GoalEvaluation) -> Vec<String> {
        let locale = self.locale;
        let said = goal.assumptions.iter().filter(|one| one.id != "hours").map(|one| {
            let word = one.word.as_deref().unwrap_or_default();
            let value = one.number.unwrap_or_default();
            let percent = self.number(100.0 * value, 0);
            let number = self.number(value, 2);
            let number = number.trim_end_matches('0').trim_end_matches(['.', ',']);
            match one.id.as_str() {
                "cap" => t!(format!("goals.assume.cap_{word}"), locale = locale, number = self.plain(value)),
                "capacity" => {
                    t!(format!("goals.assume.capacity_{word}"), locale = locale, hours = self.hours(value))
                }
                "slowdown" => {
                    let rules = selection.questionnaires.iter().flat_map(|one| &one.goals.slowdowns);
                    let text = rules.into_iter().find(|one| one.id == word).map_or(word, |one| one.text.get(locale));
                    t!("goals.assume.slowdown", locale = locale, text = text, number = number)
                }
                "lag" if value == 1.0 => t!("goals.assume.lag_one", locale = locale),
                "rf" => {
                    let title = selection.goal_option(word).map_or(word, |option| option.title.get(locale));
                    t!("goals.assume.rf", locale = locale, option = title, number = percent)
                }
                "r" => t!("goals.assume.r", locale = locale, number = percent),
                "paid" => t!("goals.assume.paid", locale = locale, money = self.money(value)),
                "through" => {
                    let label = selection.goal_metric(word).map_or(word, |metric| metric.label.get(locale));
                    t!("goals.assume.through", locale = locale, metric = label)
                }
                id => t!(format!("goals.assume.{id}"), locale = locale, number = number),
            }
            .into_owned()
        });
        said.collect()
    }

    /// How many past goals a forecast rests on.
    pub fn goal_record(&self, calibration: Calibration) -> String {
        match calibration.n {
            0 => self.goal_word("record.none"),
            1 => self.goal_word("record.one"),
            n => t!("goals.record.many", locale = self.locale, count = n).into_owned(),
        }
    }

    /// How far a goal has come: draft, proposed, agreed, closed, given up.
    pub fn goal_status(&self, status: GoalStatus) -> String {
        self.goal_word(&format!("status.{}", status.id()))
    }

    /// A verdict in a word or two.
    pub fn goal_verdict(&self, verdict: Verdict) -> String {
        self.goal_word(&format!("verdict.{}", verdict.id()))
    }

    /// A part that is still blank.
    pub fn goal_blank(&self, blank: Blank) -> String {
        self.goal_word(&format!("blank.{}", blank.id()))
    }

    /// What is odd about a goal's numbers, in a sentence.
    pub fn goal_flag(&self, flag: GoalFlag) -> String {
        self.goal_word(&format!("flag.{}", flag.id()))
    }

    /// Whether two versions could be compared.
    pub fn ab_test(&self, test: &AbTest) -> String {
        let key = if test.is_feasible() { "goals.test.feasible" } else { "goals.test.too_few" };
        t!(
            key,
            locale = self.locale,
            needed = self.number(test.needed, 0),
            available = self.number(test.available, 0),
            difference = self.number(test.smallest_difference.ceil(), 0)
        )
        .into_owned()
    }
}
