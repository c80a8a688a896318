//! Writes the goals, and the actions of the plan that were moved by hand.

use toml_edit::{InlineTable, Table, Value};

use super::fields::{date, filled, number, raised, section, set_changed, text};
use super::order::compare_in;
use crate::assessment::read::GOAL_KEYS;
use crate::assessment::{Goal, Moved, PlanPlace};

pub(super) fn write_goal(table: &mut Table, old: Option<&Goal>, new: &Goal) {
    if old == Some(new) {
        return;
    }
    set_changed(table, "metric", old.map(|it| &it.metric), &new.metric, |it| Some(text(it)));
    set_changed(table, "definition", old.map(|it| &it.definition), &new.definition, |it| filled(it));
    set_changed(table, "deadline", old.map(|it| &it.deadline), &new.deadline, |it| it.and_then(date));
    set_changed(table, "owner", old.map(|it| &it.owner), &new.owner, |it| filled(it));
    set_changed(table, "owner_is_new", old.map(|it| &it.owner_is_new), &new.owner_is_new, |it| raised(*it));
    set_changed(table, "released_hours", old.map(|it| &it.released_hours), &new.released_hours, |hours| {
        (*hours > 0.0).then(|| number(*hours))
    });
    set_changed(table, "search_content", old.map(|it| &it.search_content), &new.search_content, |it| raised(*it));
    set_changed(table, "status", old.map(|it| &it.status), &new.status, |it| Some(text(it.id())));
    set_changed(table, "reason", old.map(|it| &it.reason), &new.reason, |it| filled(it));
    set_changed(table, "agreed", old.map(|it| &it.agreed), &new.agreed, |it| it.and_then(date));
    set_changed(table, "closed", old.map(|it| &it.closed), &new.closed, |it| it.and_then(date));
    type Field = fn(&Goal) -> &Option<f64>;
    let numbers: [(&str, Field); 7] = [
        ("wanted", |it| &it.wanted),
        ("baseline", |it| &it.baseline),
        ("low", |it| &it.low),
        ("base", |it| &it.base),
        ("high", |it| &it.high),
        ("planned", |it| &it.planned),
        ("actual", |it| &it.actual),
    ];
    for (key, field) in numbers {
        set_changed(table, key, old.map(field), field(new), |it| it.map(number));
    }
    table.sort_values_by(|one, _, other, _| compare_in(&GOAL_KEYS, one.get(), other.get()));
}

/// Writes `[plan] moved = { … }`; other keys of the section stay.
pub(super) fn write_moved(top: &mut Table, old: Option<&Moved>, new: &Moved) {
    if old.unwrap_or(&Moved::new()) == new {
        return;
    }
    let table = section(top, "plan", false);
    set_changed(table, "moved", old, new, |moved| {
        let place = |place: &PlanPlace| match place {
            PlanPlace::Month(month) => Value::from(i64::from(*month)),
            PlanPlace::After => text("after"),
        };
        let entries = moved.iter().map(|(id, to)| (id.as_str(), place(to)));
        (!moved.is_empty()).then(|| Value::InlineTable(entries.collect::<InlineTable>()))
    });
    if table.is_empty() {
        top.remove("plan");
    }
}
