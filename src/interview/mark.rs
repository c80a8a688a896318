//! Everything about an answer other than its value.

use jiff::Timestamp;

use super::{Effect, Go, Interview, Mark, Message, Panel, Prompt, PromptKind, next_evidence};
use crate::assessment::{Change, Status, Value};
use crate::evaluation::Standing;
use crate::questionnaire::Kind;

impl Interview {
    /// Sets a mark, or asks for what belongs to it.
    pub(super) fn mark(&mut self, mark: Mark, now: Timestamp) -> Vec<Effect> {
        let answer = self.answer().cloned().unwrap_or_default();
        let change = match mark {
            Mark::Undo | Mark::Redo => return self.turn_back(mark == Mark::Redo, now),
            Mark::Todo => return self.ask(PromptKind::Todo, String::new()),
            Mark::Usual => return self.take_usual(now),
            Mark::Later => return self.put_off_or_take_up(!answer.later, now),
            Mark::Unknown => {
                // What was being written is recorded first, so that undo brings it back.
                let mut effects = self.leave_field(now);
                effects.extend(self.record(Change::Unknown, now));
                effects.extend(self.go(&Go::Next, true, now));
                return effects;
            }
            Mark::NotApplicable => {
                let reason = match &answer.status {
                    Status::NotApplicable { reason } => reason.clone(),
                    _ => String::new(),
                };
                return self.ask(PromptKind::Reason, reason);
            }
            Mark::Owed => {
                let who = match &answer.status {
                    Status::Owed { who, .. } => who.clone(),
                    _ => String::new(),
                };
                return self.ask(PromptKind::OwedWho, who);
            }
            Mark::Quote => return self.ask(PromptKind::Quote, answer.quote.unwrap_or_default()),
            Mark::Note => return self.ask(PromptKind::Note, answer.note.unwrap_or_default()),
            Mark::Evidence if answer.value().is_none() => return Vec::new(),
            Mark::Evidence => Change::Evidence(next_evidence(answer.evidence, self.assessment.mode, true)),
            Mark::Pain => Change::Pain(!answer.pain),
            Mark::Clear => Change::Clear,
            Mark::NoRows => {
                let none = match self.question().kind {
                    Kind::Table { .. } => Value::Table(Vec::new()),
                    Kind::List { .. } => Value::Texts(Vec::new()),
                    Kind::Maps { .. } => Value::Maps(Vec::new()),
                    _ => return Vec::new(),
                };
                Change::Value { value: none, evidence: answer.evidence, low: None, high: None }
            }
        };
        let effects = self.record(change, now);
        self.show_answer();
        effects
    }

    fn ask(&mut self, kind: PromptKind, text: String) -> Vec<Effect> {
        self.lay_over(Panel::Prompt(Prompt::new(kind, text)));
        Vec::new()
    }

    /// Puts the question into the ask-later tray and goes on, or takes it out.
    fn put_off_or_take_up(&mut self, puts_off: bool, now: Timestamp) -> Vec<Effect> {
        let mut effects = self.record(Change::Later(puts_off), now);
        let count = self.put_off();
        let is_open = self.evaluation.standing(&self.question().id) == Standing::Open;
        if puts_off && is_open {
            effects.extend(self.go(&Go::Next, false, now));
        }
        self.message = Some(if puts_off { Message::PutOff(count) } else { Message::TakenUp(count) });
        effects
    }
}
