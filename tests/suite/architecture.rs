//! The invariants of the design, read from the source itself.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut pending = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(next) = pending.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                pending.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no source files");
    found.sort();
    found
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a source file")
}

/// Code without comments and without what stands behind `#[cfg(test)]`.
fn code(path: &Path) -> String {
    let text = text(path);
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn pure_modules_name_no_terminal_no_templates_and_no_files() {
    let pure =
        ["src/questionnaire", "src/assessment", "src/evaluation", "src/interview", "src/display", "src/comparison"];
    let may_touch_files = ["/load/", "/store/", "/tests/", "library"];
    for path in pure.into_iter().flat_map(sources) {
        let name = path.to_string_lossy().into_owned();
        let code = code(&path);
        for word in ["ratatui", "crossterm", "tera::"] {
            assert!(!code.contains(word), "{name} names {word}");
        }
        if !may_touch_files.iter().any(|part| name.contains(part)) {
            for word in ["std::fs", "fs::", "File::"] {
                assert!(!code.contains(word), "{name} names {word}");
            }
        }
    }
}

#[test]
fn dependencies_run_one_way() {
    let forbidden: [(&str, &[&str]); 7] = [
        ("src/questionnaire", &["evaluation", "interview", "tui", "report", "portfolio", "cli", "display"]),
        ("src/assessment", &["evaluation", "interview", "tui", "report", "portfolio", "cli"]),
        ("src/evaluation", &["interview", "tui", "report", "portfolio", "cli"]),
        ("src/comparison", &["interview", "tui", "report", "portfolio", "cli", "display"]),
        ("src/interview", &["tui", "report", "portfolio", "cli"]),
        ("src/tui", &["report", "portfolio", "cli"]),
        ("src/report", &["interview", "tui", "portfolio", "cli"]),
    ];
    for (folder, modules) in forbidden {
        for path in sources(folder) {
            let code = code(&path);
            for module in modules {
                let named = code.contains(&format!("crate::{module}::")) || code.contains(&format!("crate::{module};"));
                assert!(!named, "{} names crate::{module}", path.display());
            }
        }
    }
}

#[test]
fn no_file_has_two_subjects() {
    for path in sources("src").into_iter().chain(sources("tests")) {
        let lines = text(&path).lines().count();
        assert!(lines <= 400, "{} has {lines} lines: what second thing does it do?", path.display());
    }
}

#[test]
fn nothing_unfinished_is_shipped() {
    for path in sources("src") {
        let code = code(&path);
        for word in ["todo!(", "unimplemented!(", "dbg!("] {
            assert!(!code.contains(word), "{} has {word}", path.display());
        }
    }
}
