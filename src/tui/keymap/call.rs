//! The keys of a live call: those that open its screens, and those on them.

use crossterm::event::KeyCode::{BackTab, Backspace, Char, Down, Enter, Esc, Left, Right, Tab, Up};

use super::tables::{FIELD, binding, internal};
use super::{Binding, Key, Make};
use crate::interview::{CallKeys, CallScreen, Edit, Mark, Open};

const fn open(screen: CallScreen) -> Make {
    Make::Open(Open::Call(screen))
}

/// From a question to the screens of the call.
pub(super) static SCREENS: &[Binding] = &[
    binding(&[Key::Plain(Char('p'))], "p", "call.key.clock", open(CallScreen::Clock), 7),
    binding(&[Key::Plain(Char('r'))], "r", "call.key.route", open(CallScreen::Routes), 0),
    binding(&[Key::Plain(Char('R'))], "R", "call.key.reveal", open(CallScreen::Reveal), 8),
    binding(&[Key::Plain(Char('A'))], "A", "call.key.agreement", open(CallScreen::Agreement), 8),
    internal(&[Key::Plain(Char('W'))], "W", "call.key.swot", open(CallScreen::Swot), 0),
    internal(&[Key::Plain(Char('='))], "=", "call.key.why", open(CallScreen::Why), 7),
    binding(&[Key::Plain(Char('P'))], "P", "call.key.preview", open(CallScreen::Preview), 0),
    binding(&[Key::Plain(Char('F')), Key::Ctrl('f')], "F", "systems.key.picture", open(CallScreen::Picture), 0),
    binding(&[Key::Plain(Char('N'))], "N", "systems.key.add", open(CallScreen::Adding), 0),
];

/// Where a questionnaire ends and another one is suggested.
pub(super) static GO_ON: &[Binding] = &[binding(&[Key::Plain(Char('N'))], "N", "systems.key.go_on", Make::GoOn, 1)];

/// The page of how it looks so far, from within a table.
pub(super) static LOOK: &[Binding] =
    &[binding(&[Key::Ctrl('f')], "ctrl-f", "systems.key.picture", open(CallScreen::Picture), 4)];

/// Where rules are proposed.
pub(super) static USUAL: &[Binding] =
    &[binding(&[Key::Plain(Char('y'))], "y", "systems.key.usual", Make::Mark(Mark::Usual), 1)];

/// From a question back to the screen it was left for.
pub(super) static RETURN: &[Binding] = &[binding(&[Key::Plain(Esc)], "esc", "call.key.return", Make::Leave, 1)];

/// What the program is asked once the report is there.
pub(super) static FINISHED: &[Binding] = &[
    binding(&[Key::Plain(Char('o'))], "o", "call.key.open", Make::Insert, 1),
    binding(&[Key::Plain(Char('y'))], "y", "call.key.copy", Make::Insert, 1),
    binding(&[Key::Plain(Char('P'))], "P", "call.key.preview", Make::Insert, 2),
];

/// Before finishing: the next step, another look, the report as it would be.
pub(super) static CLOSING: &[Binding] = &[
    binding(&[Key::Plain(Char('d'))], "d", "call.key.next_step", Make::Insert, 1),
    binding(&[Key::Plain(Char('v'))], "v", "tui.key.review", Make::Insert, 2),
    binding(&[Key::Plain(Char('P'))], "P", "call.key.preview", Make::Insert, 3),
];

const CLOSE: Binding = binding(&[Key::Plain(Esc)], "esc", "tui.key.close", Make::Leave, 2);
const UP: Binding = binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 4);
const DOWN: Binding =
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 4);

const fn on_enter(label: &'static str) -> Binding {
    binding(&[Key::Plain(Enter)], "enter", label, Make::Edit(|| Edit::Enter), 1)
}

const fn typed(key: &'static [Key], name: &'static str, label: &'static str, rank: u8) -> Binding {
    binding(key, name, label, Make::Insert, rank)
}

static PACE: &[Binding] = &[
    on_enter("call.key.on"),
    typed(&[Key::Plain(Char('p'))], "p", "call.key.pause", 2),
    typed(&[Key::Plain(Char('r'))], "r", "call.key.route", 2),
    typed(&[Key::Plain(Char('o'))], "o", "call.key.opening", 3),
    CLOSE,
];
static OPENING: &[Binding] = &[
    on_enter("call.key.begin"),
    typed(&[Key::Plain(Char('y')), Key::Plain(Char(' '))], "y", "call.key.consent", 1),
    typed(&[Key::Plain(Char('n'))], "n", "call.key.no_consent", 2),
    CLOSE,
];
static ROUTES: &[Binding] =
    &[on_enter("call.key.take_route"), typed(&[Key::Digit], "digit", "tui.key.choose", 2), UP, DOWN, CLOSE];
static REVEAL: &[Binding] = &[
    on_enter("call.key.react"),
    binding(&[Key::Plain(Right), Key::Plain(Char('l'))], "→", "call.key.next_fact", Make::Edit(|| Edit::Right), 1),
    binding(&[Key::Plain(Left), Key::Plain(Char('h'))], "←", "call.key.fact_before", Make::Edit(|| Edit::Left), 3),
    typed(&[Key::Plain(Char('d'))], "d", "call.key.dispute", 1),
    typed(&[Key::Plain(Char(' '))], "space", "", 0),
    CLOSE,
];
static WORDS: &[Binding] = &[on_enter("tui.key.accept")];
static AGREEMENT: &[Binding] = &[
    binding(&[Key::Plain(Left), Key::Plain(Char('h'))], "←", "call.key.less", Make::Edit(|| Edit::Left), 1),
    binding(&[Key::Plain(Right), Key::Plain(Char('l'))], "→", "call.key.more", Make::Edit(|| Edit::Right), 1),
    typed(&[Key::Plain(Char('y'))], "y", "call.key.agreed", 1),
    typed(&[Key::Plain(Char('p'))], "p", "call.key.partly", 1),
    typed(&[Key::Plain(Char('n'))], "n", "call.key.not_agreed", 1),
    typed(&[Key::Digit], "0–4", "call.key.level", 3),
    UP,
    DOWN,
    on_enter("call.key.on"),
    CLOSE,
];
static WHY_LIST: &[Binding] = &[on_enter("call.key.explain"), UP, DOWN, CLOSE];
static WHY: &[Binding] = &[
    on_enter("tui.key.jump_here"),
    binding(&[Key::Plain(Left), Key::Plain(Backspace)], "←", "tui.key.back", Make::Edit(|| Edit::Left), 2),
    UP,
    DOWN,
    binding(&[Key::Plain(Esc)], "esc", "call.key.to_list", Make::Leave, 2),
];
static SWOT: &[Binding] = &[
    on_enter("call.key.take"),
    typed(&[Key::Plain(Char('e'))], "e", "call.key.change", 1),
    typed(&[Key::Plain(Char('d'))], "d", "call.key.drop", 1),
    typed(&[Key::Plain(Char('t')), Key::Plain(Char(' '))], "t", "", 0),
    UP,
    DOWN,
    CLOSE,
];
static NEXT_STEP: &[Binding] = &[
    on_enter("tui.key.next_field"),
    binding(&[Key::Plain(Tab), Key::Plain(Down)], "tab", "", Make::Edit(|| Edit::Tab), 0),
    binding(&[Key::Plain(BackTab), Key::Plain(Up)], "⇧tab", "tui.key.field_before", Make::Edit(|| Edit::BackTab), 3),
    CLOSE,
];
static PREVIEW: &[Binding] = &[
    typed(&[Key::Plain(Char(' '))], "space", "call.key.page", 1),
    typed(&[Key::Plain(Char('b'))], "b", "call.key.page_back", 3),
    internal(&[Key::Plain(Char('i'))], "i", "call.key.internal", Make::Insert, 2),
    UP,
    DOWN,
    on_enter(""),
    CLOSE,
];
static PICTURE: &[Binding] = &[
    on_enter("tui.key.close"),
    typed(&[Key::Plain(Char('f'))], "f", "tui.key.finish", 1),
    typed(&[Key::Plain(Char('v'))], "v", "tui.key.review", 2),
    UP,
    DOWN,
    CLOSE,
];
static ADDING: &[Binding] =
    &[on_enter("systems.key.add_it"), typed(&[Key::Digit], "digit", "tui.key.choose", 2), UP, DOWN, CLOSE];

/// The keys on a screen of the call, the first match winning.
pub(super) fn parts(keys: CallKeys) -> Vec<&'static [Binding]> {
    match keys {
        CallKeys::Pace => vec![PACE],
        CallKeys::Opening => vec![OPENING],
        CallKeys::Routes => vec![ROUTES],
        CallKeys::Reveal => vec![REVEAL],
        CallKeys::Words => vec![WORDS, FIELD],
        CallKeys::Agreement => vec![AGREEMENT],
        CallKeys::WhyList => vec![WHY_LIST],
        CallKeys::Why => vec![WHY],
        CallKeys::Swot => vec![SWOT],
        CallKeys::NextStep => vec![NEXT_STEP, FIELD],
        CallKeys::Preview => vec![PREVIEW],
        CallKeys::Picture => vec![PICTURE],
        CallKeys::Adding => vec![ADDING],
    }
}
