//! A number as people say it: `4k`, `~400`, `4-5k`, `30%`.

use super::{Context, Edit, Line, Refusal, Step};
use crate::assessment::{Change, Evidence, Mode, Value, evidence_of_entry, parse_number};

/// The editor of a number.
#[derive(Debug, Clone)]
pub struct NumberEditor {
    /// What is being typed; `None` while the stored value is shown.
    pub line: Option<Line>,
    /// The evidence chosen for what is being typed, when one was.
    pub evidence: Option<Evidence>,
    /// Why the last try was refused; shown beside the field until the next key.
    pub refused: Option<String>,
}

impl NumberEditor {
    /// Shows the answer there is.
    pub fn new(_context: &Context<'_>) -> Self {
        Self { line: None, evidence: None, refused: None }
    }

    /// Follows one edit; Enter stores and goes on.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        self.refused = None;
        match edit {
            Edit::Enter => self.enter(context),
            Edit::Tab | Edit::BackTab => self.next_evidence(*edit == Edit::Tab, context),
            _ => {
                self.line.get_or_insert_default().edit(edit);
                Step::Stay
            }
        }
    }

    /// Stores what is typed when the field is left for something else.
    pub fn leave(&mut self, context: &Context<'_>) -> Step {
        match self.enter(context) {
            Step::RecordAndGo(change) => Step::Record(change),
            Step::Refused(reason) => {
                *self = Self::new(context);
                Step::Refused(reason)
            }
            _ => Step::Stay,
        }
    }

    fn enter(&mut self, context: &Context<'_>) -> Step {
        let (Some(line), Some(spec)) = (&self.line, context.question.number()) else { return Step::Go };
        if line.text().trim().is_empty() {
            return if context.value().is_some() { Step::RecordAndGo(Change::Clear) } else { Step::Go };
        }
        match parse_number(line.text(), spec) {
            Ok(entered) => {
                let entered_as = evidence_of_entry(context.mode, context.question, entered.guess, false);
                self.line = None;
                Step::RecordAndGo(Change::Value {
                    value: Value::Number(entered.value),
                    evidence: self.evidence.take().or(entered_as),
                    low: entered.low,
                    high: entered.high,
                })
            }
            Err(error) => {
                let reason = error.to_string();
                self.refused = Some(reason.clone());
                Step::Refused(Refusal::Number(reason))
            }
        }
    }

    fn next_evidence(&mut self, forward: bool, context: &Context<'_>) -> Step {
        if let (None, Some(answer)) = (&self.line, context.answer.filter(|answer| answer.value().is_some())) {
            return Step::Record(Change::Evidence(next_evidence(answer.evidence, context.mode, forward)));
        }
        self.evidence = Some(next_evidence(self.evidence, context.mode, forward));
        Step::Stay
    }
}

/// The evidence after this one; an owner alone only chooses between a guess and having looked it up.
pub fn next_evidence(evidence: Option<Evidence>, mode: Mode, forward: bool) -> Evidence {
    let ladder: &[Evidence] = match mode {
        Mode::Consultant => &[Evidence::Stated, Evidence::Observed, Evidence::Record, Evidence::Guess],
        Mode::SelfAssessment => &[Evidence::Guess, Evidence::Record],
    };
    let at = ladder.iter().position(|one| Some(*one) == evidence).unwrap_or(0);
    let count = ladder.len();
    ladder[if forward { (at + 1) % count } else { (at + count - 1) % count }]
}
