//! The first page: the client's own words, where things stand, three gaps, the wish, the next step.

use serde::Serialize;

use super::standing::{self, Standing};
use super::{Material, areas, goals, options, plan};
use crate::display::sentence_start;
use crate::evaluation::{FindingEvaluation, QuestionnaireEvaluation};
use crate::questionnaire::{NumberKind, Questionnaire, ScoredBy};
use crate::report::charts::{self, Bar};
use crate::report::key_gaps::key_gaps;

/// The first page.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    /// The client's own words about what hurts most; absent where they may not be printed.
    quote: Option<OpeningQuote>,
    /// Where things stand, in a line: band and score, or that too little is known.
    pub(super) headline: String,
    /// The score, a whole number from 0 to 100; absent where too little is known.
    score: Option<String>,
    /// The name of its band; absent without a score.
    band: Option<String>,
    /// What the band means, in a sentence; absent without a score.
    caption: Option<String>,
    /// The bands of the scale.
    bands: Vec<charts::BandPlace>,
    /// The score and its possible range, to be drawn.
    bar: Bar,
    /// The bar in words.
    spoken: String,
    /// What the score says and what it does not; absent without a score.
    meaning: Option<String>,
    /// How far the answers carry: coverage, confidence, the range that would fit; a sentence each.
    basis: Vec<String>,
    /// Where each questionnaire stands, in a report on several.
    standings: Vec<Standing>,
    /// Without a score: the questions whose answers would tell most, by their labels.
    missing: Vec<String>,
    /// What works already, up to three sentences.
    strengths: Vec<String>,
    /// Where nothing is a strength yet: the part that stands highest.
    build_on: Option<String>,
    /// The heading of the gaps, with their number.
    gaps_label: String,
    /// Up to three gaps that matter most, chosen from all questionnaires.
    gaps: Vec<Gap>,
    /// What the client wants, in a sentence or two; absent where no wish was stated.
    wish: Option<String>,
    /// The first goal with its range, and the option that was chosen or is recommended.
    goal: Option<String>,
    /// The way to go on that was chosen or fits best, in a sentence or two.
    option: Option<String>,
    /// What an owner alone can do this week.
    week: Vec<String>,
    /// What happens next; absent where nothing was agreed.
    next_step: Option<NextStep>,
}

#[derive(Debug, Serialize)]
struct OpeningQuote {
    /// What was said.
    text: String,
    /// What it was said about.
    about: String,
}

#[derive(Debug, Serialize)]
struct Gap {
    /// The finding's id; printed in the internal version only.
    id: String,
    /// What is the case, without a full stop.
    statement: String,
    /// The part it belongs to, with the questionnaire where there are several.
    area: String,
}

#[derive(Debug, Serialize)]
struct NextStep {
    /// What is done.
    text: String,
    /// The date; absent where none was agreed.
    when: Option<String>,
    /// By whom; absent where nobody is named.
    who: Option<String>,
}

/// Builds the first page, across all questionnaires; the score is that of the main one.
pub(super) fn build(material: &Material) -> Summary {
    let first = main(material);
    let overall = first.map(|(_, evaluation)| &evaluation.overall);
    let bands = first.map(|(questionnaire, _)| questionnaire.bands.as_slice()).unwrap_or_default();
    let words = material.words;

    let score = overall.and_then(|one| one.score).map(|score| material.show.client_score(score, bands));
    let band = overall.and_then(|one| bands.iter().find(|band| Some(&band.id) == one.band.as_ref()));
    let title = band.map(|band| material.text(&band.title).to_owned());
    let headline = match (&score, &title) {
        (Some(score), Some(band)) => {
            let several = material.is_about_several();
            let key = if several { "summary.headline_of" } else { "summary.headline" };
            let of = first.map(|(questionnaire, _)| material.text(&questionnaire.title)).unwrap_or_default();
            words.fill(key, &[("questionnaire", of), ("band", band), ("score", score)])
        }
        _ if first.is_some_and(|(_, one)| applies_nowhere(one)) => words.get("summary.headline_none_apply").to_owned(),
        _ => words.get("summary.headline_none").to_owned(),
    };
    let range = overall.and_then(|one| Some((one.low?, one.high?)));
    let bar = Bar::of(overall.and_then(|one| one.score), range, None);
    let gaps = gaps(material);
    let has_score = score.is_some();
    Summary {
        quote: opening_quote(material),
        spoken: headline.clone(),
        headline,
        bands: charts::bands(bands, &material.show, overall.and_then(|one| one.band.as_deref()), |text| {
            material.text(text).to_owned()
        }),
        bar,
        meaning: first
            .filter(|_| has_score)
            .map(|(questionnaire, _)| material.text(&questionnaire.note))
            .filter(|note| !note.is_empty())
            .map(|note| words.fill("summary.meaning", &[("note", note)])),
        basis: first.map(|(questionnaire, one)| basis(material, questionnaire, one)).unwrap_or_default(),
        standings: standings(material),
        missing: if has_score { Vec::new() } else { next_questions(material) },
        strengths: strengths(material),
        build_on: first.filter(|_| has_score).and_then(|(_, one)| build_on(material, one)),
        gaps_label: words.counted("summary.gaps_label", gaps.len(), &[("n", &words.number(gaps.len()))]),
        gaps,
        wish: wish(material),
        goal: goals::open_goals(material).next().map(|goal| goals::first_page(material, goal)),
        option: options::short(material),
        week: if material.is_self() { plan::this_week(material) } else { Vec::new() },
        next_step: next_step(material),
        caption: band.map(|band| material.text(&band.caption).to_owned()),
        band: title,
        score,
    }
}

/// The questionnaire whose score opens the report: the first with areas and a score, else the first with a score.
fn main<'a>(material: &Material<'a>) -> Option<(&'a Questionnaire, &'a QuestionnaireEvaluation)> {
    let pairs: Vec<_> = pairs(material).collect();
    let scored = |one: &QuestionnaireEvaluation| one.overall.score.is_some();
    let best = pairs.iter().find(|(_, one)| scored(one) && !one.areas.is_empty());
    let best = best.or_else(|| pairs.iter().find(|(_, one)| scored(one)));
    best.or_else(|| pairs.iter().find(|(_, one)| !one.areas.is_empty())).or(pairs.first()).copied()
}

/// Whether none of its parts applies, so that there is nothing to score.
fn applies_nowhere(evaluation: &QuestionnaireEvaluation) -> bool {
    !evaluation.areas.is_empty() && evaluation.areas.iter().all(|area| !area.applicable)
}

/// The client's own words about what hurts most: the pain question's quote, where it may be printed.
fn opening_quote(material: &Material) -> Option<OpeningQuote> {
    let pain = material.selection.questionnaires.iter().find_map(|one| one.uses.pain.as_deref())?;
    let text = material.shareable_quote(pain)?.to_owned();
    let about = material.text(&material.selection.question(pain)?.label);
    Some(OpeningQuote { text, about: about.to_owned() })
}

/// The id of the answer that opens the report, so that it is not printed twice.
pub(super) fn opening_question<'a>(material: &Material<'a>) -> Option<&'a str> {
    let pain = material.selection.questionnaires.iter().find_map(|one| one.uses.pain.as_deref())?;
    material.shareable_quote(pain).map(|_| pain)
}

/// Where each questionnaire stands; none in a report on one.
fn standings(material: &Material) -> Vec<Standing> {
    if !material.is_about_several() {
        return Vec::new();
    }
    pairs(material).map(|(questionnaire, one)| standing::build(material, questionnaire, one, Vec::new())).collect()
}

/// The questionnaires, each with what was computed for it.
fn pairs<'a>(material: &Material<'a>) -> impl Iterator<Item = (&'a Questionnaire, &'a QuestionnaireEvaluation)> {
    material.selection.questionnaires.iter().map(AsRef::as_ref).zip(&material.evaluation.questionnaires)
}

/// How far the answers carry: what they cover, how firmly they are known, the range that would fit.
pub(super) fn basis(
    material: &Material,
    questionnaire: &Questionnaire,
    evaluation: &QuestionnaireEvaluation,
) -> Vec<String> {
    let (words, overall) = (material.words, &evaluation.overall);
    if applies_nowhere(evaluation) {
        return vec![words.get("summary.none_apply").to_owned()];
    }
    let percent = |share: f64| material.show.percent(100.0 * share, 0);
    let coverage = percent(overall.coverage);
    let range = overall.low.zip(overall.high).map(|(low, high)| {
        let bands = &questionnaire.bands;
        (material.show.client_score(low, bands), material.show.client_score(high, bands))
    });
    if overall.score.is_none() {
        let scoring = &material.selection.assumptions.scoring;
        let needed = match questionnaire.scored_by {
            ScoredBy::Areas => scoring.overall_coverage,
            ScoredBy::Items => scoring.items_coverage,
        };
        let needed = material.show.percent(needed, 0);
        let common = [("coverage", coverage.as_str()), ("needed", needed.as_str())];
        return vec![match &range {
            Some((low, high)) => {
                words.fill("summary.none", &[&common[..], &[("low", low.as_str()), ("high", high.as_str())]].concat())
            }
            None => words.fill("summary.none_bare", &common),
        }];
    }
    let confidence = material.show.confidence(overall.confidence_word);
    let mut lines = vec![words.fill("summary.basis", &[("coverage", &coverage), ("confidence", &confidence)])];
    lines.extend(range.map(|(low, high)| {
        let key = if low == high { "summary.range_point" } else { "summary.range" };
        words.fill(key, &[("low", &low), ("high", &high)])
    }));
    lines
}

/// The questions whose answers would tell most, by their labels.
pub(super) fn next_questions(material: &Material) -> Vec<String> {
    let questions = material.evaluation.next_questions.iter().filter_map(|next| material.selection.question(&next.id));
    questions.take(5).map(|question| material.text(&question.label).to_owned()).collect()
}

/// Strengths that hold; of several questionnaires the first of each, then the second of each.
fn strengths(material: &Material) -> Vec<String> {
    let limit = material.selection.assumptions.scoring.print.strengths;
    let statement = |(questionnaire, evaluation): (&Questionnaire, &QuestionnaireEvaluation), at: usize| {
        let held = evaluation.strengths.get(at)?;
        let strength = questionnaire.strengths.iter().find(|one| one.id == held.id)?;
        Some(material.show.statement(&strength.statement, None, &held.names))
    };
    (0..limit).flat_map(|at| pairs(material).filter_map(move |pair| statement(pair, at))).take(limit).collect()
}

/// Where no strength holds: the area that stands highest.
fn build_on(material: &Material, evaluation: &QuestionnaireEvaluation) -> Option<String> {
    if !evaluation.strengths.is_empty() {
        return None;
    }
    let highest = areas::highest(evaluation)?;
    let area = material.show.inside(&material.area_title(Some(&highest.id)));
    Some(material.words.fill("summary.build_on_text", &[("area", &area)]))
}

/// The gaps that matter most, chosen from all questionnaires.
fn gaps(material: &Material) -> Vec<Gap> {
    let goal = goal_metric(material).unwrap_or_default();
    let goal_areas = material.outline.goal_areas.get(goal).map(Vec::as_slice).unwrap_or_default();
    let allowed = |fired: &FindingEvaluation| !material.is_disputed(&fired.id);
    let gap = |fired: &FindingEvaluation| Gap {
        id: fired.id.clone(),
        statement: material.finding_heading(fired),
        area: material.finding_area(fired),
    };
    key_gaps(&pairs(material).collect::<Vec<_>>(), goal_areas, allowed).into_iter().map(gap).collect()
}

/// The id of the number that matters most to the client.
fn goal_metric<'a>(material: &Material<'a>) -> Option<&'a str> {
    let question = material.selection.questionnaires.iter().find_map(|one| one.uses.goal_metric.as_deref())?;
    material.answer(question)?.value()?.as_text()
}

/// The client's wish as a sentence: "You want 80 enquiries a month within 12 months. Today it is 40."
fn wish(material: &Material) -> Option<String> {
    let outline = &material.outline.wish;
    let words = material.words;
    let goal = goal_metric(material)?;
    let number = |id: &str| material.answer(id)?.value()?.as_number();
    let (value, months) = (number(&outline.value)?, number(&outline.months)?);
    // A number of months is small and whole by its bounds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let months = words.counted("wish.months", months.round().max(0.0) as usize, &[]);
    let spec = material.selection.goal_metric(goal).map(|metric| metric.spec.kind);
    let is_money = spec == Some(NumberKind::Money);
    let value = if is_money { material.show.money(value) } else { material.show.plain(value) };
    let key = format!("wish.{goal}");
    let key = if words.maybe(&key).is_some() { key.as_str() } else { "wish.other" };
    let wanted = sentence_start(&words.fill(key, &[("value", &value), ("months", &months)]));
    let now = outline.now.get(goal).and_then(|id| today(material, id));
    Some(match now {
        Some(now) => format!("{wanted} {}", words.fill("wish.now", &[("now", &now)])),
        None => wanted,
    })
}

fn today(material: &Material, id: &str) -> Option<String> {
    if let Some(metric) = material.selection.metric(id) {
        let computed = material.evaluation.metric(id)?;
        return Some(material.show.client_metric(metric, computed.value.as_ref()?));
    }
    let question = material.readable(id)?;
    Some(material.show.answer(question, material.answer(id)?.value()?))
}

fn next_step(material: &Material) -> Option<NextStep> {
    let step = material.assessment.next_step.as_ref()?;
    let text = step.text.trim();
    (!text.is_empty()).then(|| NextStep {
        text: text.to_owned(),
        when: step.date.map(|date| material.show.date(date)),
        who: Some(step.who.trim().to_owned()).filter(|who| !who.is_empty()),
    })
}
