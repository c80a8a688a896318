//! The assumptions that comparing and following up go by, read once by their ids.

use super::assumptions::Placed;
use super::scoring::Values;
use crate::problem::Problem;
use crate::questionnaire::{Comparing, FollowUpDays};

/// No follow-up is further away than that many days.
const LONGEST: f64 = 3650.0;

/// Reads when a change is one; what is missing or impossible is reported.
pub(super) fn comparing(list: &[Placed], problems: &mut Vec<Problem>) -> Comparing {
    let mut values = Values { list, problems };
    let comparing = Comparing {
        some_change: values.percent("compare.some_change"),
        clear_change: values.percent("compare.clear_change"),
        count_factor: values.number("compare.count_factor", 0.0, 10.0),
        on_track: values.number("progress.on_track", 0.0, 1.0),
        behind: values.number("progress.behind", 0.0, 1.0),
    };
    values.ascending("compare.clear_change", comparing.some_change <= comparing.clear_change, "compare.some_change");
    values.ascending("progress.on_track", comparing.behind <= comparing.on_track, "progress.behind");
    comparing
}

/// Reads the dates of a follow-up; what is missing or impossible is reported.
pub(super) fn follow_up(list: &[Placed], problems: &mut Vec<Problem>) -> FollowUpDays {
    let mut values = Values { list, problems };
    let mut day = |id: &str| values.whole(id, 1.0, LONGEST) as u16;
    let (email, setup, baseline) = (day("follow_up.email"), day("follow_up.setup"), day("follow_up.baseline"));
    let (midway, reassess) = (day("follow_up.midway"), day("follow_up.reassess"));
    FollowUpDays {
        email,
        setup,
        baseline,
        midway,
        reassess,
        weekly_minutes: values.whole("follow_up.weekly_minutes", 1.0, 480.0) as u16,
        weekly_hour: values.whole("follow_up.weekly_hour", 0.0, 23.0) as u8,
    }
}
