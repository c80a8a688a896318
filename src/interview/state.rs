//! The interview's state and what may be read of it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Context, Editor, Message, Panel, SaveStatus, TableEditor, shown_columns};
use crate::assessment::{Answer, Assessment, Mode, Value};
use crate::evaluation::{Evaluation, Standing, TrackRecord, evaluate, evaluate_with};
use crate::questionnaire::{Area, Kind, Question, Selection};

/// One sitting.
#[derive(Debug, Clone)]
pub struct Interview {
    pub(super) selection: Selection,
    pub(super) assessment: Assessment,
    pub(super) evaluation: Evaluation,
    /// The place of the current question among all, hidden ones included.
    pub(super) at: usize,
    pub(super) editor: Editor,
    /// Whether the field takes what is typed.
    pub(super) engaged: bool,
    pub(super) panel: Option<Panel>,
    pub(super) message: Option<Message>,
    pub(super) saved: SaveStatus,
    /// The place of each question that was changed and its answer before, the latest last.
    pub(super) history: Vec<(usize, Option<Answer>)>,
    /// Homework that was in the file when the sitting began and has not been confirmed yet.
    pub(super) came_in: BTreeSet<String>,
    pub(super) today: Date,
    pub(super) width: usize,
    /// The variant of the current question's words that holds.
    pub(super) variant: Option<usize>,
    /// The assessment this one follows up on.
    pub(super) earlier: Option<Assessment>,
    /// Past goals of other assessments, which calibrate the forecasts.
    pub(super) record: TrackRecord,
}

/// What a key means just now; the keymap is keyed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Keys {
    /// Choices or ratings under a cursor; letters are commands.
    Choosing,
    /// A field that waits to be entered; letters are commands, figures begin a number.
    Ready,
    /// A field of one line or several; letters are text.
    Writing,
    /// A table; letters go into its cells.
    Cells,
    /// A prompt, letters are text.
    Prompt,
    /// A question answered by yes or no.
    YesNo,
    /// The jump list; letters filter it.
    Picker,
    /// A list to jump from.
    Review,
    /// Something to be read and closed.
    Reading,
    /// Finishing: Enter agrees.
    Confirm,
}

impl Interview {
    /// Starts a sitting at the first open question.
    pub fn new(selection: Selection, assessment: Assessment, today: Date) -> Self {
        let evaluation = evaluate(&selection, &assessment);
        let came_in = selection
            .questions()
            .filter(|one| one.flags.homework && evaluation.standing(&one.id) == Standing::Answered)
            .map(|one| one.id.clone())
            .collect();
        let at = selection.questions().position(|one| evaluation.standing(&one.id) == Standing::Open).unwrap_or(0);
        let mut interview = Self {
            selection,
            assessment,
            evaluation,
            at,
            editor: Editor::Choice(Default::default()),
            engaged: false,
            panel: None,
            message: None,
            saved: SaveStatus::Unchanged,
            history: Vec::new(),
            came_in,
            today,
            width: 60,
            variant: None,
            earlier: None,
            record: TrackRecord::default(),
        };
        interview.show_answer();
        interview.message = interview.due();
        interview
    }

    /// The same sitting, begun at another question; unchanged when there is none of that id.
    pub fn begun_at(mut self, question: &str) -> Self {
        let at = self.selection.questions().position(|one| one.id == question);
        if let Some(at) = at {
            self.arrive(at, false);
        }
        self
    }

    /// The questionnaires of the assessment.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The assessment as it stands.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// What follows from it.
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// The current question.
    pub fn question(&self) -> &Question {
        // A selection without any question cannot be loaded, and `at` always comes from a position in it.
        self.selection.questions().nth(self.at).expect("the place is one of a question")
    }

    /// The answer to the current question.
    pub fn answer(&self) -> Option<&Answer> {
        self.assessment.answer(&self.question().id)
    }

    /// The area of a question.
    pub fn area_of(&self, question: &Question) -> Option<&Area> {
        self.selection.questionnaire_of(&question.id)?.area(&question.area)
    }

    /// The editor of the current question.
    pub fn editor(&self) -> &Editor {
        &self.editor
    }

    /// Whether the field takes what is typed.
    pub fn is_engaged(&self) -> bool {
        self.engaged
    }

    /// What lies over the question.
    pub fn panel(&self) -> Option<&Panel> {
        self.panel.as_ref()
    }

    /// What the status line says.
    pub fn message(&self) -> Option<&Message> {
        self.message.as_ref()
    }

    /// Whether everything is on the disk.
    pub fn saved(&self) -> &SaveStatus {
        &self.saved
    }

    /// Whether an owner answers alone: then nothing internal is shown.
    pub fn is_self(&self) -> bool {
        self.assessment.mode == Mode::SelfAssessment
    }

    /// Whether the current answer came in as homework and waits to be confirmed.
    pub fn is_homework_to_confirm(&self) -> bool {
        self.came_in.contains(&self.question().id)
    }

    /// What a key means just now.
    pub fn keys(&self) -> Keys {
        use super::{Finish, PromptKind};
        match &self.panel {
            Some(Panel::Prompt(prompt)) if prompt.kind == PromptKind::Shareable => Keys::YesNo,
            Some(Panel::Prompt(_)) => Keys::Prompt,
            Some(Panel::Picker(_)) => Keys::Picker,
            Some(Panel::Review(_)) => Keys::Review,
            Some(Panel::Finish(Finish::Asked(_))) => Keys::Confirm,
            Some(Panel::Help(_) | Panel::Hints | Panel::Finish(_)) => Keys::Reading,
            None if !self.editor.has_field() => Keys::Choosing,
            None if !self.engaged => Keys::Ready,
            None if matches!(self.editor, Editor::Table(_)) => Keys::Cells,
            None => Keys::Writing,
        }
    }

    /// The entries of the list question the current grid takes its columns from.
    pub fn audiences(&self) -> Vec<String> {
        match &self.question().kind {
            Kind::Grid { columns_from, .. } => {
                self.assessment.value(columns_from).map(|value| value.texts().to_vec()).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// What other tables name, for the column of the table under the cursor.
    pub fn suggestions(&self) -> Vec<String> {
        let Editor::Table(TableEditor { column, .. }) = &self.editor else { return Vec::new() };
        let columns = shown_columns(self.question());
        let Some((table, from)) = columns.get(*column).and_then(|column| column.suggest_from.as_ref()) else {
            return Vec::new();
        };
        let rows = self.assessment.value(table).map(Value::rows).unwrap_or_default();
        rows.iter()
            .filter_map(|row| row.get(from)?.as_text())
            .filter(|one| !one.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Runs something with what editors may look at.
    pub fn with_context<T>(&self, then: impl FnOnce(&Context<'_>) -> T) -> T {
        let (audiences, suggestions) = (self.audiences(), self.suggestions());
        then(&Context {
            question: self.question(),
            answer: self.answer(),
            audiences: &audiences,
            suggestions: &suggestions,
            locale: &self.assessment.locale,
            mode: self.assessment.mode,
            today: self.today,
            width: self.width,
        })
    }

    /// Puts the current answer into a fresh editor.
    pub(super) fn show_answer(&mut self) {
        self.editor = self.with_context(Editor::new);
        self.choose_wording();
    }

    pub(super) fn evaluate(&mut self) {
        let cases = self.record.cases.iter().cloned().chain(self.own_cases()).collect();
        self.evaluation = evaluate_with(&self.selection, &self.assessment, &TrackRecord { cases });
    }
}
