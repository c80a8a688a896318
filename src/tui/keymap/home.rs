//! The keys of the first screen.

use crossterm::event::KeyCode::{BackTab, Char, Delete, Down, End, Enter, Esc, F, Home, PageDown, PageUp, Tab, Up};

use super::tables::{self, ENTER, ESCAPE, FIELD, binding};
use super::{Binding, Bound, Key, Keymap, Make};
use crate::interview::{Edit, HomeAction, HomeKeys};

const fn ask(keys: &'static [Key], name: &'static str, label: &'static str, action: HomeAction, rank: u8) -> Binding {
    binding(keys, name, label, Make::Home(action), rank)
}

/// The list.
pub(super) static LIST: &[Binding] = &[
    binding(ENTER, "enter", "comfort.key.resume", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Char('n'))], "n", "comfort.key.new", Make::Engage, 1),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑ k", "tui.key.up", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓ j", "tui.key.down", Make::Edit(|| Edit::Down), 0),
    ask(&[Key::Plain(Home), Key::Plain(Char('g'))], "home g", "comfort.key.first", HomeAction::First, 0),
    ask(&[Key::Plain(End), Key::Plain(Char('G'))], "end G", "comfort.key.last", HomeAction::Last, 0),
    ask(&[Key::Plain(PageUp)], "pgup", "comfort.key.page_up", HomeAction::PageUp, 0),
    ask(&[Key::Plain(PageDown)], "pgdn", "comfort.key.page_down", HomeAction::PageDown, 0),
    ask(&[Key::Plain(Char('/'))], "/", "comfort.key.search", HomeAction::Search, 2),
    ask(&[Key::Plain(Char('s'))], "s", "comfort.key.sort", HomeAction::Sort, 3),
    ask(&[Key::Plain(Char('f'))], "f", "comfort.key.by_status", HomeAction::ByStatus, 3),
    ask(&[Key::Plain(Char('t'))], "t", "comfort.key.by_questionnaire", HomeAction::ByQuestionnaire, 5),
    ask(&[Key::Plain(Char('r'))], "r", "comfort.key.rename", HomeAction::Rename, 4),
    ask(&[Key::Plain(Char('a')), Key::Plain(Delete)], "a", "comfort.key.archive", HomeAction::Archive, 4),
    ask(&[Key::Plain(Char('A'))], "A", "comfort.key.archived", HomeAction::ShowArchived, 5),
    ask(&[Key::Plain(Char('z')), Key::Plain(Char('u'))], "z", "tui.key.undo", HomeAction::Undo, 5),
    ask(&[Key::Plain(F(1)), Key::Plain(Char('?'))], "?", "tui.key.help", HomeAction::Help, 1),
    binding(ESCAPE, "esc", "", Make::Leave, 0),
    binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 2),
    binding(&[Key::Ctrl('z')], "ctrl-z", "tui.key.suspend", Make::Suspend, 0),
];
/// The form for a new assessment.
pub(super) static FORM: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.next_field", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Tab)], "tab", "", Make::Edit(|| Edit::Tab), 0),
    binding(&[Key::Plain(BackTab)], "⇧tab", "tui.key.field_before", Make::Edit(|| Edit::BackTab), 3),
    binding(&[Key::Plain(Up)], "↑", "", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down)], "↓", "", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(Char(' '))], "space", "tui.key.switch", Make::Insert, 3),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 2),
];
/// One line to be typed: what is searched for, a new name.
pub(super) static LINE: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.accept", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Up)], "↑", "", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down)], "↓", "", Make::Edit(|| Edit::Down), 0),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 2),
];
/// The help of the first screen.
static HELP: &[Binding] = &[
    binding(
        &[Key::Plain(Esc), Key::Plain(Enter), Key::Plain(Char('?')), Key::Plain(Char('q'))],
        "esc",
        "tui.key.close",
        Make::Leave,
        1,
    ),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑ k", "tui.key.up", Make::Edit(|| Edit::Up), 2),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓ j", "tui.key.down", Make::Edit(|| Edit::Down), 2),
];
/// What holds on the whole of the first screen.
pub(super) static ALWAYS: &[Binding] = &[
    binding(&[Key::Ctrl('p')], "ctrl-p", "call.key.share", Make::Share, 4),
    binding(&[Key::Plain(F(9))], "f9", "tui.key.suspend", Make::Suspend, 0),
];

/// The keys of the first screen.
pub fn home_bindings(keys: HomeKeys, keymap: &Keymap) -> Vec<Bound> {
    let parts: &[&'static [Binding]] = match keys {
        HomeKeys::List => &[LIST, ALWAYS, tables::END],
        HomeKeys::Form => &[FORM, FIELD, ALWAYS, tables::END],
        HomeKeys::Line => &[LINE, FIELD, ALWAYS, tables::END],
        HomeKeys::Help => &[HELP, ALWAYS, tables::END],
    };
    keymap.bound(parts, false)
}
