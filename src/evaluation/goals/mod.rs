//! Goals that are realistic, the options to get there, and a plan that fits the hours (domain.md 6, rulings.md 18).
//!
//! `setting` gathers what all goals share. [`Outlook::of`] forecasts, before findings are judged, since one of them asks
//! whether a wish lies beyond its range: `goal` works out one goal (`baseline`, `checks`, `forecast`, `calibrate`,
//! `verdict`), `options` how thin each option spreads the hours. [`Outlook::complete`] follows the findings: it links goals
//! with the actions that serve them, and lays these into the `plan`.

mod abtest;
mod baseline;
mod calibrate;
mod checks;
mod complete;
mod course;
mod explain;
mod forecast;
mod goal;
mod model;
mod options;
mod outlook;
mod plan;
mod record;
mod setting;
mod standard;
mod standing;
mod verdict;

pub use abtest::{ab_test, people_needed};
pub use calibrate::{calibrate, from_ratios};
pub use complete::plan_with;
pub use course::*;
pub use explain::goal_arithmetic;
pub use goal::whole_months;
pub use model::*;
pub(super) use outlook::Outlook;
pub use outlook::cases_of;
pub use record::*;
