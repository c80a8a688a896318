//! What the loop does with news of the disk: it says what is saved, takes in what others changed, and never waits.

use std::time::Duration;

use rust_i18n::t;

use super::desk::{Desk, Seen};
use crate::assessment::{SaveNews, Saved, merge};
use crate::interview::{Action, Interview, Outcome};

/// How soon news of a save is on the screen.
const SOON: Duration = Duration::from_millis(15);

/// How often a file that is only read is looked at.
const GLANCE: Duration = Duration::from_secs(1);
/// How often the screen shows how far reading a list has come.
const OFTEN: Duration = Duration::from_millis(80);

/// How long the loop may wait for a key: not past the next minute of the clock, nor past news of a save.
pub(super) fn patience(interview: &Interview, desk: &dyn Desk) -> Option<Duration> {
    let tick = interview.until_tick(desk.now().timestamp());
    let soon = match (desk.is_saving(), desk.awaits_accounts(), interview.reading_because()) {
        (true, ..) => SOON,
        (false, true, _) => OFTEN,
        (false, false, Some(_)) => GLANCE,
        (false, false, None) => return tick,
    };
    Some(tick.map_or(soon, |tick| tick.min(soon)))
}

/// Shows what has become of a file that is only read.
pub(super) fn look(interview: &mut Interview, desk: &mut dyn Desk) {
    if interview.reading_because().is_none() {
        return;
    }
    match desk.look() {
        None => {}
        Some(Seen::Changed(theirs)) => interview.see_again(*theirs),
        Some(Seen::Free) => {
            let locale = interview.assessment().locale.clone();
            let said = t!("safe.free", locale = &locale).into_owned();
            interview.keep_reading(said.clone());
            interview.update(Action::Happened(Outcome::Failed(said)), desk.now().timestamp());
        }
    }
}

/// Makes a sitting that only reads one that writes, and says how that went.
pub(crate) fn take_over(interview: &mut Interview, desk: &mut dyn Desk) {
    let locale = interview.assessment().locale.clone();
    let said = match desk.take_over() {
        Ok(theirs) => {
            interview.write_from_now_on(theirs);
            t!("safe.taken_over", locale = &locale).into_owned()
        }
        Err(reason) => t!("safe.not_taken_over", locale = &locale, reason = reason).into_owned(),
    };
    interview.update(Action::Happened(Outcome::Failed(said)), desk.now().timestamp());
}

/// Saves to another file from now on, and says how that went.
pub(crate) fn save_elsewhere(interview: &mut Interview, desk: &mut dyn Desk, path: &str) {
    let now = desk.now();
    match desk.save_elsewhere(path, interview.assessment()) {
        Ok(path) => {
            let locale = interview.assessment().locale.clone();
            let said = t!("safe.saved_in", locale = &locale, path = path.display().to_string()).into_owned();
            interview.update(Action::Happened(Outcome::Saved(now.time())), now.timestamp());
            interview.update(Action::Happened(Outcome::Failed(said)), now.timestamp());
        }
        Err(reason) => {
            interview.update(Action::Happened(Outcome::Failed(reason)), now.timestamp());
        }
    }
}

/// Tells the interview what became of a save.
pub(super) fn hear(interview: &mut Interview, desk: &mut dyn Desk, news: SaveNews) {
    let now = desk.now().timestamp();
    let locale = interview.assessment().locale.clone();
    let outcome = match news {
        SaveNews::Saved(at, None) => Outcome::Saved(at),
        SaveNews::Saved(at, Some(saved)) => match *saved {
            Saved::Written => Outcome::Saved(at),
            Saved::Merged { assessment, from, contradictions, kept } => {
                // Ours may have gone on since it was handed in.
                let (ours, _) = merge(&from, interview.assessment(), &assessment);
                let is_newer = ours != *assessment;
                interview.adopt(ours);
                let places: Vec<&str> = contradictions.iter().map(|one| one.what.as_str()).collect();
                let said = match kept {
                    None => t!("safe.merged", locale = &locale).into_owned(),
                    Some(kept) => t!(
                        "safe.contradicted",
                        locale = &locale,
                        places = places.join(", "),
                        kept = kept.display().to_string()
                    )
                    .into_owned(),
                };
                if is_newer {
                    let _ = desk.hand_in(interview.assessment());
                } else {
                    interview.update(Action::Happened(Outcome::Saved(at)), now);
                }
                Outcome::Failed(said)
            }
        },
        SaveNews::NotSaved { since, reason } => {
            let since = since.strftime("%H:%M").to_string();
            Outcome::NotSaved(t!("safe.since", locale = &locale, since = since, reason = reason).into_owned())
        }
    };
    interview.update(Action::Happened(outcome), now);
}

/// Waits until the newest has been tried, and tells the interview what came of it.
pub(crate) fn settle(interview: &mut Interview, desk: &mut dyn Desk) {
    if let Some(news) = desk.settle() {
        hear(interview, desk, news);
    }
}
