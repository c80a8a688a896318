//! What is known of the answer, what contradicts it, what else could be said.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::funnel::asked_at_once;
use crate::assessment::Status;
use crate::interview::Keys;
use crate::questionnaire::{Kind, Question};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut};

/// The answer's status and marks, contradictions, and the other ways to answer.
pub fn standing(pen: &mut Pen<'_>, look: &Look<'_>) {
    contradictions(pen, look);
    for ask in asked_at_once(look) {
        pen.text_at_most(look.text(ask), look.theme.accent(), 2);
    }
    usual(pen, look);
    let said = facts(look);
    if !said.is_empty() {
        pen.text_at_most(&said.join(" · "), look.theme.quiet(), 2);
    }
    if look.interview.answer().is_none_or(|answer| answer.status == Status::Open) {
        ways(pen, look);
    }
}

/// What could be begun with where nothing has been said yet.
fn usual(pen: &mut Pen<'_>, look: &Look<'_>) {
    let rows = look.interview.usual_rows();
    if rows.is_empty() || look.interview.is_engaged() {
        return;
    }
    let named = |row: &Vec<String>| row.first().map(|name| name.to_lowercase()).unwrap_or_default();
    let names: Vec<String> = rows.iter().map(named).collect();
    let names = look.display.names(&names);
    let text = t!("systems.usual", locale = look.locale(), count = rows.len(), names = names);
    pen.text_at_most(&text, look.theme.accent(), 4);
}

fn facts(look: &Look<'_>) -> Vec<String> {
    let locale = look.locale();
    let Some(answer) = look.interview.answer() else { return Vec::new() };
    let is_self = look.interview.is_self();
    let shows_private = look.interview.shows_private();
    let status = match &answer.status {
        Status::Open => None,
        Status::Unknown if is_self => Some(t!("tui.standing.self_unknown", locale = locale).into_owned()),
        Status::Unknown => Some(t!("tui.standing.unknown", locale = locale).into_owned()),
        Status::NotApplicable { reason } if reason.is_empty() => {
            Some(t!("tui.standing.na", locale = locale).into_owned())
        }
        Status::NotApplicable { reason } => {
            Some(t!("tui.standing.na_reason", locale = locale, reason = reason).into_owned())
        }
        Status::Owed { who, by } => {
            let who =
                if who.is_empty() { t!("tui.standing.somebody", locale = locale).into_owned() } else { who.clone() };
            Some(match by {
                None => t!("tui.standing.owed", locale = locale, who = who).into_owned(),
                Some(by) => {
                    t!("tui.standing.owed_by", locale = locale, who = who, date = look.display.date(*by)).into_owned()
                }
            })
        }
        // A number says how well it is known beside its field.
        Status::Answered(_) if look.interview.question().number().is_some() => None,
        Status::Answered(_) if !shows_private => Some(t!("tui.standing.answered", locale = locale).into_owned()),
        Status::Answered(_) => {
            let answered = t!("tui.standing.answered", locale = locale);
            Some(format!("{answered}, {}", look.display.evidence(answer.evidence())))
        }
    };
    let mark = |is_set: bool, key: &str| is_set.then(|| t!(key, locale = locale).into_owned());
    let marks = [
        status,
        mark(answer.later, "tui.standing.later"),
        mark(answer.pain && shows_private, "tui.standing.pain"),
        mark(answer.quote.is_some() && shows_private, "tui.standing.quote"),
        mark(answer.note.is_some() && shows_private, "tui.standing.note"),
    ];
    marks.into_iter().flatten().collect()
}

fn contradictions(pen: &mut Pen<'_>, look: &Look<'_>) {
    let id = &look.interview.question().id;
    for one in &look.interview.evaluation().contradictions {
        let (other, key) = match (one.question == *id, one.at_most == *id) {
            (true, _) => (&one.at_most, "tui.contradiction"),
            (_, true) => (&one.question, "tui.contradiction_of"),
            _ => continue,
        };
        let value = look.interview.selection().question(other).and_then(|question| look.answered(question));
        let text = t!(key, locale = look.locale(), label = look.label(other), value = value.unwrap_or_default());
        pen.text(&text, look.theme.accent());
    }
}

fn ways(pen: &mut Pen<'_>, look: &Look<'_>) {
    let is_self = look.interview.is_self();
    let writing = matches!(look.interview.keys(), Keys::Writing | Keys::Cells);
    let may_be_none = matches!(look.interview.question().kind, Kind::Table { .. } | Kind::List { .. });
    let keys: &[&str] = match (writing, is_self) {
        (true, true) => &["tui.or.field_self_unknown"],
        (true, false) => &["tui.or.field_unknown"],
        (false, true) => &["tui.or.self_unknown", "tui.or.self_na", "tui.or.self_owed"],
        (false, false) => &["tui.or.unknown", "tui.or.na", "tui.or.owed"],
    };
    if look.interview.keys() == Keys::Cells {
        return;
    }
    let none = (may_be_none && !writing).then_some("tui.or.none");
    let words: Vec<_> = none.iter().chain(keys).map(|key| t!(*key, locale = look.locale())).collect();
    let gap = [5, 3, 2].into_iter().find(|gap| {
        let width = words.iter().map(|word| word.width() + gap).sum::<usize>() - gap;
        width <= usize::from(pen.area.width)
    });
    pen.line(Span::styled(words.join(&" ".repeat(gap.unwrap_or(2))), look.theme.quiet()));
}

/// The answer before and the question to come, at the foot where there is room.
pub fn around(pen: &mut Pen<'_>, look: &Look<'_>) {
    let (before, then) = look.interview.neighbours();
    let question = |id: Option<&str>| id.and_then(|id| look.interview.selection().question(id));
    let width = usize::from(pen.area.width);
    let mut line = |key: &str, question: &Question, answer: Option<String>| {
        let name = t!(key, locale = look.locale());
        let label = look.text(&question.label).to_owned();
        let text = answer.map_or(label.clone(), |answer| format!("{label} · {answer}"));
        let text = cut(&text, width.saturating_sub(9));
        pen.line(Line::from(vec![
            Span::styled(format!("{name:<9}"), look.theme.quiet()),
            Span::styled(text, look.theme.quiet()),
        ]));
    };
    if let Some(one) = question(before) {
        line("tui.before", one, look.answered(one));
    }
    if let Some(one) = question(then) {
        line("tui.then", one, None);
    }
}
