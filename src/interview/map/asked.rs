//! What is asked while a map is drawn.

use super::Line;
use crate::assessment::{Branch, MapPlace, NodeKind};

/// What is asked, and what has been typed or chosen so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What it is about.
    pub about: About,
    /// What is typed.
    pub line: Line,
    /// The choice under the cursor, where one is taken.
    pub cursor: usize,
}

/// What is asked. Steps are named by their place in the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What the process is called; of a new map where none is shown.
    Name,
    /// Which half of the business it belongs to.
    Half,
    /// What sets it off.
    Start,
    /// What happens next.
    Next {
        /// The step it follows.
        from: usize,
        /// After which way out.
        branch: Branch,
        /// What kind of step it will be, where that was said; else a text with a question mark is a decision.
        kind: Option<NodeKind>,
        /// The step of the map to go on with, instead of a new one.
        target: Option<usize>,
    },
    /// What happens at a step, in other words.
    Text(usize),
    /// Who does it.
    Owner(usize),
    /// By what it is judged.
    Metric(usize),
    /// What kind of step it is.
    Kind(usize),
}

impl Asked {
    pub(super) fn about(about: About, text: &str) -> Self {
        Self { about, line: Line::new(text), cursor: 0 }
    }

    /// Whether a line is written; otherwise a choice is taken.
    pub fn is_written(&self) -> bool {
        !matches!(self.about, About::Half | About::Kind(_))
    }

    /// The kind of step that Enter adds.
    pub fn kind(&self) -> NodeKind {
        match self.about {
            About::Next { kind: Some(kind), .. } => kind,
            About::Next { .. } => kind_of(self.line.text()),
            _ => NodeKind::Start,
        }
    }

    /// The row the question is about.
    pub fn place(&self) -> Option<MapPlace> {
        match self.about {
            About::Text(at) | About::Owner(at) | About::Metric(at) | About::Kind(at) => Some(MapPlace::Step(at)),
            About::Next { from, branch, .. } => Some(MapPlace::Open { from, branch }),
            About::Name | About::Half | About::Start => None,
        }
    }
}

/// What is asked with a question mark is decided; everything else is done.
pub fn kind_of(text: &str) -> NodeKind {
    if text.trim_end().ends_with(['?', '？', '؟']) { NodeKind::Decision } else { NodeKind::Task }
}
