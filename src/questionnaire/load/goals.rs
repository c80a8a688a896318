//! Goal rules: metrics to aim at, reasons not to, what slows progress down, options.

use super::fields::{Fields, did_you_mean};
use super::goal_texts::placeholders;
use super::ids::{Ids, Spelling, elements};
use super::number::{PERIODS, WIDEST};
use super::options::options;
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::questionnaire::{
    Area, Better, Builtin, Finding, GoalCheck, GoalClass, GoalMetric, GoalRules, Instead, NumberKind, NumberSpec,
    Question, Slowdown, Uses,
};

/// What goal rules refer to in their own file.
pub(super) struct Around<'a> {
    pub areas: &'a [Area],
    pub questions: &'a [Question],
    pub findings: &'a [Finding],
    pub uses: &'a Uses,
}

/// Everything a questionnaire says about goals.
pub(super) fn goals(reading: &mut Reading<'_>, fields: &mut Fields<'_>, around: &Around<'_>) -> GoalRules {
    let mut rules = GoalRules {
        metrics: metrics(reading, fields, around),
        checks: checks(reading, fields),
        slowdowns: slowdowns(reading, fields),
        options: options(reading, fields, around),
        ..GoalRules::default()
    };
    if let Some(mut inner) = fields.inner(reading, "goals") {
        rules.slow_sales = inner.expression(reading, "slow_sales");
        rules.expectation = inner.text(reading, "expectation");
        rules.expectation_long = inner.text(reading, "expectation_long");
        inner.finish(reading);
    }
    rules
}

fn classes() -> [(&'static str, GoalClass); 6] {
    GoalClass::ALL.map(|class| (class.id(), class))
}

fn metrics(reading: &mut Reading<'_>, fields: &mut Fields<'_>, around: &Around<'_>) -> Vec<GoalMetric> {
    let mut ids = Ids::default();
    let mut metrics: Vec<GoalMetric> = Vec::new();
    let mut throughs = Vec::new();
    for mut one in elements(reading, fields, "goal_metric", "goal metric", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let metric = metric(reading, &mut one, id, around);
        throughs.extend(metric.as_ref().and_then(|metric| Some((metric.through.clone()?, one.place("through")))));
        one.finish(reading);
        metrics.extend(metric);
    }
    let known: Vec<&str> = metrics.iter().map(|metric| metric.id.as_str()).collect();
    for (through, place) in throughs.iter().filter(|(through, _)| !known.contains(&through.as_str())) {
        reading.missing(place.clone(), format!("there is no goal metric '{through}'"), did_you_mean(through, &known));
    }
    metrics
}

fn metric(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    id: Option<String>,
    around: &Around<'_>,
) -> Option<GoalMetric> {
    fields.need(reading, "class");
    let class = fields.word(reading, "class", &classes());
    let label = fields.need_text(reading, "label");
    let manual = class == Some(GoalClass::Manual);
    let definition = if manual { fields.text(reading, "definition") } else { fields.need_text(reading, "definition") };
    fields.need(reading, "unit");
    let spec = spec(reading, fields);
    let better = fields.word(reading, "better", &[("higher", Better::Higher), ("lower", Better::Lower)]);
    let better = better.unwrap_or(Better::Higher);
    if better == Better::Lower && class.is_some_and(|class| !matches!(class, GoalClass::Standard | GoalClass::Manual)) {
        let message = format!("{} is forecast, so it can only get better by rising", fields.what);
        reading.error(fields.place("better"), message, "Make it a standard, or aim at a number that rises");
    }
    let baseline =
        if manual { fields.expression(reading, "baseline") } else { fields.need_expression(reading, "baseline") };
    let events = fields.expression(reading, "events");
    let lag = fields.expression(reading, "lag");
    let name = fields.name("lag_unknown");
    let lag_unknown = fields.find("lag_unknown").and_then(|node| reading.number_within(node, &name, 0.0, 40.0));
    let slow_sales = fields.flag(reading, "slow_sales");
    let leading = fields.need_text(reading, "leading");
    let through = fields.string(reading, "through");
    let areas = areas(reading, fields, around.areas);
    let cost = fields.expression(reading, "cost");
    let audience = fields.expression(reading, "audience");
    let per_enquiry = fields.expression(reading, "per_enquiry");
    let breakpoints = breakpoints(reading, fields, better);
    let finding = finding(reading, fields, around.findings);
    let standard = if class == Some(GoalClass::Standard) {
        fields.need_text(reading, "standard")
    } else {
        fields.text(reading, "standard")
    };
    placeholders(reading, fields, "standard", &standard, &["value"]);
    Some(GoalMetric {
        span: fields.place("id"),
        id: id?,
        label,
        definition,
        class: class?,
        spec: spec?,
        better,
        baseline,
        events,
        lag,
        lag_unknown,
        slow_sales,
        leading,
        through,
        areas,
        cost,
        audience,
        per_enquiry,
        breakpoints,
        finding,
        standard,
    })
}

/// What a value counts: a wish may be anything from nothing to what could only be a slip.
fn spec(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<NumberSpec> {
    let kinds = [
        ("number", NumberKind::Count),
        ("points", NumberKind::Count),
        ("percent", NumberKind::Percent),
        ("money", NumberKind::Money),
        ("hours", NumberKind::Hours),
        ("days", NumberKind::Days),
    ];
    let kind = fields.word(reading, "unit", &kinds);
    let unit = fields.text(reading, "noun");
    let per = fields.word(reading, "per", &PERIODS);
    Some(NumberSpec { kind: kind?, unit, per, bounds: WIDEST, at_most: None, whole: false })
}

fn areas(reading: &mut Reading<'_>, fields: &mut Fields<'_>, areas: &[Area]) -> Vec<String> {
    let known: Vec<&str> = areas.iter().map(|area| area.id.as_str()).collect();
    let named = fields.words(reading, "areas");
    for (id, span) in named.iter().filter(|(id, _)| !known.contains(&id.as_str())) {
        reading.missing(span.clone(), format!("there is no area '{id}'"), did_you_mean(id, &known));
    }
    named.into_iter().map(|(id, _)| id).collect()
}

/// The values a standard proposes, from the easiest to the hardest.
fn breakpoints(reading: &mut Reading<'_>, fields: &mut Fields<'_>, better: Better) -> Vec<f64> {
    let name = fields.name("breakpoints");
    let nodes = fields.list(reading, "breakpoints");
    let values: Vec<f64> = nodes.iter().filter_map(|node| reading.number(node, &name)).collect();
    let harder = |pair: &[f64]| if better == Better::Higher { pair[0] < pair[1] } else { pair[0] > pair[1] };
    if !values.windows(2).all(harder) {
        reading.error(
            fields.place("breakpoints"),
            format!("{name} must go from the easiest to the hardest"),
            "Reorder them",
        );
    }
    values
}

fn finding(reading: &mut Reading<'_>, fields: &mut Fields<'_>, findings: &[Finding]) -> Option<String> {
    let id = fields.string(reading, "finding")?;
    if !findings.iter().any(|finding| finding.id == id) {
        let known: Vec<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
        reading.missing(fields.place("finding"), format!("there is no finding '{id}'"), did_you_mean(&id, &known));
    }
    Some(id)
}

fn checks(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<GoalCheck> {
    let mut ids = Ids::default();
    let mut checks = Vec::new();
    for mut one in elements(reading, fields, "goal_check", "goal check", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        checks.extend(check(reading, &mut one, id));
        one.finish(reading);
    }
    checks
}

fn check(reading: &mut Reading<'_>, fields: &mut Fields<'_>, id: Option<String>) -> Option<GoalCheck> {
    let builtins = [
        ("baseline", Builtin::Baseline),
        ("events", Builtin::Events),
        ("hours", Builtin::Hours),
        ("owner", Builtin::Owner),
    ];
    let insteads = [
        Instead::Measure,
        Instead::Practice,
        Instead::Hours,
        Instead::Handover,
        Instead::Capacity,
        Instead::Draft,
        Instead::Proposed,
        Instead::Condition,
    ];
    let name = fields.name("order");
    let order = fields.need(reading, "order").and_then(|node| reading.number(node, &name));
    let builtin = fields.word(reading, "looks_at", &builtins);
    let when = fields.expression(reading, "when");
    if builtin.is_none() && when.is_none() && !fields.has("when") && !fields.has("looks_at") {
        reading.missing(
            fields.span.clone(),
            format!("{} never applies", fields.what),
            "Add 'when', or 'looks_at' with \"baseline\", \"events\", \"hours\" or \"owner\"",
        );
    }
    if builtin.is_some() && when.is_some() {
        let message = format!("{} has both 'when' and 'looks_at'", fields.what);
        reading.error(fields.place("when"), message, "Keep one of the two");
    }
    fields.need(reading, "classes");
    let concerned: Vec<GoalClass> = fields
        .words(reading, "classes")
        .into_iter()
        .filter_map(|(word, span)| {
            let found = classes().into_iter().find(|(name, _)| *name == word).map(|(_, class)| class);
            if found.is_none() {
                let known = classes().map(|(name, _)| name);
                reading.error(span, format!("'{word}' is no class of goals"), did_you_mean(&word, &known));
            }
            found
        })
        .collect();
    fields.need(reading, "instead");
    let instead = fields.word(reading, "instead", &insteads.map(|one| (one.id(), one)));
    let text = fields.need_text(reading, "text");
    let goal = if instead.is_some_and(|instead| instead.replaces() || instead == Instead::Condition) {
        fields.need_text(reading, "goal")
    } else {
        fields.text(reading, "goal")
    };
    for (key, text) in [("text", &text), ("goal", &goal)] {
        placeholders(reading, fields, key, text, &["metric", "owner", "hours", "events", "low", "high", "days"]);
    }
    Some(GoalCheck {
        span: fields.place("id"),
        id: id?,
        order: order?,
        when,
        builtin,
        classes: concerned,
        instead: instead?,
        text,
        goal,
    })
}

fn slowdowns(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Slowdown> {
    let mut ids = Ids::default();
    let mut slowdowns = Vec::new();
    for mut one in elements(reading, fields, "goal_slowdown", "goal slowdown", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let when = one.need_expression(reading, "when");
        let factor = one.need_string(reading, "factor");
        if let Some(id) = &factor {
            let (id, span, what) = (id.clone(), one.place("factor"), one.name("factor"));
            reading.references.push(Reference { id, span, what, wanted: Wanted::Factor });
        }
        let text = one.need_text(reading, "text");
        let span = one.place("id");
        one.finish(reading);
        if let (Some(id), Some(when), Some(factor)) = (id, when, factor) {
            slowdowns.push(Slowdown { id, when, factor, text, span });
        }
    }
    slowdowns
}
