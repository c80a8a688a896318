//! What every part of the view is made from, and the few things all of them ask.

use std::collections::BTreeSet;

use crate::assessment::{Answer, Assessment, Mode, Status};
use crate::display::Display;
use crate::evaluation::{Evaluation, FindingEvaluation, Standing};
use crate::questionnaire::{Finding, Kind, LocalText, Question, Selection};
use crate::report::key_gaps::by_priority;
use crate::report::outline::Outline;
use crate::report::words::Words;
use crate::report::{Audience, Earlier};

/// What every part of the view is made from.
pub(crate) struct Material<'a> {
    pub(crate) selection: &'a Selection,
    pub(crate) assessment: &'a Assessment,
    pub(crate) evaluation: &'a Evaluation,
    pub(crate) words: &'a Words,
    pub(crate) outline: &'a Outline,
    pub(crate) show: Display<'a>,
    pub(crate) audience: Audience,
    pub(crate) earlier: Earlier<'a>,
}

impl<'a> Material<'a> {
    /// Whether the consultant reads it.
    pub(crate) fn is_internal(&self) -> bool {
        self.audience == Audience::Internal
    }

    /// Whether an owner answered alone.
    pub(crate) fn is_self(&self) -> bool {
        self.assessment.mode == Mode::SelfAssessment
    }

    /// A questionnaire's text in the assessment's language.
    pub(crate) fn text<'t>(&self, text: &'t LocalText) -> &'t str {
        text.get(&self.assessment.locale)
    }

    /// The client's name, or a neutral word.
    pub(crate) fn client_name(&self) -> String {
        let name = &self.assessment.client.name;
        if name.trim().is_empty() { self.words.get("unnamed").to_owned() } else { name.clone() }
    }

    /// The title of the report: what the client was asked; more than two names would be no title.
    pub(crate) fn title(&self, key: &str) -> String {
        let number = self.selection.questionnaires.len();
        if number > 2 {
            return self.words.fill(&format!("{key}_many"), &[("n", &self.words.number(number))]);
        }
        let titles: Vec<_> = self.selection.questionnaires.iter().map(|one| self.text(&one.title).to_owned()).collect();
        self.words.fill(key, &[("questionnaires", &self.show.names(&titles))])
    }

    /// Whether it speaks of more than one questionnaire, which then have to be told apart.
    pub(crate) fn is_about_several(&self) -> bool {
        self.selection.questionnaires.len() > 1
    }

    /// A visible question's answer: what is hidden is set aside and used nowhere.
    pub(crate) fn answer(&self, question: &str) -> Option<&'a Answer> {
        self.evaluation.is_visible(question).then(|| self.assessment.answer(question)).flatten()
    }

    /// The line of an answered question, with its range where one was given; a rating by its label alone.
    pub(crate) fn answer_line(&self, question: &Question, answer: &Answer) -> Option<String> {
        let value = answer.value()?;
        if let (Kind::Rating(labels), Some(points)) = (&question.kind, value.as_number()) {
            return Some(self.rating(labels, points));
        }
        let line = self.show.answer(question, value);
        let (Some(low), Some(high), Some(spec)) = (answer.low, answer.high, question.number()) else {
            return Some(line);
        };
        let (low, high) = (self.show.quantity(spec, low), self.show.quantity(spec, high));
        Some(self.words.fill("evidence.about", &[("value", &line), ("low", &low), ("high", &high)]))
    }

    /// A rating's label, or the number where there is none.
    pub(crate) fn rating(&self, labels: &[LocalText], points: f64) -> String {
        // Equality of small whole floats is exact.
        let found = labels.iter().zip(0_u32..).find(|(_, at)| f64::from(*at) == points);
        found.map_or_else(|| self.show.plain(points), |(label, _)| self.text(label).to_owned())
    }

    /// A visible question that the audience may read the answer of.
    pub(crate) fn readable(&self, question: &str) -> Option<&'a Question> {
        let question = self.selection.question(question)?;
        let may = self.is_internal() || question.report;
        (may && self.evaluation.is_visible(&question.id)).then_some(question)
    }

    /// The quote on a visible answer, when the client allowed it to be printed.
    pub(crate) fn shareable_quote(&self, question: &str) -> Option<&'a str> {
        let answer = self.answer(question)?;
        let quote = answer.quote.as_deref().map(str::trim).filter(|quote| !quote.is_empty())?;
        answer.shareable.then_some(quote)
    }

    /// What a fired finding says.
    pub(crate) fn finding_statement(&self, fired: &FindingEvaluation) -> String {
        if let Some(question) = fired.dont_know.as_deref().and_then(|id| self.selection.question(id)) {
            let text = self.text(&question.unknown_text);
            return if text.is_empty() { self.text(&question.label).to_owned() } else { text.to_owned() };
        }
        self.selection
            .finding(&fired.id)
            .map(|finding| self.show.statement(&finding.statement, Some(&finding.statement_one), &fired.names))
            .unwrap_or_default()
    }

    /// What a fired finding says, as a heading: without its full stop.
    pub(crate) fn finding_heading(&self, fired: &FindingEvaluation) -> String {
        let statement = self.finding_statement(fired);
        statement.strip_suffix('.').map(str::to_owned).unwrap_or(statement)
    }

    /// An area's title; empty for findings that belong to no area.
    pub(crate) fn area_title(&self, id: Option<&str>) -> String {
        let areas = || self.selection.questionnaires.iter().flat_map(|one| &one.areas);
        let area = id.and_then(|id| areas().find(|area| area.id == id));
        area.map(|area| self.text(&area.title).to_owned()).unwrap_or_default()
    }

    /// Where a finding belongs: its area, with the questionnaire where there are several.
    pub(crate) fn finding_area(&self, fired: &FindingEvaluation) -> String {
        let area = self.area_title(fired.area.as_deref());
        let of = self.selection.questionnaires.iter().find(|one| one.finding(&fired.id).is_some());
        match of.filter(|_| self.is_about_several()).map(|one| self.text(&one.title)) {
            Some(title) if area.is_empty() => title.to_owned(),
            Some(title) => self.words.fill("systems.area", &[("questionnaire", title), ("area", &area)]),
            None => area,
        }
    }

    /// Questions a name of a condition rests on, through metrics too.
    pub(crate) fn questions_behind(&self, name: &str) -> BTreeSet<&'a str> {
        let mut found = BTreeSet::new();
        self.collect_questions(name, &mut found, 0);
        found
    }

    fn collect_questions(&self, name: &str, found: &mut BTreeSet<&'a str>, depth: usize) {
        // Loops between formulas are refused when a questionnaire is loaded; the depth is a second lock.
        if depth > 32 {
            return;
        }
        if let Some(question) = self.selection.question(name) {
            found.insert(&question.id);
        } else if let Some(metric) = self.selection.metric(name) {
            for inner in &metric.formula.names {
                self.collect_questions(inner, found, depth + 1);
            }
        }
    }

    /// Whether the client disputed a finding: then it is left out of the client's version.
    pub(crate) fn is_disputed(&self, finding: &str) -> bool {
        self.assessment.reveal.iter().any(|one| one.finding == finding && one.disputed)
    }

    /// Fired findings in print order, don't-know findings left out.
    ///
    /// Those of several questionnaires are put in one order: up to three foundations, then by priority (rulings.md 10).
    pub(crate) fn fired(&self) -> impl Iterator<Item = (&'a Finding, &'a FindingEvaluation)> {
        let all = self.evaluation.questionnaires.iter().flat_map(|one| &one.findings);
        let mut fired: Vec<_> = all
            .filter(|fired| fired.dont_know.is_none())
            .filter_map(|fired| Some((self.selection.finding(&fired.id)?, fired)))
            .collect();
        if self.is_about_several() {
            fired.sort_by(|(a, first), (b, second)| by_priority((a, first), (b, second)));
            let limit = self.selection.assumptions.scoring.print.foundations;
            let first: Vec<_> = fired.iter().filter(|(_, fired)| fired.foundation).take(limit).copied().collect();
            fired.retain(|(_, fired)| !first.iter().any(|(_, one)| one.id == fired.id));
            fired.splice(0..0, first);
        }
        fired.into_iter()
    }

    /// Fired findings that a client may read of, in print order.
    pub(crate) fn presentable(&self) -> impl Iterator<Item = (&'a Finding, &'a FindingEvaluation)> {
        self.fired().filter(|(_, fired)| !self.is_disputed(&fired.id))
    }

    /// Questions that stand in a certain way.
    pub(crate) fn standing(&self, wanted: Standing) -> impl Iterator<Item = &'a Question> {
        self.selection.questions().filter(move |question| self.evaluation.standing(&question.id) == wanted)
    }

    /// Owed answers: the question, who looks it up, by when.
    pub(crate) fn owed(&self) -> impl Iterator<Item = (&'a Question, String, Option<jiff::civil::Date>)> {
        self.selection.questions().filter_map(|question| match &self.answer(&question.id)?.status {
            Status::Owed { who, by } => Some((question, who.clone(), *by)),
            _ => None,
        })
    }
}
