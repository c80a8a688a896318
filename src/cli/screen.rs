//! The way from the command line to the screen.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::failure::Failure;
use super::installation::{Installation, today};
use super::new;
use super::new_key::key_of_new;
use super::office::Office;
use super::opened::{self, OpenedToChange, told};
use super::output::Output;
use super::past::Past;
use super::{follow_up, home, home_keys, settings};
use crate::assessment::{Assessment, AssessmentFile, Party};
use crate::interview::{Action, Go, Home, HomeSaid, HomeStep, Interview, NewAssessment, Offer};
use crate::questionnaire::{ScoredBy, Selection};
use crate::tui::Screen;

/// The language of the first screen; each assessment has its own.
pub(super) const LOCALE: &str = "en";

/// Minutes an owner may well give before knowing what comes of it.
const SHORT: u32 = 10;

/// The currency a new assessment begins with.
const CURRENCY: &str = "EUR";

/// Refuses to draw where nobody can see it.
pub(super) fn need_terminal() -> Result<(), Failure> {
    if !settings::is_plain() {
        return Ok(());
    }
    Err(Failure::work(
        "this is not a terminal, and a screen needs one",
        "`gapwise interview FILE --plain` asks line by line; `gapwise list`, `set`, `score` and `report` work anywhere",
    ))
}

fn open_screen(installation: &Installation) -> Result<Screen, Failure> {
    let setup = settings::setup(&installation.places, LOCALE);
    Screen::open(setup)
        .map_err(|error| Failure::work(format!("the terminal could not be used: {error}"), "Try another one"))
}

fn gone(error: std::io::Error) -> Failure {
    Failure::work(format!("the terminal is gone: {error}"), "What was answered has been saved; go on with `gapwise`")
}

/// The home screen, and the sittings begun from it, until the person leaves.
pub(super) fn home(installation: &Installation, shared: bool) -> Result<Output, Failure> {
    // Opened once for all: every screen has a reader of keys of its own.
    let mut screen = open_screen(installation)?;
    let mut talk = installation.talk();
    let new = Home::new(home::entries(installation), offers(installation), CURRENCY);
    let mut home = Home { shared, ..new };
    loop {
        let mut step = screen.home(&mut home, LOCALE).map_err(gone)?;
        if let HomeStep::Passphrase(asked) = step {
            match home_keys::tried(installation, &mut home, asked) {
                Ok(Some(then)) => step = then,
                Ok(None) => continue,
                Err(failure) => {
                    home.said = Some(HomeSaid::Failed(failure.to_string()));
                    continue;
                }
            }
        }
        match home_keys::needed(installation, &step) {
            Ok(None) => {}
            Ok(Some(asked)) => {
                home.ask_passphrase(asked);
                continue;
            }
            Err(failure) => {
                home.said = Some(HomeSaid::Failed(failure.to_string()));
                continue;
            }
        }
        let (file, selection) = match step {
            HomeStep::Stay | HomeStep::Quit => return Ok(Output::default().and_say(talk)),
            HomeStep::Resume(path) => match opened::open_to_sit(installation, &path) {
                Ok(OpenedToChange { file, selection, misfits }) => {
                    talk.push_str(&told(&opened::problems(&file, &misfits)));
                    (file, selection)
                }
                // One that cannot be opened keeps nobody from the others.
                Err(failure) => {
                    home.said = Some(HomeSaid::Failed(failure.to_string()));
                    continue;
                }
            },
            HomeStep::Create(wanted) => {
                let file = new::create(installation, begun(wanted), None, key_of_new(installation, None)?)?;
                let selection = opened::select(installation, file.assessment())?;
                home.over = None;
                (file, selection)
            }
            HomeStep::FollowUp(path) => match follow_up::begin(installation, &path, today(), None) {
                Ok((file, said)) => {
                    talk.push_str(&said);
                    let selection = opened::select(installation, file.assessment())?;
                    (file, selection)
                }
                Err(failure) => {
                    home.said = Some(HomeSaid::Failed(failure.to_string()));
                    continue;
                }
            },
            step => {
                home::perform(installation, &mut home, &step);
                continue;
            }
        };
        // What was hidden in a sitting stays hidden after it: the next screen would name other clients.
        let past = Past::of(installation, file.path(), file.assessment());
        talk.push_str(&past.talk);
        home.shared = sit(&mut screen, installation, file, selection, past, None, home.shared)?.0;
        home.refresh(home::entries(installation));
    }
}

fn begun(wanted: NewAssessment) -> Assessment {
    Assessment {
        locale: LOCALE.to_owned(),
        currency: wanted.currency,
        client: Party { name: wanted.client, ..Party::default() },
        ..Assessment::new(wanted.questionnaires, wanted.mode, today())
    }
}

/// The newest version of each questionnaire.
fn offers(installation: &Installation) -> Vec<Offer> {
    let all = &installation.library.questionnaires;
    let newest =
        all.iter().filter(|one| installation.library.newest(&one.id).is_some_and(|it| it.version == one.version));
    let offer = |one: &std::sync::Arc<crate::questionnaire::Questionnaire>| Offer {
        reference: one.reference(),
        title: one.title.get(LOCALE).to_owned(),
        summary: one.summary.get(LOCALE).to_owned(),
        minutes: one.minutes,
        first_for_owner: one.scored_by == ScoredBy::Items && one.minutes <= SHORT,
    };
    newest.map(offer).collect()
}

/// One sitting with an assessment.
pub(super) fn interview(
    installation: &Installation,
    file: AssessmentFile,
    selection: Selection,
    at: Option<&str>,
    shared: bool,
) -> Result<Output, Failure> {
    let past = Past::of(installation, file.path(), file.assessment());
    let talk = past.talk.clone();
    let (_, ended) = sit(&mut open_screen(installation)?, installation, file, selection, past, at, shared)?;
    Ok(Output::default().and_say(installation.talk()).and_say(talk).and_say(ended))
}

/// Runs a sitting on a screen that is open; what could not be saved meanwhile is tried once more at its end.
///
/// Tells whether the screen was shared when it ended, and what there is to say of it.
fn sit(
    screen: &mut Screen,
    installation: &Installation,
    file: AssessmentFile,
    selection: Selection,
    past: Past,
    at: Option<&str>,
    shared: bool,
) -> Result<(bool, String), Failure> {
    let mut interview = past.beside(Interview::new(selection.clone(), file.assessment().clone(), today()));
    interview = interview.with_library(&installation.library).kept_locked(file.key().is_some());
    interview = interview.begun_shared(shared).going_on(&jiff::Zoned::now());
    if let Some(id) = at {
        interview.update(Action::Go(Go::To(id.to_owned())), jiff::Timestamp::now());
    }
    let mut office = Office::new(installation, file, selection, past);
    let ended = match catch_unwind(AssertUnwindSafe(|| screen.interview(interview, &mut office))) {
        Ok(ended) => ended.map_err(gone)?,
        Err(_) => return Err(office.break_off()),
    };
    let said = office.close(ended.assessment())?;
    Ok((ended.is_shared(), said))
}
