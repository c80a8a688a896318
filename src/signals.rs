//! Who answers when the process is asked to end.
//!
//! Once a signal has been listened for, its usual effect never comes back by itself. Whoever listens for a while says so here, so
//! that the one who listens for good ends the process when nobody else does.

use std::sync::atomic::{AtomicUsize, Ordering};

static LISTENERS: AtomicUsize = AtomicUsize::new(0);

/// While this lives, somebody answers signals in a way of their own.
#[derive(Debug)]
pub(crate) struct Listening(());

impl Listening {
    /// From now on.
    pub(crate) fn begin() -> Self {
        LISTENERS.fetch_add(1, Ordering::SeqCst);
        Self(())
    }

    /// Whether anybody does.
    pub(crate) fn anybody() -> bool {
        LISTENERS.load(Ordering::SeqCst) > 0
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        LISTENERS.fetch_sub(1, Ordering::SeqCst);
    }
}
