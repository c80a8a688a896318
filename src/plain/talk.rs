//! Lines out, lines in.

use std::io::{self, BufRead, Read as _, Write};

use rust_i18n::t;

use crate::tui::safe;

/// The most bytes one line may have; the rest is dropped and said.
const LONGEST: u64 = 64 * 1024;

/// Whoever is talked to.
pub(super) struct Talk<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
    /// Language tag.
    pub locale: String,
}

impl<'a> Talk<'a> {
    /// Talks in a language.
    pub(super) fn new(input: &'a mut dyn BufRead, output: &'a mut dyn Write, locale: String) -> Self {
        Self { input, output, locale }
    }

    /// A text of the locale file, by its key below `comfort.plain`.
    pub(super) fn words(&self, key: &str) -> String {
        t!(format!("comfort.plain.{key}"), locale = &self.locale).into_owned()
    }

    /// Says a text; its own line ends count, whatever else could steer a terminal is shown instead.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        for line in text.trim_end_matches('\n').split('\n') {
            writeln!(self.output, "{}", safe(line))?;
        }
        self.output.flush()
    }

    /// Says what is wanted and reads a line; nothing at the end of the input. A line that ends in `\` goes on.
    pub(super) fn ask(&mut self, wanted: &str) -> io::Result<Option<String>> {
        let mut whole = String::new();
        loop {
            let head = if wanted.is_empty() { String::new() } else { format!("{} ", safe(wanted)) };
            write!(self.output, "{head}> ")?;
            self.output.flush()?;
            let mut line = Vec::new();
            if (&mut *self.input).take(LONGEST).read_until(b'\n', &mut line)? == 0 {
                writeln!(self.output)?;
                return Ok((!whole.is_empty()).then_some(whole));
            }
            if line.len() as u64 == LONGEST && !line.ends_with(b"\n") {
                self.drop_rest()?;
                let said = self.words("too_long");
                self.say(&said)?;
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end_matches(['\n', '\r']);
            match text.strip_suffix('\\') {
                Some(part) => {
                    whole.push_str(part);
                    whole.push('\n');
                }
                None => {
                    whole.push_str(text);
                    return Ok(Some(whole));
                }
            }
        }
    }

    fn drop_rest(&mut self) -> io::Result<()> {
        loop {
            let available = self.input.fill_buf()?;
            let end = available.iter().position(|byte| *byte == b'\n');
            let (used, done) = match end {
                Some(at) => (at + 1, true),
                None => (available.len(), available.is_empty()),
            };
            self.input.consume(used);
            if done {
                return Ok(());
            }
        }
    }
}
