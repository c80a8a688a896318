//! Before and after: what has changed since the assessment that this one follows up on (domain.md 6.6).

use serde::Serialize;

use super::Material;
use super::before_figures::{self, Figures};
use super::before_goals::{self, Goals};
use super::before_internal::{self, Details};
use crate::comparison::{AreaChange, ChangeSize, Comparison, QuestionnaireComparison, ScoreChange};
use crate::questionnaire::{Band, Questionnaire, Selection};
use crate::report::Earlier;
use crate::report::charts::{self, ThenNow};

/// What has changed.
#[derive(Debug, Serialize)]
pub(super) struct Before {
    /// How many parts stand higher and lower, without a full stop.
    pub(super) headline: String,
    /// The two dates.
    dates: Option<String>,
    /// The parts then and now, a chart for each questionnaire.
    charts: Vec<Chart>,
    /// The goals that were agreed, then and now; absent without any.
    goals: Option<Goals>,
    /// The numbers that changed; absent where none did.
    figures: Option<Figures>,
    /// What to keep in mind when reading it.
    notes: Vec<String>,
    /// What only the consultant reads.
    internal: Option<Details>,
}

/// The parts of one questionnaire, then and now.
#[derive(Debug, Serialize)]
struct Chart {
    /// The questionnaire, where there are several.
    title: Option<String>,
    /// How the drawing is read.
    read: String,
    /// The bands of the scale.
    bands: Vec<charts::BandPlace>,
    /// One line for each part, and one for the whole.
    rows: Vec<Row>,
}

/// A part, then and now.
#[derive(Debug, Serialize)]
struct Row {
    /// The part.
    title: String,
    /// Its score then, 0 to 100, or that too little was known.
    then: String,
    /// Its score now.
    now: String,
    /// What the difference is called.
    change: String,
    /// How much of it was answered both times.
    shared: String,
    /// Then and now, to be drawn.
    drawn: ThenNow,
    /// The drawing in words.
    spoken: String,
    /// Whether it is the line for the whole.
    is_overall: bool,
}

/// Builds the part; nothing where there is nothing to compare with.
///
/// What stands in the way of a comparison is the consultant's to know: the client's version is then without this part.
pub(super) fn build(material: &Material) -> Option<Before> {
    match material.earlier {
        Earlier::None => None,
        Earlier::Missing { reason } => material.is_internal().then(|| Before {
            headline: material.words.get("before.missing").to_owned(),
            dates: None,
            charts: Vec::new(),
            goals: None,
            figures: None,
            notes: vec![reason.to_owned()],
            internal: None,
        }),
        Earlier::Compared { comparison, selection } => compared(material, comparison, selection),
    }
}

fn compared(material: &Material, comparison: &Comparison, earlier: &Selection) -> Option<Before> {
    let is_internal = material.is_internal();
    if comparison.questionnaires.is_empty() && !is_internal {
        return None;
    }
    let charts: Vec<_> = comparison.questionnaires.iter().filter_map(|one| chart(material, one)).collect();
    let goals = before_goals::build(material, comparison, earlier);
    let figures = before_figures::build(material, comparison);
    if charts.is_empty() && goals.is_none() && figures.is_none() && !is_internal {
        return None;
    }
    let show = &material.show;
    let dates = [
        ("before", show.date(comparison.before)),
        ("now", show.date(comparison.now)),
        ("days", show.days(comparison.days as f64)),
    ];
    let dates: Vec<_> = dates.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Some(Before {
        headline: headline(material, comparison, charts.is_empty()),
        dates: Some(material.words.fill("before.dates", &dates)),
        notes: notes(material, comparison, !charts.is_empty(), figures.is_some()),
        charts,
        goals,
        figures,
        internal: is_internal.then(|| before_internal::build(material, comparison)),
    })
}

/// "Since 20 August 2026: two parts clearly higher and one part clearly lower".
fn headline(material: &Material, comparison: &Comparison, without_charts: bool) -> String {
    let words = material.words;
    let clear = || {
        let all = comparison.questionnaires.iter().flat_map(|one| &one.areas).filter_map(|area| area.change);
        all.filter(|change| change.size == ChangeSize::Clear)
    };
    let counted = |key: &str, number: usize| {
        let said = words.counted(key, number, &[("n", words.number(number).as_str())]);
        (number > 0).then_some(said)
    };
    let up = clear().filter(|change| change.points() > 0.0).count();
    let down = clear().filter(|change| change.points() < 0.0).count();
    let changes: Vec<_> = [counted("before.up", up), counted("before.down", down)].into_iter().flatten().collect();
    let changes = match (changes.is_empty(), without_charts) {
        (false, _) => material.show.names(&changes),
        (true, false) => words.get("before.no_clear").to_owned(),
        (true, true) if comparison.goals.is_empty() => words.get("before.nothing").to_owned(),
        (true, true) => words.get("before.goals_only").to_owned(),
    };
    let date = material.show.date(comparison.before);
    words.fill("before.headline", &[("date", &date), ("changes", &changes)])
}

fn chart(material: &Material, one: &QuestionnaireComparison) -> Option<Chart> {
    let questionnaire = material.selection.questionnaires.iter().find(|other| other.id == one.id)?;
    let areas: Vec<_> = one.areas.iter().filter(|area| area.applies).collect();
    if !areas.iter().any(|area| area.change.is_some()) {
        return None;
    }
    let bands = &questionnaire.bands;
    let mut rows: Vec<_> = areas.iter().map(|area| row(material, area, bands)).collect();
    if let Some(overall) = one.overall {
        let title = material.words.get("before.overall").to_owned();
        rows.push(Row { is_overall: true, ..changed(material, title, Some(overall), String::new(), bands) });
    }
    Some(Chart {
        title: material.is_about_several().then(|| material.text(&questionnaire.title).to_owned()),
        read: read(material),
        bands: scale(material, questionnaire),
        rows,
    })
}

fn scale(material: &Material, questionnaire: &Questionnaire) -> Vec<charts::BandPlace> {
    charts::bands(&questionnaire.bands, &material.show, None, |text| material.text(text).to_owned())
}

/// How the drawing is read, and from when on a change is called one.
fn read(material: &Material) -> String {
    let limits = &material.selection.assumptions.comparing;
    let (some, clear) = (material.show.plain(limits.some_change), material.show.plain(limits.clear_change));
    material.words.fill("before.read", &[("some", &some), ("clear", &clear)])
}

fn row(material: &Material, area: &AreaChange, bands: &[Band]) -> Row {
    let shared = material.show.percent(100.0 * area.shared, 0);
    changed(material, material.area_title(Some(&area.id)), area.change, shared, bands)
}

fn changed(material: &Material, title: String, change: Option<ScoreChange>, shared: String, bands: &[Band]) -> Row {
    let words = material.words;
    let whole = |value: f64| material.show.client_score(value, bands);
    let (then, now, said) = match change {
        Some(change) => (whole(change.before), whole(change.now), word(material, change)),
        None => (String::new(), String::new(), words.get("before.too_little").to_owned()),
    };
    let values = [("area", title.as_str()), ("then", &then), ("now", &now), ("change", &said)];
    let key = if change.is_some() { "before.spoken" } else { "before.spoken_none" };
    Row {
        spoken: words.fill(key, &values),
        drawn: ThenNow::of(change.map(|change| change.before), change.map(|change| change.now)),
        title,
        then,
        now,
        change: said,
        shared,
        is_overall: false,
    }
}

/// What a difference in points is called, with its direction where there is one to speak of.
pub(super) fn word(material: &Material, change: ScoreChange) -> String {
    let key = match (change.size, change.points() > 0.0) {
        (ChangeSize::NotClear, _) => "before.size.none",
        (ChangeSize::Some, true) => "before.size.some_up",
        (ChangeSize::Some, false) => "before.size.some_down",
        (ChangeSize::Clear, true) => "before.size.clear_up",
        (ChangeSize::Clear, false) => "before.size.clear_down",
    };
    material.words.get(key).to_owned()
}

fn notes(material: &Material, comparison: &Comparison, has_charts: bool, has_figures: bool) -> Vec<String> {
    let wanted = [
        ("before.both_times", has_charts),
        ("before.season", has_figures && !comparison.same_season),
        ("before.currency", !comparison.same_currency),
    ];
    wanted.into_iter().filter(|(_, applies)| *applies).map(|(key, _)| material.words.get(key).to_owned()).collect()
}
