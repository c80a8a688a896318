//! The shape of numeric answers.

use super::fields::Fields;
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::questionnaire::{NumberKind, NumberSpec, Per};

/// The times a rate can be for.
pub(super) const PERIODS: [(&str, Per); 5] =
    [("day", Per::Day), ("week", Per::Week), ("month", Per::Month), ("quarter", Per::Quarter), ("year", Per::Year)];

/// Where a file gives no bounds: nothing negative, and nothing that could only be a slip.
pub(super) const WIDEST: (f64, f64) = (0.0, 1e12);

/// The shape of a number of some kind; `at_most` is read for questions, not for cells.
pub(super) fn number(reading: &mut Reading<'_>, fields: &mut Fields<'_>, kind: NumberKind, cell: bool) -> NumberSpec {
    let unit = if kind == NumberKind::Count { fields.text(reading, "unit") } else { Default::default() };
    let per = if kind == NumberKind::Interval { None } else { fields.word(reading, "per", &PERIODS) };
    let name = fields.name("bounds");
    let default = if kind == NumberKind::Percent { (0.0, 100.0) } else { WIDEST };
    let bounds = fields.find("bounds").and_then(|node| reading.pair(node, &name)).unwrap_or(default);
    let at_most = if cell { None } else { fields.string(reading, "at_most") };
    if at_most.is_some() && at_most.as_deref() == fields.peek_string("id") {
        let message = format!("{} names the question itself", fields.name("at_most"));
        reading.error(fields.place("at_most"), message, "Name the question whose answer is never smaller");
    } else if let Some(id) = &at_most {
        let (id, span, what) = (id.clone(), fields.place("at_most"), fields.name("at_most"));
        reading.references.push(Reference { id, span, what, wanted: Wanted::NumericQuestion });
    }
    let whole = fields.flag(reading, "whole");
    NumberSpec { kind, unit, per, bounds, at_most, whole }
}

/// Fewest and most entries of a list or rows of a table.
pub(super) fn sizes(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> (usize, usize) {
    /// More rows than anyone names in a call, few enough to stay quick.
    const MOST: usize = 100;
    let name = fields.name("bounds");
    let Some(node) = fields.find("bounds") else { return (0, MOST) };
    let Some((least, most)) = reading.pair(node, &name) else { return (0, MOST) };
    if least < 0.0 || most < 1.0 || least.fract() != 0.0 || most.fract() != 0.0 || most > 10_000.0 {
        let message = format!("{name} counts entries, but is [{least}, {most}]");
        reading.error(node.span(), message, "Write the fewest and the most as whole numbers, such as [0, 15]");
        return (0, MOST);
    }
    (least as usize, most as usize)
}
