//! Every key and what it means; the key bar and the help are made from the same list.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::evaluation::Standing;
use crate::interview::{Action, Edit, Go, Interview, Keys, Mark, Open};

/// One meaning and the keys that have it.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys.
    pub keys: &'static [Key],
    /// How they are written in the key bar and the help.
    pub name: &'static str,
    /// The text key of what it does.
    pub label: &'static str,
    /// What it does.
    make: Make,
    /// How much it deserves a place in the key bar: 1 most, 0 never.
    pub rank: u8,
    /// Whether it is left out where an owner answers alone.
    pub internal: bool,
}

/// A key, or a kind of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A key without Control or Alt.
    Plain(KeyCode),
    /// With Control.
    Ctrl(char),
    /// With Control, a named key.
    CtrlPlain(KeyCode),
    /// With Alt.
    Alt(KeyCode),
    /// Any digit.
    Digit,
    /// A character that begins a number.
    Figure,
    /// Any character.
    Any,
}

#[derive(Debug, Clone, Copy)]
enum Make {
    Edit(Edit0),
    Insert,
    Go(Go0),
    Mark(Mark),
    Open(Open),
    Engage,
    Leave,
    Save,
    Quit,
}

/// The edits without a text of their own.
type Edit0 = fn() -> Edit;
type Go0 = fn() -> Go;

impl Key {
    fn matches(self, event: &KeyEvent) -> bool {
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        match (self, event.code) {
            (Self::Ctrl(wanted), KeyCode::Char(typed)) => control && typed.eq_ignore_ascii_case(&wanted),
            (Self::CtrlPlain(wanted), code) => control && code == wanted,
            (Self::Alt(wanted), code) => alt && code == wanted,
            _ if control || alt => false,
            (Self::Plain(wanted), code) => code == wanted,
            (Self::Digit, KeyCode::Char(typed)) => typed.is_ascii_digit(),
            (Self::Figure, KeyCode::Char(typed)) => typed.is_ascii_digit() || "~.,-+".contains(typed),
            (Self::Any, KeyCode::Char(_)) => true,
            _ => false,
        }
    }
}

impl Binding {
    fn action(&self, event: &KeyEvent) -> Action {
        match self.make {
            Make::Edit(edit) => Action::Edit(edit()),
            Make::Insert => Action::Edit(Edit::Insert(match event.code {
                KeyCode::Char(typed) => typed.to_string(),
                _ => String::new(),
            })),
            Make::Go(go) => Action::Go(go()),
            Make::Mark(mark) => Action::Mark(mark),
            Make::Open(open) => Action::Open(open),
            Make::Engage => Action::Engage,
            Make::Leave => Action::Leave,
            Make::Save => Action::Save,
            Make::Quit => Action::Quit,
        }
    }
}

/// What a key means among these bindings.
pub fn action(bindings: &[&'static Binding], event: &KeyEvent) -> Option<Action> {
    let binding = bindings.iter().find(|binding| binding.keys.iter().any(|key| key.matches(event)))?;
    Some(binding.action(event))
}

/// The keys that mean something just now, the first match winning.
pub fn bindings(interview: &Interview) -> Vec<&'static Binding> {
    let open = interview.evaluation().standing(&interview.question().id) == Standing::Open;
    let editor = interview.editor();
    let parts: &[&[Binding]] = match interview.keys() {
        Keys::Choosing if matches!(editor, crate::interview::Editor::Grid(_)) => &[GRID, COMMANDS, AT_QUESTION, ALWAYS],
        Keys::Choosing if matches!(editor, crate::interview::Editor::Many(_)) => {
            &[TICK, CHOOSE, COMMANDS, AT_QUESTION, ALWAYS]
        }
        Keys::Choosing => &[CHOOSE, COMMANDS, AT_QUESTION, ALWAYS],
        Keys::Ready if editor.is_written() && open => &[WRITE, READY, COMMANDS, AT_QUESTION, ALWAYS],
        Keys::Ready if editor.is_written() => &[NEXT, READY, COMMANDS, AT_QUESTION, ALWAYS],
        Keys::Ready => &[FIGURES, NEXT, READY, COMMANDS, AT_QUESTION, ALWAYS],
        Keys::Writing if matches!(editor, crate::interview::Editor::Number(_)) => {
            &[STORE, EVIDENCE, FIELD, AT_QUESTION, ALWAYS]
        }
        Keys::Writing if matches!(editor, crate::interview::Editor::List(_)) => &[ENTRY, FIELD, AT_QUESTION, ALWAYS],
        Keys::Writing => &[STORE, LINES, FIELD, AT_QUESTION, ALWAYS],
        Keys::Cells => &[CELLS, FIELD, AT_QUESTION, ALWAYS],
        Keys::Prompt => &[PROMPT, FIELD, ALWAYS],
        Keys::YesNo => &[YES_NO, ALWAYS],
        Keys::Picker => &[PICKER, FIELD, ALWAYS],
        Keys::Review => &[REVIEW, COMMON, ALWAYS],
        Keys::Reading => &[READING, ALWAYS],
        Keys::Confirm => &[CONFIRM, READING, ALWAYS],
    };
    collect(parts, interview.is_self())
}

/// The keys of the first screen: its list, or its form.
pub fn home_bindings(form: bool) -> Vec<&'static Binding> {
    if form { collect(&[HOME_FORM, FIELD, ALWAYS], false) } else { collect(&[HOME, ALWAYS], false) }
}

/// All keys for the help, by heading.
pub fn help_sections(is_self: bool) -> Vec<(&'static str, Vec<&'static Binding>)> {
    let sections: [(&'static str, &[&[Binding]]); 6] = [
        ("tui.help.question", &[NEXT, COMMANDS]),
        ("tui.help.choices", &[CHOOSE, TICK]),
        ("tui.help.field", &[STORE, WRITE, READY, EVIDENCE, LINES, FIELD]),
        ("tui.help.table", &[CELLS]),
        ("tui.help.grid", &[GRID]),
        ("tui.help.always", &[AT_QUESTION, ALWAYS]),
    ];
    let listed = |parts: &[&'static [Binding]]| {
        collect(parts, is_self).into_iter().filter(|binding| !binding.label.is_empty()).collect()
    };
    sections.into_iter().map(|(heading, parts)| (heading, listed(parts))).collect()
}

fn collect(parts: &[&'static [Binding]], is_self: bool) -> Vec<&'static Binding> {
    parts.iter().flat_map(|part| part.iter()).filter(|binding| !(binding.internal && is_self)).collect()
}

const fn binding(keys: &'static [Key], name: &'static str, label: &'static str, make: Make, rank: u8) -> Binding {
    Binding { keys, name, label, make, rank, internal: false }
}

const fn internal(keys: &'static [Key], name: &'static str, label: &'static str, make: Make, rank: u8) -> Binding {
    Binding { keys, name, label, make, rank, internal: true }
}

use KeyCode::{
    BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

const ENTER: &[Key] = &[Key::Plain(Enter)];
const ESCAPE: &[Key] = &[Key::Plain(Esc)];

static NEXT: &[Binding] = &[binding(ENTER, "enter", "tui.key.next", Make::Edit(|| Edit::Enter), 1)];
static WRITE: &[Binding] = &[binding(ENTER, "enter", "tui.key.write", Make::Edit(|| Edit::Enter), 1)];
static STORE: &[Binding] = &[binding(ENTER, "enter", "tui.key.store", Make::Edit(|| Edit::Enter), 1)];
static ENTRY: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.entry", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Up)], "↑", "", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down)], "↓", "", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Ctrl('x')], "ctrl-x", "tui.key.remove_entry", Make::Edit(|| Edit::RemoveRow), 4),
];
static FIGURES: &[Binding] = &[
    binding(&[Key::Figure], "0–9", "tui.key.figure", Make::Insert, 2),
    binding(&[Key::Plain(Tab)], "tab", "tui.key.evidence", Make::Edit(|| Edit::Tab), 0),
];
static READY: &[Binding] = &[
    binding(&[Key::Plain(Char('i'))], "i", "tui.key.change", Make::Engage, 5),
    binding(&[Key::Plain(Char('0'))], "0", "tui.key.no_rows", Make::Mark(Mark::NoRows), 0),
    binding(&[Key::Plain(Up), Key::Plain(Down)], "↑ ↓", "", Make::Edit(|| Edit::Down), 0),
];
static CHOOSE: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.next", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Digit], "0–9", "tui.key.choose", Make::Insert, 2),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑ k", "tui.key.up", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓ j", "tui.key.down", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(Char(' '))], "space", "tui.key.take", Make::Insert, 0),
];
static TICK: &[Binding] = &[binding(&[Key::Plain(Char(' '))], "space", "tui.key.tick", Make::Insert, 3)];
static GRID: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.next", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Digit], "0–9", "tui.key.rate", Make::Insert, 2),
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
static COMMANDS: &[Binding] = &[
    binding(&[Key::Plain(Backspace), Key::Plain(Char('['))], "⌫", "tui.key.back", Make::Go(|| Go::Back), 2),
    binding(&[Key::Plain(Char(']'))], "]", "tui.key.skip", Make::Go(|| Go::Next), 0),
    binding(&[Key::Plain(Char('u'))], "u", "tui.key.unknown", Make::Mark(Mark::Unknown), 2),
    binding(&[Key::Plain(Char('x'))], "x", "tui.key.na", Make::Mark(Mark::NotApplicable), 3),
    binding(&[Key::Plain(Char('o'))], "o", "tui.key.owed", Make::Mark(Mark::Owed), 4),
    binding(&[Key::Plain(Char('/'))], "/", "tui.key.jump", Make::Open(Open::Picker), 3),
    binding(&[Key::Plain(Char('g'))], "g", "tui.key.next_open", Make::Go(|| Go::NextOpen), 5),
    internal(&[Key::Plain(Char('b'))], "b", "tui.key.best", Make::Go(|| Go::Best), 5),
    internal(&[Key::Plain(Char('h'))], "h", "tui.key.hints", Make::Open(Open::Hints), 5),
    internal(&[Key::Plain(Char('"'))], "\"", "tui.key.quote", Make::Mark(Mark::Quote), 5),
    internal(&[Key::Plain(Char('!'))], "!", "tui.key.pain", Make::Mark(Mark::Pain), 5),
    internal(&[Key::Plain(Char('n'))], "n", "tui.key.note", Make::Mark(Mark::Note), 5),
    binding(&[Key::Plain(Char('e'))], "e", "tui.key.evidence", Make::Mark(Mark::Evidence), 6),
    binding(&[Key::Plain(Char('l'))], "l", "tui.key.later", Make::Mark(Mark::Later), 6),
    binding(&[Key::Plain(Char('c'))], "c", "tui.key.clear", Make::Mark(Mark::Clear), 0),
    binding(&[Key::Plain(Char('z'))], "z", "tui.key.undo", Make::Mark(Mark::Undo), 7),
    binding(&[Key::Plain(Char('v'))], "v", "tui.key.review", Make::Open(Open::Review), 6),
    binding(&[Key::Plain(Char('f'))], "f", "tui.key.finish", Make::Open(Open::Finish), 6),
    binding(&[Key::Plain(Char('s'))], "s", "tui.key.save", Make::Save, 0),
    binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 3),
    binding(&[Key::Plain(Char('?'))], "?", "tui.key.help", Make::Open(Open::Help), 1),
];
static COMMON: &[Binding] = &[
    binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 4),
    binding(&[Key::Plain(Char('?'))], "?", "tui.key.help", Make::Open(Open::Help), 1),
    binding(&[Key::Plain(Char('f'))], "f", "tui.key.finish", Make::Open(Open::Finish), 2),
    binding(&[Key::Plain(Char('/'))], "/", "tui.key.jump", Make::Open(Open::Picker), 3),
];
static EVIDENCE: &[Binding] = &[
    binding(&[Key::Plain(Tab)], "tab", "tui.key.evidence", Make::Edit(|| Edit::Tab), 3),
    binding(&[Key::Plain(BackTab)], "⇧tab", "", Make::Edit(|| Edit::BackTab), 0),
];
static LINES: &[Binding] = &[
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
static FIELD: &[Binding] = &[
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
    binding(&[Key::Plain(Backspace)], "⌫", "", Make::Edit(|| Edit::Erase), 0),
    binding(&[Key::Plain(Delete)], "del", "", Make::Edit(|| Edit::Delete), 0),
    binding(&[Key::Any], "a–z", "", Make::Insert, 0),
];
static CELLS: &[Binding] = &[
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
static PROMPT: &[Binding] = &[binding(ENTER, "enter", "tui.key.accept", Make::Edit(|| Edit::Enter), 1)];
static YES_NO: &[Binding] = &[
    binding(&[Key::Plain(Char('y'))], "y", "tui.key.yes", Make::Insert, 1),
    binding(&[Key::Plain(Char('n'))], "n", "tui.key.no", Make::Insert, 1),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 2),
    binding(ENTER, "enter", "", Make::Edit(|| Edit::Enter), 0),
];
static PICKER: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.jump_here", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Up)], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 3),
    binding(&[Key::Plain(Down)], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 3),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 2),
];
static REVIEW: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.jump_here", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 3),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 3),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 2),
];
static READING: &[Binding] = &[
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 1),
    binding(ENTER, "enter", "", Make::Edit(|| Edit::Enter), 0),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "", Make::Edit(|| Edit::Up), 0),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "", Make::Edit(|| Edit::Down), 0),
    binding(&[Key::Plain(Char('h'))], "h", "", Make::Leave, 0),
    binding(&[Key::Plain(Char('?'))], "?", "", Make::Open(Open::Help), 0),
    binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 3),
];
static CONFIRM: &[Binding] = &[binding(ENTER, "enter", "tui.key.finish_now", Make::Edit(|| Edit::Enter), 1)];
static HOME: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.resume", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Char('n'))], "n", "tui.key.new", Make::Engage, 1),
    binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 3),
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 3),
    binding(&[Key::Plain(Char('q')), Key::Plain(Esc)], "q", "tui.key.quit", Make::Quit, 2),
];
static HOME_FORM: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.next_field", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Tab), Key::Plain(Down)], "tab", "", Make::Edit(|| Edit::Tab), 0),
    binding(&[Key::Plain(BackTab), Key::Plain(Up)], "⇧tab", "tui.key.field_before", Make::Edit(|| Edit::BackTab), 3),
    binding(&[Key::Plain(Char(' '))], "space", "tui.key.switch", Make::Insert, 3),
    binding(ESCAPE, "esc", "tui.key.close", Make::Leave, 2),
];
static AT_QUESTION: &[Binding] = &[
    binding(&[Key::Plain(PageDown)], "pgdn", "tui.key.skip", Make::Go(|| Go::Next), 0),
    binding(&[Key::Plain(PageUp)], "pgup", "tui.key.back", Make::Go(|| Go::Back), 0),
    binding(&[Key::Ctrl('d')], "ctrl-d", "tui.key.unknown", Make::Mark(Mark::Unknown), 3),
    binding(&[Key::Ctrl('z')], "ctrl-z", "tui.key.undo", Make::Mark(Mark::Undo), 0),
    binding(&[Key::Ctrl('g')], "ctrl-g", "tui.key.jump", Make::Open(Open::Picker), 0),
];
static ALWAYS: &[Binding] = &[
    binding(&[Key::Ctrl('s')], "ctrl-s", "tui.key.save", Make::Save, 0),
    binding(&[Key::Plain(F(1))], "f1", "tui.key.help", Make::Open(Open::Help), 1),
    binding(&[Key::Ctrl('c')], "ctrl-c", "tui.key.quit", Make::Quit, 0),
];
