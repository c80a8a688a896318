//! Fixed rows drawn as a funnel.

use super::fields::{Fields, did_you_mean};
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::questionnaire::{CellKind, Column, Computed, Funnel, Kind};

/// The key `funnel` of fixed rows; nothing where it is not given or has no column to count by.
pub(super) fn funnel(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    kind: &Kind,
    computed: &[Computed],
) -> Option<Funnel> {
    let mut inner = fields.inner(reading, "funnel")?;
    let Kind::Rows { columns, .. } = kind else {
        let message = format!("{} is drawn as a funnel, but has no fixed rows", fields.what);
        reading.error(inner.span.clone(), message, "Leave 'funnel' out, or make it rows");
        return None;
    };
    let count = column(reading, &mut inner, columns, "count");
    if count.is_none() && !inner.has("count") {
        inner.need(reading, "count");
    }
    let funnel = Funnel {
        count: count.unwrap_or_default(),
        previous: column(reading, &mut inner, columns, "previous"),
        rate: worked_out(reading, &mut inner, computed, "rate"),
        rate_before: worked_out(reading, &mut inner, computed, "rate_before"),
        cost: worked_out(reading, &mut inner, computed, "cost"),
        days: column(reading, &mut inner, columns, "days"),
        weakest: text_metric(reading, &mut inner, "weakest"),
        found_by: text_metric(reading, &mut inner, "found_by"),
        basis: text_metric(reading, &mut inner, "basis"),
    };
    inner.finish(reading);
    (!funnel.count.is_empty()).then_some(funnel)
}

/// A column of numbers.
fn column(reading: &mut Reading<'_>, fields: &mut Fields<'_>, columns: &[Column], key: &'static str) -> Option<String> {
    let id = fields.string(reading, key)?;
    let numeric = columns.iter().filter(|column| matches!(column.kind, CellKind::Number(_)));
    let known: Vec<&str> = numeric.map(|column| column.id.as_str()).collect();
    known_or_wrong(reading, fields, key, id, &known, "column of numbers")
}

/// A value worked out in every row.
fn worked_out(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    computed: &[Computed],
    key: &'static str,
) -> Option<String> {
    let id = fields.string(reading, key)?;
    let known: Vec<&str> = computed.iter().map(|one| one.id.as_str()).collect();
    known_or_wrong(reading, fields, key, id, &known, "computed value")
}

fn known_or_wrong(
    reading: &mut Reading<'_>,
    fields: &Fields<'_>,
    key: &'static str,
    id: String,
    known: &[&str],
    what: &str,
) -> Option<String> {
    if known.contains(&id.as_str()) {
        return Some(id);
    }
    let message = format!("{} is '{id}', but the question has no such {what}", fields.name(key));
    reading.error(fields.place(key), message, did_you_mean(&id, known));
    None
}

/// A text metric, looked up once all files are read.
fn text_metric(reading: &mut Reading<'_>, fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
    let id = fields.string(reading, key)?;
    let (span, what) = (fields.place(key), fields.name(key));
    reading.references.push(Reference { id: id.clone(), span, what, wanted: Wanted::Metric { text: true } });
    Some(id)
}
