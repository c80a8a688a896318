//! Changes from outside: an editor, a sync program, git. They are noticed before saving and brought together with ours.

use std::fs;
use std::path::PathBuf;

use super::sitting::keep_beside;
use super::{AssessmentFile, SaveError, Source, decode, encode, read, sealed, update};
use crate::assessment::{Assessment, Contradiction, fit, merge};

/// What a save did.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// What was to be saved is what the file holds.
    Written,
    /// The file had been changed from outside; both changes are in it now.
    Merged {
        /// What the file holds now.
        assessment: Box<Assessment>,
        /// What was to be saved, from which it came.
        from: Box<Assessment>,
        /// What both had changed to different things; ours stands in the file.
        contradictions: Vec<Contradiction>,
        /// Where the file of the others was kept, when there are contradictions.
        kept: Option<PathBuf>,
    },
}

impl AssessmentFile {
    /// Saves as [`AssessmentFile::save`] does, and brings in what was changed from outside instead of refusing.
    ///
    /// What the others wrote and we had changed to something else is kept in a file beside ours, byte for byte.
    ///
    /// # Errors
    /// As [`AssessmentFile::save`]; also when what stands there from outside cannot be read as an assessment. It is never
    /// overwritten.
    pub fn save_merging(&mut self, assessment: &Assessment) -> Result<Saved, SaveError> {
        if let Some(reason) = self.read_only() {
            return Err(SaveError::ReadOnly { path: self.path.clone(), reason: reason.to_owned() });
        }
        // What came from outside and whoever hands in has not heard of yet is not taken out again.
        let (wanted, _) = merge(&self.handed_in, assessment, &self.saved);
        let saved = match self.others()? {
            None => {
                self.save(&wanted)?;
                Saved::Written
            }
            Some((bytes, theirs)) => {
                let (merged, contradictions) = merge(&self.saved, &wanted, &theirs);
                let kept = if contradictions.is_empty() { None } else { Some(self.keep_theirs(&bytes)?) };
                self.adopt(bytes, theirs)?;
                self.save(&merged)?;
                Saved::Merged { assessment: Box::new(merged), from: Box::new(assessment.clone()), contradictions, kept }
            }
        };
        assessment.clone_into(&mut self.handed_in);
        Ok(saved)
    }

    /// The bytes and the content of the file when someone else changed it.
    pub(super) fn others(&self) -> Result<Option<(Vec<u8>, Assessment)>, SaveError> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(cause) => return Err(SaveError::Failed { path: self.path.clone(), cause }),
        };
        if Some(&bytes) == self.on_disk.as_ref() {
            return Ok(None);
        }
        let changed = || SaveError::ChangedOnDisk { path: self.path.clone() };
        let plain = self.plain(&bytes).ok_or_else(changed)?;
        let (text, _) = decode(&plain).map_err(|_| changed())?;
        let source = Source::new(self.path.display().to_string(), text);
        let mut theirs = read::read(&source).map_err(|_| changed())?.assessment;
        if let Some(selection) = &self.selection {
            fit(selection, &mut theirs);
        }
        Ok(Some((bytes, theirs)))
    }

    /// What others wrote, opened; a file that was locked stays locked, whatever took its place.
    fn plain(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        if !sealed::is_sealed(bytes) {
            return Some(bytes.to_vec());
        }
        self.key.as_ref()?.open(bytes).ok()
    }

    /// Makes what others wrote the base of the next save.
    pub(super) fn adopt(&mut self, bytes: Vec<u8>, theirs: Assessment) -> Result<(), SaveError> {
        let changed = || SaveError::ChangedOnDisk { path: self.path.clone() };
        let plain = self.plain(&bytes).ok_or_else(changed)?;
        let (text, style) = decode(&plain).map_err(|_| changed())?;
        self.document = text.parse().map_err(|_| changed())?;
        self.style = style;
        self.saved = theirs;
        self.on_disk = Some(bytes);
        Ok(())
    }

    /// Puts the others' file beside ours; beside one that is locked it is locked too.
    fn keep_theirs(&self, bytes: &[u8]) -> Result<PathBuf, SaveError> {
        let is_open = self.key.is_some() && !sealed::is_sealed(bytes);
        let closed = if is_open { self.closed(bytes.to_vec()) } else { Ok(bytes.to_vec()) };
        let closed = closed.map_err(|error| SaveError::Failed { path: self.path.clone(), cause: error.into() })?;
        keep_beside(&self.path, "other", &closed)
    }

    /// The text this assessment would have as a new file: for a copy elsewhere.
    pub fn text_of(&self, assessment: &Assessment) -> Vec<u8> {
        let mut document = self.document.clone();
        update(&mut document, Some(&self.saved), assessment, &self.order);
        encode(&document.to_string(), self.style)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::assessment::{Change, FileOrder, Mode, Value, load};

    fn with(answers: &[(&str, f64)]) -> Assessment {
        let mut one = Assessment::new(vec!["g@1".into()], Mode::Consultant, date(2026, 11, 22));
        for (id, number) in answers {
            one.record(id, Change::value(Value::Number(*number)), "2026-11-22T09:14:03Z".parse().unwrap());
        }
        one
    }

    #[test]
    fn what_an_editor_changed_meanwhile_is_kept_and_contradictions_lose_nothing() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.toml");
        let mut file = AssessmentFile::create(&path, &with(&[("a", 1.0)]), FileOrder::default()).unwrap();
        let base = fs::read_to_string(&path).unwrap();
        let theirs = format!("# by hand\n{base}\n[answers.b]\nvalue = 7\n");
        fs::write(&path, &theirs).unwrap();
        let ours = with(&[("a", 1.0), ("c", 3.0)]);
        let Saved::Merged { assessment, contradictions, kept, .. } = file.save_merging(&ours).unwrap() else {
            panic!()
        };
        assert_eq!((contradictions.len(), kept, assessment.answers.len()), (0, None, 3));
        assert!(fs::read_to_string(&path).unwrap().contains("# by hand"));

        // handed in by someone who has not heard of b yet: it stays
        let ours = with(&[("a", 1.0), ("c", 4.0)]);
        assert_eq!(file.save_merging(&ours).unwrap(), Saved::Written);
        assert_eq!(load(&path).unwrap().0.assessment.answers.len(), 3);

        let theirs = fs::read_to_string(&path).unwrap().replace("value = 4", "value = 40");
        fs::write(&path, &theirs).unwrap();
        let ours = with(&[("a", 1.0), ("c", 5.0)]);
        let Saved::Merged { contradictions, kept, .. } = file.save_merging(&ours).unwrap() else { panic!() };
        assert_eq!(contradictions[0].what, "c");
        assert_eq!(fs::read_to_string(kept.unwrap()).unwrap(), theirs, "theirs is kept byte for byte");
        assert!(fs::read_to_string(&path).unwrap().contains("value = 5"));

        fs::write(&path, "half a fi").unwrap();
        assert!(matches!(file.save_merging(&with(&[])), Err(SaveError::ChangedOnDisk { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "half a fi");
    }
}
