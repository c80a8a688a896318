//! `gapwise set`: answers from a script.

use clap::Args;

use super::entered::{Entries, typed, write_all};
use super::failure::Failure;
use super::output::Output;

/// What `set` takes.
#[derive(Debug, Args)]
#[command(after_help = "Values are typed as in the interview:\n  \
    one choice        ga_model=b2b\n  \
    several, a list   ga_causes=time,data\n  \
    a number          ga_contacts=4k   ga_reply=~30   ga_leads=100-140\n  \
    a rating          ga_icp=2\n  \
    a table           ga_tactics='[{\"name\": \"ads\", \"cost\": 1200}]'\n  \
    fixed rows, grid  ga_mix='{\"product\": 3}'\n  \
    unknown           ga_enquiry_fit=?\n  \
    not applicable    ga_meet=-\n  \
    open again        ga_meet=\n\n\
    Example:\n  gapwise set brightwater ga_contacts=4100 ga_model=b2b 'ga_leads=~120'")]
pub(super) struct SetArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// A question's id and its answer.
    #[arg(required = true, value_name = "ID=VALUE", allow_hyphen_values = false)]
    answers: Vec<String>,
}

pub(super) fn run(args: &SetArgs) -> Result<Output, Failure> {
    let mut entries: Entries<String> = Vec::new();
    for answer in &args.answers {
        let Some((id, value)) = answer.split_once('=').filter(|(id, _)| !id.trim().is_empty()) else {
            return Err(Failure::usage(
                format!("'{answer}' is not ID=VALUE"),
                "For example: gapwise set FILE ga_contacts=4k",
            ));
        };
        entries.push((id.trim().to_owned(), value.to_owned()));
    }
    write_all(&args.file, &entries, |question, text, assessment| typed(question, text, assessment))
}
