//! `gapwise import`: answers from a JSON file.

use std::path::PathBuf;

use clap::Args;
use serde_json::Value as Json;

use super::entered::{Entries, write_all};
use super::failure::Failure;
use super::json;
use super::output::Output;
use crate::assessment::read_bytes;

/// What `import` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "The JSON is one flat object {question id: value}: numbers, texts, ids of choices, arrays of texts,\n\
    tables as arrays of objects, fixed rows and grids as objects, {\"status\": \"unknown\"}. A null is skipped.\n\n\
    Example:\n  gapwise import brightwater --from answers.json\n  \
    with {\"ga_contacts\": 4000, \"ga_causes\": [\"time\"], \"ga_tactics\": [{\"name\": \"ads\", \"cost\": 1200}]}"
)]
pub(super) struct ImportArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// The JSON file.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
}

pub(super) fn run(args: &ImportArgs) -> Result<Output, Failure> {
    let path = args.from.display();
    let bytes = read_bytes(&args.from)?;
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let data: Json = serde_json::from_slice(text)
        .map_err(|error| Failure::work(format!("{path} is not JSON: {error}"), "Mend it there; nothing was changed"))?;
    let Json::Object(answers) = data else {
        let message = format!("{path} holds no object of answers");
        return Err(Failure::work(message, "It takes {\"question id\": value}; nothing was changed"));
    };
    let entries: Entries<Json> = answers.into_iter().collect();
    write_all(&args.file, &entries, json::read)
}
