//! The way from the command line to the screen.

use std::io::IsTerminal;

use super::failure::Failure;
use super::installation::{Installation, today};
use super::new;
use super::office::Office;
use super::opened::{self, told};
use super::output::Output;
use crate::assessment::{Assessment, AssessmentFile, Mode, Party};
use crate::interview::{Action, Go, Home, HomeStep, Interview, NewAssessment, Offer, Recent};
use crate::portfolio::{Entry, list};
use crate::questionnaire::Selection;
use crate::tui::Screen;

/// The language of the first screen; each assessment has its own.
const LOCALE: &str = "en";

/// The currency a new assessment begins with.
const CURRENCY: &str = "EUR";

/// Refuses to draw where nobody can see it.
pub(super) fn need_terminal() -> Result<(), Failure> {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb {
        return Ok(());
    }
    Err(Failure::work(
        "this is not a terminal, and the interview needs one",
        "Run it in a terminal without redirecting it; `gapwise set`, `score` and `report` work anywhere",
    ))
}

fn open_screen() -> Result<Screen, Failure> {
    Screen::open().map_err(|error| Failure::work(format!("the terminal could not be used: {error}"), "Try another one"))
}

fn gone(error: std::io::Error) -> Failure {
    Failure::work(format!("the terminal is gone: {error}"), "What was answered has been saved; go on with `gapwise`")
}

/// The home screen, and the sittings begun from it, until the person leaves.
pub(super) fn home(installation: &Installation, mut shared: bool) -> Result<Output, Failure> {
    // Opened once for all: every screen has a reader of keys of its own.
    let mut screen = open_screen()?;
    let mut talk = installation.talk();
    loop {
        let portfolio = list(&installation.places.assessments, &installation.library);
        let recent = portfolio.entries.iter().map(|entry| recent(installation, entry)).collect();
        let mut home = Home { shared, ..Home::new(recent, offers(installation), CURRENCY) };
        let step = screen.home(&mut home, LOCALE).map_err(gone)?;
        shared = home.shared;
        let (file, selection) = match step {
            HomeStep::Stay | HomeStep::Quit => return Ok(Output::default().and_say(talk)),
            HomeStep::Resume(path) => {
                let mut file = AssessmentFile::open(&path)?;
                let selection = opened::select(installation, file.assessment())?;
                let misfits = file.fit(&selection);
                talk.push_str(&told(&opened::problems(&file, &misfits)));
                (file, selection)
            }
            HomeStep::Create(wanted) => {
                let file = new::create(installation, begun(wanted), None)?;
                let selection = opened::select(installation, file.assessment())?;
                (file, selection)
            }
        };
        // What was hidden in a sitting stays hidden after it: the next screen would name other clients.
        shared = sit(installation, &mut screen, file, selection, None, shared)?;
    }
}

fn begun(wanted: NewAssessment) -> Assessment {
    Assessment {
        locale: LOCALE.to_owned(),
        currency: wanted.currency,
        client: Party { name: wanted.client, ..Party::default() },
        ..Assessment::new(vec![wanted.questionnaire], wanted.mode, today())
    }
}

fn recent(installation: &Installation, entry: &Entry) -> Recent {
    let title = |reference: &String| {
        let selection = installation.library.select(std::slice::from_ref(reference)).ok();
        let title = selection.and_then(|it| it.questionnaires.first().map(|one| one.title.get(LOCALE).to_owned()));
        title.unwrap_or_else(|| reference.clone())
    };
    let titles: Vec<String> = entry.assessment.questionnaires.iter().map(title).collect();
    Recent {
        path: entry.path.clone(),
        client: entry.assessment.client.name.clone(),
        questionnaire: titles.join(", "),
        date: entry.assessment.date,
        progress: (entry.answered, entry.total),
        completed: entry.assessment.progress == crate::assessment::Progress::Completed,
        problem: entry.problem.clone(),
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
    let path = file.path().display().to_string();
    sit(installation, &mut open_screen()?, file, selection, at, shared)?;
    Ok(Output::default().and_say(installation.talk()).and_say(format!("Saved in {path}")))
}

/// Runs a sitting on a screen that is open; what could not be saved meanwhile is tried once more at its end.
///
/// Tells whether the screen was shared when it ended.
fn sit(
    installation: &Installation,
    screen: &mut Screen,
    file: AssessmentFile,
    selection: Selection,
    at: Option<&str>,
    shared: bool,
) -> Result<bool, Failure> {
    if let Some(reason) = file.read_only() {
        let message = format!("{} cannot be written: {reason}", file.path().display());
        return Err(Failure::work(message, "Close it there first; `gapwise score` and `report` work meanwhile"));
    }
    let internal = file.assessment().mode == Mode::Consultant;
    let mut interview = Interview::new(selection.clone(), file.assessment().clone(), today()).begun_shared(shared);
    let mut office = Office { installation, file, selection, internal };
    if let Some(id) = at {
        interview.update(Action::Go(Go::To(id.to_owned())), jiff::Timestamp::now());
    }
    let ended = screen.interview(interview, &mut office).map_err(gone)?;
    office.file.save(ended.assessment())?;
    Ok(ended.is_shared())
}
