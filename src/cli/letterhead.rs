//! What the settings say of reports: whose they are, and which browser prints them.

use std::path::PathBuf;

use super::installation::Installation;
use crate::report::brand::{Brand, BrandWishes};

/// What the settings say of reports.
pub(super) struct Letterhead {
    /// Whose they are.
    pub(super) brand: Brand,
    /// The browser that prints them.
    pub(super) browser: Option<PathBuf>,
    /// What could not be used, a line each; empty when everything could.
    pub(super) warnings: String,
}

/// Reads it; what cannot be used is said, and the report goes on without it.
pub(super) fn letterhead(installation: &Installation) -> Letterhead {
    let wishes = BrandWishes::default();
    let (brand, warnings) = Brand::of(&wishes, &installation.places.config);
    let warnings = warnings.iter().map(|warning| format!("Warning: {warning}\n")).collect();
    Letterhead { brand, browser: None, warnings }
}
