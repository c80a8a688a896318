//! The first screen's list: searched, sorted, filtered, renamed, archived.

use gapwise::interview::{Home, HomeStep, Offer, Recent};
use gapwise::tui::{Setup, Theme, run_home};
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::journey::keys_of;
use super::pty::{QUIT, Terminal as Pty, home as pty_home};

fn recent(client: &str, day: i8, score: Option<f64>, completed: bool, questionnaire: &str) -> Recent {
    Recent {
        path: format!("{client}.toml").into(),
        client: client.to_owned(),
        questionnaires: vec![questionnaire.to_owned()],
        date: date(2026, 11, day),
        progress: (40, 72),
        score,
        completed,
        archived: client == "Old Mill",
        locked: false,
        problem: None,
    }
}

fn home() -> Home {
    let entries = vec![
        recent("Brightwater", 20, Some(34.1), false, "Gap analysis"),
        recent("Anna's Bakery", 22, None, false, "Quick check"),
        recent("Hollis & Daughters", 3, Some(61.0), true, "Gap analysis"),
        recent("Zeta", 9, Some(12.5), true, "Quick check"),
        recent("Old Mill", 1, None, true, "Gap analysis"),
    ];
    let offer = |id: &str, title: &str| Offer {
        reference: format!("{id}@1.0.0"),
        title: title.to_owned(),
        summary: String::new(),
        minutes: 60,
        first_for_owner: false,
    };
    Home::new(entries, vec![offer("gap-analysis", "Gap analysis"), offer("quick-check", "Quick check")], "EUR")
}

fn play(keys: &str, (width, height): (u16, u16)) -> (Home, HomeStep, String) {
    let mut home = home();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
    let setup = Setup::from(Theme::new(true));
    let step = run_home(&mut terminal, &mut keys_of(keys), setup, "en", &mut home).expect("no errors");
    (home, step, terminal.backend().to_string())
}

#[test]
fn searched_sorted_and_filtered() {
    for (keys, expected) in [
        ("", "Brightwater, Anna's Bakery, Hollis & Daughters, Zeta"),
        ("/bake", "Anna's Bakery"),
        ("/gap bri", "Brightwater"),
        ("/GAP<enter>", "Brightwater, Hollis & Daughters"),
        ("/nobody<esc>", "Brightwater, Anna's Bakery, Hollis & Daughters, Zeta"),
        ("s", "Anna's Bakery, Brightwater, Zeta, Hollis & Daughters"),
        ("ss", "Anna's Bakery, Brightwater, Hollis & Daughters, Zeta"),
        ("sss", "Zeta, Brightwater, Hollis & Daughters, Anna's Bakery"),
        ("f", "Brightwater, Anna's Bakery"),
        ("ff", "Hollis & Daughters, Zeta"),
        ("t", "Brightwater, Hollis & Daughters"),
        ("tt", "Anna's Bakery, Zeta"),
        ("ttff", "Zeta"),
        ("A", "Old Mill"),
        ("AA/old", ""),
    ] {
        let (home, ..) = play(keys, (80, 24));
        let shown: Vec<&str> = home.shown().iter().map(|one| one.client.as_str()).collect();
        assert_eq!(shown.join(", "), expected, "{keys}");
    }
}

#[test]
fn what_is_asked_for_comes_with_its_file() {
    let path = |client: &str| std::path::PathBuf::from(format!("{client}.toml"));
    let rename = |client: &str, name: &str| HomeStep::Rename { path: path(client), name: name.to_owned() };
    for (keys, expected) in [
        ("G<enter>", HomeStep::Resume(path("Zeta"))),
        ("/zet<enter><enter>", HomeStep::Resume(path("Zeta"))),
        ("a", HomeStep::Archive(path("Brightwater"))),
        ("Aa", HomeStep::Restore(path("Old Mill"))),
        ("jr Ltd<enter>", rename("Anna's Bakery", "Anna's Bakery Ltd")),
        ("r<c-u><enter><esc>q", HomeStep::Quit),
        ("r<enter>q", HomeStep::Quit),
        ("sa", HomeStep::Archive(path("Brightwater"))),
        ("zq", HomeStep::Quit),
    ] {
        assert_eq!(play(keys, (80, 24)).1, expected, "{keys}");
    }
}

#[test]
fn a_missing_name_is_said_until_it_is_there() {
    let say = "a name is needed";
    assert!(play("n<enter><enter><enter><enter>", (80, 24)).2.contains(say));
    assert!(play("n<enter><enter><enter><enter><tab><tab><s-tab>", (80, 24)).2.contains(say), "it stays");
    assert!(!play("n<enter><enter><enter><enter>A", (80, 24)).2.contains(say));
}

#[test]
fn while_others_look_on_no_name_is_shown() {
    let mut home = Home { shared: true, ..home() };
    for size in [(60, 15), (80, 24), (120, 40), (200, 60)] {
        for keys in ["", "/", "/x", "r", "s", "A", "?"] {
            let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a test terminal");
            let setup = Setup::from(Theme::new(true));
            run_home(&mut terminal, &mut keys_of(keys), setup, "en", &mut home).expect("no errors");
            let screen = terminal.backend().to_string();
            for name in ["Brightwater", "Anna", "Hollis", "Zeta", "Mill", "34.1"] {
                assert!(!screen.contains(name), "{keys}\n{screen}");
            }
            home = Home { shared: true, ..self::home() };
        }
    }
}

#[test]
fn the_list_is_as_it_was() {
    for (size, name) in [((60, 15), "60"), ((80, 24), "80"), ((120, 40), "120"), ((200, 60), "200")] {
        insta::assert_snapshot!(format!("home_list_{name}"), play("sss/gap", size).2);
        insta::assert_snapshot!(format!("home_form_{name}"), play("n<tab><tab><down>", size).2);
    }
}

#[test]
fn archived_and_brought_back_renamed_and_taken_back() {
    let (home, file) = pty_home();
    let before = file();
    let mut terminal = Pty::start(home.path(), &[], (100, 30));
    terminal.wait_for("Anna's Bakery");
    terminal.keys("a");
    terminal.wait_for("is in the archive");
    let archived = home.path().join("assessments/archive/anna.toml");
    assert_eq!(std::fs::read_to_string(&archived).unwrap(), before);
    terminal.keys("z");
    terminal.wait_for("is back from the archive");
    assert_eq!(file(), before);
    terminal.keys("r Ltd\r");
    terminal.wait_for("The client is called Anna's Bakery Ltd now");
    assert!(file().contains("name = \"Anna's Bakery Ltd\""));
    terminal.keys("z");
    terminal.wait_for("The client is called Anna's Bakery now");
    assert_eq!(file(), before);
    terminal.keys(QUIT);
    assert_eq!(terminal.end(), 0);
}
