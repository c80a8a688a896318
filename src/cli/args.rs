//! What can be typed after `gapwise`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{
    accounts, calendar, check, compare, completions, follow_up, import, interview, list, lock, new, recover, report,
    score, set, sheet, templates,
};

/// The gap-analysis interview for the terminal: ask, save, score, report.
#[derive(Debug, Parser)]
#[command(name = "gapwise", version, about, long_about = None, propagate_version = false)]
#[command(after_help = "Without a command the home screen opens: recent assessments, a new one, go on.\n\n\
    FILE is a path or a unique part of a client's name.\n\
    Exit codes: 0 done, 1 could not be done, 2 wrong usage, 3 check found errors.\n\n\
    Example: gapwise demo")]
pub(super) struct Args {
    /// Begin with everything private hidden, for a screen that is shared; ctrl-p shows it.
    #[arg(long)]
    pub(super) share: bool,
    /// The key file of what is locked with one, as `age-keygen` writes it.
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) key_file: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Open a fresh copy of the Brightwater example in the interview.
    #[command(after_help = "Example:\n  gapwise demo\n\nLeave with Ctrl+C, then try: gapwise score brightwater")]
    Demo,
    /// Begin a new assessment and print the path of its file.
    New(new::NewArgs),
    /// Go on with an assessment.
    Interview(interview::InterviewArgs),
    /// Set answers from a script, all of them or none.
    Set(set::SetArgs),
    /// Take over answers from a JSON file, all of them or none.
    Import(import::ImportArgs),
    /// Print the scores and findings.
    Score(score::ScoreArgs),
    /// Write the report.
    Report(report::ReportArgs),
    /// List the assessments there are.
    List(list::ListArgs),
    /// Write the follow-up dates as a calendar file.
    Calendar(calendar::CalendarArgs),
    /// Write a measurement sheet to fill in.
    Sheet(sheet::SheetArgs),
    /// Rank a list of accounts by how well each company suits.
    Accounts(accounts::AccountsArgs),
    /// Tell what changed between two assessments of one client.
    Compare(compare::CompareArgs),
    /// Begin a re-assessment of the same client.
    FollowUp(follow_up::FollowUpArgs),
    /// Show what is left of a damaged or lost assessment, and put it in its place.
    Recover(recover::RecoverArgs),
    /// Encrypt an assessment: only its passphrase or key file opens it.
    Lock(lock::LockArgs),
    /// Take the lock off an assessment.
    Unlock(lock::UnlockArgs),
    /// Tell everything that is wrong with questionnaires, templates and assessments.
    Check(check::CheckArgs),
    /// List the questionnaires found, and where from.
    #[command(after_help = "Example:\n  gapwise questionnaires")]
    Questionnaires,
    /// List the report templates found, and put copies into your own folder.
    Templates(templates::TemplatesArgs),
    /// Print every key and the name it has in the settings.
    #[command(after_help = "Example:\n  gapwise keys")]
    Keys,
    /// Print completions for a shell.
    Completions(completions::CompletionsArgs),
    /// Print the manual page.
    #[command(after_help = "Example:\n  gapwise man > gapwise.1")]
    Man,
    /// Render a template within limits: what another Gapwise asks of this one.
    #[command(hide = true)]
    RenderTemplate,
}
