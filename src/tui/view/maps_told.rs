//! What a map still needs, in a sentence each.

use rust_i18n::t;

use super::maps_rows::{named, word};
use crate::assessment::{MapProblem, ProcessMap};

/// What to say of a problem; the words name the step by what happens there.
pub fn told(map: &ProcessMap, problem: &MapProblem, locale: &str) -> String {
    let step = |id: &str| map.node(id).map_or_else(|| id.to_owned(), |node| named(node, locale));
    let say = |key: &str, id: &str| t!(key, locale = locale, step = step(id)).into_owned();
    let said = match problem {
        MapProblem::NoStart => t!("maps.told.no_start", locale = locale).into_owned(),
        MapProblem::SecondStart(id) => say("maps.told.second_start", id),
        MapProblem::SameId(id) => t!("maps.told.same_id", locale = locale, id = id, step = step(id)).into_owned(),
        MapProblem::BranchToNowhere { from, branch, to } => {
            t!("maps.told.nowhere", locale = locale, step = step(from), branch = word(*branch, locale), to = to)
                .into_owned()
        }
        MapProblem::DecisionWithoutYes(id) => say("maps.told.no_yes", id),
        MapProblem::DecisionWithoutNo(id) => say("maps.told.no_no", id),
        MapProblem::DeadEnd(id) => say("maps.told.dead_end", id),
        MapProblem::Unreachable(id) => say("maps.told.unreachable", id),
        MapProblem::NoWayOut(id) => say("maps.told.no_way_out", id),
    };
    crate::tui::safe(&said).into_owned()
}
