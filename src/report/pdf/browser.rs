//! Finds a browser that can print without a window.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::PdfError;

/// Names under which they are started.
const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];

/// Places where they are when no such name is known to the shell.
const PLACES: &[&str] = &[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/// Places below the folders that Windows names in its environment.
const WINDOWS_PLACES: &[&str] = &[
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
];

/// The browser that was named, else the first one found on the search path and in the usual places.
///
/// # Errors
/// When the named one is not there, or none is found.
pub fn find(named: Option<&Path>) -> Result<PathBuf, PdfError> {
    let path = env::var_os("PATH").unwrap_or_default();
    if let Some(named) = named {
        let is_name = named.components().count() == 1;
        let found = if is_name { on_path(&path, named.as_os_str()) } else { Some(named.to_owned()) };
        return found.filter(|one| one.is_file()).ok_or_else(|| PdfError::NotThere(named.to_owned()));
    }
    let windows = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
    let folders = windows.iter().filter_map(env::var_os).map(PathBuf::from);
    let windows = folders.flat_map(|folder| WINDOWS_PLACES.iter().map(move |place| folder.join(place)));
    let usual = PLACES.iter().map(PathBuf::from).chain(windows);
    let named = NAMES.iter().filter_map(|name| on_path(&path, OsStr::new(name)));
    named.chain(usual).find(|one| one.is_file()).ok_or(PdfError::NoBrowser)
}

fn on_path(path: &OsStr, name: &OsStr) -> Option<PathBuf> {
    let with_ending = |folder: &Path| {
        let plain = folder.join(name);
        [plain.clone(), plain.with_extension(env::consts::EXE_EXTENSION)].into_iter().find(|one| one.is_file())
    };
    env::split_paths(path).filter(|folder| folder.is_absolute()).find_map(|folder| with_ending(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_browser_is_not_replaced_by_another() {
        let error = find(Some(Path::new("/nowhere/browser"))).expect_err("not there");
        assert!(error.to_string().contains("/nowhere/browser") && error.remedy().contains("config.toml"));
    }

    #[test]
    fn a_name_is_looked_up_on_the_path() {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("chromium");
        std::fs::write(&program, "").expect("written");
        let path = env::join_paths([Path::new("/nowhere"), folder.path()]).expect("a path");
        assert_eq!(on_path(&path, OsStr::new("chromium")), Some(program));
        assert_eq!(on_path(&path, OsStr::new("msedge")), None);
    }
}
