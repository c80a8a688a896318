//! `gapwise list`: the assessments there are.

use clap::Args;
use rust_i18n::t;
use serde::Serialize;

use super::failure::Failure;
use super::installation::Installation;
use super::output::Output;
use super::printable::{printable, printable_cell, printable_json};
use crate::assessment::{Mode, Progress};
use crate::portfolio::{Portfolio, list};

/// What `list` takes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  gapwise list\n  gapwise list --json")]
pub(super) struct ListArgs {
    /// As JSON, a stable interface.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct ListJson<'a> {
    format: u32,
    assessments: Vec<AssessmentJson<'a>>,
    locked: Vec<LockedJson>,
    unreadable: Vec<UnreadableJson<'a>>,
}

#[derive(Serialize)]
struct LockedJson {
    path: String,
    modified: Option<String>,
}

#[derive(Serialize)]
struct AssessmentJson<'a> {
    path: String,
    client: &'a str,
    date: String,
    questionnaires: &'a [String],
    mode: &'static str,
    status: &'static str,
    answered: usize,
    total: usize,
    problem: Option<&'a str>,
    modified: Option<String>,
}

#[derive(Serialize)]
struct UnreadableJson<'a> {
    path: String,
    reason: &'a str,
}

pub(super) fn run(args: &ListArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let portfolio = list(&installation.places.assessments, &installation.library);
    if args.json {
        let json = serde_json::to_string_pretty(&as_json(&portfolio));
        let json = json.map_err(|error| Failure::work(format!("the list could not be written: {error}"), ""))?;
        return Ok(Output::data(format!("{}\n", printable_json(&json))).and_say(installation.talk()));
    }
    let folder = installation.places.assessments.display();
    if portfolio.entries.is_empty() && portfolio.locked.is_empty() && portfolio.unreadable.is_empty() {
        return Ok(Output::default().and_say(installation.talk()).and_say(t!("cli.list.none", folder = folder)));
    }
    let mut talk = installation.talk();
    for unreadable in &portfolio.unreadable {
        talk.push_str(&format!("{}\n", printable(&unreadable.reason)));
    }
    if !portfolio.unreadable.is_empty() {
        talk.push_str(&format!("{}\n", t!("cli.list.unreadable", folder = folder)));
    }
    Ok(Output::data(as_table(&portfolio)).and_say(talk))
}

fn as_json(portfolio: &Portfolio) -> ListJson<'_> {
    ListJson {
        format: 1,
        assessments: portfolio
            .entries
            .iter()
            .map(|entry| AssessmentJson {
                path: entry.path.display().to_string(),
                client: &entry.assessment.client.name,
                date: entry.assessment.date.to_string(),
                questionnaires: &entry.assessment.questionnaires,
                mode: match entry.assessment.mode {
                    Mode::Consultant => "consultant",
                    Mode::SelfAssessment => "self",
                },
                status: match entry.assessment.progress {
                    Progress::InProgress => "in_progress",
                    Progress::Completed => "completed",
                },
                answered: entry.answered,
                total: entry.total,
                problem: entry.problem.as_deref(),
                modified: entry.modified.map(|time| time.to_string()),
            })
            .collect(),
        locked: portfolio
            .locked
            .iter()
            .map(|one| LockedJson {
                path: one.path.display().to_string(),
                modified: one.modified.map(|time| time.to_string()),
            })
            .collect(),
        unreadable: portfolio
            .unreadable
            .iter()
            .map(|one| UnreadableJson { path: one.path.display().to_string(), reason: &one.reason })
            .collect(),
    }
}

fn as_table(portfolio: &Portfolio) -> String {
    let open = portfolio.entries.iter().map(|entry| {
        let progress = match (&entry.problem, entry.assessment.progress) {
            (Some(problem), _) => problem.clone(),
            (None, Progress::Completed) => t!("cli.list.completed").into_owned(),
            (None, Progress::InProgress) => format!("{}/{}", entry.answered, entry.total),
        };
        vec![
            printable_cell(&entry.assessment.client.name),
            entry.assessment.date.to_string(),
            printable_cell(&entry.assessment.questionnaires.join(", ")),
            progress,
            printable(&entry.path.display().to_string()),
        ]
    });
    let locked = portfolio.locked.iter().map(|one| {
        let name = one.path.file_stem().unwrap_or_default().to_string_lossy();
        let path = printable(&one.path.display().to_string());
        vec![printable_cell(&name), String::new(), String::new(), t!("crypt.locked").into_owned(), path]
    });
    let head =
        ["client", "date", "questionnaires", "answered", "file"].map(|key| t!(format!("cli.list.{key}")).into_owned());
    super::output::table(&head, &open.chain(locked).collect::<Vec<_>>(), &[])
}
