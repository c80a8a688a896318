//! Scores and findings for people, as `gapwise score` prints them.

use rust_i18n::t;

use super::output::table;
use super::printable::{printable, printable_line};
use crate::assessment::{Assessment, Mode};
use crate::display::Display;
use crate::evaluation::{AreaEvaluation, Evaluation, Overall, QuestionnaireEvaluation};
use crate::questionnaire::{Questionnaire, Selection};

/// Everything of an evaluation that fits a terminal.
pub(super) fn text(selection: &Selection, assessment: &Assessment, evaluation: &Evaluation) -> String {
    let page = Page {
        display: Display { locale: &assessment.locale, currency: &assessment.currency },
        locale: &assessment.locale,
        internal: assessment.mode == Mode::Consultant,
    };
    let mut text = String::new();
    let client = printable_line(&assessment.client.name);
    let date = page.display.date(assessment.date);
    text.push_str(&if client.is_empty() { format!("{date}\n") } else { format!("{client}, {date}\n") });
    for (questionnaire, result) in selection.questionnaires.iter().zip(&evaluation.questionnaires) {
        text.push('\n');
        text.push_str(&page.questionnaire(questionnaire, result));
    }
    text.push_str(&page.goals(selection, evaluation));
    text
}

struct Page<'a> {
    display: Display<'a>,
    locale: &'a str,
    /// Priorities are for the consultant.
    internal: bool,
}

impl Page<'_> {
    fn word(&self, key: &str) -> String {
        t!(format!("cli.score.{key}"), locale = self.locale).into_owned()
    }

    fn number(&self, value: Option<f64>) -> String {
        value.map_or_else(|| self.word("none"), |value| self.display.number(value, 1))
    }

    fn percent(&self, fraction: Option<f64>) -> String {
        fraction.map_or_else(|| self.word("none"), |fraction| format!("{}%", self.display.number(100.0 * fraction, 0)))
    }

    fn range(&self, low: Option<f64>, high: Option<f64>) -> String {
        match (low, high) {
            (Some(low), Some(high)) => self.display.internal_score_range(low, high),
            _ => self.word("none"),
        }
    }

    fn questionnaire(&self, questionnaire: &Questionnaire, result: &QuestionnaireEvaluation) -> String {
        let mut text = format!(
            "{}\n{}\n",
            printable(questionnaire.title.get(self.locale)),
            self.overall(questionnaire, &result.overall)
        );
        if !result.areas.is_empty() {
            text.push('\n');
            text.push_str(&self.areas(questionnaire, &result.areas));
        }
        if !result.strengths.is_empty() {
            let ids: Vec<_> = result.strengths.iter().map(|one| one.id.as_str()).collect();
            text.push_str(&format!("\n{}: {}\n", self.word("strengths"), ids.join(", ")));
        }
        if !result.findings.is_empty() {
            text.push_str(&format!("\n{} ({})\n", self.word("findings"), result.findings.len()));
            text.push_str(&self.findings(questionnaire, result));
        }
        if !result.not_evaluable.is_empty() && self.internal {
            let ids: Vec<_> = result.not_evaluable.iter().map(|one| one.id.as_str()).collect();
            text.push_str(&format!("\n{}: {}\n", self.word("not_evaluable"), ids.join(", ")));
        }
        text
    }

    /// A few lines for each goal.
    fn goals(&self, selection: &Selection, evaluation: &Evaluation) -> String {
        let mut text = String::new();
        for goal in &evaluation.goals {
            if text.is_empty() {
                text.push_str(&format!("\n{}\n", t!("goals.title.goals", locale = self.locale)));
            }
            let label = self.display.goal_label(selection, goal);
            let status = self.display.goal_status(goal.status);
            text.push_str(&format!("  {} ({status})\n", printable_line(&label)));
            let lines = [
                Some(self.display.goal_sentence(selection, goal)),
                self.display.goal_comparison(selection, goal),
                self.display.goal_inverse(selection, goal),
            ];
            for line in lines.into_iter().flatten() {
                text.push_str(&format!("    {}\n", printable_line(&line)));
            }
        }
        text
    }

    fn overall(&self, questionnaire: &Questionnaire, overall: &Overall) -> String {
        let band = overall.band.as_deref().and_then(|id| questionnaire.bands.iter().find(|band| band.id == id));
        let confidence = self.word(&format!("confidence_{}", overall.confidence_word.id()));
        let figures = t!(
            "cli.score.figures",
            locale = self.locale,
            range = self.range(overall.low, overall.high),
            coverage = self.percent(Some(overall.coverage)),
            confidence = self.percent(Some(overall.confidence)),
            word = confidence
        );
        match (overall.score, band) {
            (Some(score), Some(band)) => {
                format!("{} {}, {figures}", self.display.number(score, 1), printable(band.title.get(self.locale)))
            }
            _ => format!("{}, {figures}", self.word("too_little")),
        }
    }

    fn areas(&self, questionnaire: &Questionnaire, areas: &[AreaEvaluation]) -> String {
        let rows = areas.iter().map(|area| {
            let title = questionnaire.area(&area.id).map_or(area.id.as_str(), |it| it.title.get(self.locale));
            let score = if area.printed { area.score } else { None };
            vec![
                printable(title),
                self.display.number(area.weight, 0),
                self.number(score),
                self.range(area.low, area.high),
                self.number(area.wanted),
                self.percent(area.coverage),
                self.percent(area.confidence),
            ]
        });
        let head = ["area", "weight", "score", "range", "wanted", "coverage", "confidence"].map(|key| self.word(key));
        table(&head, &rows.collect::<Vec<_>>(), &[1, 2, 3, 4, 5, 6])
    }

    fn findings(&self, questionnaire: &Questionnaire, result: &QuestionnaireEvaluation) -> String {
        let rows = result.findings.iter().map(|one| {
            let statement = match (questionnaire.finding(&one.id), &one.dont_know) {
                (Some(finding), _) => {
                    self.display.statement(&finding.statement, Some(&finding.statement_one), &one.names)
                }
                (None, Some(question)) => {
                    questionnaire.question(question).map_or("", |it| it.unknown_text.get(self.locale)).to_owned()
                }
                (None, None) => String::new(),
            };
            let priority = if self.internal { one.priority.map(|it| self.display.number(it, 2)) } else { None };
            vec![one.id.clone(), priority.unwrap_or_default(), printable_line(&statement)]
        });
        let head = [
            self.word("id"),
            if self.internal { self.word("priority") } else { String::new() },
            self.word("statement"),
        ];
        table(&head, &rows.collect::<Vec<_>>(), &[1])
    }
}
