//! The ledger of the sitting: every change, kept so that it can be taken back and made again.

use jiff::Timestamp;

use super::{Branch, Effect, Interview, Message};
use crate::assessment::{AccountList, Change, Goal, Moved, NextStep, Note, Progress, Reveal};
use crate::evaluation::Evaluation;

/// One thing that is written into the assessment.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Something about the answer to the question of that id.
    Answer(String, Change),
    /// All notes, things to do and scratch lines as they shall be.
    Notes(Vec<Note>),
    /// All goals as they shall be.
    Goals(Vec<Goal>),
    /// All actions moved in the plan as they shall be.
    Moved(Moved),
    /// What happens next.
    NextStep(Option<NextStep>),
    /// All reactions as they shall be.
    Reveal(Vec<Reveal>),
    /// The questionnaires it carries, by their references, and whether it is finished.
    Questionnaires(Vec<String>, Progress),
    /// How a list's columns are called, and what ranking it came to.
    Accounts(AccountList),
}

/// What was done at once, and the question it was done at.
#[derive(Debug, Clone)]
struct Turn {
    at: usize,
    /// What has to be written to get to the other side of it.
    other_side: Vec<Write>,
}

/// Everything done since the sitting began, the latest last.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger {
    done: Vec<Turn>,
    undone: Vec<Turn>,
}

/// What a change that was taken back, or made again, was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// The answer to the question of that label.
    Answer(String),
    /// A note, a thing to do or a scratch line.
    Notes,
    /// A goal.
    Goals,
    /// An action of the plan.
    Plan,
    /// The next step.
    NextStep,
    /// A reaction.
    Reveal,
    /// Which questionnaires it carries.
    Questionnaires,
    /// The list of accounts.
    Accounts,
}

impl Interview {
    /// Changes the current answer, so that it can be taken back.
    pub(super) fn record(&mut self, change: Change, now: Timestamp) -> Vec<Effect> {
        let id = self.question().id.clone();
        self.record_of(id, change, now)
    }

    /// Changes any answer; whatever settles it takes the question out of the ask-later tray, and uses up the scratch
    /// line it came from.
    pub(super) fn record_of(&mut self, id: String, change: Change, now: Timestamp) -> Vec<Effect> {
        let settles = matches!(
            change,
            Change::Value { .. } | Change::Unknown | Change::NotApplicable { .. } | Change::Owed { .. }
        );
        let was_put_off = self.assessment.answer(&id).is_some_and(|answer| answer.later);
        let mut writes = vec![Write::Answer(id.clone(), change)];
        if settles && was_put_off {
            writes.push(Write::Answer(id.clone(), Change::Later(false)));
        }
        if settles && let Some(notes) = self.notes_without_source(&id) {
            writes.push(Write::Notes(notes));
        }
        self.record_all(writes, now)
    }

    /// Writes several things as one change.
    pub(super) fn record_all(&mut self, writes: Vec<Write>, now: Timestamp) -> Vec<Effect> {
        let (other_side, before) = self.write(writes, now);
        self.ledger.done.push(Turn { at: self.at, other_side });
        self.ledger.undone.clear();
        self.message = Branch::between(&before, &self.evaluation, &self.assessment).map(Message::Branch);
        self.begin_saving();
        vec![Effect::Save]
    }

    /// Takes the last change back, or makes the one taken back last again.
    pub(super) fn turn_back(&mut self, again: bool, now: Timestamp) -> Vec<Effect> {
        // What is being written just now is the last change.
        let map = self.map_in_hand();
        let mut effects = self.leave_field(now);
        let from = if again { &mut self.ledger.undone } else { &mut self.ledger.done };
        let Some(turn) = from.pop() else {
            self.message = Some(if again { Message::NothingToRedo } else { Message::NothingToUndo });
            return effects;
        };
        if self.panel.is_none() && self.at != turn.at {
            self.places.leave(self.at);
            self.arrive(turn.at, false);
        }
        let what = self.said_of(&turn.other_side);
        let (other_side, before) = self.write(turn.other_side, now);
        let to = if again { &mut self.ledger.done } else { &mut self.ledger.undone };
        to.push(Turn { at: turn.at, other_side });
        self.show_answer();
        self.take_map_in_hand(map);
        let branch = Branch::between(&before, &self.evaluation, &self.assessment);
        self.message = Some(if again { Message::Redone(what, branch) } else { Message::Undone(what, branch) });
        self.begin_saving();
        effects.push(Effect::Save);
        effects
    }

    /// Writes into the assessment; the only place that does. Gives what leads back, and the evaluation before.
    fn write(&mut self, writes: Vec<Write>, now: Timestamp) -> (Vec<Write>, Evaluation) {
        let mut back: Vec<Write> = writes.into_iter().map(|write| self.write_one(write, now)).collect();
        back.reverse();
        let after = self.evaluated();
        let before = std::mem::replace(&mut self.evaluation, after);
        self.choose_wording();
        (back, before)
    }

    fn write_one(&mut self, write: Write, now: Timestamp) -> Write {
        match write {
            Write::Answer(id, change) => {
                let before = self.assessment.record(&id, change, now);
                self.came_in.remove(&id);
                Write::Answer(id, Change::Restore(before))
            }
            Write::Notes(notes) => Write::Notes(std::mem::replace(&mut self.assessment.notes, notes)),
            Write::Goals(goals) => Write::Goals(self.assessment.set_goals(goals)),
            Write::Moved(moved) => Write::Moved(self.assessment.set_moved(moved)),
            Write::NextStep(step) => Write::NextStep(std::mem::replace(&mut self.assessment.next_step, step)),
            Write::Accounts(list) => Write::Accounts(std::mem::replace(&mut self.assessment.accounts, list)),
            Write::Reveal(told) => Write::Reveal(std::mem::replace(&mut self.assessment.reveal, told)),
            Write::Questionnaires(references, progress) => self.carry(references, progress),
        }
    }

    fn said_of(&self, writes: &[Write]) -> Changed {
        let answer = writes.iter().find_map(|write| match write {
            Write::Answer(id, _) => self.selection.question(id),
            _ => None,
        });
        if writes.iter().any(|write| matches!(write, Write::Accounts(_))) {
            return Changed::Accounts;
        }
        match (answer, writes.first()) {
            (Some(question), _) => Changed::Answer(question.label.get(&self.assessment.locale).to_owned()),
            (None, Some(Write::Goals(_))) => Changed::Goals,
            (None, Some(Write::Moved(_))) => Changed::Plan,
            (None, Some(Write::NextStep(_))) => Changed::NextStep,
            (None, Some(Write::Reveal(_))) => Changed::Reveal,
            (None, Some(Write::Questionnaires(..))) => Changed::Questionnaires,
            (None, _) => Changed::Notes,
        }
    }
}
