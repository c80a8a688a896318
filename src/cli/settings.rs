//! A person's settings, checked against what there is to set.

use crate::config::Config;
use crate::problem::{Problem, Source};

/// Everything that is wrong with settings.
pub(super) fn check(source: Source) -> Vec<Problem> {
    let (_, problems) = Config::read(source);
    problems
}
