//! Whose report it is: firm, person, logo, colour, font, footer, legal note.
//!
//! What a person wishes for is checked here; what does not pass is said, and the report goes on without it.

mod accent;
mod font;
mod logo;

use std::borrow::Cow;
use std::path::PathBuf;

use serde::Serialize;

use crate::assessment::{Assessment, Mode};
pub(crate) use accent::Accent;
pub(crate) use logo::{Logo, png_size};

/// What a person wishes for, as the settings have it; what is empty is not wished for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BrandWishes {
    /// The name of the firm.
    pub firm: String,
    /// The person who prepares reports.
    pub person: String,
    /// How to reach them, one line each: e-mail, telephone, web address.
    pub contact: Vec<String>,
    /// A file with the logo, SVG or PNG.
    pub logo: Option<PathBuf>,
    /// The folder the logo has to lie in; anywhere without one.
    pub folder: Option<PathBuf>,
    /// The firm's colour, `#rrggbb`.
    pub accent: String,
    /// A font family of the system.
    pub font: String,
    /// A line for the foot of the report.
    pub footer: String,
    /// A legal note for its end.
    pub legal: String,
}

/// What is wrong with a wish, and what is done instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandWarning {
    /// The setting: `logo`, `accent` or `font`.
    pub setting: &'static str,
    /// One or two sentences for a person.
    pub text: String,
}

/// Whose report it is, checked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Brand {
    person: String,
    contact: Vec<String>,
    accent: Option<Accent>,
    font: Option<&'static str>,
    shown: Shown,
}

/// What templates print of a brand.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(crate) struct Shown {
    /// The name of the firm.
    pub(crate) firm: Option<String>,
    /// The logo as a data address.
    pub(crate) logo: Option<String>,
    /// A line for the foot of the report.
    pub(crate) footer: Option<String>,
    /// A legal note for its end.
    pub(crate) legal: Option<String>,
}

impl Brand {
    /// Checks what is wished for; gives what can be used, and what is wrong with the rest, a sentence each.
    ///
    pub fn of(wishes: &BrandWishes) -> (Self, Vec<BrandWarning>) {
        let mut warnings = Vec::new();
        let mut warn = |setting, text| warnings.push(BrandWarning { setting, text });
        let logo = wishes.logo.as_ref().and_then(|path| match Logo::read(path, wishes.folder.as_deref()) {
            Ok(logo) => Some(logo.address()),
            Err(error) => {
                warn("logo", error.to_string());
                None
            }
        });
        let accent = some(&wishes.accent).and_then(|wish| {
            let (accent, warning) = Accent::of(&wish);
            if let Some(text) = warning {
                warn("accent", text);
            }
            accent
        });
        let font = some(&wishes.font).and_then(|wish| {
            let found = font::find(&wish);
            if found.is_none() {
                warn("font", font::unknown(&wish));
            }
            found
        });
        let shown = Shown { firm: some(&wishes.firm), logo, footer: some(&wishes.footer), legal: some(&wishes.legal) };
        let contact = wishes.contact.iter().filter_map(|line| some(line)).collect();
        (Self { person: wishes.person.trim().to_owned(), contact, accent, font, shown }, warnings)
    }

    /// What templates may print.
    pub(crate) fn shown(&self) -> &Shown {
        &self.shown
    }

    /// Whether the page holds a picture.
    pub(crate) fn has_logo(&self) -> bool {
        self.shown.logo.is_some()
    }

    /// Rules that lay the colour and the font over the style sheet; empty without either.
    pub(crate) fn css(&self) -> String {
        let accent = self.accent.as_ref().map(Accent::css).unwrap_or_default();
        let font = self.font.map(font::css).unwrap_or_default();
        format!("{accent}{font}")
    }

    /// The assessment with the firm and the person where it names no consultant of its own.
    pub(crate) fn signed<'a>(&self, assessment: &'a Assessment) -> Cow<'a, Assessment> {
        let consultant = &assessment.consultant;
        let has_own = !consultant.name.is_empty() || !consultant.contact.is_empty();
        let nobody = self.person.is_empty() && self.shown.firm.is_none();
        if has_own || nobody || assessment.mode == Mode::SelfAssessment {
            return Cow::Borrowed(assessment);
        }
        let mut signed = assessment.clone();
        signed.consultant.contact.clone_from(&self.person);
        signed.consultant.name = self.shown.firm.clone().unwrap_or_default();
        let mut contact = self.contact.iter().cloned();
        signed.consultant.email = contact.next().unwrap_or_default();
        signed.consultant.phone = contact.next().unwrap_or_default();
        signed.consultant.website = contact.next().unwrap_or_default();
        signed.consultant.address = contact.collect::<Vec<_>>().join(", ");
        Cow::Owned(signed)
    }
}

/// A wish, unless it is empty.
fn some(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
