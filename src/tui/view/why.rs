//! How a number came about: the rule, the inputs with their evidence, the arithmetic, what is missing.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::pointed::Pointed;
use crate::evaluation::{Explained, Explanation, Input, MetricValue, Standing};
use crate::interview::{Action, Edit, Why, WhyEntry};
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::{Pen, cut, fitted};

/// The list of what can be explained, or one explanation.
pub fn why(pen: &mut Pen<'_>, look: &Look<'_>, why: &Why) {
    match why.explained.last() {
        None => list(pen, look, why),
        Some((id, cursor)) => match look.interview.explanation(id) {
            Some(explanation) => explained(pen, look, &explanation, *cursor),
            None => pen.text(&t!("call.why.nothing", locale = look.locale()), look.theme.ink()),
        },
    }
}

fn list(pen: &mut Pen<'_>, look: &Look<'_>, why: &Why) {
    let locale = look.locale();
    let mut lines = Pointed::default();
    let width = usize::from(pen.area.width);
    for (at, entry) in why.entries.iter().enumerate() {
        if at == 0 || at == why.related {
            if at > 0 {
                lines.heading(Line::default());
            }
            let heading = if at == 0 { "call.why.related" } else { "call.why.all" };
            lines.heading(Span::styled(t!(heading, locale = locale).into_owned(), look.theme.loud()));
        }
        let value = fitted(&value_of(look, entry), 16, true);
        let name = fitted(&described(look, &entry.id), width.saturating_sub(32), false);
        lines.entry(format!(" {} {name} {value}", fitted(&kind(entry.kind, locale), 12, false)));
    }
    let room = usize::from(pen.left());
    lines.draw(pen, look, why.cursor, room, true);
}

fn kind(kind: Explained, locale: &str) -> String {
    let key = match kind {
        Explained::Overall => "call.why.overall",
        Explained::Area => "call.why.area",
        Explained::Metric => "call.why.metric",
        Explained::Finding => "call.why.finding",
        Explained::Strength => "call.why.strength",
        Explained::Question => "call.why.question",
    };
    t!(key, locale = locale).into_owned()
}

/// What something is called: a label, a title, what a finding states.
pub fn described(look: &Look<'_>, id: &str) -> String {
    let selection = look.interview.selection();
    if let Some(question) = selection.question(id) {
        return look.text(&question.label).to_owned();
    }
    if let Some(metric) = selection.metric(id) {
        return look.text(&metric.label).to_owned();
    }
    for (questionnaire, evaluated) in selection.questionnaires.iter().zip(&look.interview.evaluation().questionnaires) {
        if questionnaire.id == id {
            return look.text(&questionnaire.title).to_owned();
        }
        if let Some(area) = questionnaire.area(id) {
            return look.text(&area.title).to_owned();
        }
        if let Some(finding) = questionnaire.finding(id) {
            let names = evaluated.finding(id).map_or(&[][..], |one| &one.names);
            return look.display.statement(&finding.statement, Some(&finding.statement_one), names);
        }
        if let Some(strength) = questionnaire.strengths.iter().find(|one| one.id == id) {
            let names = evaluated.strengths.iter().find(|one| one.id == id).map_or(&[][..], |one| &one.names);
            return look.display.statement(&strength.statement, None, names);
        }
    }
    id.to_owned()
}

fn value_of(look: &Look<'_>, entry: &WhyEntry) -> String {
    let evaluation = look.interview.evaluation();
    let missing = || t!("call.why.missing_value", locale = look.locale()).into_owned();
    match entry.kind {
        Explained::Metric => {
            let metric = look.interview.selection().metric(&entry.id);
            let value = evaluation.metric(&entry.id).and_then(|one| one.value.as_ref());
            metric.zip(value).map_or_else(missing, |(metric, value)| look.display.metric(metric, value))
        }
        Explained::Area => {
            let area = evaluation.questionnaires.iter().find_map(|one| one.area(&entry.id));
            area.and_then(|area| area.score).map_or_else(missing, |score| look.display.internal_score(score))
        }
        Explained::Overall => {
            let one = evaluation.questionnaires.iter().find(|one| one.id == entry.id);
            one.and_then(|one| one.overall.score).map_or_else(missing, |score| look.display.internal_score(score))
        }
        Explained::Finding => {
            let fired = evaluation.questionnaires.iter().find_map(|one| one.finding(&entry.id));
            let priority = fired.and_then(|one| one.priority).map(|priority| look.display.number(priority, 2));
            priority
                .map(|one| t!("call.why.priority", locale = look.locale(), value = one).into_owned())
                .unwrap_or_default()
        }
        Explained::Strength => String::new(),
        Explained::Question => {
            let question = look.interview.selection().question(&entry.id);
            question.and_then(|question| look.answered(question)).unwrap_or_else(missing)
        }
    }
}

fn explained(pen: &mut Pen<'_>, look: &Look<'_>, one: &Explanation, cursor: usize) {
    let locale = look.locale();
    let named = format!("{}  {}", kind(one.kind, locale), one.id);
    pen.line(Span::styled(cut(&named, pen.area.width.into()), look.theme.quiet()));
    pen.text_at_most(&described(look, &one.id), look.theme.loud(), 2);
    if let Some(metric) = look.interview.selection().metric(&one.id).filter(|_| pen.left() > 10) {
        pen.text_at_most(look.text(&metric.explain), look.theme.ink(), 2);
    }
    pen.gap();
    let tight = pen.left() < 12;
    let mut part = |key: &str, text: &str, most: u16| {
        if text.is_empty() {
            return;
        }
        let name = t!(key, locale = locale);
        let width = pen.area.width;
        let row = pen.area;
        pen.buffer.set_span(row.x, row.y, &Span::styled(name, look.theme.quiet()), 12);
        (pen.area.x, pen.area.width) = (row.x + 13, width.saturating_sub(13));
        pen.text_at_most(text, look.theme.ink(), most);
        (pen.area.x, pen.area.width) = (row.x, width);
    };
    part("call.why.rule", &one.rule, if tight { 1 } else { 3 });
    for step in one.arithmetic.iter().filter(|step| **step != one.rule) {
        part("call.why.worked_out", step, if tight { 1 } else { 3 });
    }
    part("call.why.factors", &factors(look, &one.id), 2);
    part("call.why.result", &result(look, one), 2);
    let missing: Vec<String> = one.missing.iter().map(|id| described(look, id)).collect();
    part("call.why.needs", &look.display.names(&missing), 2);
    if pen.left() > 3 {
        pen.gap();
    }
    inputs(pen, look, one, cursor);
}

/// What the priority of a finding is the product of.
fn factors(look: &Look<'_>, id: &str) -> String {
    let fired = look.interview.evaluation().questionnaires.iter().find_map(|one| one.finding(id));
    let Some(factors) = fired.and_then(|fired| fired.factors) else { return String::new() };
    let number = |value: f64| look.display.number(value, 2);
    t!(
        "call.why.factors_of",
        locale = look.locale(),
        severity = number(factors.severity),
        weight = number(factors.weight),
        gap = number(factors.gap),
        confidence = number(factors.confidence),
        effort = factors.effort_class,
        pain = number(factors.pain)
    )
    .into_owned()
}

fn result(look: &Look<'_>, one: &Explanation) -> String {
    let locale = look.locale();
    let metric = look.interview.selection().metric(&one.id);
    match (&one.result, one.kind) {
        (Some(value), Explained::Metric) => metric.map(|it| look.display.metric(it, value)).unwrap_or_default(),
        (Some(MetricValue::Number(score)), Explained::Area | Explained::Overall) => look.display.internal_score(*score),
        (Some(MetricValue::Number(priority)), Explained::Finding) => {
            t!("call.why.fires", locale = locale, value = look.display.number(*priority, 2)).into_owned()
        }
        (None, Explained::Strength) => {
            let held = look.interview.evaluation().questionnaires.iter().flat_map(|it| &it.strengths);
            let holds = held.into_iter().any(|it| it.id == one.id);
            t!(if holds { "call.why.holds" } else { "call.why.does_not_fire" }, locale = locale).into_owned()
        }
        (None, Explained::Finding) if one.missing.is_empty() => {
            t!("call.why.does_not_fire", locale = locale).into_owned()
        }
        (None, Explained::Finding) => t!("call.why.not_judged", locale = locale).into_owned(),
        (_, Explained::Question) => {
            let question = look.interview.selection().question(&one.id);
            question.and_then(|question| look.answered(question)).unwrap_or_default()
        }
        _ => t!("call.why.missing_value", locale = locale).into_owned(),
    }
}

fn inputs(pen: &mut Pen<'_>, look: &Look<'_>, one: &Explanation, cursor: usize) {
    let room = usize::from(pen.left());
    let first = (cursor + 1).saturating_sub(room);
    let width = usize::from(pen.area.width);
    for (at, input) in one.inputs.iter().enumerate().skip(first).take(room) {
        let value = value_of_input(look, input);
        let evidence = input.evidence.map(|one| look.display.evidence(one)).unwrap_or_default();
        let weight = weight(look, one, input);
        let name = fitted(&described(look, &input.id), width.saturating_sub(48).max(22), false);
        let text = format!(" {name} {} {}  {weight}", fitted(&value, 22, false), fitted(&evidence, 9, false));
        let text = cut(&text, width);
        pen.clickable(1, [steps(cursor, at), vec![Action::Edit(Edit::Enter)]].concat());
        if at == cursor {
            pen.bar(Line::from(text), look.theme.focus());
        } else {
            pen.line(Span::styled(text, look.theme.ink()));
        }
    }
}

/// What an item of an area brings, or an area of the whole.
fn weight(look: &Look<'_>, one: &Explanation, input: &Input) -> String {
    let evaluated = &look.interview.evaluation().questionnaires;
    let number = |value: f64| look.display.number(value, 1);
    match one.kind {
        Explained::Area => {
            let area = evaluated.iter().find_map(|it| it.area(&one.id));
            let item = area.and_then(|area| area.items.iter().find(|item| item.id == input.id));
            item.map_or(String::new(), |item| match item.points {
                Some(points) => format!("{} × {}", number(item.weight), number(points)),
                None => format!("{} × –", number(item.weight)),
            })
        }
        Explained::Overall => {
            let area = evaluated.iter().find_map(|it| it.area(&input.id));
            area.map_or(String::new(), |area| format!("× {}", number(area.weight)))
        }
        _ => String::new(),
    }
}

fn value_of_input(look: &Look<'_>, input: &Input) -> String {
    let selection = look.interview.selection();
    if let Some(question) = selection.question(&input.id) {
        return match input.standing {
            Some(Standing::Answered) => look.answered(question).unwrap_or_default(),
            Some(standing) => look.display.standing(standing),
            None => String::new(),
        };
    }
    match (&input.value, selection.metric(&input.id)) {
        (Some(value), Some(metric)) => look.display.metric(metric, value),
        (Some(MetricValue::Number(score)), None) => look.display.internal_score(*score),
        _ => t!("call.why.missing_value", locale = look.locale()).into_owned(),
    }
}
