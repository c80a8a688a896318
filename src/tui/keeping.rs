//! What the loop does with news of the disk: it says what is saved, takes in what others changed, and never waits.

use std::time::Duration;

use rust_i18n::t;

use super::desk::Desk;
use crate::assessment::{SaveNews, Saved, merge};
use crate::interview::{Action, Interview, Outcome};

/// How soon news of a save is on the screen.
const SOON: Duration = Duration::from_millis(15);

/// How often the screen shows how far reading a list has come.
const OFTEN: Duration = Duration::from_millis(80);

/// How long the loop may wait for a key: not past the next minute of the clock, nor past news of a save.
pub(super) fn patience(interview: &Interview, desk: &dyn Desk) -> Option<Duration> {
    let tick = interview.until_tick(desk.now().timestamp());
    let soon = match (desk.is_saving(), desk.awaits_accounts()) {
        (true, _) => SOON,
        (false, true) => OFTEN,
        (false, false) => return tick,
    };
    Some(tick.map_or(soon, |tick| tick.min(soon)))
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
