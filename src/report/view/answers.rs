//! The details: every table the client may read, in the shape that suits it.

use serde::Serialize;

use super::funnel::{self, Funnel};
use super::pictures::{self, Drawn};
use super::printed;
use super::scales::{self, Grid, Rating};
use super::tables::{self, Quadrant, Table};
use super::{Material, evidence};
use crate::assessment::Value;
use crate::questionnaire::{Kind, Question, Questionnaire, SINGLE_COLUMN};

/// One table of answers with what it shows.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    /// The question's id, for example `ga_tactics`; `part-` and this is where a link leads.
    id: String,
    /// The heading above the first table.
    pub(super) chapter: Option<String>,
    /// What the table holds, as a short noun phrase.
    pub(super) label: String,
    /// What it shows, in a sentence without its full stop.
    pub(super) headline: String,
    /// Where it comes from and how well it is known, in a sentence.
    evidence: String,
    /// The table drawn; absent where nothing is to be drawn.
    picture: Option<Drawn>,
    /// The stages drawn as a funnel; absent for other tables.
    funnel: Option<Funnel>,
    /// The table; absent where ratings, a grid or quadrants say the same.
    table: Option<Table>,
    /// Further tables of the same rows, where all columns would be too many side by side.
    more: Vec<Table>,
    /// Rows with one rating each; absent for other tables.
    ratings: Option<Vec<Rating>>,
    /// Stages crossed with groups of people; absent for other tables.
    grid: Option<Grid>,
    /// Entries in four quadrants; absent for other tables.
    quadrants: Option<Vec<Quadrant>>,
}

/// Builds a part for every answered table that may be printed, but the wanted levels: these stand in the bars.
pub(super) fn build(material: &Material) -> Vec<Part> {
    let mut told: Vec<String> = Vec::new();
    let all = material.selection.questionnaires.iter();
    let mut parts: Vec<_> = all.flat_map(|questionnaire| of(material, questionnaire, &mut told)).collect();
    if let Some(first) = parts.first_mut() {
        first.chapter = Some(material.words.get("answers.label").to_owned());
    }
    parts
}

/// The parts of one questionnaire; `told` are the findings that head a part already.
pub(super) fn of(material: &Material, questionnaire: &Questionnaire, told: &mut Vec<String>) -> Vec<Part> {
    let is_wanted = |question: &Question| questionnaire.uses.wanted.as_deref() == Some(&*question.id);
    let tables = questionnaire.questions.iter().filter(|question| question.is_table() && question.report);
    tables.filter(|question| !is_wanted(question)).filter_map(|question| part(material, question, told)).collect()
}

impl Part {
    /// Where a link leads.
    pub(super) fn anchor(&self) -> String {
        format!("part-{}", self.id)
    }
}

fn part(material: &Material, question: &Question, told: &mut Vec<String>) -> Option<Part> {
    let answer = material.answer(&question.id)?;
    let value = answer.value()?;
    let mut part = Part {
        id: question.id.clone(),
        chapter: None,
        picture: pictures::build(material, question, value),
        funnel: funnel::build(material, question, value),
        label: material.text(&question.label).to_owned(),
        headline: String::new(),
        evidence: material.words.fill("answers.evidence", &[("evidence", &material.show.evidence(answer.evidence()))]),
        table: None,
        more: Vec::new(),
        ratings: None,
        grid: None,
        quadrants: None,
    };
    let summed_up = match &question.kind {
        Kind::Table { quadrants: Some(by), columns, .. } => {
            let (quadrants, count) = tables::quadrants(material, columns, by, value)?;
            part.quadrants = Some(quadrants);
            material.words.counted("answers.quadrants", count, &[])
        }
        Kind::Table { columns, .. } => {
            let mut shown = tables::shown(material, question, None, columns, value).into_iter();
            part.table = Some(shown.next()?);
            part.more = shown.collect();
            tables::summed_up(material, columns, value.rows())
        }
        Kind::Rows { rows, columns } => match columns.as_slice() {
            [only] if only.id == SINGLE_COLUMN && scales::points(only).is_some() => {
                let (ratings, summed_up) = scales::ratings(material, rows, only, value)?;
                part.ratings = Some(ratings);
                summed_up
            }
            _ => {
                let mut shown = tables::shown(material, question, Some(rows), columns, value).into_iter();
                part.table = Some(shown.next()?);
                part.more = shown.collect();
                material.words.counted("answers.table", rows.len(), &[])
            }
        },
        Kind::Grid { rows, columns_from, points } => {
            let columns = material.answer(columns_from).and_then(|one| one.value()).map_or(&[][..], Value::texts);
            let (grid, summed_up) = scales::grid(material, rows, columns, points, value)?;
            part.grid = Some(grid);
            summed_up
        }
        _ => return None,
    };
    let figure = || {
        let metric = material.selection.metric(material.outline.headlines.get(&question.id)?)?;
        let fact = evidence::metric_fact(material, metric)?;
        Some(material.words.fill("answers.figure", &[("label", &fact.label), ("value", &fact.value)]))
    };
    let drawn = |part: &mut Part| part.funnel.as_mut().and_then(Funnel::take_headline);
    let shown = finding_about(material, &question.id, told).or_else(|| drawn(&mut part));
    part.headline = shown.or_else(figure).unwrap_or(summed_up);
    Some(part)
}

/// What the most pressing printed finding says that rests on this table and heads no other one.
fn finding_about(material: &Material, question: &str, told: &mut Vec<String>) -> Option<String> {
    let printed = printed::printed(material);
    let rests = |names: &[String]| names.iter().any(|name| material.questions_behind(name).contains(question));
    let mut best: Option<&crate::evaluation::FindingEvaluation> = None;
    for (_, fired) in material.presentable() {
        if (material.is_internal() || printed.has(&fired.id))
            && rests(&fired.names_in_condition)
            && !told.contains(&fired.id)
            && best.is_none_or(|best| fired.priority > best.priority)
        {
            best = Some(fired);
        }
    }
    let best = best?;
    told.push(best.id.clone());
    Some(material.finding_heading(best))
}
