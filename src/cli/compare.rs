//! `gapwise compare`: what changed between two assessments of one client.

use std::path::Path;

use clap::Args;

use super::before::usable;
use super::failure::Failure;
use super::installation::Installation;
use super::opened::{Opened, open_to_read, select};
use super::output::Output;
use super::printable::printable_line;
use super::{compare_json, compare_table, secret};
use crate::assessment::{Assessment, OpenError, fit};
use crate::comparison::{Comparison, Side, compare};
use crate::evaluation::evaluate;
use crate::portfolio::{EarlierError, earlier};

/// What `compare` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "Only what was answered both times under the same version of a questionnaire is compared. Areas: less than 5 \
    points is no clear change, less than 10 some, from 10 on clear. A rating is reported unless it was seen or read from a \
    record both times. Counts differ clearly when they do by more than 2√(x₁+x₂).\n\n\
    --json gives, numbers unrounded and absent ones null:\n  \
    { format, before, now, days, same_season, same_currency,\n    \
    questionnaires: [ { id, version, overall: { before, now, change, size },\n      \
    areas: [ { id, weight, shared, before, now, change, size, printed_before, printed_now } ],\n      \
    answers: [ { id, row, column, before, now, evidence_before, evidence_now, better, certainty } ],\n      \
    figures: [ { id, of, before, now, change, clear, rule, more_than } ] } ],\n    \
    goals: [ { metric, owner, deadline, due, closed, baseline, target, before, now, progress, standing,\n      \
    change_tactic, lowered_from, lowered_to, lowered_with_reason } ],\n    \
    not_compared: [ { questionnaire, reason, before, now } ] }\n\
    size: no_clear_change, some, clear. rule: counts, intervals. standing: reached, on_track, behind, stalled, worse, too_early, \
    abandoned, not_known.\n\n\
    Example:\n  gapwise compare brightwater-2026-11-22 brightwater-2027-02-20\n  gapwise compare brightwater-2027-02-20 --json"
)]
pub(super) struct CompareArgs {
    /// The earlier assessment, or the later one alone when it follows another.
    a: String,
    /// The later assessment.
    b: Option<String>,
    /// As JSON, a stable interface.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &CompareArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let (first, path) = open_to_read(&installation, &args.a)?;
    let mut talk = first.talk.clone();
    let (before, now) = match &args.b {
        Some(b) => {
            let (second, _) = open_to_read(&installation, b)?;
            talk.push_str(&second.talk);
            in_order(first, second)
        }
        None => (followed(&installation, &path, &first)?, first),
    };
    same_client(&before.assessment, &now.assessment)?;
    let comparison = compared(&before, &now);
    let data = if args.json {
        compare_json::text(&comparison)?
    } else {
        compare_table::text(&before.selection, &now.selection, &now.assessment, &comparison)
    };
    Ok(Output::data(data).and_say(installation.talk()).and_say(talk))
}

/// The comparison of two opened assessments.
pub(super) fn compared(before: &Opened, now: &Opened) -> Comparison {
    let evaluations = (evaluate(&before.selection, &before.assessment), evaluate(&now.selection, &now.assessment));
    compare(
        Side { selection: &before.selection, assessment: &before.assessment, evaluation: &evaluations.0 },
        Side { selection: &now.selection, assessment: &now.assessment, evaluation: &evaluations.1 },
    )
}

/// The one with the earlier date first.
fn in_order(first: Opened, second: Opened) -> (Opened, Opened) {
    let turned = second.assessment.date < first.assessment.date;
    if turned { (second, first) } else { (first, second) }
}

/// The assessment that this one follows.
pub(super) fn followed(installation: &Installation, path: &Path, later: &Opened) -> Result<Opened, Failure> {
    let folder = &installation.places.assessments;
    let mut found = earlier(folder, path, &later.assessment);
    while let Err(EarlierError::Unusable { cause: OpenError::Locked { path: locked } }) = &found {
        secret::open(locked)?;
        found = earlier(folder, path, &later.assessment);
    }
    match found {
        Ok(Some(found)) => opened(installation, found.assessment),
        Ok(None) => Err(Failure::usage(
            format!("{} follows no other assessment", path.display()),
            "Name both: gapwise compare EARLIER LATER",
        )),
        Err(error) => Err(Failure::work(error.to_string(), error.remedy())),
    }
}

/// An earlier assessment with those of its questionnaires that are installed in its version.
fn opened(installation: &Installation, mut assessment: Assessment) -> Result<Opened, Failure> {
    let selection = match usable(installation, &assessment) {
        Some(selection) if !selection.questionnaires.is_empty() => selection,
        _ => select(installation, &assessment)?,
    };
    fit(&selection, &mut assessment);
    Ok(Opened { assessment, selection, talk: String::new() })
}

/// Refuses two clients, unless one file says it follows the other: names are corrected now and then.
fn same_client(before: &Assessment, now: &Assessment) -> Result<(), Failure> {
    let name = |one: &Assessment| printable_line(&one.client.name).to_lowercase();
    if name(before) == name(now) || now.follows.is_some() {
        return Ok(());
    }
    let shown = |one: &Assessment| printable_line(&one.client.name);
    let message = format!("these are two clients: '{}' and '{}'", shown(before), shown(now));
    Err(Failure::work(message, "Compare takes two assessments of one client; `gapwise list` shows them all"))
}
