//! Answers from outside, one or many, written all together or not at all.

use jiff::Timestamp;

use super::failure::Failure;
use super::installation::Installation;
use super::json;
use super::opened::{OpenedToChange, open_to_change};
use super::output::Output;
use crate::assessment::{Assessment, Change, Mode, Value, evidence_of_entry, parse_date, parse_number};
use crate::problem::{Severity, nearest};
use crate::questionnaire::{Kind, Question, Selection};

/// The answers of one command: question id and what was said to it.
pub(super) type Entries<T> = Vec<(String, T)>;

/// Turns what was said to a question into a change; nothing when there is none; or the reason why it cannot.
pub(super) type Reading<T> = fn(&Question, &T, &Assessment) -> Result<Option<Change>, String>;

/// Writes all entries into an assessment, or none and says everything that is wrong.
pub(super) fn write_all<T>(wanted: &str, entries: &Entries<T>, read: Reading<T>) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let OpenedToChange { mut file, selection, misfits } = open_to_change(&installation, wanted)?;
    let unfit: Vec<_> = misfits
        .iter()
        .filter(|misfit| misfit.severity == Severity::Error && entries.iter().all(|(id, _)| *id != misfit.question))
        .map(|misfit| format!("{}: {}. {}", misfit.question, misfit.message, misfit.remedy))
        .collect();
    if !unfit.is_empty() {
        let message =
            format!("{} has answers that do not fit their questions:\n  {}", file.path().display(), unfit.join("\n  "));
        return Err(Failure::work(message, "Mend them first; `gapwise check` shows the places. Nothing was changed"));
    }
    let mut assessment = file.assessment().clone();
    let mut wrong = Vec::new();
    let mut written = 0;
    let now = Timestamp::now();
    for (id, entry) in entries {
        let Some(question) = selection.question(id) else {
            wrong.push(unknown_question(id, &selection));
            continue;
        };
        match read(question, entry, &assessment) {
            Ok(Some(change)) => {
                assessment.record(id, change, now);
                written += 1;
            }
            Ok(None) => {}
            Err(reason) => wrong.push(format!("{id}: {reason}")),
        }
    }
    if !wrong.is_empty() {
        let count = if wrong.len() == 1 { "one answer does" } else { "these answers do" };
        let message = format!("{count} not fit, so nothing was changed:\n  {}", wrong.join("\n  "));
        return Err(Failure::work(message, "Mend them and run the command again"));
    }
    file.save(&assessment)?;
    let plural = if written == 1 { "answer" } else { "answers" };
    Ok(Output::default().and_say(format!("{written} {plural} written to {}", file.path().display())))
}

fn unknown_question(id: &str, selection: &Selection) -> String {
    match nearest(id, selection.questions().map(|question| question.id.as_str())) {
        Some(near) => format!("{id}: no questionnaire of this assessment asks that. Did you mean '{near}'?"),
        None => format!("{id}: no questionnaire of this assessment asks that"),
    }
}

/// What was typed after `ID=`.
pub(super) fn typed(question: &Question, text: &str, assessment: &Assessment) -> Result<Option<Change>, String> {
    let text = text.trim();
    let list =
        |text: &str| text.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    match (text, &question.kind) {
        ("?", _) => return Ok(Some(Change::Unknown)),
        ("-", _) => return Ok(Some(Change::NotApplicable { reason: String::new() })),
        ("", _) => return Ok(Some(Change::Clear)),
        (_, Kind::Number(_)) => return number(question, text, assessment.mode).map(Some),
        _ => {}
    }
    let value = match &question.kind {
        Kind::One(_) | Kind::Text { .. } => Value::Text(text.to_owned()),
        Kind::Rating(_) => Value::Number(text.parse().map_err(|_| format!("'{text}' is not a rating: type 0 to 4"))?),
        Kind::Date => Value::Date(parse_date(text).map_err(|error| error.to_string())?),
        Kind::Many { .. } | Kind::List { .. } if !text.starts_with('[') => Value::Texts(list(text)),
        _ => {
            let data = serde_json::from_str(text).map_err(|error| {
                format!("a table or list is typed as JSON, for example '[{{\"name\": \"ads\"}}]': {error}")
            })?;
            return json::read(question, &data, assessment);
        }
    };
    suited(question, value, assessment).map(|value| Some(Change::value(value)))
}

/// A quantity as it was typed, with its range and evidence.
pub(super) fn number(question: &Question, text: &str, mode: Mode) -> Result<Change, String> {
    let spec = question.number().ok_or("no number is wanted here")?;
    let entered = parse_number(text, spec).map_err(|error| error.to_string())?;
    Ok(Change::Value {
        value: Value::Number(entered.value),
        evidence: evidence_of_entry(mode, question, entered.guess, false),
        low: entered.low,
        high: entered.high,
    })
}

/// The value in its question's shape, or everything that does not fit.
pub(super) fn suited(question: &Question, mut value: Value, assessment: &Assessment) -> Result<Value, String> {
    let audiences = match &question.kind {
        Kind::Grid { columns_from, .. } => assessment.value(columns_from).map(Value::texts).unwrap_or_default(),
        _ => &[],
    };
    let misfits = crate::assessment::suit(question, &mut value, audiences);
    if misfits.is_empty() {
        return Ok(value);
    }
    // in a file an unknown column is kept; from a script it is a mistake
    let told = |misfit: &crate::assessment::Misfit| {
        let place =
            misfit.path[1.min(misfit.path.len())..].iter().map(|part| counted(part)).collect::<Vec<_>>().join(", ");
        let place = if place.is_empty() { String::new() } else { format!(" (at {place})") };
        let remedy = misfit.remedy.replace("It is kept and not used", "").replace("  ", " ");
        format!("{}{place}. {}", misfit.message, remedy.trim()).trim_end_matches(". ").to_owned()
    };
    Err(misfits.iter().map(told).collect::<Vec<_>>().join("; "))
}

/// A part of a place inside an answer; people count entries from one.
fn counted(part: &str) -> String {
    part.parse::<usize>().map_or_else(|_| part.to_owned(), |index| format!("entry {}", index.saturating_add(1)))
}
