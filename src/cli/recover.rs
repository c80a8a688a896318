//! `gapwise recover`: what is left of an assessment, shown first, and put in its place when that is wanted.

use std::fmt::Write as _;
use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::installation::Installation;
use super::output::Output;
use super::printable::printable;
use super::secret::open;
use crate::assessment::{
    Assessment, Draft, FileOrder, Remains, RemainsKind, RemainsState, found_draft, fresh_bytes, place_of_draft,
    put_in_place, read_bytes, remains,
};
use crate::portfolio::find;
use crate::questionnaire::Library;
use crate::sealed::{is_sealed, known, opens_with};

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
    let found = opened(&path, &installation.places.state, args.from.as_deref())?;
    let mut said = String::new();
    for one in &found {
        let _ = writeln!(said, "{}", printable(&told(one)));
    }
    let key = found.iter().find(|one| one.kind == RemainsKind::Itself).and_then(|one| one.key.as_ref());
    if let Some(draft) = place_of_draft(&path) {
        let _ = writeln!(said, "{}", printable(&told_draft(&draft, found_draft(&path, key))));
    }
    let itself = found.iter().find(|one| one.kind == RemainsKind::Itself);
    let Some(best) = chosen(&found, args.from.as_deref())? else {
        return match itself.map(|one| &one.state) {
            Some(RemainsState::Whole(_)) => {
                Ok(Output::data(said).and_say("Nothing is wrong with it; nothing was changed"))
            }
            _ if found.iter().any(|one| one.assessment().is_some()) => Err(Failure::work(
                format!("{said}{} is damaged or gone, and only what was kept on purpose is left", path.display()),
                "Put one of these in its place with --from PATH; nothing was changed",
            )),
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
    // Damaged to where its key was, it cannot be locked again with it.
    let is_open_now = itself.is_some_and(|one| is_sealed(&one.bytes)) && !is_sealed(&bytes);
    let kept = put_in_place(&path, itself.map(|one| one.bytes.as_slice()), &bytes)?;
    let mut done = format!("{} now holds {}", path.display(), counted(assessment));
    if let Some(kept) = kept {
        let _ = write!(done, "; what was there is kept as {}", kept.display());
    }
    if is_open_now {
        done.push_str(". It was locked and now lies open: `gapwise lock` locks it again");
    }
    Ok(if args.yes { Output::data(format!("{said}\n")) } else { Output::default() }.and_say(done))
}

/// Everything there is, after asking for what opens it: the file itself, what was named, and where the file itself is damaged or
/// gone, all that is left of it.
fn opened(path: &Path, state: &Path, named: Option<&Path>) -> Result<Vec<Remains>, Failure> {
    let found = remains(path, state);
    let itself = found.iter().find(|one| one.kind == RemainsKind::Itself);
    let is_gone = itself.is_none_or(|one| matches!(one.state, RemainsState::Useless(_)) && one.key.is_none());
    let is_wanted = |one: &&Remains| {
        is_gone || one.kind == RemainsKind::Itself || named.is_some_and(|named| is_same(named, &one.path))
    };
    let mut closed: Vec<&Path> = found.iter().filter(is_wanted).map(|one| one.path.as_path()).collect();
    let draft = place_of_draft(path);
    closed.extend(draft.as_deref());
    for one in closed {
        let bytes = read_bytes(one).unwrap_or_default();
        // what is damaged to its key opens for nobody, and is told below
        if is_sealed(&bytes) && known(&bytes).is_none() && opens_with(&bytes).is_ok() {
            open(one)?;
        }
    }
    Ok(remains(path, state))
}

fn is_same(named: &Path, path: &Path) -> bool {
    path == named || std::fs::canonicalize(named).is_ok_and(|named| path == named)
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
        let message =
            || Failure::work(format!("{} is not among what is left", named.display()), "Name one that is listed");
        return found.iter().find(|one| is_same(named, &one.path)).map(Some).ok_or_else(message);
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

fn told_draft(place: &Path, draft: Option<Draft>) -> String {
    let Some(draft) = draft else {
        return format!("{} (typing that was not stored): it cannot be read", place.display());
    };
    format!(
        "typing that was not stored, from {}, at '{}' of {}: {} characters. `gapwise interview` offers it",
        draft.at,
        draft.question,
        draft.questionnaire,
        draft.text.chars().count()
    )
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
