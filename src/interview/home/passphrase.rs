//! A passphrase that is typed on the first screen: for an assessment that is locked, or for the first one that is to be.

use std::fmt;
use std::path::PathBuf;

use super::{Home, HomeStep, Over};
use crate::interview::{Edit, Line};

/// What a passphrase is asked for, and what has been typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase {
    /// What it opens.
    pub opens: Opens,
    /// What is done once it has opened that.
    pub then: Box<HomeStep>,
    /// What has been typed.
    pub typed: String,
    /// What is said about the last attempt.
    pub said: Option<PassphraseSaid>,
}

/// What a passphrase opens.
#[derive(Clone, PartialEq, Eq)]
pub enum Opens {
    /// An assessment.
    File(PathBuf),
    /// Nothing yet: it is to lock what is begun now; the first of two times it was typed.
    New(Option<String>),
}

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PassphraseSaid {
    /// It is another one.
    Wrong,
    /// It has fewer than that many characters.
    Short(usize),
    /// It opens nothing that is locked so far: once more, to begin with it.
    Again,
    /// The two were not the same.
    Different,
}

impl fmt::Debug for Passphrase {
    /// Without what was typed: what is printed of a state may lie about for long.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Passphrase").field("then", &self.then).field("said", &self.said).finish_non_exhaustive()
    }
}

impl Passphrase {
    /// Asks for what opens something, to do something once it is open.
    pub fn new(opens: Opens, then: HomeStep) -> Self {
        Self { opens, then: Box::new(then), typed: String::new(), said: None }
    }

    /// Asks again, with what is said about the last attempt.
    #[must_use]
    pub fn again(self, said: PassphraseSaid) -> Self {
        Self { typed: String::new(), said: Some(said), ..self }
    }
}

impl Home {
    /// Asks for a passphrase.
    pub fn ask_passphrase(&mut self, asked: Passphrase) {
        self.over = Some(Over::Passphrase(asked, Line::default()));
    }

    pub(super) fn edit_passphrase(&mut self, edit: &Edit) -> HomeStep {
        let Some(Over::Passphrase(asked, line)) = &mut self.over else { return HomeStep::Stay };
        if *edit != Edit::Enter {
            line.edit(edit);
            return HomeStep::Stay;
        }
        if line.text().is_empty() {
            return HomeStep::Stay;
        }
        let asked = Passphrase { typed: line.text().to_owned(), ..asked.clone() };
        self.over = None;
        HomeStep::Passphrase(asked)
    }
}
