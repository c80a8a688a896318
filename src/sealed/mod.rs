//! Files that only a passphrase or a key file opens, in the format of age (<https://age-encryption.org/v1>).
//!
//! Such a file holds two blocks, each a complete armored age file. The first holds a key of its own (X25519) and opens
//! with the passphrase or the key file; the second holds the content and opens with that key. So the costly derivation from the
//! passphrase is made once a sitting, and every save only seals the second block anew, in well under a millisecond. Whoever has
//! no Gapwise any more opens both with the `age` program.

mod error;
mod key;
mod ring;

use std::io::BufReader;

use age::armor::ArmoredReader;

pub use error::SealError;
pub use key::{Key, Secret};
pub use ring::{known, latest, remember};

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";

/// What whoever opens the file in an editor reads.
const HEAD: &str = "\
This is an assessment that is locked. Open it with:  gapwise interview FILE
Take the lock off with:  gapwise unlock FILE
Without Gapwise: `age --decrypt` opens the first block with the passphrase and gives the key of the second.
";

/// What opens the first block of a sealed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpensWith {
    /// A passphrase.
    Passphrase,
    /// A key file.
    KeyFile,
}

/// The two blocks of a sealed file, line ends as this program writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Blocks {
    /// The key's, which saving never changes; it tells which key belongs to a file.
    key: String,
    /// The content's.
    content: String,
}

/// Whether these bytes are sealed, as far as their beginning tells.
pub fn is_sealed(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    let begin = BEGIN.as_bytes();
    start.windows(begin.len()).enumerate().any(|(at, part)| part == begin && (at == 0 || start[at - 1] == b'\n'))
}

/// Whether two sealed files open with one key.
pub fn have_one_key(one: &[u8], other: &[u8]) -> bool {
    matches!((Blocks::of(one), Blocks::of(other)), (Ok(one), Ok(other)) if one.key == other.key)
}

/// What a sealed file opens with.
///
/// # Errors
/// When it is damaged, or not made by this program.
pub fn opens_with(bytes: &[u8]) -> Result<OpensWith, SealError> {
    let blocks = Blocks::of(bytes)?;
    let reader = ArmoredReader::new(BufReader::new(blocks.key.as_bytes()));
    let block = age::Decryptor::new_buffered(reader).map_err(|_| SealError::Damaged)?;
    Ok(if block.is_scrypt() { OpensWith::Passphrase } else { OpensWith::KeyFile })
}

impl Blocks {
    fn of(bytes: &[u8]) -> Result<Self, SealError> {
        let text = std::str::from_utf8(bytes).map_err(|_| SealError::Damaged)?.replace("\r\n", "\n");
        let mut blocks = Vec::new();
        let mut rest = text.as_str();
        while let Some(begin) = rest.find(BEGIN) {
            let end = rest[begin..].find(END).ok_or(SealError::Damaged)? + begin + END.len();
            blocks.push(format!("{}\n", &rest[begin..end]));
            rest = &rest[end..];
        }
        match <[String; 2]>::try_from(blocks) {
            Ok([key, content]) => Ok(Self { key, content }),
            Err(blocks) if blocks.len() == 1 => Err(SealError::NotOurs),
            Err(_) => Err(SealError::Damaged),
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        format!("{HEAD}{}{}", self.key, self.content).into_bytes()
    }
}

#[cfg(test)]
mod tests;
