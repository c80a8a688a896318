//! Process maps drawn: where every shape, line and word stands, and the same map in Mermaid's language.
//!
//! The layout is dagre's; shapes and lines are our own, since their look and their escaping are. Templates draw; nothing
//! here knows SVG.

mod layout;
mod lines;
mod mermaid;
mod shapes;
mod slices;

use serde::Serialize;

pub(crate) use layout::draw;
pub(crate) use mermaid::{MermaidFlow, mermaid, mermaid_flows};

/// A map with more steps is given as a table alone: a drawing of that size helps nobody.
pub(crate) const MOST_STEPS: usize = 150;

/// A drawing that is wider than this many pixels of the page cannot be read on a telephone.
const BROAD: f64 = 400.0;

/// The words a drawing needs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DrawnWords<'a> {
    /// On the way after a yes.
    pub(crate) yes: &'a str,
    /// On the way after a no.
    pub(crate) no: &'a str,
    /// In an end that has no words of its own.
    pub(crate) end: &'a str,
    /// Where nothing follows yet.
    pub(crate) open: &'a str,
}

/// A drawn map, in pieces of at most a page, one below the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Drawing {
    /// Where it begins at the left; lines that lead back may run outside the steps.
    pub(crate) left: String,
    /// Its width in pixels of the page.
    pub(crate) width: String,
    /// Whether it is too wide for a telephone, where its words would be too small to read.
    pub(crate) broad: bool,
    /// The pieces, from the top.
    pub(crate) slices: Vec<Slice>,
}

/// A piece of a drawing that stands on one page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Slice {
    /// Where it begins in the whole drawing.
    pub(crate) top: String,
    /// How high it is.
    pub(crate) height: String,
    /// What stands in it.
    pub(crate) shapes: Vec<Shape>,
    /// The lines that cross it.
    pub(crate) lines: Vec<Line>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Shape {
    /// `round`, `task`, `decision` or `open`.
    pub(crate) kind: &'static str,
    /// Whether no way leads to it from the start: drawn dashed.
    pub(crate) apart: bool,
    /// Left edge.
    pub(crate) x: String,
    /// Upper edge.
    pub(crate) y: String,
    /// Width.
    pub(crate) width: String,
    /// Height.
    pub(crate) height: String,
    /// The radius of its corners.
    pub(crate) corner: String,
    /// The corners of a diamond.
    pub(crate) points: String,
    /// Its words, a line each.
    pub(crate) words: Vec<Words>,
}

/// One line of words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Words {
    /// Its middle.
    pub(crate) x: String,
    /// Its base line.
    pub(crate) y: String,
    /// The words.
    pub(crate) text: String,
    /// Whether it says who does it or how it is judged: smaller, grey.
    pub(crate) quiet: bool,
}

/// A way from one step to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Line {
    /// Where it goes, as a path.
    pub(crate) path: String,
    /// The corners of its head.
    pub(crate) head: String,
    /// Whether it leads back to a step it came from.
    pub(crate) back: bool,
    /// `yes` or `no`, where it stands.
    pub(crate) label: Option<Words>,
}

/// A length with one decimal, so that the same input gives the same bytes.
fn length(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // There is no negative zero on paper.
    format!("{:.1}", if rounded == 0.0 { 0.0 } else { rounded })
}
