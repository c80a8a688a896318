//! The thread that owns an assessment's file: whoever types never waits for the disk.
//!
//! What waits to be saved is one assessment, the newest; a newer one takes its place. It counts as saved when the disk has
//! confirmed it and nothing newer waits. A save that failed is tried again by itself, each time into a fresh file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use jiff::Zoned;
use jiff::civil::Time;

use super::Saved;
use crate::assessment::Assessment;

/// How long after a failed save the next is tried.
const RETRY: Duration = Duration::from_secs(3);

/// How long a disk may take before it is said that it does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is said of a disk that does not answer.
pub const NO_ANSWER: &str = "the disk does not answer";

/// What is said when saving itself fails through a fault in this program.
const FAULT: &str = "Gapwise has a fault and could not save";

/// What became of a save.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveNews {
    /// Everything handed in is on the disk, since that time of day; and what others had changed meanwhile.
    Saved(Time, Option<Box<Saved>>),
    /// It is not.
    NotSaved {
        /// Since when saving fails.
        since: Time,
        /// Why, as a person reads it.
        reason: String,
    },
}

/// How long the end of a sitting waits for a disk.
pub const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Saves on a thread of its own.
#[derive(Debug)]
pub struct Writer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    slot: Mutex<Slot>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Slot {
    wanted: Option<Assessment>,
    /// An assessment is being written, since then.
    busy: Option<Instant>,
    /// That the disk does not answer has been said.
    said: bool,
    /// Why the newest could not be saved; it is tried again.
    trouble: Option<String>,
    /// It is to be tried at once.
    now: bool,
    ended: bool,
    news: Option<SaveNews>,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Slot> {
        // No code that holds it can leave it half changed.
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Writer {
    /// Starts the thread; `save` puts an assessment on the disk, and only returns when it will stay there.
    pub fn start(save: impl FnMut(&Assessment) -> Result<Saved, String> + Send + 'static) -> Self {
        let shared = Arc::new(Shared::default());
        let its = Arc::clone(&shared);
        let thread = std::thread::spawn(move || work(&its, save));
        Self { shared, thread: Some(thread) }
    }

    /// Takes an assessment to be saved and comes back at once.
    pub fn hand_in(&self, assessment: &Assessment) {
        self.shared.lock().wanted = Some(assessment.clone());
        self.shared.changed.notify_all();
    }

    /// What became of what was handed in, once.
    pub fn news(&self) -> Option<SaveNews> {
        let mut slot = self.shared.lock();
        let is_slow = slot.busy.is_some_and(|since| since.elapsed() > PATIENCE);
        if is_slow && !slot.said && slot.news.is_none() {
            slot.said = true;
            let since = Zoned::now().time().wrapping_sub(PATIENCE);
            return Some(SaveNews::NotSaved { since, reason: NO_ANSWER.to_owned() });
        }
        slot.news.take()
    }

    /// Whether anything is not on the disk yet.
    pub fn is_busy(&self) -> bool {
        let slot = self.shared.lock();
        slot.wanted.is_some() || slot.busy.is_some() || slot.trouble.is_some() || slot.news.is_some()
    }

    /// Why the newest is not on the disk, when the last attempt failed.
    pub fn trouble(&self) -> Option<String> {
        self.shared.lock().trouble.clone()
    }

    /// Waits until the newest has been tried; false when the disk has not answered for so long.
    pub fn settle(&self, most: Duration) -> bool {
        let until = Instant::now() + most;
        let mut slot = self.shared.lock();
        slot.now = slot.trouble.is_some();
        self.shared.changed.notify_all();
        while slot.wanted.is_some() || slot.busy.is_some() || slot.now {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || self.thread.as_ref().is_none_or(JoinHandle::is_finished) {
                return false;
            }
            let wait = left.min(Duration::from_secs(1));
            slot = self.shared.changed.wait_timeout(slot, wait).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    /// Ends the thread without waiting: the disk has been waited for, and did not take it.
    pub fn give_up(self) {
        self.shared.lock().ended = true;
        self.shared.changed.notify_all();
    }

    /// Ends the thread and waits for it, so that its file is free again.
    pub fn end(mut self) {
        self.shared.lock().ended = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Writer {
    /// However a sitting ends, what was handed in is tried; only a disk that does not answer is left to itself.
    fn drop(&mut self) {
        if !self.shared.lock().ended {
            self.settle(LONGEST_WAIT);
        }
        self.shared.lock().ended = true;
        self.shared.changed.notify_all();
    }
}

fn work(shared: &Shared, mut save: impl FnMut(&Assessment) -> Result<Saved, String>) {
    let mut since: Option<Time> = None;
    let mut pending: Option<Assessment> = None;
    // What others changed is told together with the next success, also when something newer waits already.
    let mut merged: Option<Box<Saved>> = None;
    while let Some(next) = wait(shared, pending.take()) {
        // A fault of our own in there must not be silent: it is trouble like any other, and what was to be saved is kept.
        let outcome = catch_unwind(AssertUnwindSafe(|| save(&next))).unwrap_or_else(|_| Err(FAULT.to_owned()));
        let mut slot = shared.lock();
        slot.busy = None;
        slot.said = false;
        match outcome {
            Ok(saved) => {
                slot.trouble = None;
                since = None;
                if matches!(saved, Saved::Merged { .. }) {
                    merged = Some(Box::new(saved));
                }
                if slot.wanted.is_none() || merged.is_some() {
                    slot.news = Some(SaveNews::Saved(Zoned::now().time(), merged.take()));
                }
            }
            Err(reason) => {
                let since = *since.get_or_insert_with(|| Zoned::now().time());
                slot.news = Some(SaveNews::NotSaved { since, reason: reason.clone() });
                slot.trouble = Some(reason);
                pending = Some(next);
            }
        }
        drop(slot);
        shared.changed.notify_all();
    }
}

/// Waits for something to save: the newest handed in, or what failed before when its time has come.
fn wait(shared: &Shared, mut pending: Option<Assessment>) -> Option<Assessment> {
    let retry = Instant::now() + RETRY;
    let mut slot = shared.lock();
    loop {
        let due = pending.is_some() && (slot.now || Instant::now() >= retry);
        if let Some(next) = slot.wanted.take().or_else(|| if due { pending.take() } else { None }) {
            slot.busy = Some(Instant::now());
            slot.now = false;
            return Some(next);
        }
        if slot.ended {
            return None;
        }
        let left = retry.saturating_duration_since(Instant::now());
        let most = if pending.is_some() { left } else { Duration::from_secs(3600) };
        slot = shared.changed.wait_timeout(slot, most).unwrap_or_else(PoisonError::into_inner).0;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use jiff::civil::date;

    use super::*;
    use crate::assessment::Mode;

    fn named(name: &str) -> Assessment {
        let mut assessment = Assessment::new(Vec::new(), Mode::Consultant, date(2026, 11, 22));
        assessment.client.name = name.to_owned();
        assessment
    }

    #[test]
    fn a_sitting_that_breaks_off_has_saved_what_was_handed_in() {
        let (tell, told) = channel();
        let writer = Writer::start(move |assessment: &Assessment| {
            tell.send(assessment.client.name.clone()).unwrap();
            Ok(Saved::Written)
        });
        writer.hand_in(&named("last"));
        drop(writer);
        assert_eq!(told.try_recv().as_deref(), Ok("last"), "it was saved before the writer was gone");
    }

    #[test]
    fn nobody_waits_and_the_newest_wins() {
        let (go, gate) = channel::<()>();
        let (tell, told) = channel();
        let (begin, begun) = channel();
        let writer = Writer::start(move |assessment| {
            begin.send(()).unwrap();
            gate.recv().unwrap();
            tell.send(assessment.client.name.clone()).unwrap();
            Ok(Saved::Written)
        });
        writer.hand_in(&named("first"));
        begun.recv().unwrap();
        for name in ["second", "third", "fourth"] {
            writer.hand_in(&named(name));
        }
        assert!(writer.is_busy() && writer.news().is_none(), "nothing counts as saved before it is");
        go.send(()).unwrap();
        begun.recv().unwrap();
        assert_eq!(writer.news(), None, "the first is written, but something newer waits");
        go.send(()).unwrap();
        assert!(writer.settle(Duration::from_secs(60)));
        assert!(matches!(writer.news(), Some(SaveNews::Saved(_, None))));
        assert_eq!(told.try_iter().collect::<Vec<_>>(), ["first", "fourth"]);
        writer.end();
    }

    #[test]
    fn what_failed_is_tried_again_and_says_since_when() {
        let mut left = 2;
        let writer = Writer::start(move |_| {
            left -= 1;
            if left >= 0 { Err("disk full".to_owned()) } else { Ok(Saved::Written) }
        });
        writer.hand_in(&named("one"));
        let mut since = Vec::new();
        for _ in 0..3 {
            assert!(writer.settle(Duration::from_secs(60)));
            match writer.news() {
                Some(SaveNews::NotSaved { since: one, .. }) => since.push(one),
                news => assert!(matches!(news, Some(SaveNews::Saved(..)) | None), "{news:?}"),
            }
        }
        assert!(since.windows(2).all(|pair| pair[0] == pair[1]), "since the first failure: {since:?}");
        assert!(!writer.is_busy());
        writer.end();
    }

    #[test]
    fn a_disk_that_does_not_answer_keeps_nobody() {
        let (_never, gate) = channel::<()>();
        let writer = Writer::start(move |_| {
            let _ = gate.recv();
            Ok(Saved::Written)
        });
        writer.hand_in(&named("one"));
        assert!(!writer.settle(Duration::from_millis(20)));
        writer.give_up();
    }
}
