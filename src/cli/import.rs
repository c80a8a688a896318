//! `gapwise import`: answers from a JSON file.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;

use clap::Args;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
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
    let bytes = read_bytes(&args.from)
        .map_err(|error| Failure::work(error.to_string(), "Name a file with answers as JSON; nothing was changed"))?;
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let data: Result<Answers, _> = serde_json::from_slice(text);
    let Answers(entries) = data.map_err(|error| {
        let hint = "It takes one object {\"question id\": value}; nothing was changed";
        Failure::work(format!("{path} cannot be read as answers: {error}"), hint)
    })?;
    let mut seen = BTreeSet::new();
    if let Some((twice, _)) = entries.iter().find(|(id, _)| !seen.insert(id)) {
        let message = format!("{path} answers '{twice}' more than once");
        return Err(Failure::work(message, "Keep one of them; nothing was changed"));
    }
    write_all(&args.file, &entries, json::read)
}

/// The answers in the order they stand in, those that are there twice included.
struct Answers(Entries<Json>);

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Answers;

            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("an object of answers")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Answers, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Answers(entries))
            }
        }
        deserializer.deserialize_map(Object)
    }
}
