//! Goals drawn: the forecast against the wish, and when what can be seen.

use serde::Serialize;

use super::{Material, goals};
use crate::evaluation::{GoalEvaluation, GoalKind, Range};
use crate::report::charts;

/// Solid up to today, hatched up to the forecast, a thin line over the range, a marker at the wish.
#[derive(Debug, Serialize)]
pub(super) struct GoalBar {
    /// Where the number stands today, in percent of the scale.
    today: String,
    /// Where the forecast stands, in percent.
    base: String,
    /// Where the likely range starts, in percent.
    low: String,
    /// Where it ends, in percent.
    high: String,
    /// Where the wish stands, in percent; absent without one.
    wanted: Option<String>,
    /// The bar in words.
    spoken: String,
    /// The same in characters.
    drawn: String,
    /// The end of the scale.
    most: String,
}

/// Draws a goal that has a forecast.
pub(super) fn bar(material: &Material, goal: &GoalEvaluation) -> Option<GoalBar> {
    let today = goal.baseline?;
    let Range { low, base, high } = goal.range?;
    let metric = material.selection.goal_metric(&goal.metric);
    let most = [today, high, goal.wanted.unwrap_or(0.0)].into_iter().fold(0.0, f64::max);
    if most <= 0.0 {
        return None;
    }
    let share = |value: f64| 100.0 * value / (most * 1.04);
    let said = |value: f64| goals::amount(material, metric, value, value);
    let range = goals::amount(material, metric, low, high);
    let wanted = goal.wanted.map(said).unwrap_or_default();
    let values = [("today", said(today)), ("base", said(base)), ("range", range), ("wanted", wanted)];
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let key = match (goals::is_carried(material, goal), goal.wanted.is_some()) {
        (true, true) => "goals.spoken_agreed_wanted",
        (true, false) => "goals.spoken_agreed",
        (false, true) => "goals.spoken_wanted",
        (false, false) => "goals.spoken",
    };
    Some(GoalBar {
        today: charts::percent(share(today)),
        base: charts::percent(share(base)),
        low: charts::percent(share(low)),
        high: charts::percent(share(high)),
        wanted: goal.wanted.map(|wanted| charts::percent(share(wanted))),
        spoken: material.words.fill(key, &values),
        drawn: charts::forecast_bar(share(today), share(base), share(high), goal.wanted.map(share)),
        most: said(most),
    })
}

/// Today to the last deadline, with what can be seen when.
#[derive(Debug, Serialize)]
pub(super) struct Timeline {
    /// The months written along the head.
    ticks: Vec<Tick>,
    /// One line for each goal.
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Tick {
    /// Its place, in percent of the time shown.
    at: String,
    /// What is written there.
    text: String,
}

#[derive(Debug, Serialize)]
struct Row {
    /// The goal.
    title: String,
    /// First signs, from and to.
    signs: Option<(String, String)>,
    /// When first signs may show, in words.
    signs_text: String,
    /// When it is to be reached.
    end: String,
    /// The date it is to be reached by.
    end_text: String,
    /// Days on which it is looked at.
    reviews: Vec<String>,
    /// The line in words.
    spoken: String,
}

/// Draws all goals that have a date; nothing without any.
pub(super) fn timeline(material: &Material, all: &[&GoalEvaluation]) -> Option<Timeline> {
    let start = material.assessment.date;
    let days = |date: jiff::civil::Date| f64::from(start.until(date).map_or(0, |span| span.get_days()));
    let end_of = |goal: &GoalEvaluation| match (&goal.standard, goal.deadline) {
        (Some(standard), _) if goal.kind == GoalKind::Standard && !goals::is_carried(material, goal) => {
            Some(f64::from(standard.day))
        }
        (_, Some(deadline)) => Some(days(deadline)).filter(|days| *days > 0.0),
        _ => None,
    };
    let dated: Vec<_> = all.iter().filter_map(|goal| Some((*goal, end_of(goal)?))).collect();
    let last = dated.iter().map(|(_, end)| *end).fold(90.0, f64::max);
    if dated.is_empty() {
        return None;
    }
    let at = |day: f64| charts::percent(100.0 * day / last);
    let show = &material.show;
    let on = |day: f64| {
        // Days of a few years.
        #[allow(clippy::cast_possible_truncation)]
        let day = day.round() as i64;
        start.checked_add(jiff::Span::new().days(day)).map(|date| show.date(date)).unwrap_or_default()
    };
    let signs = first_signs(material);
    let words = material.words;
    let row = |(goal, end): &(&GoalEvaluation, f64)| {
        let title = goals::title(material, goal);
        let signs = signs.filter(|(_, to)| goal.kind.is_forecast() && *to <= *end);
        let signs_text = signs
            .map(|(from, to)| words.fill("goals.signs", &[("days", &show.days_range(from, to))]))
            .unwrap_or_default();
        let end_text = on(*end);
        Row {
            spoken: words.fill("goals.spoken_time", &[("title", &title), ("date", &end_text), ("signs", &signs_text)]),
            signs: signs.map(|(from, to)| (at(from), at(to))),
            end: at(*end),
            reviews: goal
                .reviews
                .iter()
                .map(|date| days(*date))
                .filter(|day| *day > 0.0 && day < end)
                .map(at)
                .collect(),
            title,
            signs_text,
            end_text,
        }
    };
    let months = [0.0, 90.0, 180.0, 270.0, 365.0, 545.0, 730.0, 1095.0];
    let ticks = months.iter().filter(|day| **day <= last).map(|day| Tick {
        at: at(*day),
        text: if *day == 0.0 {
            words.get("goals.today").to_owned()
        } else {
            words.fill("goals.month", &[("n", &show.plain((day / 30.4).round()))])
        },
    });
    Some(Timeline { ticks: ticks.collect(), rows: dated.iter().map(row).collect() })
}

/// When first signs can be seen with the option that was chosen, else with the recommended one.
fn first_signs(material: &Material) -> Option<(f64, f64)> {
    let options = &material.evaluation.options;
    let option = options.iter().find(|one| one.chosen).or_else(|| options.iter().find(|one| one.recommended))?;
    let (from, to) = material.selection.goal_option(&option.id)?.first_signs;
    Some((f64::from(from), f64::from(to)))
}
