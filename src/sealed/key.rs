//! The key of sealed files, and what opens it.

use std::fmt;
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, scrypt, x25519};

use super::{Blocks, SealError};

/// How costly guessing a passphrase is: scrypt with 2^18 rounds, 256 MiB and about a second a guess, as age itself sets it.
const WORK: u8 = 18;

/// The most that a file may ask for; one of another origin could ask for all the memory there is.
const MOST_WORK: u8 = 20;

/// What a person opens files with.
#[derive(Clone)]
pub enum Secret {
    /// A passphrase.
    Passphrase(SecretString),
    /// The identity in a key file.
    KeyFile(x25519::Identity),
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Passphrase(_) => "Passphrase(…)",
            Self::KeyFile(_) => "KeyFile(…)",
        })
    }
}

impl Secret {
    /// A passphrase as it was typed.
    pub fn passphrase(typed: impl Into<String>) -> Self {
        Self::Passphrase(SecretString::from(typed.into()))
    }

    /// The first identity in the text of a key file, as `age-keygen` writes it.
    pub fn of_key_file(text: &str) -> Option<Self> {
        text.lines().find_map(|line| line.trim().parse().ok()).map(Self::KeyFile)
    }

    /// A new identity, and the text of a key file with it.
    pub fn new_key_file() -> (Self, SecretString) {
        let identity = x25519::Identity::generate();
        let text = format!("# public key: {}\n{}\n", identity.to_public(), identity.to_string().expose_secret());
        (Self::KeyFile(identity), SecretString::from(text))
    }
}

/// The key of one or several sealed files, opened. It lives in memory alone.
#[derive(Clone)]
pub struct Key {
    identity: Arc<x25519::Identity>,
    /// The first block of its files.
    block: Arc<str>,
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key(…)")
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.block == other.block
    }
}

impl Key {
    /// A new key that the secret opens; with a passphrase this takes about a second.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn made(secret: &Secret) -> Result<Self, SealError> {
        Self::made_with(secret, WORK)
    }

    pub(super) fn made_with(secret: &Secret, work: u8) -> Result<Self, SealError> {
        let identity = x25519::Identity::generate();
        let text = identity.to_string();
        let plain = text.expose_secret().as_bytes();
        let block = match secret {
            Secret::Passphrase(passphrase) => {
                let mut recipient = scrypt::Recipient::new(passphrase.clone());
                recipient.set_work_factor(work);
                age::encrypt_and_armor(&recipient, plain)
            }
            Secret::KeyFile(file) => age::encrypt_and_armor(&file.to_public(), plain),
        };
        let block = block.map_err(|_| SealError::Damaged)?.replace("\r\n", "\n");
        Ok(Self { identity: Arc::new(identity), block: block.into() })
    }

    /// The key of a sealed file; with a passphrase this takes about a second.
    ///
    /// # Errors
    /// When the secret is not the file's, or the file is damaged.
    pub fn of(sealed: &[u8], secret: &Secret) -> Result<Self, SealError> {
        let blocks = Blocks::of(sealed)?;
        let block = blocks.key.as_bytes();
        let opened = match secret {
            Secret::Passphrase(passphrase) => {
                let mut identity = scrypt::Identity::new(passphrase.clone());
                identity.set_max_work_factor(MOST_WORK);
                age::decrypt(&identity, block)
            }
            Secret::KeyFile(identity) => age::decrypt(identity, block),
        };
        let by_passphrase = matches!(secret, Secret::Passphrase(_));
        let plain = opened.map_err(|error| match (error, by_passphrase) {
            (DecryptError::ExcessiveWork { .. }, _) => SealError::TooCostly,
            (DecryptError::NoMatchingKeys, true) => SealError::NeedsKeyFile,
            (DecryptError::NoMatchingKeys, false) => match super::opens_with(sealed) {
                Ok(super::OpensWith::Passphrase) => SealError::NeedsPassphrase,
                _ => SealError::WrongKeyFile,
            },
            (DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed, true) => SealError::WrongPassphrase,
            _ => SealError::Damaged,
        })?;
        let text = SecretString::from(String::from_utf8(plain).map_err(|_| SealError::Damaged)?);
        let identity = text.expose_secret().trim().parse().map_err(|_| SealError::Damaged)?;
        Ok(Self { identity: Arc::new(identity), block: blocks.key.into() })
    }

    /// Whether it is the key of these sealed bytes.
    pub fn belongs_to(&self, sealed: &[u8]) -> bool {
        Blocks::of(sealed).is_ok_and(|blocks| *blocks.key == *self.block)
    }

    /// The bytes, sealed.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let content = age::encrypt_and_armor(&self.identity.to_public(), plain).map_err(|_| SealError::Damaged)?;
        Ok(Blocks { key: self.block.to_string(), content }.to_bytes())
    }

    /// What is in sealed bytes.
    ///
    /// # Errors
    /// When they were sealed with another key, or are damaged.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let blocks = Blocks::of(sealed)?;
        if *blocks.key != *self.block {
            return Err(SealError::Locked);
        }
        age::decrypt(&*self.identity, blocks.content.as_bytes()).map_err(|_| SealError::Damaged)
    }
}
