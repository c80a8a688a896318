//! Every key and what it means; the key bar and the help are made from the same list.

mod goals;
mod tables;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::evaluation::Standing;
use crate::interview::{Action, Becomes, Edit, Editor, Go, GoalAct, Interview, Keys, Mark, Open, Panel};
use crate::questionnaire::Kind;
use goals::*;
use tables::*;

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
    Scratch,
    Tidy(Becomes),
    SortByBest,
    Goal(GoalAct),
    Engage,
    Leave,
    Share,
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
            Make::Scratch => Action::Scratch,
            Make::Tidy(becomes) => Action::Tidy(becomes),
            Make::Goal(act) => Action::Goal(act),
            Make::SortByBest => Action::SortByBest,
            Make::Engage => Action::Engage,
            Make::Leave => Action::Leave,
            Make::Share => Action::Share,
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
        Keys::Choosing if matches!(editor, Editor::Grid(_)) => &[GRID, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Choosing if matches!(editor, Editor::Many(_)) => &[TICK, CHOOSE, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Choosing => &[CHOOSE, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Ready if editor.is_written() && open => &[WRITE, READY, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Ready if editor.is_written() => &[NEXT, READY, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Ready => &[FIGURES, NEXT, READY, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Writing if matches!(editor, Editor::Number(_)) => &[STORE, EVIDENCE, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::Writing if matches!(editor, Editor::List(_)) => &[ENTRY, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::Writing if matches!(interview.question().kind, Kind::Text { long: false }) => {
            &[STORE, FIELD, AT_QUESTION, ALWAYS, END]
        }
        Keys::Writing => &[STORE, LINES, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::Cells => &[CELLS, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::Prompt => &[PROMPT, FIELD, ALWAYS, END],
        Keys::YesNo => &[YES_NO, ALWAYS, END],
        Keys::Picker => &[PICKER, FIELD, ALWAYS, END],
        Keys::Scratch => &[SCRATCH, FIELD, END],
        Keys::Tidy => &[TIDY, ALWAYS, END],
        Keys::Goals => &[GOALS, GOAL_PAGES, ALWAYS, END],
        Keys::GoalForm => &[GOAL_FORM, FIELD, ALWAYS, END],
        Keys::Options => &[OPTIONS, GOAL_PAGES, ALWAYS, END],
        Keys::Plan => &[PLAN, GOAL_PAGES, ALWAYS, END],
        Keys::Review => &[REVIEW, COMMON, CAPTURE, ALWAYS, END],
        Keys::Reading if matches!(interview.panel(), Some(Panel::Help(_) | Panel::Hints(_))) => {
            &[SCROLL, READING, CAPTURE, ALWAYS, END]
        }
        Keys::Reading => &[READING, CAPTURE, ALWAYS, END],
        Keys::Confirm => &[CONFIRM, READING, CAPTURE, ALWAYS, END],
    };
    collect(parts, interview.is_self())
}

/// The keys of the first screen: its list, or its form.
pub fn home_bindings(form: bool) -> Vec<&'static Binding> {
    if form { collect(&[HOME_FORM, FIELD, END], false) } else { collect(&[HOME, END], false) }
}

/// All keys for the help, by heading.
pub fn help_sections(without_internal: bool) -> Vec<(&'static str, Vec<&'static Binding>)> {
    let sections: [(&'static str, &[&[Binding]]); 9] = [
        ("tui.help.question", &[NEXT, COMMANDS]),
        ("nav.help.anywhere", &[CAPTURE]),
        ("tui.help.choices", &[CHOOSE, TICK]),
        ("tui.help.field", &[STORE, WRITE, READY, EVIDENCE, LINES, FIELD]),
        ("tui.help.table", &[CELLS]),
        ("tui.help.grid", &[GRID]),
        ("nav.help.tidy", &[TIDY]),
        ("goals.help.title", &[GOALS, OPTIONS, PLAN]),
        ("tui.help.always", &[AT_QUESTION, ALWAYS, END]),
    ];
    let listed = |parts: &[&'static [Binding]]| {
        collect(parts, without_internal).into_iter().filter(|binding| !binding.label.is_empty()).collect()
    };
    sections.into_iter().map(|(heading, parts)| (heading, listed(parts))).collect()
}

fn collect(parts: &[&'static [Binding]], without_internal: bool) -> Vec<&'static Binding> {
    parts.iter().flat_map(|part| part.iter()).filter(|binding| !(binding.internal && without_internal)).collect()
}
