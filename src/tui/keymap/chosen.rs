//! Keys of one's own: read, and checked for clashes wherever two meanings can be pressed at the same moment.

use super::bound::{is_fixed, is_letter, is_typed};
use super::named::{key_of, name_of};
use super::tables::*;
use super::{Binding, Bound, Key, Keymap, home};
use crate::config::{ChosenKeys, Given, Keys};
use crate::problem::{Problem, Source, nearest};

/// The tables that hold together, whatever has the keyboard; the settings are checked in each of them.
pub(super) fn contexts() -> Vec<Vec<&'static [Binding]>> {
    let at_question =
        |first: &[&'static [Binding]], rest: &[&'static [Binding]]| [first, rest, &[AT_QUESTION, ALWAYS, END]].concat();
    vec![
        at_question(&[GRID], &[COMMANDS]),
        at_question(&[TICK, CHOOSE], &[COMMANDS]),
        at_question(&[WRITE, READY], &[COMMANDS]),
        at_question(&[FIGURES, NEXT, READY], &[COMMANDS]),
        at_question(&[STORE, EVIDENCE], &[FIELD]),
        at_question(&[ENTRY], &[FIELD]),
        at_question(&[STORE, LINES], &[FIELD]),
        at_question(&[CELLS], &[FIELD]),
        vec![PROMPT, FIELD, ALWAYS, END],
        vec![YES_NO, ALWAYS, END],
        vec![PICKER, FIELD, ALWAYS, END],
        vec![SCRATCH, FIELD, END],
        vec![TIDY, ALWAYS, END],
        vec![super::accounts::LIST, ALWAYS, END],
        vec![REVIEW, COMMON, CAPTURE, ALWAYS, END],
        vec![SCROLL, READING, CAPTURE, ALWAYS, END],
        vec![CONFIRM, READING, CAPTURE, ALWAYS, END],
        vec![home::LIST, home::ALWAYS, END],
        vec![home::FORM, FIELD, home::ALWAYS, END],
        vec![home::LINE, FIELD, home::ALWAYS, END],
    ]
}

impl Keymap {
    /// The keymap with keys of one's own; what is wrong with them is told, and the default is kept for that action.
    pub fn chosen(keys: &Keys, source: &Source) -> (Self, Vec<Problem>) {
        let contexts = contexts();
        let mut problems = Vec::new();
        let mut keymap = Self::default();
        let mut asked: Vec<&ChosenKeys> = Vec::new();
        for one in &keys.chosen {
            let (read, wrong) = read(one, &contexts, source);
            problems.extend(wrong);
            if !read.is_empty() {
                keymap.chosen.insert(one.action.value.clone(), read);
                asked.push(one);
            }
        }
        // A choice that gives way brings its defaults back, which may be in the way of another: until nothing is left.
        while let Some((at, clash)) = asked
            .iter()
            .enumerate()
            .rev()
            .find_map(|(at, one)| keymap.clash(&one.action.value, &contexts).map(|clash| (at, clash)))
        {
            let one = asked.remove(at);
            keymap.chosen.remove(&one.action.value);
            let span = key_span(one, clash.0);
            let message = format!(
                "'{}' cannot be '{}': it is '{}' at the same place",
                one.action.value,
                name_of(clash.0),
                clash.1
            );
            problems.push(Problem::error(
                source,
                span,
                message,
                "Choose another key, or give the other one another key too",
            ));
        }
        problems.sort_by_key(|problem| problem.span.start);
        (keymap, problems)
    }

    /// A key of an action that means something else at the same moment, and what.
    fn clash(&self, action: &str, contexts: &[Vec<&'static [Binding]>]) -> Option<(Key, String)> {
        for context in contexts {
            let bound = self.bound(context, false);
            let own = bound.iter().filter(|one| !is_fixed(one.binding) && one.binding.action_name() == action);
            // A key that the tables themselves give to both is meant so: the first of them wins.
            let is_new = |one: &&Bound, key: &Key| !one.binding.keys.contains(key);
            for key in own.flat_map(|one| one.keys.iter().filter(move |key| is_new(&one, key))) {
                let other = bound.iter().find(|other| {
                    let is_same = !is_fixed(other.binding) && other.binding.action_name() == action;
                    !is_same && other.keys.iter().any(|taken| overlap(*taken, *key))
                });
                if let Some(other) = other {
                    let name = other.binding.action_name();
                    return Some((*key, if name.is_empty() { other.name.to_string() } else { name }));
                }
            }
        }
        None
    }
}

fn read(one: &ChosenKeys, contexts: &[Vec<&'static [Binding]>], source: &Source) -> (Vec<Key>, Vec<Problem>) {
    let action = one.action.value.as_str();
    let has = |part: &&'static [Binding]| part.iter().any(|it| !is_fixed(it) && it.action_name() == action);
    let mut names: Vec<String> = contexts
        .iter()
        .flatten()
        .flat_map(|part| part.iter())
        .filter(|it| !is_fixed(it))
        .map(Binding::action_name)
        .collect();
    names.sort();
    names.dedup();
    if !names.iter().any(|name| name == action) {
        let remedy = match nearest(action, names.iter().map(String::as_str)) {
            Some(near) => format!("Did you mean '{near}'?"),
            None => "`gapwise keys` lists the names".to_owned(),
        };
        let problem = Problem::error(source, one.action.span.clone(), format!("no key does '{action}'"), remedy);
        return (Vec::new(), vec![problem]);
    }
    if one.keys.is_empty() {
        let message = format!("'{action}' would have no key");
        let problem =
            Problem::error(source, one.action.span.clone(), message, "Name at least one, or leave the line out");
        return (Vec::new(), vec![problem]);
    }
    let only_typed = contexts.iter().filter(|context| context.iter().any(has)).all(|context| is_typed(context));
    let mut keys = Vec::new();
    let mut problems = Vec::new();
    for Given { value, span } in &one.keys {
        match key_of(value) {
            Ok(key) if only_typed && is_letter(key) => {
                let message = format!("'{value}' is typed where '{action}' is needed");
                problems.push(Problem::error(
                    source,
                    span.clone(),
                    message,
                    "Choose a key with ctrl, or one with a name",
                ));
            }
            Ok(key) => keys.push(key),
            Err((message, remedy)) => problems.push(Problem::error(source, span.clone(), message, remedy)),
        }
    }
    (keys, problems)
}

fn key_span(one: &ChosenKeys, key: Key) -> crate::problem::Span {
    let given = one.keys.iter().find(|given| key_of(&given.value) == Ok(key));
    given.map_or(one.action.span.clone(), |given| given.span.clone())
}

/// Whether one press can be both.
fn overlap(one: Key, other: Key) -> bool {
    use crossterm::event::KeyCode::Char;
    let letter = |key| match key {
        Key::Plain(Char(letter)) => Some(letter),
        _ => None,
    };
    match (one, other) {
        _ if one == other => true,
        (Key::Digit, key) | (key, Key::Digit) => letter(key).is_some_and(|it| it.is_ascii_digit()),
        (Key::Figure, key) | (key, Key::Figure) => {
            letter(key).is_some_and(|it| it.is_ascii_digit() || "~.,-+".contains(it))
        }
        (Key::Any, key) | (key, Key::Any) => letter(key).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn read(keys: &str) -> (Keymap, Vec<String>) {
        let (config, problems) = Config::read(Source::new("config.toml", format!("[keys]\n{keys}\n")));
        assert!(problems.is_empty(), "{problems:?}");
        let (keymap, problems) = Keymap::chosen(&config.keys, config.source.as_ref().unwrap());
        (keymap, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn the_tables_themselves_have_names_that_can_be_chosen() {
        for context in contexts() {
            for binding in context.iter().flat_map(|part| part.iter()) {
                let name = binding.action_name();
                assert!(name.chars().all(|one| one.is_ascii_lowercase() || one == '-'), "{name}");
            }
        }
    }

    #[test]
    fn chosen_keys_take_the_place_of_the_tables() {
        for good in
            ["unknown = [\"m\", \"ctrl-b\"]", "unknown = \"x\"\nna = \"u\"", "finish = \"f5\"", "new-line = \"ctrl-b\""]
        {
            let (keymap, problems) = read(good);
            assert_eq!(problems, Vec::<String>::new(), "{good}");
            assert!(!keymap.chosen.is_empty());
        }
    }

    #[test]
    fn nonsense_is_named_and_the_default_kept() {
        for (keys, expected) in [
            ("undo = \"hyper-x\"", "config.toml:2:8: 'hyper-x' is no key"),
            ("undoo = \"k\"", "config.toml:2:1: no key does 'undoo'. Did you mean 'undo'?"),
            ("undo = []", "config.toml:2:1: 'undo' would have no key"),
            ("undo = \"u\"", "config.toml:2:8: 'undo' cannot be 'u': it is 'unknown' at the same place"),
            ("undo = \"3\"", "config.toml:2:8: 'undo' cannot be '3': it is"),
            ("undo = \"ctrl-c\"", "config.toml:2:8: 'ctrl-c' always ends the sitting"),
            ("undo = \"ctrl-m\"", "config.toml:2:8: a terminal cannot tell 'ctrl-m' from"),
            ("undo = \"alt-x\"", "config.toml:2:8: a terminal cannot tell 'alt-x' from esc"),
            ("erase-word = \"w\"", "config.toml:2:14: 'w' is typed where 'erase-word' is needed"),
            ("save = \"tab\"", "config.toml:2:8: 'save' cannot be 'tab'"),
        ] {
            let (keymap, problems) = read(keys);
            assert_eq!(problems.len(), 1, "{keys}: {problems:?}");
            assert!(problems[0].starts_with(expected), "{keys}: {}", problems[0]);
            assert_eq!(keymap, Keymap::default(), "{keys}");
        }
    }
}
