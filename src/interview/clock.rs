//! The clock of a call: started, paused, read; the time always comes from outside.

use jiff::{SignedDuration, Timestamp};

/// How long a call has been going on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Clock {
    /// Since when it runs; it stands still without.
    since: Option<Timestamp>,
    /// What had passed before it was last paused.
    before: SignedDuration,
}

impl Clock {
    /// One that began at some time, pauses left out, and may stand still.
    pub fn begun(began: Timestamp, paused: Option<Timestamp>) -> Self {
        match paused {
            Some(paused) => Self { since: None, before: paused.duration_since(began).max(SignedDuration::ZERO) },
            None => Self { since: Some(began), before: SignedDuration::ZERO },
        }
    }

    /// When it would have begun had it never been paused, to the second.
    pub fn began(&self, now: Timestamp) -> Timestamp {
        let began = self.since.unwrap_or(now) - self.before;
        Timestamp::from_second(began.as_second()).unwrap_or(began)
    }

    /// Whether it was ever started.
    pub fn is_started(&self) -> bool {
        self.since.is_some() || !self.before.is_zero()
    }

    /// Whether it runs.
    pub fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// Starts it, or goes on after a pause.
    pub fn start(&mut self, now: Timestamp) {
        self.since.get_or_insert(now);
    }

    /// Lets it stand still.
    pub fn pause(&mut self, now: Timestamp) {
        self.before = self.elapsed(now);
        self.since = None;
    }

    /// What has passed, pauses left out; a clock set back counts as no time.
    pub fn elapsed(&self, now: Timestamp) -> SignedDuration {
        let running = self.since.map_or(SignedDuration::ZERO, |since| now.duration_since(since));
        self.before + running.max(SignedDuration::ZERO)
    }

    /// Whole minutes that have passed.
    pub fn minutes(&self, now: Timestamp) -> u32 {
        u32::try_from(self.elapsed(now).as_mins()).unwrap_or(u32::MAX)
    }

    /// Until the next minute is full; nothing while it stands still.
    pub fn until_next_minute(&self, now: Timestamp) -> Option<std::time::Duration> {
        let into = self.elapsed(now).as_millis() % 60_000;
        let left = u64::try_from(60_000 - into).unwrap_or(60_000);
        self.is_running().then(|| std::time::Duration::from_millis(left))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + seconds).unwrap()
    }

    #[test]
    fn it_goes_on_from_what_was_kept() {
        let mut clock = Clock::default();
        clock.start(at(0));
        clock.pause(at(600));
        clock.start(at(900));
        assert_eq!(clock.began(at(1000)), at(300));
        assert_eq!(Clock::begun(at(300), None).minutes(at(1200)), clock.minutes(at(1200)));
        let still = Clock::begun(at(300), Some(at(900)));
        assert_eq!((still.is_running(), still.minutes(at(9000)), still.began(at(9000))), (false, 10, at(8400)));
    }

    #[test]
    fn pauses_do_not_count_and_time_never_runs_backwards() {
        let mut clock = Clock::default();
        assert!(!clock.is_started());
        clock.start(at(0));
        assert_eq!((clock.minutes(at(59)), clock.minutes(at(60)), clock.minutes(at(-500))), (0, 1, 0));
        assert_eq!(clock.until_next_minute(at(100)), Some(std::time::Duration::from_secs(20)));
        clock.pause(at(600));
        assert_eq!((clock.minutes(at(6000)), clock.until_next_minute(at(6000))), (10, None));
        clock.start(at(6000));
        clock.start(at(6030));
        assert_eq!(clock.minutes(at(6060)), 11);
    }
}
