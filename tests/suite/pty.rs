//! The real binary on a real terminal: what is answered is there after the process was killed.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Long enough for a busy machine; a test that passes never waits that long.
const PATIENCE: Duration = Duration::from_secs(60);

/// A terminal with a running `gapwise` in it.
pub struct Terminal {
    pub screen: vt100::Parser,
    /// Everything that was written so far.
    pub written: Vec<u8>,
    output: Receiver<Vec<u8>>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// Kept: closing it hangs up.
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    pub fn start(home: &Path, args: &[&str], size: (u16, u16)) -> Self {
        Self::start_within(home, &[], args, size, &[])
    }

    /// Starts it under another program, such as `strace -f`, and with more variables of the environment.
    pub fn start_within(
        home: &Path,
        before: &[&str],
        args: &[&str],
        size: (u16, u16),
        variables: &[(&str, &str)],
    ) -> Self {
        // the full run measures what is released
        let other = std::env::var("GAPWISE_TEST_BIN").ok();
        let program = other.as_deref().unwrap_or(env!("CARGO_BIN_EXE_gapwise"));
        let (columns, rows) = size;
        let pair =
            native_pty_system().openpty(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = CommandBuilder::new(before.first().copied().unwrap_or(program));
        command.args(before.iter().skip(1));
        if !before.is_empty() {
            command.arg(program);
        }
        command.args(args);
        command.env("GAPWISE_HOME", home);
        command.env("TERM", "xterm-256color");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        let exact = |size: u16| size.try_into().expect("no terminal is without size");
        Self {
            screen: vt100::Parser::new(exact(rows), exact(columns), 0),
            output,
            keyboard,
            child,
            master: pair.master,
            written: Vec::new(),
        }
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn wait_for(&mut self, wanted: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let shown = self.screen.screen().contents();
            if shown.contains(wanted) {
                return shown;
            }
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("'{wanted}' was not shown:\n{shown}"),
                Err(RecvTimeoutError::Disconnected) => panic!("it ended before showing '{wanted}':\n{shown}"),
            }
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.written.extend(bytes);
        self.screen.process(bytes);
    }

    /// Waits until the whole screen is the program's, or no longer is.
    #[track_caller]
    pub fn wait_for_takeover(&mut self, taken: bool) {
        let deadline = Instant::now() + PATIENCE;
        while self.screen.screen().alternate_screen() != taken {
            let bytes = self.output.recv_timeout(deadline.saturating_duration_since(Instant::now()));
            self.take(&bytes.expect("the terminal changes hands"));
        }
    }

    /// Gives the terminal another size; `parsed` says whether what follows is laid out for it here too.
    pub fn resize(&mut self, columns: u16, rows: u16, parsed: bool) {
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        if parsed {
            let exact = |size: u16| size.try_into().expect("no terminal is without size");
            self.screen.screen_mut().set_size(exact(rows), exact(columns));
        }
    }

    /// Sends a signal and goes on.
    pub fn send(&mut self, signal: &str) {
        let process = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([signal, &process]).status().unwrap().success());
    }

    /// Sends a signal to what the process has started, and goes on.
    pub fn send_below(&mut self, signal: &str) {
        let parent = self.process().to_string();
        let below = std::process::Command::new("ps").args(["-o", "pid=", "--ppid", &parent]).output().unwrap();
        let below = String::from_utf8(below.stdout).unwrap();
        assert!(
            std::process::Command::new("kill").arg(signal).args(below.split_whitespace()).status().unwrap().success()
        );
    }

    /// The path of the terminal.
    pub fn name(&self) -> String {
        self.master.tty_name().unwrap().to_string_lossy().into_owned()
    }

    /// Waits until the process stands still: going on, sent before that, would be lost.
    #[track_caller]
    pub fn wait_for_standstill(&self) {
        let process = self.child.process_id().unwrap().to_string();
        let deadline = Instant::now() + PATIENCE;
        loop {
            let state = std::process::Command::new("ps").args(["-o", "state=", "-p", &process]).output().unwrap();
            if state.stdout.starts_with(b"T") {
                return;
            }
            assert!(Instant::now() < deadline, "it does not stop: {:?}", String::from_utf8_lossy(&state.stdout));
        }
    }

    /// The process that was started.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// The most memory the process has had, in KiB, where the system tells.
    pub fn most_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process())).ok()?;
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok())
    }

    /// Closes the terminal, as a window that is closed does, and waits for the end; says how long that took.
    pub fn close(self) -> Duration {
        let Self { keyboard, mut child, master, output, .. } = self;
        // The library would type an end of file first, which is a key here.
        let tty = master.tty_name().unwrap();
        std::process::Command::new("stty").arg("-F").arg(tty).args(["eof", "undef"]).status().unwrap();
        drop(output);
        // Something must be shown, for the thread that reads here to notice that nobody listens and to let go of the terminal.
        master.resize(PtySize { rows: 20, cols: 70, pixel_width: 0, pixel_height: 0 }).unwrap();
        let begun = Instant::now();
        drop((keyboard, master));
        child.wait().unwrap();
        begun.elapsed()
    }

    pub fn keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits for the end and gives the exit code.
    pub fn end(mut self) -> u32 {
        while self.output.recv_timeout(PATIENCE).is_ok() {}
        self.child.wait().unwrap().exit_code()
    }

    /// Waits for the end and gives the exit code and everything that was written.
    pub fn end_and_said(mut self) -> (u32, String) {
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.take(&bytes);
        }
        let said = String::from_utf8_lossy(&self.written).into_owned();
        (self.child.wait().unwrap().exit_code(), said)
    }

    /// Sends a signal and waits for the end. (`Child::kill` would ask politely first.)
    pub fn signal(mut self, signal: &str) {
        let process = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([signal, &process]).status().unwrap().success());
        self.child.wait().unwrap();
    }
}

/// A home with one empty assessment, and the text of its file.
pub fn home() -> (tempfile::TempDir, impl Fn() -> String) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("assessments/anna.toml");
    let new = assert_cmd::Command::cargo_bin("gapwise")
        .unwrap()
        .args(["new", "--client", "Anna's Bakery", "--out", path.to_str().unwrap()])
        .env("GAPWISE_HOME", home.path())
        .output();
    assert!(new.unwrap().status.success());
    (home, move || std::fs::read_to_string(&path).unwrap())
}

pub const QUIT: &str = "\u{3}";

#[test]
fn what_was_answered_is_there_after_a_kill() {
    let (home, file) = home();
    let mut first = Terminal::start(home.path(), &["interview", "bakery", "--at", "ga_contacts"], (80, 24));
    first.wait_for("How many people could you get in touch with");
    first.keys("4-5k\r");
    first.wait_for("saved");
    first.wait_for("bought from you");
    first.keys("u");
    first.wait_for("some sign of life");
    // the conversation goes on before the disk has answered; only then the screen says so
    first.wait_for("saved");
    first.signal("-KILL");
    let saved = file();
    assert!(saved.contains("value = 4500\nevidence = \"guess\"\nlow = 4000\nhigh = 5000\n"), "{saved}");
    assert!(saved.contains("[answers.ga_customers]\nstatus = \"unknown\"\n"), "{saved}");

    // the lock of the dead process is none, and the answer stands in its field
    let mut second = Terminal::start(home.path(), &["interview", "bakery", "--at", "ga_contacts"], (80, 24));
    second.wait_for("4,000–5,000");
    second.keys(QUIT);
    assert_eq!(second.end(), 0);
    assert_eq!(file(), saved, "looking at it changes nothing");
}

#[test]
fn the_home_screen_takes_up_what_there_is() {
    let (home, file) = home();
    let mut terminal = Terminal::start(home.path(), &[], (100, 30));
    terminal.wait_for("Anna's Bakery");
    terminal.keys("\r");
    terminal.wait_for("What made you take this call?");
    terminal.keys("\rToo quiet\r");
    terminal.wait_for("saved");
    terminal.keys(QUIT);
    // back on the home screen, which has heard of it
    terminal.wait_for("1 of 72");
    terminal.keys(QUIT);
    assert_eq!(terminal.end(), 0);
    assert!(file().contains("[answers.ga_pain]\nvalue = \"Too quiet\"\n"), "{}", file());
}

#[test]
fn the_demo_opens_and_a_second_one_is_a_fresh_copy() {
    let home = tempfile::tempdir().unwrap();
    for count in 1..=2 {
        let mut terminal = Terminal::start(home.path(), &["demo"], (80, 24));
        terminal.wait_for("Brightwater Coffee Systems");
        terminal.keys(QUIT);
        assert_eq!(terminal.end(), 0);
        assert_eq!(std::fs::read_dir(home.path().join("assessments")).unwrap().count(), count);
    }
}

#[cfg(unix)]
#[test]
fn whoever_is_asked_to_end_saves_what_is_being_written() {
    let (home, file) = home();
    let mut terminal = Terminal::start(home.path(), &["interview", "bakery", "--at", "ga_pain"], (80, 24));
    terminal.wait_for("What made you take this call?");
    terminal.keys("\rHalf a sentence");
    terminal.wait_for("Half a sentence");
    terminal.signal("-HUP");
    assert!(file().contains("Half a sentence"), "{}", file());
}
