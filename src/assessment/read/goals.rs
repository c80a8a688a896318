//! Reads the goals, and the actions of the plan that were moved by hand.

use toml::de::{DeTable, DeValue};

use super::fields::Reader;
use crate::assessment::{Goal, GoalStatus, Moved, PlanPlace};

/// The keys of a goal, in the order they are written.
pub(in crate::assessment) const GOAL_KEYS: [&str; 18] = [
    "metric",
    "definition",
    "wanted",
    "deadline",
    "owner",
    "owner_is_new",
    "released_hours",
    "search_content",
    "status",
    "reason",
    "agreed",
    "baseline",
    "low",
    "base",
    "high",
    "planned",
    "actual",
    "closed",
];

/// How many months the plan has.
const MONTHS: f64 = 3.0;

impl Reader<'_> {
    pub(super) fn goal(&mut self, table: &DeTable<'_>) -> Goal {
        self.known_keys(table, &GOAL_KEYS, "in [[goals]]");
        let statuses = GoalStatus::ALL.map(|status| (status.id(), status));
        let metric = self.text(table, "metric").unwrap_or_default();
        if table.get("metric").is_none() {
            let place = table.keys().map(|key| key.span()).min_by_key(|span| span.start).unwrap_or_default();
            self.warn(
                place,
                "a goal does not say which number it is about",
                "Add a line such as metric = \"enquiries\"; until then it is kept and not used",
            );
        }
        Goal {
            metric,
            definition: self.text(table, "definition").unwrap_or_default(),
            wanted: self.number(table, "wanted"),
            deadline: self.date(table, "deadline"),
            owner: self.text(table, "owner").unwrap_or_default(),
            owner_is_new: self.flag(table, "owner_is_new").unwrap_or_default(),
            released_hours: self.hours(table, "released_hours"),
            search_content: self.flag(table, "search_content").unwrap_or_default(),
            status: self.word(table, "status", &statuses).unwrap_or_default(),
            reason: self.text(table, "reason").unwrap_or_default(),
            agreed: self.date(table, "agreed"),
            baseline: self.number(table, "baseline"),
            low: self.number(table, "low"),
            base: self.number(table, "base"),
            high: self.number(table, "high"),
            planned: self.number(table, "planned"),
            actual: self.number(table, "actual"),
            closed: self.date(table, "closed"),
        }
    }

    fn hours(&mut self, table: &DeTable<'_>, key: &str) -> f64 {
        let hours = self.number(table, key).unwrap_or_default();
        if hours < 0.0
            && let Some(field) = table.get(key)
        {
            self.error(
                field.span(),
                format!("'{key}' is {hours}, but hours cannot be negative"),
                "Write how many hours a month are released, or leave the line out",
            );
        }
        hours.max(0.0)
    }

    /// `[plan] moved = { G13 = 2, G25 = "after" }`.
    pub(super) fn moved(&mut self, document: &DeTable<'_>) -> Moved {
        let mut moved = Moved::new();
        let Some(field) = document.get("plan") else { return moved };
        let Some(plan) = self.table(field, "'plan'") else { return moved };
        self.known_keys(plan, &["moved"], "in [plan]");
        let Some(field) = plan.get("moved") else { return moved };
        let Some(table) = self.table(field, "'moved' in [plan]") else { return moved };
        for (id, field) in table {
            let place = match field.get_ref() {
                DeValue::String(word) if word == "after" => Some(PlanPlace::After),
                DeValue::Integer(_) => self
                    .finite(field)
                    .filter(|month| (1.0..=MONTHS).contains(month))
                    .map(|month| PlanPlace::Month(month as u8)),
                _ => None,
            };
            match place {
                Some(place) => {
                    moved.insert(id.get_ref().to_string(), place);
                }
                None => self.error(
                    field.span(),
                    format!("the action of '{}' is moved to no month of the plan", id.get_ref()),
                    "Write 1, 2 or 3, or \"after\"",
                ),
            }
        }
        moved
    }
}
