//! The tables of keys, one for each thing that can have the keyboard.

use crossterm::event::KeyCode::{
    BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use super::{Binding, Key, Make};
use crate::interview::{Becomes, Edit, Go, Mark, Open};

pub(super) const fn binding(
    keys: &'static [Key],
    name: &'static str,
    label: &'static str,
    make: Make,
    rank: u8,
) -> Binding {
    Binding { keys, name, label, make, rank, internal: false }
}

pub(super) const fn internal(
    keys: &'static [Key],
    name: &'static str,
    label: &'static str,
    make: Make,
    rank: u8,
) -> Binding {
    Binding { keys, name, label, make, rank, internal: true }
}

pub(super) const ENTER: &[Key] = &[Key::Plain(Enter)];
pub(super) const ESCAPE: &[Key] = &[Key::Plain(Esc)];

pub(super) static NEXT: &[Binding] = &[binding(ENTER, "enter", "tui.key.next", Make::Edit(|| Edit::Enter), 1)];
pub(super) static WRITE: &[Binding] = &[binding(ENTER, "enter", "tui.key.write", Make::Edit(|| Edit::Enter), 1)];
pub(super) static STORE: &[Binding] = &[binding(ENTER, "enter", "tui.key.store", Make::Edit(|| Edit::Enter), 1)];
pub(super) static ENTRY: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.entry", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Up)], "↑", "", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down)], "↓", "", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Ctrl('x')], "ctrl-x", "tui.key.remove_entry", Make::Edit(|| Edit::RemoveRow), 4),
];
pub(super) static FIGURES: &[Binding] = &[
    binding(&[Key::Figure], "0–9", "tui.key.figure", Make::Insert, 2),
    binding(&[Key::Plain(Tab)], "tab", "tui.key.evidence", Make::Edit(|| Edit::Tab), 0),
];
pub(super) static READY: &[Binding] = &[
    binding(&[Key::Plain(Char('i'))], "i", "tui.key.change", Make::Engage, 5),
    binding(&[Key::Plain(Char('0'))], "0", "tui.key.no_rows", Make::Mark(Mark::NoRows), 0),
    binding(&[Key::Plain(Up), Key::Plain(Down)], "↑ ↓", "", Make::Edit(|| Edit::Down), 0),
];
pub(super) static CHOOSE: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.next", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Digit], "digit", "tui.key.choose", Make::Insert, 2),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑ k", "tui.key.up", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓ j", "tui.key.down", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(Char(' '))], "space", "tui.key.take", Make::Insert, 0),
];
pub(super) static TICK: &[Binding] = &[binding(&[Key::Plain(Char(' '))], "space", "tui.key.tick", Make::Insert, 3)];
pub(super) static GRID: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.next", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Digit], "digit", "tui.key.rate", Make::Insert, 2),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑ k", "tui.key.up", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓ j", "tui.key.down", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(Left)], "←", "tui.key.left", Make::Edit(|| Edit::Left), 0),
    binding(&[Key::Plain(Right)], "→", "tui.key.right", Make::Edit(|| Edit::Right), 0),
    binding(&[Key::Plain(Tab)], "tab", "", Make::Edit(|| Edit::Tab), 0),
    binding(&[Key::Plain(BackTab)], "⇧tab", "", Make::Edit(|| Edit::BackTab), 0),
    binding(&[Key::Ctrl('d')], "ctrl-d", "tui.key.cell_unknown", Make::Edit(|| Edit::CellUnknown), 3),
    binding(&[Key::Ctrl('n')], "ctrl-n", "tui.key.cell_na", Make::Edit(|| Edit::CellNotApplicable), 6),
    binding(&[Key::Plain(Delete)], "del", "tui.key.cell_clear", Make::Edit(|| Edit::Delete), 0),
];
pub(super) static COMMANDS: &[Binding] = &[
    binding(&[Key::Plain(Backspace), Key::Plain(Char('['))], "⌫", "tui.key.back", Make::Go(|| Go::Back), 2),
    binding(&[Key::Plain(Char(']'))], "]", "tui.key.skip", Make::Go(|| Go::Next), 0),
    binding(&[Key::Plain(Char('u'))], "u", "tui.key.unknown", Make::Mark(Mark::Unknown), 2),
    binding(&[Key::Plain(Char('x'))], "x", "tui.key.na", Make::Mark(Mark::NotApplicable), 3),
    binding(&[Key::Plain(Char('o'))], "o", "tui.key.owed", Make::Mark(Mark::Owed), 4),
    binding(&[Key::Plain(Char('/'))], "/", "tui.key.jump", Make::Open(Open::Picker), 3),
    binding(&[Key::Plain(Char('g'))], "g", "tui.key.next_open", Make::Go(|| Go::NextOpen), 5),
    binding(&[Key::Plain(Char('G'))], "G", "nav.key.next_required", Make::Go(|| Go::NextRequired), 0),
    binding(&[Key::Plain(Char('<'))], "<", "nav.key.return", Make::Go(|| Go::Return), 6),
    binding(&[Key::Plain(Char('>'))], ">", "nav.key.forth", Make::Go(|| Go::Forth), 0),
    binding(&[Key::Plain(Char('t'))], "t", "goals.key.goals", Make::Open(Open::Goals), 6),
    binding(&[Key::Plain(Char('O'))], "O", "goals.key.options", Make::Open(Open::Options), 0),
    binding(&[Key::Plain(Char('w'))], "w", "goals.key.plan", Make::Open(Open::Plan), 0),
    internal(&[Key::Plain(Char('b'))], "b", "tui.key.best", Make::Go(|| Go::Best), 5),
    internal(&[Key::Plain(Char('B'))], "B", "nav.key.sort", Make::SortByBest, 0),
    internal(&[Key::Plain(Char('s'))], "s", "nav.key.scratch", Make::Scratch, 4),
    internal(&[Key::Plain(Char('S'))], "S", "nav.key.tidy", Make::Open(Open::Tidy), 0),
    internal(&[Key::Plain(Char('h'))], "h", "tui.key.hints", Make::Open(Open::Hints), 5),
    binding(&[Key::Plain(Char('h'))], "h", "nav.key.whole", Make::Open(Open::Hints), 6),
    internal(&[Key::Plain(Char('"'))], "\"", "tui.key.quote", Make::Mark(Mark::Quote), 5),
    internal(&[Key::Plain(Char('!'))], "!", "tui.key.pain", Make::Mark(Mark::Pain), 5),
    internal(&[Key::Plain(Char('n'))], "n", "tui.key.note", Make::Mark(Mark::Note), 5),
    internal(&[Key::Plain(Char('T'))], "T", "nav.key.todo", Make::Mark(Mark::Todo), 0),
    binding(&[Key::Plain(Char('e'))], "e", "tui.key.evidence", Make::Mark(Mark::Evidence), 6),
    binding(&[Key::Plain(Char('l'))], "l", "tui.key.later", Make::Mark(Mark::Later), 6),
    binding(&[Key::Plain(Char('c'))], "c", "tui.key.clear", Make::Mark(Mark::Clear), 0),
    binding(&[Key::Plain(Char('L'))], "L", "nav.key.tray", Make::Open(Open::Tray), 0),
    binding(&[Key::Plain(Char('z'))], "z", "tui.key.undo", Make::Mark(Mark::Undo), 7),
    binding(&[Key::Plain(Char('Z'))], "Z", "nav.key.redo", Make::Mark(Mark::Redo), 0),
    binding(&[Key::Plain(Char('v'))], "v", "tui.key.review", Make::Open(Open::Review), 6),
    binding(&[Key::Plain(Char('f'))], "f", "tui.key.finish", Make::Open(Open::Finish), 6),
    binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 3),
    binding(&[Key::Plain(Char('?'))], "?", "tui.key.help", Make::Open(Open::Help), 1),
    binding(ESCAPE, "esc", "", Make::Leave, 0),
];
/// What can be kept from any list or page, without leaving it.
pub(super) static CAPTURE: &[Binding] = &[
    internal(&[Key::Plain(Char('s')), Key::Ctrl('t')], "ctrl-t", "nav.key.scratch", Make::Scratch, 0),
    internal(&[Key::Plain(Char('"'))], "\"", "tui.key.quote", Make::Mark(Mark::Quote), 0),
    internal(&[Key::Plain(Char('!'))], "!", "tui.key.pain", Make::Mark(Mark::Pain), 0),
    internal(&[Key::Plain(Char('n'))], "n", "tui.key.note", Make::Mark(Mark::Note), 0),
    internal(&[Key::Plain(Char('T'))], "T", "nav.key.todo", Make::Mark(Mark::Todo), 0),
    internal(&[Key::Plain(Char('S'))], "S", "nav.key.tidy", Make::Open(Open::Tidy), 0),
    binding(&[Key::Plain(Char('L'))], "L", "nav.key.tray", Make::Open(Open::Tray), 0),
];
/// The scratch line.
pub(super) static SCRATCH: &[Binding] = &[
    binding(ENTER, "enter", "nav.key.keep", Make::Edit(|| Edit::Enter), 1),
    binding(ESCAPE, "esc", "nav.key.drop", Make::Leave, 2),
    binding(&[Key::Ctrl('s')], "ctrl-s", "", Make::Save, 0),
];
/// Sorting scratch lines.
pub(super) static TIDY: &[Binding] = &[
    binding(&[Key::Plain(Enter), Key::Plain(Char('a'))], "enter", "nav.key.answer", Make::Tidy(Becomes::Answer), 1),
    binding(&[Key::Plain(Char('A'))], "A", "nav.key.answer_stays", Make::Tidy(Becomes::AnswerOfSeveral), 3),
    binding(&[Key::Plain(Char('"'))], "\"", "tui.key.quote", Make::Tidy(Becomes::Quote), 2),
    binding(&[Key::Plain(Char('n'))], "n", "tui.key.note", Make::Tidy(Becomes::Note), 2),
    binding(&[Key::Plain(Char('t')), Key::Plain(Char('T'))], "t", "nav.key.todo", Make::Tidy(Becomes::Todo), 2),
    binding(&[Key::Plain(Char('d')), Key::Plain(Delete)], "d", "nav.key.drop", Make::Tidy(Becomes::Nothing), 2),
    binding(&[Key::Plain(Char('z')), Key::Ctrl('z')], "z", "tui.key.undo", Make::Mark(Mark::Undo), 3),
    binding(&[Key::Plain(Char('Z')), Key::Ctrl('y')], "Z", "nav.key.redo", Make::Mark(Mark::Redo), 0),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 4),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 4),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 1),
    binding(&[Key::Plain(Char('?'))], "?", "", Make::Open(Open::Help), 0),
    binding(&[Key::Plain(Char('s'))], "s", "", Make::Scratch, 0),
];
pub(super) static COMMON: &[Binding] = &[
    binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 4),
    binding(&[Key::Plain(Char('?'))], "?", "tui.key.help", Make::Open(Open::Help), 1),
    binding(&[Key::Plain(Char('f'))], "f", "tui.key.finish", Make::Open(Open::Finish), 2),
    binding(&[Key::Plain(Char('/'))], "/", "tui.key.jump", Make::Open(Open::Picker), 3),
];
pub(super) static EVIDENCE: &[Binding] = &[
    binding(&[Key::Plain(Tab)], "tab", "tui.key.evidence", Make::Edit(|| Edit::Tab), 3),
    binding(&[Key::Plain(BackTab)], "⇧tab", "", Make::Edit(|| Edit::BackTab), 0),
];
pub(super) static WALK: &[Binding] = &[
    binding(&[Key::Plain(Up)], "↑", "", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down)], "↓", "", Make::Edit(|| Edit::Down), 0),
];
pub(super) static LINES: &[Binding] = &[
    binding(
        &[Key::Alt(Enter), Key::Ctrl('j'), Key::CtrlPlain(Enter)],
        "alt-enter",
        "tui.key.new_line",
        Make::Edit(|| Edit::NewLine),
        6,
    ),
    binding(&[Key::Plain(Up)], "↑", "", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down)], "↓", "", Make::Edit(|| Edit::Down), 0),
];
pub(super) static FIELD: &[Binding] = &[
    binding(ESCAPE, "esc", "tui.key.leave", Make::Leave, 2),
    binding(&[Key::CtrlPlain(Left), Key::Alt(Left)], "ctrl-←", "", Make::Edit(|| Edit::WordLeft), 0),
    binding(&[Key::CtrlPlain(Right), Key::Alt(Right)], "ctrl-→", "tui.key.words", Make::Edit(|| Edit::WordRight), 0),
    binding(&[Key::Plain(Left)], "←", "", Make::Edit(|| Edit::Left), 0),
    binding(&[Key::Plain(Right)], "→", "", Make::Edit(|| Edit::Right), 0),
    binding(&[Key::Plain(Home), Key::Ctrl('a')], "home", "", Make::Edit(|| Edit::Start), 0),
    binding(&[Key::Plain(End), Key::Ctrl('e')], "end", "", Make::Edit(|| Edit::End), 0),
    binding(
        &[Key::Ctrl('w'), Key::CtrlPlain(Backspace), Key::Alt(Backspace)],
        "ctrl-w",
        "tui.key.erase_word",
        Make::Edit(|| Edit::EraseWord),
        0,
    ),
    binding(&[Key::Ctrl('u')], "ctrl-u", "tui.key.erase_line", Make::Edit(|| Edit::EraseLine), 0),
    binding(&[Key::Ctrl('k')], "ctrl-k", "nav.key.erase_rest", Make::Edit(|| Edit::EraseRest), 0),
    binding(&[Key::Ctrl('z')], "ctrl-z", "nav.key.field_undo", Make::Edit(|| Edit::Undo), 0),
    binding(&[Key::Ctrl('y')], "ctrl-y", "nav.key.field_redo", Make::Edit(|| Edit::Redo), 0),
    binding(&[Key::CtrlPlain(Home)], "ctrl-home", "nav.key.text_start", Make::Edit(|| Edit::TextStart), 0),
    binding(&[Key::CtrlPlain(End)], "ctrl-end", "nav.key.text_end", Make::Edit(|| Edit::TextEnd), 0),
    binding(&[Key::Plain(Backspace)], "⌫", "", Make::Edit(|| Edit::Erase), 0),
    binding(&[Key::Plain(Delete)], "del", "", Make::Edit(|| Edit::Delete), 0),
    binding(&[Key::Any], "a–z", "", Make::Insert, 0),
];
pub(super) static CELLS: &[Binding] = &[
    binding(&[Key::Plain(Tab)], "tab", "tui.key.cell_right", Make::Edit(|| Edit::Tab), 1),
    binding(ENTER, "enter", "tui.key.cell_down", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(BackTab)], "⇧tab", "tui.key.cell_left", Make::Edit(|| Edit::BackTab), 0),
    binding(&[Key::Plain(Up)], "↑", "", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down)], "↓", "", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(F(2))], "f2", "tui.key.cell_change", Make::Edit(|| Edit::Revise), 6),
    binding(&[Key::Ctrl('d')], "ctrl-d", "tui.key.cell_unknown", Make::Edit(|| Edit::CellUnknown), 3),
    binding(&[Key::Ctrl('n')], "ctrl-n", "tui.key.cell_na", Make::Edit(|| Edit::CellNotApplicable), 6),
    binding(&[Key::Ctrl('x')], "ctrl-x", "tui.key.remove_row", Make::Edit(|| Edit::RemoveRow), 5),
];
pub(super) static PROMPT: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.accept", Make::Edit(|| Edit::Enter), 1),
    binding(ESCAPE, "esc", "tui.key.cancel", Make::Leave, 2),
];
pub(super) static YES_NO: &[Binding] = &[
    binding(&[Key::Plain(Char('y'))], "y", "tui.key.yes", Make::Insert, 1),
    binding(&[Key::Plain(Char('n'))], "n", "tui.key.no", Make::Insert, 1),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 2),
    binding(ENTER, "enter", "", Make::Edit(|| Edit::Enter), 0),
];
pub(super) static PICKER: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.jump_here", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Up)], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 3),
    binding(&[Key::Plain(Down)], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 3),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 2),
];
pub(super) static REVIEW: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.jump_here", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 3),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 3),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 2),
];
pub(super) static SCROLL: &[Binding] = &[
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 2),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 2),
];
pub(super) static READING: &[Binding] = &[
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 1),
    binding(ENTER, "enter", "", Make::Edit(|| Edit::Enter), 0),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(Char('h'))], "h", "", Make::Leave, 0),
    binding(&[Key::Plain(Char('?'))], "?", "", Make::Open(Open::Help), 0),
    binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 3),
];
pub(super) static CONFIRM: &[Binding] = &[binding(ENTER, "enter", "tui.key.finish_now", Make::Edit(|| Edit::Enter), 1)];
pub(super) static AT_QUESTION: &[Binding] = &[
    binding(&[Key::Plain(PageDown)], "pgdn", "tui.key.skip", Make::Go(|| Go::Next), 0),
    binding(&[Key::Plain(PageUp)], "pgup", "tui.key.back", Make::Go(|| Go::Back), 0),
    binding(&[Key::Ctrl('d')], "ctrl-d", "tui.key.unknown", Make::Mark(Mark::Unknown), 3),
    binding(&[Key::Ctrl('z')], "ctrl-z", "tui.key.undo", Make::Mark(Mark::Undo), 0),
    binding(&[Key::Ctrl('y')], "ctrl-y", "nav.key.redo", Make::Mark(Mark::Redo), 0),
    binding(&[Key::Ctrl('o')], "ctrl-o", "nav.key.return", Make::Go(|| Go::Return), 0),
    binding(&[Key::Ctrl('g')], "ctrl-g", "tui.key.jump", Make::Open(Open::Picker), 0),
];
pub(super) static ALWAYS: &[Binding] = &[
    binding(&[Key::Ctrl('p')], "ctrl-p", "call.key.share", Make::Share, 4),
    binding(&[Key::Ctrl('s')], "ctrl-s", "tui.key.save", Make::Save, 0),
    internal(&[Key::Ctrl('t')], "ctrl-t", "nav.key.scratch", Make::Scratch, 0),
    binding(&[Key::Plain(F(1))], "f1", "tui.key.help", Make::Open(Open::Help), 1),
    binding(&[Key::Plain(F(8))], "f8", "safe.key.file", Make::File, 0),
    binding(&[Key::Plain(F(9))], "f9", "tui.key.suspend", Make::Suspend, 0),
];
pub(super) static END: &[Binding] = &[binding(&[Key::Ctrl('c')], "ctrl-c", "tui.key.quit", Make::Quit, 0)];
