//! The sheets by which a system is kept going: each on a page to be printed and written on.

use serde::Serialize;

use super::Material;
use super::accountability::{StageRow, Stages};
use crate::questionnaire::Sheet;
use crate::report::outline::Hourglass;

/// A sheet: its agenda, and for the weekly one the stages with room to write.
#[derive(Debug, Serialize)]
pub(super) struct ReviewSheet {
    /// The sheet's id.
    id: String,
    /// Its name.
    title: String,
    /// What it is for; may be empty.
    text: String,
    /// The headings of its agenda.
    columns: Vec<String>,
    /// The lines of its agenda, each with a text for every heading.
    rows: Vec<Vec<String>>,
    /// The stages and processes that are spoken of one after the other; empty for other sheets.
    stages: Vec<StageRow>,
    /// Headings of what is written in by hand.
    blanks: Vec<String>,
}

/// Builds the sheets that the questionnaires have, in the outline's order.
pub(super) fn build(material: &Material, outline: &Hourglass, stages: Option<&Stages>) -> Vec<ReviewSheet> {
    let sheets = || material.selection.questionnaires.iter().flat_map(|one| &one.sheets);
    let named = outline.sheets.iter().filter_map(|id| sheets().find(|sheet| sheet.id == *id));
    named.enumerate().map(|(at, one)| sheet(material, one, stages.filter(|_| at == 0))).collect()
}

fn sheet(material: &Material, sheet: &Sheet, stages: Option<&Stages>) -> ReviewSheet {
    let texts = |texts: &[crate::questionnaire::LocalText]| -> Vec<String> {
        texts.iter().map(|text| material.text(text).to_owned()).collect()
    };
    let blank = ["hourglass.last_week", "hourglass.this_week", "hourglass.in_the_way"];
    ReviewSheet {
        id: sheet.id.clone(),
        title: material.text(&sheet.title).to_owned(),
        text: material.text(&sheet.text).to_owned(),
        columns: texts(&sheet.columns),
        rows: sheet.rows.iter().map(|row| texts(row)).collect(),
        stages: stages.map(|stages| stages.rows.clone()).unwrap_or_default(),
        blanks: blank.iter().map(|key| material.words.get(key).to_owned()).collect(),
    }
}
