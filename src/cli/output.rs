//! What a command that was done has to say.

use std::io::{self, Write};
use std::process::ExitCode;

/// The data and the talk of a command that was done.
#[derive(Debug, Default)]
pub(super) struct Output {
    data: Vec<u8>,
    talk: String,
    code: u8,
}

impl Output {
    /// Data for the standard output.
    pub(super) fn data(data: impl Into<String>) -> Self {
        Self::bytes(data.into().into_bytes())
    }

    /// Data that need not be text.
    pub(super) fn bytes(data: Vec<u8>) -> Self {
        Self { data, ..Self::default() }
    }

    /// A line or more for the standard error.
    #[must_use]
    pub(super) fn and_say(mut self, talk: impl AsRef<str>) -> Self {
        self.talk.push_str(talk.as_ref());
        if !self.talk.is_empty() && !self.talk.ends_with('\n') {
            self.talk.push('\n');
        }
        self
    }

    /// Another exit code than 0.
    #[must_use]
    pub(super) fn with_code(self, code: u8) -> Self {
        Self { code, ..self }
    }

    /// Prints both and gives the exit code.
    pub(super) fn print(self) -> ExitCode {
        say(&self.talk);
        let mut out = io::stdout().lock();
        match out.write_all(&self.data).and_then(|()| out.flush()) {
            Ok(()) => ExitCode::from(self.code),
            // whoever read the output has seen enough
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(self.code),
            Err(error) => {
                say(&format!("The output could not be written: {error}\n"));
                ExitCode::FAILURE
            }
        }
    }
}

/// Writes to the standard error; when that is gone there is nobody left to tell.
pub(super) fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Columns in line, the numbered ones to the right; wide characters count twice.
pub(super) fn table(head: &[String], rows: &[Vec<String>], right: &[usize]) -> String {
    use unicode_width::UnicodeWidthStr;
    let columns = head.len();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.chain(head.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let gap = " ".repeat(widths[column].saturating_sub(cell.width()));
            let padded = if right.contains(&column) { format!("{gap}{cell}") } else { format!("{cell}{gap}") };
            line.push_str(&padded);
            line.push_str("  ");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
