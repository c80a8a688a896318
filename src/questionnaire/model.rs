//! What a questionnaire is once it has been loaded: pure data, every reference checked.
//!
//! `questionnaires/FORMAT.md` describes the same from an author's side.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::expression::Expression;
use super::question::Question;
use crate::problem::{Source, Span};

/// A text in one or several languages; never empty once loaded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalText {
    /// Language tag and text, the questionnaire's first language first.
    pub texts: Vec<(Arc<str>, String)>,
}

impl LocalText {
    /// The text in a language, or in the questionnaire's first where that is missing.
    pub fn get(&self, locale: &str) -> &str {
        self.texts.iter().find(|(tag, _)| &**tag == locale).or_else(|| self.texts.first()).map_or("", |(_, text)| text)
    }
}

/// A whole questionnaire: what is asked, how it is scored, what is found, what is advised.
#[derive(Debug, Clone)]
pub struct Questionnaire {
    /// Its id, for example `gap-analysis`.
    pub id: String,
    /// Its version, for example `1.0.0`.
    pub version: String,
    /// Languages it is written in, the first being the default.
    pub locales: Vec<Arc<str>>,
    /// Its name.
    pub title: LocalText,
    /// One sentence for the home screen.
    pub summary: LocalText,
    /// How long it takes, roughly, in minutes.
    pub minutes: u32,
    /// What the score means, printed beside the band.
    pub note: LocalText,
    /// Questions that play a part the program knows of.
    pub uses: Uses,
    /// Bands of the score, ascending, the first from 0.
    pub bands: Vec<Band>,
    /// Areas in the order of the conversation.
    pub areas: Vec<Area>,
    /// Questions in the order of the conversation.
    pub questions: Vec<Question>,
    /// Derived metrics, in the order of the file.
    pub metrics: Vec<Metric>,
    /// Findings, in the order of the file.
    pub findings: Vec<Finding>,
    /// Strengths, in the order of the file.
    pub strengths: Vec<Strength>,
    /// Internal notes about answers that do not agree.
    pub consistency: Vec<Consistency>,
    /// Roles that own actions.
    pub roles: Vec<Role>,
    /// What small improvements could be worth.
    pub worth: Worth,
    /// Which questionnaire to go on with, the first true one.
    pub next: Vec<Next>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// Routes through the call.
    pub routes: Vec<Route>,
    /// The file it came from.
    pub source: Source,
}

impl Questionnaire {
    /// `id@version`, as assessments name it.
    pub fn reference(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// The question of that id, when it is this questionnaire's.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The metric of that id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id == id)
    }

    /// The area of that id.
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The finding of that id.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id)
    }

    /// The questions of an area, in order.
    pub fn questions_of<'a>(&'a self, area: &'a str) -> impl Iterator<Item = &'a Question> {
        self.questions.iter().filter(move |question| question.area == area)
    }

    /// The title of a role, or its id where the questionnaire does not name it.
    pub fn role_title<'a>(&'a self, id: &'a str, locale: &str) -> &'a str {
        self.roles.iter().find(|role| role.id == id).map_or(id, |role| role.title.get(locale))
    }
}

/// Ids of questions with a part the program knows of.
#[derive(Debug, Clone, Default)]
pub struct Uses {
    /// Fixed rows whose row ids are area ids and whose ratings are wanted levels.
    pub wanted: Option<String>,
    /// The question whose quote may open the report.
    pub pain: Option<String>,
    /// The number that matters most to the client.
    pub goal_metric: Option<String>,
    /// Whether the gap is agreed.
    pub agreed: Option<String>,
    /// Hours a month for something new.
    pub spare_hours: Option<String>,
    /// The buyer groups.
    pub audiences: Option<String>,
    /// Who decides.
    pub decider: Option<String>,
}

/// A band of the score.
#[derive(Debug, Clone)]
pub struct Band {
    /// Its id.
    pub id: String,
    /// Where it starts, 0 to 100, inclusive.
    pub from: f64,
    /// Its name.
    pub title: LocalText,
    /// What it means, for the client.
    pub caption: LocalText,
}

/// An area of the conversation, scored when it has a weight.
#[derive(Debug, Clone)]
pub struct Area {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: LocalText,
    /// Its share of the overall score in points; unscored without.
    pub weight: Option<f64>,
    /// What it looks at, for the client.
    pub caption: LocalText,
    /// Said before its first question; may be empty.
    pub intro: LocalText,
}

/// What a metric's value is, for printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A percentage, 0 to 100 unless it is a growth.
    Percent,
    /// A plain number.
    Number,
    /// Money in the assessment's currency.
    Money,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// A text, one of [`Metric::texts`] where those are given.
    Text,
    /// A list of texts.
    List,
}

/// A number derived from answers.
#[derive(Debug, Clone)]
pub struct Metric {
    /// Its id, unique among questions and metrics.
    pub id: String,
    /// Its name.
    pub label: LocalText,
    /// What it counts.
    pub unit: Unit,
    /// The time it is for, when it is a rate over time.
    pub per: Option<super::question::Per>,
    /// How it is computed.
    pub formula: Expression,
    /// When it may be computed at all.
    pub needs: Option<Expression>,
    /// The reason given when [`Metric::needs`] is false.
    pub needs_text: LocalText,
    /// Lower and upper end of its interval.
    pub interval: Option<(Expression, Expression)>,
    /// How it counts in an area.
    pub score: Option<MetricScore>,
    /// How well it is known, when that is not the mean of its inputs.
    pub evidence: Option<crate::assessment::Evidence>,
    /// How it is made, in one plain sentence.
    pub explain: LocalText,
    /// What a person reads for each value of a text metric.
    pub texts: BTreeMap<String, LocalText>,
    /// Where it stands in the file.
    pub span: Span,
}

/// How a metric counts in an area.
#[derive(Debug, Clone)]
pub struct MetricScore {
    /// The area.
    pub area: String,
    /// Its share inside the area.
    pub weight: f64,
    /// From value to points; the value itself without.
    pub curve: Option<Curve>,
    /// Coverage and confidence scale with the rated share of that question.
    pub covers: Option<String>,
}

/// A curve through points, linear between and flat outside; x strictly increasing.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The points (x, y).
    pub points: Vec<(f64, f64)>,
}

impl Curve {
    /// The height of the curve at `x`.
    pub fn at(&self, x: f64) -> f64 {
        let Some(&(first_x, first_y)) = self.points.first() else { return 0.0 };
        if x <= first_x {
            return first_y;
        }
        for pair in self.points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            if x <= x1 {
                return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
            }
        }
        self.points.last().map_or(first_y, |point| point.1)
    }
}

/// Something that could and should happen but does not.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its id, for example `G12`.
    pub id: String,
    /// The area; a goals finding without.
    pub area: Option<String>,
    /// When it fires.
    pub when: Expression,
    /// 1 low to 4 critical.
    pub severity: u8,
    /// What the client reads; may hold `{names}`.
    pub statement: LocalText,
    /// The same when `{names}` is a single row; [`Finding::statement`] where empty.
    pub statement_one: LocalText,
    /// What to do.
    pub action: LocalText,
    /// The id of the role that owns the action.
    pub owner: String,
    /// Hours it takes, from and to.
    pub hours: (f64, f64),
    /// Days until an effect.
    pub days: u32,
    /// Which P or stage it concerns: an id, or the id of a text metric that says which.
    pub p: String,
    /// The rows that made it true.
    pub names: Option<Expression>,
    /// Whether it is printed first.
    pub foundation: bool,
    /// Benchmarks the client may read.
    pub context: Vec<String>,
    /// Benchmarks for the consultant alone.
    pub context_internal: Vec<String>,
    /// Where it stands in the file.
    pub span: Span,
}

impl Finding {
    /// Midpoint of the hours it takes.
    pub fn midpoint_hours(&self) -> f64 {
        (self.hours.0 + self.hours.1) / 2.0
    }
}

/// Something that already works.
#[derive(Debug, Clone)]
pub struct Strength {
    /// Its id, for example `S01`.
    pub id: String,
    /// The area.
    pub area: String,
    /// When it holds.
    pub when: Expression,
    /// What the client reads; may hold `{names}`.
    pub statement: LocalText,
    /// The rows that made it true.
    pub names: Option<Expression>,
    /// Where it stands in the file.
    pub span: Span,
}

/// An internal note about answers that do not agree.
#[derive(Debug, Clone)]
pub struct Consistency {
    /// Its id.
    pub id: String,
    /// When it is shown.
    pub when: Expression,
    /// What the consultant reads.
    pub text: LocalText,
    /// Where it stands in the file.
    pub span: Span,
}

/// A role that owns actions.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its id, for example `OWN`.
    pub id: String,
    /// Its name.
    pub title: LocalText,
}

/// What small improvements could be worth, in a year.
#[derive(Debug, Clone, Default)]
pub struct Worth {
    /// The parts.
    pub parts: Vec<WorthPart>,
    /// Percent of revenue that remains, to turn the total into profit.
    pub margin: Option<Expression>,
    /// Spending that is asked about.
    pub question: Option<WorthQuestion>,
}

/// One improvement.
#[derive(Debug, Clone)]
pub struct WorthPart {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: LocalText,
    /// The full yearly amount.
    pub formula: Expression,
    /// The assumption whose low, base and high share the amount is multiplied by.
    pub shares: String,
    /// Of one group only the larger part counts.
    pub group: String,
    /// What the reader is told.
    pub text: LocalText,
    /// Where it stands in the file.
    pub span: Span,
}

/// Spending that is asked about, never called a loss.
#[derive(Debug, Clone)]
pub struct WorthQuestion {
    /// The amount a year.
    pub formula: Expression,
    /// The rows concerned.
    pub names: Option<Expression>,
    /// What the reader is asked; holds `{money}` and `{names}`.
    pub text: LocalText,
}

/// Which questionnaire to go on with.
#[derive(Debug, Clone)]
pub struct Next {
    /// When it is suggested.
    pub when: Expression,
    /// Its id.
    pub questionnaire: String,
    /// Why.
    pub reason: LocalText,
}

/// An entry of the glossary.
#[derive(Debug, Clone)]
pub struct Term {
    /// The word.
    pub term: LocalText,
    /// What it means here.
    pub meaning: LocalText,
}

/// A way through the call.
#[derive(Debug, Clone)]
pub struct Route {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: LocalText,
    /// Its length in minutes.
    pub minutes: u32,
    /// Whether it is for an owner alone.
    pub for_self: bool,
    /// Its parts, in order of time.
    pub parts: Vec<RoutePart>,
}

/// A part of a route.
#[derive(Debug, Clone)]
pub struct RoutePart {
    /// Its name.
    pub title: LocalText,
    /// First minute.
    pub from: u32,
    /// Minute by which it should be over.
    pub to: u32,
    /// Read out; may be empty.
    pub script: LocalText,
    /// Its questions, in order.
    pub steps: Vec<RouteStep>,
}

/// One question of a route.
#[derive(Debug, Clone)]
pub struct RouteStep {
    /// The question.
    pub question: String,
    /// Whether it is asked in any case.
    pub need: Need,
    /// The columns to ask for; all when empty.
    pub columns: Vec<String>,
    /// Only the first row or audience.
    pub first_row_only: bool,
}

/// Whether a route's question is asked in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Always.
    Must,
    /// When there is time.
    IfTime,
    /// When homework left it blank.
    IfBlank,
}
