//! The keys of the list of accounts.

use crossterm::event::KeyCode::{
    BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use super::tables::{FIELD, binding};
use super::{Binding, Key, Make};
use crate::interview::{AccountAct, AccountsKeys, Edit, Filter, Mark, Open};

const ENTER: &[Key] = &[Key::Plain(Enter)];
const CLOSE: Binding = binding(&[Key::Plain(Esc)], "esc", "tui.key.close", Make::Leave, 2);
const ARROW_UP: Binding = binding(&[Key::Plain(Up)], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 6);
const ARROW_DOWN: Binding = binding(&[Key::Plain(Down)], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 6);
const UP: Binding = binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 7);
const DOWN: Binding =
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 7);
const HELP: Binding = binding(&[Key::Plain(Char('?'))], "?", "tui.key.help", Make::Open(Open::Help), 5);
const QUIT: Binding = binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 8);

const fn act(keys: &'static [Key], name: &'static str, label: &'static str, act: AccountAct, rank: u8) -> Binding {
    binding(keys, name, label, Make::Account(act), rank)
}

const fn show(keys: &'static [Key], name: &'static str, label: &'static str, filter: Filter) -> Binding {
    act(keys, name, label, AccountAct::Show(filter), 0)
}

/// From a question to the list, where the assessment asks for one.
pub(super) static OPEN: &[Binding] =
    &[binding(&[Key::Plain(Char('a'))], "a", "accounts.key.accounts", Make::Open(Open::Accounts), 5)];

/// The same where the question is about the list itself.
pub(super) static OPEN_HERE: &[Binding] =
    &[binding(&[Key::Plain(Char('a'))], "a", "accounts.key.accounts", Make::Open(Open::Accounts), 1)];

static CHOOSE: &[Binding] = &[
    binding(ENTER, "enter", "accounts.key.take", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Tab)], "tab", "accounts.key.complete", Make::Edit(|| Edit::Tab), 1),
    ARROW_UP,
    ARROW_DOWN,
    binding(&[Key::Plain(BackTab)], "⇧tab", "", Make::Edit(|| Edit::BackTab), 0),
    CLOSE,
];
static COLUMNS: &[Binding] = &[
    binding(ENTER, "enter", "accounts.key.rank", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Right)], "→", "accounts.key.next_heading", Make::Edit(|| Edit::Right), 1),
    binding(&[Key::Plain(Left)], "←", "accounts.key.heading_before", Make::Edit(|| Edit::Left), 3),
    ARROW_UP,
    ARROW_DOWN,
    act(&[Key::Plain(Delete), Key::Plain(Backspace)], "del", "accounts.key.no_column", AccountAct::NoColumn, 2),
    act(&[Key::Plain(Tab)], "tab", "accounts.key.encoding", AccountAct::Encoding, 4),
    binding(&[Key::Plain(Esc)], "esc", "accounts.key.other_file", Make::Leave, 2),
    binding(&[Key::Any], "a–z", "accounts.key.find_heading", Make::Insert, 0),
];
static READING: &[Binding] = &[
    binding(&[Key::Plain(Esc), Key::Plain(Enter)], "esc", "accounts.key.go_on", Make::Leave, 1),
    act(&[Key::Plain(Char('x'))], "x", "accounts.key.stop", AccountAct::Stop, 2),
    HELP,
    QUIT,
];
/// The ranked list.
pub(super) static LIST: &[Binding] = &[
    binding(ENTER, "enter", "accounts.key.look", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Right)], "→", "accounts.key.next_list", Make::Edit(|| Edit::Right), 2),
    binding(&[Key::Plain(Left)], "←", "accounts.key.list_before", Make::Edit(|| Edit::Left), 0),
    act(&[Key::Plain(Char('/'))], "/", "accounts.key.search", AccountAct::Search, 2),
    act(&[Key::Plain(Char('e'))], "e", "accounts.key.hand_over", AccountAct::HandOver, 3),
    act(&[Key::Plain(Char('i'))], "i", "accounts.key.remarks", AccountAct::Remarks, 4),
    act(&[Key::Plain(Char('g'))], "g", "accounts.key.rank_again", AccountAct::RankAgain, 5),
    act(&[Key::Plain(Char('o'))], "o", "accounts.key.other_list", AccountAct::OtherList, 5),
    show(&[Key::Plain(Char('0')), Key::Plain(Char('*'))], "0", "accounts.key.show_all", Filter::All),
    show(&[Key::Plain(Char('a'))], "a", "accounts.key.show_a", Filter::A),
    show(&[Key::Plain(Char('b'))], "b", "accounts.key.show_b", Filter::B),
    show(&[Key::Plain(Char('c'))], "c", "accounts.key.show_c", Filter::C),
    show(&[Key::Plain(Char('d'))], "d", "accounts.key.show_needs_data", Filter::NeedsData),
    show(&[Key::Plain(Char('m'))], "m", "accounts.key.show_below_minimum", Filter::BelowMinimum),
    show(&[Key::Plain(Char('w'))], "w", "accounts.key.show_with_room", Filter::WithRoom),
    show(&[Key::Plain(Char('r'))], "r", "accounts.key.show_of_rivals", Filter::OfRivals),
    UP,
    DOWN,
    act(&[Key::Plain(Home)], "home", "", AccountAct::First, 0),
    act(&[Key::Plain(End)], "end", "", AccountAct::Last, 0),
    act(&[Key::Plain(PageUp)], "pgup", "", AccountAct::PageUp, 0),
    act(&[Key::Plain(PageDown)], "pgdn", "", AccountAct::PageDown, 0),
    binding(&[Key::Plain(Char('z')), Key::Ctrl('z')], "z", "", Make::Mark(Mark::Undo), 0),
    binding(&[Key::Plain(Char('Z')), Key::Ctrl('y')], "Z", "", Make::Mark(Mark::Redo), 0),
    CLOSE,
    HELP,
    QUIT,
];
static SEARCH: &[Binding] = &[
    binding(ENTER, "enter", "accounts.key.searched", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Esc)], "esc", "accounts.key.search_over", Make::Leave, 2),
    ARROW_UP,
    ARROW_DOWN,
];
static DETAIL: &[Binding] = &[
    binding(&[Key::Plain(Right)], "→", "accounts.key.next_account", Make::Edit(|| Edit::Right), 1),
    binding(&[Key::Plain(Left)], "←", "accounts.key.account_before", Make::Edit(|| Edit::Left), 2),
    UP,
    DOWN,
    binding(&[Key::Plain(Esc), Key::Plain(Enter)], "esc", "accounts.key.to_list", Make::Leave, 1),
    HELP,
    QUIT,
];
static REMARKS: &[Binding] = &[
    UP,
    DOWN,
    binding(&[Key::Plain(Esc), Key::Plain(Enter)], "esc", "accounts.key.to_list", Make::Leave, 1),
    HELP,
    QUIT,
];

/// The keys on what is open of the list, the first match winning.
pub(super) fn parts(keys: AccountsKeys) -> Vec<&'static [Binding]> {
    match keys {
        AccountsKeys::Choose => vec![CHOOSE, FIELD],
        AccountsKeys::Columns => vec![COLUMNS],
        AccountsKeys::Reading => vec![READING],
        AccountsKeys::List => vec![LIST],
        AccountsKeys::Search => vec![SEARCH, FIELD],
        AccountsKeys::Detail => vec![DETAIL],
        AccountsKeys::Remarks => vec![REMARKS],
    }
}
