//! One action in, effects out.

use jiff::Timestamp;

use super::{
    Action, Edit, Effect, Finish, Go, Interview, Message, Outcome, Panel, Picked, Prompt, Prompted, Purpose, SaveStatus,
};
use crate::assessment::NoteKind;

impl Interview {
    /// Follows one action; what has to be done in the world comes back as effects, in order.
    pub fn update(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        if self.reading_because().is_some() && !action.is_of_nobody() {
            return self.look_only(action, now);
        }
        self.follow(action, now)
    }

    pub(super) fn follow(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        if !action.is_of_nobody() {
            self.message = None;
        }
        match action {
            Action::Edit(Edit::Paste(text)) => self.paste(&text, now),
            Action::Edit(edit @ (Edit::Undo | Edit::Redo)) => self.turn_back_in_field(edit == Edit::Redo, now),
            Action::Edit(edit) => self.edit(&edit, now),
            Action::Go(go) => self.go(&go, false, now),
            Action::Mark(mark) => self.mark(mark, now),
            Action::Open(open) => self.open(open, now),
            Action::Engage => self.engage(),
            Action::Leave => self.leave(now),
            Action::Scratch => self.begin_scratch(),
            Action::Tidy(becomes) => self.tidy(becomes, now),
            Action::Goal(act) => self.act_on_goal(act, now),
            Action::GoOn => self.go_on_with_suggestion(now),
            Action::Account(act) => self.act_on_accounts(act, now),
            Action::Map(act) => self.act_on_map(act, now),
            Action::SortByBest => {
                self.by_best = !self.by_best;
                self.message = Some(Message::Sorted(self.by_best));
                Vec::new()
            }
            Action::Share => self.share(),
            Action::Save => vec![Effect::Save],
            Action::Reach(lines) => {
                self.reach = lines;
                Vec::new()
            }
            Action::Room(width) => {
                self.width = width;
                Vec::new()
            }
            Action::Tick => Vec::new(),
            Action::Happened(outcome) => self.happened(outcome),
            Action::Answer(change) => {
                let effects = self.record(change, now);
                self.show_answer();
                effects
            }
            Action::Home(_) => Vec::new(),
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

    pub(super) fn edit(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        if self.scratch.is_some() {
            return self.edit_scratch(edit, now);
        }
        match &mut self.panel {
            None => self.edit_answer(edit, now),
            Some(Panel::Prompt(prompt)) => match prompt.edit(edit, self.today) {
                Prompted::Stay => Vec::new(),
                Prompted::Close => self.close(),
                Prompted::Ask(next) => {
                    self.panel = Some(Panel::Prompt(next));
                    Vec::new()
                }
                Prompted::Todo(text) => {
                    self.close();
                    let effects = self.add_note(NoteKind::Todo, text, now);
                    self.message = Some(Message::TodoKept);
                    effects
                }
                Prompted::Record { change, then, go } => {
                    let about = prompt.about.take();
                    match then {
                        Some(then) => self.panel = Some(Panel::Prompt(Prompt { about: about.clone(), ..then })),
                        None => drop(self.close()),
                    }
                    let id = about.unwrap_or_else(|| self.question().id.clone());
                    let mut effects = self.record_of(id, change, now);
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
                Picked::Chosen(id) => match picker.purpose {
                    Purpose::Jump | Purpose::Tray => self.go(&Go::To(id), false, now),
                    Purpose::Answer { note, stays } => self.answer_from(note, stays, &id),
                    Purpose::Quote { note } => self.quote_from(note, &id, now),
                },
                _ => Vec::new(),
            },
            Some(Panel::Review(review)) => match review.edit(edit) {
                Some(subject) => self.look_at(subject, now),
                None => Vec::new(),
            },
            Some(Panel::Help(scroll) | Panel::Hints(scroll)) => {
                *scroll = match edit {
                    Edit::Down => (*scroll + 1).min(self.reach),
                    Edit::Up => scroll.saturating_sub(1),
                    _ => return self.close(),
                };
                Vec::new()
            }
            Some(Panel::Goals(_)) => self.edit_goals(edit, now),
            Some(Panel::Tidy(_)) => self.edit_tidy(edit, now),
            Some(Panel::Finish(_)) => self.edit_finish(edit),
            Some(Panel::Call(_)) => self.edit_call(edit, now),
            Some(Panel::Accounts(_)) => self.edit_accounts(edit, now),
        }
    }

    fn happened(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Saved(at) => self.saved = SaveStatus::Saved(at),
            Outcome::NotSaved(reason) => self.saved = SaveStatus::NotSaved(reason),
            Outcome::Rendered(paths) => self.panel = Some(Panel::Finish(Finish::Rendered(paths))),
            Outcome::Previewed { internal, text } => self.previewed(internal, text),
            Outcome::Accounts(news) => return self.hear_of_accounts(news),
            Outcome::Opened => self.message = Some(Message::Opened),
            Outcome::Copied => self.message = Some(Message::Copied),
            Outcome::Failed(reason) => self.message = Some(Message::Failed(reason)),
            Outcome::NotRendered(reason) => self.panel = Some(Panel::Finish(Finish::Failed(reason))),
        }
        Vec::new()
    }
}
