//! The keys that were opened since the program began.
//!
//! They are kept for the process and not handed from room to room: every reader of assessments opens with them what they
//! open, and a list of fifty files that share one key costs one passphrase.

use std::sync::{Mutex, PoisonError};

use super::Key;

static OPENED: Mutex<Vec<Key>> = Mutex::new(Vec::new());

/// Keeps a key until the program ends.
pub fn remember(key: &Key) {
    let mut opened = OPENED.lock().unwrap_or_else(PoisonError::into_inner);
    if !opened.contains(key) {
        opened.push(key.clone());
    }
}

/// The key that was opened last.
pub fn latest() -> Option<Key> {
    OPENED.lock().unwrap_or_else(PoisonError::into_inner).last().cloned()
}

/// The key of sealed bytes, when it has been opened.
pub fn known(sealed: &[u8]) -> Option<Key> {
    let opened = OPENED.lock().unwrap_or_else(PoisonError::into_inner);
    opened.iter().find(|key| key.belongs_to(sealed)).cloned()
}
