//! Cuts a drawing where no step stands, so that every piece fits on a page.

use super::lines::Laid;
use super::{Shape, Slice, length};

/// The most a piece is high: what stands on a page of A4 below a heading.
const HIGHEST: f64 = 760.0;
/// Room above the first and below the last.
const MARGIN: f64 = 4.0;

/// Half the height of the words on a line.
const WORDS: f64 = 9.0;

/// A step in its place.
pub(super) struct Placed {
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) shape: Shape,
}

/// The pieces of a drawing, from the top.
pub(super) fn slices(shapes: Vec<Placed>, lines: Vec<Laid>) -> Vec<Slice> {
    let ends = shapes.iter().map(|one| one.bottom).chain(lines.iter().map(|one| one.bottom));
    let bottom = ends.fold(0.0, f64::max) + MARGIN;
    let mut cuts = vec![0.0];
    let steps = shapes.iter().map(|one| (one.top, one.bottom));
    let words = lines.iter().filter(|one| one.line.label.is_some());
    let gaps = gaps(steps.chain(words.map(|one| (one.label_at - WORDS, one.label_at + WORDS))).collect());
    while bottom - cuts[cuts.len() - 1] > HIGHEST {
        let top = cuts[cuts.len() - 1];
        let within = gaps.iter().copied().filter(|gap| *gap > top && *gap <= top + HIGHEST);
        // A step is never higher than a page, so that there is a gap; without one the rest stays whole.
        match within.fold(None, |_, gap| Some(gap)) {
            Some(gap) => cuts.push(gap),
            None => break,
        }
    }
    cuts.push(bottom);
    let mut pieces: Vec<Slice> = cuts
        .windows(2)
        .map(|ends| Slice {
            top: length(ends[0]),
            height: length(ends[1] - ends[0]),
            shapes: Vec::new(),
            lines: Vec::new(),
        })
        .collect();
    for (at, ends) in cuts.windows(2).enumerate() {
        for one in &lines {
            if one.bottom >= ends[0] && one.top <= ends[1] {
                let mut line = one.line.clone();
                // Words stand in the one piece their middle lies in.
                if one.label_at < ends[0] || one.label_at >= ends[1] {
                    line.label = None;
                }
                pieces[at].lines.push(line);
            }
        }
    }
    for one in shapes {
        let middle = (one.top + one.bottom) / 2.0;
        let at = cuts.iter().skip(1).position(|cut| middle < *cut).unwrap_or(pieces.len() - 1);
        if let Some(piece) = pieces.get_mut(at) {
            piece.shapes.push(one.shape);
        }
    }
    pieces
}

/// The heights at which a cut meets no step and no word: the middles between one row of them and the next.
fn gaps(mut spans: Vec<(f64, f64)>) -> Vec<f64> {
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut gaps = Vec::new();
    let mut reached = f64::NEG_INFINITY;
    for (top, bottom) in spans {
        if reached.is_finite() && top > reached {
            gaps.push((reached + top) / 2.0);
        }
        reached = reached.max(bottom);
    }
    gaps
}
