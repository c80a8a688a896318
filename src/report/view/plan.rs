//! The next 90 days: what is done in which weeks, what comes after, and when it is looked at again.

use serde::Serialize;

use super::{Material, findings, goals, printed};
use crate::evaluation::{GoalKind, PlanEvaluation, PlannedAction};
use crate::report::charts;

/// The plan and how it is measured.
#[derive(Debug, Serialize)]
pub(super) struct Plan {
    /// How many actions fit, without a full stop.
    pub(super) headline: String,
    /// How many hours it fits into.
    says: String,
    /// The three months, each with its actions; those without any are left out.
    months: Vec<Month>,
    /// Actions for afterwards.
    after: Vec<Action>,
    /// How many further actions the client's version does not list.
    more: Option<String>,
    /// How it is looked at: when, what, by whom.
    measure: Vec<Measure>,
    /// What to agree on before it begins.
    decide: String,
}

#[derive(Debug, Serialize)]
struct Month {
    /// "Month 1" and so on.
    title: String,
    /// The hours planned in it.
    hours: String,
    /// What is done in it.
    actions: Vec<Action>,
}

#[derive(Debug, Serialize)]
pub(super) struct Action {
    /// The finding's id; printed in the internal version only.
    id: String,
    /// What is done, in a sentence.
    text: String,
    /// The role that does it.
    who: String,
    /// The hours it takes.
    hours: String,
    /// In which weeks, in words; empty for what comes afterwards.
    weeks: String,
    /// Where it begins and how long it is, in percent of twelve weeks.
    from: Option<String>,
    /// How wide its bar is, in percent of twelve weeks; absent for what comes afterwards.
    width: Option<String>,
    /// First and last day, for a drawing that wants dates.
    starts: String,
    /// The last day, like `starts`.
    ends: String,
    /// Its text without anything that a drawing's language could read.
    plain: String,
    /// What has to be known of it, for example that it was moved by hand; absent where nothing has.
    note: Option<String>,
}

#[derive(Debug, Serialize)]
struct Measure {
    /// The day, or how often.
    when: String,
    /// What is looked at.
    what: String,
    /// Who does it.
    who: String,
}

/// Builds the part; nothing where no hours are known.
pub(super) fn build(material: &Material) -> Option<Plan> {
    let plan = &material.evaluation.plan;
    let words = material.words;
    let readable = |action: &&PlannedAction| material.is_internal() || !material.is_disputed(&action.finding);
    let months: Vec<_> = plan
        .months
        .iter()
        .map(|month| Month {
            title: words.fill("plan.month", &[("n", &month.month.to_string())]),
            hours: material.show.hours(month.hours),
            actions: month.actions.iter().filter(readable).filter_map(|one| action(material, one)).collect(),
        })
        .filter(|month| !month.actions.is_empty())
        .collect();
    if months.is_empty() {
        return None;
    }
    // What comes after lists only findings that the client reads of.
    let printed = printed::printed(material);
    let listed = |action: &&PlannedAction| material.is_internal() || printed.has(&action.finding);
    let after: Vec<_> =
        plan.after.iter().filter(readable).filter(listed).filter_map(|one| action(material, one)).collect();
    let more = plan.after.iter().filter(readable).count().saturating_sub(after.len());
    let planned = months.iter().map(|month| month.actions.len()).sum();
    let hours = plan.hours.map(|hours| material.show.hours(hours)).unwrap_or_default();
    let reserved = if plan.reserved > 0.0 {
        words.fill("plan.reserved", &[("hours", &material.show.hours(plan.reserved))])
    } else {
        String::new()
    };
    Some(Plan {
        headline: words.counted("plan.headline", planned, &[]),
        says: format!("{} {reserved}", words.fill("plan.says", &[("hours", &hours)])).trim().to_owned(),
        months,
        after,
        more: (more > 0).then(|| words.counted("plan.more", more, &[])),
        measure: measure(material),
        decide: words.get("plan.decide").to_owned(),
    })
}

/// The actions of all months that the client may read of, each once.
pub(super) fn actions(material: &Material, plan: &PlanEvaluation) -> Vec<Action> {
    let planned = plan.months.iter().flat_map(|month| &month.actions);
    let readable = planned.filter(|action| !action.continued && !material.is_disputed(&action.finding));
    readable.filter_map(|one| action(material, one)).collect()
}

/// The actions of the first week, for an owner alone; without a plan the most pressing quick ones.
pub(super) fn this_week(material: &Material) -> Vec<String> {
    let planned = material.evaluation.plan.months.first();
    let first = planned.into_iter().flat_map(|month| &month.actions).filter(|action| action.week <= 1);
    let planned: Vec<_> = first.filter_map(|one| text(material, &one.finding)).take(3).collect();
    if !planned.is_empty() {
        return planned;
    }
    let pressing = || material.presentable().filter(|(_, fired)| fired.priority.is_some());
    let quick = pressing().filter(|(_, fired)| fired.label == crate::evaluation::Label::QuickWin);
    let mut chosen: Vec<_> = quick.take(2).map(|(finding, _)| finding).collect();
    for (finding, _) in pressing() {
        if chosen.len() >= 2 {
            break;
        }
        if !chosen.iter().any(|one| one.id == finding.id) {
            chosen.push(finding);
        }
    }
    chosen.iter().map(|finding| material.text(&finding.action).to_owned()).collect()
}

fn text(material: &Material, finding: &str) -> Option<String> {
    let text = material.text(&material.selection.finding(finding)?.action);
    (!text.is_empty()).then(|| text.to_owned())
}

fn action(material: &Material, planned: &PlannedAction) -> Option<Action> {
    let finding = material.selection.finding(&planned.finding)?;
    let words = material.words;
    let text = text(material, &planned.finding)?;
    let (from, until) = (i64::from(planned.week), i64::from(planned.until));
    let weeks = match planned.week {
        0 => String::new(),
        week if week == planned.until => words.fill("plan.week", &[("n", &week.to_string())]),
        _ => words
            .fill("plan.weeks", &[("range", &material.show.range(f64::from(planned.week), f64::from(planned.until)))]),
    };
    let share = |weeks: i64| charts::percent(f64::from(i32::try_from(weeks).unwrap_or(0)) * 100.0 / 12.0);
    let day = |weeks: i64| {
        let date = material.assessment.date.checked_add(jiff::Span::new().days(7 * weeks));
        date.map(|date| date.to_string()).unwrap_or_default()
    };
    let marks = [
        (planned.standard, "plan.standard"),
        (planned.moved && material.is_internal(), "plan.moved"),
        (planned.continued, "plan.continued"),
    ];
    let marks: Vec<_> = marks.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| words.get(key).to_owned()).collect();
    Some(Action {
        id: finding.id.clone(),
        who: findings::owner(material, finding),
        hours: material.show.hours(planned.hours),
        weeks,
        from: (from > 0).then(|| share(from - 1)),
        width: (from > 0).then(|| share(until - from + 1)),
        starts: if from > 0 { day(from - 1) } else { String::new() },
        ends: if from > 0 { day(until) } else { String::new() },
        plain: drawable(&text),
        note: (!marks.is_empty()).then(|| material.show.names(&marks)),
        text,
    })
}

/// Letters, digits and spaces of the first words: nothing that ends a line of a drawing or begins a new thing in it.
fn drawable(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<_> = plain.split_whitespace().take(7).collect();
    words.join(" ")
}

/// When what is looked at, and by whom; days are counted from the assessment.
fn measure(material: &Material) -> Vec<Measure> {
    let words = material.words;
    let text = |row: &toml::Value, key: &str| row.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let when = |row: &toml::Value| {
        let day = row.get("day").and_then(toml::Value::as_integer);
        let date = day.and_then(|day| material.assessment.date.checked_add(jiff::Span::new().try_days(day).ok()?).ok());
        match (day, date) {
            (Some(day), Some(date)) => {
                words.fill("plan.day", &[("n", &day.to_string()), ("date", &material.show.date(date))])
            }
            _ => text(row, "when"),
        }
    };
    let mut rows: Vec<_> = words
        .rows("plan.measure")
        .iter()
        .map(|row| Measure { when: when(row), what: text(row, "what"), who: text(row, "who") })
        .collect();
    rows.extend(goals::open_goals(material).filter_map(|goal| {
        let deadline = goal.deadline.filter(|_| goal.kind != GoalKind::Standard)?;
        Some(Measure {
            when: material.show.date(deadline),
            what: words.fill("plan.deadline", &[("goal", &goals::title(material, goal))]),
            who: words.get("plan.consultant").to_owned(),
        })
    }));
    rows
}
