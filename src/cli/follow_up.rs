//! `gapwise follow-up`: a re-assessment of the same client.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use rust_i18n::t;

use super::failure::Failure;
use super::installation::{Installation, today};
use super::new;
use super::new_key::key_of_new;
use super::output::Output;
use super::printable::printable_line;
use super::secret::unlocked;
use crate::assessment::{Assessment, AssessmentFile, GoalStatus, Status, load, parse_date};
use crate::display::Display;
use crate::portfolio::{begin_follow_up, earlier, find, followers};
use crate::questionnaire::differences;

/// What `follow-up` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "The new assessment carries the same client and the newest versions of the same questionnaires. It begins \
    without answers: the interview shows the earlier ones in grey beside each question. Goals that were agreed and are not \
    over yet come along.\n\n\
    One assessment has one follow-up a date. A second one on another date is made and said so; none is ever overwritten.\n\n\
    Example:\n  gapwise follow-up brightwater\n  gapwise follow-up brightwater --date 2027-02-20 --out later.toml"
)]
pub(super) struct FollowUpArgs {
    /// The earlier assessment: a path or a unique part of a client's name.
    file: String,
    /// The date of the new one; today without.
    #[arg(long, value_name = "D", value_parser = date)]
    date: Option<Date>,
    /// The file to make; without, one in the data folder named after the client.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).map_err(|error| error.to_string())
}

pub(super) fn run(args: &FollowUpArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let path = find(&installation.places.assessments, &args.file)?;
    let (file, talk) = begin(&installation, &path, args.date.unwrap_or_else(today), args.out.as_deref())?;
    let path = file.path().display().to_string();
    Ok(Output::data(format!("{path}\n"))
        .and_say(installation.talk())
        .and_say(talk)
        .and_say(t!("record.follow_up.go_on", file = path)))
}

/// Makes a follow-up of the assessment in a file; gives its file, locked, and what is worth knowing about it.
///
/// Nothing that exists is written to.
pub(super) fn begin(
    installation: &Installation,
    path: &Path,
    date: Date,
    out: Option<&Path>,
) -> Result<(AssessmentFile, String), Failure> {
    let folder = &installation.places.assessments;
    let before = unlocked(|| load(path))?.0.assessment;
    let mut talk = String::new();
    let mut say = |line: String| {
        talk.push_str(&line);
        talk.push('\n');
    };
    // one further back that is missing or broken takes nothing away from this one; a circle has no beginning
    match earlier(folder, path, &before) {
        Err(circle @ crate::portfolio::EarlierError::Circle { .. }) => {
            return Err(Failure::work(circle.to_string(), circle.remedy()));
        }
        Err(error) => say(format!("{error}. {}", error.remedy())),
        Ok(_) => {}
    }
    let display = Display { locale: &before.locale, currency: &before.currency };
    if date < before.date {
        return Err(Failure::usage(
            format!("a follow-up of {} cannot be dated {}", display.date(before.date), display.date(date)),
            "Name a later date with --date",
        ));
    }
    for (other, follower) in followers(folder, path) {
        let follower = follower.display();
        if other == date {
            let message = format!("{follower} follows up on it already, on {}", display.date(date));
            let hint = format!("Go on with: gapwise interview {follower}, or name another date with --date");
            return Err(Failure::work(message, hint));
        }
        say(t!("record.follow_up.another", file = follower, date = display.date(other)).into_owned());
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let follow_up = begin_follow_up(&before, &name, date);
    let key = key_of_new(installation, Some(path))?;
    let file = new::create(installation, follow_up, out, key)?;
    for line in other_versions(installation, &before, file.assessment()) {
        say(line);
    }
    if matches!(earlier(folder, file.path(), file.assessment()), Err(_) | Ok(None)) {
        say(t!("record.follow_up.apart", file = name).into_owned());
    }
    for line in goals(&before, file.assessment()) {
        say(line);
    }
    Ok((file, talk))
}

/// How many goals came along, how many of them are due, how many stayed behind.
fn goals(before: &Assessment, follow_up: &Assessment) -> Vec<String> {
    let carried = follow_up.goals.len();
    let is_due = |deadline: Option<Date>| deadline.is_some_and(|deadline| deadline <= follow_up.date);
    let due = follow_up.goals.iter().filter(|goal| is_due(goal.deadline)).count();
    let never_agreed = |status: GoalStatus| matches!(status, GoalStatus::Draft | GoalStatus::Proposed);
    let left = before.goals.iter().filter(|goal| never_agreed(goal.status)).count();
    let line = |key: &str, count: usize| {
        let form = if count == 1 { "one" } else { "many" };
        (count > 0).then(|| t!(format!("record.follow_up.{key}.{form}"), count = count).into_owned())
    };
    [line("carried", carried), line("due", due), line("left", left)].into_iter().flatten().collect()
}

/// What is asked otherwise where a questionnaire has a newer version now.
fn other_versions(installation: &Installation, before: &Assessment, now: &Assessment) -> Vec<String> {
    let mut lines = Vec::new();
    for reference in before.questionnaires.iter().filter(|reference| !now.questionnaires.contains(reference)) {
        let id = reference.split_once('@').map_or(reference.as_str(), |(id, _)| id);
        let Some(newer) = installation.library.newest(id) else { continue };
        lines.push(
            t!("record.follow_up.version", before = printable_line(reference), now = newer.reference()).into_owned(),
        );
        let older = installation.library.questionnaires.iter().find(|one| one.reference() == *reference);
        let mut list = |key: &str, ids: Vec<String>| {
            if !ids.is_empty() {
                let ids = printable_line(&ids.join(", "));
                lines.push(format!("  {}", t!(format!("record.follow_up.{key}"), ids = ids)));
            }
        };
        match older {
            Some(older) => {
                let differences = differences(older, newer);
                list("changed", differences.changed);
                list("gone", differences.gone);
                list("added", differences.added);
            }
            // the older version is not installed: what was answered and is no longer asked can still be told
            None => list("gone", no_longer_asked(installation, before, now)),
        }
    }
    lines
}

/// Ids that were answered and belong to no questionnaire of the new assessment.
fn no_longer_asked(installation: &Installation, before: &Assessment, now: &Assessment) -> Vec<String> {
    let Ok(selection) = installation.library.select(&now.questionnaires) else { return Vec::new() };
    let asked: BTreeSet<&str> = selection.questions().map(|question| question.id.as_str()).collect();
    let answered = before.answers.iter().filter(|(_, answer)| answer.status != Status::Open);
    answered.map(|(id, _)| id.clone()).filter(|id| !asked.contains(id.as_str())).collect()
}
