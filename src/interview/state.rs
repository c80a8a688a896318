//! The interview's state and what may be read of it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::accounts::AccountsWork;
use super::ledger::Ledger;
use super::places::Places;
use super::tidy::Sorting;
use super::{Clock, Context, Editor, Line, Message, Panel, SaveStatus, TableEditor, shown_columns};
use crate::assessment::{Answer, Assessment, Mode, Value};
use crate::evaluation::{Evaluation, Standing, TrackRecord, evaluate};
use crate::questionnaire::{Area, Kind, Library, Question, Selection};

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
    /// Panels that come back when the one over them is closed, the topmost last.
    pub(super) beneath: Vec<Panel>,
    /// The scratch line, while one is being typed; it lies over everything.
    pub(super) scratch: Option<Line>,
    /// The scratch line that is being made the current answer.
    pub(super) sorting: Option<Sorting>,
    /// Every change since the sitting began.
    pub(super) ledger: Ledger,
    /// Where jumps started.
    pub(super) places: Places,
    /// Whether outline and jump list are sorted by what could move the picture most.
    pub(super) by_best: bool,
    /// How far down what is being read can be scrolled, in lines.
    pub(super) reach: usize,
    /// Homework that was in the file when the sitting began and has not been confirmed yet.
    pub(super) came_in: BTreeSet<String>,
    pub(super) today: Date,
    pub(super) width: usize,
    /// Whether the client can see the screen.
    pub(super) shared: bool,
    /// The file is locked; what is made from it is not.
    pub(super) locked: bool,
    /// The time, as it came with the last action.
    pub(super) now: Timestamp,
    pub(super) clock: Clock,
    /// The route that is followed, among those for whoever answers.
    pub(super) route: Option<usize>,
    /// The parts of the route whose screen has been opened.
    pub(super) parts_shown: BTreeSet<usize>,
    /// A screen of the call that was left for a question.
    pub(super) aside: Option<Panel>,
    /// The variant of the current question's words that holds.
    pub(super) variant: Option<usize>,
    /// The assessment this one follows up on.
    pub(super) earlier: Option<Assessment>,
    /// Past goals of other assessments, which calibrate the forecasts.
    pub(super) record: TrackRecord,
    /// Every questionnaire that is installed, those the assessment does not carry too.
    pub(super) library: Option<Library>,
    /// The list of accounts, as far as it has been read.
    pub(super) accounts: AccountsWork,
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
            beneath: Vec::new(),
            scratch: None,
            sorting: None,
            ledger: Ledger::default(),
            places: Places::default(),
            by_best: false,
            reach: 0,
            came_in,
            today,
            width: 60,
            shared: false,
            locked: false,
            now: Timestamp::UNIX_EPOCH,
            clock: Clock::default(),
            route: None,
            parts_shown: BTreeSet::new(),
            aside: None,
            variant: None,
            earlier: None,
            record: TrackRecord::default(),
            library: None,
            accounts: AccountsWork::default(),
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

    /// Whether the field of the question is being written and no panel lies over it; a scratch line leaves it as it is.
    pub fn field_has_keyboard(&self) -> bool {
        self.engaged && self.panel.is_none()
    }

    /// Whether scores may be seen on this screen.
    pub fn shows_scores(&self) -> bool {
        self.shows_private()
    }

    /// Whether outline and jump list are sorted by what could move the picture most.
    pub fn is_sorted_by_best(&self) -> bool {
        self.by_best && self.shows_private()
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

    /// Something waits to be saved; trouble with the disk stands until it is over.
    pub(super) fn begin_saving(&mut self) {
        if !matches!(self.saved, SaveStatus::NotSaved(_)) {
            self.saved = SaveStatus::Saving;
        }
    }

    /// Takes over what was changed from outside; what is being typed stays as it is.
    pub fn adopt(&mut self, theirs: Assessment) {
        self.assessment = theirs;
        self.reselect();
        self.evaluation = self.evaluated();
        if !self.engaged {
            self.show_answer();
        }
        self.begin_saving();
    }

    /// Whether an owner answers alone: then nothing internal is shown.
    pub fn is_self(&self) -> bool {
        self.assessment.mode == Mode::SelfAssessment
    }

    /// Whether the current answer came in as homework and waits to be confirmed.
    pub fn is_homework_to_confirm(&self) -> bool {
        self.came_in.contains(&self.question().id)
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
            step: self.step(),
        })
    }

    /// Puts the current answer into a fresh editor.
    pub(super) fn show_answer(&mut self) {
        self.editor = self.with_context(Editor::new);
        self.choose_wording();
    }
}
