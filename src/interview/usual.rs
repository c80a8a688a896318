//! Rules a client begins with: the rows of a sheet, proposed in the table where they are changed and agreed.

use jiff::Timestamp;

use super::{Effect, Interview, Message};
use crate::assessment::{Cell, Change, Row, Value};
use crate::display::Display;
use crate::evaluation::Standing;
use crate::questionnaire::{LocalText, Sheet};

impl Interview {
    /// The sheet whose rows the current question changes.
    fn sheet_here(&self) -> Option<&Sheet> {
        let question = self.question();
        let questionnaire = self.selection.questionnaire_of(&question.id)?;
        questionnaire.sheets.iter().find(|sheet| sheet.agreed_in.as_deref() == Some(question.id.as_str()))
    }

    /// The rows proposed for the current question while nothing has been said to it; none otherwise.
    pub fn usual_rows(&self) -> Vec<Vec<String>> {
        let open = self.evaluation.standing(&self.question().id) == Standing::Open;
        let Some(sheet) = self.sheet_here().filter(|_| open) else { return Vec::new() };
        let Some(questionnaire) = self.selection.questionnaire_of(&self.question().id) else { return Vec::new() };
        let locale = &self.assessment.locale;
        let show = Display { locale, currency: &self.assessment.currency };
        let cell = |cell: &LocalText| show.rule(cell.get(locale), questionnaire, &self.assessment);
        sheet.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    /// Takes the proposed rows as the answer, to be changed from there.
    pub(super) fn take_usual(&mut self, now: Timestamp) -> Vec<Effect> {
        let columns: Vec<String> = self.question().columns().iter().map(|column| column.id.clone()).collect();
        let row =
            |cells: Vec<String>| -> Row { columns.iter().cloned().zip(cells.into_iter().map(Cell::Text)).collect() };
        let rows: Vec<Row> = self.usual_rows().into_iter().map(row).collect();
        if rows.is_empty() {
            self.message = Some(Message::NothingUsual);
            return Vec::new();
        }
        let value = Value::Table(rows);
        let effects = self.record(Change::Value { value, evidence: None, low: None, high: None }, now);
        self.show_answer();
        effects
    }
}
