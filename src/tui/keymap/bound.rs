//! The keys a person has: those of the tables, or chosen ones in their place.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crossterm::event::KeyCode;

use super::named::name_of;
use super::{Binding, Key};

/// One meaning with the keys this person has for it.
#[derive(Debug, Clone)]
pub struct Bound {
    /// What it means.
    pub binding: &'static Binding,
    /// Its keys.
    pub keys: Cow<'static, [Key]>,
    /// How they are written in the key bar and the help.
    pub name: Cow<'static, str>,
}

/// What keys mean: the tables, and what a person chose instead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    pub(super) chosen: BTreeMap<String, Vec<Key>>,
}

impl Keymap {
    /// The keys of some tables; those for an owner alone leave out what is internal.
    pub(super) fn bound(&self, parts: &[&'static [Binding]], is_self: bool) -> Vec<Bound> {
        let typed = is_typed(parts);
        let all = parts.iter().flat_map(|part| part.iter());
        all.filter(|binding| !(binding.internal && is_self)).map(|binding| self.bind(binding, typed)).collect()
    }

    /// A meaning with its keys; where text is typed, letters are text.
    fn bind(&self, binding: &'static Binding, typed: bool) -> Bound {
        let as_it_is = Bound { binding, keys: binding.keys.into(), name: binding.name.into() };
        if self.chosen.is_empty() || is_fixed(binding) {
            return as_it_is;
        }
        let Some(chosen) = self.chosen.get(&binding.action_name()) else { return as_it_is };
        let keys: Vec<Key> = chosen.iter().copied().filter(|key| !(typed && is_letter(*key))).collect();
        if keys.is_empty() {
            return as_it_is;
        }
        let name = keys.iter().map(|key| name_of(*key)).collect::<Vec<_>>().join(" ");
        Bound { binding, keys: keys.into(), name: name.into() }
    }
}

/// Whether letters are text among these tables.
pub(super) fn is_typed(parts: &[&'static [Binding]]) -> bool {
    parts.iter().flat_map(|part| part.iter()).any(|binding| binding.keys.contains(&Key::Any))
}

/// Whether a key types something where text is typed.
pub(super) fn is_letter(key: Key) -> bool {
    matches!(key, Key::Plain(KeyCode::Char(_)))
}

/// Whether its keys cannot be chosen: typing itself, what has no name, and the one way out that always works.
pub(super) fn is_fixed(binding: &Binding) -> bool {
    binding.keys.contains(&Key::Ctrl('c')) || binding.label.is_empty() || binding.action_name().is_empty()
}
