//! A table edited in place like a small spreadsheet: Tab goes right, Enter down, a new row follows the last.

use super::{CellKey, Context, Edit, Line, Refusal, Step, Typed, key_in_cell, text_of_cell, typed_cell};
use crate::assessment::{Cell, Change, Row, Value};
use crate::questionnaire::{CellKind, Choice, Column, Kind, Question};

/// The editor of a table with free or fixed rows, or of four quadrants.
#[derive(Debug, Clone)]
pub struct TableEditor {
    /// The rows, of all quadrants.
    pub rows: Vec<Row>,
    /// The quadrant under the cursor, 0 without quadrants.
    pub quadrant: usize,
    /// The row under the cursor among those of its quadrant; their number for the new row.
    pub at: usize,
    /// The column under the cursor among those shown.
    pub column: usize,
    /// What is being typed into the cell.
    pub typing: Option<Line>,
    /// Why the cell was refused.
    pub refused: Option<Refusal>,
    /// The column Enter returns to: where a run of Tabs began.
    anchor: usize,
}

/// The columns a table shows; the one that sorts rows into quadrants is shown by their place.
pub fn shown_columns(question: &Question) -> Vec<&Column> {
    let quadrants = match &question.kind {
        Kind::Table { quadrants, .. } => quadrants.as_deref(),
        _ => None,
    };
    question.columns().iter().filter(|column| Some(column.id.as_str()) != quadrants).collect()
}

/// The column that sorts rows into quadrants, and its choices.
pub fn quadrants(question: &Question) -> Option<(&str, &[Choice])> {
    let Kind::Table { columns, quadrants: Some(id), .. } = &question.kind else { return None };
    columns.iter().find(|column| column.id == *id).and_then(|column| match &column.kind {
        CellKind::One(choices) => Some((id.as_str(), choices.as_slice())),
        _ => None,
    })
}

/// The indices of a quadrant's rows; of all rows in a table without quadrants.
pub fn rows_of_quadrant(question: &Question, rows: &[Row], quadrant: usize) -> Vec<usize> {
    let Some((column, choices)) = quadrants(question) else { return (0..rows.len()).collect() };
    let wanted = choices.get(quadrant).map(|choice| choice.id.as_str());
    (0..rows.len()).filter(|&at| rows[at].get(column).and_then(Cell::as_text) == wanted).collect()
}

impl TableEditor {
    /// Shows the answer there is, the cursor in its first cell.
    pub fn new(context: &Context<'_>) -> Self {
        let rows = match (context.value(), &context.question.kind) {
            (value, Kind::Rows { rows, .. }) => rows
                .iter()
                .map(|row| match value {
                    Some(Value::Cells(cells)) => cells.get(&row.id).cloned().unwrap_or_default(),
                    _ => Row::new(),
                })
                .collect(),
            (Some(value), _) => value.rows().to_vec(),
            (None, _) => Vec::new(),
        };
        Self { rows, quadrant: 0, at: 0, column: 0, typing: None, refused: None, anchor: 0 }
    }

    /// The cell under the cursor.
    pub fn cell<'a>(&'a self, question: &Question) -> Option<&'a Cell> {
        let column = *shown_columns(question).get(self.column)?;
        self.rows.get(self.row_index(question)?)?.get(&column.id)
    }

    /// The rest of the first suggestion that begins with what is typed.
    pub fn completion<'a>(&self, suggestions: &'a [String]) -> Option<&'a str> {
        let line = self.typing.as_ref().filter(|line| !line.is_empty() && line.cursor() == line.text().len())?;
        suggestions.iter().find_map(|one| {
            let head = one.get(..line.text().len())?;
            (head.to_lowercase() == line.text().to_lowercase() && one.len() > head.len()).then(|| &one[head.len()..])
        })
    }

    /// Follows one edit.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        self.refused = None;
        let step = match edit {
            Edit::Enter | Edit::Tab | Edit::BackTab | Edit::Up | Edit::Down => self.move_on(edit, context),
            Edit::CellUnknown => self.set(Some(Cell::Unknown), context),
            Edit::CellNotApplicable => self.set(Some(Cell::NotApplicable), context),
            Edit::RemoveRow => self.remove_row(context),
            _ if self.typing.is_some() => self.type_on(edit, context),
            Edit::Left | Edit::Right => self.sideways(*edit == Edit::Right, context),
            Edit::Start | Edit::End => {
                self.to_column(if *edit == Edit::Start { 0 } else { shown_columns(context.question).len() - 1 })
            }
            Edit::Erase | Edit::Delete => self.set(None, context),
            Edit::Revise => {
                self.typing = Some(Line::new(text_of_cell(self.cell(context.question))));
                Step::Stay
            }
            Edit::Insert(typed) => self.begin(typed, context),
            _ => Step::Stay,
        };
        if let Step::Refused(reason) = &step {
            self.refused = Some(reason.clone());
        }
        step
    }

    /// Stores a cell that is being typed; what cannot be read is dropped.
    pub fn leave(&mut self, context: &Context<'_>) -> Step {
        let step = self.commit(context).unwrap_or(Step::Stay);
        self.typing = None;
        step
    }

    fn is_fixed(question: &Question) -> bool {
        matches!(question.kind, Kind::Rows { .. })
    }

    fn here(&self, question: &Question) -> Vec<usize> {
        rows_of_quadrant(question, &self.rows, self.quadrant)
    }

    fn row_index(&self, question: &Question) -> Option<usize> {
        self.here(question).get(self.at).copied()
    }

    fn is_full(&self, question: &Question) -> bool {
        match question.kind {
            Kind::Table { most, .. } => self.rows.len() >= most,
            _ => true,
        }
    }

    /// The last place the cursor may take: the new row where there is room for one.
    fn last(&self, question: &Question) -> usize {
        let count = self.here(question).len();
        if self.is_full(question) { count.saturating_sub(1) } else { count }
    }

    fn begin(&mut self, typed: &str, context: &Context<'_>) -> Step {
        let columns = shown_columns(context.question);
        let Some(column) = columns.get(self.column) else { return Step::Stay };
        if self.row_index(context.question).is_none() && self.is_full(context.question) {
            let most = self.rows.len();
            return Step::Refused(Refusal::TooMany(most));
        }
        match key_in_cell(column, self.cell(context.question), typed, context.locale) {
            CellKey::Set(cell) => self.set(Some(cell), context),
            CellKey::Nothing => Step::Refused(Refusal::NoSuchChoice),
            CellKey::Type => {
                let first = match context.suggestions.first() {
                    Some(first) if typed == " " && self.cell(context.question).is_none() => first.as_str(),
                    _ => typed.trim_start(),
                };
                let mut line = Line::default();
                line.edit(&Edit::Insert(first.to_owned()));
                self.typing = Some(line);
                Step::Stay
            }
        }
    }

    fn type_on(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        if matches!(edit, Edit::Right | Edit::End)
            && let Some(rest) = self.completion(context.suggestions).map(str::to_owned)
        {
            let _ = self.typing.as_mut().map(|line| line.edit(&Edit::Insert(rest)));
            return Step::Stay;
        }
        match self.typing.as_mut().map(|line| line.edit(edit)) {
            Some(Typed::TooLong) => Step::Refused(Refusal::TooLong),
            _ => Step::Stay,
        }
    }

    /// Turns what is typed into the cell's value; `Err` is the refusal.
    fn commit(&mut self, context: &Context<'_>) -> Result<Step, Step> {
        let Some(line) = &self.typing else { return Ok(Step::Stay) };
        let columns = shown_columns(context.question);
        let cell = typed_cell(columns[self.column], line.text()).map_err(Step::Refused)?;
        let names_the_row = self.column == naming(&columns);
        self.typing = None;
        // A row is named or it is not there: an empty name is no answer.
        let cell = cell.filter(|cell| !(names_the_row && *cell == Cell::Text(String::new())));
        Ok(self.set(cell, context))
    }

    fn set(&mut self, cell: Option<Cell>, context: &Context<'_>) -> Step {
        let question = context.question;
        self.typing = None;
        let Some(id) = shown_columns(question).get(self.column).map(|column| column.id.clone()) else {
            return Step::Stay;
        };
        let row = match self.row_index(question) {
            Some(row) => row,
            None if cell.is_none() || self.is_full(question) => return Step::Stay,
            None => {
                let mut row = Row::new();
                if let Some((column, choices)) = quadrants(question) {
                    row.insert(column.to_owned(), Cell::Text(choices[self.quadrant].id.clone()));
                }
                self.rows.push(row);
                self.rows.len() - 1
            }
        };
        let before = self.rows[row].get(&id).cloned();
        if before == cell {
            return Step::Stay;
        }
        match cell {
            Some(cell) => self.rows[row].insert(id, cell),
            None => self.rows[row].remove(&id),
        };
        self.store(context)
    }

    fn store(&mut self, context: &Context<'_>) -> Step {
        if let Kind::Rows { rows, .. } = &context.question.kind {
            let cells = rows.iter().zip(&self.rows).filter(|(_, row)| !row.is_empty());
            let cells: std::collections::BTreeMap<_, _> =
                cells.map(|(row, cells)| (row.id.clone(), cells.clone())).collect();
            return Step::Record(if cells.is_empty() { Change::Clear } else { context.store(Value::Cells(cells)) });
        }
        let rows: Vec<Row> = self.rows.iter().filter(|row| !row.is_empty()).cloned().collect();
        Step::Record(if rows.is_empty() { Change::Clear } else { context.store(Value::Table(rows)) })
    }

    fn remove_row(&mut self, context: &Context<'_>) -> Step {
        self.typing = None;
        let Some(row) = self.row_index(context.question) else { return Step::Stay };
        if Self::is_fixed(context.question) {
            self.rows[row].clear();
        } else {
            self.rows.remove(row);
        }
        self.at = self.at.min(self.last(context.question));
        self.store(context)
    }

    /// Leaves the cell by Enter, Tab or a vertical arrow, storing what was typed.
    fn move_on(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let question = context.question;
        let nothing_new = self.typing.is_none() && self.row_index(question).is_none();
        let typed = match self.commit(context) {
            Ok(step) => step,
            Err(refusal) => return refusal,
        };
        let step =
            if typed == Step::Stay && matches!(edit, Edit::Enter | Edit::Tab) { self.asked(context) } else { typed };
        let goes_on = match edit {
            Edit::Enter if nothing_new => self.next_quadrant(question),
            Edit::Enter => self.down(question),
            Edit::Tab => self.right(question),
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
    fn down(&mut self, question: &Question) -> bool {
        if self.at < self.last(question) {
            self.at += 1;
            self.column = if self.row_index(question).is_some() { self.anchor } else { 0 };
            self.anchor = self.column;
            return false;
        }
        if Self::is_fixed(question) && self.anchor + 1 < shown_columns(question).len() {
            self.at = 0;
            self.column = self.anchor + 1;
            self.anchor = self.column;
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
        self.to_column(0);
    }

    fn right(&mut self, question: &Question) -> bool {
        if self.column + 1 < shown_columns(question).len() {
            self.column += 1;
            return false;
        }
        self.anchor = 0;
        self.down(question)
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

    fn sideways(&mut self, right: bool, context: &Context<'_>) -> Step {
        let question = context.question;
        let last = shown_columns(question).len() - 1;
        let other_side = self.quadrant ^ 1;
        match (right, self.column) {
            (true, column) if column < last => self.to_column(column + 1),
            (false, column) if column > 0 => self.to_column(column - 1),
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

    fn to_column(&mut self, column: usize) -> Step {
        self.column = column;
        self.anchor = column;
        Step::Stay
    }
}

/// The column that names a row: the first text column.
pub fn naming(columns: &[&Column]) -> usize {
    columns.iter().position(|column| matches!(column.kind, CellKind::Text)).unwrap_or(usize::MAX)
}
