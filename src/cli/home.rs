//! `gapwise` alone: the home screen.

use super::failure::Failure;
use super::installation::Installation;
use super::output::Output;
use super::screen;

pub(super) fn run(shared: bool) -> Result<Output, Failure> {
    screen::need_terminal()?;
    let installation = Installation::find()?;
    screen::home(&installation, shared)
}
