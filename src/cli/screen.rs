//! The way from the command line to the screen.

use std::io::IsTerminal;
use std::path::PathBuf;

use super::failure::Failure;
use super::installation::{Installation, today};
use super::new::create;
use super::opened::{OpenedToChange, open_to_change};
use super::output::Output;
use super::report_file::{default_path, rendered, write};
use crate::assessment::{Assessment, AssessmentFile, Mode, Party};
use crate::interview::{Home, HomeStep, Interview, NewAssessment, Offer, Recent};
use crate::portfolio::{Entry, list};
use crate::questionnaire::Selection;
use crate::report::{Audience, Format};
use crate::tui::{Desk, Screen};

/// The currency a new assessment begins with, unless another was used last.
const DEFAULT_CURRENCY: &str = "EUR";

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

/// The home screen, and the sittings begun from it, until the person leaves.
pub(super) fn home(installation: &Installation) -> Result<Output, Failure> {
    // Opened once: each screen has a reader of keys of its own.
    let mut screen = open_screen()?;
    loop {
        let (file, selection) = match screen.home(first_screen(installation), "en").map_err(lost)? {
            HomeStep::Stay | HomeStep::Quit => return Ok(Output::default().and_say(installation.talk())),
            HomeStep::Resume(path) => {
                let OpenedToChange { file, selection, .. } = open_to_change(installation, &path.to_string_lossy())?;
                (file, selection)
            }
            HomeStep::Create(wanted) => begin(installation, wanted)?,
        };
        sit(installation, &mut screen, file, selection, None)?;
    }
}

/// One sitting with an assessment.
pub(super) fn interview(
    installation: &Installation,
    file: AssessmentFile,
    selection: Selection,
    at: Option<&str>,
) -> Result<Output, Failure> {
    let saved = format!("Saved in {}", file.path().display());
    sit(installation, &mut open_screen()?, file, selection, at)?;
    Ok(Output::default().and_say(saved))
}

/// Runs a sitting, and saves once more what could not be saved in it.
fn sit(
    installation: &Installation,
    screen: &mut Screen,
    file: AssessmentFile,
    selection: Selection,
    at: Option<&str>,
) -> Result<(), Failure> {
    if let Some(reason) = file.read_only() {
        let hint = "Close it there first; nothing was changed";
        return Err(Failure::work(format!("{} cannot be changed now: {reason}", file.path().display()), hint));
    }
    let mut interview = Interview::new(selection.clone(), file.assessment().clone(), today());
    if let Some(question) = at {
        interview = interview.begun_at(question);
    }
    let mut desk = FileDesk { file, selection, templates: installation.places.templates.clone() };
    let last = screen.interview(interview, &mut desk).map_err(lost)?;
    desk.file.save(last.assessment())?;
    Ok(())
}

fn open_screen() -> Result<Screen, Failure> {
    Screen::open().map_err(lost)
}

fn lost(error: std::io::Error) -> Failure {
    Failure::work(format!("the terminal could not be used: {error}"), "Every answer given so far is saved")
}

/// What the home screen shows.
fn first_screen(installation: &Installation) -> Home {
    let portfolio = list(&installation.places.assessments, &installation.library);
    let currency = portfolio.entries.first().map_or(DEFAULT_CURRENCY, |entry| entry.assessment.currency.as_str());
    let offers = installation.library.questionnaires.iter().map(|one| Offer {
        reference: one.reference(),
        title: one.title.get("en").to_owned(),
        summary: one.summary.get("en").to_owned(),
        minutes: one.minutes,
    });
    let recent = portfolio.entries.iter().map(|entry| recent(installation, entry));
    Home::new(recent.collect(), offers.collect(), currency)
}

fn recent(installation: &Installation, entry: &Entry) -> Recent {
    let assessment = &entry.assessment;
    let title = |reference: &String| {
        let id = reference.split('@').next().unwrap_or(reference);
        let known = installation.library.newest(id);
        known.map_or_else(|| id.to_owned(), |one| one.title.get(&assessment.locale).to_owned())
    };
    Recent {
        path: entry.path.clone(),
        client: assessment.client.name.clone(),
        questionnaire: assessment.questionnaires.iter().map(title).collect::<Vec<_>>().join(", "),
        date: assessment.date,
        progress: (entry.answered, entry.total),
        completed: assessment.progress == crate::assessment::Progress::Completed,
        problem: entry.problem.clone(),
    }
}

/// Makes the file of an assessment begun on the home screen.
fn begin(installation: &Installation, wanted: NewAssessment) -> Result<(AssessmentFile, Selection), Failure> {
    let assessment = Assessment {
        currency: super::new::currency(&wanted.currency)
            .map_err(|hint| Failure::usage(format!("'{}' is no currency", wanted.currency), hint))?,
        client: Party { name: wanted.client, ..Party::default() },
        ..Assessment::new(vec![wanted.questionnaire], wanted.mode, today())
    };
    let mut file = create(installation, assessment, None)?;
    let selection = super::opened::select(installation, file.assessment())?;
    file.fit(&selection);
    Ok((file, selection))
}

/// Saves to the assessment's file and writes reports beside it.
struct FileDesk {
    file: AssessmentFile,
    selection: Selection,
    templates: PathBuf,
}

impl Desk for FileDesk {
    fn save(&mut self, assessment: &Assessment) -> Result<(), String> {
        self.file.save(assessment).map(|_| ()).map_err(|error| error.to_string())
    }

    fn render_report(&mut self, assessment: &Assessment) -> Result<Vec<PathBuf>, String> {
        let audiences: &[Audience] = match assessment.mode {
            Mode::Consultant => &[Audience::Client, Audience::Internal],
            Mode::SelfAssessment => &[Audience::Client],
        };
        let mut written = Vec::new();
        for audience in audiences {
            let text = rendered(&self.selection, assessment, *audience, Format::Html, &self.templates)
                .map_err(|error| error.to_string())?;
            let path = default_path(self.file.path(), *audience, Format::Html);
            write(&path, &text).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
            written.push(path);
        }
        Ok(written)
    }
}
