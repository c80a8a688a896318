//! A map in Mermaid's language, for Markdown: every text harmless in it, whatever a client said.

use super::DrawnWords;
use crate::assessment::{Branch, MapPlace, NodeKind, ProcessMap};
use crate::display::one_line;

/// The most characters of a text in the drawing; the table below has all of it.
const LONGEST: usize = 120;

/// The lines of a flow chart; steps are named by their number alone.
pub(crate) fn mermaid(map: &ProcessMap, words: &DrawnWords<'_>) -> String {
    let mut lines = vec!["flowchart TD".to_owned()];
    let rows = map.rows();
    for row in &rows {
        let MapPlace::Step(at) = row.place else { continue };
        let node = &map.nodes[at];
        let text = match node.text.trim() {
            "" if node.kind == NodeKind::End => harmless(words.end),
            "" => harmless(&node.id),
            text => harmless(text),
        };
        let shape = match node.kind {
            NodeKind::Start | NodeKind::End => format!("([\"{text}\"])"),
            NodeKind::Task => format!("[\"{text}\"]"),
            NodeKind::Decision => format!("{{\"{text}\"}}"),
        };
        lines.push(format!("    s{at}{shape}"));
    }
    let mut open = 0;
    for row in &rows {
        let MapPlace::Step(at) = row.place else { continue };
        for branch in map.nodes[at].ways_out() {
            let arrow = match branch {
                Branch::Next => "-->".to_owned(),
                Branch::Yes => format!("-->|\"{}\"|", harmless(words.yes)),
                Branch::No => format!("-->|\"{}\"|", harmless(words.no)),
            };
            match map.nodes[at].way(branch).and_then(|id| map.place_of(id)) {
                Some(to) => lines.push(format!("    s{at} {arrow} s{to}")),
                None => {
                    lines.push(format!("    s{at} {arrow} o{open}([\"{}\"])", harmless(words.open)));
                    open += 1;
                }
            }
        }
    }
    lines.join("\n")
}

/// What flows from one of some places to another.
pub(crate) struct MermaidFlow {
    /// The place it comes from, by its number.
    pub(crate) from: usize,
    /// The place it goes to.
    pub(crate) to: usize,
    /// What is said on the line.
    pub(crate) label: String,
    /// Drawn thick.
    pub(crate) thick: bool,
    /// Drawn dotted, unless it is thick.
    pub(crate) dotted: bool,
}

/// The lines of a chart of places and of what flows between them.
pub(crate) fn mermaid_flows(places: &[String], flows: impl Iterator<Item = MermaidFlow>) -> String {
    let mut lines = vec!["flowchart LR".to_owned()];
    lines.extend(places.iter().enumerate().map(|(at, name)| format!("    p{at}[\"{}\"]", harmless(name))));
    lines.extend(flows.map(|flow| {
        let arrow = match (flow.thick, flow.dotted) {
            (true, _) => "==>",
            (false, true) => "-.->",
            (false, false) => "-->",
        };
        format!("    p{} {arrow}|\"{}\"| p{}", flow.from, harmless(&flow.label), flow.to)
    }));
    lines.join("\n")
}

/// A text that stays a text between Mermaid's quotes: letters, digits and a few marks as they are, all else by its number,
/// which Mermaid shows and never reads. Nothing of it can end the quotes, the line or the block.
fn harmless(text: &str) -> String {
    let mut out = String::new();
    let line = one_line(text);
    for letter in line.chars().take(LONGEST) {
        match letter {
            ' ' | ',' | '.' | '?' | '!' | '\'' | '’' | '–' => out.push(letter),
            letter if letter.is_alphanumeric() => out.push(letter),
            letter if letter.is_control() => out.push(' '),
            letter => out.push_str(&format!("#{};", u32::from(letter))),
        }
    }
    if line.chars().count() > LONGEST {
        out.push('…');
    }
    if out.is_empty() { " ".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::MapNode;

    const WORDS: DrawnWords<'static> = DrawnWords { yes: "yes", no: "no", end: "End", open: "open" };

    #[test]
    fn a_map_in_mermaid() {
        let mut map = ProcessMap::default();
        map.begin_with("Signs up");
        let booked = map.add_after(0, Branch::Next, NodeKind::Decision, "Booked?");
        map.add_after(booked, Branch::Yes, NodeKind::End, "");
        assert_eq!(
            mermaid(&map, &WORDS),
            "flowchart TD\n    s0([\"Signs up\"])\n    s1{\"Booked?\"}\n    s2([\"End\"])\n    s0 --> s1\n    \
             s1 -->|\"yes\"| s2\n    s1 -->|\"no\"| o0([\"open\"])"
        );
    }

    #[test]
    fn nothing_in_a_text_breaks_out() {
        for hostile in [
            "a\"]; click s0 href \"javascript:alert(1)\"",
            "```\n<script>alert(1)</script>",
            "%%{init: {'theme': 'x'}}%%",
            "a\nend\nsubgraph b",
            "`**bold**` #quot; &quot; <b>",
            "---\ntitle: x\n---",
        ] {
            let node =
                MapNode { id: hostile.into(), text: hostile.into(), kind: NodeKind::Start, ..MapNode::default() };
            let drawn = mermaid(&ProcessMap { nodes: vec![node], ..ProcessMap::default() }, &WORDS);
            let lines: Vec<&str> = drawn.lines().collect();
            assert_eq!(lines.len(), 3, "{drawn}");
            let inner = lines[1].strip_prefix("    s0([\"").and_then(|rest| rest.strip_suffix("\"])")).expect("quoted");
            assert!(
                !inner.contains(['"', '`', '<', '>', '%', '{', '}', '[', ']', '(', ')', '&', '\\', '|', '-']),
                "{inner}"
            );
        }
    }
}
