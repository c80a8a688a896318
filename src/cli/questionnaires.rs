//! `gapwise questionnaires`: those found, and where from.

use rust_i18n::t;

use super::failure::Failure;
use super::installation::Installation;
use super::output::{Output, table};
use super::printable::printable;

pub(super) fn run() -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let rows = installation.library.questionnaires.iter().zip(&installation.origins).map(|(questionnaire, origin)| {
        let title = questionnaire.title.get("en");
        let place = if origin.overrides {
            t!("cli.questionnaires.instead", file = origin.file).into_owned()
        } else {
            origin.file.to_string()
        };
        let minutes = t!("cli.questionnaires.minutes", number = questionnaire.minutes).into_owned();
        vec![origin.reference.clone(), printable(title), minutes, printable(&place)]
    });
    let head = ["id", "title", "length", "from"].map(|key| t!(format!("cli.questionnaires.{key}")).into_owned());
    let own = t!("cli.questionnaires.own", folder = installation.places.questionnaires.display());
    Ok(Output::data(table(&head, &rows.collect::<Vec<_>>(), &[])).and_say(installation.talk()).and_say(own))
}
