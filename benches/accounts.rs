//! Rows per second and peak memory of ranking 200,000 accounts, beside the same ranking in pandas and polars.
//!
//! The peers are Python programs in `benches/peers`; one whose library is not installed is skipped. Every program gets
//! the same file and prints the same first accounts. Times of one run on one machine say little; the ratios are what to
//! look at.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use gapwise::accounts::{Criterion, Gate, Operator, Profile, Ranking, Trait, Words, list, rank};
use gapwise::assessment::AccountList;

const ROWS: u32 = 200_000;
const RUNS: usize = 5;

/// What ranking that many accounts may take, in MB.
const MOST_MEMORY: f64 = 300.0;

/// Where the Python with pandas and polars is; `python3` without.
const PYTHON: &str = "ACCOUNTS_PYTHON";

fn main() {
    // the measured run is a process of its own, so that its memory is its own
    let mut args = std::env::args().skip(1).filter(|arg| !arg.starts_with("--"));
    if let Some(path) = args.next() {
        println!("{}", first(&ranked(Path::new(&path))));
        eprintln!("peak {}", peak());
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("accounts.csv");
    std::fs::write(&path, generated()).expect("the list is written");
    let own = std::env::current_exe().expect("this program has a path");
    let ours = measured(Command::new(own).arg(&path)).expect("the ranking runs");
    assert!(ours.peak <= MOST_MEMORY, "{} MB are more than were promised", ours.peak);
    println!("{ROWS} accounts        rows/s     peak MB   time as a ratio");
    row("gapwise", &ours, &ours);
    for (name, script) in [("pandas", "accounts_pandas.py"), ("polars", "accounts_polars.py")] {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers").join(script);
        let python = std::env::var(PYTHON).unwrap_or_else(|_| "python3".to_owned());
        // settings meant for another machine's numerical library would slow the peers down
        let mut command = Command::new(python);
        command.env_remove("OPENBLAS_CORETYPE").env_remove("OPENBLAS_L2_SIZE");
        match measured(command.arg(script).arg(&path)) {
            Some(theirs) => {
                row(name, &theirs, &ours);
                assert_eq!(theirs.first, ours.first, "{name} ranks otherwise");
            }
            None => println!("{name:<20} is not installed: skipped"),
        }
    }
}

/// What one program took: the median of several runs.
struct Measured {
    seconds: f64,
    peak: f64,
    first: String,
}

fn row(name: &str, one: &Measured, ours: &Measured) {
    let rows = f64::from(ROWS) / one.seconds;
    println!("{name:<20} {rows:>10.0} {:>11.1} {:>13.2}", one.peak, one.seconds / ours.seconds);
}

/// Runs a program that prints its first accounts, and its peak memory on the standard error; nothing when it fails.
fn measured(command: &mut Command) -> Option<Measured> {
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        let output = command.output().ok().filter(|output| output.status.success())?;
        let seconds = start.elapsed().as_secs_f64();
        let talk = String::from_utf8_lossy(&output.stderr).into_owned();
        let peak = talk.lines().find_map(|line| line.strip_prefix("peak "))?.trim().parse().ok()?;
        let first = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        runs.push(Measured { seconds, peak, first });
    }
    runs.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
    Some(runs.swap_remove(RUNS / 2))
}

/// The highest resident memory of this process in MB, as Linux tells it.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches("kB").trim().parse::<f64>().unwrap_or(f64::NAN) / 1024.0
}

fn generated() -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(7);
    let mut text = Vec::new();
    writeln!(text, "company,employees,sector,growing,country,revenue,potential,supplier").expect("memory takes it");
    for at in 0..ROWS {
        let mut one = |words: &[&'static str]| words[random.usize(..words.len())];
        let (sector, growing) = (one(&["logistics", "retail", "farming", ""]), one(&["yes", "no", ""]));
        let (country, rival) = (one(&["DE", "AT", "US"]), one(&["Globex", "", ""]));
        let employees = if random.bool() { random.u32(1..400).to_string() } else { String::new() };
        let (revenue, potential) = (random.u32(..5000), random.u32(..9000));
        writeln!(text, "Company {at:06},{employees},{sector},{growing},{country},{revenue}.50,{potential}.00,{rival}")
            .expect("memory takes it");
    }
    text
}

fn ranked(path: &Path) -> Ranking {
    let of = |column: &str, kind, weight| Criterion { name: column.into(), column: column.into(), kind, weight };
    let sectors = vec![("logistics".to_owned(), 100.0), ("retail".to_owned(), 60.0)];
    let countries = vec!["DE".to_owned(), "AT".to_owned()];
    let profile = Profile {
        criteria: vec![
            of("employees", Trait::Number { worst: 20.0, best: 200.0 }, 3.0),
            of("sector", Trait::Map(sectors), 5.0),
            of("growing", Trait::YesNo, 2.0),
        ],
        gates: vec![Gate { column: "country".into(), operator: Operator::OneOf(countries), value: String::new() }],
        slots: Some(100),
        current_spend: Some("revenue".into()),
        potential_spend: Some("potential".into()),
        rival_column: Some("supplier".into()),
        rivals: vec!["globex".into()],
        unused: Vec::new(),
    };
    let list = list::read(path, &profile, &AccountList::default(), &Words::new("en"), None, &mut |_, _| {});
    rank(list.expect("the list reads").accounts, profile.slots)
}

/// How many are ranked, and the first hundred: enough to see whether two programs agree.
fn first(ranking: &Ranking) -> String {
    let names: Vec<&str> = ranking.accounts.iter().take(100).map(|account| account.name.as_str()).collect();
    format!("{} {}", ranking.counts.ranked(), names.join("|"))
}
