//! Reads a list of accounts from a CSV file, row by row, so that its length does not matter.
//!
//! The file is gone through three times: for its characters, for the decimal signs of its columns, and to judge its
//! rows. Nothing but the judged accounts is kept.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use csv::StringRecord;
use encoding_rs::Encoding;

use super::account::Account;
use super::columns::{self, Missing};
use super::encoding::{NotText, Text, Written, survey};
use super::judge::Judge;
use super::number::{DecimalSign, sign_of};
use super::oddity::{Oddities, Oddity};
use super::profile::Profile;
use super::remark::{Remark, remark_headings, remark_names};
use super::separator::separator;
use super::words::Words;
use crate::assessment::AccountList;

/// A row longer than this is one whose quotation mark is never closed.
const LONGEST_ROW: usize = 1 << 20;

/// How much of the text is looked at for its separator.
const SAMPLE: u64 = 1 << 16;

/// A list that has been read.
#[derive(Debug)]
pub struct List {
    /// Its accounts in the order of the file, judged and not yet ranked.
    pub accounts: Vec<Account>,
    /// Its headings.
    pub headings: Vec<String>,
    /// The heading of the column of names, when there is one.
    pub names: Option<String>,
    /// Whether it has both columns of spending.
    pub has_spending: bool,
    /// Whether it has the column of suppliers.
    pub has_suppliers: bool,
    /// How it is written.
    pub encoded: Encoded,
    /// What is worth knowing about the file.
    pub remarks: Vec<Remark>,
    /// Cells that could not be used.
    pub oddities: Vec<Oddity>,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoded {
    /// The name of its encoding, for example `UTF-8`.
    pub encoding: &'static str,
    /// What separates its columns.
    pub separator: char,
}

/// Why a list could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The file could not be read.
    #[error("cannot read {path}: {cause}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// It is a spreadsheet's own file.
    #[error("{path} is a spreadsheet's own file, not CSV")]
    Workbook {
        /// The file.
        path: PathBuf,
    },
    /// It is no text.
    #[error("{path} is not a text: line {line} holds a zero byte")]
    NotText {
        /// The file.
        path: PathBuf,
        /// The line.
        line: u64,
    },
    /// The encoding is not known.
    #[error("'{name}' is not the name of an encoding")]
    NoEncoding {
        /// What was said.
        name: String,
    },
    /// It has no rows.
    #[error("{path} holds no accounts: there is nothing after its first line")]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A quotation mark is never closed.
    #[error("{path}: a quotation mark in the row that begins in line {line} is never closed")]
    Unclosed {
        /// The file.
        path: PathBuf,
        /// Where the row begins.
        line: u64,
    },
    /// Columns are missing.
    #[error("{path} lacks columns")]
    MissingColumns {
        /// The file.
        path: PathBuf,
        /// Which.
        missing: Vec<Missing>,
        /// Those that are there.
        headings: Vec<String>,
        /// Whether its first line looks like an account and not like headings.
        headless: bool,
    },
}

/// Reads and judges a list; `encoding` is what a person says it is written in; `progress` hears bytes done and to do.
///
/// # Errors
/// When the file cannot be read as a list with the columns that are wanted.
pub fn read(
    path: &Path,
    profile: &Profile,
    mapping: &AccountList,
    words: &Words,
    encoding: Option<&str>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<List, ListError> {
    let failed = |cause| ListError::Unreadable { path: path.to_owned(), cause };
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
    let mut rows = Rows { path, written, by: ',', declared: false, unreadable: None };
    let mut sample = Vec::new();
    rows.text()?.take(SAMPLE).read_to_end(&mut sample).map_err(failed)?;
    let found = separator(&String::from_utf8_lossy(&sample));
    (rows.by, rows.declared) = (found.by, found.declared);
    let mut remarks: Vec<Remark> = written.not_utf8.map(Remark::NotUtf8).into_iter().collect();
    let headings = rows.headings()?;
    let columns = columns::find(&headings, profile, mapping, words).map_err(|missing| ListError::MissingColumns {
        path: path.to_owned(),
        missing,
        headless: headless(&headings),
        headings: headings.clone(),
    })?;
    remark_headings(&headings, &mut remarks);

    let size = std::fs::metadata(path).map_err(failed)?.len();
    let mut numbers: Vec<usize> = [columns.current, columns.potential].into_iter().flatten().collect();
    let of_criteria = profile.criteria.iter().zip(&columns.criteria);
    numbers
        .extend(of_criteria.filter(|(it, _)| matches!(it.kind, super::Trait::Number { .. })).filter_map(|(_, at)| *at));
    numbers
        .extend(profile.gates.iter().zip(&columns.gates).filter(|(it, _)| it.wants_number()).filter_map(|(_, at)| *at));
    numbers.sort_unstable();
    numbers.dedup();
    let signs = rows.signs(&headings, &numbers, &mut remarks, &mut |done| progress(done, 2 * size))?;

    let mut judge =
        Judge { profile, words, columns: &columns, headings: &headings, signs: &signs, oddities: Oddities::default() };
    let mut accounts: Vec<Account> = Vec::new();
    let mut uneven = (0, 0);
    rows.each(&mut |done| progress(size + done, 2 * size), |record, line| {
        if record.len() != headings.len() {
            uneven = (if uneven.1 == 0 { line } else { uneven.0 }, uneven.1 + 1);
        }
        accounts.push(judge.judge(|column| record.get(column).unwrap_or_default(), line));
    })?;
    let oddities = judge.oddities.0;
    if accounts.is_empty() {
        return Err(ListError::Empty { path: path.to_owned() });
    }
    remarks.extend(rows.unreadable.map(Remark::Unreadable));
    if uneven.1 > 0 {
        remarks.push(Remark::Uneven { line: uneven.0, count: uneven.1 });
    }
    remark_names(&accounts, &mut remarks);
    let names = columns.name.map(|column| headings[column].clone());
    let encoded = Encoded { encoding: written.encoding.name(), separator: rows.by };
    let has_spending = columns.current.is_some() && columns.potential.is_some();
    let has_suppliers = columns.rival.is_some();
    Ok(List { accounts, headings, names, has_spending, has_suppliers, encoded, remarks, oddities })
}

/// The rows of a file whose characters and separator are known.
struct Rows<'a> {
    path: &'a Path,
    written: Written,
    by: char,
    declared: bool,
    unreadable: Option<u64>,
}

impl Rows<'_> {
    fn text(&self) -> Result<Text<File>, ListError> {
        let file =
            File::open(self.path).map_err(|cause| ListError::Unreadable { path: self.path.to_owned(), cause })?;
        Ok(Text::new(file, self.written.encoding))
    }

    fn reader(&self) -> Result<csv::Reader<Text<File>>, ListError> {
        let mut builder = csv::ReaderBuilder::new();
        builder.delimiter(self.by as u8).has_headers(false).flexible(true);
        Ok(builder.from_reader(self.text()?))
    }

    fn headings(&self) -> Result<Vec<String>, ListError> {
        let mut reader = self.reader()?;
        let mut record = StringRecord::new();
        for _ in 0..=usize::from(self.declared) {
            self.next(&mut reader, &mut record)?;
        }
        Ok(record.iter().map(|heading| heading.split_whitespace().collect::<Vec<_>>().join(" ")).collect())
    }

    /// Reads a row; gives the line it begins in, or nothing at the end.
    fn next(&self, reader: &mut csv::Reader<Text<File>>, record: &mut StringRecord) -> Result<Option<u64>, ListError> {
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
        let inside = record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
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
            && last.lines().skip(1).any(|line| line.contains(self.by))
    }

    /// Goes through all rows after the heading that are not empty.
    fn each(
        &mut self,
        progress: &mut dyn FnMut(u64),
        mut row: impl FnMut(&StringRecord, u64),
    ) -> Result<(), ListError> {
        let mut reader = self.reader()?;
        let mut record = StringRecord::new();
        for _ in 0..=usize::from(self.declared) {
            self.next(&mut reader, &mut record)?;
        }
        let mut count = 0_u32;
        while let Some(line) = self.next(&mut reader, &mut record)? {
            count = count.wrapping_add(1);
            if count.is_multiple_of(4096) {
                progress(reader.get_ref().consumed);
            }
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                row(&record, line);
            }
        }
        progress(reader.get_ref().consumed);
        self.unreadable = self.unreadable.or(reader.get_ref().unreadable);
        Ok(())
    }

    /// The decimal sign of each column of numbers: what its own cells say, or else what the other columns say, or else
    /// the comma where semicolons separate.
    fn signs(
        &mut self,
        headings: &[String],
        numbers: &[usize],
        remarks: &mut Vec<Remark>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Vec<DecimalSign>, ListError> {
        let mut signs = vec![DecimalSign::Unsure; headings.len()];
        if numbers.is_empty() {
            return Ok(signs);
        }
        let mut seen = vec![(false, false); headings.len()];
        self.each(progress, |record, _| {
            for &column in numbers {
                match record.get(column).map(sign_of) {
                    Some(DecimalSign::Comma) => seen[column].0 = true,
                    Some(DecimalSign::Point) => seen[column].1 = true,
                    _ => {}
                }
            }
        })?;
        let any = numbers.iter().fold((false, false), |any, &at| (any.0 | seen[at].0, any.1 | seen[at].1));
        let others = match any {
            (true, false) => DecimalSign::Comma,
            (false, true) => DecimalSign::Point,
            (false, false) if self.by == ';' => DecimalSign::Comma,
            _ => DecimalSign::Unsure,
        };
        for &column in numbers {
            signs[column] = match seen[column] {
                (true, false) => DecimalSign::Comma,
                (false, true) => DecimalSign::Point,
                (false, false) => others,
                (true, true) => {
                    remarks.push(Remark::BothSigns(headings[column].clone()));
                    DecimalSign::Unsure
                }
            };
        }
        Ok(signs)
    }
}

/// Whether headings look like an account: a heading is seldom a number.
fn headless(headings: &[String]) -> bool {
    let is_number = |text: &String| super::parse_cell(text, DecimalSign::Unsure).is_some();
    headings.iter().any(is_number)
}
