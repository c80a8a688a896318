//! What an answer did to the way through the conversation: what it set aside, what it brought back.

use crate::assessment::{Assessment, Status};
use crate::evaluation::{Evaluation, Standing, to_tenth};

/// Questions that an answer hid or revealed.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// Questions that are no longer asked.
    pub hidden: usize,
    /// Those of them that had been dealt with; what was said is kept and not used.
    pub set_aside: usize,
    /// Questions that are asked now.
    pub shown: usize,
    /// Those of them that had been dealt with before.
    pub came_back: usize,
    /// The area whose score it moved most: its id, before and after.
    pub moved: Option<(String, f64, f64)>,
}

impl Branch {
    /// What lies between two evaluations; nothing when the same questions are asked.
    pub fn between(before: &Evaluation, after: &Evaluation, assessment: &Assessment) -> Option<Self> {
        let mut branch = Self { hidden: 0, set_aside: 0, shown: 0, came_back: 0, moved: None };
        for (id, standing) in &after.standings {
            let was = before.standing(id) == Standing::Hidden;
            let is = *standing == Standing::Hidden;
            let dealt_with = assessment.answer(id).is_some_and(|answer| answer.status != Status::Open);
            match (was, is) {
                (false, true) => {
                    branch.hidden += 1;
                    branch.set_aside += usize::from(dealt_with);
                }
                (true, false) => {
                    branch.shown += 1;
                    branch.came_back += usize::from(dealt_with);
                }
                _ => {}
            }
        }
        if branch.hidden + branch.shown == 0 {
            return None;
        }
        branch.moved = moved_most(before, after);
        Some(branch)
    }
}

fn moved_most(before: &Evaluation, after: &Evaluation) -> Option<(String, f64, f64)> {
    let pairs = before.questionnaires.iter().zip(&after.questionnaires);
    let areas = pairs.flat_map(|(before, after)| {
        after.areas.iter().filter_map(|area| Some((&area.id, before.area(&area.id)?.score?, area.score?)))
    });
    areas
        .filter(|(_, before, after)| to_tenth(*before) != to_tenth(*after))
        .max_by(|a, b| (a.2 - a.1).abs().total_cmp(&(b.2 - b.1).abs()))
        .map(|(id, before, after)| (id.clone(), before, after))
}
