//! The reveal: up to three facts in the client's own figures, one at a time (domain.md 1, "Reveal").

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::call::{Stays, letter};
use super::{Edit, Effect, Interview, Line, Write};
use crate::assessment::Reveal;
use crate::display::Display;
use crate::evaluation::{FindingEvaluation, Standing, questions_behind};
use crate::questionnaire::Finding;

/// The most facts that are shown.
const MOST: usize = 3;

/// The reveal while it is open.
#[derive(Debug, Clone)]
pub struct Revealing {
    /// The findings whose facts are shown; they stay the same while it is open, whatever is corrected.
    pub facts: Vec<String>,
    /// The fact that is shown; past the last one, what the analysis gives.
    pub at: usize,
    /// What the client says, while it is being typed.
    pub typing: Option<Line>,
}

/// What the client has told that makes a finding true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// One or two halves of a sentence that begins "You told me".
    pub halves: Vec<String>,
    /// Label and answer instead, where the questionnaire has no such sentence.
    pub figures: Vec<(String, String)>,
    /// The client's own words on it, when they may be printed.
    pub quote: Option<String>,
    /// The answers it rests on, the first named first.
    pub rests_on: Vec<String>,
}

impl Revealing {
    /// The facts as they stand, from the first.
    pub fn new(interview: &Interview) -> Self {
        Self { facts: interview.facts(), at: 0, typing: None }
    }

    /// The finding whose fact is shown.
    pub fn finding(&self) -> Option<&str> {
        self.facts.get(self.at).map(String::as_str)
    }
}

impl Interview {
    /// Up to three findings to reveal: the highest priority first, each from another area, each with something the client has
    /// told.
    pub fn facts(&self) -> Vec<String> {
        let all = self.evaluation.questionnaires.iter().flat_map(|one| &one.findings);
        let mut fired: Vec<(f64, &FindingEvaluation)> = all.filter_map(|one| Some((one.priority?, one))).collect();
        // Equal ones stay in print order.
        fired.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut areas = BTreeSet::new();
        let mut facts = Vec::new();
        for (_, one) in fired {
            if facts.len() < MOST && !areas.contains(&one.area) && self.told(&one.id).is_some() {
                areas.insert(one.area.clone());
                facts.push(one.id.clone());
            }
        }
        facts
    }

    /// What the client has told that makes a finding true; nothing when it does not hold, or nothing was told.
    pub fn told(&self, id: &str) -> Option<Told> {
        let fired = self.evaluation.questionnaires.iter().find_map(|one| one.finding(id))?;
        let finding = self.selection.questionnaires.iter().find_map(|one| one.finding(id))?;
        let behind = questions_behind(&self.selection, fired.names_in_condition.iter().map(String::as_str));
        let rests_on: Vec<String> = behind
            .into_iter()
            .filter(|id| self.evaluation.standing(id) == Standing::Answered)
            .map(str::to_owned)
            .collect();
        let halves = self.halves(finding, fired);
        let figures = if halves.is_empty() { self.figures(&rests_on) } else { Vec::new() };
        let quote = rests_on.iter().find_map(|id| {
            let answer = self.assessment.answer(id)?;
            answer.quote.clone().filter(|_| answer.shareable)
        });
        (!halves.is_empty() || !figures.is_empty()).then_some(Told { halves, figures, quote, rests_on })
    }

    fn halves(&self, finding: &Finding, fired: &FindingEvaluation) -> Vec<String> {
        let texts = finding.reveal.iter().map(|text| text.get(&self.assessment.locale));
        texts.filter_map(|text| self.filled(text, &fired.names)).collect()
    }

    fn figures(&self, questions: &[String]) -> Vec<(String, String)> {
        let display = self.display();
        let figure = |id: &String| {
            let question = self.selection.question(id)?;
            let value = self.assessment.value(id)?;
            Some((question.label.get(&self.assessment.locale).to_owned(), display.answer(question, value)))
        };
        questions.iter().take(2).filter_map(figure).collect()
    }

    /// A text with the client's figures in place of its names; nothing when one of them is not known.
    fn filled(&self, text: &str, names: &[String]) -> Option<String> {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}')?;
            out.push_str(before);
            out.push_str(&self.figure(name, names)?);
            rest = after;
        }
        out.push_str(rest);
        Some(out)
    }

    fn figure(&self, name: &str, names: &[String]) -> Option<String> {
        let display = self.display();
        if name == "names" {
            return (!names.is_empty()).then(|| display.names(names));
        }
        let (name, is_plain) = name.strip_suffix(":number").map_or((name, false), |name| (name, true));
        if let Some(metric) = self.selection.metric(name) {
            let result = self.evaluation.metric(name)?;
            return match result.number() {
                Some(number) if is_plain => Some(display.plain(number)),
                _ => Some(display.client_metric(metric, result.value.as_ref()?)),
            };
        }
        let question = self.selection.question(name)?;
        let value = self.assessment.value(name).filter(|_| self.evaluation.standing(name) == Standing::Answered)?;
        match value.as_number() {
            Some(number) if is_plain => Some(display.plain(number)),
            _ => Some(display.answer(question, value)),
        }
    }

    pub(super) fn display(&self) -> Display<'_> {
        Display { locale: &self.assessment.locale, currency: &self.assessment.currency }
    }

    /// What was said to a fact, and whether it was disputed.
    pub fn reaction(&self, finding: &str) -> Option<&Reveal> {
        self.assessment.reveal.iter().find(|one| one.finding == finding)
    }

    pub(super) fn edit_reveal(
        &mut self,
        revealing: &mut Revealing,
        edit: &Edit,
        now: Timestamp,
    ) -> (Stays, Vec<Effect>) {
        let finding = revealing.finding().map(str::to_owned);
        if let Some(line) = &mut revealing.typing {
            if *edit != Edit::Enter {
                line.edit(edit);
                return (Stays::Open, Vec::new());
            }
            let text = line.text().trim().to_owned();
            revealing.typing = None;
            let effects = finding.map(|id| self.react(&id, now, |one| one.reaction = text)).unwrap_or_default();
            return (Stays::Open, effects);
        }
        match (edit, letter(edit), finding) {
            (Edit::Left | Edit::Up, ..) => revealing.at = revealing.at.saturating_sub(1),
            (Edit::Right | Edit::Down, ..) | (_, Some(" "), _) => {
                revealing.at = (revealing.at + 1).min(revealing.facts.len());
            }
            (Edit::Enter, _, Some(id)) => {
                let said = self.reaction(&id).map(|one| one.reaction.clone()).unwrap_or_default();
                revealing.typing = Some(Line::new(said));
            }
            (Edit::Enter, _, None) => return (Stays::Closed, Vec::new()),
            (_, Some("d"), Some(id)) => return self.dispute(&id, now),
            _ => {}
        }
        (Stays::Open, Vec::new())
    }

    /// Marks a fact as disputed and goes to the answer it rests on; a second time takes the mark back.
    fn dispute(&mut self, finding: &str, now: Timestamp) -> (Stays, Vec<Effect>) {
        let was = self.reaction(finding).is_some_and(|one| one.disputed);
        let effects = self.react(finding, now, |one| one.disputed = !was);
        let answer = self.told(finding).and_then(|told| told.rests_on.first().cloned());
        match answer.filter(|_| !was) {
            Some(id) => (Stays::Aside(id), effects),
            None => (Stays::Open, effects),
        }
    }

    fn react(&mut self, finding: &str, now: Timestamp, change: impl FnOnce(&mut Reveal)) -> Vec<Effect> {
        let mut told = self.assessment.reveal.clone();
        let at = told.iter().position(|one| one.finding == finding).unwrap_or_else(|| {
            told.push(Reveal { finding: finding.to_owned(), reaction: String::new(), disputed: false });
            told.len() - 1
        });
        change(&mut told[at]);
        if told[at].reaction.is_empty() && !told[at].disputed {
            told.remove(at);
        }
        if told == self.assessment.reveal { Vec::new() } else { self.record_all(vec![Write::Reveal(told)], now) }
    }
}
