//! Renders a report and puts it into a file, whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::assessment::Assessment;
use crate::evaluation::evaluate;
use crate::questionnaire::Selection;
use crate::report::{Audience, Format, ReportError, ReportOptions, render};

/// Renders a report; a person's own templates are used where the folder is there.
pub(super) fn rendered(
    selection: &Selection,
    assessment: &Assessment,
    audience: Audience,
    format: Format,
    templates: &Path,
) -> Result<String, ReportError> {
    let templates = templates.is_dir().then_some(templates);
    let evaluation = evaluate(selection, assessment);
    render(selection, assessment, &evaluation, &ReportOptions { audience, format, templates })
}

/// Where a report goes when nobody says: beside the assessment, named after it; the internal one says so in its name.
pub(super) fn default_path(assessment: &Path, audience: Audience, format: Format) -> PathBuf {
    let stem = assessment.file_stem().map_or_else(|| "report".into(), |stem| stem.to_string_lossy());
    let middle = match audience {
        Audience::Client => "",
        Audience::Internal => "-internal",
    };
    let ending = match format {
        Format::Markdown => "md",
        Format::Html => "html",
    };
    assessment.with_file_name(format!("{stem}{middle}.{ending}"))
}

/// Writes a text to a file for its owner's eyes; what was there before is replaced whole or stays.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
