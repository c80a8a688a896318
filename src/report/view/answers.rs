//! The details: every table the client may read, in the shape that suits it.

use serde::Serialize;

use super::Material;
use super::funnel::{self, Funnel};
use super::pictures::{self, Drawn};
use super::scales::{self, Grid, Rating};
use super::tables::{self, Quadrant, Table};
use crate::assessment::Value;
use crate::questionnaire::{Kind, Question, SINGLE_COLUMN};

/// One table of answers with what it shows.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    id: String,
    /// The heading above the first table: the questionnaire's title where there are several.
    pub(super) chapter: Option<String>,
    pub(super) label: String,
    pub(super) headline: String,
    evidence: String,
    picture: Option<Drawn>,
    funnel: Option<Funnel>,
    table: Option<Table>,
    ratings: Option<Vec<Rating>>,
    grid: Option<Grid>,
    quadrants: Option<Vec<Quadrant>>,
}

/// Builds a part for every answered table that may be printed, but the wanted levels: these stand in the bars.
pub(super) fn build(material: &Material) -> Vec<Part> {
    let wanted: Vec<_> =
        material.selection.questionnaires.iter().filter_map(|one| one.uses.wanted.as_deref()).collect();
    let mut told: Vec<String> = Vec::new();
    let mut parts = Vec::new();
    for questionnaire in &material.selection.questionnaires {
        let tables = questionnaire
            .questions
            .iter()
            .filter(|question| question.is_table() && question.report && !wanted.contains(&&*question.id));
        let from = parts.len();
        parts.extend(tables.filter_map(|question| part(material, question, &mut told)));
        if let Some(first) = parts.get_mut(from) {
            let several = material.is_about_several();
            let title = if several { material.text(&questionnaire.title) } else { material.words.get("answers.label") };
            first.chapter = Some(title.to_owned());
        }
    }
    parts
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
            part.table = Some(tables::free_table(material, columns, value)?);
            tables::summed_up(material, columns, value.rows())
        }
        Kind::Rows { rows, columns } => match columns.as_slice() {
            [only] if only.id == SINGLE_COLUMN && scales::points(only).is_some() => {
                let (ratings, summed_up) = scales::ratings(material, rows, only, value)?;
                part.ratings = Some(ratings);
                summed_up
            }
            _ => {
                part.table = Some(tables::fixed_table(material, rows, columns, value)?);
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
    let drawn = |part: &mut Part| part.funnel.as_mut().and_then(Funnel::take_headline);
    part.headline = match finding_about(material, &question.id, told) {
        Some(finding) => finding,
        None => drawn(&mut part).unwrap_or(summed_up),
    };
    Some(part)
}

/// What the most pressing printed finding says that rests on this table and heads no other one.
fn finding_about(material: &Material, question: &str, told: &mut Vec<String>) -> Option<String> {
    let (_, in_all) = material.printed_counts();
    let limit = if material.is_internal() { usize::MAX } else { in_all };
    let rests = |names: &[String]| names.iter().any(|name| material.questions_behind(name).contains(question));
    let mut best: Option<&crate::evaluation::FindingEvaluation> = None;
    for (_, fired) in material.presentable().take(limit) {
        if rests(&fired.names_in_condition)
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
