//! A comparison for people, as `gapwise compare` prints it: it fits 80 columns.

use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::output::table;
use super::printable::printable_line;
use crate::assessment::{Assessment, Cell};
use crate::comparison::{
    AnswerChange, AreaChange, Comparison, DifferenceRule, FigureChange, FigureOf, GoalProgress, NotCompared,
    NotComparedReason, ProgressWord, QuestionnaireComparison, ScoreChange,
};
use crate::display::{Display, sentence_start};
use crate::questionnaire::{Kind, NumberKind, Questionnaire, Selection};

/// Everything of a comparison.
pub(super) fn text(before: &Selection, now: &Selection, assessment: &Assessment, comparison: &Comparison) -> String {
    let display = Display { locale: &assessment.locale, currency: &assessment.currency };
    let page = Page { display, before, now };
    let mut text = page.head(assessment, comparison);
    for one in &comparison.questionnaires {
        if let Some(questionnaire) = now.questionnaires.iter().find(|it| it.id == one.id) {
            text.push('\n');
            text.push_str(&page.questionnaire(questionnaire, one));
        }
    }
    text.push_str(&page.goals(&comparison.goals));
    text.push_str(&page.remarks(comparison));
    text
}

struct Page<'a> {
    display: Display<'a>,
    before: &'a Selection,
    now: &'a Selection,
}

impl Page<'_> {
    fn word(&self, key: &str) -> String {
        t!(format!("record.compare.{key}"), locale = self.display.locale).into_owned()
    }

    fn head(&self, assessment: &Assessment, comparison: &Comparison) -> String {
        let client = printable_line(&assessment.client.name);
        let dates = t!(
            "record.compare.dates",
            locale = self.display.locale,
            before = self.display.date(comparison.before),
            now = self.display.date(comparison.now),
            days = self.display.days(comparison.days as f64)
        );
        if client.is_empty() { format!("{dates}\n") } else { format!("{client}\n{dates}\n") }
    }

    fn questionnaire(&self, questionnaire: &Questionnaire, one: &QuestionnaireComparison) -> String {
        let mut text = format!("{}\n", printable_line(questionnaire.title.get(self.display.locale)));
        let rows: Vec<_> =
            one.areas.iter().filter(|area| area.applies).map(|area| self.area(questionnaire, area)).collect();
        if !rows.is_empty() {
            let mut rows = rows;
            rows.push(self.overall(one));
            let head = ["area", "before", "now", "change", "meaning"].map(|key| self.word(key));
            text.push_str(&table(&head, &rows, &[1, 2, 3]));
        }
        let answers: Vec<_> = one.answers.iter().filter_map(|change| self.answer(questionnaire, change)).collect();
        if !answers.is_empty() {
            let head = ["rating", "before", "now", "meaning"].map(|key| self.word(key));
            text.push_str(&format!("\n{}", table(&head, &answers, &[])));
        }
        let figures: Vec<_> = one.figures.iter().filter_map(|figure| self.figure(questionnaire, figure)).collect();
        if !figures.is_empty() {
            let head = ["figure", "before", "now", "change", "meaning"].map(|key| self.word(key));
            text.push_str(&format!("\n{}", table(&head, &figures, &[1, 2, 3])));
        }
        text
    }

    fn signed(&self, change: f64, decimals: usize) -> String {
        let number = self.display.number(change, decimals);
        let is_more = crate::display::rounded(change, decimals) > 0.0;
        if is_more { format!("+{number}") } else { number }
    }

    fn area(&self, questionnaire: &Questionnaire, area: &AreaChange) -> Vec<String> {
        let title = questionnaire.area(&area.id).map_or(area.id.as_str(), |it| it.title.get(self.display.locale));
        self.change(cut(title, 34), area.change)
    }

    fn overall(&self, one: &QuestionnaireComparison) -> Vec<String> {
        self.change(self.word("overall"), one.overall)
    }

    /// A score before and now, and what the difference is called.
    fn change(&self, title: String, change: Option<ScoreChange>) -> Vec<String> {
        let mut row = vec![title];
        match change {
            Some(change) => row.extend([
                self.display.number(change.before, 1),
                self.display.number(change.now, 1),
                self.signed(change.points(), 1),
                self.word(change.size.id()),
            ]),
            None => row.extend(["–".into(), "–".into(), String::new(), self.word("too_little")]),
        }
        row
    }

    fn answer(&self, questionnaire: &Questionnaire, change: &AnswerChange) -> Option<Vec<String>> {
        let question = questionnaire.question(&change.question)?;
        let locale = self.display.locale;
        let mut label = question.label.get(locale).to_owned();
        if let Some(row) = change.row.as_ref().and_then(|id| question.fixed_rows().iter().find(|row| row.id == *id)) {
            label = format!("{}, {label}", row.label.get(locale));
        }
        let column = question.columns().iter().find(|column| match &change.column {
            Some(id) => column.id == *id,
            None => true,
        });
        let shown = |cell: &Cell| match (&question.kind, cell) {
            (Kind::Rating(labels), Cell::Number(rating)) => self.display.rating(labels, *rating),
            (Kind::One(_), Cell::Text(id)) => {
                let choice = question.choices().iter().find(|choice| choice.id == *id);
                choice.map_or_else(|| id.clone(), |choice| choice.label.get(locale).to_owned())
            }
            (_, cell) => column.map(|column| self.display.cell(column, cell)).unwrap_or_default(),
        };
        let direction = match change.is_better {
            Some(true) => "better",
            Some(false) => "worse",
            None => "other",
        };
        let meaning = self.word(&format!("{direction}_{}", change.certainty.id()));
        Some(vec![cut(&label, 24), cut(&shown(&change.before), 16), cut(&shown(&change.now), 16), meaning])
    }

    fn figure(&self, questionnaire: &Questionnaire, figure: &FigureChange) -> Option<Vec<String>> {
        let locale = self.display.locale;
        let (label, is_told) = match figure.of {
            FigureOf::Question => (questionnaire.question(&figure.id)?.label.get(locale), true),
            FigureOf::Metric => {
                let metric = questionnaire.metric(&figure.id)?;
                (metric.label.get(locale), metric.score.is_some())
            }
        };
        let same = crate::display::rounded(figure.before, 2) == crate::display::rounded(figure.now, 2);
        if same || (figure.difference.is_none() && !is_told) {
            return None;
        }
        let meaning = match figure.difference {
            Some(difference) if difference.is_clear => self.word("differs"),
            Some(difference) => match difference.rule {
                DifferenceRule::Counts { more_than } => t!(
                    "record.compare.differs_not",
                    locale = locale,
                    number = self.display.number(more_than.floor(), 0)
                )
                .into_owned(),
                DifferenceRule::Intervals => self.word("overlap"),
            },
            None => String::new(),
        };
        Some(vec![
            cut(&sentence_start(label), 32),
            self.display.plain(figure.before),
            self.display.plain(figure.now),
            self.signed(figure.now - figure.before, decimals(figure.now - figure.before)),
            meaning,
        ])
    }

    fn goals(&self, goals: &[GoalProgress]) -> String {
        if goals.is_empty() {
            return String::new();
        }
        let mut remarks = String::new();
        let rows: Vec<Vec<String>> = goals
            .iter()
            .map(|goal| {
                remarks.push_str(&self.goal_remarks(goal));
                vec![
                    cut(&self.goal_label(goal), 24),
                    self.value(goal, goal.baseline),
                    self.value(goal, goal.now),
                    self.value(goal, goal.target),
                    self.share(goal),
                    self.word(&format!("standing_{}", goal.standing.id())),
                ]
            })
            .collect();
        let head = ["goal", "from", "now", "aim", "way", "meaning"].map(|key| self.word(key));
        format!("\n{}{remarks}", table(&head, &rows, &[1, 2, 3, 4]))
    }

    fn goal_label(&self, goal: &GoalProgress) -> String {
        let metric = self.now.goal_metric(&goal.metric).or_else(|| self.before.goal_metric(&goal.metric));
        metric.map_or_else(|| goal.metric.clone(), |metric| sentence_start(metric.label.get(self.display.locale)))
    }

    fn value(&self, goal: &GoalProgress, value: Option<f64>) -> String {
        let Some(value) = value else { return "–".to_owned() };
        let metric = self.now.goal_metric(&goal.metric).or_else(|| self.before.goal_metric(&goal.metric));
        match metric.map(|metric| metric.spec.kind) {
            Some(NumberKind::Percent) => self.display.percent(value, 1),
            Some(NumberKind::Money) => self.display.money(value),
            Some(NumberKind::Hours) => self.display.hours(value),
            _ => self.display.plain(value),
        }
    }

    fn share(&self, goal: &GoalProgress) -> String {
        match (goal.share, goal.standing) {
            (Some(share), standing) if standing != ProgressWord::TooEarly => self.display.percent(100.0 * share, 0),
            _ => "–".to_owned(),
        }
    }

    fn goal_remarks(&self, goal: &GoalProgress) -> String {
        let mut keys = Vec::new();
        keys.extend(goal.is_due.then_some("due"));
        keys.extend((goal.standing == ProgressWord::TooEarly).then_some("early"));
        keys.extend(goal.change_tactic.then_some("tactic"));
        keys.extend(goal.lowered.is_some_and(|lowered| !lowered.has_reason).then_some("lowered"));
        let name = self.goal_label(goal);
        let line = |key: &str| t!(format!("record.compare.goal_{key}"), locale = self.display.locale, goal = name);
        keys.into_iter().map(|key| wrapped(&printable_line(&line(key)))).collect()
    }

    fn remarks(&self, comparison: &Comparison) -> String {
        let counts = comparison.questionnaires.iter().flat_map(|one| &one.figures);
        let has_counts = counts.filter_map(|figure| figure.difference).next().is_some();
        let mut lines: Vec<String> = comparison.not_compared.iter().map(|one| self.not_compared(one)).collect();
        if has_counts && !comparison.same_season {
            lines.push(self.word("season"));
        }
        if !comparison.same_currency {
            lines.push(self.word("currency"));
        }
        if comparison.questionnaires.iter().any(|one| !one.areas.is_empty()) {
            lines.push(self.word("both_times"));
        }
        let text: String = lines.iter().map(|line| wrapped(&printable_line(line))).collect();
        if text.is_empty() { text } else { format!("\n{text}") }
    }

    fn not_compared(&self, one: &NotCompared) -> String {
        let locale = self.display.locale;
        let id = &one.questionnaire;
        match &one.reason {
            NotComparedReason::OtherVersion { before, now } => {
                t!("record.compare.other_version", locale = locale, id = id, before = before, now = now).into_owned()
            }
            NotComparedReason::OnlyBefore => t!("record.compare.only_before", locale = locale, id = id).into_owned(),
            NotComparedReason::OnlyNow => t!("record.compare.only_now", locale = locale, id = id).into_owned(),
        }
    }
}

fn decimals(number: f64) -> usize {
    if crate::display::rounded(number, 2).fract() == 0.0 { 0 } else { 1 }
}

/// A line for a terminal, in lines of at most 80 columns.
fn wrapped(line: &str) -> String {
    let lines = crate::interview::wrap(line, 80);
    lines.into_iter().map(|range| format!("{}\n", line[range].trim_end())).collect()
}

/// A text on one line, cut to a width with `…`.
fn cut(text: &str, width: usize) -> String {
    let text = printable_line(text);
    if text.width() <= width {
        return text;
    }
    let mut short = String::new();
    for letter in text.chars() {
        if format!("{short}{letter}…").width() > width {
            break;
        }
        short.push(letter);
    }
    format!("{}…", short.trim_end())
}
