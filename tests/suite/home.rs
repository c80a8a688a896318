//! The first screen: taking up an assessment, beginning one.

use gapwise::assessment::Mode;
use gapwise::interview::{Home, HomeStep, NewAssessment, Offer, Recent};
use gapwise::tui::{Theme, run_home};
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::journey::keys_of;

fn recent(client: &str, done: usize) -> Recent {
    Recent {
        path: format!("{client}.toml").into(),
        client: client.to_owned(),
        questionnaires: vec!["Gap analysis".to_owned()],
        date: date(2026, 11, 22),
        progress: (done, 72),
        score: (done > 0).then_some(100.0 - done as f64),
        completed: done == 72,
        archived: false,
        locked: false,
        problem: (done == 0).then(|| "damaged at line 12".to_owned()),
    }
}

fn home(with_recent: bool) -> Home {
    let offer = |id: &str, title: &str, minutes| Offer {
        reference: format!("{id}@1.0.0"),
        title: title.to_owned(),
        summary: "Where the marketing stands, where the holes are, and which to close first.".to_owned(),
        minutes,
        first_for_owner: id == "quick-check",
    };
    let known = vec![recent("Brightwater Coffee Systems", 69), recent("Hollis & Daughters", 72), recent("Broken", 0)];
    let offers = vec![offer("gap-analysis", "Gap analysis", 60), offer("quick-check", "Quick check", 5)];
    Home::new(if with_recent { known } else { Vec::new() }, offers, "EUR")
}

fn play(mut home: Home, keys: &str, (width, height): (u16, u16)) -> (HomeStep, String) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
    let step = run_home(&mut terminal, &mut keys_of(keys), Theme::new(true), "en", &mut home).expect("no errors");
    (step, terminal.backend().to_string())
}

#[test]
fn keys_on_the_first_screen() {
    let create = |client: &str, mode, currency: &str, questionnaire: &str| {
        HomeStep::Create(NewAssessment {
            client: client.to_owned(),
            mode,
            currency: currency.to_owned(),
            questionnaires: vec![questionnaire.to_owned()],
        })
    };
    for (keys, expected) in [
        ("<enter>", HomeStep::Resume("Brightwater Coffee Systems.toml".into())),
        ("j<enter>", HomeStep::Resume("Hollis & Daughters.toml".into())),
        ("jj<enter>q", HomeStep::Quit),
        ("n<esc>q", HomeStep::Quit),
        ("q", HomeStep::Quit),
        ("", HomeStep::Quit),
        ("nAcme Ltd<enter><enter><enter><enter>", create("Acme Ltd", Mode::Consultant, "EUR", "gap-analysis@1.0.0")),
        ("nAcme<tab> <tab><tab><c-u>chf<enter>", create("Acme", Mode::SelfAssessment, "CHF", "quick-check@1.0.0")),
        (
            "nAcme<tab><tab>2<tab><enter>",
            HomeStep::Create(NewAssessment {
                client: "Acme".to_owned(),
                mode: Mode::Consultant,
                currency: "EUR".to_owned(),
                questionnaires: vec!["gap-analysis@1.0.0".to_owned(), "quick-check@1.0.0".to_owned()],
            }),
        ),
        (
            "n<enter><enter><enter><enter>Acme<enter><enter><enter><enter>",
            create("Acme", Mode::Consultant, "EUR", "gap-analysis@1.0.0"),
        ),
        (
            "nAcme<enter><enter><enter>9<enter><bs><enter>",
            create("Acme", Mode::Consultant, "EUR", "gap-analysis@1.0.0"),
        ),
    ] {
        assert_eq!(play(home(true), keys, (80, 24)).0, expected, "{keys}");
    }
    assert_eq!(play(home(false), "<esc>", (80, 24)).0, HomeStep::Quit);
}

#[test]
fn the_first_screen_is_as_it_was() {
    for (size, name) in [((80, 24), "small"), ((160, 50), "large")] {
        insta::assert_snapshot!(format!("recent_{name}"), play(home(true), "j", size).1);
        insta::assert_snapshot!(format!("new_{name}"), play(home(true), "nAcme<tab><tab>", size).1);
    }
    insta::assert_snapshot!("missing", play(home(false), "<enter><enter><enter><enter>", (60, 15)).1);
    for size in [(1, 1), (59, 20), (60, 14), (300, 80)] {
        play(home(true), "jn<tab><tab><tab><tab>", size);
    }
}
