//! A table edited in place like a small spreadsheet: Tab goes right, Enter down, a new row follows the last.

use super::{
    CellKey, Context, Edit, Line, Refusal, Step, Typed, key_in_cell, naming, quadrants, rows_of_quadrant,
    shown_columns, text_of_cell, typed_cell,
};
use crate::assessment::{Cell, Change, Row, Value};
use crate::questionnaire::{CellKind, Kind, Question};

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
    pub(super) anchor: usize,
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
                self.rest_in_column(if *edit == Edit::Start { 0 } else { shown_columns(context.question).len() - 1 })
            }
            Edit::Erase | Edit::Delete => self.set(None, context),
            Edit::Revise => {
                self.typing = Some(Line::new(text_of_cell(self.cell(context.question))));
                Step::Stay
            }
            Edit::Insert(typed) => self.begin(typed, context),
            Edit::Paste(_) => self.begin_pasted(edit, context),
            _ => Step::Stay,
        };
        if let Step::Refused(reason) = &step {
            self.refused = Some(reason.clone());
        }
        step
    }

    /// Stores a cell that is being typed; what cannot be read is dropped, and said to be.
    pub fn leave(&mut self, context: &Context<'_>) -> Step {
        let step = self.commit(context).unwrap_or_else(Step::Refused);
        self.typing = None;
        self.refused = None;
        step
    }

    pub(super) fn is_fixed(question: &Question) -> bool {
        matches!(question.kind, Kind::Rows { .. })
    }

    fn here(&self, question: &Question) -> Vec<usize> {
        rows_of_quadrant(question, &self.rows, self.quadrant)
    }

    pub(super) fn row_index(&self, question: &Question) -> Option<usize> {
        self.here(question).get(self.at).copied()
    }

    fn is_full(&self, question: &Question) -> bool {
        match question.kind {
            Kind::Table { most, .. } => self.rows.len() >= most,
            _ => true,
        }
    }

    /// The last place the cursor may take: the new row where there is room for one.
    pub(super) fn last(&self, question: &Question) -> usize {
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

    /// Begins a text or number with what is pasted.
    fn begin_pasted(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let columns = shown_columns(context.question);
        match columns.get(self.column).map(|column| &column.kind) {
            Some(CellKind::Text | CellKind::Number(_)) => {}
            _ => return Step::Refused(Refusal::NoSuchChoice),
        }
        if self.row_index(context.question).is_none() && self.is_full(context.question) {
            return Step::Refused(Refusal::TooMany(self.rows.len()));
        }
        self.typing = Some(Line::default());
        self.type_on(edit, context)
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
    pub(super) fn commit(&mut self, context: &Context<'_>) -> Result<Step, Refusal> {
        let Some(line) = &self.typing else { return Ok(Step::Stay) };
        let columns = shown_columns(context.question);
        let cell = typed_cell(columns[self.column], line.text())?;
        let names_the_row = self.column == naming(&columns);
        self.typing = None;
        // A row is named or it is not there: an empty name is no answer.
        let cell = cell.filter(|cell| !(names_the_row && *cell == Cell::Text(String::new())));
        Ok(self.set(cell, context))
    }

    pub(super) fn set(&mut self, cell: Option<Cell>, context: &Context<'_>) -> Step {
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
}
