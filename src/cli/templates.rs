//! `gapwise templates`: the report templates found, and where from.

use rust_i18n::t;

use super::failure::Failure;
use super::installation::Installation;
use super::output::{Output, table};
use super::printable::printable;
use crate::report::template_files;

pub(super) fn run() -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let folder = &installation.places.templates;
    let own = Some(folder.as_path()).filter(|folder| folder.is_dir());
    let files = template_files(own).map_err(|error| Failure::work(error.to_string(), ""))?;
    let rows = files.iter().map(|(name, is_own)| {
        let place = if *is_own { folder.join(name).display().to_string() } else { format!("builtin/{name}") };
        vec![printable(name), printable(&place)]
    });
    let head = ["name", "from"].map(|key| t!(format!("cli.templates.{key}")).into_owned());
    let talk = t!("cli.templates.own", folder = folder.display());
    Ok(Output::data(table(&head, &rows.collect::<Vec<_>>(), &[])).and_say(talk))
}
