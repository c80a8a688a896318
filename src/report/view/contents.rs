//! The list of contents: each part by its topic and by what it says, so that the list alone tells the story.

use serde::Serialize;

use super::{Material, View};

/// One entry of the list.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    /// Where it leads.
    id: String,
    /// What the part is about.
    topic: String,
    /// What the part says: its headline.
    says: String,
}

/// One entry for each part that is there, in the order of the report.
pub(super) fn build(material: &Material, view: &View) -> Vec<Entry> {
    let words = material.words;
    let entry = |id: &str, topic: &str, says: &str| Entry {
        id: id.to_owned(),
        topic: words.get(topic).to_owned(),
        says: says.to_owned(),
    };
    let mut entries = vec![entry("stand", "summary.stand", &view.summary.headline)];
    if view.internal.is_some() {
        entries.push(entry("call-sheet", "internal.label", words.get("internal.glance")));
    }
    if view.told.is_some() {
        entries.push(entry("told", "told.label", words.get("told.headline")));
    }
    entries.extend(view.areas.first().map(|one| entry("areas", "areas.label", &one.headline)));
    entries.extend(view.before.as_ref().map(|one| entry("before", "before.label", &one.headline)));
    entries.extend(view.findings.as_ref().map(|one| entry("findings", "findings.label", &one.headline)));
    entries.extend(view.unknown.as_ref().map(|one| entry("unknown", "unknown.label", &one.headline)));
    // Several questionnaires have a line each, and their parts none of their own: the list stays one to read.
    entries.extend(view.systems.iter().filter(|_| view.several).map(|one| {
        let (id, topic, says) = one.line();
        Entry { id, topic: topic.to_owned(), says: says.to_owned() }
    }));
    let alone = view.systems.iter().filter(|_| !view.several).flat_map(|one| one.own_lines(words));
    entries.extend(alone.map(|(id, topic, says)| entry(id, topic, says)));
    entries.extend(view.answers.iter().map(|part| Entry {
        id: part.anchor(),
        topic: part.label.clone(),
        says: part.headline.clone(),
    }));
    let maps = view.systems.iter().filter(|_| !view.several).flat_map(|one| one.maps());
    entries.extend(maps.map(|part| Entry {
        id: part.anchor(),
        topic: part.label.clone(),
        says: part.headline.clone(),
    }));
    if let Some(part) = view.hourglass.as_ref().filter(|_| !view.several) {
        entries.extend(part.stages.as_ref().map(|one| entry("stages", "hourglass.label", &one.headline)));
        entries.extend(part.automation.as_ref().map(|one| entry("automation", "automation.label", &one.headline)));
    }
    entries.extend(view.goals.as_ref().map(|one| entry("goals", "goals.label", &one.headline)));
    entries.extend(view.options.as_ref().map(|one| entry("options", "options.label", &one.headline)));
    entries.extend(view.plan.as_ref().map(|one| entry("plan", "plan.label", &one.headline)));
    entries.extend(view.worth.as_ref().map(|one| entry("worth", "worth.label", &one.headline)));
    if let Some(first) = view.offers.first() {
        entries.push(entry(&first.anchor, "offer.label", &words.counted("offer.headline", view.offers.len(), &[])));
    }
    if !view.figures.is_empty() {
        entries.push(entry("figures", "figures.label", words.get("figures.headline")));
    }
    if view.internal.is_some() {
        entries.push(entry("consultant", "internal.label", words.get("internal.headline")));
    }
    entries.push(entry("method", "method.label", words.get("method.headline")));
    entries
}
