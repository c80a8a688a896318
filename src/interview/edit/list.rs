//! A list of texts, one a line.

use super::{Context, Edit, Line, Refusal, Step, Typed};
use crate::assessment::{Change, Value};
use crate::questionnaire::Kind;

/// The editor of a list.
#[derive(Debug, Clone)]
pub struct ListEditor {
    /// The entries; the one at [`ListEditor::at`] is in [`ListEditor::line`].
    pub entries: Vec<String>,
    /// The entry under the cursor; the number of entries for the new one.
    pub at: usize,
    /// The entry being written.
    pub line: Line,
}

impl ListEditor {
    /// Shows the answer there is, the cursor behind it.
    pub fn new(context: &Context<'_>) -> Self {
        let entries = context.value().map(|value| value.texts().to_vec()).unwrap_or_default();
        Self { at: entries.len(), entries, line: Line::default() }
    }

    /// Follows one edit; Enter goes to a new entry, and from an empty one on.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let most = match context.question.kind {
            Kind::List { most, .. } => most,
            _ => usize::MAX,
        };
        match edit {
            Edit::Enter | Edit::Tab | Edit::Down => {
                let empty = self.line.text().trim().is_empty();
                let last = self.at >= self.entries.len();
                self.settle();
                let step = self.store(context);
                let full = self.entries.len() >= most;
                if *edit == Edit::Enter && last && (empty || full) {
                    return match step {
                        Step::Record(change) => Step::RecordAndGo(change),
                        _ => Step::Go,
                    };
                }
                if !empty || last {
                    self.at += 1;
                }
                self.at = self.at.min(if full { self.entries.len().saturating_sub(1) } else { self.entries.len() });
                self.take_up();
                step
            }
            Edit::Up | Edit::BackTab => {
                self.settle();
                let step = self.store(context);
                self.at = self.at.saturating_sub(1);
                self.take_up();
                step
            }
            Edit::Paste(text) if text.trim_end().contains('\n') => self.paste_lines(text.trim_end(), most, context),
            Edit::RemoveRow => self.remove(context),
            Edit::Erase if self.line.is_empty() && self.at < self.entries.len() => self.remove(context),
            _ if self.at >= most => Step::Refused(Refusal::TooMany(most)),
            _ => match self.line.edit(edit) {
                Typed::TooLong => Step::Refused(Refusal::TooLong),
                _ => Step::Stay,
            },
        }
    }

    /// Stores what is written.
    pub fn leave(&mut self, context: &Context<'_>) -> Step {
        self.settle();
        let step = self.store(context);
        self.at = self.entries.len();
        self.line = Line::default();
        step
    }

    /// Several lines are several entries.
    fn paste_lines(&mut self, text: &str, most: usize, context: &Context<'_>) -> Step {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.settle();
                self.at = self.entries.len();
                self.line = Line::default();
            }
            if self.at >= most {
                return Step::Refused(Refusal::TooMany(most));
            }
            if self.line.edit(&Edit::Paste(line.to_owned())) == Typed::TooLong {
                return Step::Refused(Refusal::TooLong);
            }
        }
        self.store(context)
    }

    fn remove(&mut self, context: &Context<'_>) -> Step {
        if self.at < self.entries.len() {
            self.entries.remove(self.at);
        }
        self.take_up();
        self.store(context)
    }

    fn take_up(&mut self) {
        self.line = Line::new(self.entries.get(self.at).cloned().unwrap_or_default());
    }

    fn settle(&mut self) {
        let written = self.line.text().trim().to_owned();
        match (self.at < self.entries.len(), written.is_empty()) {
            (true, true) => {
                self.entries.remove(self.at);
            }
            (true, false) => self.entries[self.at] = written,
            (false, false) => self.entries.push(written),
            (false, true) => {}
        }
    }

    fn store(&self, context: &Context<'_>) -> Step {
        let stored = context.value().map(Value::texts);
        if stored.unwrap_or_default() == self.entries {
            return Step::Stay;
        }
        Step::Record(match self.entries.is_empty() {
            true => Change::Clear,
            false => context.store(Value::Texts(self.entries.clone())),
        })
    }
}
