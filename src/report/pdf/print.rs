//! Lets a browser print a page, within a time limit, without a network and without traces.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{PdfError, TIME_LIMIT};

/// How often it is asked whether it is done.
const PAUSE: Duration = Duration::from_millis(20);

/// What every browser of this family is told: no window, no first-run questions, no network, tags and bookmarks.
const ARGUMENTS: &[&str] = &[
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
    "--disable-quic",
    "--disable-sync",
    "--metrics-recording-only",
    "--password-store=basic",
    "--use-mock-keychain",
    // whatever were asked for, nothing answers
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-prefers-reduced-motion",
];

/// Prints an HTML page with a browser and gives the PDF file's bytes.
///
/// The page and the browser's own folder live in a temporary folder that is removed in every case.
///
/// # Errors
/// When the browser cannot be started, prints nothing or takes more than a minute, or when somebody asks to stop.
pub fn print(browser: &Path, html: &str) -> Result<Vec<u8>, PdfError> {
    let folder = temporary_folder(browser).map_err(PdfError::Handover)?;
    let (page, pdf) = (folder.path().join("report.html"), folder.path().join("report.pdf"));
    let (profile, said) = (folder.path().join("browser"), folder.path().join("said.txt"));
    fs::write(&page, html).map_err(PdfError::Handover)?;
    let log = File::create(&said).map_err(PdfError::Handover)?;

    let mut command = Command::new(browser);
    command.args(ARGUMENTS).arg(joined("--user-data-dir=", &profile)).arg(joined("--print-to-pdf=", &pdf));
    if runs_as_root() {
        // Its own walls cannot be put up for root; the page is ours and can run nothing.
        command.arg("--no-sandbox");
    }
    command.arg(&page).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
    alone(&mut command);
    let stop = Stop::listen();
    let mut child = command.spawn().map_err(|source| PdfError::Start { program: browser.to_owned(), source })?;
    let ended = wait(&mut child, &stop, TIME_LIMIT);
    end(&mut child);
    match ended {
        Ended::Done => {}
        Ended::Stopped => return Err(PdfError::Stopped),
        Ended::TooLong => return Err(PdfError::TooLong(browser.to_owned())),
    }
    let bytes = fs::read(&pdf).unwrap_or_default();
    if is_whole(&bytes) {
        return Ok(bytes);
    }
    let said = fs::read_to_string(&said).unwrap_or_default();
    let last = said.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
    let said = if last.is_empty() { String::new() } else { format!(": {last}") };
    Err(PdfError::Nothing { program: browser.to_owned(), said })
}

/// How waiting for a browser ended.
#[derive(Debug, PartialEq, Eq)]
enum Ended {
    Done,
    TooLong,
    Stopped,
}

fn wait(child: &mut Child, stop: &Stop, limit: Duration) -> Ended {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(None) => {}
            // one that cannot be waited for is judged by what it wrote
            Ok(Some(_)) | Err(_) => return Ended::Done,
        }
        if stop.is_asked() {
            return Ended::Stopped;
        }
        if start.elapsed() > limit {
            return Ended::TooLong;
        }
        sleep(PAUSE);
    }
}

/// Whether a PDF file is complete, from its first line to its last.
fn is_whole(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    bytes.starts_with(b"%PDF-") && tail.windows(5).any(|five| five == b"%%EOF")
}

fn joined(flag: &str, path: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from(flag);
    argument.push(path);
    argument
}

/// A browser in a snap sees no temporary folder but its person's home.
fn temporary_folder(browser: &Path) -> io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("gapwise-pdf-");
    let home = std::env::var_os("HOME").filter(|_| browser.starts_with("/snap"));
    match home {
        Some(home) => builder.tempdir_in(home),
        None => builder.tempdir(),
    }
}

/// Asked to stop by Ctrl+C or by the system: the browser is ended and its folder removed first.
struct Stop {
    asked: Arc<AtomicBool>,
    handlers: Vec<signal_hook::SigId>,
    /// Whoever else watches leaves the end to this.
    _listening: crate::signals::Listening,
}

impl Stop {
    fn listen() -> Self {
        let asked = Arc::new(AtomicBool::new(false));
        let signals = [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM];
        // one that cannot be listened for ends the program as it always does
        let handlers =
            signals.iter().filter_map(|signal| signal_hook::flag::register(*signal, Arc::clone(&asked)).ok()).collect();
        Self { asked, handlers, _listening: crate::signals::Listening::begin() }
    }

    fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        for handler in self.handlers.drain(..) {
            signal_hook::low_level::unregister(handler);
        }
    }
}

/// A browser starts others: in a group of their own all of them can be ended together.
#[cfg(unix)]
fn alone(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn alone(_command: &mut Command) {}

/// Ends a browser and whatever it started; one that has ended by itself is left in peace.
#[cfg(unix)]
fn end(child: &mut Child) {
    let id = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
    if let Some(id) = id {
        let _ = rustix::process::kill_process_group(id, rustix::process::Signal::KILL);
    }
    let _ = child.wait();
}

#[cfg(not(unix))]
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(unix)]
fn runs_as_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(unix))]
fn runs_as_root() -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// A program that stands in for a browser.
    fn stand_in(script: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("browser");
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("written");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("permitted");
        (folder, program)
    }

    #[test]
    fn a_browser_that_prints_nothing_is_named_with_its_last_words() {
        let (_folder, program) = stand_in("echo 'no such display' >&2; exit 1");
        let error = print(&program, "<p>x").expect_err("nothing printed");
        assert!(error.to_string().ends_with("printed nothing: no such display"), "{error}");
    }

    #[test]
    fn half_a_document_is_none() {
        let write =
            "for a in \"$@\"; do case $a in --print-to-pdf=*) printf '%%PDF-1.4 half' > \"${a#*=}\";; esac; done";
        let (_folder, program) = stand_in(write);
        assert!(matches!(print(&program, "<p>x"), Err(PdfError::Nothing { .. })));
        let (_folder, program) = stand_in(&write.replace("half", "whole %%%%EOF"));
        assert_eq!(print(&program, "<p>x").expect("printed"), b"%PDF-1.4 whole %%EOF");
    }

    #[test]
    fn one_that_hangs_is_ended_with_all_it_started() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 600 & sleep 600"]);
        alone(&mut command);
        let mut child = command.spawn().expect("started");
        let group = child.id();
        let stop = Stop::listen();
        assert_eq!(wait(&mut child, &stop, Duration::from_millis(50)), Ended::TooLong);
        end(&mut child);
        let id = rustix::process::Pid::from_raw(group.try_into().expect("a number")).expect("an id");
        // the one it started is nobody's child now and is gone as soon as the system has seen to it
        let gone = (0..500).any(|_| {
            sleep(Duration::from_millis(10));
            rustix::process::test_kill_process_group(id).is_err()
        });
        assert!(gone, "a process of the group is left");
    }
}
