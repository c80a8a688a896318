//! Everything about an answer other than its value.

use jiff::Timestamp;

use super::{Effect, Go, Interview, Mark, Message, Panel, Prompt, PromptKind, next_evidence};
use crate::assessment::{Change, Status, Value};
use crate::questionnaire::Kind;

impl Interview {
    /// Sets a mark, or asks for what belongs to it.
    pub(super) fn mark(&mut self, mark: Mark, now: Timestamp) -> Vec<Effect> {
        let answer = self.answer().cloned().unwrap_or_default();
        let change = match mark {
            Mark::Undo => return self.undo(now),
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
            Mark::Later => Change::Later(!answer.later),
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
        self.panel = Some(Panel::Prompt(Prompt::new(kind, text)));
        Vec::new()
    }

    fn undo(&mut self, now: Timestamp) -> Vec<Effect> {
        // What is being written just now is the last change.
        let _ = self.leave_field(now);
        let Some((at, before)) = self.history.pop() else {
            self.message = Some(Message::NothingToUndo);
            return Vec::new();
        };
        self.arrive(at, false);
        self.write(Change::Restore(before), now);
        self.show_answer();
        self.message = Some(Message::Undone(self.question().label.get(&self.assessment.locale).to_owned()));
        vec![Effect::Save]
    }
}
