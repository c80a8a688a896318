//! The keys of goals, options and plan.

use crossterm::event::KeyCode::{BackTab, Backspace, Char, Down, Enter, Esc, Left, Right, Tab, Up};

use super::tables::binding;
use super::{Binding, Key, Make};
use crate::interview::{Edit, GoalAct, Mark, Open};

const ENTER: &[Key] = &[Key::Plain(Enter)];
const UP: Binding = binding(&[Key::Plain(Up), Key::Plain(Char('k'))], "↑", "tui.key.up", Make::Edit(|| Edit::Up), 6);
const DOWN: Binding =
    binding(&[Key::Plain(Down), Key::Plain(Char('j'))], "↓", "tui.key.down", Make::Edit(|| Edit::Down), 6);

pub(super) static GOALS: &[Binding] = &[
    binding(&[Key::Plain(Char('a'))], "a", "goals.key.add", Make::Goal(GoalAct::Add), 1),
    binding(ENTER, "enter", "goals.key.change", Make::Edit(|| Edit::Enter), 2),
    binding(&[Key::Plain(Char('p'))], "p", "goals.key.agree", Make::Goal(GoalAct::Agree), 2),
    binding(&[Key::Plain(Char('='))], "=", "goals.key.explain", Make::Goal(GoalAct::Explain), 3),
    binding(&[Key::Plain(Char('r'))], "r", "goals.key.close_goal", Make::Goal(GoalAct::Result), 4),
    binding(&[Key::Plain(Char('x'))], "x", "goals.key.abandon", Make::Goal(GoalAct::Abandon), 5),
    UP,
    DOWN,
];
pub(super) static OPTIONS: &[Binding] =
    &[binding(ENTER, "enter", "goals.key.choose", Make::Edit(|| Edit::Enter), 1), UP, DOWN];
pub(super) static PLAN: &[Binding] = &[
    binding(&[Key::Plain(Left)], "←", "goals.key.earlier", Make::Goal(GoalAct::Earlier), 1),
    binding(&[Key::Plain(Right)], "→", "goals.key.later", Make::Goal(GoalAct::Later), 1),
    binding(&[Key::Plain(Backspace)], "⌫", "goals.key.as_planned", Make::Goal(GoalAct::AsPlanned), 3),
    UP,
    DOWN,
];
pub(super) static GOAL_PAGES: &[Binding] = &[
    binding(&[Key::Plain(Char('t'))], "t", "goals.key.goals", Make::Open(Open::Goals), 4),
    binding(&[Key::Plain(Char('O'))], "O", "goals.key.options", Make::Open(Open::Options), 4),
    binding(&[Key::Plain(Char('w'))], "w", "goals.key.plan", Make::Open(Open::Plan), 4),
    binding(&[Key::Plain(Esc)], "esc", "tui.key.close", Make::Leave, 2),
    binding(&[Key::Plain(Char('z')), Key::Ctrl('z')], "z", "", Make::Mark(Mark::Undo), 0),
    binding(&[Key::Ctrl('y')], "ctrl-y", "", Make::Mark(Mark::Redo), 0),
    binding(&[Key::Plain(Char('?'))], "?", "tui.key.help", Make::Open(Open::Help), 6),
    binding(&[Key::Plain(Char('q'))], "q", "tui.key.quit", Make::Quit, 6),
];
pub(super) static GOAL_FORM: &[Binding] = &[
    binding(ENTER, "enter", "tui.key.store", Make::Edit(|| Edit::Enter), 1),
    binding(&[Key::Plain(Tab), Key::Plain(Down)], "tab", "goals.key.field", Make::Edit(|| Edit::Tab), 1),
    binding(&[Key::Plain(BackTab), Key::Plain(Up)], "⇧tab", "tui.key.field_before", Make::Edit(|| Edit::BackTab), 3),
    binding(&[Key::Plain(Esc)], "esc", "tui.key.cancel", Make::Leave, 2),
];
