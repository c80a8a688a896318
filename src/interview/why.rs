//! How a number came about: what rests on the current question, and everything else that can be explained.

use jiff::Timestamp;

use super::call::Stays;
use super::{Edit, Effect, Interview, step};
use crate::evaluation::{Explained, Explanation, explain, resting_on};

/// What can be explained, and what is explained just now.
#[derive(Debug, Clone)]
pub struct Why {
    /// What can be explained; what rests on the current question first.
    pub entries: Vec<WhyEntry>,
    /// How many of them rest on the current question.
    pub related: usize,
    /// The line under the cursor.
    pub cursor: usize,
    /// What is explained, the latest last, each with the input under the cursor; empty while the list is open.
    pub explained: Vec<(String, usize)>,
}

/// Something that can be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyEntry {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Explained,
}

impl Why {
    /// What rests on the current question first, then scores, findings that hold, metrics.
    pub fn new(interview: &Interview) -> Self {
        let id = interview.question().id.clone();
        let entry = |id: &str, kind| WhyEntry { id: id.to_owned(), kind };
        let (metrics, findings) = resting_on(interview.selection(), &id);
        let evaluated = || interview.evaluation().questionnaires.iter();
        let fires = |id: &str| evaluated().any(|one| one.finding(id).is_some());
        let mut entries = vec![entry(&id, Explained::Question)];
        let scored = evaluated().flat_map(|one| &one.areas);
        let feeds = |items: &[crate::evaluation::ItemEvaluation]| {
            items.iter().any(|item| item.id == id || metrics.contains(&item.id.as_str()))
        };
        entries.extend(findings.iter().filter(|id| fires(id)).map(|id| entry(id, Explained::Finding)));
        entries.extend(metrics.iter().map(|id| entry(id, Explained::Metric)));
        entries.extend(scored.filter(|area| feeds(&area.items)).map(|area| entry(&area.id, Explained::Area)));
        let related = entries.len();
        let mut rest: Vec<WhyEntry> = evaluated().map(|one| entry(&one.id, Explained::Overall)).collect();
        rest.extend(evaluated().flat_map(|one| &one.areas).map(|area| entry(&area.id, Explained::Area)));
        let fired = evaluated().flat_map(|one| &one.findings).filter(|finding| finding.dont_know.is_none());
        rest.extend(fired.map(|finding| entry(&finding.id, Explained::Finding)));
        rest.extend(evaluated().flat_map(|one| &one.metrics).map(|metric| entry(&metric.id, Explained::Metric)));
        entries.extend(rest);
        Self { entries, related, cursor: 0, explained: Vec::new() }
    }
}

impl Interview {
    /// How something came about.
    pub fn explanation(&self, id: &str) -> Option<Explanation> {
        explain(&self.selection, &self.assessment, &self.evaluation, id)
    }

    pub(super) fn edit_why(&mut self, why: &mut Why, edit: &Edit, _now: Timestamp) -> (Stays, Vec<Effect>) {
        let down = matches!(edit, Edit::Down);
        let Some((id, cursor)) = why.explained.last_mut() else {
            match edit {
                Edit::Up | Edit::Down => why.cursor = step(Some(why.cursor), why.entries.len(), down).unwrap_or(0),
                Edit::Enter | Edit::Right => {
                    let id = why.entries.get(why.cursor).map(|entry| entry.id.clone());
                    why.explained.extend(id.map(|id| (id, 0)));
                }
                _ => {}
            }
            return (Stays::Open, Vec::new());
        };
        let inputs = self.explanation(id).map(|one| one.inputs).unwrap_or_default();
        match edit {
            Edit::Up | Edit::Down => *cursor = step(Some(*cursor), inputs.len(), down).unwrap_or(0),
            Edit::Left | Edit::Erase => {
                why.explained.pop();
            }
            Edit::Enter | Edit::Right => {
                let Some(input) = inputs.get(*cursor) else { return (Stays::Open, Vec::new()) };
                if self.selection.question(&input.id).is_some() {
                    return (Stays::Aside(input.id.clone()), Vec::new());
                }
                why.explained.push((input.id.clone(), 0));
            }
            _ => {}
        }
        (Stays::Open, Vec::new())
    }
}
