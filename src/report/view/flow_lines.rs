//! Where the boxes and lines of a loop stand: four boxes at the corners of one drawing, whatever flows between them.

use serde::Serialize;

/// Half the width and half the height of a box.
const BOX: (f64, f64) = (58.0, 25.0);
/// The middles of the boxes, from the upper left, clockwise.
const MIDDLES: [(f64, f64); 4] = [(62.0, 30.0), (338.0, 30.0), (338.0, 254.0), (62.0, 254.0)];
/// How far the two lines of a pair that flows both ways are from the middle.
const APART: f64 = 11.0;
/// The length of a head, and half its width.
const HEAD: (f64, f64) = (10.0, 5.0);
/// From a line to the words beside it, and from one line of words to the next.
const BESIDE: f64 = 8.0;
const LINE: f64 = 14.0;

/// A corner of the drawing, and the box in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Corner {
    /// Left edge of the box, in pixels of the drawing.
    x: String,
    /// Upper edge.
    y: String,
    /// Its width.
    width: String,
    /// Its height.
    height: String,
    /// The middle, where its name stands.
    middle: String,
    /// The base line of its name.
    base: String,
}

impl Corner {
    /// A corner by its number, from the upper left, clockwise; nothing beyond the fourth.
    pub(super) fn at(number: usize) -> Option<Self> {
        let (x, y) = *MIDDLES.get(number)?;
        Some(Self {
            x: length(x - BOX.0),
            y: length(y - BOX.1),
            width: length(2.0 * BOX.0),
            height: length(2.0 * BOX.1),
            middle: length(x),
            base: length(y + 4.5),
        })
    }
}

/// The line of a flow, and where the words beside it stand.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct FlowLine {
    /// Where it begins, in pixels of the drawing.
    x1: String,
    /// Where it begins, from the top.
    y1: String,
    /// Where its head begins.
    x2: String,
    /// Where its head begins, from the top.
    y2: String,
    /// The corners of its head.
    head: String,
    /// Where its words stand: their start, middle or end, as `anchor` says.
    x: String,
    /// The base line of what flows.
    name: String,
    /// The base line of how it stands.
    state: String,
    /// `start`, `middle` or `end`.
    anchor: &'static str,
}

/// The line between two corners, by their numbers; to the side of the middle where another leads back. Nothing from a corner to itself.
pub(super) fn between(from: usize, to: usize, both_ways: bool) -> Option<FlowLine> {
    let (a, b) = (*MIDDLES.get(from)?, *MIDDLES.get(to)?);
    let (across, down) = (b.0 - a.0, b.1 - a.1);
    let far = across.hypot(down);
    if far < 1.0 {
        return None;
    }
    // Out of the box it begins in, up to the edge of the other.
    let sides = [(across, BOX.0), (down, BOX.1)].map(|(way, half)| if way == 0.0 { 1.0 } else { half / way.abs() });
    let edge = sides[0].min(sides[1]);
    // To the right of where it goes, so that a pair keeps apart.
    let aside = if both_ways { (-down / far * APART, across / far * APART) } else { (0.0, 0.0) };
    let at = |share: f64| (a.0 + share * across + aside.0, a.1 + share * down + aside.1);
    let (start, end) = (at(edge), at(1.0 - edge));
    let towards = (across / far, down / far);
    let foot = (end.0 - towards.0 * HEAD.0, end.1 - towards.1 * HEAD.0);
    let wings = [1.0, -1.0].map(|side| (foot.0 - side * towards.1 * HEAD.1, foot.1 + side * towards.0 * HEAD.1));
    let head = [end, wings[0], wings[1]].map(|(x, y)| format!("{},{}", length(x), length(y))).join(" ");
    let middle = at(0.5);
    let (x, name, state, anchor) = if down == 0.0 {
        // Above and below a single line; both on its own side of a pair.
        let (name, state) = match (both_ways, aside.1 > 0.0) {
            (false, _) => (middle.1 - BESIDE, middle.1 + BESIDE + 9.0),
            (true, true) => (middle.1 + BESIDE + 9.0, middle.1 + BESIDE + 9.0 + LINE),
            (true, false) => (middle.1 - BESIDE - LINE, middle.1 - BESIDE),
        };
        (middle.0, name, state, "middle")
    } else if across == 0.0 {
        let (x, anchor) = if a.0 < 200.0 { (middle.0 + BESIDE, "start") } else { (middle.0 - BESIDE, "end") };
        (x, middle.1 - 2.0, middle.1 - 2.0 + LINE, anchor)
    } else {
        // Above and to the right of a line that falls, below and to the right of one that rises.
        let up = if (across > 0.0) == (down > 0.0) { -LINE } else { LINE };
        (middle.0 + LINE, middle.1 + up / 2.0, middle.1 + up / 2.0 + LINE, "start")
    };
    Some(FlowLine {
        x1: length(start.0),
        y1: length(start.1),
        x2: length(foot.0),
        y2: length(foot.1),
        head,
        x: length(x),
        name: length(name),
        state: length(state),
        anchor,
    })
}

/// A length with one decimal, so that the same input gives the same bytes.
fn length(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(from: usize, to: usize, both_ways: bool) -> FlowLine {
        between(from, to, both_ways).expect("two corners")
    }

    #[test]
    fn lines_go_from_edge_to_edge() {
        let across = line(0, 1, false);
        assert_eq!((&*across.x1, &*across.y1), ("120.0", "30.0"));
        assert_eq!(across.head, "280.0,30.0 270.0,35.0 270.0,25.0");
        let up = line(3, 0, false);
        assert_eq!(
            (&*up.x1, &*up.y1, &*up.head, up.anchor),
            ("62.0", "229.0", "62.0,55.0 67.0,65.0 57.0,65.0", "start")
        );
        // 25 of the 224 down: 31 of the 276 across.
        let through = line(2, 0, false);
        assert_eq!((&*through.x1, &*through.y1), ("307.2", "229.0"));
    }

    #[test]
    fn a_pair_keeps_apart_with_its_words_outside() {
        let (there, back) = (line(2, 3, true), line(3, 2, true));
        assert_eq!((&*there.y1, &*back.y1), ("243.0", "265.0"));
        assert_eq!((&*there.state, &*back.name), ("235.0", "282.0"));
        assert!(between(0, 0, false).is_none() && between(0, 4, false).is_none());
        assert_eq!(Corner::at(4), None);
    }
}
