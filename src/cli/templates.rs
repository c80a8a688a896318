//! `gapwise templates`: the report templates found, where from, and copies of them to edit.

use std::path::Path;

use clap::{Args, Subcommand};
use rust_i18n::t;

use super::failure::Failure;
use super::installation::Installation;
use super::output::{Output, table};
use super::printable::printable;
use crate::durable;
use crate::report::{built_in_template, context_page, template_files};

/// What `templates` takes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  gapwise templates\n  gapwise templates copy client.html\n  \
    gapwise templates copy client.html --as board.html   then: gapwise report FILE --template board\n\n\
    `gapwise templates context` prints what templates can use; `gapwise check` tells what is wrong with them.")]
pub(super) struct TemplatesArgs {
    #[command(subcommand)]
    command: Option<TemplatesCommand>,
}

#[derive(Debug, Subcommand)]
enum TemplatesCommand {
    /// Put an editable copy into the folder of your own templates; never in place of one that is there.
    #[command(after_help = "Example:\n  gapwise templates copy parts/summary.html")]
    Copy(CopyArgs),
    /// Print every name a template may use, with what it means and its unit.
    #[command(after_help = "Example:\n  gapwise templates context | less\n  gapwise templates context > CONTEXT.md")]
    Context,
}

/// What `templates copy` takes.
#[derive(Debug, Args)]
struct CopyArgs {
    /// The file's name, as `gapwise templates` lists it.
    name: String,
    /// The copy's name; without, the same, so that it takes the place of the built-in one.
    #[arg(long = "as", value_name = "NAME")]
    new_name: Option<String>,
}

pub(super) fn run(args: &TemplatesArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    match &args.command {
        None => list(&installation),
        Some(TemplatesCommand::Context) => Ok(Output::data(context_page().to_owned())),
        Some(TemplatesCommand::Copy(args)) => copy(&installation.places.templates, args),
    }
}

fn list(installation: &Installation) -> Result<Output, Failure> {
    let folder = &installation.places.templates;
    let own = Some(folder.as_path()).filter(|folder| folder.is_dir());
    let files = template_files(own).map_err(|error| Failure::work(error.to_string(), ""))?;
    let rows = files.iter().map(|(name, is_own)| {
        let place = if *is_own { folder.join(name).display().to_string() } else { format!("builtin/{name}") };
        vec![printable(name), printable(&place)]
    });
    let head = ["name", "from"].map(|key| t!(format!("cli.templates.{key}")).into_owned());
    let talk = t!("cli.templates.own", folder = folder.display());
    Ok(Output::data(table(&head, &rows.collect::<Vec<_>>(), &[])).and_say(talk))
}

fn copy(folder: &Path, args: &CopyArgs) -> Result<Output, Failure> {
    let Some(text) = built_in_template(&args.name) else {
        let files = template_files(None).unwrap_or_default();
        let near = files.iter().map(|(name, _)| (strsim::jaro_winkler(name, &args.name), name));
        let near = near.filter(|(likeness, _)| *likeness > 0.8).max_by(|one, two| one.0.total_cmp(&two.0));
        let hint = near.map(|(_, name)| format!("Did you mean '{name}'? ")).unwrap_or_default();
        let message = format!("there is no built-in template {}", args.name);
        return Err(Failure::work(message, format!("{hint}`gapwise templates` lists those there are")));
    };
    let name = args.new_name.as_deref().unwrap_or(&args.name);
    let ending = |name: &str| Path::new(name).extension().map(ToOwned::to_owned);
    if !is_plain(name) || ending(name) != ending(&args.name) {
        let message = format!("{name} cannot be the copy's name");
        let hint = "Letters, digits, '-', '_' and the same ending; at most one folder, `parts/`";
        return Err(Failure::usage(message, hint));
    }
    let path = folder.join(name);
    let failed = |error: std::io::Error| {
        Failure::work(format!("{} could not be written: {error}", path.display()), "Check the folder's permissions")
    };
    if path.exists() {
        let message = format!("{} is there already and is left as it is", path.display());
        return Err(Failure::work(message, "Rename it first, or give the copy another name with --as"));
    }
    durable::create_folder(durable::folder_of(&path)).map_err(failed)?;
    durable::create(&path, text.as_bytes()).map_err(failed)?;
    let talk = t!("cli.templates.copied");
    Ok(Output::data(format!("{}\n", path.display())).and_say(talk))
}

/// Whether a name stays in the folder of templates.
fn is_plain(name: &str) -> bool {
    let part = |part: &str| {
        let letters = part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        letters && !part.starts_with('.') && !part.is_empty()
    };
    match name.split_once('/') {
        Some((folder, file)) => folder == "parts" && part(file),
        None => part(name),
    }
}
