//! Where the steps of a map stand, and which way its lines go.

use dagre::graph::{Edge, Graph, GraphOptions};
use dagre::{EdgeLabel, LayoutOptions, NodeLabel};
use unicode_width::UnicodeWidthStr;

use super::lines::{Ends, line};
use super::shapes::Sized;
use super::slices::{Placed, slices};
use super::{BROAD, Drawing, DrawnWords, MOST_STEPS, length};
use crate::assessment::{Branch, MapNode, MapPlace, NodeKind, ProcessMap};

/// Room around the drawing.
const MARGIN: f64 = 4.0;
/// Room between steps side by side, and between one row of steps and the next.
const BESIDE: f64 = 20.0;
const BELOW: f64 = 38.0;

/// A way between two shapes.
struct Way {
    from: usize,
    to: usize,
    branch: Branch,
    back: bool,
}

/// Draws a map; nothing when it has no steps, or more than anybody could follow.
pub(crate) fn draw(map: &ProcessMap, words: &DrawnWords<'_>) -> Option<Drawing> {
    if map.nodes.is_empty() || map.nodes.len() > MOST_STEPS {
        return None;
    }
    let (shapes, ways) = gathered(map, words);
    let mut graph: Graph<NodeLabel, EdgeLabel> =
        Graph::with_options(GraphOptions { directed: true, multigraph: true, compound: false });
    for (at, shape) in shapes.iter().enumerate() {
        let label = NodeLabel { width: shape.width, height: shape.height, ..NodeLabel::default() };
        graph.set_node(name(at), Some(label));
    }
    for (at, way) in ways.iter().enumerate() {
        let said = said(way.branch, words);
        let label = EdgeLabel {
            // What usually happens goes straight down.
            weight: if way.branch == Branch::No { 1 } else { 3 },
            width: if said.is_empty() { 0.0 } else { said.width() as f64 * 7.0 + 8.0 },
            height: if said.is_empty() { 0.0 } else { 14.0 },
            labelpos: dagre::layout::types::LabelPos::Center,
            ..EdgeLabel::default()
        };
        graph.set_edge(name(way.from), name(way.to), Some(label), Some(&at.to_string()));
    }
    let options = LayoutOptions {
        nodesep: BESIDE,
        edgesep: BESIDE,
        ranksep: BELOW,
        marginx: MARGIN,
        marginy: MARGIN,
        ..LayoutOptions::default()
    };
    dagre::layout(&mut graph, Some(options));
    let places: Vec<(f64, f64)> = (0..shapes.len())
        .map(|at| {
            let node = graph.node(&name(at));
            node.and_then(|node| Some((node.x?, node.y?))).unwrap_or_default()
        })
        .collect();
    let lines = ways.iter().enumerate().filter_map(|(at, way)| {
        let edge = Edge::with_name(name(way.from), name(way.to), at.to_string());
        let label = graph.edge_by_obj(&edge)?;
        let points = label.points.iter().map(|point| (point.x, point.y)).collect();
        let place = label.x.zip(label.y).filter(|_| label.width > 0.0);
        let ends = Ends { from: (&shapes[way.from], places[way.from]), to: (&shapes[way.to], places[way.to]) };
        Some(line(points, &ends, way.back, place, said(way.branch, words)))
    });
    let lines: Vec<_> = lines.collect();
    let right = shapes.iter().zip(&places).map(|(shape, (x, _))| x + shape.width / 2.0);
    let right = right.chain(lines.iter().map(|line| line.right)).fold(0.0, f64::max) + MARGIN;
    let left = lines.iter().map(|line| line.left - MARGIN).fold(0.0, f64::min);
    let placed: Vec<Placed> = shapes
        .iter()
        .zip(&places)
        .map(|(shape, (x, y))| Placed {
            top: y - shape.height / 2.0,
            bottom: y + shape.height / 2.0,
            shape: shape.at(*x, *y),
        })
        .collect();
    let width = right - left;
    Some(Drawing { left: length(left), width: length(width), broad: width > BROAD, slices: slices(placed, lines) })
}

fn name(at: usize) -> String {
    at.to_string()
}

fn said<'w>(branch: Branch, words: &DrawnWords<'w>) -> &'w str {
    match branch {
        Branch::Next => "",
        Branch::Yes => words.yes,
        Branch::No => words.no,
    }
}

/// The shapes of a map, with one more for each way that leads nowhere, and the ways between them.
fn gathered(map: &ProcessMap, words: &DrawnWords<'_>) -> (Vec<Sized>, Vec<Way>) {
    let rows = map.rows();
    let mut shapes: Vec<Sized> = map.nodes.iter().map(|node| sized(node, words)).collect();
    let mut ways = Vec::new();
    for row in &rows {
        match row.place {
            MapPlace::Step(at) => shapes[at].apart = row.apart,
            MapPlace::Open { from, branch } | MapPlace::Nowhere { from, branch } => {
                shapes.push(Sized::open(words.open));
                ways.push(Way { from, to: shapes.len() - 1, branch, back: false });
            }
            MapPlace::To { .. } | MapPlace::NoStart => {}
        }
    }
    // In the order of the rows, so that what comes first stands left and above.
    for row in &rows {
        let MapPlace::Step(from) = row.place else { continue };
        for (branch, id) in map.nodes[from].ways() {
            let Some(to) = map.place_of(id) else { continue };
            let back = rows.iter().any(|one| {
                matches!(one.place, MapPlace::To { from: f, branch: b, back: true, .. } if (f, b) == (from, branch))
            });
            ways.push(Way { from, to, branch, back });
        }
    }
    (shapes, ways)
}

fn sized(node: &MapNode, words: &DrawnWords<'_>) -> Sized {
    let text = match node.text.trim() {
        "" if node.kind == NodeKind::End => words.end,
        "" => &node.id,
        text => text,
    };
    let who = [&node.owner, &node.metric].map(|one| one.trim());
    let who: Vec<&str> = who.into_iter().filter(|one| !one.is_empty()).collect();
    Sized::step(node.kind, text, &who.join(" · "), false)
}
