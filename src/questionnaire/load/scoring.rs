//! The assumptions that scoring computes with, read once by their ids.

use super::assumptions::Placed;
use crate::assessment::Evidence;
use crate::problem::{Problem, Source};
use crate::questionnaire::{AssumedValue, PrintLimits, Scoring};

/// The largest number of things a report can be told to print.
const MOST_PRINTED: f64 = 1000.0;

/// Reads the scoring; what is missing or impossible is reported and counts as nothing.
pub(super) fn scoring(list: &[Placed], problems: &mut Vec<Problem>) -> Scoring {
    let mut values = Values { list, problems };
    let confidence = (values.percent("confidence.high"), values.percent("confidence.medium"));
    let gaps = [values.percent("gap.moderate"), values.percent("gap.large"), values.percent("gap.very_large")];
    values.ascending("gap.large", gaps[0] <= gaps[1], "gap.moderate");
    values.ascending("gap.very_large", gaps[1] <= gaps[2], "gap.large");
    values.ascending("confidence.high", confidence.1 <= confidence.0, "confidence.medium");
    Scoring {
        evidence: Evidence::ALL.map(|one| values.number(&format!("evidence.{}", one.id()), 0.0, 1.0)),
        spread: Evidence::ALL.map(|one| values.percent(&format!("spread.{}", one.id()))),
        area_coverage: values.percent("print.area_coverage"),
        overall_coverage: values.percent("print.overall_coverage"),
        items_coverage: values.percent("print.items_coverage"),
        confidence_high: confidence.0,
        confidence_medium: confidence.1,
        default_wanted: values.percent("gap.default_wanted"),
        wanted_step: values.percent("gap.wanted_step"),
        gap_limits: gaps,
        pain_factor: values.number("priority.pain_factor", 0.0, 100.0),
        goal_weight: values.percent("priority.goal_weight"),
        default_confidence: values.number("priority.default_confidence", 0.0, 1.0),
        weight_unit: values.number("priority.weight_unit", 1e-6, 100.0),
        effort_limits: values.three("effort.class_limits"),
        quick_win: (values.class("label.quick_win_class"), values.class("label.quick_win_severity")),
        big_bet: (values.class("label.big_bet_class"), values.class("label.big_bet_severity")),
        print: PrintLimits {
            foundations: values.count("report.foundations"),
            findings_in_full: values.count("report.findings_in_full"),
            findings_in_line: values.count("report.findings_in_line"),
            strengths: values.count("report.strengths"),
            quotes: values.count("report.quotes"),
            lowest_items: values.count("report.lowest_items"),
        },
    }
}

/// Looks numbers up by their ids, and reports what is missing or impossible.
pub(super) struct Values<'a> {
    pub list: &'a [Placed],
    pub problems: &'a mut Vec<Problem>,
}

impl<'a> Values<'a> {
    fn find(&mut self, id: &str) -> Option<&'a Placed> {
        let found = self.list.iter().find(|one| one.assumption.id == id);
        if found.is_none() {
            let source =
                self.list.first().map_or_else(|| Source::new("assumptions.toml", ""), |one| one.source.clone());
            let remedy = format!("Add an [[assumption]] with id = \"{id}\"");
            self.problems.push(Problem::error(&source, 0..0, format!("the assumption '{id}' is missing"), remedy));
        }
        found
    }

    fn wrong(&mut self, place: &Placed, wanted: &str) {
        let message = format!("'value' of assumption '{}' must be {wanted}", place.assumption.id);
        self.problems.push(Problem::error(&place.source, place.span.clone(), message, ""));
    }

    pub fn number(&mut self, id: &str, low: f64, high: f64) -> f64 {
        let Some(place) = self.find(id) else { return low };
        match place.assumption.value {
            AssumedValue::Number(number) if (low..=high).contains(&number) => number,
            _ => {
                self.wrong(place, &format!("a number between {low} and {high}"));
                low
            }
        }
    }

    pub fn percent(&mut self, id: &str) -> f64 {
        self.number(id, 0.0, 100.0)
    }

    pub fn whole(&mut self, id: &str, low: f64, high: f64) -> f64 {
        let number = self.number(id, low, high);
        if number.fract() != 0.0
            && let Some(place) = self.find(id)
        {
            self.wrong(place, "a whole number");
        }
        number.floor()
    }

    fn class(&mut self, id: &str) -> u8 {
        self.whole(id, 1.0, 4.0) as u8
    }

    pub fn count(&mut self, id: &str) -> usize {
        self.whole(id, 0.0, MOST_PRINTED) as usize
    }

    fn three(&mut self, id: &str) -> [f64; 3] {
        self.several(id, 0.0, 1e9)
    }

    /// So many ascending numbers, all of them within bounds.
    pub fn several<const N: usize>(&mut self, id: &str, low: f64, high: f64) -> [f64; N] {
        let Some(place) = self.find(id) else { return [low.max(0.0); N] };
        if let AssumedValue::Numbers(numbers) = &place.assumption.value
            && let Ok(numbers) = <[f64; N]>::try_from(numbers.as_slice())
            && numbers.iter().all(|number| (low..=high).contains(number))
        {
            return numbers;
        }
        self.wrong(place, &format!("a list of {N} ascending numbers between {low} and {high}"));
        [low.max(0.0); N]
    }

    /// Any number of ascending numbers, all of them within bounds.
    pub fn all(&mut self, id: &str, low: f64, high: f64) -> Vec<f64> {
        let Some(place) = self.find(id) else { return Vec::new() };
        match &place.assumption.value {
            AssumedValue::Numbers(numbers) if numbers.iter().all(|number| (low..=high).contains(number)) => {
                numbers.clone()
            }
            _ => {
                self.wrong(place, &format!("a list of ascending numbers between {low} and {high}"));
                Vec::new()
            }
        }
    }

    pub fn ascending(&mut self, id: &str, fits: bool, lower: &str) {
        if !fits && let Some(place) = self.find(id) {
            self.wrong(place, &format!("no less than '{lower}'"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::scoring;

    #[test]
    fn every_missing_assumption_is_named() {
        let mut problems = Vec::new();
        scoring(&[], &mut problems);
        let told: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        for id in ["evidence.guess", "spread.record", "effort.class_limits", "label.big_bet_severity", "report.quotes"]
        {
            assert!(told.contains(&format!("the assumption '{id}' is missing").as_str()), "{id}: {told:?}");
        }
    }
}
