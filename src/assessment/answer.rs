//! The one way by which an answer is written.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Answer, Assessment, Evidence, Mode, Status, Value};
use crate::questionnaire::{Kind, Question};

/// What is to be changed about the answer to one question.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It was answered.
    Value {
        /// The value.
        value: Value,
        /// How well it is known, when that was said; see [`evidence_of_entry`].
        evidence: Option<Evidence>,
        /// Lower end of an "about" answer.
        low: Option<f64>,
        /// Upper end of an "about" answer.
        high: Option<f64>,
    },
    /// The client does not know.
    Unknown,
    /// It does not apply.
    NotApplicable {
        /// Why.
        reason: String,
    },
    /// The client will look it up.
    Owed {
        /// Who.
        who: String,
        /// By when.
        by: Option<Date>,
    },
    /// It is open again; quote, note and marks stay.
    Clear,
    /// How well it is known.
    Evidence(Evidence),
    /// The client's own words, or none.
    Quote(Option<String>),
    /// Whether the quote may be printed for the client.
    Shareable(bool),
    /// Whether it hurt.
    Pain(bool),
    /// A private note, or none.
    Note(Option<String>),
    /// Whether it is in the ask-later tray.
    Later(bool),
    /// Everything as it was before: undo.
    Restore(Option<Answer>),
}

impl Change {
    /// A plain value.
    pub fn value(value: Value) -> Self {
        Self::Value { value, evidence: None, low: None, high: None }
    }
}

impl Assessment {
    /// Changes the answer to a question, and returns what was there before, for undo.
    ///
    /// Every answer is written here and nowhere else.
    pub fn record(&mut self, question: &str, change: Change, now: Timestamp) -> Option<Answer> {
        let before = self.answers.get(question).cloned();
        let mut answer = before.clone().unwrap_or_default();
        // the file is for people: fractions of a second say nothing to them
        let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
        match change {
            Change::Value { value, evidence, low, high } => {
                answer.evidence = evidence.or_else(|| evidence_kept(&answer, &value));
                answer.status = Status::Answered(value);
                (answer.low, answer.high) = (low, high);
                answer.at = Some(now);
            }
            Change::Unknown => settle(&mut answer, Status::Unknown, Some(now)),
            Change::NotApplicable { reason } => settle(&mut answer, Status::NotApplicable { reason }, Some(now)),
            Change::Owed { who, by } => settle(&mut answer, Status::Owed { who, by }, Some(now)),
            Change::Clear => settle(&mut answer, Status::Open, None),
            Change::Evidence(evidence) => answer.evidence = Some(evidence),
            Change::Quote(quote) => {
                let quote = quote.filter(|quote| !quote.is_empty());
                if quote != answer.quote {
                    // other words are not what the client agreed to share
                    answer.shareable = false;
                }
                answer.quote = quote;
            }
            Change::Shareable(shareable) => answer.shareable = shareable && answer.quote.is_some(),
            Change::Pain(pain) => answer.pain = pain,
            Change::Note(note) => answer.note = note.filter(|note| !note.is_empty()),
            Change::Later(later) => answer.later = later,
            Change::Restore(old) => answer = old.unwrap_or_default(),
        }
        if answer.is_blank() {
            self.answers.remove(question);
        } else {
            self.answers.insert(question.to_owned(), answer);
        }
        before
    }
}

/// A status that is not a value: nothing is left to be more or less certain of.
fn settle(answer: &mut Answer, status: Status, at: Option<Timestamp>) {
    answer.status = status;
    answer.evidence = None;
    (answer.low, answer.high) = (None, None);
    answer.at = at;
}

/// The evidence that outlives a change of value: a list or table keeps it while it grows, and so does a value that is
/// merely entered again; of another value nothing has been said yet.
fn evidence_kept(before: &Answer, value: &Value) -> Option<Evidence> {
    let grows = matches!(value, Value::Texts(_) | Value::Table(_) | Value::Cells(_));
    before.evidence.filter(|_| grows || before.value() == Some(value))
}

/// The evidence to write for a value as it is entered (rulings 14).
///
/// An owner alone gives numbers as guesses unless they looked them up; a consultant's client states them, which is what no
/// entry means, and guesses where a guess or a range was typed.
pub fn evidence_of_entry(mode: Mode, question: &Question, guess: bool, looked_up: bool) -> Option<Evidence> {
    if !matches!(question.kind, Kind::Number(_)) {
        return None;
    }
    match (mode, looked_up, guess) {
        (Mode::SelfAssessment, true, _) => Some(Evidence::Record),
        (Mode::SelfAssessment, false, _) | (Mode::Consultant, _, true) => Some(Evidence::Guess),
        (Mode::Consultant, true, false) => Some(Evidence::Record),
        (Mode::Consultant, false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        Timestamp::from_second(1_700_000_000).unwrap()
    }

    fn assessment() -> Assessment {
        Assessment::new(vec![], Mode::Consultant, jiff::civil::date(2026, 11, 22))
    }

    #[test]
    fn a_number_takes_its_evidence_with_it() {
        let mut it = assessment();
        let value = |number, evidence| Change::Value {
            value: Value::Number(number),
            evidence,
            low: Some(number - 1.0),
            high: Some(number + 1.0),
        };
        it.record("a", value(4.0, Some(Evidence::Guess)), now());
        it.record("a", value(5.0, None), now());
        assert_eq!(it.answer("a").unwrap().evidence, None);
        it.record("a", Change::Evidence(Evidence::Record), now());
        it.record("a", value(5.0, None), now());
        assert_eq!(it.answer("a").unwrap().evidence, Some(Evidence::Record));
        it.record("a", Change::Unknown, now());
        let answer = it.answer("a").unwrap();
        assert_eq!((answer.evidence, answer.low, answer.high), (None, None, None));
    }

    #[test]
    fn clearing_keeps_words_and_marks_and_undo_brings_all_back() {
        let mut it = assessment();
        it.record("a", Change::value(Value::Text("x".into())), now());
        it.record("a", Change::Quote(Some("our own words".into())), now());
        it.record("a", Change::Shareable(true), now());
        let before = it.record("a", Change::Clear, now());
        assert_eq!(it.answer("a").unwrap().status, Status::Open);
        assert!(it.answer("a").unwrap().shareable);
        it.record("a", Change::Restore(before), now());
        assert_eq!(it.value("a").unwrap().as_text(), Some("x"));
    }

    #[test]
    fn other_words_are_not_shared_and_blank_answers_vanish() {
        let mut it = assessment();
        it.record("a", Change::Quote(Some("one".into())), now());
        it.record("a", Change::Shareable(true), now());
        it.record("a", Change::Quote(Some("another".into())), now());
        assert!(!it.answer("a").unwrap().shareable);
        it.record("a", Change::Quote(None), now());
        assert!(it.answers.is_empty());
    }
}
