//! Drawing a process step by step: what is asked just now, where the cursor rests, what follows from a key.
//!
//! The editor holds the maps as they will be stored and never touches the assessment. At rest the cursor walks over the
//! rows of a map; a row with an open way is filled by saying what happens next. While something is asked, one line is
//! written or one choice taken.

mod act;
mod asked;
mod line;
mod steps;

pub use act::MapAct;
pub use asked::{About, Asked, kind_of};

use super::{Context, Edit, Line, Step};
use crate::assessment::{Change, MapPlace, MapRow, ProcessMap, Value};
use crate::questionnaire::{Choice, Kind};

/// The editor of process maps.
#[derive(Debug, Clone, Default)]
pub struct MapsEditor {
    /// The maps of the answer.
    pub maps: Vec<ProcessMap>,
    /// The map that is shown; their number while a new one is being named.
    pub at: usize,
    /// The row under the cursor: 0 is the map's name, its rows follow.
    pub row: usize,
    /// What is being asked; nothing while the cursor rests.
    pub asked: Option<Asked>,
}

impl MapsEditor {
    /// Shows the answer there is; without one it asks for the name of the first process.
    pub fn new(context: &Context<'_>) -> Self {
        let maps = context.value().map(Value::maps).unwrap_or_default().to_vec();
        let asked = maps.is_empty().then(|| Asked::about(About::Name, ""));
        Self { maps, at: 0, row: 0, asked }
    }

    /// The map that is shown; none while the first one is being named.
    pub fn map(&self) -> Option<&ProcessMap> {
        self.maps.get(self.at)
    }

    /// The rows of the map below its name.
    pub fn rows(&self) -> Vec<MapRow> {
        self.map().map(ProcessMap::rows).unwrap_or_default()
    }

    /// What stands under the cursor; nothing on the map's name.
    pub fn place(&self) -> Option<MapPlace> {
        let rows = self.rows();
        rows.get(self.row.checked_sub(1)?).map(|row| row.place)
    }

    /// The line that is being written.
    pub fn line(&self) -> Option<&Line> {
        self.asked.as_ref().filter(|asked| asked.is_written()).map(|asked| &asked.line)
    }

    /// The line that is being written, to be taken back in.
    pub(super) fn line_mut(&mut self) -> Option<&mut Line> {
        self.asked.as_mut().filter(|asked| asked.is_written()).map(|asked| &mut asked.line)
    }

    /// Whether nothing is being written.
    pub fn is_at_rest(&self) -> bool {
        self.line().is_none_or(Line::is_empty)
    }

    /// Follows one edit.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        match &self.asked {
            Some(asked) if asked.is_written() => self.write(edit, context),
            Some(_) => self.choose(edit, context),
            None => self.walk(edit, context),
        }
    }

    /// Stores what is being written; an empty line changes nothing.
    pub fn leave(&mut self, context: &Context<'_>) -> Step {
        let stored = self.keep(false, context);
        self.asked = None;
        self.row = self.row.min(self.rows().len());
        stored
    }

    /// The cursor over the rows.
    fn walk(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let last = self.rows().len();
        match edit {
            Edit::Up => self.row = self.row.saturating_sub(1),
            Edit::Down => self.row = (self.row + 1).min(last),
            Edit::Start | Edit::TextStart => self.row = 0,
            Edit::End | Edit::TextEnd => self.row = last,
            Edit::Enter => return self.ask_next(),
            Edit::RemoveRow | Edit::Delete => return self.remove(context),
            _ => {}
        }
        Step::Stay
    }

    /// Puts the cursor on a row; on the map's name when it is not there.
    fn rest_on(&mut self, place: MapPlace) {
        self.row = self.rows().iter().position(|row| row.place == place).map_or(0, |at| at + 1);
    }

    /// What stores the maps as they are now.
    fn store(&self, context: &Context<'_>) -> Step {
        Step::Record(match self.maps.is_empty() {
            true => Change::Clear,
            false => context.store(Value::Maps(self.maps.clone())),
        })
    }
}

/// The halves of the business a process of the question can belong to, and the most maps it takes.
fn shape<'a>(context: &Context<'a>) -> (&'a [Choice], usize) {
    match &context.question.kind {
        Kind::Maps { halves, most, .. } => (halves, *most),
        _ => (&[], usize::MAX),
    }
}
