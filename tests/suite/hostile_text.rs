//! Hostile text in every field, on every screen and in every message: nothing of it steers the terminal, and it is stored unchanged.

use std::collections::BTreeSet;

use gapwise::assessment::{Assessment, read};
use gapwise::display::is_harmless;
use gapwise::problem::Source;

use super::commands::Home;
use super::journey::play_at;
use super::pty::{QUIT, Terminal};

/// Every text of an assessment is a place `@n@` in it.
const EVERYTHING: &str = include_str!("../browser/fixtures/everything.toml");

/// Colours, a title, a cleared screen, what turns a line round, what is not seen, and a C1 control.
const HOSTILE: &str =
    "x\\u001b[31m\\u001b]0;y\\u0007\\u001b[2J\\u202e\\u200b\\u009b2J\\u2066\\ufeff\\u00ad\\u3164\\u0000\\u007f\\rz";
const BENIGN: &str = "x colours and a title, and much that is not seen z";

fn filled(with: &str) -> String {
    let mut text = EVERYTHING.to_owned();
    // each with its number: some of them are names, which differ
    for place in 0..200 {
        text = text.replace(&format!("@{place}@"), &format!("{with} {place}"));
    }
    assert!(text.matches(with).count() > 50 && text.contains("gap-analysis@"));
    text
}

fn hostile() -> Assessment {
    let reading = read(&Source::new("a.toml", filled(HOSTILE))).map_err(|problems| format!("{problems:?}"));
    reading.unwrap().assessment
}

/// What a terminal would act on, or would not show.
fn steers(text: &str) -> Option<char> {
    text.chars().find(|one| *one != '\n' && *one != '\u{200d}' && !is_harmless(*one))
}

/// Keys to every kind of screen.
const SCREENS: [&str; 20] = [
    "",
    "/ga_pain<enter>i",
    "/ga_causes<enter>",
    "/ga_audiences<enter>i",
    "/ga_tactics<enter>i",
    "/ga_cover<enter>",
    "/ga_swot<enter>i",
    "/ga_rivals<enter>",
    "/ga_products<enter>o",
    "/x",
    "v",
    "c",
    "h",
    "?",
    "w",
    "g",
    "r",
    "p",
    "s",
    "f<enter>",
];

#[test]
fn no_screen_lets_hostile_text_through() {
    for keys in SCREENS {
        for size in [(80, 24), (160, 50)] {
            let screen = play_at(hostile(), keys, size).screen;
            assert_eq!(steers(&screen), None, "{keys}\n{screen}");
        }
    }
}

#[test]
fn no_command_lets_hostile_text_through() {
    let home = Home::new();
    home.write("assessments/a.toml", filled(HOSTILE));
    let list = "company,x\\u001b[31m\n\u{1b}]0;y\u{7}\u{202e},\u{9b}2J\n";
    home.write("list\u{202e}.csv", list);
    home.write("assessments/bad\u{1b}[31m.toml", "format = 1\n\u{202e} = [\n");
    home.write("config.toml", "[\"\\u001b[31m\"]\nx\u{202e} = 1\n");
    home.write("questionnaires/own.toml", "format = 1\nid = \"\\u001b[2J\\u202e\"\nversion = \"\\u009b\"\n");
    let list = home.path("list\u{202e}.csv");
    let mut said = 0;
    for args in [
        vec!["list"],
        vec!["list", "--json"],
        vec!["score", "a"],
        vec!["score", "a", "--json"],
        vec!["score", "a", "--explain", "ga_contacts"],
        vec!["score", "a", "--explain", "\u{202e}"],
        vec!["follow-up", "a", "--date", "2027-01-01"],
        vec!["compare", "a", "a"],
        vec!["check"],
        vec!["questionnaires"],
        vec!["templates"],
        vec!["accounts", "a", "--csv", list.to_str().unwrap()],
        vec!["set", "a", "ga_pain=\u{1b}[31m", "nothing\u{202e}=1"],
        vec!["score", "no\u{202e}body\u{1b}[2J"],
        vec!["interview", "a", "--at", "\u{9b}2J"],
        vec!["report", "a", "--format", "md", "--out", "-"],
        vec!["report", "a", "--format", "email", "--out", "-"],
        vec!["report", "a", "--template", "\u{1b}[31m"],
        vec!["lock", "bad\u{1b}[31m"],
        vec!["unlock", "\u{202e}"],
        vec!["sheet", "a", "--out", "-"],
        vec!["calendar", "a", "--out", "-"],
    ] {
        let run = home.run(&args);
        // calendar files end their lines with both, and a table begins with the mark that spreadsheets look for
        let out = run.out.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let text = format!("{out}{}", run.err).replace('\t', " ");
        assert_eq!(steers(&text), None, "{args:?}\n{text}");
        said += text.len();
        assert!(
            args[0] != "score" || args[1] != "a" || args.contains(&"\u{202e}") || run.code == 0,
            "{args:?}\n{text}"
        );
    }
    assert!(said > 10_000);
    assert_eq!(home.read("assessments/a.toml"), filled(HOSTILE), "what is stored is unchanged");
}

/// The kinds of sequences a terminal acts on, the titles it is given, and what is printed.
#[derive(Default)]
struct Acted {
    kinds: BTreeSet<String>,
    titles: Vec<String>,
    printed: String,
}

impl vte::Perform for Acted {
    fn print(&mut self, one: char) {
        self.printed.push(one);
    }

    fn execute(&mut self, byte: u8) {
        self.kinds.insert(format!("control {byte:02x}"));
    }

    fn csi_dispatch(&mut self, _: &vte::Params, intermediates: &[u8], _: bool, action: char) {
        self.kinds.insert(format!("CSI {}{action}", String::from_utf8_lossy(intermediates)));
    }

    fn esc_dispatch(&mut self, intermediates: &[u8], _: bool, byte: u8) {
        self.kinds.insert(format!("ESC {}{}", String::from_utf8_lossy(intermediates), char::from(byte)));
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _: bool) {
        let text: Vec<String> = params.iter().map(|part| String::from_utf8_lossy(part).into_owned()).collect();
        self.kinds.insert(format!("OSC {}", text.first().map_or("", String::as_str)));
        self.titles.push(text.join(";"));
    }
}

#[cfg(unix)]
fn raw(with: &str) -> Acted {
    let home = Home::new();
    home.write("assessments/a.toml", filled(with));
    let mut terminal = Terminal::start(home.0.path(), &["interview", "a", "--at", "ga_pain"], (100, 30));
    terminal.wait_for("What made you take this call?");
    for (keys, shown) in [("v", "Worth another look"), ("\u{1b}", "What made you take this call?"), ("?", "All keys")] {
        terminal.keys(keys);
        terminal.wait_for(shown);
    }
    terminal.keys("\u{1b}");
    terminal.wait_for("What made you take this call?");
    terminal.keys(QUIT);
    let mut acted = Acted::default();
    let mut parser = vte::Parser::new();
    let (code, said) = terminal.end_and_said();
    assert_eq!(code, 0, "{said}");
    parser.advance(&mut acted, said.as_bytes());
    acted
}

#[cfg(unix)]
#[test]
fn a_real_terminal_gets_no_sequence_that_benign_text_would_not_cause() {
    let (benign, hostile) = (raw(BENIGN), raw(HOSTILE));
    assert!(benign.kinds.len() > 5, "{:?}", benign.kinds);
    let more: Vec<_> = hostile.kinds.difference(&benign.kinds).collect();
    assert!(more.is_empty(), "only hostile text causes {more:?}");
    assert_eq!(steers(&hostile.printed), None);
    for title in &hostile.titles {
        assert_eq!(steers(title), None, "{title:?}");
    }
    assert!(hostile.titles.iter().any(|title| title.contains("␛[31m")), "the client's name is in the title, marked");
}
