//! Walking through a table: Tab right, Enter down, arrows anywhere, from quadrant to quadrant.
//!
//! On a route that asks for some columns or the first row only, Tab and Enter pass over the rest; the arrows reach it.

use super::{Context, Edit, Step, TableEditor, naming, quadrants, shown_columns};
use crate::assessment::{Cell, is_asked};
use crate::questionnaire::{CellKind, Column, Question};

impl TableEditor {
    /// Leaves the cell by Enter, Tab or a vertical arrow, storing what was typed.
    pub(super) fn move_on(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let question = context.question;
        let nothing_new = self.typing.is_none() && self.row_index(question).is_none();
        let typed = match self.commit(context) {
            Ok(step) => step,
            Err(refusal) => return Step::Refused(refusal),
        };
        let step =
            if typed == Step::Stay && matches!(edit, Edit::Enter | Edit::Tab) { self.asked(context) } else { typed };
        let goes_on = match edit {
            Edit::Enter if nothing_new => self.next_quadrant(question),
            Edit::Enter => self.down(context),
            Edit::Tab => self.right(context),
            Edit::BackTab => {
                self.left(question);
                false
            }
            _ => {
                self.vertically(*edit == Edit::Down, question);
                false
            }
        };
        match step {
            Step::Record(change) if goes_on => Step::RecordAndGo(change),
            Step::Stay if goes_on => Step::Go,
            step => step,
        }
    }

    /// An open text cell that is left by Enter or Tab was asked, and there is none.
    fn asked(&mut self, context: &Context<'_>) -> Step {
        let columns = shown_columns(context.question);
        let is_text = columns.get(self.column).is_some_and(|column| matches!(column.kind, CellKind::Text));
        let has_row = self.row_index(context.question).is_some();
        if is_text && has_row && self.column != naming(&columns) && self.cell(context.question).is_none() {
            return self.set(Some(Cell::Text(String::new())), context);
        }
        Step::Stay
    }

    /// Whether the conversation goes on from here.
    fn down(&mut self, context: &Context<'_>) -> bool {
        let question = context.question;
        if context.first_only() && self.at == 0 && self.row_index(question).is_some() {
            return self.next_asked(self.column + 1, context).map(|column| self.rest_in_column(column)).is_none();
        }
        if self.at < self.last(question) {
            self.at += 1;
            let first = self.next_asked(0, context).unwrap_or(0);
            self.column = if self.row_index(question).is_some() { self.anchor } else { first };
            self.anchor = self.column;
            return false;
        }
        if let Some(column) = self.next_asked(self.anchor + 1, context).filter(|_| Self::is_fixed(question)) {
            self.at = 0;
            self.rest_in_column(column);
            return false;
        }
        self.next_quadrant(question)
    }

    fn next_quadrant(&mut self, question: &Question) -> bool {
        let count = quadrants(question).map_or(1, |(_, choices)| choices.len());
        if self.quadrant + 1 >= count {
            return true;
        }
        self.enter_quadrant(self.quadrant + 1, question);
        false
    }

    fn enter_quadrant(&mut self, quadrant: usize, question: &Question) {
        self.quadrant = quadrant;
        self.at = self.last(question);
        self.rest_in_column(0);
    }

    fn right(&mut self, context: &Context<'_>) -> bool {
        if let Some(column) = self.next_asked(self.column + 1, context) {
            self.column = column;
            return false;
        }
        self.anchor = self.next_asked(0, context).unwrap_or(0);
        self.down(context)
    }

    /// The first column from some place on that is asked for, in the row the cursor is in.
    fn next_asked(&self, from: usize, context: &Context<'_>) -> Option<usize> {
        let columns = shown_columns(context.question);
        let row = self.row_index(context.question).and_then(|at| self.rows.get(at));
        let is_wanted = |column: &Column| context.asks_for(&column.id) && row.is_none_or(|row| is_asked(column, row));
        columns.iter().enumerate().skip(from).find(|(_, column)| is_wanted(column)).map(|(at, _)| at)
    }

    fn left(&mut self, question: &Question) {
        if self.column > 0 {
            self.column -= 1;
        } else if self.at > 0 {
            self.at -= 1;
            self.column = shown_columns(question).len() - 1;
        }
        self.anchor = self.anchor.min(self.column);
    }

    pub(super) fn sideways(&mut self, right: bool, context: &Context<'_>) -> Step {
        let question = context.question;
        let last = shown_columns(question).len() - 1;
        let other_side = self.quadrant ^ 1;
        match (right, self.column) {
            (true, column) if column < last => self.rest_in_column(column + 1),
            (false, column) if column > 0 => self.rest_in_column(column - 1),
            _ if quadrants(question).is_some_and(|(_, choices)| other_side < choices.len())
                && right == (other_side > self.quadrant) =>
            {
                self.enter_quadrant(other_side, question);
                Step::Stay
            }
            _ => Step::Stay,
        }
    }

    fn vertically(&mut self, down: bool, question: &Question) {
        if down && self.at < self.last(question) {
            self.at += 1;
        } else if !down && self.at > 0 {
            self.at -= 1;
        } else if let Some((_, choices)) = quadrants(question) {
            let other = self.quadrant ^ 2;
            if other < choices.len() && down == (other > self.quadrant) {
                self.enter_quadrant(other, question);
            }
        }
        self.anchor = self.column;
    }

    pub(super) fn rest_in_column(&mut self, column: usize) -> Step {
        self.column = column;
        self.anchor = column;
        Step::Stay
    }
}
