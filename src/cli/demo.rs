//! `gapwise demo`: the Brightwater example.

use super::failure::Failure;
use super::installation::Installation;
use super::interview::sit;
use super::output::Output;
use super::screen;
use crate::assessment::{Assessment, AssessmentFile, FileOrder};
use crate::portfolio::new_path;
use crate::problem::Source;

/// The example as a file (domain.md 4.1).
const BRIGHTWATER: &str = include_str!("demo/brightwater.toml");

pub(super) fn run(shared: bool) -> Result<Output, Failure> {
    // asked first, so that a call that cannot show it leaves no copy behind
    screen::need_terminal()?;
    let installation = Installation::find()?;
    let assessment = brightwater()?;
    let selection = super::opened::select(&installation, &assessment)?;
    let path = new_path(&installation.places.assessments, "brightwater", assessment.date);
    let file = AssessmentFile::create(&path, &assessment, FileOrder::of(&selection))?;
    sit(&installation, file, selection, None, shared)
}

pub(super) fn brightwater() -> Result<Assessment, Failure> {
    let source = Source::new("builtin/brightwater.toml", BRIGHTWATER);
    let reading = crate::assessment::read(&source);
    let reading = reading.map_err(|problems| Failure::work("the example is damaged", "").because_of(problems))?;
    Ok(reading.assessment)
}
