//! One action in, effects out.

use jiff::Timestamp;

use super::{Action, Edit, Effect, Finish, Go, Interview, Outcome, Panel, Picked, Prompted, SaveStatus};

impl Interview {
    /// Follows one action; what has to be done in the world comes back as effects, in order.
    pub fn update(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        if !matches!(action, Action::Room(_) | Action::Happened(_)) {
            self.message = None;
        }
        match action {
            Action::Edit(edit) => self.edit(&edit, now),
            Action::Go(go) => self.go(&go, false, now),
            Action::Mark(mark) => self.mark(mark, now),
            Action::Open(open) => self.open(open, now),
            Action::Engage => self.engage(),
            Action::Leave => self.leave(now),
            Action::Save => vec![Effect::Save],
            Action::Room(width) => {
                self.width = width;
                Vec::new()
            }
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
            Some(Panel::Finish(Finish::Asked(_))) if *edit == Edit::Enter => self.finish(),
            Some(Panel::Hints | Panel::Finish(_)) => {
                if *edit == Edit::Enter {
                    self.panel = None;
                }
                Vec::new()
            }
        }
    }

    pub(super) fn close(&mut self) -> Vec<Effect> {
        self.panel = None;
        Vec::new()
    }

    fn happened(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Saved(at) => self.saved = SaveStatus::Saved(at),
            Outcome::NotSaved(reason) => self.saved = SaveStatus::NotSaved(reason),
            Outcome::Rendered(paths) => self.panel = Some(Panel::Finish(Finish::Rendered(paths))),
            Outcome::NotRendered(reason) => self.panel = Some(Panel::Finish(Finish::Failed(reason))),
        }
        Vec::new()
    }
}
