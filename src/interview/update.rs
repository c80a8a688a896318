//! One action in, effects out.

use jiff::Timestamp;

use super::{
    Action, Edit, Editor, Effect, Finish, Go, Interview, Message, Open, Outcome, Panel, Picked, Picker, PromptKind,
    Prompted, Review, SaveStatus, Step,
};
use crate::assessment::{Answer, Change};
use crate::evaluation::Standing;

/// How many changes can be taken back.
const HISTORY: usize = 200;

impl Interview {
    /// Follows one action; what has to be done in the world comes back as effects, in order.
    pub fn update(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        if !action.is_of_nobody() {
            self.message = None;
        }
        match action {
            Action::Edit(edit) => self.edit(&edit, now),
            Action::Go(go) => self.go(&go, false, now),
            Action::Mark(mark) => self.mark(mark, now),
            Action::Open(open) => self.open(open, now),
            Action::Engage => self.engage(),
            Action::Leave => self.leave(now),
            Action::Share => self.share(),
            Action::Save => vec![Effect::Save],
            Action::Room(width) => {
                self.width = width;
                Vec::new()
            }
            Action::Tick => Vec::new(),
            Action::Happened(outcome) => self.happened(outcome),
            Action::Quit => {
                let mut effects = self.leave_field(now);
                effects.extend(self.keep_words(now));
                if matches!(self.saved, SaveStatus::NotSaved(_)) && effects.is_empty() {
                    effects.push(Effect::Save);
                }
                effects.push(Effect::Quit);
                effects
            }
        }
    }

    fn edit(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        match &mut self.panel {
            None => self.edit_answer(edit, now),
            Some(Panel::Prompt(prompt)) => match prompt.edit(edit, self.today) {
                Prompted::Stay => Vec::new(),
                Prompted::Close => self.close(),
                Prompted::Ask(next) => {
                    self.panel = Some(Panel::Prompt(next));
                    Vec::new()
                }
                Prompted::Record { change, then, go } => {
                    self.panel = then.map(Panel::Prompt);
                    let mut effects = self.record(change, now);
                    if go {
                        self.engaged = false;
                        effects.extend(self.go(&Go::Next, true, now));
                    } else if !self.engaged {
                        self.show_answer();
                    }
                    effects
                }
            },
            Some(Panel::Picker(picker)) => match picker.edit(edit) {
                Picked::Jump(id) => self.go(&Go::To(id), false, now),
                _ => Vec::new(),
            },
            Some(Panel::Review(review)) => match review.edit(edit) {
                Some(id) => self.go(&Go::To(id), false, now),
                None => Vec::new(),
            },
            Some(Panel::Help(scroll)) => {
                *scroll = match edit {
                    Edit::Down => *scroll + 1,
                    Edit::Up => scroll.saturating_sub(1),
                    _ => return self.close(),
                };
                Vec::new()
            }
            Some(Panel::Finish(_)) => self.edit_finish(edit),
            Some(Panel::Call(_)) => self.edit_call(edit, now),
            Some(Panel::Hints) => {
                if *edit == Edit::Enter {
                    self.panel = None;
                }
                Vec::new()
            }
        }
    }

    fn edit_answer(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        if self.editor.has_field() && !self.engaged {
            let open = self.evaluation.standing(&self.question().id) == Standing::Open;
            match edit {
                Edit::Enter if open && self.editor.is_written() => return self.engage(),
                Edit::Enter => return self.go(&Go::Next, true, now),
                Edit::Insert(_) => self.engaged = true,
                Edit::Up | Edit::Down | Edit::Left | Edit::Right if self.editor.is_written() => return self.engage(),
                _ => {}
            }
        }
        let mut editor = self.editor.clone();
        let step = self.with_context(|context| editor.edit(edit, context));
        self.editor = editor;
        self.take(step, now)
    }

    fn take(&mut self, step: Step, now: Timestamp) -> Vec<Effect> {
        match step {
            Step::Stay => Vec::new(),
            Step::Record(change) => self.record(change, now),
            Step::RecordAndGo(change) => {
                self.engaged = false;
                let mut effects = self.record(change, now);
                effects.extend(self.go(&Go::Next, true, now));
                effects
            }
            Step::Go => {
                self.engaged = false;
                self.go(&Go::Next, true, now)
            }
            Step::Refused(reason) => {
                self.message = Some(Message::Refused(reason));
                Vec::new()
            }
        }
    }

    /// Changes the current answer, so that it can be taken back.
    pub(super) fn record(&mut self, change: Change, now: Timestamp) -> Vec<Effect> {
        if self.history.len() == HISTORY {
            self.history.remove(0);
        }
        let hidden = |interview: &Self| {
            interview.evaluation.standings.values().filter(|standing| **standing == Standing::Hidden).count()
        };
        let before = hidden(self);
        let answer_before = self.write(change, now);
        self.history.push((self.at, answer_before));
        let after = hidden(self);
        self.message = match after.cmp(&before) {
            std::cmp::Ordering::Greater => Some(Message::SetAside(after - before)),
            std::cmp::Ordering::Less => Some(Message::CameBack(before - after)),
            std::cmp::Ordering::Equal => None,
        };
        self.saved = SaveStatus::Saving;
        vec![Effect::Save]
    }

    /// Writes a change to the current answer; the only place that does.
    pub(super) fn write(&mut self, change: Change, now: Timestamp) -> Option<Answer> {
        let id = self.question().id.clone();
        let before = self.assessment.record(&id, change, now);
        self.came_in.remove(&id);
        self.evaluate();
        self.choose_wording();
        before
    }

    fn engage(&mut self) -> Vec<Effect> {
        if self.editor.has_field() {
            self.engaged = true;
            let mut editor = self.editor.clone();
            self.with_context(|context| editor.engage(context));
            self.editor = editor;
        }
        Vec::new()
    }

    /// Stores what is being written and gives the keyboard back to the commands.
    pub(super) fn leave_field(&mut self, now: Timestamp) -> Vec<Effect> {
        if !self.engaged {
            return Vec::new();
        }
        self.engaged = false;
        let mut editor = self.editor.clone();
        let step = self.with_context(|context| editor.leave(context));
        self.editor = editor;
        match step {
            Step::Record(change) | Step::RecordAndGo(change) => self.record(change, now),
            Step::Refused(reason) => {
                self.message = Some(Message::NotKept(reason));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn leave(&mut self, now: Timestamp) -> Vec<Effect> {
        if let Some(effects) = self.leave_call(now) {
            return effects;
        }
        if self.panel.is_some() {
            return self.close();
        }
        if !self.engaged && self.come_back() {
            return Vec::new();
        }
        // Escape keeps a cell that is being typed, and leaves the table only from a cell at rest.
        let stays = self.engaged && matches!(&self.editor, Editor::Table(table) if table.typing.is_some());
        let effects = self.leave_field(now);
        if stays {
            self.engaged = true;
            return effects;
        }
        self.show_answer();
        effects
    }

    /// Records a quote or a note that is still being typed when the sitting ends.
    fn keep_words(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(Panel::Prompt(prompt)) = &self.panel else { return Vec::new() };
        let text = prompt.line.text().trim();
        let change = match prompt.kind {
            _ if text.is_empty() => return Vec::new(),
            PromptKind::Quote => Change::Quote(Some(text.to_owned())),
            PromptKind::Note => Change::Note(Some(text.to_owned())),
            _ => return Vec::new(),
        };
        self.record(change, now)
    }

    fn close(&mut self) -> Vec<Effect> {
        self.panel = None;
        Vec::new()
    }

    fn open(&mut self, open: Open, now: Timestamp) -> Vec<Effect> {
        if self.refuses(open) {
            return Vec::new();
        }
        let effects = self.leave_field(now);
        let locale = self.assessment.locale.clone();
        self.panel = match (open, &self.panel) {
            (Open::Help, Some(Panel::Help(_))) | (Open::Hints, Some(Panel::Hints)) => None,
            (Open::Help, _) => Some(Panel::Help(0)),
            (Open::Hints, _) => Some(Panel::Hints),
            (Open::Review, _) => Some(Panel::Review(Review::new(self))),
            (Open::Finish, _) => {
                self.open_finish();
                return effects;
            }
            (Open::Call(screen), _) => {
                let mut effects = effects;
                effects.extend(self.open_call(screen, now));
                return effects;
            }
            (Open::Picker, _) => {
                let shown = self.selection.questions().filter(|one| self.evaluation.is_visible(&one.id));
                let with_area = shown.map(|one| (one, self.area_of(one).map_or("", |area| area.title.get(&locale))));
                Some(Panel::Picker(Picker::new(with_area, &self.question().id, &locale)))
            }
        };
        effects
    }

    fn happened(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Saved(at) => self.saved = SaveStatus::Saved(at),
            Outcome::NotSaved(reason) => self.saved = SaveStatus::NotSaved(reason),
            Outcome::Rendered(paths) => self.panel = Some(Panel::Finish(Finish::Rendered(paths))),
            Outcome::Previewed { internal, text } => self.previewed(internal, text),
            Outcome::Opened => self.message = Some(Message::Opened),
            Outcome::Copied => self.message = Some(Message::Copied),
            Outcome::Failed(reason) => self.message = Some(Message::Failed(reason)),
            Outcome::NotRendered(reason) => self.panel = Some(Panel::Finish(Finish::Failed(reason))),
        }
        Vec::new()
    }
}
