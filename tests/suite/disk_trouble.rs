//! Disks that are full, broken, read-only or not ours: said at once, tried again, and never at the cost of what is there.
#![cfg(unix)]

use std::fs;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::pty::{QUIT, Terminal};

const F8: &str = "\u{1b}[19~";

/// An assessment on a disk of its own, beside a person's folders.
struct Disk {
    home: tempfile::TempDir,
    mounted: bool,
}

impl Disk {
    /// A disk of 64 KB; nothing, with the reason said, where mounting is not allowed.
    fn small() -> Option<Self> {
        let mut disk = Self::of_the_home();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "none"]).arg(disk.folder()).output();
        if !mount.is_ok_and(|run| run.status.success()) {
            eprintln!("skipped: no disk can be mounted here");
            return None;
        }
        disk.mounted = true;
        disk.begin();
        Some(disk)
    }

    /// A folder like any other.
    fn plain() -> Self {
        let disk = Self::of_the_home();
        disk.begin();
        disk
    }

    fn of_the_home() -> Self {
        let disk = Self { home: tempfile::tempdir().unwrap(), mounted: false };
        fs::create_dir(disk.folder()).unwrap();
        disk
    }

    fn begin(&self) {
        let new = assert_cmd::Command::cargo_bin("gapwise")
            .unwrap()
            .args(["new", "--client", "Anna's Bakery", "--out", self.file().to_str().unwrap()])
            .env("GAPWISE_HOME", self.home.path())
            .output();
        assert!(new.unwrap().status.success());
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("disk")
    }

    fn file(&self) -> PathBuf {
        self.folder().join("anna.toml")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    fn fill(&self) {
        let mut file = fs::File::create(self.folder().join("filler")).unwrap();
        while file.write_all(&[7; 512]).is_ok() {}
    }

    fn empty(&self) {
        fs::remove_file(self.folder().join("filler")).unwrap();
    }

    fn sitting(&self, before: &[&str], question: &str) -> Terminal {
        let file = self.file();
        let args = ["interview", file.to_str().unwrap(), "--at", question];
        Terminal::start_within(self.home.path(), before, &args, (160, 24), &[])
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.mounted {
            let _ = Command::new("umount").arg("-l").arg(self.folder()).status();
        }
    }
}

fn unsaved(home: &Path) -> String {
    let copy = fs::read_dir(home.join("state")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    fs::read_to_string(copy).unwrap()
}

#[test]
fn a_full_disk_is_said_and_tried_again_and_another_one_is_offered() {
    let Some(disk) = Disk::small() else { return };
    let mut terminal = disk.sitting(&[], "ga_pain");
    terminal.wait_for("What made you take this call?");
    disk.fill();
    let before = disk.text();
    terminal.keys("\rToo quiet\r");
    terminal.wait_for("NOT SAVED since");
    // the next question is being answered meanwhile
    terminal.wait_for("F8 saves elsewhere");
    assert_eq!(disk.text(), before, "what is there stays as it is");
    disk.empty();
    terminal.wait_for("saved ");
    assert!(disk.text().contains("Too quiet"), "tried again by itself");

    disk.fill();
    let before = disk.text();
    terminal.keys("Leaflets\r");
    terminal.wait_for("NOT SAVED since");
    terminal.keys(F8);
    terminal.wait_for("Save to which file or folder?");
    let other = disk.home.path().join("elsewhere");
    fs::create_dir(&other).unwrap();
    terminal.keys(&format!("{}\r", other.display()));
    terminal.wait_for("Everything is saved in");
    terminal.keys("A queue\r");
    terminal.wait_for("saved ");
    terminal.keys(QUIT);
    let (code, said) = terminal.end_and_said();
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("elsewhere/anna.toml"), "{said}");
    let saved = fs::read_to_string(other.join("anna.toml")).unwrap();
    assert!(saved.contains("Too quiet") && saved.contains("Leaflets") && saved.contains("A queue"), "{saved}");
    assert_eq!(disk.text(), before);
}

#[test]
fn a_disk_that_stays_full_gives_an_error_and_a_copy() {
    let Some(disk) = Disk::small() else { return };
    let mut terminal = disk.sitting(&[], "ga_pain");
    terminal.wait_for("What made you take this call?");
    disk.fill();
    let before = disk.text();
    terminal.keys("\rToo quiet\r");
    terminal.wait_for("NOT SAVED since");
    terminal.keys(QUIT);
    let (code, said) = terminal.end_and_said();
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("NOT SAVED") && said.contains("unsaved-anna-"), "{said}");
    assert_eq!(disk.text(), before);
    assert!(unsaved(disk.home.path()).contains("Too quiet"));

    // a command says so too
    let mut set = assert_cmd::Command::cargo_bin("gapwise").unwrap();
    let run = set
        .args(["set", disk.file().to_str().unwrap(), "ga_contacts=4"])
        .env("GAPWISE_HOME", disk.home.path())
        .output();
    assert_eq!(run.unwrap().status.code(), Some(1));
    assert_eq!(disk.text(), before);
}

#[test]
fn a_disk_that_becomes_read_only_is_waited_for() {
    let Some(disk) = Disk::small() else { return };
    let mut terminal = disk.sitting(&[], "ga_pain");
    terminal.wait_for("What made you take this call?");
    let mount = |args: &[&str]| {
        assert!(Command::new("mount").args(args).arg(disk.folder()).status().unwrap().success());
    };
    let folder = disk.folder();
    mount(&["--bind", folder.to_str().unwrap()]);
    mount(&["-o", "remount,ro,bind"]);
    let before = disk.text();
    terminal.keys("\rToo quiet\r");
    terminal.wait_for("NOT SAVED since");
    terminal.wait_for("Read-only file system");
    assert_eq!(disk.text(), before);
    assert!(Command::new("umount").arg(disk.folder()).status().unwrap().success());
    terminal.wait_for("saved ");
    assert!(disk.text().contains("Too quiet"));
    terminal.keys(QUIT);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_sync_that_fails_is_never_taken_for_a_save() {
    let strace =
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=1..2"];
    if !Command::new(strace[0]).args(&strace[2..5]).arg("true").status().is_ok_and(|status| status.success()) {
        eprintln!("skipped: strace is missing, or may not trace here");
        return;
    }
    let disk = Disk::plain();
    let before = disk.text();
    let mut terminal = disk.sitting(&strace, "ga_model");
    terminal.wait_for("Who buys");
    terminal.keys("1");
    terminal.wait_for("NOT SAVED since");
    assert_eq!(disk.text(), before);
    // the third attempt, each into a fresh file, reaches the disk
    terminal.wait_for("saved ");
    assert!(disk.text().contains("[answers.ga_model]"), "{}", disk.text());
    terminal.keys(QUIT);
    assert_eq!(terminal.end(), 0);
    let left: Vec<_> = fs::read_dir(disk.folder()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(left, ["anna.toml"], "nothing of the failed attempts is left");
}

#[test]
fn a_folder_that_is_not_ours_any_more_is_waited_for() {
    let disk = Disk::plain();
    let is_root = fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0);
    // Permissions hold nobody back who is root.
    let before: &[&str] = if is_root { &["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] } else { &[] };
    let allow = |mode| fs::set_permissions(disk.folder(), fs::Permissions::from_mode(mode)).unwrap();
    if is_root {
        let able =
            Command::new("setpriv").args(&before[1..]).args(["test", "-x", env!("CARGO_BIN_EXE_gapwise")]).status();
        if !able.is_ok_and(|status| status.success()) {
            eprintln!("skipped: nobody else can run the program here");
            return;
        }
        fs::set_permissions(disk.home.path(), fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(disk.file(), fs::Permissions::from_mode(0o666)).unwrap();
        allow(0o777);
    }
    let text = disk.text();
    let mut terminal = disk.sitting(before, "ga_pain");
    terminal.wait_for("What made you take this call?");
    allow(0o555);
    terminal.keys("\rToo quiet\r");
    terminal.wait_for("NOT SAVED since");
    terminal.wait_for("Permission denied");
    assert_eq!(disk.text(), text);
    allow(0o777);
    terminal.wait_for("saved ");
    assert!(disk.text().contains("Too quiet"));
    terminal.keys(QUIT);
    assert_eq!(terminal.end(), 0);
}
