//! The commands of a person with an empty home folder, for tests: run, look at output and files.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

pub const BRIGHTWATER: &str = include_str!("../../src/cli/demo/brightwater.toml");
pub const HEAD: &str = "format = 1\nquestionnaires = [\"gap-analysis@1.0.0\"]\ndate = 2026-11-22\n";

/// A person's folders, empty at first.
pub struct Home(pub tempfile::TempDir);

/// What a command left behind.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn with_brightwater() -> Self {
        let home = Self::new();
        home.write("assessments/brightwater.toml", BRIGHTWATER);
        home
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, "")
    }

    /// Runs it with something to read.
    pub fn run_with(&self, args: &[&str], input: &str) -> Run {
        let mut command = Command::cargo_bin("gapwise").unwrap();
        command.args(args).env("GAPWISE_HOME", self.0.path()).env("NO_COLOR", "1").write_stdin(input);
        let output = command.output().unwrap();
        Run {
            code: output.status.code().expect("it ended by itself"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn failed(self, code: i32, wanted: &[&str]) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        for wanted in wanted {
            assert!(self.err.contains(wanted), "it should say '{wanted}':\n{}", self.err);
        }
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}

pub fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}
