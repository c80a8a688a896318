//! `gapwise completions`: for the shell.

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Args;
use super::output::Output;

/// What `completions` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  gapwise completions bash > ~/.local/share/bash-completion/completions/gapwise")]
pub(super) struct CompletionsArgs {
    /// The shell.
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs) -> Output {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "gapwise", &mut text);
    Output::data(String::from_utf8_lossy(&text))
}
