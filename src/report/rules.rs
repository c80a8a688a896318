//! Sheets of rules on a page of their own: to be read together, changed, signed and put up on a wall.

use serde::Serialize;

use super::hidden::{marked, marked_text};
use super::job::Markup;
use super::style::RunningHead;
use super::templates::Templates;
use super::{ReportError, ReportOptions};
use crate::assessment::{Assessment, Cell};
use crate::display::Display;
use crate::questionnaire::{Questionnaire, Sheet};

/// The name of the template, without its ending.
const TEMPLATE: &str = "rules";

/// A sheet with the rows that hold: those the client changed, otherwise those proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleSheet {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is for; may be empty.
    pub text: String,
    /// The headings.
    pub columns: Vec<String>,
    /// The rows, each with as many cells as there are headings.
    pub rows: Vec<Vec<String>>,
    /// Who signs it; nobody when empty.
    pub signed_by: Vec<String>,
    /// Whether the rows are a proposal that the client has not looked at yet.
    pub proposed: bool,
}

/// The sheets of a questionnaire, as they hold for this client.
pub fn rule_sheets(questionnaire: &Questionnaire, assessment: &Assessment) -> Vec<RuleSheet> {
    questionnaire.sheets.iter().map(|sheet| as_agreed(questionnaire, sheet, assessment)).collect()
}

fn as_agreed(questionnaire: &Questionnaire, sheet: &Sheet, assessment: &Assessment) -> RuleSheet {
    let locale = &assessment.locale;
    let texts = |texts: &[crate::questionnaire::LocalText]| -> Vec<String> {
        texts.iter().map(|text| text.get(locale).to_owned()).collect()
    };
    let show = Display { locale, currency: &assessment.currency };
    let proposed = |row: &[crate::questionnaire::LocalText]| -> Vec<String> {
        row.iter().map(|cell| show.rule(cell.get(locale), questionnaire, assessment)).collect()
    };
    let question = sheet.agreed_in.as_deref().and_then(|id| questionnaire.question(id));
    let agreed = question.and_then(|question| {
        let rows = assessment.value(&question.id)?.rows();
        let cell = |row: &crate::assessment::Row, column: &str| {
            row.get(column).and_then(Cell::as_text).unwrap_or_default().trim().to_owned()
        };
        let of_columns = |row| question.columns().iter().map(|column| cell(row, &column.id)).collect::<Vec<String>>();
        Some(rows.iter().map(of_columns).collect::<Vec<_>>()).filter(|rows| !rows.is_empty())
    });
    RuleSheet {
        id: sheet.id.clone(),
        title: sheet.title.get(locale).to_owned(),
        text: sheet.text.get(locale).to_owned(),
        columns: texts(&sheet.columns),
        proposed: agreed.is_none() && question.is_some(),
        rows: agreed.unwrap_or_else(|| sheet.rows.iter().map(|row| proposed(row)).collect()),
        signed_by: texts(&sheet.signed_by),
    }
}

/// What the templates `rules.html` and `rules.md` may print.
#[derive(Debug, Serialize)]
struct Page<'a> {
    /// The language, as a tag: `en`, `en-GB`.
    language: &'a str,
    /// What the page is.
    title: &'a str,
    /// The client's name, or a neutral word.
    client: String,
    /// The day of the assessment, written out.
    date: String,
    /// Whether any of the rules are a proposal that the client has not looked at yet.
    proposed: bool,
    /// The sheets of rules.
    sheets: &'a [RuleSheet],
    /// Who signs the page.
    signed_by: Vec<&'a str>,
}

/// Renders sheets on one page under a title; whoever signs any of them signs the page once.
///
/// # Errors
/// When a person's own template is wrong.
pub fn render_rules(
    assessment: &Assessment,
    sheets: &[RuleSheet],
    title: &str,
    options: &ReportOptions,
) -> Result<String, ReportError> {
    let templates = Templates::load(options.templates, &assessment.locale)?;
    let show = Display { locale: &assessment.locale, currency: &assessment.currency };
    let mut signed_by: Vec<&str> = Vec::new();
    for who in sheets.iter().flat_map(|sheet| &sheet.signed_by) {
        if !signed_by.contains(&who.as_str()) {
            signed_by.push(who);
        }
    }
    let name = assessment.client.name.trim();
    let is_a_sheet = sheets.iter().any(|sheet| sheet.title == title);
    let title =
        if is_a_sheet { title.to_owned() } else { templates.words.fill("rules.title", &[("questionnaire", title)]) };
    let page = Page {
        language: &assessment.locale,
        title: &title,
        client: if name.is_empty() { templates.words.get("unnamed").to_owned() } else { name.to_owned() },
        date: show.date(assessment.date),
        proposed: sheets.iter().any(|sheet| sheet.proposed),
        sheets,
        signed_by,
    };
    let running = RunningHead { left: marked_text(&page.client), right: page.date.clone(), internal: None };
    let view = marked(&page).map_err(|error| ReportError::Templates { reason: error.to_string() })?;
    templates.render(format!("{TEMPLATE}{}", Markup::of(options.format).ending()), options, &view, &running)
}
