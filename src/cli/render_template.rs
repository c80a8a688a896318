//! `gapwise render-template`: what another Gapwise asks of this one, for templates that are not its own.

use std::io;

use super::failure::Failure;
use super::output::Output;
use crate::report::sandbox::serve;

pub(super) fn run() -> Result<Output, Failure> {
    let served = serve(io::stdin().lock(), io::stdout().lock());
    served
        .map_err(|error| Failure::work(format!("the template could not be rendered: {error}"), ""))
        .map(|()| Output::default())
}
