//! One page for each way to go on, to be handed over: what we do, what you do, hours, first signs, start; the fee left blank.
//!
//! It stands in the consultant's version, for only they know which page to hand over and at which fee. Each page is
//! written for the client all the same: nothing on it is private.

use serde::Serialize;

use super::plan::{self, Action};
use super::{Material, goals};
use crate::evaluation::{OptionEvaluation, PlanEvaluation, Range, plan_with};
use crate::questionnaire::{GoalOption, LocalText};

/// So many actions fit on the page, on Letter too.
const ACTIONS: usize = 5;

/// One page.
#[derive(Debug, Serialize)]
pub(super) struct Offer {
    /// Where a link leads.
    pub(super) anchor: String,
    /// "Way A, Focused".
    way: String,
    /// What stands beside the title: recommended, chosen.
    mark: Option<String>,
    /// What it means, in a sentence without its full stop.
    headline: String,
    /// For whom, and of which day.
    whom: String,
    /// What we do, a sentence each.
    we: Vec<String>,
    /// What the client does, a sentence each.
    you: Vec<String>,
    /// Aim, hours, first signs, start.
    facts: Vec<OfferFact>,
    /// What the client's people do in the first three months besides, as the hours allow.
    actions: Vec<Action>,
    /// How many more of these there are than fit on the page.
    more: Option<String>,
    /// What is written in by hand.
    blanks: Vec<String>,
}

#[derive(Debug, Serialize)]
struct OfferFact {
    /// What it is.
    label: String,
    /// What it came to.
    value: String,
    /// What has to be said with it; empty where nothing has.
    note: String,
}

/// Builds a page for every way whose questionnaire says who does what; none where nothing can be offered yet.
pub(super) fn build(material: &Material) -> Vec<Offer> {
    let options = material.evaluation.options.iter();
    let known = options.filter_map(|one| Some((one, material.selection.goal_option(&one.id)?)));
    let offered = known.filter(|(one, option)| !option.we.is_empty() && (one.chosen || one.rf.is_some()));
    offered.map(|(one, option)| offer(material, one, option)).collect()
}

fn offer(material: &Material, one: &OptionEvaluation, option: &GoalOption) -> Offer {
    let words = material.words;
    let texts = |texts: &[LocalText]| texts.iter().map(|text| material.text(text).to_owned()).collect();
    let plan = plan_with(material.selection, material.assessment, material.evaluation, one);
    let marks = [(one.chosen, "options.chosen"), (one.recommended, "options.recommended")];
    let mark = marks.iter().find(|(is_so, _)| *is_so).map(|(_, key)| words.get(key).to_owned());
    let date = material.show.date(material.assessment.date);
    let mut actions = plan::actions(material, &plan);
    let more = actions.len().saturating_sub(ACTIONS);
    actions.truncate(ACTIONS);
    Offer {
        anchor: format!("offer-{}", option.id),
        way: words.fill("offer.way", &[("letter", &option.letter), ("title", material.text(&option.title))]),
        mark,
        headline: material.text(&option.summary).trim_end_matches('.').to_owned(),
        whom: words.fill("offer.whom", &[("client", &material.client_name()), ("date", &date)]),
        we: texts(&option.we),
        you: texts(&option.you),
        facts: facts(material, one, option, &plan),
        actions,
        more: (more > 0).then(|| words.counted("offer.more", more, &[("n", &words.number(more))])),
        blanks: ["fee", "agreed"].map(|key| words.get(&format!("offer.blank.{key}")).to_owned()).into(),
    }
}

fn facts(material: &Material, one: &OptionEvaluation, option: &GoalOption, plan: &PlanEvaluation) -> Vec<OfferFact> {
    let words = material.words;
    let fact = |key: &str, value: String, note: &str| OfferFact {
        label: words.get(&format!("offer.fact.{key}")).to_owned(),
        value,
        note: words.maybe(note).unwrap_or_default().to_owned(),
    };
    let (hours, in_full) = hours(material, option, plan);
    let mut facts: Vec<_> = aim(material, one).map(|aim| fact("aim", aim, "offer.aim_note")).into_iter().collect();
    facts.push(OfferFact { note: in_full, ..fact("hours", hours, "") });
    facts.push(fact("signs", signs(material, option), ""));
    let start = material.assessment.next_step.as_ref().and_then(|step| step.date);
    let start = match start {
        Some(date) => words.fill("offer.start", &[("date", &material.show.date(date))]),
        None => words.get("offer.start_open").to_owned(),
    };
    facts.push(fact("start", start, ""));
    facts.push(fact("risk", material.text(&option.risk).to_owned(), ""));
    facts
}

/// What the first goal would come to this way, and by when.
fn aim(material: &Material, one: &OptionEvaluation) -> Option<String> {
    let (id, Range { low, base, high }) = one.goal.as_ref()?;
    let goal = goals::open_goals(material).find(|goal| goal.metric == *id)?;
    let amount = goals::amount(material, material.selection.goal_metric(id), *base, *base);
    let range = material.show.range(*low, *high);
    let date = goal.deadline.map(|date| material.show.date(date));
    let key = if date.is_some() { "offer.aim" } else { "offer.aim_open" };
    let values = [("base", amount.as_str()), ("range", &range), ("date", date.as_deref().unwrap_or_default())];
    Some(material.words.fill(key, &values))
}

/// The client's hours a month and what they are for; and what the activities would take in full, where that is more.
fn hours(material: &Material, option: &GoalOption, plan: &PlanEvaluation) -> (String, String) {
    let words = material.words;
    let show = &material.show;
    let number = usize::try_from(option.tactics).unwrap_or(usize::MAX);
    let activities = words.counted("offer.activities", number, &[("n", &words.number(number))]);
    let needed = material.selection.assumptions.goals.hours_per_tactic * f64::from(option.tactics);
    let full = words.fill("offer.hours_full", &[("activities", &activities), ("hours", &show.hours(needed))]);
    let full = crate::display::sentence_start(&full);
    let Some(all) = plan.hours else { return (full, String::new()) };
    let values = [
        ("hours", show.hours(all)),
        ("kept", show.hours(plan.reserved)),
        ("rest", show.hours((all - plan.reserved).max(0.0))),
        ("activities", activities),
    ];
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    (words.fill("offer.hours", &values), if plan.reserved < needed { full } else { String::new() })
}

/// When first signs may show: days from the start, and the dates these are once the start has one.
fn signs(material: &Material, option: &GoalOption) -> String {
    let (from, to) = option.first_signs;
    let days = material.show.days_range(f64::from(from), f64::from(to));
    let start = material.assessment.next_step.as_ref().and_then(|step| step.date);
    let day = |days: u32| {
        let date = start?.checked_add(jiff::Span::new().days(i64::from(days))).ok()?;
        Some(material.show.date(date))
    };
    match (day(from), day(to)) {
        (Some(first), Some(last)) => {
            material.words.fill("offer.signs_dated", &[("days", &days), ("from", &first), ("to", &last)])
        }
        _ => material.words.fill("offer.signs", &[("days", &days)]),
    }
}
