//! What belongs to one questionnaire: in a report on several each has a part of its own, with what only it can tell.

use serde::Serialize;

use super::accounts::{self, Accounts};
use super::answers::{self, Part};
use super::areas::{self, Areas};
use super::findings::{self, BriefFinding};
use super::flows::{self, Flows};
use super::key_figures::{self, KeyFigure};
use super::lowest::{self, Lowest};
use super::maps::{self, Maps};
use super::printed::Printed;
use super::scales::Rating;
use super::standing::{self, Standing};
use super::{Material, summary, unknown};
use crate::evaluation::QuestionnaireEvaluation;
use crate::questionnaire::Questionnaire;
use crate::report::words::Words;

/// The part of one questionnaire. Where the report is about it alone, the bars, the findings and the tables of answers
/// stand on their own and are not repeated here.
#[derive(Debug, Serialize)]
pub(super) struct System {
    /// The questionnaire's id, for example `pipeline`: what is written for it alone can ask for it.
    id: String,
    /// Its name.
    title: String,
    /// Where it stands.
    standing: Standing,
    /// Its scored parts as bars; empty in a report on one questionnaire.
    areas: Vec<Areas>,
    /// The answers that stand lowest, where single answers make the score.
    lowest: Option<Lowest>,
    /// Every answer with its points, where single answers make the score.
    items: Vec<Rating>,
    /// What is not known yet, a sentence each, where single answers make the score.
    unknown: Vec<String>,
    /// What to do about that, as a headline; empty where everything is known.
    unknown_headline: String,
    /// The loop it asks about, drawn; absent where it asks about none, or too little of it is known.
    flows: Option<Flows>,
    /// The figures that tell most.
    figures: Vec<KeyFigure>,
    /// Findings of this questionnaire in one line each; empty in a report on one questionnaire.
    found: Vec<BriefFinding>,
    /// The process maps that were drawn; empty where there is none.
    maps: Vec<Maps>,
    /// The list of accounts as it was last ranked; absent where none belongs to this questionnaire.
    accounts: Option<Accounts>,
    /// Its tables of answers; empty in a report on one questionnaire.
    answers: Vec<Part>,
}

impl System {
    /// The line of the list of contents: where it leads, its name, where it stands.
    pub(super) fn line(&self) -> (String, &str, &str) {
        (format!("system-{}", self.id), &self.title, &self.standing.says)
    }

    /// The process maps, when some were drawn.
    pub(super) fn maps(&self) -> &[Maps] {
        &self.maps
    }

    /// The same for what it alone can tell, in a report on one questionnaire: where it leads, the key of its name among
    /// the words, what it says.
    pub(super) fn own_lines<'w>(&'w self, words: &'w Words) -> Vec<(&'static str, &'static str, &'w str)> {
        let lowest = self.lowest.as_ref().map(|one| ("lowest", "systems.lowest_label", one.headline()));
        let figures = ("key", "systems.figures_label", words.get("systems.figures"));
        let items = ("items", "systems.items_label", words.get("systems.items"));
        let accounts = self.accounts.as_ref().map(|one| ("accounts", "accounts.label", one.headline.as_str()));
        let flows = self.flows.as_ref().map(|one| ("flows", "flows.label", one.headline.as_str()));
        let mut lines: Vec<_> = lowest.into_iter().collect();
        lines.extend((!self.items.is_empty()).then_some(items));
        lines.extend(flows);
        lines.extend((!self.figures.is_empty()).then_some(figures));
        lines.extend(accounts);
        lines
    }
}

/// Builds a part for each questionnaire that anything was answered of.
pub(super) fn build(material: &Material, printed: &Printed) -> Vec<System> {
    let pairs = material.selection.questionnaires.iter().zip(&material.evaluation.questionnaires);
    let mut told = Vec::new();
    pairs
        .filter_map(|(questionnaire, evaluation)| part(material, questionnaire, evaluation, printed, &mut told))
        .collect()
}

fn part(
    material: &Material,
    questionnaire: &Questionnaire,
    evaluation: &QuestionnaireEvaluation,
    printed: &Printed,
    told: &mut Vec<String>,
) -> Option<System> {
    let accounts = accounts::build(material, questionnaire);
    let is_begun =
        questionnaire.questions.iter().any(|one| material.answer(&one.id).is_some_and(|one| !one.is_blank()));
    if !is_begun && accounts.is_none() {
        return None;
    }
    let several = material.is_about_several();
    let open = unknown::of_single_answers(material, questionnaire, evaluation);
    let own = printed.lines.iter().filter(|(finding, _)| questionnaire.finding(&finding.id).is_some());
    Some(System {
        id: questionnaire.id.clone(),
        title: material.text(&questionnaire.title).to_owned(),
        standing: standing::build(
            material,
            questionnaire,
            evaluation,
            summary::basis(material, questionnaire, evaluation),
        ),
        areas: several.then(|| areas::chart(material, questionnaire, evaluation)).flatten().into_iter().collect(),
        lowest: lowest::build(material, questionnaire, evaluation),
        items: lowest::all(material, questionnaire, evaluation),
        unknown_headline: if open.is_empty() {
            String::new()
        } else {
            material.words.counted("systems.unknown_says", open.len(), &[])
        },
        unknown: open,
        flows: flows::build(material, evaluation),
        figures: key_figures::build(material, questionnaire),
        found: if several {
            own.enumerate().map(|(at, fired)| findings::brief(material, at + 1, *fired)).collect()
        } else {
            Vec::new()
        },
        maps: maps::build(material, questionnaire),
        accounts,
        answers: if several { answers::of(material, questionnaire, told) } else { Vec::new() },
    })
}
