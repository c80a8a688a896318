//! `gapwise man`: the manual page, commands included.

use clap::CommandFactory;
use clap_mangen::Man;

use super::args::Args;
use super::failure::Failure;
use super::output::Output;

pub(super) fn run() -> Result<Output, Failure> {
    let mut text = Vec::new();
    Man::new(Args::command())
        .render(&mut text)
        .map_err(|error| Failure::work(format!("the manual page could not be made: {error}"), ""))?;
    Ok(Output::data(String::from_utf8_lossy(&text)))
}
