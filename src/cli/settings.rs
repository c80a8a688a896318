//! A person's settings, checked against what there is to set.

use super::letterhead::brand_problems;
use crate::config::Config;
use crate::problem::{Problem, Source};

/// Everything that is wrong with settings.
pub(super) fn check(source: Source) -> Vec<Problem> {
    let (config, mut problems) = Config::read(source);
    if let Some(source) = &config.source {
        problems.extend(brand_problems(&config, source));
    }
    problems
}
