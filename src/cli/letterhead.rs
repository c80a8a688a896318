//! What the settings say of reports: whose they are, and which browser prints them.

use std::path::{Path, PathBuf};

use super::installation::Installation;
use super::problems::{Stream, render};
use crate::config::Config;
use crate::durable::folder_of;
use crate::problem::{Problem, Source};
use crate::report::brand::{Brand, BrandWishes};

/// What the settings say of reports.
pub(super) struct Letterhead {
    /// Whose they are.
    pub(super) brand: Brand,
    /// The browser that prints them.
    pub(super) browser: Option<PathBuf>,
    /// What could not be used, with its place; empty when everything could.
    pub(super) warnings: String,
}

/// Reads it; what cannot be used is said, and the report goes on without it.
pub(super) fn letterhead(installation: &Installation) -> Letterhead {
    let (config, _) = Config::load(&installation.places);
    let (brand, warnings) = Brand::of(&wishes(&config));
    let problems = config.source.as_ref().map(|source| placed(source, &config, &warnings)).unwrap_or_default();
    let browser = config.report.browser.map(|given| given.value);
    // a name alone is one for the shell, not a file beside the settings
    let is_name = |path: &PathBuf| !path.is_file() && path.parent() == Some(installation.places.config.as_path());
    let browser = browser.map(|path| match path.file_name() {
        Some(name) if is_name(&path) => PathBuf::from(name),
        _ => path,
    });
    Letterhead { brand, browser, warnings: render(&problems, Stream::Talk) }
}

/// What is wrong with the brand in settings.
pub(super) fn brand_problems(config: &Config, source: &Source) -> Vec<Problem> {
    let (_, warnings) = Brand::of(&wishes(config));
    placed(source, config, &warnings)
}

fn placed(source: &Source, config: &Config, warnings: &[crate::report::brand::BrandWarning]) -> Vec<Problem> {
    let brand = &config.brand;
    let span = |setting| match setting {
        "logo" => brand.logo.as_ref().map(|given| given.span.clone()),
        "accent" => brand.accent.as_ref().map(|given| given.span.clone()),
        _ => brand.font.as_ref().map(|given| given.span.clone()),
    };
    let problem = |one: &crate::report::brand::BrandWarning| {
        Problem::warning(source, span(one.setting).unwrap_or(0..0), one.text.as_str(), "")
    };
    warnings.iter().map(problem).collect()
}

fn wishes(config: &Config) -> BrandWishes {
    let brand = &config.brand;
    let text = |given: &Option<crate::config::Given<String>>| {
        given.as_ref().map(|given| given.value.clone()).unwrap_or_default()
    };
    let lines = text(&brand.contact);
    BrandWishes {
        firm: text(&brand.firm),
        person: text(&brand.person),
        contact: lines.split([',', '·', '\n']).map(|line| line.trim().to_owned()).collect(),
        logo: brand.logo.as_ref().map(|given| given.value.clone()),
        folder: config.source.as_ref().map(|source| folder_of(Path::new(&*source.name)).to_owned()),
        accent: text(&brand.accent),
        font: text(&brand.font),
        footer: text(&brand.footer),
        legal: text(&brand.legal),
    }
}
