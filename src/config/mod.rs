//! A person's settings: `config.toml`, one file of this module for each of its sections.
//!
//! Everything in it can be left out. What is wrong is told with its place, and the default is kept for that one value:
//! no mistake in the settings keeps anybody from a call.

mod brand;
mod keys;
mod private;
mod report;
mod screen;
mod section;

use std::path::{Path, PathBuf};

use crate::paths::Places;
use crate::problem::{Problem, Source, nearest};
use crate::questionnaire::read_source;
use section::Section;

pub use brand::Brand;
pub use keys::{ChosenKeys, Keys};
pub use private::Private;
pub use report::Report;
pub use screen::{Screen, ThemeName};
pub use section::Given;

/// The name of the settings' file in the settings' folder.
pub const FILE: &str = "config.toml";

/// The settings.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The file they were read from; `None` where there is none.
    pub source: Option<Source>,
    /// How the screen looks and what it listens to.
    pub screen: Screen,
    /// Keys of one's own.
    pub keys: Keys,
    /// Who the reports come from.
    pub brand: Brand,
    /// How reports are made.
    pub report: Report,
    /// What is locked from the start.
    pub private: Private,
}

impl Config {
    /// Where the settings are, whether or not there are any.
    pub fn path(places: &Places) -> PathBuf {
        places.config.join(FILE)
    }

    /// Reads the settings; without a file all of them have their defaults.
    ///
    /// Never fails: each problem costs one setting its value.
    pub fn load(places: &Places) -> (Self, Vec<Problem>) {
        let path = Self::path(places);
        if path.symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
            return (Self::default(), Vec::new());
        }
        match read_source(&path) {
            Ok(source) => Self::read(source),
            Err(problem) => (Self::default(), vec![*problem]),
        }
    }

    /// Reads settings from a text; paths in it start from the folder of the source.
    pub fn read(source: Source) -> (Self, Vec<Problem>) {
        let (document, mut syntax) = crate::toml_text::parse(&source.text);
        // nobody mends more at a time, and finding the line of each takes a walk through the file
        syntax.truncate(200);
        let mut problems: Vec<Problem> = syntax.iter().map(|error| not_toml(&source, error)).collect();
        let table = document.get_ref();
        for key in table.keys() {
            if !SECTIONS.contains(&&**key.get_ref()) {
                let remedy = match nearest(key.get_ref(), SECTIONS.iter().copied()) {
                    Some(near) => format!("Did you mean [{near}]?"),
                    None => format!("The sections are {}", SECTIONS.map(|one| format!("[{one}]")).join(", ")),
                };
                let message = format!("there is no section '{}'", key.get_ref());
                problems.push(Problem::error(&source, key.span(), message, remedy));
            }
        }
        let folder = Path::new(&*source.name).parent().unwrap_or(Path::new("")).to_owned();
        let section = |name| Section::new(name, table, &source, &folder);
        let (mut screen, mut keys, mut brand) = (section("screen"), section("keys"), section("brand"));
        let (mut report, mut private) = (section("report"), section("private"));
        let config = Self {
            source: None,
            screen: Screen::read(&mut screen),
            keys: Keys::read(&mut keys),
            brand: Brand::read(&mut brand),
            report: Report::read(&mut report),
            private: Private::read(&mut private),
        };
        for section in [screen, keys, brand, report, private] {
            problems.extend(section.end());
        }
        // What else is odd on a line that is no TOML follows from that.
        let line = |problem: &Problem| source.line_and_column(problem.span.start).0;
        let mut told: Vec<usize> = Vec::new();
        let damaged: Vec<usize> = problems[..syntax.len()].iter().map(line).collect();
        problems.retain(|problem| {
            let line = line(problem);
            let is_first = !damaged.contains(&line) || !told.contains(&line);
            told.push(line);
            is_first
        });
        problems.sort_by_key(|problem| problem.span.start);
        drop(document);
        (Self { source: Some(source), ..config }, problems)
    }
}

const SECTIONS: [&str; 5] = ["screen", "keys", "brand", "report", "private"];

fn not_toml(source: &Source, error: &toml::de::Error) -> Problem {
    let span = error.span().unwrap_or(0..0);
    match error.message() {
        "duplicate key" => Problem::error(source, span, "this key is given twice", "Leave one of the two out"),
        other if error.span().is_none() => Problem::error(source, span, other, "Is it the right file?"),
        other => {
            let message = format!("this is not TOML: {other}");
            Problem::error(source, span, message, "Mend the line; the rest was read as far as possible")
        }
    }
}

#[cfg(test)]
mod tests;
