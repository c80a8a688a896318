//! What differs between two versions of a questionnaire, for whoever goes on from the older one.

use super::{Question, Questionnaire};

/// What a newer version asks otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Questions whose words, answers or points differ, by id in the newer one's order.
    pub changed: Vec<String>,
    /// Questions it no longer asks, in the older one's order.
    pub gone: Vec<String>,
    /// Questions it asks in addition, in its own order.
    pub added: Vec<String>,
}

/// Compares two versions question by question.
pub fn differences(older: &Questionnaire, newer: &Questionnaire) -> Differences {
    let mut found = Differences::default();
    for question in &newer.questions {
        match older.question(&question.id) {
            None => found.added.push(question.id.clone()),
            Some(before) if asks_the_same(before, question) => {}
            Some(_) => found.changed.push(question.id.clone()),
        }
    }
    let gone = older.questions.iter().filter(|question| newer.question(&question.id).is_none());
    found.gone = gone.map(|question| question.id.clone()).collect();
    found
}

fn asks_the_same(one: &Question, other: &Question) -> bool {
    // a kind holds numbers, texts and choices many levels deep; what is written of it says all of that
    let whole = |question: &Question| {
        format!("{:?}{:?}{:?}{:?}", question.kind, question.wording, question.score, question.period)
    };
    whole(one) == whole(other)
}
