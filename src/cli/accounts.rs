//! `gapwise accounts`: a list of accounts, ranked.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;
use rust_i18n::t;

use super::accounts_file::{json, ranked_csv};
use super::accounts_told::{failed, first_ones, told_list, told_unused, unranked};
use super::failure::Failure;
use super::installation::{Installation, today};
use super::opened::{OpenedToChange, open_to_change};
use super::output::Output;
use super::sheet::{csv_text, hand_out};
use crate::accounts::{Profile, ProfileError, RankedList, Words, figures, kept, list, said_counts};
use crate::assessment::{AccountList, Assessment, Change, Evidence, Value};
use crate::problem::nearest;
use crate::questionnaire::AccountUses;

/// What `accounts` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "The list is ranked by what the assessment says makes a company ideal: traits with weights, conditions that \
    are never waived, columns of spending, rivals. What it comes to is recorded in the assessment, names of columns too.\n\n\
    The list is CSV as a spreadsheet saves it: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252; decimal point or \
    comma; with currencies, percent signs, grouped thousands. Its first line has the names of the columns. The list itself is \
    never changed, and however long it is, only names and figures are kept in memory.\n\n\
    What --map, --name and --encoding say is kept under [accounts] in the assessment and holds from then on: \
    columns = { employees = \"Staff\" } calls the column 'employees' of the answers 'Staff' in the list, and \
    columns = { supplier = \"\" } says that the list has none. The interview offers the same under the key a, with the first \
    rows to look at.\n\n\
    A: fit of 70 or more, as many as can be worked in a quarter. B: from 50, and what the A list has no room for. C: the \
    rest. Not ranked: companies that fail a condition, and those of which too little is known; the file says what is \
    missing. Cells that a spreadsheet would take for a formula begin with an apostrophe in it.\n\n\
    Example:\n  gapwise accounts brightwater --csv accounts.csv --out ranked.csv\n  \
    gapwise accounts brightwater --csv accounts.csv --map 'employees=Mitarbeiter'"
)]
pub(super) struct AccountsArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// The list; without, the one the assessment names.
    #[arg(long, value_name = "LIST")]
    csv: Option<PathBuf>,
    /// The ranked list as a CSV file; `-` is the standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Everything as JSON on the standard output.
    #[arg(long)]
    json: bool,
    /// How the list calls a column that the answers call otherwise; nothing after the sign: the list has none.
    #[arg(long, value_name = "COLUMN=HEADING")]
    map: Vec<String>,
    /// The heading of the column with the companies' names.
    #[arg(long, value_name = "HEADING")]
    name: Option<String>,
    /// What the list is written in, for example utf-8 or windows-1252, where it is not recognised.
    #[arg(long, value_name = "ENCODING")]
    encoding: Option<String>,
}

pub(super) fn run(args: &AccountsArgs) -> Result<Output, Failure> {
    if args.json && args.out.as_deref() == Some(Path::new("-")) {
        return Err(Failure::usage("--json and --out - would both write to the standard output", "Leave one out"));
    }
    let installation = Installation::find()?;
    let OpenedToChange { mut file, selection, .. } = open_to_change(&installation, &args.file)?;
    let mut assessment = file.assessment().clone();
    let (profile, uses) = Profile::of(&selection, &assessment).map_err(|error| no_profile(&error))?;
    mapping(args, &profile, &mut assessment.accounts)?;
    let path = match &args.csv {
        Some(path) => path.clone(),
        None => named(uses, &assessment, file.path())?,
    };
    let words = Words::new(&assessment.locale);
    let bar = progress_bar();
    let encoding = assessment.accounts.encoding.clone();
    let read = list::read(&path, &profile, &assessment.accounts, &words, encoding.as_deref(), &mut |done, all| {
        bar.set_length(all);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let list = read.map_err(|error| failed(error, &profile))?;
    let ranked = RankedList::of(profile, list);
    let RankedList { profile, list, ranking } = &ranked;
    let locale = assessment.locale.clone();

    let mut output = match (&args.out, args.json) {
        (Some(out), false) if out == Path::new("-") => hand_out(out, &csv_text(&ranked_csv(&ranked, &locale))?)?,
        (_, true) => Output::data(json(&ranked, &locale)?),
        _ => Output::data(first_ones(ranking, &locale)),
    };
    if let Some(out) = args.out.as_deref().filter(|out| *out != Path::new("-")) {
        hand_out(out, &csv_text(&ranked_csv(&ranked, &locale))?)?;
        output = output.and_say(out.display().to_string());
    }
    output = output
        .and_say(told_unused(&profile.unused))
        .and_say(told_list(list, &locale))
        .and_say(unranked(profile, ranking, &locale));
    let counts = &ranking.counts;
    output = output.and_say(said_counts(counts, &locale));
    output = output.and_say(match profile.slots {
        Some(slots) => t!("accounts.said.suited", locale = &locale, count = counts.suited, slots = slots),
        None => t!("accounts.said.no_slots", locale = &locale),
    });
    let at = file.path().display().to_string();
    if let Some(reason) = file.read_only() {
        return Ok(output.and_say(t!("accounts.said.not_recorded", locale = &locale, path = at, reason = reason)));
    }
    let recorded = record(&mut assessment, uses, &path, file.path(), &ranked);
    file.save(&assessment)?;
    Ok(output.and_say(t!("accounts.said.recorded", locale = &locale, path = at, answers = recorded.join(", "))))
}

fn no_profile(error: &ProfileError) -> Failure {
    let hint = match error {
        ProfileError::NoQuestionnaire => {
            "Add the questionnaire 'accounts': gapwise new --questionnaire accounts".to_owned()
        }
        ProfileError::NoCriteria { question } => {
            format!("Answer it in the interview: gapwise interview FILE --at {question}")
        }
        ProfileError::NoneUsable { unused, .. } => told_unused(unused).trim_end().to_owned(),
    };
    Failure::work(error.to_string(), hint)
}

/// Takes over what was said of the columns; a name the answers do not hold is a mistake.
fn mapping(args: &AccountsArgs, profile: &Profile, list: &mut AccountList) -> Result<(), Failure> {
    let spending = [&profile.current_spend, &profile.potential_spend, &profile.rival_column];
    let known: Vec<&str> = (profile.criteria.iter().map(|criterion| criterion.column.as_str()))
        .chain(profile.gates.iter().map(|gate| gate.column.as_str()))
        .chain(spending.into_iter().flatten().map(String::as_str))
        .collect();
    for pair in &args.map {
        let Some((wanted, heading)) = pair.split_once('=').map(|(wanted, heading)| (wanted.trim(), heading.trim()))
        else {
            return Err(Failure::usage(
                format!("'{pair}' is not COLUMN=HEADING"),
                "For example: --map 'employees=Staff'",
            ));
        };
        if !known.contains(&wanted) {
            let hint = match nearest(wanted, known.iter().copied()) {
                Some(near) => format!("Did you mean '{near}'?"),
                None => format!("They name {}", known.join(", ")),
            };
            return Err(Failure::work(format!("the answers name no column '{wanted}'"), hint));
        }
        list.columns.insert(wanted.to_owned(), heading.to_owned());
    }
    if let Some(encoding) = &args.encoding {
        list.encoding = Some(encoding.trim().to_owned()).filter(|encoding| !encoding.is_empty());
    }
    if let Some(name) = &args.name {
        list.name = Some(name.trim().to_owned());
    }
    Ok(())
}

/// The list the assessment names, beside its file.
fn named(uses: &AccountUses, assessment: &Assessment, file: &Path) -> Result<PathBuf, Failure> {
    let said = uses.file.as_deref().and_then(|id| assessment.value(id)).and_then(Value::as_text).unwrap_or_default();
    if said.trim().is_empty() {
        return Err(Failure::work(
            "the assessment names no list of accounts",
            "Name one: gapwise accounts FILE --csv accounts.csv",
        ));
    }
    Ok(file.parent().unwrap_or(Path::new("")).join(said.trim()))
}

/// Drawn on the standard error, and only where a person looks at it.
fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    match ProgressStyle::with_template("{bar:40} {percent:>3} %  {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Records what the ranking came to; gives the answers as they are told.
fn record(
    assessment: &mut Assessment,
    uses: &AccountUses,
    path: &Path,
    file: &Path,
    ranked: &RankedList,
) -> Vec<String> {
    let now = Timestamp::now();
    let mut recorded = Vec::new();
    for (id, value) in figures(uses, ranked) {
        let evidence = Some(Evidence::Record);
        let change = Change::Value { value: Value::Number(value), evidence, low: None, high: None };
        assessment.record(&id, change, now);
        recorded.push(format!("{id} = {value}"));
    }
    if let (Some(id), Some(place)) = (&uses.file, beside(path, file))
        && assessment.value(id).and_then(Value::as_text) != Some(&place)
    {
        assessment.record(id, Change::value(Value::Text(place)), now);
    }
    assessment.accounts.ranked = Some(kept(ranked, today()));
    recorded
}

/// The path as the assessment keeps it: from its own folder where the list is there, so that both can move together.
pub(super) fn beside(list: &Path, file: &Path) -> Option<String> {
    let list = list.canonicalize().ok()?;
    let folder = file.parent().and_then(|folder| folder.canonicalize().ok());
    let inside = folder.and_then(|folder| list.strip_prefix(folder).ok().map(Path::to_owned));
    inside.unwrap_or(list).into_os_string().into_string().ok()
}
