//! Ways to go on, side by side: what each could bring, when it shows, what could go wrong.

use serde::Serialize;

use super::{Material, goals};
use crate::evaluation::{OptionEvaluation, Range, Recommendation};
use crate::questionnaire::GoalOption;

/// The options side by side.
#[derive(Debug, Serialize)]
pub(super) struct Options {
    /// Which way fits best or was chosen, without a full stop.
    pub(super) headline: String,
    /// Why one is recommended, or why none is.
    reason: String,
    /// The ways to go on.
    cards: Vec<Card>,
    /// One line for each thing that is compared, with a value for each option.
    lines: Vec<Line>,
    /// What to expect of the chosen or recommended one; empty where there is none.
    expectation: String,
}

#[derive(Debug, Serialize)]
struct Card {
    /// Its letter: A, B, C.
    letter: String,
    /// Its name.
    title: String,
    /// What it means, in a sentence.
    summary: String,
    /// Whether it fits best.
    recommended: bool,
    /// Whether the client chose it.
    chosen: bool,
    /// What stands beside the title: recommended, chosen.
    mark: String,
}

#[derive(Debug, Serialize)]
struct Line {
    /// What is compared.
    label: String,
    /// What it comes to, one value for each way, in their order.
    values: Vec<String>,
}

/// Builds the part; nothing without options.
pub(super) fn build(material: &Material) -> Option<Options> {
    // Without a goal or a recommendation there is nothing to choose between yet.
    let known: Vec<(&OptionEvaluation, &GoalOption)> = material
        .evaluation
        .options
        .iter()
        .filter_map(|one| Some((one, material.selection.goal_option(&one.id)?)))
        .collect();
    let asked = known.iter().any(|(one, _)| one.chosen || one.recommended || one.rf.is_some());
    if known.is_empty() || !asked {
        return None;
    }
    let words = material.words;
    Some(Options {
        headline: headline(material, &known),
        reason: reason(material, &known),
        cards: known.iter().map(|(one, option)| card(material, one, option)).collect(),
        lines: lines(material, &known),
        expectation: expectation(material),
    })
    .filter(|_| words.maybe("options.label").is_some())
}

/// The option of the first page: "Option A, focused", and whether it was chosen.
pub(super) fn short(material: &Material) -> Option<String> {
    let options = &material.evaluation.options;
    let chosen = options.iter().find(|one| one.chosen);
    let one = chosen.or_else(|| options.iter().find(|one| one.recommended))?;
    let option = material.selection.goal_option(&one.id)?;
    let key = if one.chosen { "options.short_chosen" } else { "options.short" };
    let reason = if one.recommended { why(material, one, option) } else { String::new() };
    let values = [("letter", option.letter.as_str()), ("title", material.text(&option.title)), ("reason", &reason)];
    Some(material.words.fill(key, &values).trim().to_owned())
}

fn headline(material: &Material, known: &[(&OptionEvaluation, &GoalOption)]) -> String {
    let words = material.words;
    let chosen = known.iter().find(|(one, _)| one.chosen);
    let marked = chosen.or_else(|| known.iter().find(|(one, _)| one.recommended));
    let Some((one, option)) = marked else {
        return words.counted("options.headline_none", known.len(), &[]);
    };
    let key = if one.chosen { "options.headline_chosen" } else { "options.headline" };
    words.fill(key, &[("letter", &option.letter), ("title", material.text(&option.title))])
}

fn reason(material: &Material, known: &[(&OptionEvaluation, &GoalOption)]) -> String {
    let key = match material.evaluation.recommendation {
        Recommendation::Given => {
            let recommended = known.iter().find(|(one, _)| one.recommended);
            return recommended.map(|(one, option)| why(material, one, option)).unwrap_or_default();
        }
        Recommendation::InputsMissing => "options.inputs_missing",
        Recommendation::CoverageTooLow => "options.coverage_too_low",
    };
    material.words.get(key).to_owned()
}

/// The reasons that hold, or the one for when none does.
fn why(material: &Material, one: &OptionEvaluation, option: &GoalOption) -> String {
    let reasons = one.reasons.iter().filter_map(|at| option.recommend.get(*at));
    let reasons: Vec<_> = reasons.map(|(_, text)| material.text(text)).filter(|text| !text.is_empty()).collect();
    if reasons.is_empty() { material.text(&option.otherwise).to_owned() } else { reasons.join(" ") }
}

fn card(material: &Material, one: &OptionEvaluation, option: &GoalOption) -> Card {
    let words = material.words;
    let marks = [(one.chosen, "options.chosen"), (one.recommended, "options.recommended")];
    let marks: Vec<_> = marks.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| words.get(key).to_owned()).collect();
    Card {
        letter: option.letter.clone(),
        title: material.text(&option.title).to_owned(),
        summary: material.text(&option.summary).to_owned(),
        recommended: one.recommended,
        chosen: one.chosen,
        mark: material.show.names(&marks),
    }
}

fn lines(material: &Material, known: &[(&OptionEvaluation, &GoalOption)]) -> Vec<Line> {
    let words = material.words;
    let show = &material.show;
    let line = |key: &str, value: &dyn Fn(&OptionEvaluation, &GoalOption) -> String| {
        let values: Vec<_> = known.iter().map(|(one, option)| value(one, option)).collect();
        let label = words.get(&format!("options.line.{key}")).to_owned();
        values.iter().any(|value| !value.is_empty()).then_some(Line { label, values })
    };
    let count = |key: &str, number: u32| {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        words.counted(key, number, &[("n", &words.number(number))])
    };
    let goal = |one: &OptionEvaluation| {
        let (metric, Range { low, base, high }) = one.goal.as_ref()?;
        let metric = material.selection.goal_metric(metric);
        let base = goals::amount(material, metric, *base, *base);
        Some(words.fill("options.goal", &[("base", &base), ("range", &show.range(*low, *high))]))
    };
    [
        line("tactics", &|_, option| count("options.tactics", option.tactics)),
        line("goal", &|one, _| goal(one).unwrap_or_default()),
        line("share", &|one, _| one.rf.map(|share| show.percent(100.0 * share, 0)).unwrap_or_default()),
        line("metrics", &|_, option| count("options.metrics", option.metrics)),
        line("signs", &|_, option| {
            let (from, to) = option.first_signs;
            words.fill("options.signs", &[("days", &show.days_range(f64::from(from), f64::from(to)))])
        }),
        line("cause", &|_, option| material.text(&option.cause).to_owned()),
        line("risk", &|_, option| material.text(&option.risk).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the client may expect, with the addition for slow sales where it holds.
fn expectation(material: &Material) -> String {
    let rules = material.selection.questionnaires.iter().map(|one| &one.goals);
    let Some(rules) = rules.into_iter().find(|rules| !material.text(&rules.expectation).is_empty()) else {
        return String::new();
    };
    let slow = material.evaluation.goals.iter().flat_map(|goal| &goal.assumptions).any(|one| one.id == "slow_sales");
    let long = if slow { material.text(&rules.expectation_long) } else { "" };
    // An owner alone has nobody who looks at it with them.
    let usual = material.text(&rules.expectation);
    let text = material.words.maybe("options.expectation").unwrap_or(usual);
    format!("{text} {long}").trim().to_owned()
}
