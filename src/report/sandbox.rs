//! Renders a person's own templates in a process of their own, with a limit of time and of memory.
//!
//! A template can loop inside loops or double a text for ever. The built-in ones do neither and are rendered here;
//! one that somebody else wrote is rendered by a second Gapwise that can be ended without losing anything.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use super::ReportError;
use super::job::{Job, JobError};

/// The hidden subcommand under which the second process runs.
pub const SUBCOMMAND: &str = "render-template";

/// How long a template may take: the built-in ones take some thousandths of a second.
const TIME_LIMIT: Duration = Duration::from_secs(5);

/// How much memory the process may use, in MiB, the program itself included.
const MEMORY_LIMIT: u64 = 256;

/// How long a rendered report may be, in bytes.
const LENGTH_LIMIT: u64 = 64 * 1024 * 1024;

/// What the process says when it is done.
type Outcome = Result<String, JobError>;

/// Renders a job in a process of its own.
pub(super) fn run(program: &Path, job: &Job) -> Result<String, ReportError> {
    let failed = |what: String| ReportError::Templates { reason: what };
    let input = serde_json::to_vec(job).map_err(|error| failed(error.to_string()))?;
    let mut child = Command::new(program)
        .arg(SUBCOMMAND)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| failed(format!("{} could not be started to render them: {error}", program.display())))?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let writing = thread::spawn(move || {
        // one that has given up reads no more; what it said of it is what counts
        stdin.map(|mut stdin| stdin.write_all(&input))
    });
    let reading = thread::spawn(move || {
        let mut text = Vec::new();
        if let Some(stdout) = stdout {
            let _ = stdout.take(LENGTH_LIMIT + 1).read_to_end(&mut text);
        }
        text
    });
    let in_time = wait(&mut child, TIME_LIMIT, || reading.is_finished());
    let _ = child.kill();
    let _ = child.wait();
    let _ = writing.join();
    let text = reading.join().unwrap_or_default();
    if !in_time {
        return Err(ReportError::TooMuch {
            what: format!("it was not done after {} seconds", TIME_LIMIT.as_secs()),
            template: job.root.clone(),
        });
    }
    if text.len() as u64 > LENGTH_LIMIT {
        let what = format!("the report is longer than {} MB", LENGTH_LIMIT / 1024 / 1024);
        return Err(ReportError::TooMuch { what, template: job.root.clone() });
    }
    match serde_json::from_slice::<Outcome>(&text) {
        Ok(outcome) => outcome.map_err(ReportError::from),
        // Without a word it ended as one does that may have no more memory.
        Err(_) => Err(ReportError::TooMuch {
            what: format!("it used more than {MEMORY_LIMIT} MB of memory"),
            template: job.root.clone(),
        }),
    }
}

/// Whether a process ended, or said all it has to say, within a time.
fn wait(child: &mut Child, limit: Duration, said_all: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    loop {
        if !matches!(child.try_wait(), Ok(None)) || said_all() {
            return true;
        }
        if start.elapsed() > limit {
            return false;
        }
        sleep(Duration::from_millis(2));
    }
}

/// The other side: reads a job, renders it within the limits, says what came of it.
///
/// # Errors
/// When the job cannot be read or the outcome cannot be written.
pub fn serve(input: impl Read, mut output: impl Write) -> io::Result<()> {
    limit_memory();
    let job: Job = serde_json::from_reader(io::BufReader::new(input))?;
    let outcome: Outcome = job.run();
    serde_json::to_writer(&mut output, &outcome)?;
    output.flush()
}

/// Linux keeps to it; elsewhere the limit of time has to do.
#[cfg(target_os = "linux")]
fn limit_memory() {
    let bytes = Some(MEMORY_LIMIT * 1024 * 1024);
    let limit = rustix::process::Rlimit { current: bytes, maximum: bytes };
    // where it is refused, the limit of time remains
    let _ = rustix::process::setrlimit(rustix::process::Resource::As, limit);
}

#[cfg(not(target_os = "linux"))]
fn limit_memory() {}
