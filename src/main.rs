//! The `gapwise` program: everything happens in [`gapwise::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    gapwise::cli::run()
}
