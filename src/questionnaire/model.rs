//! What a questionnaire is once it has been loaded: pure data, every reference checked.
//!
//! `questionnaires/FORMAT.md` describes the same from an author's side.

use std::sync::Arc;

use super::finding::{Consistency, Finding, Strength};
use super::goal::GoalRules;
use super::metric::Metric;
use super::question::Question;
use super::route::Route;
use super::swot::SwotRule;
use super::worth::{Next, Worth};
use crate::problem::Source;

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
    /// Where it stands among the questionnaires on offer, smaller numbers first.
    pub place: u32,
    /// What the score means, printed beside the band.
    pub note: LocalText,
    /// What the overall score is made of.
    pub scored_by: ScoredBy,
    /// Questions that play a part the program knows of.
    pub uses: Uses,
    /// Metrics that tell most at a glance, in the order they are shown.
    pub glance: Vec<String>,
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
    /// What strengths, weaknesses, openings and threats are drafted from.
    pub swot: Vec<SwotRule>,
    /// Internal notes about answers that do not agree.
    pub consistency: Vec<Consistency>,
    /// Roles that own actions.
    pub roles: Vec<Role>,
    /// What small improvements could be worth.
    pub worth: Worth,
    /// Which numbers can be aimed at, when not to, and the options.
    pub goals: GoalRules,
    /// Which questionnaire to go on with, the first true one.
    pub next: Vec<Next>,
    /// Sheets of rules to print, to agree on and to keep.
    pub sheets: Vec<Sheet>,
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

/// What the overall score of a questionnaire is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ScoredBy {
    /// Areas with a weight, each scored by what is in it.
    #[default]
    Areas,
    /// The scored questions and metrics themselves, by their weights; areas have no scores (rulings.md 17).
    Items,
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
    /// Strengths, weaknesses, openings and threats, as a table of quadrants.
    pub swot: Option<String>,
    /// The value the client wants that number to reach.
    pub goal_value: Option<String>,
    /// In how many months.
    pub goal_months: Option<String>,
    /// Money a month that could be added.
    pub extra_money: Option<String>,
    /// Which of the options was chosen.
    pub option: Option<String>,
    /// Who is sold to: past goals of the same kind of business count.
    pub model: Option<String>,
    /// What ranking a list of accounts goes by, and where its counts are recorded.
    pub accounts: AccountUses,
}

/// Ids of questions that ranking a list of accounts goes by (domain.md 2.5 and 3, "Accounts").
#[derive(Debug, Clone, Default)]
pub struct AccountUses {
    /// The path of the list, a text.
    pub file: Option<String>,
    /// The criteria: a table with name, csv_column, kind, worst, best, map, weight.
    pub criteria: Option<String>,
    /// The gates: a table with column, operator, value.
    pub gates: Option<String>,
    /// How many accounts can be worked in a quarter.
    pub slots: Option<String>,
    /// Fixed rows current_spend and potential_spend, each with the name of a column.
    pub white_space: Option<String>,
    /// The name of the column that says who supplies an account.
    pub rival_column: Option<String>,
    /// The rivals' names in that column.
    pub rivals: Option<String>,
    /// Recorded by ranking: accounts with a fit of 70 or more.
    pub a_accounts: Option<String>,
    /// Recorded by ranking: customers with white space.
    pub white_space_accounts: Option<String>,
    /// Recorded by ranking: accounts of rivals.
    pub rival_accounts: Option<String>,
    /// Recorded by ranking: the share of accounts that need data, in percent.
    pub needs_data: Option<String>,
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

/// A role that owns actions.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its id, for example `OWN`.
    pub id: String,
    /// Its name.
    pub title: LocalText,
}

/// A sheet of rules that a report prints as a table, for example which step follows each outcome.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: LocalText,
    /// What it is for; may be empty.
    pub text: LocalText,
    /// The headings.
    pub columns: Vec<LocalText>,
    /// The rows, each with as many cells as there are headings.
    pub rows: Vec<Vec<LocalText>>,
    /// Who signs it; nobody when empty.
    pub signed_by: Vec<LocalText>,
    /// The table question in which a client changes the rows: its text columns stand for the headings, in order. Until it is
    /// answered, the rows are proposed there.
    pub agreed_in: Option<String>,
}

/// An entry of the glossary.
#[derive(Debug, Clone)]
pub struct Term {
    /// The word.
    pub term: LocalText,
    /// What it means here.
    pub meaning: LocalText,
    /// Other words it is met as, where its name is not said as it stands here.
    pub also: Vec<LocalText>,
}
