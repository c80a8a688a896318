//! `gapwise sheet --rules`: the rules of a questionnaire on one page, to be signed, or as a table.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::failure::Failure;
use super::installation::Installation;
use super::output::Output;
use super::report_file::{FileKind, refuse_place, rendered_rules};
use super::sheet::{csv_text, hand_out, named};
use crate::assessment::Assessment;
use crate::problem::nearest;
use crate::questionnaire::Selection;
use crate::report::{RuleSheet, rule_sheets};

/// What the rules are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    /// One page to print and to sign, as a self-contained HTML file.
    Html,
    /// The same as Markdown.
    Md,
    /// The same as PDF, printed by an installed browser.
    Pdf,
    /// One table, for a spreadsheet.
    Csv,
}

/// A page of rules: what it is called, and its sheets.
pub(super) struct RulesPage {
    /// The part of its file's name.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) sheets: Vec<RuleSheet>,
}

/// One page for each questionnaire that has sheets.
pub(super) fn pages(selection: &Selection, assessment: &Assessment) -> Vec<RulesPage> {
    let page = |questionnaire: &std::sync::Arc<crate::questionnaire::Questionnaire>| RulesPage {
        name: format!("{}-rules", questionnaire.id),
        title: questionnaire.title.get(&assessment.locale).to_owned(),
        sheets: rule_sheets(questionnaire, assessment),
    };
    selection.questionnaires.iter().map(page).filter(|page| !page.sheets.is_empty()).collect()
}

/// Writes the rules that are wanted: a sheet by its id, all sheets of a questionnaire by its id, or those of the only one
/// that has some.
pub(super) fn run(
    installation: &Installation,
    (selection, assessment): (&Selection, &Assessment),
    path: &Path,
    wanted: &str,
    (format, out): (Option<RulesFormat>, Option<&Path>),
) -> Result<Output, Failure> {
    let page = chosen(selection, pages(selection, assessment), wanted)?;
    let format = format.unwrap_or_else(|| by_name(out));
    let name = |ending: &str| named(path, &format!("{}.{ending}", page.name));
    let out_or = |ending: &str| -> PathBuf { out.map_or_else(|| name(ending), Path::to_owned) };
    let (kind, ending) = match format {
        RulesFormat::Csv => return hand_out(&out_or("csv"), &csv_text(&table(&page)?)?),
        RulesFormat::Html => (FileKind::Html, "html"),
        RulesFormat::Md => (FileKind::Markdown, "md"),
        RulesFormat::Pdf => (FileKind::Pdf, "pdf"),
    };
    let target = out_or(ending);
    let to_output = target == Path::new("-");
    if !to_output {
        refuse_place(&target, path)?;
    }
    let (bytes, warnings) = rendered_rules(installation, assessment, (&page.title, &page.sheets), kind)?;
    if to_output {
        return Ok(Output::bytes(bytes).and_say(warnings));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(hand_out(&target, &text)?.and_say(warnings)),
        Err(binary) => {
            super::report_file::write(&target, binary.as_bytes())?;
            Ok(Output::data(format!("{}\n", target.display())).and_say(warnings))
        }
    }
}

fn by_name(out: Option<&Path>) -> RulesFormat {
    let ending = out.and_then(Path::extension).map(|ending| ending.to_ascii_lowercase());
    match ending.as_deref().and_then(std::ffi::OsStr::to_str) {
        Some("csv") => RulesFormat::Csv,
        Some("md") => RulesFormat::Md,
        Some("pdf") => RulesFormat::Pdf,
        _ => RulesFormat::Html,
    }
}

fn chosen(selection: &Selection, mut pages: Vec<RulesPage>, wanted: &str) -> Result<RulesPage, Failure> {
    let ids: Vec<String> = pages.iter().flat_map(|page| &page.sheets).map(|sheet| sheet.id.clone()).collect();
    if pages.is_empty() {
        let titles: Vec<&str> = selection.questionnaires.iter().map(|one| one.id.as_str()).collect();
        let message = format!("there are no rules in {}", titles.join(", "));
        return Err(Failure::work(message, "The closed loop and the hourglass have some; add one of them first"));
    }
    if wanted.is_empty() && pages.len() == 1 {
        return Ok(pages.remove(0));
    }
    if let Some(at) = pages.iter().position(|page| page.name == format!("{wanted}-rules")) {
        return Ok(pages.remove(at));
    }
    for page in pages {
        if let Some(sheet) = page.sheets.into_iter().find(|sheet| sheet.id == wanted) {
            let name = sheet.id.replace('_', "-");
            return Ok(RulesPage { name, title: sheet.title.clone(), sheets: vec![sheet] });
        }
    }
    let known: Vec<&str> =
        selection.questionnaires.iter().filter(|one| !one.sheets.is_empty()).map(|one| one.id.as_str()).collect();
    let all = || known.iter().copied().chain(ids.iter().map(String::as_str));
    let message = if wanted.is_empty() {
        "several questionnaires of this assessment have rules".to_owned()
    } else {
        format!("no sheet of rules here is called '{wanted}'")
    };
    let near = nearest(wanted, all()).map(|near| format!("Did you mean '{near}'? ")).unwrap_or_default();
    Err(Failure::usage(message, format!("{near}There are {}", all().collect::<Vec<_>>().join(", "))))
}

/// One sheet as a table, its headings first.
fn table(page: &RulesPage) -> Result<Vec<Vec<String>>, Failure> {
    let [sheet] = page.sheets.as_slice() else {
        let ids: Vec<&str> = page.sheets.iter().map(|sheet| sheet.id.as_str()).collect();
        let message = format!("{} has several sheets, and a table holds one", page.title);
        return Err(Failure::usage(message, format!("Name one of {} after --rules", ids.join(", "))));
    };
    Ok(std::iter::once(sheet.columns.clone()).chain(sheet.rows.iter().cloned()).collect())
}
