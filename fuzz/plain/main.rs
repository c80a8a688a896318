//! Every fuzz target on a stable toolchain: its corpus, then mutations of it, for as many seconds as asked.
//!
//! ```text
//! cargo test --test fuzz                                    the corpus, and a second of mutations each
//! GAPWISE_FUZZ_SECONDS=60 cargo test --test fuzz            a minute each
//! GAPWISE_FUZZ_TARGETS=csv,number GAPWISE_FUZZ_SEED=7 …     some of them, in another way
//! ```
//!
//! Without a seed it is the same way every time, so that a change that goes in is not judged by chance; whoever looks for more gives
//! another.
//!
//! An input that leads somewhere new, by what its body tells, is mutated further. One that makes a body panic or takes too long is
//! kept in `fuzz/artifacts`; what ends the whole process (a full stack) is left in the target folder as
//! `tmp/fuzz-TARGET.input`.

#[path = "../bodies/mod.rs"]
mod bodies;
mod mutate;

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bodies::{TARGETS, Target};
use mutate::mutated;

/// The largest input that is made; longer ones find nothing that shorter do not, and take longer.
const LARGEST: usize = 64 * 1024;

/// No input may take longer, also in a build for debugging on a machine that is busy.
const LONGEST: Duration = Duration::from_secs(20);

/// How many inputs of a target are mutated further.
const MOST_KEPT: usize = 2_000;

/// Where the generator begins when nobody says otherwise.
const SEED: u64 = 1;

fn main() {
    // the test runner's own arguments mean nothing here, except that a name filters
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let asked = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let seconds = asked("GAPWISE_FUZZ_SECONDS").and_then(|value| value.parse().ok()).unwrap_or(1.0);
    let seed = asked("GAPWISE_FUZZ_SEED").and_then(|value| value.parse().ok()).unwrap_or(SEED);
    let chosen = asked("GAPWISE_FUZZ_TARGETS");
    let wanted = |name: &str| match (&chosen, &filter) {
        (Some(chosen), _) => chosen.split(',').any(|one| one == name),
        (None, Some(filter)) => "fuzz".contains(filter.as_str()) || name.contains(filter.as_str()),
        (None, None) => true,
    };
    let targets: Vec<Target> = TARGETS.into_iter().filter(|(name, _)| wanted(name)).collect();
    println!("\nfuzzing {} targets for {seconds} s each, seed {seed}", targets.len());
    let (next, failed, all) = (AtomicUsize::new(0), Mutex::new(Vec::new()), AtomicUsize::new(0));
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(target) = targets.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match fuzz(*target, Duration::from_secs_f64(seconds), seed) {
                        Ok((runs, kinds)) => {
                            all.fetch_add(runs, Ordering::Relaxed);
                            println!("{:>14}: {runs:>8} runs, {kinds:>5} outcomes, no crash", target.0);
                        }
                        Err(path) => {
                            println!("{:>14}: CRASH, see {}", target.0, path.display());
                            failed.lock().expect("nobody panics with it").push(path);
                        }
                    }
                }
            });
        }
    });
    println!("{} runs in all\n", all.load(Ordering::Relaxed));
    let failed = failed.into_inner().expect("nobody panics with it");
    assert!(failed.is_empty(), "inputs that must not do that: {failed:?}");
}

/// Runs one target; gives how many runs there were and how many different outcomes, or the input that crashed.
fn fuzz((name, body): Target, time: Duration, seed: u64) -> Result<(usize, usize), PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let current = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}.input"));
    let mut corpus = read_folder(&root.join("corpus").join(name));
    assert!(!corpus.is_empty(), "{name} has no corpus");
    let mut seen: HashSet<String> = HashSet::new();
    let mut runs = 0;
    let mut run = |input: &[u8]| -> Result<bool, PathBuf> {
        // whatever ends the process leaves it behind
        let _ = std::fs::write(&current, input);
        runs += 1;
        let begun = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| body(input)));
        if begun.elapsed() > LONGEST {
            return Err(keep(&root, name, "slow", input));
        }
        match outcome {
            Ok(told) => Ok(seen.insert(told)),
            Err(_) => Err(keep(&root, name, "crash", input)),
        }
    };
    for input in corpus.clone() {
        run(&input)?;
    }
    let mut random = fastrand::Rng::with_seed(seed ^ name.len() as u64);
    let begun = Instant::now();
    while begun.elapsed() < time {
        let input = mutated(&corpus, &mut random, LARGEST);
        if run(&input)? && corpus.len() < MOST_KEPT {
            corpus.push(input);
        }
    }
    let _ = std::fs::remove_file(&current);
    Ok((runs, seen.len()))
}

/// The files of a folder, by name.
fn read_folder(folder: &Path) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read(path).ok()).collect()
}

/// Keeps an input and says where.
fn keep(root: &Path, name: &str, why: &str, input: &[u8]) -> PathBuf {
    let folder = root.join("artifacts").join(name);
    std::fs::create_dir_all(&folder).expect("a folder for what crashed");
    let sum = input
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    let path = folder.join(format!("{why}-{sum:016x}"));
    std::fs::write(&path, input).expect("what crashed is kept");
    path
}
