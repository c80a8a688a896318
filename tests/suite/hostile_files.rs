//! Questionnaires made to hang or to fill the memory: each ends soon, with little memory, and says what is wrong.

use std::process::Command;
use std::time::{Duration, Instant};

use super::commands::Home;

/// The small questionnaire of `questionnaires/FORMAT.md`, and something after it.
fn small_and(more: &str) -> String {
    let format = include_str!("../../questionnaires/FORMAT.md");
    let (_, rest) = format.split_once("## A whole one, small").expect("the example");
    let (_, rest) = rest.split_once("```toml\n").expect("its beginning");
    format!("{}\n{more}", rest.split_once("```").expect("its end").0)
}

fn question(id: usize, more: &str) -> String {
    format!(
        "[[question]]\nid = \"x_{id}\"\narea = \"proof\"\ntype = \"number\"\nlabel = \"L\"\ntext.consultant = \"T\"\n\
         bounds = [0, 9]\n{more}\n"
    )
}

fn metric(id: usize, formula: &str) -> String {
    format!(
        "[[metric]]\nid = \"m_{id}\"\nlabel = \"M\"\nunit = \"number\"\nexplain = \"E.\"\nformula = \"{formula}\"\n"
    )
}

/// In a release build 100 ms and 64 MiB; what is asserted leaves room for a build for debugging on a machine that is busy.
#[cfg(unix)]
#[test]
fn hostile_questionnaires_end_soon_and_with_little_memory() {
    let many = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
    let hostile: [(&str, String, i32); 13] = [
        ("too large", small_and(&format!("# {}", "x".repeat(8 * 1024 * 1024))), 3),
        ("too many questions", small_and(&many(10_001, &|id| question(id, ""))), 3),
        ("deep", small_and(&format!("x = {}", "[".repeat(100_000))), 3),
        ("deep and closed", small_and(&format!("x = {}{}", "[".repeat(50_000), "]".repeat(50_000))), 3),
        ("a deep name", small_and(&format!("[{}b]\nc = 1", "a.".repeat(20_000))), 3),
        ("one broken line", "=".repeat(200_000), 3),
        ("unknown keys", small_and(&many(20_000, &|at| format!("k{at} = 1\n"))), 3),
        ("unknown sections", small_and(&many(20_000, &|at| format!("[s{at}]\n"))), 3),
        (
            "a chain of conditions",
            small_and(&many(3_000, &|id| question(id, &format!("when = \"x_{} > 1\"", id + 1)))),
            3,
        ),
        ("a circle of metrics", small_and(&many(2_000, &|id| metric(id, &format!("m_{} + 1", (id + 1) % 2_000)))), 3),
        (
            "a long chain of metrics",
            small_and(&(many(2_000, &|id| metric(id, &format!("m_{} + 1", id + 1))) + &metric(2_000, "1"))),
            0,
        ),
        ("a long formula", small_and(&metric(1, &["tr_reviews"; 10_000].join(" + "))), 3),
        (
            "nested tables",
            small_and(&metric(1, "count(tr_cases.map(a, tr_cases.map(b, tr_cases.map(c, tr_cases.map(d, 1)))))")),
            3,
        ),
    ];
    for (name, text, code) in hostile {
        let home = Home::new();
        let file = home.write("hostile.toml", text);
        let begun = Instant::now();
        let output = Command::new("sh")
            .args(["-c", "ulimit -d 131072; exec \"$0\" check \"$1\"", env!("CARGO_BIN_EXE_gapwise")])
            .arg(file)
            .env("GAPWISE_HOME", home.0.path())
            .output()
            .unwrap();
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{name}: {err}");
        assert!(err.contains("1 file checked"), "{name}: {err}");
        assert!(begun.elapsed() < Duration::from_secs(60), "{name} took {:?}", begun.elapsed());
    }
}
