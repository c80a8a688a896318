//! Whether each answer suits its question: type, choices, columns, rows, bounds.

mod cells;
mod maps;

use super::entry::check_bounds;
use super::{Assessment, Status, Value};
use crate::problem::{Problem, Severity, Source, nearest};
use crate::questionnaire::{Choice, Kind, NumberKind, Question, Selection};

use super::read::locate;

/// An answer that does not suit its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The question's id.
    pub question: String,
    /// Where inside the answer: keys, and numbers of rows from 0.
    pub path: Vec<String>,
    /// An error sets the answer aside; a warning is about something that is kept and not used.
    pub severity: Severity,
    /// What does not fit.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl Misfit {
    /// The same as a problem of the text the assessment was read from.
    pub fn problem(&self, source: &Source) -> Problem {
        let span = locate(&source.text, &self.question, &self.path);
        let problem = Problem::error(source, span, self.message.clone(), self.remedy.clone());
        Problem { severity: self.severity, ..problem }
    }
}

/// Suits an assessment to its questionnaires and tells what does not fit, in the order of the questions.
///
/// Answers that do not fit become open here; the file keeps them until the question is answered anew. An empty list
/// becomes an empty table where the question is a table.
pub fn fit(selection: &Selection, assessment: &mut Assessment) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    for question in selection.questions() {
        let audiences = cells::grid_columns(question, assessment);
        let Some(answer) = assessment.answers.get_mut(&question.id) else { continue };
        let mut found = Found { question, misfits: Vec::new() };
        if let Status::Answered(value) = &mut answer.status {
            cells::suit(question, value, &audiences);
            found.value(value);
            let numeric = matches!(question.kind, Kind::Number(_));
            for (key, end) in [("low", answer.low), ("high", answer.high)] {
                if end.is_some() && !numeric {
                    found.warn(&[key], format!("'{key}' is for numbers"), "Remove it; it is not used");
                }
            }
        }
        if found.misfits.iter().any(|misfit| misfit.severity == Severity::Error) {
            answer.status = Status::Open;
        }
        misfits.append(&mut found.misfits);
    }
    misfits.extend(unknown_ids(selection, assessment));
    misfits
}

/// Gives a value the shape its question wants and tells what does not fit; `audiences` are the columns of a grid.
pub fn suit(question: &Question, value: &mut Value, audiences: &[String]) -> Vec<Misfit> {
    cells::suit(question, value, audiences);
    let mut found = Found { question, misfits: Vec::new() };
    found.value(value);
    found.misfits
}

/// Answers to questions that none of the questionnaires asks.
fn unknown_ids(selection: &Selection, assessment: &Assessment) -> Vec<Misfit> {
    let unknown = assessment.answers.keys().filter(|id| selection.question(id).is_none());
    let misfit = |id: &String| Misfit {
        question: id.clone(),
        path: Vec::new(),
        severity: Severity::Warning,
        message: format!("no questionnaire of this assessment asks '{id}'"),
        remedy: match nearest(id, selection.questions().map(|question| question.id.as_str())) {
            Some(near) => format!("Did you mean '{near}'? It is kept and not used"),
            None => "It is kept and not used".to_owned(),
        },
    };
    unknown.map(misfit).collect()
}

/// What is found in one answer.
struct Found<'q> {
    question: &'q Question,
    misfits: Vec<Misfit>,
}

impl Found<'_> {
    fn add(&mut self, severity: Severity, path: &[&str], message: String, remedy: String) {
        let path = path.iter().map(|&step| step.to_owned()).collect();
        self.misfits.push(Misfit { question: self.question.id.clone(), path, severity, message, remedy });
    }

    fn error(&mut self, path: &[&str], message: impl Into<String>, remedy: impl Into<String>) {
        self.add(Severity::Error, path, message.into(), remedy.into());
    }

    fn warn(&mut self, path: &[&str], message: impl Into<String>, remedy: impl Into<String>) {
        self.add(Severity::Warning, path, message.into(), remedy.into());
    }

    fn value(&mut self, value: &Value) {
        let id = self.question.id.clone();
        match (&self.question.kind, value) {
            (Kind::One(choices), Value::Text(choice)) => self.choice(&["value"], choice, choices),
            (Kind::Many { choices, exclusive }, Value::Texts(ticked)) => {
                for (at, choice) in ticked.iter().enumerate() {
                    let index = at.to_string();
                    self.choice(&["value", &index], choice, choices);
                    if ticked[..at].contains(choice) {
                        self.error(&["value", &index], format!("'{choice}' is there twice"), "Remove one of them");
                    }
                }
                if let Some(alone) = exclusive.as_ref().filter(|alone| ticked.len() > 1 && ticked.contains(alone)) {
                    self.error(&["value"], format!("'{alone}' stands beside other choices"), "It can only stand alone");
                }
            }
            (Kind::Number(spec), Value::Number(number)) => {
                if let Err(reason) = check_bounds(*number, spec) {
                    let percent = if spec.kind == NumberKind::Percent { "; percent are written 0 to 100" } else { "" };
                    self.error(
                        &["value"],
                        format!("the answer to '{id}' is not possible"),
                        format!("{reason}{percent}"),
                    );
                }
            }
            (Kind::Rating(points), Value::Number(number)) => self.rating(&["value"], *number, points.len()),
            (Kind::Text { .. }, Value::Text(_)) | (Kind::Date, Value::Date(_)) => {}
            (Kind::List { most, .. }, Value::Texts(texts)) => {
                if texts.len() > *most {
                    let remedy = format!("There can be at most {most}");
                    self.error(&["value"], format!("the list '{id}' has {} entries", texts.len()), remedy);
                }
                for (at, text) in texts.iter().enumerate() {
                    if text.is_empty() || texts[..at].contains(text) {
                        let path = at.to_string();
                        self.error(&["value", &path], "this entry is empty or there twice", "Remove it");
                    }
                }
            }
            (Kind::Table { columns, most, .. }, Value::Table(rows)) => self.table(columns, *most, rows),
            (Kind::Rows { rows, columns }, Value::Cells(cells)) => self.fixed_rows(rows, columns, cells),
            (Kind::Grid { rows, points, .. }, Value::Cells(cells)) => self.grid(rows, points.len(), cells),
            (Kind::Maps { halves, most, .. }, Value::Maps(maps)) => self.maps(halves, *most, maps),
            (kind, _) => {
                self.error(
                    &["value"],
                    format!("the answer to '{id}' has the wrong type"),
                    format!("It takes {}", wanted(kind)),
                );
            }
        }
    }

    fn choice(&mut self, path: &[&str], choice: &str, choices: &[Choice]) {
        if choices.iter().any(|one| one.id == choice) {
            return;
        }
        let ids = || choices.iter().map(|one| one.id.as_str());
        let remedy = match nearest(choice, ids()) {
            Some(near) => format!("Did you mean '{near}'?"),
            None => format!("It is one of {}", ids().collect::<Vec<_>>().join(", ")),
        };
        self.error(path, format!("'{choice}' is not a choice of '{}'", self.question.id), remedy);
    }

    fn rating(&mut self, path: &[&str], number: f64, points: usize) {
        let most = points.saturating_sub(1);
        if number.fract() != 0.0 || number < 0.0 || number > most as f64 {
            self.error(path, format!("{number} is not a rating"), format!("It is a whole number from 0 to {most}"));
        }
    }
}

/// What a question takes, in words.
fn wanted(kind: &Kind) -> &'static str {
    match kind {
        Kind::One(_) => "the id of a choice, for example value = \"yes\"",
        Kind::Many { .. } => "a list of ids of choices, for example value = [\"time\", \"data\"]",
        Kind::Number(_) => "a number, for example value = 4000",
        Kind::Rating(_) => "a rating, for example value = 2",
        Kind::Text { .. } => "a text in quotation marks",
        Kind::List { .. } => "a list of texts",
        Kind::Date => "a date, for example value = 2026-11-22",
        Kind::Table { .. } => "rows, each beginning with [[answers.….value]]",
        Kind::Rows { .. } => "a table of rows, for example product = 3 under [answers.….value]",
        Kind::Grid { .. } => "a table of rows, for example use = { finance = 1 } under [answers.….value]",
        Kind::Maps { .. } => "process maps, each beginning with [[answers.….value]] and with nodes = [ … ]",
    }
}

#[cfg(test)]
mod tests;
