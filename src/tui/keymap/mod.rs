//! Every key and what it means; the key bar and the help are made from the same list.

mod accounts;
mod bound;
mod call;
mod chosen;
mod goals;
mod home;
mod map;
mod markdown;
mod named;
mod tables;

pub use bound::{Bound, Keymap};
pub use home::home_bindings;
pub use markdown::keys_in_markdown;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::evaluation::Standing;
use crate::interview::{
    AccountAct, Action, Becomes, CallKeys, Edit, Editor, Go, GoalAct, HomeAction, Interview, Keys, MapAct, Mark, Open,
    Panel,
};
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
    GoOn,
    Goal(GoalAct),
    Account(AccountAct),
    Map(MapAct),
    Engage,
    Leave,
    Share,
    Save,
    Quit,
    Suspend,
    /// Something about the file, which the sitting itself sees to.
    File,
    Home(HomeAction),
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
    /// What it does when that key is pressed; nothing where the terminal does it rather than the interview.
    fn action(&self, event: &KeyEvent) -> Option<Action> {
        Some(match self.make {
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
            Make::Account(act) => Action::Account(act),
            Make::Map(act) => Action::Map(act),
            Make::SortByBest => Action::SortByBest,
            Make::GoOn => Action::GoOn,
            Make::Engage => Action::Engage,
            Make::Leave => Action::Leave,
            Make::Share => Action::Share,
            Make::Save => Action::Save,
            Make::Quit => Action::Quit,
            Make::Home(action) => Action::Home(action),
            Make::Suspend | Make::File => return None,
        })
    }

    /// What a click on it does; nothing where a key says which of several is meant.
    pub fn clicked(&self) -> Option<Action> {
        let is_one = !matches!(self.make, Make::Insert);
        is_one.then(|| self.action(&KeyEvent::new(KeyCode::Null, KeyModifiers::NONE))).flatten()
    }

    /// The name of what it does, as the settings and the help call it; empty where it cannot be chosen.
    pub fn action_name(&self) -> String {
        match self.make {
            Make::Insert | Make::File => String::new(),
            _ => self.label.rsplit('.').next().unwrap_or_default().replace('_', "-"),
        }
    }
}

/// What a key means among these bindings.
pub fn action(bindings: &[Bound], event: &KeyEvent) -> Option<Action> {
    matching(bindings, event)?.binding.action(event)
}

/// What a key means in an interview just now, with the keys as they come.
pub fn meaning(interview: &Interview, event: &KeyEvent) -> Option<Action> {
    action(&bindings(interview, &Keymap::default()), event)
}

/// Whether a key asks for the shell.
pub fn is_suspend(bindings: &[Bound], event: &KeyEvent) -> bool {
    matching(bindings, event).is_some_and(|bound| matches!(bound.binding.make, Make::Suspend))
}

fn matching<'a>(bindings: &'a [Bound], event: &KeyEvent) -> Option<&'a Bound> {
    bindings.iter().find(|bound| bound.keys.iter().any(|key| key.matches(event)))
}

/// The keys that mean something just now.
pub fn bindings(interview: &Interview, keymap: &Keymap) -> Vec<Bound> {
    keymap.bound(&parts(interview), interview.is_self())
}

/// The tables of keys that hold just now, the first match winning.
fn parts(interview: &Interview) -> Vec<&'static [Binding]> {
    let open = interview.evaluation().standing(&interview.question().id) == Standing::Open;
    let editor = interview.editor();
    let parts: &[&'static [Binding]] = match interview.keys() {
        Keys::Choosing if matches!(editor, Editor::Grid(_)) => &[GRID, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Choosing if matches!(editor, Editor::Many(_)) => &[TICK, CHOOSE, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Choosing => &[CHOOSE, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Ready if editor.is_written() && open => &[WRITE, READY, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Ready if editor.is_written() => &[NEXT, READY, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Ready => &[FIGURES, NEXT, READY, COMMANDS, AT_QUESTION, ALWAYS, END],
        Keys::Writing if matches!(editor, Editor::Number(_)) => &[STORE, EVIDENCE, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::Writing if matches!(editor, Editor::List(_)) => &[ENTRY, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::Writing if matches!(interview.question().kind, Kind::Text { long: false }) => {
            &[STORE, WALK, FIELD, AT_QUESTION, ALWAYS, END]
        }
        Keys::Writing => &[STORE, LINES, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::Cells if interview.question().funnel.is_some() => &[CELLS, call::LOOK, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::MapRows => &[map::ROWS, AT_QUESTION, ALWAYS, END],
        Keys::MapLine if map::asks_next(editor) => &[map::NEXT, map::LINE, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::MapLine if map::asks_who(editor) => &[map::WHO, map::LINE, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::MapLine => &[map::LINE, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::MapChoice => &[map::CHOICE, AT_QUESTION, ALWAYS, END],
        Keys::Cells => &[CELLS, FIELD, AT_QUESTION, ALWAYS, END],
        Keys::Prompt => &[PROMPT, FIELD, ALWAYS, END],
        Keys::YesNo => &[YES_NO, ALWAYS, END],
        Keys::Picker => &[PICKER, FIELD, ALWAYS, END],
        Keys::Finished => &[call::FINISHED, READING, CAPTURE, ALWAYS, END],
        Keys::Call(keys) => {
            let mut all = call::parts(keys);
            if keys == CallKeys::Picture && interview.next_questionnaire().is_some() {
                all.insert(0, call::GO_ON);
            }
            all.extend([CAPTURE, ALWAYS, END]);
            return all;
        }
        Keys::Accounts(keys) => {
            let mut all = accounts::parts(keys);
            all.extend([ALWAYS, END]);
            return all;
        }
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
        Keys::Confirm => &[CONFIRM, call::CLOSING, READING, CAPTURE, ALWAYS, END],
    };
    let mut all: Vec<&'static [Binding]> = parts.to_vec();
    let ends = matches!(interview.keys(), Keys::Review | Keys::Confirm | Keys::Finished);
    if ends && interview.next_questionnaire().is_some() {
        all.insert(1, call::GO_ON);
    }
    if matches!(interview.keys(), Keys::Choosing | Keys::Ready) {
        all.push(call::SCREENS);
        if interview.keys() == Keys::Ready && !interview.usual_rows().is_empty() {
            all.insert(0, call::USUAL);
        }
        if let Some(uses) = interview.account_uses() {
            let is_its_file = uses.file.as_ref() == Some(&interview.question().id);
            all.push(if is_its_file { accounts::OPEN_HERE } else { accounts::OPEN });
        }
        if interview.has_aside() {
            all.insert(0, call::RETURN);
        }
    }
    all
}

/// All keys for the help, by heading.
///
/// The keys of the list of accounts are left out where the assessment asks for none.
pub fn help_sections(without_internal: bool, with_accounts: bool, keymap: &Keymap) -> Vec<(&'static str, Vec<Bound>)> {
    let sections: [(&'static str, &[&'static [Binding]]); 13] = [
        ("tui.help.question", &[NEXT, COMMANDS]),
        ("call.help", &[call::SCREENS]),
        ("nav.help.anywhere", &[CAPTURE]),
        ("tui.help.choices", &[CHOOSE, TICK]),
        ("tui.help.field", &[STORE, WRITE, READY, EVIDENCE, LINES, FIELD]),
        ("tui.help.table", &[CELLS]),
        ("tui.help.grid", &[GRID]),
        ("maps.help", &[map::ROWS, map::NEXT, map::WHO]),
        ("nav.help.tidy", &[TIDY]),
        ("goals.help.title", &[GOALS, OPTIONS, PLAN]),
        ("accounts.help", &[accounts::OPEN, accounts::LIST]),
        ("tui.help.home", &[home::LIST]),
        ("tui.help.always", &[AT_QUESTION, ALWAYS, END]),
    ];
    let listed = |parts: &[&'static [Binding]]| {
        let mut seen: Vec<(String, &str, bool)> = Vec::new();
        let mut bound = keymap.bound(parts, without_internal);
        bound.retain(|one| {
            let (name, label) = (one.name.to_string(), one.binding.label);
            // What is a consultant's own comes first on its key, and what the key means to an owner is never reached.
            let is_new = !label.is_empty()
                && !seen.iter().any(|(other, said, internal)| *other == name && (*said == label || *internal));
            seen.push((name, label, one.binding.internal));
            is_new
        });
        bound
    };
    let wanted = sections.into_iter().filter(|(heading, _)| with_accounts || *heading != "accounts.help");
    wanted.map(|(heading, parts)| (heading, listed(parts))).collect()
}
