//! From the start of `gapwise interview` on a full assessment to its first frame, and from a key to the screen, through a
//! pseudo-terminal of 200×60, next to what else could ask the same questions, in turn in the same run:
//!
//! - `true`, which does nothing: what starting a process costs here;
//! - a minimal program with the same terminal library (this file, started once more);
//! - a form in Textual (`benches/peers/textual_form.py`) and one in Ink (`benches/peers/ink_form.mjs`). Both only ask: they
//!   save nothing and evaluate nothing, while Gapwise does both.
//!
//! A peer that is not installed is left out. `GAPWISE_BENCH_PYTHON` names the Python that has Textual, `INK_FROM` the
//! folder in which `npm install ink react` was run.

#[path = "shared/pseudo.rs"]
mod pseudo;
#[allow(dead_code)]
#[path = "../tests/suite/shared.rs"]
mod shared;

use std::error::Error;
use std::io;
use std::path::Path;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, read};
use portable_pty::CommandBuilder;
use pseudo::Terminal;
use ratatui::widgets::Paragraph;

/// How often each program is started.
const ROUNDS: usize = 15;

/// What is typed, letter by letter, into an answer that is there.
const TYPED: &str = "zqxjvkwzqx";

/// The argument with which this file is the minimal program.
const MINIMAL: &str = "--minimal";

/// A program to be started.
struct Program {
    name: &'static str,
    /// What to do when it does not start.
    install: &'static str,
    arguments: Vec<String>,
    /// What has to be pressed before letters are text.
    opens: Option<&'static str>,
    starts: Vec<Duration>,
    letters: Vec<Duration>,
    nexts: Vec<Duration>,
    memory: f64,
    /// In how many rounds it did not show what it should.
    stuck: usize,
    /// Whether it is not started again.
    is_left_out: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::args().nth(1).is_some_and(|one| one == MINIMAL) {
        return Ok(minimal(&std::env::args().skip(2).collect::<Vec<_>>())?);
    }
    let home = tempfile::tempdir()?;
    let (file, questions) = (home.path().join("brightwater.toml"), home.path().join("questions.json"));
    std::fs::write(&file, include_str!("../src/cli/demo/brightwater.toml"))?;
    let asked: Vec<serde_json::Value> = shared::core()
        .questions()
        .map(|one| serde_json::json!({ "id": one.id, "label": one.label.get("en"), "text": one.wording.consultant.get("en") }))
        .collect();
    std::fs::write(&questions, serde_json::to_string(&asked)?)?;
    let begins = |at: usize| {
        asked[at]["text"].as_str().unwrap_or_default().chars().take(21).collect::<String>().trim().to_owned()
    };
    let (first, second) = (begins(0), begins(1));
    let mut programs = programs(&file, &questions, [&first, &second])?;
    for _ in 0..ROUNDS {
        for program in programs.iter_mut().filter(|one| !one.is_left_out) {
            // what the round before typed was saved
            std::fs::write(&file, include_str!("../src/cli/demo/brightwater.toml"))?;
            if program.round(home.path(), &first, &second).is_none() {
                program.stuck += 1;
            }
        }
        // one that never gets through is not waited for again
        programs.iter_mut().filter(|one| one.stuck > 1).for_each(|one| one.is_left_out = true);
    }
    print(&mut programs);
    Ok(())
}

fn programs(file: &Path, questions: &Path, asked: [&str; 2]) -> io::Result<Vec<Program>> {
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers");
    let python = std::env::var("GAPWISE_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let myself = std::env::current_exe()?;
    let program = |name, install, opens, arguments: &[&Path]| Program {
        name,
        install,
        opens,
        arguments: arguments.iter().map(|one| one.display().to_string()).collect(),
        starts: Vec::new(),
        letters: Vec::new(),
        nexts: Vec::new(),
        memory: 0.0,
        stuck: 0,
        is_left_out: false,
    };
    let (textual, ink) = (peers.join("textual_form.py"), peers.join("ink_form.mjs"));
    let gapwise = [Path::new(env!("CARGO_BIN_EXE_gapwise")), Path::new("interview"), file];
    let begun = [Path::new("--at"), Path::new("ga_pain")];
    Ok(vec![
        program("true", "", None, &[Path::new("true")]),
        program(
            "minimal, same library",
            "",
            Some(""),
            &[&myself, Path::new(MINIMAL), Path::new(asked[0]), Path::new(asked[1])],
        ),
        program("gapwise interview", "", Some("i"), &[gapwise.as_slice(), &begun].concat()),
        program("Textual form", "pip install textual", Some(""), &[Path::new(&python), &textual, questions]),
        program("Ink form", "npm install ink react", Some(""), &[Path::new("node"), &ink, questions]),
    ])
}

impl Program {
    /// Starts it, types, goes on; notes how long each took.
    fn round(&mut self, home: &Path, first: &str, second: &str) -> Option<()> {
        let mut command = CommandBuilder::from_argv(self.arguments.iter().map(Into::into).collect());
        command.env("GAPWISE_HOME", home);
        command.env("TERM", "xterm-256color");
        // without it React checks its own work, which takes longer
        command.env("NODE_ENV", "production");
        let mut terminal = Terminal::start(command)?;
        let Some(opens) = self.opens else {
            self.starts.push(terminal.ended()?);
            return Some(());
        };
        self.starts.push(terminal.showed_first(first)?);
        // Ink listens only some time after its first frame; what is typed before that is lost.
        std::thread::sleep(Duration::from_millis(300));
        // a new word after what is there, so that no line breaks inside it
        terminal.pressed(&format!("{opens} {}", &TYPED[..2]), &TYPED[..2])?;
        for length in 3..=TYPED.len() {
            self.letters.push(terminal.pressed(&TYPED[length - 1..length], &TYPED[..length])?);
        }
        self.memory = terminal.memory().unwrap_or(self.memory).max(self.memory);
        self.nexts.push(terminal.pressed("\r", second)?);
        Some(())
    }
}

/// The smallest program of this kind: one question after another and what is typed, drawn with ratatui.
fn minimal(questions: &[String]) -> io::Result<()> {
    let mut terminal = ratatui::init();
    let (mut typed, mut at) = (String::new(), 0);
    while let Some(question) = questions.get(at) {
        terminal.draw(|frame| frame.render_widget(Paragraph::new(format!("{question}\n> {typed}")), frame.area()))?;
        match read()? {
            Event::Key(KeyEvent { code: KeyCode::Char(letter), .. }) => typed.push(letter),
            Event::Key(KeyEvent { code: KeyCode::Enter, .. }) => at += 1,
            _ => {}
        }
    }
    ratatui::restore();
    Ok(())
}

fn middle(times: &mut [Duration]) -> Option<f64> {
    times.sort_unstable();
    times.get(times.len() / 2).map(|time| time.as_secs_f64() * 1e3)
}

fn print(programs: &mut [Program]) {
    println!(
        "medians of {ROUNDS} starts in turn, in ms; × is Gapwise's time as a multiple of this one's, or the other way round"
    );
    println!(
        "{:<24} {:>12} {:>9} {:>9} {:>9} {:>9} {:>9} {:>11}",
        "", "first frame", "gapwise", "letter", "gapwise", "next", "gapwise", "memory MiB"
    );
    let figures: Vec<[Option<f64>; 3]> = programs
        .iter_mut()
        .map(|one| [middle(&mut one.starts), middle(&mut one.letters), middle(&mut one.nexts)])
        .collect();
    let own = figures[2];
    for (program, figures) in programs.iter().zip(&figures) {
        if program.is_left_out {
            println!("{:<24} left out: it did not get through ({})", program.name, program.install);
            continue;
        }
        let mut line = format!("{:<24}", program.name);
        for (at, figure) in figures.iter().enumerate() {
            let width = if at == 0 { 13 } else { 10 };
            match figure.zip(own[at]) {
                Some((time, own)) if own > time => line.push_str(&format!("{time:>width$.2} {:>8.1}×", own / time)),
                Some((time, own)) => line.push_str(&format!("{time:>width$.2} {:>8}×", format!("1/{:.0}", time / own))),
                None => line.push_str(&format!("{:>width$} {:>9}", "–", "")),
            }
        }
        println!("{line} {:>10.1}", program.memory);
    }
}
