//! Writes everything but the answers.

use std::cmp::Ordering;

use toml_edit::{DocumentMut, Item, Table, Value};

use super::fields::{date, entries, filled, raised, section, set_changed, text, texts, timestamp};
use super::goals::{write_goal, write_moved};
use super::order::compare_in;
use crate::assessment::read::FORMAT;
use crate::assessment::{Assessment, CallClock, Mode, NextStep, Note, NoteKind, Party, Progress, Reveal};

/// The keys at the top of the file, in order.
const TOP: [&str; 9] =
    ["format", "questionnaires", "mode", "status", "locale", "currency", "date", "follows", "consent"];

/// Writes the keys at the top, client and consultant.
pub(super) fn write(document: &mut DocumentMut, old: Option<&Assessment>, new: &Assessment) {
    let top = document.as_table_mut();
    if !top.contains_key("format") {
        top.insert("format", Item::Value(Value::from(i64::from(FORMAT))));
    }
    let changed = [
        set_changed(top, "questionnaires", old.map(|it| &it.questionnaires), &new.questionnaires, |it| Some(texts(it))),
        set_changed(top, "mode", old.map(|it| &it.mode), &new.mode, |it| Some(mode(*it))),
        set_changed(top, "status", old.map(|it| &it.progress), &new.progress, |it| Some(progress(*it))),
        set_changed(top, "locale", old.map(|it| &it.locale), &new.locale, |it| Some(text(it))),
        set_changed(top, "currency", old.map(|it| &it.currency), &new.currency, |it| Some(text(it))),
        set_changed(top, "date", old.map(|it| &it.date), &new.date, |it| date(*it)),
        set_changed(top, "follows", old.map(|it| &it.follows), &new.follows, |it| it.as_deref().map(text)),
        set_changed(top, "consent", old.map(|it| &it.consent), &new.consent, |it| it.and_then(timestamp)),
    ];
    if changed.contains(&true) {
        top.sort_values_by(|one, a, other, b| match (a.is_value(), b.is_value()) {
            (true, true) => compare_in(&TOP, one.get(), other.get()),
            (a, b) => b.cmp(&a).then(Ordering::Equal),
        });
    }
    write_party(top, "client", old.map(|it| &it.client), &new.client);
    write_party(top, "consultant", old.map(|it| &it.consultant), &new.consultant);
    write_call(top, old.map(|it| &it.call), &new.call);
}

/// Writes notes, next step and reactions.
pub(super) fn write_rest(document: &mut DocumentMut, old: Option<&Assessment>, new: &Assessment) {
    let top = document.as_table_mut();
    write_entries(top, "notes", old.map(|it| it.notes.as_slice()), &new.notes, write_note);
    write_entries(top, "goals", old.map(|it| it.goals.as_slice()), &new.goals, write_goal);
    write_moved(top, old.map(|it| &it.moved), &new.moved);
    write_next_step(top, old.map(|it| &it.next_step), &new.next_step);
    write_entries(top, "reveal", old.map(|it| it.reveal.as_slice()), &new.reveal, write_reveal);
}

fn mode(mode: Mode) -> Value {
    text(match mode {
        Mode::Consultant => "consultant",
        Mode::SelfAssessment => "self",
    })
}

fn progress(progress: Progress) -> Value {
    text(match progress {
        Progress::InProgress => "in_progress",
        Progress::Completed => "completed",
    })
}

fn write_party(top: &mut Table, key: &str, old: Option<&Party>, new: &Party) {
    if old.unwrap_or(&Party::default()) == new {
        return;
    }
    let table = section(top, key, false);
    type Field = fn(&Party) -> &String;
    let fields: [(&str, Field); 7] = [
        ("name", |it| &it.name),
        ("contact", |it| &it.contact),
        ("email", |it| &it.email),
        ("phone", |it| &it.phone),
        ("address", |it| &it.address),
        ("website", |it| &it.website),
        ("size", |it| &it.size),
    ];
    for (key, field) in fields {
        set_changed(table, key, old.map(field), field(new), |it| filled(it));
    }
    let order = fields.map(|(key, _)| key);
    table.sort_values_by(|one, _, other, _| compare_in(&order, one.get(), other.get()));
    if table.is_empty() {
        top.remove(key);
    }
}

fn write_entries<T: PartialEq>(
    top: &mut Table,
    key: &str,
    old: Option<&[T]>,
    new: &[T],
    write: fn(&mut Table, Option<&T>, &T),
) {
    let old = old.unwrap_or_default();
    if old == new {
        return;
    }
    if new.is_empty() {
        top.remove(key);
        return;
    }
    let tables = entries(top, key);
    while tables.len() > new.len() {
        tables.remove(tables.len() - 1);
    }
    for (index, entry) in new.iter().enumerate() {
        match tables.get_mut(index) {
            Some(table) => write(table, old.get(index), entry),
            None => {
                let mut table = Table::new();
                write(&mut table, None, entry);
                tables.push(table);
            }
        }
    }
}

fn write_note(table: &mut Table, old: Option<&Note>, new: &Note) {
    let kind = |kind: &NoteKind| {
        text(match kind {
            NoteKind::Note => "note",
            NoteKind::Todo => "todo",
            NoteKind::Scratch => "scratch",
        })
    };
    set_changed(table, "at", old.map(|it| &it.at), &new.at, |it| it.and_then(timestamp));
    set_changed(table, "area", old.map(|it| &it.area), &new.area, |it| filled(it));
    set_changed(table, "kind", old.map(|it| &it.kind), &new.kind, |it| Some(kind(it)));
    set_changed(table, "text", old.map(|it| &it.text), &new.text, |it| Some(text(it)));
}

fn write_reveal(table: &mut Table, old: Option<&Reveal>, new: &Reveal) {
    set_changed(table, "finding", old.map(|it| &it.finding), &new.finding, |it| Some(text(it)));
    set_changed(table, "reaction", old.map(|it| &it.reaction), &new.reaction, |it| filled(it));
    set_changed(table, "disputed", old.map(|it| &it.disputed), &new.disputed, |it| raised(*it));
}

fn write_call(top: &mut Table, old: Option<&Option<CallClock>>, new: &Option<CallClock>) {
    let old = old.and_then(Option::as_ref);
    let Some(new) = new else {
        if old.is_some() {
            top.remove("call");
        }
        return;
    };
    if old == Some(new) {
        return;
    }
    let table = section(top, "call", false);
    set_changed(table, "route", old.map(|it| &it.route), &new.route, |it| Some(text(it)));
    set_changed(table, "began", old.map(|it| &it.began), &new.began, |it| timestamp(*it));
    set_changed(table, "paused", old.map(|it| &it.paused), &new.paused, |it| it.and_then(timestamp));
}

fn write_next_step(top: &mut Table, old: Option<&Option<NextStep>>, new: &Option<NextStep>) {
    let old = old.and_then(Option::as_ref);
    let Some(new) = new else {
        if old.is_some() {
            top.remove("next_step");
        }
        return;
    };
    if old == Some(new) {
        return;
    }
    let table = section(top, "next_step", false);
    set_changed(table, "text", old.map(|it| &it.text), &new.text, |it| Some(text(it)));
    set_changed(table, "date", old.map(|it| &it.date), &new.date, |it| it.and_then(date));
    set_changed(table, "who", old.map(|it| &it.who), &new.who, |it| filled(it));
}
