//! `gapwise recover`: what is left of an assessment, shown first, and put in its place when that is wanted.

use std::fmt::Write as _;
use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::installation::Installation;
use super::output::Output;
use super::printable::printable;
use super::secret::unlocked;
use crate::assessment::{
    Assessment, FileOrder, OpenError, Remains, RemainsKind, RemainsState, found_draft, fresh_bytes, load, put_in_place,
    read_bytes, remains,
};
use crate::portfolio::find;
use crate::questionnaire::Library;
use crate::sealed::is_sealed;

/// What `recover` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "Everything that is left is listed first: the file itself, what an interrupted save left behind, what was\n\
    kept beside it or could not be saved in its place, typing that was not stored. Nothing is changed before you agree, and the\n\
    file as it is now is kept beside the new one.\n\n\
    Example:\n  gapwise recover brightwater.toml\n  gapwise recover brightwater.toml --yes\n  \
    gapwise recover brightwater.toml --from brightwater.toml.other-20261122-101530"
)]
pub(super) struct RecoverArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// Put this file in its place; without, the one listed that holds most, when the assessment's own is damaged or gone.
    #[arg(long, value_name = "PATH")]
    from: Option<PathBuf>,
    /// Do it without asking.
    #[arg(long)]
    yes: bool,
}

pub(super) fn run(args: &RecoverArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let path = place_of(&installation, &args.file)?;
    // Asked for the passphrase of a locked one; whatever else is wrong with it is seen below.
    if read_bytes(&path).is_ok_and(|bytes| is_sealed(&bytes)) {
        let asked = unlocked(|| load(&path));
        if matches!(load(&path), Err(OpenError::Locked { .. })) {
            asked?;
        }
    }
    let found = remains(&path, &installation.places.state);
    let mut said = String::new();
    for one in &found {
        let _ = writeln!(said, "{}", printable(&told(one)));
    }
    let key = found.iter().find(|one| one.kind == RemainsKind::Itself).and_then(|one| one.key.as_ref());
    if let Some(draft) = found_draft(&path, key) {
        let _ = writeln!(
            said,
            "{}",
            printable(&format!(
                "typing that was not stored, from {}, at '{}' of {}: {} characters. `gapwise interview` offers it",
                draft.at,
                draft.question,
                draft.questionnaire,
                draft.text.chars().count()
            ))
        );
    }
    let itself = found.iter().find(|one| one.kind == RemainsKind::Itself);
    let Some(best) = chosen(&found, args.from.as_deref())? else {
        return match itself.map(|one| &one.state) {
            Some(RemainsState::Whole(_)) => {
                Ok(Output::data(said).and_say("Nothing is wrong with it; nothing was changed"))
            }
            _ => Err(Failure::work(
                format!("{said}nothing of an assessment was found for {}", path.display()),
                "Restore it from a copy of yours; nothing was changed",
            )),
        };
    };
    let Some(assessment) = best.assessment() else {
        return Err(Failure::work(
            format!("{} holds nothing of an assessment", best.path.display()),
            "Name another one",
        ));
    };
    if matches!(&best.state, RemainsState::Damaged { salvage, .. } if salvage.is_newer) {
        let hint = "Open it with that one; nothing was changed";
        return Err(Failure::work(format!("{} was written by a newer Gapwise", best.path.display()), hint));
    }
    let _ = write!(said, "\nBest: {}, with {}.", best.path.display(), counted(assessment));
    if !(args.yes || agreed(&said, &path, itself.is_some())) {
        return Ok(Output::data(format!("{said}\n")).and_say("Nothing was changed. `--yes` puts it in place"));
    }
    let bytes = match &best.state {
        RemainsState::Whole(_) => best.bytes.clone(),
        _ => mended(&installation.library, assessment)?,
    };
    // What was locked stays locked.
    let bytes = match key.or(best.key.as_ref()).filter(|_| !is_sealed(&bytes)) {
        Some(key) => key.seal(&bytes).map_err(|error| Failure::work(error.to_string(), "Nothing was changed"))?,
        None => bytes,
    };
    let kept = put_in_place(&path, itself.map(|one| one.bytes.as_slice()), &bytes)?;
    let mut done = format!("{} now holds {}", path.display(), counted(assessment));
    if let Some(kept) = kept {
        let _ = write!(done, "; what was there is kept as {}", kept.display());
    }
    Ok(if args.yes { Output::data(format!("{said}\n")) } else { Output::default() }.and_say(done))
}

/// The place of the assessment; one that is gone is named by its path.
fn place_of(installation: &Installation, wanted: &str) -> Result<PathBuf, Failure> {
    let path = std::path::absolute(wanted).unwrap_or_else(|_| PathBuf::from(wanted));
    if !path.exists() && !remains(&path, &installation.places.state).is_empty() {
        return Ok(path);
    }
    let found = find(&installation.places.assessments, wanted)?;
    Ok(std::fs::canonicalize(&found).unwrap_or(found))
}

/// What is put in place: what was named, otherwise what holds most when the file itself is not whole.
fn chosen<'a>(found: &'a [Remains], named: Option<&Path>) -> Result<Option<&'a Remains>, Failure> {
    if let Some(named) = named {
        let same =
            |one: &&Remains| one.path == named || std::fs::canonicalize(named).is_ok_and(|path| path == one.path);
        let message =
            || Failure::work(format!("{} is not among what is left", named.display()), "Name one that is listed");
        return found.iter().find(same).map(Some).ok_or_else(message);
    }
    if found.iter().any(|one| one.kind == RemainsKind::Itself && matches!(one.state, RemainsState::Whole(_))) {
        return Ok(None);
    }
    // What was kept on purpose is older, or another's; it is taken only when it is named.
    let candidates = found.iter().filter(|one| one.kind != RemainsKind::Kept);
    // Of two that hold the same, the file itself, which is listed first.
    let worth = |one: &Remains| one.assessment().map(|it| it.answers.len());
    Ok(candidates.filter(|one| worth(one).is_some()).rev().max_by_key(|one| worth(one)))
}

/// The text of what could be made out; one that lost the names of its questionnaires gets those that ask its questions.
fn mended(library: &Library, assessment: &Assessment) -> Result<Vec<u8>, Failure> {
    let mut assessment = assessment.clone();
    if assessment.questionnaires.is_empty() {
        let asks = |one: &crate::questionnaire::Questionnaire| {
            assessment.answers.keys().any(|id| one.questions.iter().any(|question| question.id == *id))
        };
        let asking = library.questionnaires.iter().filter(|one| asks(one));
        let newest = asking.filter(|one| library.newest(&one.id).is_some_and(|it| it.version == one.version));
        assessment.questionnaires = newest.map(|one| one.reference()).collect();
    }
    let selection = library.select(&assessment.questionnaires).map_err(|error| {
        Failure::work(error.to_string(), "Put that questionnaire into its folder first; nothing was changed")
    })?;
    Ok(fresh_bytes(&assessment, &FileOrder::of(&selection)))
}

/// Asks on the terminal; without one nobody agrees.
fn agreed(said: &str, path: &Path, is_there: bool) -> bool {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return false;
    }
    let keeps = if is_there { " What is there now is kept beside it." } else { "" };
    let mut out = std::io::stderr();
    let _ = write!(out, "{said}\nPut it into {}?{keeps} [y/N] ", path.display());
    let _ = out.flush();
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.is_ok() && line.trim().to_lowercase().starts_with('y')
}

fn told(one: &Remains) -> String {
    let kind = match one.kind {
        RemainsKind::Itself => "the file",
        RemainsKind::Leftover => "left behind by an interrupted save",
        RemainsKind::Kept => "kept beside it",
        RemainsKind::Unsaved => "could not be saved in its place",
    };
    let written =
        one.written.map(|at| at.to_zoned(jiff::tz::TimeZone::system()).strftime(", %Y-%m-%d %H:%M").to_string());
    let state = match &one.state {
        RemainsState::Whole(assessment) => format!("whole, {}", counted(assessment)),
        RemainsState::Damaged { salvage, .. } if salvage.is_newer => "written by a newer Gapwise".to_owned(),
        RemainsState::Damaged { salvage, line } => {
            let lost = match salvage.lost.len() {
                0 => String::new(),
                _ => format!("; lost: {}", salvage.lost.join(", ")),
            };
            format!("damaged at line {line}; recovered {}{lost}", counted(&salvage.assessment))
        }
        RemainsState::Useless(reason) => format!("nothing of an assessment in it: {reason}"),
    };
    format!("{} ({kind}{}): {state}", one.path.display(), written.unwrap_or_default())
}

fn counted(assessment: &Assessment) -> String {
    let of = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let answers = of(assessment.answers.len(), "answer", "answers");
    match assessment.notes.len() {
        0 => answers,
        count => format!("{answers} and {}", of(count, "note", "notes")),
    }
}
