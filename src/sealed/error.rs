//! Why sealed bytes could not be opened.

/// Why sealed bytes could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// No key that is at hand belongs to them.
    #[error("it is locked")]
    Locked,
    /// The passphrase is another one.
    #[error("that is not its passphrase")]
    WrongPassphrase,
    /// The key file is another one.
    #[error("that is not its key file")]
    WrongKeyFile,
    /// It opens with a key file, and a passphrase was given.
    #[error("it opens with a key file, not with a passphrase")]
    NeedsKeyFile,
    /// It opens with a passphrase, and a key file was given.
    #[error("it opens with a passphrase, not with a key file")]
    NeedsPassphrase,
    /// Deriving its key would take more memory than any file of ours.
    #[error("its key asks for more memory than any Gapwise sets")]
    TooCostly,
    /// An age file with one block: made by another program.
    #[error("it is an age file that Gapwise did not make; `age --decrypt` opens it")]
    NotOurs,
    /// Bytes of it were changed or are missing.
    #[error(
        "it is damaged: some of its bytes were changed or are missing, and a locked file opens whole or not at all"
    )]
    Damaged,
}

impl From<SealError> for std::io::Error {
    fn from(error: SealError) -> Self {
        Self::other(error)
    }
}
