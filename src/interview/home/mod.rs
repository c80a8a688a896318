//! The first screen: assessments to go on with, a new one.

mod form;
mod list;
mod passphrase;

use std::path::PathBuf;

use super::{Action, Edit, Line, step};

pub use form::{Field, NewAssessment, NewForm, Offer};
pub use list::{Recent, Sort};
pub use passphrase::{Opens, Passphrase, PassphraseSaid};

/// What can be asked of the first screen alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HomeAction {
    /// Search as one types.
    Search,
    /// The next order.
    Sort,
    /// All of them, those begun, those completed.
    ByStatus,
    /// All of them, or those with one questionnaire.
    ByQuestionnaire,
    /// Another name for the client.
    Rename,
    /// Out of sight into the archive, or back from there.
    Archive,
    /// The archive, or what is not in it.
    ShowArchived,
    /// A new assessment that follows on this one.
    FollowUp,
    /// Takes back the last archiving or renaming.
    Undo,
    /// All keys.
    Help,
    /// The first line.
    First,
    /// The last line.
    Last,
    /// Ten lines up.
    PageUp,
    /// Ten lines down.
    PageDown,
    /// That line, as a click means it.
    Line(usize),
}

/// What has the keyboard on the first screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HomeKeys {
    /// The list; letters are commands.
    List,
    /// The form for a new assessment.
    Form,
    /// One line to be typed.
    Line,
    /// All keys, to be read.
    Help,
}

/// What lies over the list.
#[derive(Debug, Clone)]
pub enum Over {
    /// The form for a new assessment.
    Form(NewForm),
    /// The search is being typed.
    Search,
    /// A new name for the client under the cursor.
    Rename(Line),
    /// A passphrase is being typed.
    Passphrase(Passphrase, Line),
    /// All keys, scrolled down by that many lines.
    Help(usize),
}

/// What has been done last, or could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HomeSaid {
    /// That client's assessment went into the archive.
    Archived(String),
    /// It came back from there.
    Restored(String),
    /// The client has that name now.
    Renamed(String),
    /// It could not be done, and why.
    Failed(String),
    /// There is nothing to take back.
    NothingToUndo,
}

/// The first screen.
#[derive(Debug, Clone)]
pub struct Home {
    /// All assessments, those in the archive too.
    pub entries: Vec<Recent>,
    /// What a new one can carry.
    pub offers: Vec<Offer>,
    /// The line under the cursor, among those shown.
    pub cursor: usize,
    /// What lies over the list.
    pub over: Option<Over>,
    /// What is searched for.
    pub search: Line,
    /// The order.
    pub sort: Sort,
    /// Only those completed, or only those begun.
    pub completed: Option<bool>,
    /// Only those with that questionnaire.
    pub questionnaire: Option<String>,
    /// Whether the archive is shown, and nothing else.
    pub archive: bool,
    /// Whether others look on: then no client's name is shown.
    pub shared: bool,
    /// The currency a new one begins with.
    pub currency: String,
    /// What the status line says.
    pub said: Option<HomeSaid>,
    /// What would take back the last change.
    pub undo: Option<HomeStep>,
}

/// What comes of an action on the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HomeStep {
    /// It stays.
    Stay,
    /// Take that file up again.
    Resume(PathBuf),
    /// Begin a new one.
    Create(NewAssessment),
    /// Give the client of that file another name.
    Rename {
        /// The file, which keeps its own name: others may refer to it.
        path: PathBuf,
        /// The client's new name.
        name: String,
    },
    /// Move that file into the archive.
    Archive(PathBuf),
    /// Bring that file back from the archive.
    Restore(PathBuf),
    /// Begin a new one that follows on that file.
    FollowUp(PathBuf),
    /// Try what was typed.
    Passphrase(Passphrase),
    /// End.
    Quit,
}

impl Home {
    /// The first screen; with nothing to resume the form is open at once.
    pub fn new(entries: Vec<Recent>, offers: Vec<Offer>, currency: impl Into<String>) -> Self {
        let mut home = Self {
            entries: Vec::new(),
            offers,
            cursor: 0,
            over: None,
            search: Line::default(),
            sort: Sort::default(),
            completed: None,
            questionnaire: None,
            archive: false,
            shared: false,
            currency: currency.into(),
            said: None,
            undo: None,
        };
        home.refresh(entries);
        if home.entries.is_empty() {
            home.open_form();
        }
        home
    }

    /// Takes over the assessments as they are now; the cursor stays on its file.
    pub fn refresh(&mut self, entries: Vec<Recent>) {
        let here = self.here().map(|entry| entry.path.clone());
        self.entries = entries;
        let shown = self.shown();
        let at = shown.iter().position(|entry| Some(&entry.path) == here.as_ref());
        self.cursor = at.unwrap_or(self.cursor.min(shown.len().saturating_sub(1)));
    }

    /// Opens the form for a new assessment.
    pub fn open_form(&mut self) {
        self.over = Some(Over::Form(NewForm::new(&self.currency, self.offers.len())));
    }

    /// The form, while it is open.
    pub fn form(&self) -> Option<&NewForm> {
        match &self.over {
            Some(Over::Form(form)) => Some(form),
            _ => None,
        }
    }

    /// What has the keyboard.
    pub fn keys(&self) -> HomeKeys {
        match &self.over {
            None => HomeKeys::List,
            Some(Over::Form(_)) => HomeKeys::Form,
            Some(Over::Search | Over::Rename(_) | Over::Passphrase(..)) => HomeKeys::Line,
            Some(Over::Help(_)) => HomeKeys::Help,
        }
    }

    /// The assessment under the cursor.
    pub fn here(&self) -> Option<&Recent> {
        self.shown().get(self.cursor).copied()
    }

    /// Follows one action.
    pub fn update(&mut self, action: &Action) -> HomeStep {
        self.said = None;
        match (action, &mut self.over) {
            (Action::Quit, _) => return HomeStep::Quit,
            (Action::Share, over) => {
                self.shared = !self.shared;
                // A name that is being changed is a name.
                if matches!(over, Some(Over::Rename(_))) {
                    self.over = None;
                }
            }
            (Action::Leave, Some(Over::Form(_))) if self.entries.is_empty() => return HomeStep::Quit,
            (Action::Leave, over) => {
                if !matches!(over, Some(Over::Rename(_) | Over::Passphrase(..) | Over::Form(_) | Over::Help(_))) {
                    self.search = Line::default();
                    self.cursor = 0;
                }
                self.over = None;
            }
            (Action::Edit(edit), Some(Over::Form(form))) => return form.edit(edit, &self.offers),
            (Action::Edit(edit), Some(Over::Search)) => self.edit_search(edit),
            (Action::Edit(edit), Some(Over::Rename(_))) => return self.edit_name(edit),
            (Action::Edit(edit), Some(Over::Passphrase(..))) => return self.edit_passphrase(edit),
            (Action::Edit(edit), Some(Over::Help(scroll))) => match edit {
                Edit::Down => *scroll += 1,
                _ => *scroll = scroll.saturating_sub(1),
            },
            (Action::Engage, None) => self.open_form(),
            (Action::Edit(Edit::Enter), None) => return self.resume(),
            (Action::Edit(edit @ (Edit::Up | Edit::Down)), None) => self.step(*edit == Edit::Down, 1),
            (Action::Home(asked), None) => return self.asked(*asked),
            _ => {}
        }
        HomeStep::Stay
    }

    fn asked(&mut self, asked: HomeAction) -> HomeStep {
        let here = self.here().cloned();
        let last = self.shown().len().saturating_sub(1);
        match (asked, here) {
            (HomeAction::Search, _) => self.over = Some(Over::Search),
            (HomeAction::Help, _) => self.over = Some(Over::Help(0)),
            (HomeAction::Sort, _) => self.arrange(|home| home.sort = home.sort.next()),
            (HomeAction::ByStatus, _) => self.arrange(|home| {
                home.completed = match home.completed {
                    None => Some(false),
                    Some(false) => Some(true),
                    Some(true) => None,
                }
            }),
            (HomeAction::ByQuestionnaire, _) => self.arrange(|home| home.questionnaire = home.next_questionnaire()),
            (HomeAction::ShowArchived, _) => self.arrange(|home| home.archive = !home.archive),
            (HomeAction::First, _) => self.cursor = 0,
            (HomeAction::Last, _) => self.cursor = last,
            (HomeAction::PageUp, _) => self.step(false, 10),
            (HomeAction::PageDown, _) => self.step(true, 10),
            (HomeAction::Line(at), _) if at == self.cursor => return self.resume(),
            (HomeAction::Line(at), _) => self.cursor = at.min(last),
            (HomeAction::Undo, _) => match self.undo.take() {
                Some(step) => return step,
                None => self.said = Some(HomeSaid::NothingToUndo),
            },
            (HomeAction::Rename, Some(here)) if here.problem.is_none() && !here.locked && !self.shared => {
                self.over = Some(Over::Rename(Line::new(here.client)));
            }
            (HomeAction::Archive, Some(here)) if here.archived => return HomeStep::Restore(here.path),
            (HomeAction::Archive, Some(here)) => return HomeStep::Archive(here.path),
            (HomeAction::FollowUp, Some(here)) if here.problem.is_none() => return HomeStep::FollowUp(here.path),
            _ => {}
        }
        HomeStep::Stay
    }

    fn resume(&self) -> HomeStep {
        let here = self.here().filter(|here| here.problem.is_none());
        here.map_or(HomeStep::Stay, |here| HomeStep::Resume(here.path.clone()))
    }

    fn step(&mut self, down: bool, lines: usize) {
        let count = self.shown().len();
        for _ in 0..lines {
            self.cursor = step(Some(self.cursor), count, down).unwrap_or(0);
        }
    }

    /// Changes what is shown or its order; the cursor stays on its file while that is shown.
    fn arrange(&mut self, change: impl FnOnce(&mut Self)) {
        let here = self.here().map(|entry| entry.path.clone());
        change(self);
        let at = self.shown().iter().position(|entry| Some(&entry.path) == here.as_ref());
        self.cursor = at.unwrap_or(0);
    }

    fn edit_search(&mut self, edit: &Edit) {
        match edit {
            Edit::Enter => self.over = None,
            Edit::Up | Edit::Down => self.step(*edit == Edit::Down, 1),
            _ => {
                self.search.edit(edit);
                self.cursor = 0;
            }
        }
    }

    fn edit_name(&mut self, edit: &Edit) -> HomeStep {
        let Some(Over::Rename(line)) = &mut self.over else { return HomeStep::Stay };
        if *edit != Edit::Enter {
            line.edit(edit);
            return HomeStep::Stay;
        }
        let name = line.text().trim().to_owned();
        let path = self.here().filter(|here| here.client != name && !name.is_empty()).map(|here| here.path.clone());
        if name.is_empty() {
            return HomeStep::Stay;
        }
        self.over = None;
        path.map_or(HomeStep::Stay, |path| HomeStep::Rename { path, name })
    }
}
