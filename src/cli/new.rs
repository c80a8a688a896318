//! `gapwise new`: a new assessment.

use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::installation::{Installation, today};
use super::new_key::key_of_new;
use super::opened::select;
use super::output::Output;
use crate::assessment::{Assessment, AssessmentFile, FileOrder, Mode};
use crate::portfolio::new_path;
use crate::sealed::Key;

/// What `new` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  gapwise new --client \"Brightwater Coffee Systems\" --currency EUR\n  gapwise new --self --out mine.toml"
)]
pub(super) struct NewArgs {
    /// A questionnaire's id, several times for several; the gap analysis without.
    #[arg(long = "questionnaire", value_name = "ID")]
    questionnaires: Vec<String>,
    /// The client's name.
    #[arg(long, value_name = "NAME", default_value = "")]
    client: String,
    /// An owner answers alone: plain wording, nothing internal.
    #[arg(long = "self")]
    self_assessment: bool,
    /// The language.
    #[arg(long, value_name = "L", default_value = "en")]
    locale: String,
    /// The one currency, as an ISO code.
    #[arg(long, value_name = "C", default_value = "EUR", value_parser = currency)]
    currency: String,
    /// The file to make; without, one in the data folder named after the client.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// The questionnaire of an assessment for which none is named.
const DEFAULT: &str = "gap-analysis";

pub(super) fn run(args: &NewArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let wanted = if args.questionnaires.is_empty() { vec![DEFAULT.to_owned()] } else { args.questionnaires.clone() };
    let mode = if args.self_assessment { Mode::SelfAssessment } else { Mode::Consultant };
    let assessment = Assessment {
        locale: args.locale.clone(),
        currency: args.currency.clone(),
        client: crate::assessment::Party { name: args.client.trim().to_owned(), ..Default::default() },
        ..Assessment::new(wanted, mode, today())
    };
    let key = key_of_new(&installation, None)?;
    let file = create(&installation, assessment, args.out.as_deref(), key)?;
    let path = file.path().display().to_string();
    Ok(Output::data(format!("{path}\n"))
        .and_say(installation.talk())
        .and_say(format!("Go on with: gapwise interview {path}")))
}

/// Makes the file of a new assessment, its questionnaires named with their versions; locked, when there is a key.
pub(super) fn create(
    installation: &Installation,
    mut assessment: Assessment,
    out: Option<&Path>,
    key: Option<Key>,
) -> Result<AssessmentFile, Failure> {
    let selection = select(installation, &assessment)?;
    for questionnaire in &selection.questionnaires {
        if !questionnaire.locales.iter().any(|locale| **locale == *assessment.locale) {
            let message = format!("the questionnaire '{}' is not written in '{}'", questionnaire.id, assessment.locale);
            return Err(Failure::usage(message, format!("It is written in {}", questionnaire.locales.join(", "))));
        }
    }
    assessment.questionnaires = selection.questionnaires.iter().map(|one| one.reference()).collect();
    let path = match out {
        Some(path) => path.to_owned(),
        None => new_path(&installation.places.assessments, &assessment.client.name, assessment.date),
    };
    Ok(AssessmentFile::create_locked(&path, &assessment, FileOrder::of(&selection), key)?)
}

/// An ISO code in capitals.
pub(super) fn currency(text: &str) -> Result<String, String> {
    let code = text.to_ascii_uppercase();
    if code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()) {
        Ok(code)
    } else {
        Err("write three letters such as EUR".to_owned())
    }
}
