//! Process maps as lines of text: `( )` for starts and ends, `[ ]` for tasks, `< >` for decisions.

use ratatui::text::Span;
use rust_i18n::t;

use crate::assessment::{MapNode, NodeKind};
use crate::interview::MapsEditor;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut};

/// The maps, one step a line, as far as there is room.
pub fn maps(pen: &mut Pen<'_>, look: &Look<'_>, editor: &MapsEditor, below: u16) {
    if editor.maps.is_empty() {
        pen.text(&t!("content.maps.none", locale = look.locale()), look.theme.quiet());
        return;
    }
    for map in &editor.maps {
        let lines = std::iter::once(map.system.clone()).chain(map.nodes.iter().map(line));
        for (at, text) in lines.enumerate() {
            if pen.left() <= below {
                return;
            }
            let style = if at == 0 { look.theme.loud() } else { look.theme.quiet() };
            pen.line(Span::styled(cut(&crate::tui::safe(&text), usize::from(pen.area.width)), style));
        }
    }
}

fn line(node: &MapNode) -> String {
    let (open, close) = match node.kind {
        NodeKind::Start | NodeKind::End => ('(', ')'),
        NodeKind::Task => ('[', ']'),
        NodeKind::Decision => ('<', '>'),
    };
    format!("  {open} {} {close}", node.text)
}
