//! `[brand]`: who the reports come from.

use std::path::PathBuf;

use super::section::{Given, Section};

/// Who the reports come from, as it was given; whoever renders looks closer at logo and colours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brand {
    /// The firm.
    pub firm: Option<Given<String>>,
    /// The person.
    pub person: Option<Given<String>>,
    /// How to reach them.
    pub contact: Option<Given<String>>,
    /// The file of the logo; a relative path starts from the settings' folder.
    pub logo: Option<Given<PathBuf>>,
    /// The accent colour.
    pub accent: Option<Given<String>>,
    /// The line at each page's foot.
    pub footer: Option<Given<String>>,
    /// What the law wants said.
    pub legal: Option<Given<String>>,
    /// The typeface.
    pub font: Option<Given<String>>,
}

impl Brand {
    pub(super) fn read(section: &mut Section<'_>) -> Self {
        Self {
            firm: section.text("firm"),
            person: section.text("person"),
            contact: section.text("contact"),
            logo: section.path("logo"),
            accent: section.text("accent"),
            footer: section.text("footer"),
            legal: section.text("legal"),
            font: section.text("font"),
        }
    }
}
