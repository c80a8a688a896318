//! On a shared screen nothing private is drawn, whatever is opened.
//!
//! Whoever adds a panel adds a way to it to [`WAYS`]: the last test here says so when one is missing.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use gapwise::assessment::{Assessment, Evidence, Note, NoteKind, Status};
use gapwise::interview::{Home, Interview, Recent};
use gapwise::questionnaire::{Library, LocalText, Selection};
use gapwise::tui::{Theme, run_home, run_interview};
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::journey::{TestDesk, keys_of};
use super::shared::{Change, brightwater, core, evaluated};

/// Every way to a screen: keys from a question, without private matters hidden.
pub const WAYS: &[&str] = &[
    "p",
    "p1",
    "p1<enter>",
    "p1<enter>p",
    "r",
    "R",
    "R<right>",
    "R<enter>",
    "Rd",
    "A",
    "Ap",
    "W",
    "=",
    "=<enter>",
    "fd",
    "t",
    "t<enter>",
    "O",
    "w",
    "P",
    "Pi",
    "fv",
    "f<enter>P",
    "",
    "h",
    "v",
    "?",
    "f",
    "f<enter>",
    "/",
    "/repeat",
    "x",
    "o",
    "oAnn<enter>",
    "\"",
    "n",
    "\"<enter>",
    "i",
    "u",
    "b",
    "g",
    "S",
    "L",
    "lL",
    "T",
    "sone line",
    "B",
    "G",
    "F",
    "N",
    "fN",
];

/// The sizes every screen is drawn at.
const SIZES: [(u16, u16); 3] = [(60, 15), (80, 24), (160, 50)];

fn english(text: &str) -> LocalText {
    LocalText { texts: vec![("en".into(), text.to_owned())] }
}

/// The core with hints that cannot be mistaken for anything else.
fn marked_core() -> Selection {
    static MARKED: OnceLock<Selection> = OnceLock::new();
    let make = || {
        let mut selection = core();
        for questionnaire in &mut selection.questionnaires {
            for question in &mut Arc::make_mut(questionnaire).questions {
                question.probe = english("zqprobe");
                question.listen = english("zqlisten");
            }
        }
        selection
    };
    MARKED.get_or_init(make).clone()
}

/// Every questionnaire there is, so that others can be added.
fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(Library::builtin)
}

/// Brightwater with something private wherever there is room for it.
fn annotated() -> Assessment {
    let mut assessment = brightwater().evidence("ga_contacts", Evidence::Guess);
    for question in core().questions() {
        let answer = assessment.answers.entry(question.id.clone()).or_default();
        answer.note = Some("zqnote".to_owned());
        answer.quote = Some("zqquote".to_owned());
        answer.shareable = false;
        answer.pain = true;
    }
    for kind in [NoteKind::Note, NoteKind::Todo, NoteKind::Scratch] {
        assessment.notes.push(Note { at: None, area: "audience".to_owned(), kind, text: "zqline".to_owned() });
    }
    assessment
}

/// What must not be read on a shared screen: words, and figures no answer holds.
fn private(assessment: &Assessment) -> Vec<String> {
    let mut private: Vec<String> =
        ["zqprobe", "zqlisten", "zqnote", "zqquote", "zqline", "it hurts", "guessed", "internal.html", "zqinternal"]
            .map(str::to_owned)
            .to_vec();
    let evaluation = evaluated(assessment);
    let one = &evaluation.questionnaires[0];
    let scores = one.areas.iter().filter_map(|area| area.score).chain(one.overall.score);
    let ends = one.areas.iter().flat_map(|area| [area.low, area.high]).flatten();
    let ends = ends.chain([one.overall.low, one.overall.high].into_iter().flatten());
    let priorities = one.findings.iter().filter_map(|finding| finding.priority);
    let figures = scores.chain(ends).chain(priorities).filter(|figure| figure.fract() > 0.05 && figure.fract() < 0.95);
    // Half hours stand in the plan, which may be seen.
    private.extend(figures.map(|figure| format!("{figure:.1}")).filter(|figure| !figure.ends_with(".5")));
    private
}

/// Every text on the screen after some keys, the cells of each line joined.
fn screen(
    assessment: &Assessment,
    at: &str,
    keys: &str,
    (width, height): (u16, u16),
    shared: bool,
) -> (String, Interview) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
    let interview = Interview::new(marked_core(), assessment.clone(), date(2026, 11, 22));
    let interview = interview.with_library(library()).begun_shared(shared).begun_at(at);
    let mut desk = TestDesk::default();
    let interview = run_interview(&mut terminal, &mut keys_of(keys), &mut desk, Theme::new(true), interview)
        .expect("the test terminal writes");
    (terminal.backend().to_string(), interview)
}

/// What is private and stands on a screen.
fn found<'a>(screen: &str, private: &'a [String]) -> BTreeSet<&'a str> {
    private.iter().map(String::as_str).filter(|one| screen.contains(one)).collect()
}

/// Checks that some keys show nothing private on a shared screen, from that question and at every size.
pub fn assert_hides(at: &str, keys: &str) {
    let assessment = annotated();
    let private = private(&assessment);
    for size in SIZES {
        let (screen, _) = screen(&assessment, at, keys, size, true);
        assert_eq!(found(&screen, &private), BTreeSet::new(), "{at} {keys} at {size:?}\n{screen}");
    }
}

#[test]
fn no_screen_that_is_shared_shows_what_is_private() {
    for way in WAYS {
        assert_hides("ga_contacts", way);
        assert_hides("ga_followup", way);
    }
}

#[test]
fn no_question_that_is_shared_shows_what_is_private() {
    let assessment = annotated();
    let private = private(&assessment);
    for question in core().questions() {
        for size in [(80, 24), (160, 50)] {
            let (screen, _) = screen(&assessment, &question.id, "", size, true);
            assert_eq!(found(&screen, &private), BTreeSet::new(), "{}\n{screen}", question.id);
        }
    }
}

#[test]
fn the_same_search_finds_it_all_where_nothing_is_hidden() {
    let assessment = annotated();
    let private = private(&assessment);
    let mut seen = BTreeSet::new();
    for way in WAYS {
        for at in ["ga_contacts", "ga_followup"] {
            let (screen, _) = screen(&assessment, at, way, (160, 50), false);
            seen.extend(found(&screen, &private));
        }
    }
    for one in ["zqprobe", "zqlisten", "zqnote", "zqquote", "it hurts", "guessed"] {
        assert!(seen.contains(one), "{one} is never seen, so the search proves nothing; seen: {seen:?}");
    }
    assert!(seen.iter().any(|one| one.parse::<f64>().is_ok()), "no score is ever seen: {seen:?}");
}

#[test]
fn one_key_hides_and_shows_again_and_nothing_else_changes() {
    let (open, _) = screen(&brightwater(), "ga_followup", "", (160, 50), false);
    let (hidden, interview) = screen(&brightwater(), "ga_followup", "<c-p>", (160, 50), false);
    assert!(interview.is_shared());
    assert!(hidden.contains("◐ hidden") && open.contains("● shown"), "{hidden}");
    let (again, interview) = screen(&brightwater(), "ga_followup", "<c-p><c-p>j", (160, 50), false);
    assert!(!interview.is_shared());
    assert!(again.contains("● shown") && again.contains("Coverage"), "{again}");
    let (typing, interview) = screen(&brightwater(), "ga_vision", "i and more<c-p>!<enter>", (80, 24), false);
    assert!(interview.is_shared(), "{typing}");
    let value = interview.assessment().value("ga_vision").and_then(|value| value.as_text()).unwrap_or_default();
    assert!(value.ends_with("chased. and more!"), "what was being typed goes on: {value}");
}

#[test]
fn what_is_private_can_be_written_unseen() {
    let (screen, _) = screen(&brightwater(), "ga_followup", "nthe brother decides", (80, 24), true);
    assert!(!screen.contains("brother") && screen.contains("••••"), "{screen}");
    let (_, interview) = self::screen(&brightwater(), "ga_followup", "nthe brother decides<enter>!", (80, 24), true);
    let answer = interview.assessment().answer("ga_followup").expect("it is answered");
    assert_eq!((answer.note.as_deref(), answer.pain), (Some("the brother decides"), true));
    assert!(matches!(answer.status, Status::Answered(_)));
}

#[test]
fn the_first_screen_names_nobody_while_it_is_shared() {
    let recent = |client: &str, problem: Option<&str>| Recent {
        path: format!("{client}.toml").into(),
        client: client.to_owned(),
        questionnaires: vec!["Gap analysis".to_owned()],
        date: date(2026, 11, 22),
        progress: (3, 72),
        score: None,
        completed: false,
        archived: false,
        locked: false,
        problem: problem.map(str::to_owned),
    };
    let draw = |shared, keys: &str| {
        let mut terminal = Terminal::new(TestBackend::new(100, 30)).expect("a test terminal");
        let list = vec![recent("Zqfirst", None), recent("Zqsecond", Some("Zqsecond.toml is damaged at line 3"))];
        let mut home = Home { shared, ..Home::new(list, Vec::new(), "EUR") };
        run_home(&mut terminal, &mut keys_of(keys), Theme::new(true), "en", &mut home).expect("no errors");
        (terminal.backend().to_string(), home.shared)
    };
    let (hidden, _) = draw(true, "j");
    assert!(!hidden.contains("Zq") && hidden.contains("◐ hidden"), "{hidden}");
    assert!(draw(false, "j").0.contains("Zqsecond"));
    let (hidden, shared) = draw(false, "<c-p>");
    assert!(shared && !hidden.contains("Zq"), "{hidden}");
    assert!(draw(true, "<c-p>").0.contains("Zqfirst"));
}

/// The kinds of panel that [`WAYS`] leads to.
fn reached() -> BTreeSet<String> {
    let assessment = annotated();
    let mut reached = BTreeSet::new();
    for way in WAYS {
        let (_, interview) = screen(&assessment, "ga_contacts", way, (80, 24), false);
        let debug = interview.panel().map(|panel| format!("{panel:?}")).unwrap_or_default();
        let mut words = debug.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
        let name = words.next().unwrap_or_default().to_owned();
        // The screens of the call are one level down.
        reached.insert(if name == "Call" { words.next().unwrap_or_default().to_owned() } else { name });
    }
    reached
}

#[test]
fn every_panel_there_is_has_a_way_in_this_test() {
    let reached = reached();
    let sources = [include_str!("../../src/interview/panel.rs"), include_str!("../../src/interview/call.rs")];
    for (source, name) in sources.into_iter().zip(["pub enum Panel {", "pub enum Call {"]) {
        let body = source.split(name).nth(1).and_then(|rest| rest.split("\n}").next()).expect("the enum");
        for line in body.lines().map(str::trim).filter(|line| line.starts_with(char::is_uppercase)) {
            let name = line.split(|one: char| !one.is_alphanumeric()).next().expect("a name");
            assert!(
                // the core has no list of accounts: accounts_shared.rs looks at that one
                ["Call", "Accounts"].contains(&name) || reached.contains(name),
                "no keys in WAYS (tests/suite/sharing.rs) open {name}: add the keys that do"
            );
        }
    }
}
