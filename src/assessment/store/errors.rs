//! What can go wrong with an assessment's file: what, where, what to do.

use std::path::PathBuf;

use crate::problem::Problem;
use crate::sealed::SealError;

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The system said no.
    #[error("{} could not be read: {cause}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// It is a folder.
    #[error("{} is a folder, not a file", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// It is a device or a pipe.
    #[error("{} is a device or a pipe, not a file", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// It is larger than any assessment.
    #[error("{} is larger than 8 MiB, which no assessment is", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// It is not UTF-8.
    #[error("{} is not a text in UTF-8: byte {at} belongs to no character", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// Where the first wrong byte is, from 1.
        at: usize,
    },
    /// It is locked, and what opens it has not been given.
    #[error("{} is locked", path.display())]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// It is locked, and does not open.
    #[error("{} cannot be opened: {cause}", path.display())]
    Sealed {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: SealError,
    },
    /// Its content cannot be used.
    #[error("{} cannot be used as an assessment", path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// Everything that is wrong, in order.
        problems: Vec<Problem>,
    },
}

impl OpenError {
    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Unreadable { cause, .. } if cause.kind() == std::io::ErrorKind::NotFound => {
                "Check the name; `gapwise list` shows the assessments there are"
            }
            Self::Unreadable { .. } => "Check that you may read it",
            Self::Folder { .. } => "Name a file in it; `gapwise list` shows the assessments there are",
            Self::NotAFile { .. } | Self::TooLarge { .. } => "Name the TOML file of an assessment",
            Self::NotText { .. } => "Save it as UTF-8 in your editor, or see what `gapwise recover FILE` finds",
            Self::Locked { .. } => {
                "On a terminal Gapwise asks for its passphrase; otherwise name a file that holds it in \
                 GAPWISE_PASSPHRASE_FILE, or give its key file with --key-file"
            }
            Self::Sealed { cause: SealError::NotOurs, .. } => "Decrypt it with `age --decrypt` and open what comes out",
            Self::Sealed { .. } => "Restore it from a copy; the file has been left as it was",
            Self::Unusable { .. } => {
                "See to the places named above, or see what `gapwise recover FILE` finds; the file has been left as it was"
            }
        }
    }
}

/// Why a file could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Another program wrote to it since it was read.
    #[error("{} was changed by another program since it was opened", path.display())]
    ChangedOnDisk {
        /// The file.
        path: PathBuf,
    },
    /// It was opened for reading only.
    #[error("{} is open for reading only: {reason}", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// There is one already.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The system said no.
    #[error("{} could not be saved: {cause}", path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
}

impl SaveError {
    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::ChangedOnDisk { .. } => "Open it again to work on the newer content; nothing has been overwritten",
            Self::ReadOnly { .. } => {
                "Close it wherever else it is open, or make it free to be written to; nothing has been changed"
            }
            Self::Exists { .. } => "Choose another name with --out, or go on with `gapwise interview`",
            Self::Failed { .. } => "Make room or get permission to write there; what was saved before is untouched",
        }
    }
}
