//! The commands: one small file each. Data goes to the standard output, talk to the standard error.

mod accounts;
mod accounts_desk;
mod accounts_file;
mod accounts_told;
mod args;
mod before;
mod calendar;
mod check;
mod check_templates;
mod compare;
mod compare_json;
mod compare_table;
mod completions;
mod demo;
mod entered;
mod excerpt;
mod explain;
mod failure;
mod follow_up;
mod goals_json;
mod home;
mod home_keys;
mod import;
mod installation;
mod interview;
mod json;
mod keys;
mod letterhead;
mod lines;
mod list;
mod lock;
mod man;
mod new;
mod new_key;
mod office;
mod opened;
mod output;
mod past;
mod printable;
mod problems;
mod questionnaires;
mod recover;
mod render_template;
mod report;
mod report_file;
mod rules;
mod score;
mod score_json;
mod score_table;
mod screen;
mod secret;
mod set;
mod settings;
mod sheet;
mod sitting_file;
mod templates;
mod unechoed;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use failure::Failure;
use output::Output;

/// Runs the command line and tells how it ended: 0 done, 1 could not be done, 2 wrong usage, 3 `check` found errors.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // help and version come this way too, and go where they belong
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let outcome = dispatch(args);
    match outcome {
        Ok(output) => output.print(),
        Err(failure) => failure.print(),
    }
}

fn dispatch(Args { command, share, key_file }: Args) -> Result<Output, Failure> {
    secret::use_key_file(key_file.clone());
    match command {
        None => home::run(share),
        Some(Command::Demo) => demo::run(share),
        Some(Command::New(args)) => new::run(&args),
        Some(Command::Interview(args)) => interview::run(&args, share),
        Some(Command::Set(args)) => set::run(&args),
        Some(Command::Import(args)) => import::run(&args),
        Some(Command::Score(args)) => score::run(&args),
        Some(Command::Report(args)) => report::run(&args),
        Some(Command::List(args)) => list::run(&args),
        Some(Command::Calendar(args)) => calendar::run(&args),
        Some(Command::Sheet(args)) => sheet::run(&args),
        Some(Command::Compare(args)) => compare::run(&args),
        Some(Command::FollowUp(args)) => follow_up::run(&args),
        Some(Command::Accounts(args)) => accounts::run(&args),
        Some(Command::Recover(args)) => recover::run(&args),
        Some(Command::Lock(args)) => lock::lock(&args, key_file.as_deref()),
        Some(Command::Unlock(args)) => lock::unlock(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Questionnaires) => questionnaires::run(),
        Some(Command::Templates(args)) => templates::run(&args),
        Some(Command::Completions(args)) => Ok(completions::run(&args)),
        Some(Command::Keys) => keys::run(),
        Some(Command::Man) => man::run(),
        Some(Command::RenderTemplate) => render_template::run(),
    }
}
