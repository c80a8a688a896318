//! The table of keys as Markdown: the README's is this one, and a test says so.

use std::fmt::Write;

use rust_i18n::t;

use super::{Keymap, help_sections};

/// All keys by heading, as tables in Markdown, with the name of each action for `[keys]` in the settings.
pub fn keys_in_markdown(keymap: &Keymap, locale: &str) -> String {
    let head = |key: &str| t!(key, locale = locale).into_owned();
    let mut text = String::new();
    for (heading, bindings) in help_sections(false, true, keymap) {
        let title = head(heading);
        let columns = [head("comfort.keys.key"), head("comfort.keys.does"), head("comfort.keys.name")];
        // Writing to a string cannot fail.
        let _ = writeln!(text, "**{title}**\n\n| {} | {} | {} |\n|---|---|---|", columns[0], columns[1], columns[2]);
        for bound in bindings {
            let name = match super::bound::is_fixed(bound.binding) {
                true => String::new(),
                false => format!("`{}`", bound.binding.action_name()),
            };
            let keys: Vec<String> = bound.name.split(' ').map(|key| format!("`{key}`")).collect();
            let does = head(bound.binding.label);
            let _ = writeln!(text, "| {} | {does} | {name} |", keys.join(" "));
        }
        text.push('\n');
    }
    text
}
