//! What was done to a text while it is written, so that it can be taken back inside the field.

/// One stretch of typing, erasing or pasting.
#[derive(Debug, Clone)]
pub(super) struct Stroke {
    /// Where, in bytes.
    pub at: usize,
    /// What stood there before.
    pub removed: String,
    /// What stands there after.
    pub inserted: String,
    /// Where the cursor was before.
    pub cursor: usize,
}

/// All strokes of a text, the latest last.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    done: Vec<Stroke>,
    undone: Vec<Stroke>,
    /// Whether the next character typed goes on with the last stroke.
    goes_on: bool,
}

impl Past {
    /// Adds a stroke; characters typed one after the other are taken back word by word.
    pub(super) fn add(&mut self, stroke: Stroke, typed: bool) {
        self.undone.clear();
        if let Some(last) = self.done.last_mut().filter(|_| self.goes_on && typed) {
            let types_on = stroke.removed.is_empty() && !stroke.inserted.is_empty();
            let begins_word = last.inserted.ends_with(char::is_whitespace) && !stroke.inserted.starts_with(' ');
            if types_on && !begins_word && last.at + last.inserted.len() == stroke.at {
                last.inserted.push_str(&stroke.inserted);
                return;
            }
            let erases_on = stroke.inserted.is_empty() && last.inserted.is_empty();
            if erases_on && stroke.at + stroke.removed.len() == last.at {
                last.removed.insert_str(0, &stroke.removed);
                last.at = stroke.at;
                return;
            }
        }
        self.goes_on = typed;
        self.done.push(stroke);
    }

    /// The cursor moved: what is typed now is a stroke of its own.
    pub(super) fn pause(&mut self) {
        self.goes_on = false;
    }

    /// The stroke to take back, or to make again.
    pub(super) fn turn(&mut self, again: bool) -> Option<Stroke> {
        self.goes_on = false;
        let (from, to) = if again { (&mut self.undone, &mut self.done) } else { (&mut self.done, &mut self.undone) };
        let stroke = from.pop()?;
        to.push(stroke.clone());
        Some(stroke)
    }
}
