//! `gapwise templates`: the report templates found, and where from.

use super::failure::Failure;
use super::output::Output;

pub(super) fn run() -> Result<Output, Failure> {
    Err(Failure::work("the report is not built in yet", ""))
}
