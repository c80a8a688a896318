//! The rows of a CSV file, one after the other, whatever it is written in.

use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

use csv::StringRecord;
use encoding_rs::Encoding;

use super::encoding::{NotText, Text, Written, lines, survey};
use super::list_error::{ListError, MOST_COLUMNS};
use super::number::{DecimalSign, parse_cell};
use super::separator::separator;
use crate::display::one_line;

/// A row longer than this is one whose quotation mark is never closed.
const LONGEST_ROW: usize = 1 << 20;

/// How much of the text is looked at for its separator.
const SAMPLE: u64 = 1 << 16;

/// How a file is written, as far as reading its rows needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) written: Written,
    /// What separates its columns.
    pub(super) by: char,
    /// Whether its first line does nothing but name the separator.
    declared: bool,
}

/// The rows of a file whose characters and separator are known.
pub(super) struct Rows<'a> {
    path: &'a Path,
    pub(super) layout: Layout,
    /// The first line with a character that the encoding does not have.
    pub(super) unreadable: Option<u64>,
}

impl<'a> Rows<'a> {
    /// Finds out how a file is written; `encoding` is what a person says of that.
    pub(super) fn open(path: &'a Path, encoding: Option<&str>) -> Result<Self, ListError> {
        let failed = |cause| ListError::Unreadable { path: path.to_owned(), cause };
        if !std::fs::metadata(path).map_err(failed)?.is_file() {
            return Err(ListError::NoFile { path: path.to_owned() });
        }
        let said = match encoding {
            None => None,
            Some(name) => {
                let known = Encoding::for_label(name.trim().as_bytes());
                Some(known.ok_or_else(|| ListError::NoEncoding { name: name.to_owned() })?)
            }
        };
        let written = match (survey(File::open(path).map_err(failed)?).map_err(failed)?, said) {
            (Err(NotText::Workbook), _) => return Err(ListError::Workbook { path: path.to_owned() }),
            (_, Some(encoding)) => Written { encoding, not_utf8: None },
            (Err(NotText::Binary(line)), None) => return Err(ListError::NotText { path: path.to_owned(), line }),
            (Ok(written), None) => written,
        };
        let mut rows = Self::laid_out(path, Layout { written, by: ',', declared: false });
        let mut sample = Vec::new();
        rows.text()?.take(SAMPLE).read_to_end(&mut sample).map_err(failed)?;
        let found = separator(&String::from_utf8_lossy(&sample));
        (rows.layout.by, rows.layout.declared) = (found.by, found.declared);
        Ok(rows)
    }

    /// The rows of a file that has been looked at before.
    pub(super) fn laid_out(path: &'a Path, layout: Layout) -> Self {
        Self { path, layout, unreadable: None }
    }

    fn text(&self) -> Result<Text<File>, ListError> {
        let file =
            File::open(self.path).map_err(|cause| ListError::Unreadable { path: self.path.to_owned(), cause })?;
        Ok(Text::new(file, self.layout.written.encoding))
    }

    fn reader(&self) -> Result<csv::Reader<Text<File>>, ListError> {
        let mut builder = csv::ReaderBuilder::new();
        builder.delimiter(self.layout.by as u8).has_headers(false).flexible(true);
        Ok(builder.from_reader(self.text()?))
    }

    pub(super) fn headings(&self) -> Result<Vec<String>, ListError> {
        let mut reader = self.reader()?;
        let mut record = StringRecord::new();
        for _ in 0..=usize::from(self.layout.declared) {
            self.next(&mut reader, &mut record)?;
        }
        if record.len() > MOST_COLUMNS {
            return Err(ListError::TooWide { path: self.path.to_owned(), columns: record.len() });
        }
        Ok(record.iter().map(one_line).collect())
    }

    /// Reads a row; gives the line it begins in, or nothing at the end.
    fn next(&self, reader: &mut csv::Reader<Text<File>>, record: &mut StringRecord) -> Result<Option<u64>, ListError> {
        let before = reader.position().line();
        let more = reader.read_record(record).map_err(|error| {
            let cause = match error.into_kind() {
                csv::ErrorKind::Io(cause) => cause,
                other => io::Error::other(format!("{other:?}")),
            };
            ListError::Unreadable { path: self.path.to_owned(), cause }
        })?;
        if !more {
            return Ok(None);
        }
        // every line ends with one line feed, so the reader stands at the start of the line after the row
        let within_one_line = reader.position().line() <= before + 1;
        let inside = if within_one_line { 0 } else { lines(record.as_slice().as_bytes()) };
        let swallowed = self.has_swallowed_the_end(reader, record);
        let line = reader.position().line().saturating_sub(inside + u64::from(!swallowed)).max(1);
        if swallowed || record.as_slice().len() > LONGEST_ROW {
            return Err(ListError::Unclosed { path: self.path.to_owned(), line });
        }
        Ok(Some(line))
    }

    /// Whether a quotation mark that is never closed has made the rest of the list one cell.
    fn has_swallowed_the_end(&self, reader: &csv::Reader<Text<File>>, record: &StringRecord) -> bool {
        let last = record.iter().next_back().unwrap_or_default();
        last.ends_with('\n')
            && reader.get_ref().is_at_end(reader.position().byte())
            && last.lines().skip(1).any(|line| line.contains(self.layout.by))
    }

    /// Goes through the rows after the heading that are not empty, until it is told to stop.
    pub(super) fn each_until(
        &mut self,
        progress: &mut dyn FnMut(u64),
        mut row: impl FnMut(&StringRecord, u64) -> ControlFlow<()>,
    ) -> Result<(), ListError> {
        let mut reader = self.reader()?;
        let mut record = StringRecord::new();
        for _ in 0..=usize::from(self.layout.declared) {
            self.next(&mut reader, &mut record)?;
        }
        let mut count = 0_u32;
        while let Some(line) = self.next(&mut reader, &mut record)? {
            count = count.wrapping_add(1);
            if count.is_multiple_of(4096) {
                progress(reader.get_ref().consumed);
            }
            if record.iter().any(is_filled) && row(&record, line).is_break() {
                break;
            }
        }
        progress(reader.get_ref().consumed);
        self.unreadable = self.unreadable.or(reader.get_ref().unreadable);
        Ok(())
    }
}

/// Whether there is anything but spaces in a cell.
fn is_filled(cell: &str) -> bool {
    cell.chars().any(|letter| !letter.is_whitespace())
}

/// Whether headings look like an account: a heading is seldom a number.
pub(super) fn headless(headings: &[String]) -> bool {
    let is_number = |text: &String| parse_cell(text, DecimalSign::Unsure).is_some();
    headings.iter().any(is_number)
}
