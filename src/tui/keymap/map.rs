//! The keys of drawing a process map.

use crossterm::event::KeyCode::{BackTab, Char, Delete, Down, End, Enter, Esc, Home, Tab, Up};

use super::tables::{binding, internal};
use super::{Binding, Key, Make};
use crate::interview::{About, Edit, Editor, MapAct, Mark, Open};

const ENTER: &[Key] = &[Key::Plain(Enter)];

/// The rows of a map; letters are commands.
pub(super) static ROWS: &[Binding] = &[
    binding(ENTER, "enter", "maps.key.step_next", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Char('i'))], "i", "maps.key.step_text", Make::Map(MapAct::Change), 3),
    binding(&[Key::Plain(Char('o'))], "o", "maps.key.step_owner", Make::Map(MapAct::Owner), 3),
    binding(&[Key::Plain(Char('m'))], "m", "maps.key.step_metric", Make::Map(MapAct::Metric), 3),
    binding(&[Key::Plain(Char('t'))], "t", "maps.key.step_kind", Make::Map(MapAct::Kind), 4),
    binding(&[Key::Plain(Char('y'))], "y", "maps.key.step_yes", Make::Map(MapAct::Yes), 5),
    binding(&[Key::Plain(Char('n'))], "n", "maps.key.step_no", Make::Map(MapAct::No), 5),
    binding(&[Key::Plain(Char('c'))], "c", "maps.key.step_connect", Make::Map(MapAct::Connect), 4),
    binding(
        &[Key::Plain(Char('x')), Key::Plain(Delete), Key::Ctrl('x')],
        "x",
        "maps.key.step_remove",
        Make::Edit(|| Edit::RemoveRow),
        4,
    ),
    binding(&[Key::Plain(Char('g'))], "g", "maps.key.step_open", Make::Map(MapAct::NextOpen), 4),
    binding(&[Key::Plain(Char('a'))], "a", "maps.key.map_new", Make::Map(MapAct::Add), 5),
    binding(&[Key::Plain(Tab)], "tab", "maps.key.map_other", Make::Map(MapAct::Other), 6),
    binding(&[Key::Plain(BackTab)], "⇧tab", "maps.key.map_before", Make::Map(MapAct::OtherBack), 0),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑ k", "tui.key.up", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓ j", "tui.key.down", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(Home)], "home", "", Make::Edit(|| Edit::Start), 0),
    binding(&[Key::Plain(End)], "end", "", Make::Edit(|| Edit::End), 0),
    binding(&[Key::Plain(Char('z'))], "z", "tui.key.undo", Make::Mark(Mark::Undo), 5),
    binding(&[Key::Plain(Char('Z'))], "Z", "nav.key.redo", Make::Mark(Mark::Redo), 0),
    binding(&[Key::Plain(Esc)], "esc", "maps.key.map_done", Make::Leave, 2),
    internal(&[Key::Plain(Char('s'))], "s", "nav.key.scratch", Make::Scratch, 0),
    internal(&[Key::Plain(Char('h'))], "h", "tui.key.hints", Make::Open(Open::Hints), 0),
    internal(&[Key::Plain(Char('"'))], "\"", "tui.key.quote", Make::Mark(Mark::Quote), 0),
    internal(&[Key::Plain(Char('!'))], "!", "tui.key.pain", Make::Mark(Mark::Pain), 0),
    binding(&[Key::Plain(Char('?'))], "?", "tui.key.help", Make::Open(Open::Help), 1),
    binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 6),
];

/// A line that is written.
pub(super) static LINE: &[Binding] = &[binding(ENTER, "enter", "tui.key.accept", Make::Edit(|| Edit::Enter), 1)];

/// What happens next.
pub(super) static NEXT: &[Binding] = &[
    binding(ENTER, "enter", "maps.key.step_keep", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Tab)], "tab", "maps.key.step_shape", Make::Edit(|| Edit::Tab), 1),
    binding(&[Key::Plain(BackTab)], "⇧tab", "", Make::Edit(|| Edit::BackTab), 0),
    binding(&[Key::Plain(Up)], "↑ ↓", "maps.key.step_existing", Make::Edit(|| Edit::Up), 1),
    binding(&[Key::Plain(Down)], "↓", "", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(Esc)], "esc", "maps.key.step_rest", Make::Leave, 2),
];

/// Who does a step, and by what it is judged.
pub(super) static WHO: &[Binding] = &[
    binding(ENTER, "enter", "maps.key.step_below", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Tab)], "tab", "maps.key.step_field", Make::Edit(|| Edit::Tab), 1),
    binding(&[Key::Plain(BackTab)], "⇧tab", "", Make::Edit(|| Edit::BackTab), 0),
    binding(&[Key::Plain(Esc)], "esc", "maps.key.step_rest", Make::Leave, 2),
];

/// Which kind of step, which half of the business.
pub(super) static CHOICE: &[Binding] = &[
    binding(&[Key::Digit], "digit", "tui.key.choose", Make::Insert, 1),
    binding(ENTER, "enter", "tui.key.accept", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑ k", "tui.key.up", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓ j", "tui.key.down", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(Esc)], "esc", "tui.key.cancel", Make::Leave, 2),
];

fn about(editor: &Editor) -> Option<About> {
    match editor {
        Editor::Maps(editor) => editor.asked.as_ref().map(|asked| asked.about),
        _ => None,
    }
}

/// Whether what happens next is being asked.
pub(super) fn asks_next(editor: &Editor) -> bool {
    matches!(about(editor), Some(About::Next { .. }))
}

/// Whether who does a step, or by what it is judged, is being asked.
pub(super) fn asks_who(editor: &Editor) -> bool {
    matches!(about(editor), Some(About::Owner(_) | About::Metric(_)))
}
