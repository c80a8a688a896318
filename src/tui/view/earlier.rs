//! What was said last time, in one quiet line: value, status and evidence, and nothing private.

use rust_i18n::t;

use crate::assessment::{Status, Value};
use crate::interview::EarlierAnswer;
use crate::questionnaire::{Kind, Question};
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// Draws the hint, when there is an earlier answer and room for it.
pub fn earlier(pen: &mut Pen<'_>, look: &Look<'_>) {
    asked_before(pen, look);
    let Some(earlier) = look.interview.earlier_answer() else { return };
    let question = look.interview.question();
    let value = match &earlier.answer.status {
        Status::Answered(value) => answered(look, question, value, earlier),
        status => look.display.status(status),
    };
    let key = if earlier.other_version { "record.hint.other_version" } else { "record.hint.last_time" };
    let date = look.display.date(earlier.date);
    let text = t!(key, locale = look.locale(), date = date, value = value);
    pen.text_at_most(&text, look.theme.quiet(), 2);
}

/// What was said to a simpler question about the same, in another questionnaire of this assessment.
fn asked_before(pen: &mut Pen<'_>, look: &Look<'_>) {
    for (question, answer) in look.interview.asked_before() {
        let value = match &answer.status {
            Status::Answered(value) => look.display.answer(question, value),
            status => look.display.status(status),
        };
        let title = look.interview.selection().questionnaire_of(&question.id).map(|one| look.text(&one.title));
        let title = title.unwrap_or_default();
        let label = look.text(&question.label);
        let said = t!("systems.asked_before", locale = look.locale(), title = title, label = label, value = value);
        pen.text_at_most(&said, look.theme.quiet(), 2);
    }
}

fn answered(look: &Look<'_>, question: &Question, value: &Value, earlier: EarlierAnswer<'_>) -> String {
    let mut text = look.display.answer(question, value);
    // a table is known again by what stands in its first column
    if let (Kind::Table { columns, .. }, Some(first)) = (&question.kind, question.columns().first()) {
        let names = value.rows().iter().filter_map(|row| row.get(&first.id)?.as_text());
        let names: Vec<String> = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
        if !columns.is_empty() && !names.is_empty() {
            text = format!("{text}: {}", look.display.names(&names));
        }
    }
    // how sure a client was is not for a shared screen; an owner alone is asked for it only with numbers
    let shows_private = look.interview.shows_private();
    let tells_evidence = shows_private || (look.interview.is_self() && question.number().is_some());
    if !tells_evidence {
        return text;
    }
    let evidence = look.display.evidence(earlier.answer.evidence());
    t!("record.hint.with_evidence", locale = look.locale(), value = text, evidence = evidence).into_owned()
}
