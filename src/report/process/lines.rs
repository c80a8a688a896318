//! The line of a way: from the edge of one shape to that of another, rounded where it turns.

use super::shapes::{Kind, Sized};
use super::{Line, Words, length};

/// The length and half the width of a head.
const HEAD: (f64, f64) = (7.0, 3.5);

/// The shapes at both ends of a way, and where their middles are.
pub(super) struct Ends<'a> {
    pub(super) from: (&'a Sized, (f64, f64)),
    pub(super) to: (&'a Sized, (f64, f64)),
}

/// A line with how far it reaches.
pub(super) struct Laid {
    pub(super) line: Line,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The height at which its words stand.
    pub(super) label_at: f64,
}

/// Lays a line through the points that the layout gave it.
pub(super) fn line(
    mut points: Vec<(f64, f64)>,
    ends: &Ends<'_>,
    back: bool,
    label: Option<(f64, f64)>,
    said: &str,
) -> Laid {
    if points.len() < 2 {
        points = vec![ends.from.1, ends.to.1];
    }
    let last = points.len() - 1;
    // The layout ends lines at rectangles; a diamond's edge lies further in.
    points[0] = edge(ends.from, points[1], points[0]);
    points[last] = edge(ends.to, points[last - 1], points[last]);
    let end = points[last];
    let before = points[last - 1];
    let distance = (end.0 - before.0).hypot(end.1 - before.1).max(0.01);
    let towards = ((end.0 - before.0) / distance, (end.1 - before.1) / distance);
    let foot = (end.0 - towards.0 * HEAD.0, end.1 - towards.1 * HEAD.0);
    let head = [
        end,
        (foot.0 - towards.1 * HEAD.1, foot.1 + towards.0 * HEAD.1),
        (foot.0 + towards.1 * HEAD.1, foot.1 - towards.0 * HEAD.1),
    ];
    let head = head.map(|(x, y)| format!("{},{}", length(x), length(y))).join(" ");
    points[last] = foot;
    let label = label.filter(|_| !said.is_empty());
    let reach = |side: fn(&(f64, f64)) -> f64| points.iter().map(side).chain([side(&end)]);
    Laid {
        top: reach(|point| point.1).fold(f64::INFINITY, f64::min),
        bottom: reach(|point| point.1).fold(f64::NEG_INFINITY, f64::max),
        left: reach(|point| point.0).fold(f64::INFINITY, f64::min).min(label.map_or(f64::INFINITY, |(x, _)| x - 14.0)),
        right: reach(|point| point.0).fold(0.0, f64::max).max(label.map_or(0.0, |(x, _)| x + 14.0)),
        label_at: label.map_or(0.0, |(_, y)| y),
        line: Line {
            path: path(&points),
            head,
            back,
            label: label.map(|(x, y)| Words { x: length(x), y: length(y + 4.0), text: said.to_owned(), quiet: false }),
        },
    }
}

/// Where a line towards a point leaves a shape.
fn edge((shape, middle): (&Sized, (f64, f64)), towards: (f64, f64), otherwise: (f64, f64)) -> (f64, f64) {
    if shape.kind != Kind::Decision {
        return otherwise;
    }
    let (x, y) = (towards.0 - middle.0, towards.1 - middle.1);
    let share = x.abs() / (shape.width / 2.0) + y.abs() / (shape.height / 2.0);
    if share <= 0.0 { otherwise } else { (middle.0 + x / share, middle.1 + y / share) }
}

/// Straight to the middle of each stretch, round through each point.
fn path(points: &[(f64, f64)]) -> String {
    let at = |(x, y): (f64, f64)| format!("{} {}", length(x), length(y));
    let middle = |a: (f64, f64), b: (f64, f64)| ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
    let mut path = format!("M{}", at(points[0]));
    for turn in points.windows(3) {
        path.push_str(&format!("L{}Q{} {}", at(middle(turn[0], turn[1])), at(turn[1]), at(middle(turn[1], turn[2]))));
    }
    path.push_str(&format!("L{}", at(points[points.len() - 1])));
    path
}
