//! A file opened for a sitting: whatever is in the way of writing to it, what can be read of it is shown.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use toml_edit::DocumentMut;

use super::lock::Lock;
use super::{
    Access, AssessmentFile, FileOrder, Hindrance, OpenError, SaveError, Source, Style, decode, durable, is_protected,
    opened, update,
};
use crate::assessment::{Assessment, salvage};
use crate::problem::Problem;

/// Why a file that was only read could not be made one that is written to.
#[derive(Debug, thiserror::Error)]
pub enum TakeOverError {
    /// It cannot be read any more.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It still cannot be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl TakeOverError {
    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Open(error) => error.remedy(),
            Self::Save(error) => error.remedy(),
        }
    }
}

impl AssessmentFile {
    /// Opens a file as [`AssessmentFile::open`] does, and one that is damaged, or of a newer Gapwise, for reading only, as far
    /// as it can be made out.
    ///
    /// # Errors
    /// As [`AssessmentFile::open`], when nothing of an assessment can be made out.
    pub fn open_for_sitting(path: &Path) -> Result<Self, OpenError> {
        match Self::open(path) {
            Err(OpenError::Unusable { path, problems }) => Self::salvaged(path, problems),
            other => other,
        }
    }

    fn salvaged(path: PathBuf, problems: Vec<Problem>) -> Result<Self, OpenError> {
        let bytes = super::read_bytes(&path)?;
        let (plain, key) = opened(&path, bytes.clone())?;
        let (text, style) = decode(&plain).map_err(|at| OpenError::NotText { path: path.clone(), at })?;
        let Some(salvage) = salvage(&text, Zoned::now().date()).filter(|it| !it.assessment.questionnaires.is_empty())
        else {
            return Err(OpenError::Unusable { path, problems });
        };
        let source = Source::new(path.display().to_string(), text.as_str());
        let line = problems.iter().find(|one| one.is_error()).map(|one| source.line_and_column(one.span.start).0);
        let access = if salvage.is_newer {
            Access::ReadOnly(
                Hindrance::Newer,
                "a newer Gapwise wrote it; open it with that one to change it".to_owned(),
            )
        } else {
            let (line, count) = (line.unwrap_or(1), salvage.assessment.answers.len());
            Access::ReadOnly(Hindrance::Damaged, format!("damaged at line {line}; recovered {count} answers"))
        };
        Ok(Self {
            path,
            handed_in: salvage.assessment.clone(),
            selection: None,
            saved: salvage.assessment,
            document: DocumentMut::new(),
            style,
            key,
            on_disk: Some(bytes),
            order: FileOrder::default(),
            access,
            warnings: problems,
            source,
        })
    }

    /// Makes a file that was only read one that is written to, now that nothing is in the way any more.
    ///
    /// What it holds is read anew. A damaged file is kept beside it, byte for byte, before what was recovered takes its place.
    ///
    /// # Errors
    /// When something still is in the way; then nothing has changed.
    pub fn take_over(&mut self) -> Result<(), TakeOverError> {
        match &self.access {
            Access::Writable { .. } => Ok(()),
            Access::ReadOnly(Hindrance::Damaged, _) => Ok(self.mend().map(drop)?),
            Access::ReadOnly(Hindrance::Newer, reason) => {
                Err(SaveError::ReadOnly { path: self.path.clone(), reason: reason.clone() }.into())
            }
            Access::ReadOnly(Hindrance::Elsewhere, _) => {
                let mut fresh = Self::open(&self.path)?;
                if let Some(reason) = fresh.read_only() {
                    let reason = reason.to_owned();
                    return Err(SaveError::ReadOnly { path: fresh.path, reason }.into());
                }
                if fresh.saved.questionnaires != self.saved.questionnaires {
                    return Err(SaveError::ChangedOnDisk { path: fresh.path }.into());
                }
                if let Some(selection) = self.selection.take() {
                    fresh.fit(&selection);
                }
                *self = fresh;
                Ok(())
            }
        }
    }

    /// Keeps a damaged file beside its place and writes what was recovered there; gives the path it is kept under.
    ///
    /// # Errors
    /// When another process has it, it has changed since, or either cannot be written; it is then as it was.
    pub fn mend(&mut self) -> Result<PathBuf, SaveError> {
        let refused = |reason: String| SaveError::ReadOnly { path: self.path.clone(), reason };
        let lock = Lock::take(&self.path).map_err(|error| refused(error.to_string()))?;
        if is_protected(&self.path) {
            return Err(refused("it is marked as read-only".to_owned()));
        }
        let bytes = fs::read(&self.path).map_err(|cause| SaveError::Failed { path: self.path.clone(), cause })?;
        if Some(&bytes) != self.on_disk.as_ref() {
            return Err(SaveError::ChangedOnDisk { path: self.path.clone() });
        }
        let kept = keep_beside(&self.path, "damaged", &bytes)?;
        let mut document = DocumentMut::new();
        update(&mut document, None, &self.saved, &self.order);
        self.document = document;
        self.style = Style { mark: false, ..self.style };
        self.write()?;
        self.access = Access::Writable { _lock: lock };
        Ok(kept)
    }

    /// Whether nobody has the file any more that another process had when it was opened.
    pub fn is_free(&self) -> bool {
        !Lock::is_held(&self.path)
    }

    /// What the file holds now, when it has changed since it was read and can still be read.
    pub fn seen_again(&mut self) -> Option<&Assessment> {
        let (bytes, theirs) = self.others().ok().flatten()?;
        self.adopt(bytes, theirs).ok()?;
        self.handed_in = self.saved.clone();
        Some(&self.saved)
    }
}

/// Puts bytes beside a file, under a name that no list of assessments takes up and nothing has yet.
pub(super) fn keep_beside(path: &Path, what: &str, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let now = Zoned::now().strftime("%Y%m%d-%H%M%S").to_string();
    let mut count = 1;
    loop {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        // The clock may have been set back: what is there stays there.
        let again = if count == 1 { String::new() } else { format!("-{count}") };
        name.push(format!(".{what}-{now}{again}"));
        let kept = path.with_file_name(name);
        let made = durable::create(&kept, bytes).and_then(|()| durable::sync_folder(&kept));
        match made {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && count < 1000 => count += 1,
            made => return made.map(|()| kept.clone()).map_err(|cause| SaveError::Failed { path: kept, cause }),
        }
    }
}
