//! A program in a pseudo-terminal of 200×60, and when it showed what.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a program may take to show something.
const PATIENCE: Duration = Duration::from_secs(5);

/// A running program and its screen.
pub struct Terminal {
    screen: vt100::Parser,
    /// What was written, each piece with the time at which it was read.
    output: Receiver<(Instant, Vec<u8>)>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// Kept: closing it hangs up.
    _master: Box<dyn MasterPty + Send>,
    started: Instant,
}

impl Terminal {
    /// Starts a program; `None` when it cannot be started.
    pub fn start(command: CommandBuilder) -> Option<Self> {
        let size = PtySize { rows: 60, cols: 200, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).ok()?;
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).ok()?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().ok()?;
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer().ok()?;
        let size = |count: u16| count.try_into().ok();
        let screen = vt100::Parser::new(size(60)?, size(200)?, 0);
        Some(Self { screen, output, keyboard, child, _master: pair.master, started })
    }

    /// How long after `since` the screen showed a text; `None` when it never did.
    pub fn showed(&mut self, wanted: &str, since: Instant) -> Option<Duration> {
        let mut at = since;
        while !self.screen.screen().contents().contains(wanted) {
            let (read, bytes) = self.output.recv_timeout(PATIENCE).ok()?;
            self.screen.process(&bytes);
            at = read;
        }
        Some(at.saturating_duration_since(since))
    }

    /// How long after the start the screen showed a text.
    pub fn showed_first(&mut self, wanted: &str) -> Option<Duration> {
        self.showed(wanted, self.started)
    }

    /// Presses a key and gives the time from then until the screen shows a text.
    pub fn pressed(&mut self, key: &str, wanted: &str) -> Option<Duration> {
        let pressed = Instant::now();
        self.keyboard.write_all(key.as_bytes()).ok()?;
        self.keyboard.flush().ok()?;
        self.showed(wanted, pressed)
    }

    /// The time from the start to the end of a program that ends by itself.
    pub fn ended(mut self) -> Option<Duration> {
        self.child.wait().ok()?;
        Some(self.started.elapsed())
    }

    /// The most memory the program has used so far, in MiB.
    pub fn memory(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().strip_suffix("kB")?.trim().parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // one that has already ended needs no ending
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
