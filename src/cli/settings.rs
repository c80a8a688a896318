//! A person's settings, checked against what there is to set.

use std::io::IsTerminal;

use rust_i18n::t;

use super::letterhead::brand_problems;
use crate::config::Config;
use crate::paths::Places;
use crate::problem::{Problem, Source};
use crate::tui::{Colours, Keymap, Setup, Theme};

/// Everything that is wrong with settings.
pub(super) fn check(source: Source) -> Vec<Problem> {
    let (config, mut problems) = Config::read(source);
    problems.extend(keymap(&config).1);
    if let Some(source) = &config.source {
        problems.extend(brand_problems(&config, source));
    }
    problems
}

/// What the screen is set up with; what is wrong is said once, in the status line.
pub(super) fn setup(places: &Places, locale: &str) -> Setup {
    let (config, mut problems) = Config::load(places);
    let (keymap, wrong) = keymap(&config);
    problems.extend(wrong);
    let notice = match problems.len() {
        0 => None,
        1 => Some(t!("comfort.settings_problems_one", locale = locale).into_owned()),
        count => Some(t!("comfort.settings_problems", locale = locale, count = count).into_owned()),
    };
    let theme = Theme::chosen(config.screen.theme, &Colours::of_environment());
    Setup { theme, keymap, mouse: config.screen.mouse, notice }
}

/// The keys a person has.
pub(super) fn keymap(config: &Config) -> (Keymap, Vec<Problem>) {
    match &config.source {
        Some(source) => Keymap::chosen(&config.keys, source),
        None => (Keymap::default(), Vec::new()),
    }
}

/// Whether only lines can be written and read here: a pipe, a file, a terminal without a cursor.
pub(super) fn is_plain() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    dumb || !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal()
}
