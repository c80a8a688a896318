//! `gapwise sheet`: a measurement sheet to fill in, safe to open in a spreadsheet.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::ToSpan;
use jiff::civil::Date;
use rust_i18n::t;

use super::failure::Failure;
use super::installation::Installation;
use super::opened::{Opened, open_to_read};
use super::output::Output;
use super::rules::{self, RulesFormat};
use crate::assessment::{Assessment, Goal};
use crate::display::sentence_start;
use crate::problem::nearest;
use crate::questionnaire::Selection;

/// What `sheet` takes.
#[derive(Debug, Args)]
#[command(
    after_help = "Without --goal it has one line an enquiry: date, enquiry id, source, fit, first-reply time, outcome tag, value, \
    next date. With --goal it has one line a week until the deadline, for what moves first.\n\n\
    CSV by RFC 4180 in UTF-8, with a byte order mark, without which some spreadsheets misread accents. Cells that a spreadsheet \
    would take for a formula begin with an apostrophe. Nothing that exists is overwritten.\n\n\
    With --rules it is the rules of a questionnaire, as the client changed them: one page to sign, or a table.\n\n\
    Example:\n  gapwise sheet brightwater\n  gapwise sheet brightwater --goal enquiries --out weekly.csv\n  \
    gapwise sheet brightwater --rules closed-loop\n  gapwise sheet brightwater --rules cl_outcomes --format csv"
)]
pub(super) struct SheetArgs {
    /// The assessment: a path or a unique part of a client's name.
    file: String,
    /// The weekly sheet of a goal, by its metric.
    #[arg(long, value_name = "METRIC")]
    goal: Option<String>,
    /// The rules of a questionnaire on one page, to be signed: a sheet's id, or a questionnaire's; with nothing behind it,
    /// those of the only questionnaire that has some.
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "", conflicts_with = "goal")]
    rules: Option<String>,
    /// What the rules are written in; without, what the name after --out ends in, else HTML.
    #[arg(long, value_enum, requires = "rules")]
    format: Option<RulesFormat>,
    /// The file to make; `-` is the standard output; without, one beside the assessment.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// The columns of the sheet of enquiries, by their keys in the locale file.
const ENQUIRIES: [&str; 8] = ["date", "id", "source", "fit", "reply", "tag", "value", "next"];

/// The columns of a goal's weekly sheet.
const WEEKS: [&str; 7] = ["week", "from", "leading", "owner", "seen", "blocker", "next_action"];

/// No sheet is longer than two years.
const MOST_WEEKS: i32 = 104;

pub(super) fn run(args: &SheetArgs) -> Result<Output, Failure> {
    let installation = Installation::find()?;
    let (Opened { assessment, selection, talk }, path) = open_to_read(&installation, &args.file)?;
    if let Some(wanted) = &args.rules {
        let how = (args.format, args.out.as_deref());
        return Ok(rules::run(&installation, (&selection, &assessment), &path, wanted, how)?.and_say(talk));
    }
    let (rows, name) = match &args.goal {
        None => (vec![headings(&ENQUIRIES, &assessment)], "sheet.csv".to_owned()),
        Some(metric) => {
            let goal = goal_of(&assessment, metric)?;
            (weeks(&selection, &assessment, goal)?, format!("{}.csv", goal.metric.replace(['/', '\\', '\0'], "-")))
        }
    };
    let text = csv_text(&rows)?;
    let out = args.out.clone().unwrap_or_else(|| named(&path, &name));
    let mut output = hand_out(&out, &text)?.and_say(talk);
    if args.goal.is_none() && !assessment.goals.is_empty() {
        let metrics: Vec<&str> = assessment.goals.iter().map(|goal| goal.metric.as_str()).collect();
        output = output.and_say(t!("record.sheet.goals", metrics = metrics.join(", ")));
    }
    Ok(output)
}

fn headings(keys: &[&str], assessment: &Assessment) -> Vec<String> {
    keys.iter().map(|key| t!(format!("record.sheet.{key}"), locale = &assessment.locale).into_owned()).collect()
}

fn goal_of<'a>(assessment: &'a Assessment, metric: &str) -> Result<&'a Goal, Failure> {
    let open = assessment.goals.iter().find(|goal| goal.metric == metric && goal.status.is_open());
    open.or_else(|| assessment.goals.iter().find(|goal| goal.metric == metric)).ok_or_else(|| {
        let metrics: Vec<&str> = assessment.goals.iter().map(|goal| goal.metric.as_str()).collect();
        let hint = match nearest(metric, metrics.iter().copied()) {
            Some(near) => format!("Did you mean '{near}'?"),
            None if metrics.is_empty() => "It has no goals; without --goal the sheet is for enquiries".to_owned(),
            None => format!("It has goals for {}", metrics.join(", ")),
        };
        Failure::work(format!("there is no goal for '{metric}' in this assessment"), hint)
    })
}

/// One line a week from the day the goal was agreed to its deadline.
fn weeks(selection: &Selection, assessment: &Assessment, goal: &Goal) -> Result<Vec<Vec<String>>, Failure> {
    let begin: Date = goal.agreed.unwrap_or(assessment.date);
    let Some(deadline) = goal.deadline.filter(|deadline| *deadline > begin) else {
        let message = format!("the goal for '{}' has no deadline after {begin}", goal.metric);
        return Err(Failure::work(message, "Give it one in the interview first"));
    };
    let leading = selection.goal_metric(&goal.metric).map(|metric| metric.leading.get(&assessment.locale));
    let leading = leading.filter(|text| !text.is_empty()).map_or_else(|| goal.metric.clone(), sentence_start);
    let days = (0..MOST_WEEKS).map(|week| begin.saturating_add((i64::from(week) * 7).days()));
    let mut rows = vec![headings(&WEEKS, assessment)];
    for (at, from) in days.take_while(|from| *from < deadline).enumerate() {
        let empty = String::new;
        rows.push(vec![
            (at + 1).to_string(),
            from.to_string(),
            leading.clone(),
            goal.owner.clone(),
            empty(),
            empty(),
            empty(),
        ]);
    }
    Ok(rows)
}

/// Rows as CSV with a byte order mark; every cell disarmed.
pub(super) fn csv_text(rows: &[Vec<String>]) -> Result<String, Failure> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let failed = |error: String| Failure::work(format!("the sheet could not be written: {error}"), "");
    for row in rows {
        writer.write_record(row.iter().map(|cell| disarmed(cell))).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| failed(error.to_string()))?;
    Ok(format!("\u{feff}{text}"))
}

/// A cell no spreadsheet takes for a formula: one that begins like it gets an apostrophe, control characters go.
fn disarmed(cell: &str) -> String {
    let cell: String = cell.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let begins = cell.trim_start().chars().next();
    match begins {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') => format!("'{cell}"),
        _ => cell,
    }
}

/// The file of something that belongs to an assessment and was given no name.
pub(super) fn named(assessment: &Path, what: &str) -> PathBuf {
    let stem = assessment.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    assessment.with_file_name(format!("{stem}-{what}"))
}

/// Prints a text, or makes a file of it that was not there before.
pub(super) fn hand_out(path: &Path, text: &str) -> Result<Output, Failure> {
    if path == Path::new("-") {
        return Ok(Output::data(text));
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        let whole = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
        if whole.is_err() {
            // half a file is worse than none; it is ours, since it was not there before
            let _ = std::fs::remove_file(path);
        }
        whole
    });
    match written {
        Ok(()) => Ok(Output::data(format!("{}\n", path.display()))),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(Failure::work(
            format!("{} exists already", path.display()),
            "Name another file with --out, or move that one away",
        )),
        Err(error) => Err(Failure::work(
            format!("{} could not be written: {error}", path.display()),
            "Name another place with --out; `--out -` prints it",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, safe) in [
            ("=1+1", "'=1+1"),
            (" =1", "' =1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("\t=1", "' =1"),
            ("plain", "plain"),
            ("", ""),
            ("a=b", "a=b"),
        ] {
            assert_eq!(disarmed(cell), safe, "{cell:?}");
        }
        let text = csv_text(&[vec!["a,b".to_owned(), "say \"x\"".to_owned(), "é".to_owned()]]).unwrap();
        assert_eq!(text, "\u{feff}\"a,b\",\"say \"\"x\"\"\",é\r\n");
    }
}
