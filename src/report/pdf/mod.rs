//! The report as PDF, printed by a browser that is installed: what comes out is what printing the HTML gives.

mod browser;
mod print;

use std::path::PathBuf;
use std::time::Duration;

pub use browser::find;
pub use print::print;

/// How long a browser may take.
pub(crate) const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// No browser was found.
    #[error("no browser was found that can print")]
    NoBrowser,
    /// The named browser is not there.
    #[error("there is no browser at {0}")]
    NotThere(PathBuf),
    /// It could not be started.
    #[error("{program} could not be started: {source}")]
    Start {
        /// The browser.
        program: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It took too long.
    #[error("{} did not print within {} seconds", .0.display(), TIME_LIMIT.as_secs())]
    TooLong(PathBuf),
    /// It ended without a document.
    #[error("{program} printed nothing{said}")]
    Nothing {
        /// The browser.
        program: PathBuf,
        /// What it said, after a colon; empty when it said nothing.
        said: String,
    },
    /// The page could not be handed over.
    #[error("a file for the browser could not be written: {0}")]
    Handover(std::io::Error),
    /// Somebody asked to stop.
    #[error("stopped")]
    Stopped,
}

impl PdfError {
    /// What to do next.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::NoBrowser => {
                "Install Chromium, Google Chrome or Microsoft Edge, or name one in config.toml under [report] browser. \
                 Or write the report as HTML and print that: it gives the same"
            }
            Self::NotThere(_) => "Correct [report] browser in config.toml, or take the line out to look for one",
            Self::Stopped => "Nothing was written",
            _ => "Nothing was written. Write the report as HTML and print that: it gives the same",
        }
    }
}
