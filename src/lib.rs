//! Gapwise: the gap-analysis interview for the terminal.
//!
//! # The way through the house
//!
//! ```text
//! questionnaires/*.toml ─load+check─▶ Questionnaire ─┐
//!                                                    ├─▶ evaluate ─▶ Evaluation ─▶ report ─Tera─▶ .md .html
//! assessment .toml ─────read────────▶ Assessment ────┘
//!         ▲                              ▲
//!         └──── save ◀── Effect ◀─── Interview::update(Action) ◀── keymap ◀── key
//! ```
//!
//! # The rooms
//!
//! | Module | What is in it | May name |
//! |---|---|---|
//! | [`problem`] | something wrong in a file: what, where, what to do; `toml_text` refuses what would only fill the memory | – |
//! | [`questionnaire`] | what is asked, scored, found and advised: loaded from TOML and checked; conditions and formulas in CEL | `problem` |
//! | [`assessment`] | one client at one date: every answer, its file, number entry; [`Assessment::record`](assessment::Assessment::record) is the one way an answer is written | `questionnaire` |
//! | [`accounts`] | a list of companies, ranked: profile, CSV, order, next steps | `assessment`, `display` |
//! | [`evaluation`] | everything computed, as a pure function: metrics, scores with ranges, findings, explanations | `assessment` |
//! | [`display`] | numbers, answers and dates as people read them | `evaluation` |
//! | [`interview`] | the state of one sitting; `update` is pure and gives effects | `display`, `evaluation` |
//! | [`tui`] | the terminal: loop, keymap, theme, one file a view; drawing cannot change anything | `interview` |
//! | [`plain`] | the same interview as plain lines, without a screen | `tui` |
//! | [`report`] | the view made for templates, and their rendering; the client's view lists what goes in | `display`, `evaluation` |
//! | [`comparison`] | what changed between two assessments of one client, as a pure function | `evaluation` |
//! | [`calendar`] | the follow-up dates of an assessment, and the file a calendar program reads | `display`, `evaluation` |
//! | [`portfolio`] | many assessments: list, find | `evaluation` |
//! | [`config`] | a person's settings, one file a section; what is wrong costs one value its effect, never a call | `problem` |
//! | [`sealed`] | files that only a passphrase or a key file opens; bytes in, bytes out | – |
//! | [`paths`], [`durable`] | folders; files that are written whole or not at all | – |
//! | [`cli`] | one small file a subcommand; the only place where the branches meet | all |
//!
//! # What always holds
//!
//! Each of these has a test (`tests/suite/architecture.rs`, `laws.rs`, `reports.rs`):
//!
//! 1. The pure modules name no terminal, no templates and no files.
//! 2. Every answer is written through one function.
//! 3. Open, unknown and not applicable are never a number; a score is an `Option`, with a range it lies in.
//! 4. Every reference in a questionnaire is resolved when it is loaded.
//! 5. No content lives in Rust; texts come from questionnaires, templates and `src/locales`.
//! 6. Private text never reaches the client's report.

pub mod accounts;
pub mod assessment;
pub mod calendar;
pub mod cli;
pub mod comparison;
pub mod config;
pub mod display;
pub mod durable;
pub mod evaluation;
mod fault;
pub mod interview;
pub mod paths;
pub mod plain;
pub mod portfolio;
pub mod problem;
pub mod questionnaire;
pub mod report;
pub mod sealed;
mod signals;
mod toml_text;
pub mod tui;

rust_i18n::i18n!("src/locales", fallback = "en");
