//! Goals: where each number stands, what can be reached, what is wished for, and what that rests on.

use serde::Serialize;

use super::goal_words::{Said, assumptions};
use super::{Material, goal_chart};
use crate::assessment::{Evidence, GoalStatus};
use crate::display::sentence_start;
use crate::evaluation::{ConfidenceWord, GoalEvaluation, GoalKind, Verdict};
use crate::questionnaire::GoalMetric;
use crate::report::words::fill;

/// Goals and what they rest on.
#[derive(Debug, Serialize)]
pub(super) struct Goals {
    /// What the first goal comes to, without a full stop.
    pub(super) headline: String,
    /// How the bars are read; absent where no goal has one.
    read: Option<String>,
    /// The goals that are open, in the order of the file.
    goals: Vec<Goal>,
    /// When to expect what; absent where no goal has a date.
    timeline: Option<goal_chart::Timeline>,
}

#[derive(Debug, Serialize)]
struct Goal {
    /// What is counted, with its unit.
    title: String,
    /// Draft, proposed or agreed.
    status: String,
    /// Why another goal stands in the place of the wish.
    why: Option<String>,
    /// From where to where by when, and who owns it.
    sentence: String,
    /// How the wish compares with the range.
    verdict: Option<String>,
    /// What reaching the wish would take.
    reach: Option<String>,
    /// How many people a test of two versions would need.
    test: Option<String>,
    /// What has to be in place for it, and what is still blank, a sentence each.
    conditions: Vec<String>,
    /// Today, forecast, range and wish as a bar; absent where nothing can be forecast.
    chart: Option<goal_chart::GoalBar>,
    /// The figures of the goal, each with its unit and how well it is known.
    facts: Vec<GoalFact>,
    /// What the forecast assumes, a sentence each.
    assumptions: Vec<String>,
    /// What only the consultant reads.
    internal: Vec<GoalFact>,
}

#[derive(Debug, Serialize)]
struct GoalFact {
    /// What it is.
    label: String,
    /// What it came to, with its unit.
    value: String,
    /// How well it is known; empty where that needs no word.
    mark: String,
}

/// Builds the part; nothing without goals.
pub(super) fn build(material: &Material) -> Option<Goals> {
    let evaluated: Vec<_> = open_goals(material).collect();
    let first = evaluated.first()?;
    let goals: Vec<_> = evaluated.iter().map(|goal| view(material, goal)).collect();
    let drawn = goals.iter().any(|goal| goal.chart.is_some());
    Some(Goals {
        headline: headline(material, first),
        read: drawn.then(|| material.words.get("goals.read").to_owned()),
        timeline: goal_chart::timeline(material, &evaluated),
        goals,
    })
}

/// Goals that are still worked for, and closed ones of this very assessment, in the order of the file.
pub(super) fn open_goals<'a>(material: &Material<'a>) -> impl Iterator<Item = &'a GoalEvaluation> {
    material.evaluation.goals.iter().filter(|goal| goal.stated != GoalStatus::Abandoned)
}

/// Whether it was agreed in an earlier assessment: then it starts from where things stood on that day.
pub(super) fn is_carried(material: &Material, goal: &GoalEvaluation) -> bool {
    goal.baseline_date < material.assessment.date
}

/// A value of a goal's number with its unit and the time it is for.
pub(super) fn amount(material: &Material, metric: Option<&GoalMetric>, low: f64, high: f64) -> String {
    let Some(metric) = metric else { return material.show.range(low, high) };
    material.show.quantity_range(&metric.spec, low, high)
}

/// The name of a goal's number.
pub(super) fn title(material: &Material, goal: &GoalEvaluation) -> String {
    let label = material.selection.goal_metric(&goal.metric).map(|metric| material.text(&metric.label));
    sentence_start(label.unwrap_or(&goal.metric))
}

/// What the goal comes to in one line: the heading of the part, and the goal on the first page.
pub(super) fn headline(material: &Material, goal: &GoalEvaluation) -> String {
    let said = Said::of(material, goal);
    let words = material.words;
    let key = match goal.kind {
        kind if kind.is_forecast() && goal.range.is_some() && is_carried(material, goal) => match said.now {
            Some(_) => "goals.headline.carried_now",
            None => "goals.headline.carried",
        },
        kind if kind.is_forecast() && goal.range.is_some() => match goal.verdict {
            Some(Verdict::Beyond) => "goals.headline.beyond",
            Some(Verdict::Stretch) => "goals.headline.stretch",
            _ => "goals.headline.reach",
        },
        GoalKind::Standard if goal.standard.is_some() => return standard(material, goal, &said),
        GoalKind::Measure => "goals.headline.measure",
        GoalKind::Leading => "goals.headline.leading",
        GoalKind::Manual => "goals.headline.manual",
        _ => return instead(material, goal, &said).unwrap_or_else(|| said.fill(words.get("goals.headline.manual"))),
    };
    said.fill(words.get(key))
}

/// The goal as the first page says it: its sentence, and how the wish compares.
pub(super) fn first_page(material: &Material, goal: &GoalEvaluation) -> String {
    let said = Said::of(material, goal);
    let forecast = goal.kind.is_forecast() && goal.range.is_some();
    if !forecast {
        return sentence(&headline(material, goal));
    }
    if is_carried(material, goal) {
        let now = said.now.as_ref().map(|_| said.fill(material.words.get("goals.now")));
        let agreed = said.fill(material.words.get("goals.first_page_carried"));
        return [Some(agreed), now].into_iter().flatten().collect::<Vec<_>>().join(" ");
    }
    let key = if goal.wanted.is_some() { "goals.first_page_wanted" } else { "goals.first_page" };
    let verdict = goal.verdict.map(|verdict| said.fill(material.words.get(&format!("goals.verdict.{}", verdict.id()))));
    let text = said.fill(material.words.get(key));
    [Some(text), verdict].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A line with a full stop.
pub(super) fn sentence(line: &str) -> String {
    if line.ends_with(['.', '?', '!', '…']) { line.to_owned() } else { format!("{line}.") }
}

fn standard(material: &Material, goal: &GoalEvaluation, said: &Said) -> String {
    let metric = material.selection.goal_metric(&goal.metric);
    let words = metric.map(|metric| material.text(&metric.standard)).filter(|text| !text.is_empty());
    let what = said.fill(words.unwrap_or("{metric}: {value}"));
    fill(
        material.words.get("goals.standard"),
        &[("standard", &what), ("kept", &counted_word(material, &said.kept)), ("day", &said.day)],
    )
}

/// "nine" for "9".
fn counted_word(material: &Material, digits: &str) -> String {
    digits.parse().map_or_else(|_| digits.to_owned(), |number| material.words.number(number))
}

/// The goal that a check puts in the place of the wish.
fn instead(material: &Material, goal: &GoalEvaluation, said: &Said) -> Option<String> {
    let check = material.selection.goal_check(goal.replaced_by.as_deref()?)?;
    let text = material.text(&check.goal);
    (!text.is_empty()).then(|| said.fill(&check_numbers(material, goal, text)))
}

/// Numbers that the text of a check may name.
fn check_numbers(material: &Material, goal: &GoalEvaluation, text: &str) -> String {
    let plain = |value: Option<f64>| value.map(|value| material.show.plain(value)).unwrap_or_default();
    let hours = material.evaluation.plan.hours.map(|hours| material.show.hours(hours)).unwrap_or_default();
    let (events, low, high) =
        (plain(goal.events), plain(goal.sources.map(|(low, _)| low)), plain(goal.sources.map(|(_, high)| high)));
    let mut values = vec![("events", events.as_str()), ("low", &low), ("high", &high), ("hours", &hours)];
    if goal.owner.trim().is_empty() {
        values.push(("owner", material.words.get("goals.nobody_yet")));
    }
    fill(text, &values)
}

fn view(material: &Material, goal: &GoalEvaluation) -> Goal {
    let said = Said::of(material, goal);
    let words = material.words;
    let check = |id: &String| {
        let check = material.selection.goal_check(id)?;
        let texts = [material.text(&check.text), material.text(&check.goal)];
        let text = texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then(|| said.fill(&check_numbers(material, goal, &text)))
    };
    let why = goal
        .replaced_by
        .as_ref()
        .and_then(|id| material.selection.goal_check(id))
        .map(|check| said.fill(&check_numbers(material, goal, material.text(&check.text))));
    let sentence = match goal.kind {
        kind if kind.is_forecast() && goal.range.is_some() => said.fill(words.get("goals.sentence")),
        _ => headline(material, goal),
    };
    Goal {
        title: title(material, goal),
        status: sentence_start(words.get(&format!("goals.status.{}", goal.status.id()))),
        why: why.filter(|why| !why.is_empty()),
        sentence,
        verdict: goal
            .verdict
            .filter(|_| goal.wanted.is_some())
            .map(|verdict| said.fill(words.get(&format!("goals.verdict.{}", verdict.id())))),
        reach: reach(material, goal, &said),
        test: test(material, goal),
        conditions: goal.conditions.iter().filter_map(check).collect(),
        chart: goal_chart::bar(material, goal),
        facts: facts(material, goal, &said),
        assumptions: assumptions(material, goal),
        internal: if material.is_internal() { internal(material, goal) } else { Vec::new() },
    }
}

/// What reaching a wish beyond the range would take.
fn reach(material: &Material, goal: &GoalEvaluation, said: &Said) -> Option<String> {
    let words = material.words;
    let inverse = goal.inverse.as_ref();
    let until = match inverse.and_then(|one| one.until) {
        Some(date) => words.fill("goals.until", &[("date", &material.show.date(date))]),
        None => words.get("goals.until_long").to_owned(),
    };
    let money = inverse.and_then(|one| one.money).map(|money| material.show.money(money));
    let text = match (inverse, money) {
        (Some(_), Some(money)) => {
            words.fill("goals.inverse_money", &[("wanted", &said.wanted), ("money", &money), ("until", &until)])
        }
        (Some(_), None) => words.fill("goals.inverse_time", &[("wanted", &said.wanted), ("until", &until)]),
        (None, _) => return None,
    };
    let short = inverse.is_some_and(|one| one.money_alone_falls_short);
    Some(sentence(&if short { words.fill("goals.money_alone", &[("text", &text)]) } else { text }))
}

/// Whether two versions could be compared, and what to do where they could not (domain.md 6.3).
fn test(material: &Material, goal: &GoalEvaluation) -> Option<String> {
    let test = goal.test.as_ref()?;
    let plain = |value: f64| material.show.plain(value);
    let values = [
        ("needed", plain(test.needed.ceil())),
        ("available", plain(test.available.floor())),
        ("difference", plain(test.difference)),
        ("smallest", material.show.number(test.smallest_difference, 0)),
    ];
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let key = if test.is_feasible() { "goals.test" } else { "goals.test_small" };
    Some(material.words.fill(key, &values))
}

fn facts(material: &Material, goal: &GoalEvaluation, said: &Said) -> Vec<GoalFact> {
    let words = material.words;
    let calculated = material.show.calculated();
    let fact = |key: &str, value: &str, mark: String| {
        let label = words.get(&format!("goals.fact.{key}")).to_owned();
        (!value.is_empty()).then(|| GoalFact { label, value: value.to_owned(), mark })
    };
    let metric = material.selection.goal_metric(&goal.metric);
    let basis = goal.baseline_evidence.map_or_else(|| calculated.clone(), |weakest| basis(material, weakest));
    let none = String::new;
    let leading = metric.map(|metric| material.text(&metric.leading)).unwrap_or_default();
    let dates: Vec<_> = goal.reviews.iter().map(|date| material.show.date(*date)).collect();
    let forecast = goal.kind.is_forecast();
    let confidence = if forecast { material.show.confidence(goal.confidence) } else { String::new() };
    let cases = match goal.calibration.n {
        0 => words.get("goals.cases_none").to_owned(),
        cases => words.counted("goals.cases", cases, &[]),
    };
    let rests = match goal.confidence {
        ConfidenceWord::Low => words.get("goals.confidence_low").to_owned(),
        _ => String::new(),
    };
    let definition = metric.map(|metric| material.text(&metric.definition)).unwrap_or_default();
    [
        if is_carried(material, goal) {
            fact("start", &said.baseline, material.show.date(goal.baseline_date))
        } else {
            fact("today", &said.baseline, basis)
        },
        fact("now", said.now.as_deref().unwrap_or_default(), calculated.clone()),
        fact("range", &said.range, if forecast { calculated } else { none() }),
        fact("wanted", &said.wanted, material.show.evidence(Evidence::Stated)),
        fact("deadline", &goal.deadline.map(|date| material.show.date(date)).unwrap_or_default(), none()),
        fact("owner", &said.owner, none()),
        fact("counted", definition, none()),
        fact("leading", &sentence_start(leading), none()),
        fact("confidence", &confidence, if rests.is_empty() { none() } else { rests }),
        fact("cases", if forecast { &cases } else { "" }, none()),
        fact("reviews", &material.show.names(&dates), none()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How well a baseline is known: calculated from answers, the weakest of which matters.
fn basis(material: &Material, weakest: Evidence) -> String {
    let words = material.words;
    words.fill(
        "goals.basis",
        &[("calculated", &material.show.calculated()), ("evidence", &material.show.evidence(weakest))],
    )
}

/// What the consultant needs beside a goal: the chance, the cases, what is blank or odd.
fn internal(material: &Material, goal: &GoalEvaluation) -> Vec<GoalFact> {
    let words = material.words;
    let calibration = &goal.calibration;
    let two = |value: f64| material.show.number(value, 3);
    let mut lines = Vec::new();
    let mut line = |key: &str, value: String| {
        if !value.is_empty() {
            lines.push(GoalFact {
                label: words.get(&format!("goals.internal.{key}")).to_owned(),
                value,
                mark: String::new(),
            });
        }
    };
    if goal.kind.is_forecast() {
        line("hit", material.show.percent(100.0 * calibration.hit_chance, 0));
        line("r", format!("{} / {} / {}", two(calibration.r_low), two(calibration.r), two(calibration.r_high)));
        line("planned", goal.planned.map(|planned| material.show.number(planned, 3)).unwrap_or_default());
        line("quarters", goal.quarters_needed.map(|quarters| material.show.number(quarters, 1)).unwrap_or_default());
        line("events", goal.events.map(|events| material.show.plain(events)).unwrap_or_default());
    }
    let words_of = |group: &str, ids: Vec<&str>| {
        let names: Vec<_> = ids.iter().map(|id| words.get(&format!("goals.{group}.{id}")).to_owned()).collect();
        material.show.names(&names)
    };
    line("blanks", words_of("blank", goal.blanks.iter().map(|one| one.id()).collect()));
    line("flags", words_of("flag", goal.flags.iter().map(|one| one.id()).collect()));
    line("findings", material.show.names(&goal.findings));
    let noted = goal.index.and_then(|at| material.assessment.goals.get(at)).map(|noted| noted.reason.trim().to_owned());
    line("reason", noted.unwrap_or_default());
    line("allowed", words.get(&format!("goals.status.{}", goal.allowed.id())).to_owned());
    lines
}
