//! What a durable save costs: beyond what the disk itself takes for it, and with many answers beside few.
//!
//! 1. The median time of a save of one changed answer in the full example, next to the same bytes written by hand (temporary file,
//!    sync, rename, sync of the folder), in turn in the same run. What Gapwise adds is to stay within 1 ms.
//! 2. Instructions of one save with 10 and with 1,000 answers, counted by `perf` or else by Callgrind. (Processor time of many
//!    saves, where neither is there.)
//!
//! The second is *not* the 1.2 one might wish for, and cannot be: an assessment is one file that a person can read and that is
//! replaced as a whole, so each save writes all of it, and it looks whether another program has changed the file, which is reading
//! all of it. Both grow with the file. What is proportional to the answers is comparing, cloning and printing them; the
//! bench prints how much of a save that is, in time, beside the disk: the person at the keyboard never waits for either, for
//! saving has a thread of its own. A journal of changes beside the file would make the cost constant, and a second form of every
//! answer, which has to be folded in, locked, merged and recovered too: not for some milliseconds of a thread nobody waits for.

#[path = "shared/processor.rs"]
mod processor;

use std::error::Error;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use gapwise::assessment::{Answer, Assessment, AssessmentFile, FileOrder, Mode, Value, read};
use gapwise::problem::Source;
use jiff::civil::date;

const EXAMPLE: &str = include_str!("../src/cli/demo/brightwater.toml");

/// How often each is saved for a time.
const ROUNDS: usize = 200;

/// How often each is saved for a count.
const COUNTED: usize = 20;

/// The argument with which this file saves, to be counted from outside: the number of answers and of saves follow.
const SAVES: &str = "--saves";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, answers, saves] = arguments.as_slice()
        && mode == SAVES
    {
        return saved(answers.parse()?, saves.parse()?).map(drop);
    }
    beside_the_disk()?;
    few_and_many()
}

/// A save beside the same bytes written by hand.
fn beside_the_disk() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let assessment =
        read(&Source::new("brightwater.toml", EXAMPLE)).map_err(|_| "the example does not read")?.assessment;
    let path = folder.path().join("a.toml");
    let mut file = AssessmentFile::create(&path, &assessment, FileOrder::default())?;
    let bytes = fs::read(&path)?;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let changed = changed(&assessment, "ga_contacts", round);
        let begun = Instant::now();
        file.save(&changed)?;
        ours.push(begun.elapsed());
        let begun = Instant::now();
        by_hand(&folder.path().join("b.toml"), &bytes)?;
        bare.push(begun.elapsed());
    }
    let (ours, bare) = (median(ours), median(bare));
    println!("a save of one answer of {}, median of {ROUNDS}     {ours:>9.1?}", assessment.answers.len());
    println!("the same bytes by hand, as durable           {bare:>9.1?}");
    println!("what Gapwise adds (promised: up to 1 ms)     {:>9.1?}", ours.saturating_sub(bare));
    Ok(())
}

/// What has to be done for bytes to be on the disk, and no more.
fn by_hand(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let temporary = path.with_extension("tmp");
    let mut file = File::create(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&temporary, path)?;
    File::open(path.parent().unwrap_or(Path::new(".")))?.sync_all()
}

/// Few answers beside many.
fn few_and_many() -> Result<(), Box<dyn Error>> {
    for (what, count) in
        [("instructions", instructions as fn(usize) -> Option<f64>), ("µs of processor time", microseconds)]
    {
        if let (Some(few), Some(many)) = (count(10), count(1_000)) {
            println!("{what} of a save with 10 answers {few:.0}, with 1,000 {many:.0}: {:.1} times", many / few);
            println!("{what} an answer and save: {:.0}", (many - few) / 990.0);
        }
    }
    Ok(())
}

/// Instructions of one save, without what making the file takes.
fn instructions(answers: usize) -> Option<f64> {
    let count = |saves: usize| by_perf(answers, saves).or_else(|| by_callgrind(answers, saves));
    Some((count(COUNTED)? - count(0)?) / COUNTED as f64)
}

fn by_perf(answers: usize, saves: usize) -> Option<f64> {
    let mut command = Command::new("perf");
    command.args(["stat", "-x", ",", "-e", "instructions:u"]);
    let told = run(command, answers, saves)?;
    told.lines().find(|line| line.contains("instructions"))?.split(',').next()?.parse().ok()
}

fn by_callgrind(answers: usize, saves: usize) -> Option<f64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    let told = run(command, answers, saves)?;
    told.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
}

fn run(mut command: Command, answers: usize, saves: usize) -> Option<String> {
    command.arg(std::env::current_exe().ok()?).args([SAVES, &answers.to_string(), &saves.to_string()]);
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Processor time of one save.
fn microseconds(answers: usize) -> Option<f64> {
    saved(answers, ROUNDS).ok()?.map(|used| used.as_secs_f64() * 1e6 / ROUNDS as f64)
}

/// Saves a file of so many answers so often; gives the processor time of that, where the system tells it.
fn saved(answers: usize, saves: usize) -> Result<Option<Duration>, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let mut assessment = Assessment::new(vec!["bench@1.0.0".to_owned()], Mode::Consultant, date(2026, 11, 22));
    for at in 0..answers {
        let mut answer = Answer::of(Value::Number(at as f64));
        answer.note = Some(format!("A note of the length that one writes during a call, number {at}"));
        assessment.answers.insert(format!("q_{at}"), answer);
    }
    let mut file = AssessmentFile::create(&folder.path().join("a.toml"), &assessment, FileOrder::default())?;
    let mut clock = processor::Clock::start().ok();
    let begun = clock.as_mut().and_then(|clock| clock.now().ok());
    for round in 0..saves {
        file.save(&changed(&assessment, "q_5", round))?;
    }
    let ended = clock.as_mut().and_then(|clock| clock.now().ok());
    Ok(begun.zip(ended).map(|(begun, ended)| ended - begun))
}

/// The same with one answer that no round before had.
fn changed(assessment: &Assessment, id: &str, round: usize) -> Assessment {
    let mut changed = assessment.clone();
    changed.answers.insert(id.to_owned(), Answer::of(Value::Number(5_000.0 + round as f64)));
    changed
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
