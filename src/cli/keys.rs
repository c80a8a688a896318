//! `gapwise keys`: every key, and what it is called in the settings.

use super::failure::Failure;
use super::output::Output;
use super::problems::{Stream, render};
use super::settings;
use crate::config::Config;
use crate::paths::Places;
use crate::tui::keys_in_markdown;

pub(super) fn run() -> Result<Output, Failure> {
    let (config, mut problems) = Config::load(&Places::find()?);
    let (keymap, wrong) = settings::keymap(&config);
    problems.extend(wrong);
    Ok(Output::data(keys_in_markdown(&keymap, "en")).and_say(render(&problems, Stream::Talk)))
}
