//! Gapwise: the gap-analysis interview for the terminal.

pub mod assessment;
pub mod cli;
pub mod display;
mod durable;
pub mod evaluation;
pub mod interview;
pub mod paths;
pub mod portfolio;
pub mod problem;
pub mod questionnaire;
pub mod report;
pub mod tui;

rust_i18n::i18n!("src/locales", fallback = "en");
